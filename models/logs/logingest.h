// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"
#include "models/logs/linetap.h"
#include "models/logs/logmerge.h"
#include "models/logs/sourcelog.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <thread>

namespace models {

/// What happened to sources since the last report, for the GUI thread.
struct IngestReport
{
    qint64 firstChanged = -1; ///< -1: no new lines
    bool filtered = false; ///< the view was replaced
    std::vector<std::pair<int, std::optional<k8s::Error>>> finished; ///< by source
    std::vector<std::pair<int, k8s::Error>> interrupted;
    std::vector<int> resumed; ///< lines came again after an interruption
    std::optional<k8s::Error> diskError;
    bool diskRecovered = false;
    qint64 lostBytes = 0; ///< refused since the last report
};

/// A merged view of some sources. Never changed once published; the merge in it grows by itself.
struct MergedView
{
    std::vector<int> ids; ///< source ids by position in the merge
    std::shared_ptr<LogMerge> merge = std::make_shared<LogMerge>(); ///< another one when the filter changes
};

/// The thread that spools, indexes, taps and merges log lines. Everything public may be called from any thread.
class LogIngest
{
public:
    /// `notify` is called in the ingest thread when takeReport() has news, once until it is taken.
    LogIngest(std::shared_ptr<LineTap> tap, std::function<void()> notify);
    ~LogIngest(); ///< ends the thread; what was not indexed yet is dropped
    LogIngest(const LogIngest &) = delete;
    LogIngest &operator=(const LogIngest &) = delete;

    void add(const LogSource &source, std::shared_ptr<SourceLog> log);
    /// Never waits: who is told that there is no room keeps the rest for later.
    void append(int source, std::string_view bytes);
    /// Whether a source should bring more now. No source gets far ahead of the others.
    bool hasRoom(int source);
    /// For who can do nothing but wait. Never the net thread.
    void waitForRoom();
    void finish(int source, const k8s::Error *error);
    void interrupted(int source, const k8s::Error &error);
    /// Empty: all sources.
    void setVisible(std::vector<int> sources);
    void drain();
    /// Take no lines (true): as if the disk were full.
    void setRefusing(bool refusing) { m_refusing = refusing; }
    /// Delete everything spooled and take nothing more.
    void drop();

    IngestReport takeReport();
    /// The lines in order. Another filter's lines take their place with the report that tells of them, so that whoever
    /// reads and listens in one thread never sees them unprepared.
    std::shared_ptr<const MergedView> view() const;

private:
    struct Command
    {
        enum class Kind
        {
            Add,
            Append,
            Finish,
            Interrupt,
            Show,
            Drop
        } kind
            = Kind::Append;
        int source = -1;
        std::string bytes {};
        LogSource description {};
        std::shared_ptr<SourceLog> log {};
        std::optional<k8s::Error> error {};
        std::vector<int> sources {};
    };
    using Clock = std::chrono::steady_clock;

    struct Feed // what is queued of a source
    {
        qint64 queued = 0;
        qint64 total = 0; // ever
        Clock::time_point refused {}; // when it last had no room
        Command *last = nullptr; // of the queue: more bytes go in there
    };

    void push(Command command);
    Feed &feedOf(int source); // with the mutex held, like the next three
    void wakeUp();
    std::string spareChunk();
    qint64 leastWaiting(Clock::time_point now);
    bool waitForCommands(const std::stop_token &stop, std::vector<Command> &commands);
    void giveBack(std::vector<Command> &commands);
    void run(const std::stop_token &stop);
    void appendTo(int source, std::string_view bytes);
    void dropAll();
    void takeCommands(std::vector<Command> &commands); // with the mutex held
    void execute(Command &command);
    void show(const std::vector<int> &sources);
    void merge();
    void tidyUpWhileIdle();
    void report(const std::function<void(IngestReport &)> &change);

    const std::shared_ptr<LineTap> m_tap;
    const std::function<void()> m_notify;

    // of the ingest thread
    std::vector<std::shared_ptr<SourceLog>> m_logs;
    std::vector<int> m_visible;
    std::shared_ptr<const MergedView> m_building;
    std::set<int> m_interrupted;
    bool m_dirty = false;
    bool m_mayCompress = false;
    qint64 m_bytesSinceTrim = 0; // memory was given back
    Clock::time_point m_lastBytes;
    bool m_diskFailed = false;
    bool m_dropped = false;
    Clock::time_point m_nextMerge, m_nextBusyMerge;

    std::atomic<bool> m_refusing = false;
    std::mutex m_mutex; // guards everything down to the next one
    std::condition_variable_any m_wake, m_drained, m_room;
    std::deque<Command> m_queue;
    std::vector<Feed> m_feeds; // by source
    std::vector<std::string> m_spare; // used chunks, empty
    qint64 m_queuedBytes = 0;
    qint64 m_least = 0; // of those that wait for room, the fewest bytes
    Clock::time_point m_leastAt {};
    bool m_idle = false; // the thread waits for commands
    bool m_busy = false;

    // Apart from the queue, which the net thread fills: a window that asks for its lines does not wait for that.
    mutable std::mutex m_newsMutex; // guards everything below
    IngestReport m_report;
    bool m_reported = false;
    std::shared_ptr<const MergedView> m_view; // the newest one
    std::shared_ptr<const MergedView> m_shown; // the one that was last told

    std::jthread m_thread; // last: dies first
};

} // namespace models
