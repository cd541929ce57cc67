// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/podspecs.h"

#include "k8s/spec/frameworks.h"

#include <algorithm>

namespace k8s {

namespace {

std::vector<PodTemplate> ofReplicatedJobs(SpecValue jobs)
{
    std::vector<PodTemplate> templates;
    for (SpecValue job : jobs) {
        const SpecValue spec = job["template"]["spec"];
        const std::int64_t pods = std::max<std::int64_t>(1, spec["parallelism"].integer(1));
        templates.push_back({.role = job["name"].string(),
                             .replica = job,
                             .spec = spec["template"]["spec"],
                             .replicas = job["replicas"].integer(1) * pods});
    }
    return templates;
}

std::vector<PodTemplate> ofFramework(SpecValue root, const Framework &framework)
{
    std::vector<PodTemplate> templates;
    for (SpecValue replica : root["spec"][framework.replicaSpecs]) {
        const std::int64_t otherwise = framework.mpi && replica.key() == "Worker" ? 0 : 1;
        templates.push_back({.role = replica.keyString(),
                             .replica = replica,
                             .spec = replica["template"]["spec"],
                             .replicas = replica["replicas"].integer(otherwise)});
    }
    return templates;
}

std::vector<PodTemplate> ofSeldon(SpecValue spec)
{
    std::vector<PodTemplate> templates;
    for (SpecValue predictor : spec["predictors"]) {
        for (SpecValue pod : predictor["componentSpecs"]) {
            templates.push_back(
                {.role = predictor["name"].string(),
                 .replica = pod,
                 .spec = pod["spec"],
                 .replicas = pod["replicas"].integer(predictor["replicas"].integer(spec["replicas"].integer(1)))});
        }
    }
    return templates;
}

/// The pods of containers of one's own; those of models are the runtime's.
std::vector<PodTemplate> ofKserve(SpecValue spec)
{
    std::vector<PodTemplate> templates;
    for (const char *component : {"predictor", "transformer", "explainer"}) {
        const SpecValue pod = spec[component];
        if (pod["containers"].exists()) {
            templates.push_back({.role = QString::fromUtf8(component),
                                 .replica = pod,
                                 .spec = pod,
                                 .replicas = std::max<std::int64_t>(1, pod["minReplicas"].integer(1))});
        }
    }
    return templates;
}

} // namespace

std::vector<PodTemplate> podTemplates(SpecValue root)
{
    const std::string_view kind = root["kind"].text();
    const SpecValue spec = root["spec"];
    if (const Framework *framework = frameworkOf(root["apiVersion"].text(), kind))
        return ofFramework(root, *framework);
    if (kind == "Pod")
        return {{.role = {}, .replica = root, .spec = spec, .replicas = 1}};
    if (kind == "Job")
        return {{.role = {},
                 .replica = spec,
                 .spec = spec["template"]["spec"],
                 .replicas = spec["parallelism"].integer(1)}};
    if (kind == "Deployment" || kind == "StatefulSet")
        return {
            {.role = {}, .replica = spec, .spec = spec["template"]["spec"], .replicas = spec["replicas"].integer(1)}};
    if (kind == "CronJob") {
        const SpecValue job = spec["jobTemplate"]["spec"];
        return {{.role = {}, .replica = job, .spec = job["template"]["spec"], .replicas = 0}};
    }
    if (kind == "JobSet")
        return ofReplicatedJobs(spec["replicatedJobs"]);
    if (kind == "TrainingRuntime" || kind == "ClusterTrainingRuntime")
        return ofReplicatedJobs(spec["template"]["spec"]["replicatedJobs"]);
    if (kind == "Notebook")
        return {{.role = {}, .replica = spec, .spec = spec["template"]["spec"], .replicas = 1}};
    if (kind == "SeldonDeployment")
        return ofSeldon(spec);
    if (kind == "InferenceService")
        return ofKserve(spec);
    if (kind == "ServingRuntime" || kind == "ClusterServingRuntime")
        return {{.role = {}, .replica = spec, .spec = spec, .replicas = 0}};
    return {};
}

} // namespace k8s
