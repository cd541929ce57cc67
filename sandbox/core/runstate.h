// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"

#include <optional>

namespace sandbox {

/// What the supervisor says of itself in STATE/run/supervisor.json.
struct RunState
{
    qint64 supervisor = 0; ///< process id
    qint64 room = 0; ///< process id of the room's first process, as the machine sees it
    int port = 0; ///< of the door on 127.0.0.1
    QString components; ///< the folder of programs that run
    qint64 startedMs = 0; ///< when the room was made, milliseconds since the epoch
};

[[nodiscard]] Result<void> writeRunState(const Layout &layout, const RunState &run);
/// What runs now; nothing when no supervisor holds its lock, whatever the file says.
[[nodiscard]] std::optional<RunState> readRunState(const Layout &layout);

/// A lock on a file of the state folder, held until this object or the process ends.
class FileLock
{
public:
    FileLock() = default;
    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// Takes the lock, waiting while \p wait. Whether it was taken.
    [[nodiscard]] bool take(const QString &path, bool wait);
    /// Whether someone holds the lock on \p path.
    [[nodiscard]] static bool isHeld(const QString &path);

private:
    int m_fd = -1;
};

} // namespace sandbox
