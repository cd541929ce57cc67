// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/problem.h"

namespace sandbox {

/// The only way into a room: a listening socket on 127.0.0.1.
struct Door
{
    int listener = -1;
    int port = 0;
};

/// Opens it at \p preferred if that port is free (0: none is preferred), else at a free one.
[[nodiscard]] Result<Door> openDoor(int preferred);

} // namespace sandbox
