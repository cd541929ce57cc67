// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"

namespace sandbox {

/// Holds the door open and the room alive until SIGTERM; makes the room again if its first process is killed. Leaves no
/// process, mount, namespace or cgroup. Returns the exit code.
int supervise(const Layout &layout, const QString &components);

/// Starts supervise() in a process of its own that outlives the caller and its terminal.
[[nodiscard]] Result<void> startSupervisor(const Layout &layout, const QString &components);

} // namespace sandbox
