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
    return {};
}

} // namespace k8s
