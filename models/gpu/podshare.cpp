// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/podshare.h"

#include "k8s/core/quantity.h"
#include "models/core/accelerators.h"

#include <algorithm>

namespace models {

namespace {

double requested(const k8s::JsonView &container, const char *resource)
{
    return k8s::parseQuantity(container.at("resources", "requests", resource).string()).value_or(0);
}

double requestOf(const k8s::JsonView &pod, const char *resource)
{
    double together = 0, greediest = 0;
    pod.at("spec", "containers").forEach([&](const k8s::JsonView &container) {
        together += requested(container, resource);
    });
    pod.at("spec", "initContainers").forEach([&](const k8s::JsonView &container) {
        if (container["restartPolicy"].text() == "Always")
            together += requested(container, resource); // a sidecar
        else
            greediest = std::max(greediest, requested(container, resource));
    });
    return std::max(together, greediest);
}

QString jobOf(const k8s::JsonView &labels)
{
    for (const auto *key :
         {"training.kubeflow.org/job-name", "jobset.sigs.k8s.io/jobset-name", "batch.kubernetes.io/job-name"}) {
        if (const QString name = labels[key].string(); !name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

PodShare podShare(const k8s::JsonView &pod)
{
    const auto metadata = pod["metadata"];
    return {.uid = metadata["uid"].string(),
            .ns = metadata["namespace"].string(),
            .pod = metadata["name"].string(),
            .node = pod.at("spec", "nodeName").string(),
            .job = jobOf(metadata["labels"]),
            .cpu = requestOf(pod, "cpu"),
            .memory = requestOf(pod, "memory"),
            .gpus = acceleratorsOfPod(pod)};
}

} // namespace models
