// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logingest.h"

namespace models {

using namespace std::chrono_literals;

namespace {

constexpr qint64 mostQueuedBytes = 32 * 1024 * 1024;

} // namespace

LogIngest::LogIngest(std::shared_ptr<LineTap> tap, std::function<void()> notify)
    : m_tap(std::move(tap))
    , m_notify(std::move(notify))
    , m_building(std::make_shared<MergedView>())
    , m_view(m_building)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

LogIngest::~LogIngest() = default;

void LogIngest::push(Command command)
{
    const std::lock_guard lock(m_mutex);
    m_queuedBytes += qint64(command.bytes.size());
    m_queue.push_back(std::move(command));
    m_wake.notify_one();
}

void LogIngest::add(const LogSource &source, std::shared_ptr<SourceLog> log)
{
    push({.kind = Command::Kind::Add, .source = source.id, .description = source, .log = std::move(log)});
}

void LogIngest::append(int source, std::string_view bytes)
{
    // Small chunks of a fast source become one: a command costs more than a line.
    std::unique_lock lock(m_mutex);
    // A network that outruns the disk waits a little, so that its buffers fill and the server slows down. It never
    // waits long: watches share the thread.
    if (m_queuedBytes > mostQueuedBytes)
        m_room.wait_for(lock, 20ms, [this] { return m_queuedBytes <= mostQueuedBytes; });
    m_queuedBytes += qint64(bytes.size());
    if (!m_queue.empty() && m_queue.back().kind == Command::Kind::Append && m_queue.back().source == source
        && m_queue.back().bytes.size() < 256 * 1024)
        m_queue.back().bytes.append(bytes);
    else
        m_queue.push_back({.kind = Command::Kind::Append, .source = source, .bytes = std::string(bytes)});
    m_wake.notify_one();
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
    const std::lock_guard lock(m_mutex);
    m_reported = false;
    return std::exchange(m_report, {});
}

std::shared_ptr<const MergedView> LogIngest::view() const
{
    const std::lock_guard lock(m_mutex);
    return m_view;
}

qint64 LogIngest::queuedBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_queuedBytes;
}

void LogIngest::report(const std::function<void(IngestReport &)> &change)
{
    {
        const std::lock_guard lock(m_mutex);
        change(m_report);
        if (std::exchange(m_reported, true))
            return;
    }
    m_notify();
}

void LogIngest::run(const std::stop_token &stop)
{
    std::vector<Command> commands;
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            if (m_queue.empty()) {
                const bool late = m_dirty && Clock::now() >= m_nextMerge;
                if (!m_dirty) {
                    m_busy = false;
                    m_drained.notify_all();
                }
                const auto hasWork = [this] { return !m_queue.empty(); };
                if (m_dirty && !late)
                    m_wake.wait_until(lock, stop, m_nextMerge, hasWork);
                else if (!m_dirty && !m_mayCompress)
                    m_wake.wait(lock, stop, hasWork);
            }
            takeCommands(commands);
            m_busy = m_dirty || !commands.empty();
        }
        for (Command &command : commands) {
            if (stop.stop_requested())
                return;
            execute(command);
        }
        if (!commands.empty() && m_tap)
            m_tap->flush();
        if (m_dirty && Clock::now() >= m_nextMerge)
            merge();
        else if (commands.empty() && !m_dirty && m_mayCompress)
            compressWhileIdle();
        commands.clear();
    }
}

/// A slice of the queue: what is still queued counts as waiting.
void LogIngest::takeCommands(std::vector<Command> &commands)
{
    constexpr qint64 slice = 8 * 1024 * 1024;
    qint64 bytes = 0;
    while (!m_queue.empty() && bytes < slice) {
        bytes += qint64(m_queue.front().bytes.size());
        commands.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    m_queuedBytes -= bytes;
    m_room.notify_all();
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
    const k8s::Result<> result = m_refusing
        ? std::unexpected(k8s::Error {.kind = k8s::Error::Kind::Io, .message = {}, .context = {}})
        : log.append(bytes, m_tap.get());
    m_dirty = m_mayCompress = true;
    if (m_interrupted.erase(source))
        report([&](IngestReport &news) { news.resumed.push_back(source); });
    const qint64 lost = qint64(bytes.size()) - (log.byteCount() - before);
    if (!result)
        report([&](IngestReport &news) {
            news.lostBytes += lost;
            if (!std::exchange(m_diskFailed, true))
                news.diskError = result.error();
        });
    else if (std::exchange(m_diskFailed, false))
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
    m_nextMerge = {};
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
    m_nextMerge = {};
}

void LogIngest::merge()
{
    const auto start = Clock::now();
    const std::shared_ptr<const MergedView> view = m_building;
    LogMerge::Sources sources;
    std::vector<quint32> limits;
    for (const int id : view->ids) {
        sources.push_back(m_logs[size_t(id)]);
        limits.push_back(quint32(m_logs[size_t(id)]->lineCount()));
    }
    const qint64 before = view->merge->size();
    const qint64 firstChanged = view->merge->update(sources, limits);
    m_dirty = false;
    // Late lines make a merge start again further up: never spend more than a third of the time on that.
    m_nextMerge = Clock::now() + 2 * (Clock::now() - start);
    const bool grown = view->merge->size() != before || firstChanged != before;
    bool replaced = false;
    {
        const std::lock_guard lock(m_mutex);
        replaced = m_view->merge != view->merge;
        m_view = view;
    }
    if (!grown && !replaced)
        return;
    report([&](IngestReport &news) {
        news.filtered = news.filtered || replaced;
        news.firstChanged = news.firstChanged < 0 ? firstChanged : std::min(news.firstChanged, firstChanged);
    });
}

void LogIngest::compressWhileIdle()
{
    m_mayCompress = false;
    for (const auto &log : m_logs) {
        if (log && log->compressSome()) {
            m_mayCompress = true;
            return;
        }
    }
}

} // namespace models
