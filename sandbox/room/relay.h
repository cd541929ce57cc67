// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sandbox {

/// Passes every connection to \p listener (a listening socket of the machine's network) on to 127.0.0.1:\p port of the
/// caller's own network, in both directions, until the process ends. Half-closed connections stay open in the other
/// direction. One thread.
[[noreturn]] void relay(int listener, int port);

} // namespace sandbox
