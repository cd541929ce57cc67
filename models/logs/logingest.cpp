// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logingest.h"

#include "models/logs/background.h"

#include <malloc.h>

namespace models {

using namespace std::chrono_literals;

namespace {

// A command costs more than a line. A multiple of it is where one ends, so that the file grows by whole large pages: a
// third less work for the kernel, measured.
constexpr qint64 chunkBytes = 64 * 1024;
constexpr size_t spareChunks = 32; // fresh memory costs more than copying into it
constexpr qint64 mostQueuedBytes = 4 * 1024 * 1024;
constexpr qint64 mostOfOneSource = 256 * 1024; // so that all ranks advance side by side, and few lines come late
constexpr qint64 slice = 1024 * 1024;
constexpr qint64 floodBytes = 64 * 1024 * 1024; // so many leave memory behind that is worth a look
constexpr auto floodIsOver = 100ms; // without a byte
constexpr auto busyMergeInterval = 100ms; // within SourceLog::recentBlocks, else times are read from the disk again
constexpr auto asksAgain = 100ms; // at the latest, who was refused and still waits

} // namespace

LogIngest::LogIngest(std::shared_ptr<LineTap> tap, std::function<void()> notify)
    : m_tap(std::move(tap))
    , m_notify(std::move(notify))
    , m_building(std::make_shared<MergedView>())
    , m_view(m_building)
    , m_shown(m_building)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

LogIngest::~LogIngest() = default;

void LogIngest::push(Command command)
{
    const std::lock_guard lock(m_mutex);
    if (command.source >= 0)
        feedOf(command.source).last = nullptr; // what comes later stays behind it
    m_queue.push_back(std::move(command));
    wakeUp();
}

LogIngest::Feed &LogIngest::feedOf(int source)
{
    if (m_feeds.size() <= size_t(source))
        m_feeds.resize(size_t(source) + 1);
    return m_feeds[size_t(source)];
}

void LogIngest::wakeUp()
{
    if (m_idle)
        m_wake.notify_one();
}

void LogIngest::add(const LogSource &source, std::shared_ptr<SourceLog> log)
{
    push({.kind = Command::Kind::Add, .source = source.id, .description = source, .log = std::move(log)});
}

void LogIngest::append(int source, std::string_view bytes)
{
    const std::lock_guard lock(m_mutex);
    Feed &feed = feedOf(source);
    feed.queued += qint64(bytes.size());
    m_queuedBytes += qint64(bytes.size());
    while (!bytes.empty()) {
        const qint64 within = feed.total % chunkBytes;
        if (!feed.last || within == 0) {
            m_queue.push_back({.kind = Command::Kind::Append, .source = source, .bytes = spareChunk()});
            feed.last = &m_queue.back(); // a deque moves nothing when its ends change
        }
        const std::string_view part = bytes.substr(0, size_t(chunkBytes - within));
        feed.last->bytes.append(part);
        feed.total += qint64(part.size());
        bytes.remove_prefix(part.size());
    }
    wakeUp();
}

std::string LogIngest::spareChunk()
{
    if (m_spare.empty()) {
        std::string chunk;
        chunk.reserve(size_t(chunkBytes));
        return chunk;
    }
    std::string chunk = std::move(m_spare.back());
    m_spare.pop_back();
    return chunk;
}

bool LogIngest::hasRoom(int source)
{
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    Feed &feed = feedOf(source);
    if (feed.queued == 0 && now - feed.refused > asksAgain)
        return true; // a log that is followed as it is written
    const bool ahead = feed.total > leastWaiting(now) + mostOfOneSource;
    const bool room = feed.queued < mostOfOneSource && m_queuedBytes < mostQueuedBytes && !ahead;
    feed.refused = room ? Clock::time_point() : now;
    return room;
}

/// Bytes of the source that is furthest behind of those that wait for room.
qint64 LogIngest::leastWaiting(Clock::time_point now)
{
    if (now - m_leastAt > 5ms) {
        m_leastAt = now;
        m_least = std::numeric_limits<qint64>::max() / 2;
        for (const Feed &feed : m_feeds) {
            if (now - feed.refused < asksAgain)
                m_least = std::min(m_least, feed.total);
        }
    }
    return m_least;
}

void LogIngest::waitForRoom()
{
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [this] { return m_queuedBytes < mostQueuedBytes; });
}

void LogIngest::finish(int source, const k8s::Error *error)
{
    push({.kind = Command::Kind::Finish, .source = source, .error = error ? std::optional(*error) : std::nullopt});
}

