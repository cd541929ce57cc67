// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/accelerators.h"

#include "k8s/core/quantity.h"

#include <algorithm>

namespace models {

bool isAccelerator(std::string_view name)
{
    return name.ends_with("/gpu") || name.ends_with("/gpu.shared") || name.ends_with("/gaudi") || name.ends_with("/tpu")
        || name.starts_with("nvidia.com/mig-") || name.starts_with("gpu.intel.com/i915")
        || name.starts_with("gpu.intel.com/xe");
}

double accelerators(const k8s::JsonView &resources)
{
    double count = 0;
    resources.forEachMember([&count](std::string_view name, const k8s::JsonView &value) {
        if (isAccelerator(name))
            count += k8s::parseQuantity(value.string()).value_or(0);
    });
    return count;
}

double acceleratorsOfPod(const k8s::JsonView &pod)
{
    double together = 0, greediest = 0;
    const auto of = [](const k8s::JsonView &container) { // limits and requests of extended resources are equal
        return std::max(accelerators(container.at("resources", "limits")),
                        accelerators(container.at("resources", "requests")));
    };
    pod.at("spec", "containers").forEach([&](const k8s::JsonView &container) { together += of(container); });
    pod.at("spec", "initContainers").forEach([&](const k8s::JsonView &container) {
        greediest = std::max(greediest, of(container));
    });
    return std::max(together, greediest);
}

} // namespace models
