// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/jsonview.h"

namespace models {

/// Whether a resource name stands for whole or shared accelerators of any vendor: nvidia.com/gpu,
/// nvidia.com/gpu.shared, nvidia.com/mig-*, amd.com/gpu, gpu.intel.com/i915, habana.ai/gaudi, google.com/tpu. Memory
/// and time slices that some plugins count beside them are none.
bool isAccelerator(std::string_view resourceName);

/// How many accelerators a map of resources names: a node's capacity, a container's limits. Any thread.
double accelerators(const k8s::JsonView &resources);

/// How many a pod holds while it is on a node: what its containers ask for together, or its greediest init container.
double acceleratorsOfPod(const k8s::JsonView &pod);

} // namespace models