void LogIngest::interrupted(int source, const k8s::Error &error)
{
    push({.kind = Command::Kind::Interrupt, .source = source, .error = error});
}

void LogIngest::setVisible(std::vector<int> sources)
{
    push({.kind = Command::Kind::Show, .sources = std::move(sources)});
}

void LogIngest::drop() { push({.kind = Command::Kind::Drop}); }

void LogIngest::drain()
{
    std::unique_lock lock(m_mutex);
    m_drained.wait(lock, [this] { return m_queue.empty() && !m_busy; });
}

IngestReport LogIngest::takeReport()
{
    const std::lock_guard lock(m_newsMutex);
    m_reported = false;
    if (m_report.filtered)
        m_shown = m_view;
    return std::exchange(m_report, {});
}

std::shared_ptr<const MergedView> LogIngest::view() const
{
    const std::lock_guard lock(m_newsMutex);
    return m_shown;
}

void LogIngest::report(const std::function<void(IngestReport &)> &change)
{
    {
        const std::lock_guard lock(m_newsMutex);
        change(m_report);
        if (std::exchange(m_reported, true))
            return;
    }
    m_notify();
}

void LogIngest::run(const std::stop_token &stop)
{
    letTheWindowGoFirst();
    std::vector<Command> commands;
    while (!stop.stop_requested()) {
        const bool behind = waitForCommands(stop, commands);
        for (Command &command : commands) {
            if (stop.stop_requested())
                return;
            execute(command);
        }
        if (!commands.empty() && m_tap)
            m_tap->flush();
        if (m_dirty && Clock::now() >= (behind ? m_nextBusyMerge : m_nextMerge))
            merge();
        else if (commands.empty() && !m_dirty)
            tidyUpWhileIdle();
        giveBack(commands);
    }
}

/// Returns whether more is queued than was taken.
bool LogIngest::waitForCommands(const std::stop_token &stop, std::vector<Command> &commands)
{
    std::unique_lock lock(m_mutex);
    if (m_queue.empty()) {
        const bool late = m_dirty && Clock::now() >= m_nextMerge;
        if (!m_dirty) {
            m_busy = false;
            m_drained.notify_all();
        }
        const auto hasWork = [this] { return !m_queue.empty(); };
        m_idle = true;
        if (m_dirty && !late)
            m_wake.wait_until(lock, stop, m_nextMerge, hasWork);
        else if (!m_dirty && m_bytesSinceTrim >= floodBytes)
            m_wake.wait_for(lock, stop, m_mayCompress ? 0ms : floodIsOver, hasWork);
        else if (!m_dirty && !m_mayCompress)
            m_wake.wait(lock, stop, hasWork);
        m_idle = false;
    }
    takeCommands(commands);
    m_busy = m_dirty || !commands.empty();
    return !m_queue.empty();
}

/// A slice of the queue: what is still queued counts as waiting.
void LogIngest::takeCommands(std::vector<Command> &commands)
{
    qint64 bytes = 0;
    while (!m_queue.empty() && bytes < slice) {
        Command &command = m_queue.front();
        const auto size = qint64(command.bytes.size());
        bytes += size;
        if (command.kind == Command::Kind::Append) {
            Feed &feed = feedOf(command.source);
            feed.queued -= size;
            if (feed.last == &command)
                feed.last = nullptr;
        }
        commands.push_back(std::move(command));
        m_queue.pop_front();
    }
    m_queuedBytes -= bytes;
    m_room.notify_all();
}

void LogIngest::giveBack(std::vector<Command> &commands)
{
    const std::lock_guard lock(m_mutex);
    for (Command &command : commands) {
        if (command.kind != Command::Kind::Append || m_spare.size() >= spareChunks)
            continue;
        command.bytes.clear();
        m_spare.push_back(std::move(command.bytes));
    }
    commands.clear();
}

void LogIngest::execute(Command &command)
{
    switch (command.kind) {
    case Command::Kind::Add:
        m_logs.resize(std::max(m_logs.size(), size_t(command.source) + 1));
        m_logs[size_t(command.source)] = std::move(command.log);
        if (m_tap)
            m_tap->sourceAdded(command.description);
        if (m_visible.empty()) {
            auto view = std::make_shared<MergedView>(*m_building);
            view->ids.push_back(command.source);
            m_building = std::move(view);
        }
        break;
    case Command::Kind::Append:
        appendTo(command.source, command.bytes);
        break;
    case Command::Kind::Finish:
        if (!command.error && !m_dropped)
            m_logs[size_t(command.source)]->finish(m_tap.get());
        m_dirty = true;
        report([&](IngestReport &news) { news.finished.emplace_back(command.source, command.error); });
        break;
    case Command::Kind::Interrupt:
        m_interrupted.insert(command.source);
        report([&](IngestReport &news) { news.interrupted.emplace_back(command.source, *command.error); });
        break;
    case Command::Kind::Show:
        if (!m_dropped)
            show(command.sources);
        break;
    case Command::Kind::Drop:
        dropAll();
        break;
    }
}

