// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"

#include <sys/types.h>
#include <QStringList>

namespace sandbox {

/// What a room is made of.
struct RoomPlan
{
    Layout layout;
    QString components; ///< folder of the programs
    int listener = -1; ///< the door: a listening socket of the machine's network
};

/// Starts a process in namespaces of its own (mount, pid, net, ipc, uts, cgroup) and in its own cgroup; it becomes the
/// room's first process (runRoom()) and dies with the caller, and everything in the room with it. Returns its process
/// id as the caller sees it.
[[nodiscard]] Result<pid_t> spawnRoom(const RoomPlan &plan);

/// The room's first process: sets up mounts and network, starts everything, reaps, restarts. SIGHUP: reads the list of
/// processes again. SIGTERM: ends. Returns the exit code.
int runRoom(const RoomPlan &plan);

/// Runs \p words with the room's namespaces and programs, from outside. \p input: file descriptor for its stdin or -1.
/// Its output goes to
/// \p output. Returns its exit code, or -1.
[[nodiscard]] int runInRoom(pid_t room, const QStringList &words, const QString &components, int input,
                            QByteArray *output);

} // namespace sandbox
