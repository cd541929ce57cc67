// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/config/clustercontext.h"
#include "k8s/core/result.h"

#include <functional>
#include <optional>

namespace views {
class LaunchPage;
}

namespace app {

class LaunchApply;
class SandboxTrial;

/// Where the sandbox is now: nothing while it is down, an error where it cannot be read.
using SandboxContext = std::function<std::optional<k8s::Result<k8s::ClusterContext>>()>;

/// What the launch page asks of the connected cluster beyond launching, and where the answers stand: comparing and
/// applying. Holds until one of the two goes. GUI thread.
void connectApply(views::LaunchPage &page, LaunchApply &apply);

/// The text of the launch page in the sandbox, whatever cluster the window is connected to; `sandbox` is asked at every
/// trial and has to outlive both. Holds until one of the two goes. GUI thread.
void connectTrial(views::LaunchPage &page, SandboxTrial &trial, SandboxContext sandbox);

} // namespace app
