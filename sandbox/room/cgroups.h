// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/problem.h"

#include <sys/types.h>

namespace sandbox {

/// Makes the cgroup \p group in every hierarchy of the machine (version 1, version 2, or both) and puts process \p pid
/// into it.
[[nodiscard]] Result<void> enterCgroups(const QString &group, pid_t pid);

/// Removes what \p group left behind. Whether nothing is left: folders of dying processes need another try a moment
/// later. An empty folder costs the next kubelet three seconds, so the room is not started before.
[[nodiscard]] bool removeCgroups(const QString &group);

/// Inside the room, in its new cgroup namespace: mounts the hierarchies again, so that the room's cgroup is their root.
[[nodiscard]] Result<void> remountCgroups();

} // namespace sandbox
