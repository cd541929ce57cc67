// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"

namespace sandbox {

/// Inside the room: everything of the machine read-only but the sandbox's state, fresh /proc, /run and /var/lib, and
/// stand-ins for the kernel settings that the kubelet would change for the whole machine.
[[nodiscard]] Result<void> makeRoomMounts(const Layout &layout, const QString &components);

/// Inside the room: host name, bridge for the pods, forwarding, default route.
[[nodiscard]] Result<void> makeRoomNetwork();

} // namespace sandbox
