// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"
#include "sandbox/room/backoff.h"

#include <QElapsedTimer>

#include <vector>
#include <QList>
#include <QStringList>

namespace sandbox {

/// One process of the room, as config/processes.json describes it.
struct ProcessSpec
{
    QString name;
    QString program; ///< looked up in PATH
    QStringList arguments;
    QStringList after; ///< each "tcp:ADDRESS:PORT" or "unix:PATH" must answer first
    int inherit = -1; ///< a file descriptor that only this process keeps
};

[[nodiscard]] Result<QList<ProcessSpec>> parseProcesses(const QByteArray &json);

/// Starts processes, restarts those that end (with back-off), and keeps their logs below 2 x 16 MiB each. One thread;
/// tick() does the work.
class ProcessTable
{
public:
    explicit ProcessTable(const Layout &layout);

    /// From now on exactly \p specs run: what is new is started, what is no longer named is killed, the rest goes on
    /// untouched.
    void setSpecs(const QList<ProcessSpec> &specs);
    /// Starts what is due. Call often.
    void tick();
    /// Tells the table that process \p pid ended with \p status (of waitpid).
    void ended(int pid, int status);
    /// Copies a log that grew too long to NAME.log.1 and empties it. Writers append, so they need not know.
    void rotateLogs() const;
    /// STATE/run/processes.json for whoever asks.
    void writeStatus() const;
    void signalAll(int number) const;
    [[nodiscard]] bool anyRunning() const;

private:
    struct Entry
    {
        ProcessSpec spec;
        Backoff backoff;
        int pid = 0;
        int restarts = -1;
        int lastStatus = 0;
        qint64 dueMs = 0;
        qint64 startedMs = 0;
    };

    void start(Entry &entry);

    Layout m_layout;
    std::vector<Entry> m_entries;
    QElapsedTimer m_clock;
};

} // namespace sandbox
