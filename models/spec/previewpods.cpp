// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/previewpods.h"

#include "k8s/core/quantity.h"
#include "models/core/accelerators.h"

#include <algorithm>

namespace models {

namespace {

double amount(k8s::SpecValue resources, std::string_view resource)
{
    const k8s::SpecValue request = resources["requests"][resource];
    const k8s::SpecValue limit = resources["limits"][resource];
    return k8s::parseQuantity((request.exists() ? request : limit).string()).value_or(0);
}

} // namespace

void addResources(k8s::SpecValue resources, PreviewPod &pod)
{
    pod.cpu += amount(resources, "cpu");
    pod.memory += amount(resources, "memory");
    for (k8s::SpecValue limit : resources["limits"]) {
        const std::string_view name = limit.key();
        if (!isAccelerator(name))
            continue;
        pod.gpus += k8s::parseQuantity(limit.string()).value_or(0);
        pod.gpuResource = QString::fromUtf8(name.data(), qsizetype(name.size()));
    }
}

PreviewPod podOf(k8s::SpecValue podSpec)
{
    PreviewPod pod;
    for (k8s::SpecValue container : podSpec["containers"]) {
        if (pod.image.isEmpty())
            pod.image = container["image"].string();
        addResources(container["resources"], pod);
    }
    return pod;
}

void addPods(SpecPreview &preview, const PreviewPod &one, std::int64_t count,
             const std::function<void(PreviewPod &pod, int index)> &finish)
{
    // One replica's resources times their number: a million workers are a figure, not a million entries.
    const std::int64_t counted = std::clamp<std::int64_t>(count, 0, 1'000'000);
    preview.podCount = int(std::min<std::int64_t>(preview.podCount + counted, 1'000'000'000));
    preview.cpu += one.cpu * double(counted);
    preview.memory += one.memory * double(counted);
    preview.gpus += one.gpus * double(counted);
    for (int index = 0; index < counted && preview.pods.size() < shownPods; ++index) {
        PreviewPod pod = one;
        finish(pod, index);
        preview.pods.append(std::move(pod));
    }
}

} // namespace models
