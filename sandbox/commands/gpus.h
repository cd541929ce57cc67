// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/commands/kubectl.h"
#include "sandbox/core/progress.h"

namespace sandbox {

/// Lets the node claim \p count GPUs that do not exist. With \p exporter also runs what serves figures for them, made
/// up from the CPU of the pods that hold them; without, or for 0, removes it.
[[nodiscard]] Result<void> simulateGpus(const Layout &layout, const Kubectl &kubectl, int count, bool exporter,
                                        Reporter &reporter);

} // namespace sandbox