void LogIngest::appendTo(int source, std::string_view bytes)
{
    if (m_dropped)
        return;
    SourceLog &log = *m_logs[size_t(source)];
    const qint64 before = log.byteCount();
    m_bytesSinceTrim += qint64(bytes.size());
    m_lastBytes = Clock::now();
    k8s::Result<> result = std::unexpected(k8s::Error {.kind = k8s::Error::Kind::Io, .message = {}, .context = {}});
    if (m_refusing)
        log.skip(bytes);
    else
        result = log.append(bytes, m_tap.get());
    m_dirty = m_mayCompress = true;
    if (m_interrupted.erase(source))
        report([&](IngestReport &news) { news.resumed.push_back(source); });
    const qint64 lost = std::max<qint64>(0, qint64(bytes.size()) - (log.byteCount() - before));
    if (!result || lost > 0)
        report([&](IngestReport &news) {
            news.lostBytes += lost;
            if (!result && !std::exchange(m_diskFailed, true))
                news.diskError = result.error();
        });
    if (log.byteCount() > before && result && std::exchange(m_diskFailed, false))
        report([](IngestReport &news) { news.diskRecovered = true; });
}

void LogIngest::dropAll()
{
    m_dropped = true;
    for (const auto &log : m_logs) {
        if (log)
            log->removeFiles();
    }
    m_building = std::make_shared<MergedView>();
    m_mayCompress = false;
    m_dirty = true;
    m_nextMerge = m_nextBusyMerge = {};
}

void LogIngest::show(const std::vector<int> &sources)
{
    m_visible = sources;
    auto view = std::make_shared<MergedView>();
    view->ids = sources;
    if (sources.empty()) {
        for (size_t i = 0; i < m_logs.size(); ++i)
            view->ids.push_back(int(i));
    }
    m_building = std::move(view);
    m_dirty = true;
    m_nextMerge = m_nextBusyMerge = {};
}

void LogIngest::merge()
{
    const auto start = Clock::now();
    const std::shared_ptr<const MergedView> view = m_building;
    MergeSources sources;
    std::vector<quint32> limits;
    for (const int id : view->ids) {
        sources.push_back(m_logs[size_t(id)]);
        limits.push_back(quint32(m_logs[size_t(id)]->lineCount()));
    }
    bool replaced = false;
    {
        // The ids of new sources are known before their lines stand in a merge that is shown already.
        const std::lock_guard lock(m_newsMutex);
        replaced = m_view->merge != view->merge;
        if (m_shown->merge == view->merge)
            m_shown = view;
    }
    const qint64 before = view->merge->size();
    const qint64 firstChanged = view->merge->update(sources, limits);
    m_dirty = false;
    // Late lines make a merge start again further up: never spend more than a third of the time on that.
    const auto end = Clock::now();
    const Clock::duration took = end - start;
    m_nextMerge = end + 2 * took;
    m_nextBusyMerge = end + std::max<Clock::duration>(busyMergeInterval, 2 * took);
    const bool grown = view->merge->size() != before || firstChanged != before;
    {
        const std::lock_guard lock(m_newsMutex);
        m_view = view;
    }
    if (!grown && !replaced)
        return;
    report([&](IngestReport &news) {
        news.filtered = news.filtered || replaced;
        news.firstChanged = news.firstChanged < 0 ? firstChanged : std::min(news.firstChanged, firstChanged);
    });
}

void LogIngest::tidyUpWhileIdle()
{
    if (m_bytesSinceTrim >= floodBytes && Clock::now() - m_lastBytes >= floodIsOver) {
        m_bytesSinceTrim = 0;
        {
            const std::lock_guard lock(m_mutex);
            m_spare.clear();
        }
        for (const auto &log : m_logs) {
            if (log)
                log->forgetRecentTimes();
        }
#ifdef __GLIBC__
        // Else what the flood needed, chunks and batches of figures, stays with the process. 3 ms, measured.
        ::malloc_trim(0);
#endif
    }
    m_mayCompress = false;
    for (const auto &log : m_logs) {
        if (log && log->compressSome()) {
            m_mayCompress = true;
            return;
        }
    }
}

} // namespace models
