// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/joblogs.h"

#include "k8s/watch/logstream.h"
#include "models/logs/logingest.h"
#include "models/logs/timestamp.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameMilliseconds = 16;

/// Hands the net thread's lines to the ingest thread until it is detached.
class IngestSink : public k8s::LogSink
{
public:
    IngestSink(LogIngest *ingest, int source)
        : m_ingest(ingest)
        , m_source(source)
    {
    }
    void detach()
    {
        const std::lock_guard lock(m_mutex);
        m_ingest = nullptr;
    }
    void append(std::string_view lines) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_ingest)
            m_ingest->append(m_source, lines);
    }
    void finished(const k8s::Error *error) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_ingest)
            m_ingest->finish(m_source, error);
    }
    void interrupted(const k8s::Error &error) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_ingest)
            m_ingest->interrupted(m_source, error);
    }

private:
    std::mutex m_mutex;
    LogIngest *m_ingest;
    const int m_source;
};

/// One source in the GUI thread's book.
struct Followed
{
    std::shared_ptr<SourceLog> log;
    std::shared_ptr<IngestSink> sink;
    std::unique_ptr<k8s::LogStream> stream;
    k8s::LogTarget target;
    QString key; // pod uid, container and attempt
    bool done = false;
    bool interrupted = false;
    int retries = 0;
    qint64 bytesAtEnd = 0; // when the stream last ended
};

QString attemptKey(const Rank &rank, const ContainerState &container, int attempt)
{
    return u"%1/%2/%3"_s.arg(rank.podUid, container.name).arg(attempt);
}

bool hasStarted(const ContainerState &container)
{
    return container.state == "running"_L1 || container.state == "terminated"_L1 || container.restarts > 0
        || container.exitCode >= 0;
}

LogLine toLine(int source, qint64 number, std::string_view kept, qint64 length)
{
    const LineStamp stamp = parseStamp(kept);
    const std::string_view text = kept.substr(size_t(stamp.length));
    return {source, number, stamp.nanoseconds, QByteArray(text.data(), qsizetype(text.size())), length - stamp.length};
}

} // namespace

class JobLogs::Private
{
public:
    Private(JobLogs *owner, k8s::ApiClient *apiClient, const QString &spoolFolder)
        : q(owner)
        , client(apiClient)
        , folder(spoolFolder)
    {
    }

    LogIngest &ingestThread();
    bool prepareFolder();
    int addSource(LogSource source);
    void follow(const Rank &rank, const ContainerState &container);
    void scheduleResume(int source);
    bool mayGoOn(int source) const;
    void finish(int source);
    void takeReport();
    void ended(int source, const std::optional<k8s::Error> &error);
    void setProblem(const Problem &news);
    const SourceLog *log(int source) const
    {
        return source >= 0 && size_t(source) < followed.size() ? followed[size_t(source)].log.get() : nullptr;
    }
    std::shared_ptr<const MergedView> view() const { return ingest ? ingest->view() : std::make_shared<MergedView>(); }
    void readRun(const MergedView &view, std::span<const LineRef> run, QList<LogLine> &into) const;

    JobLogs *q;
    k8s::ApiClient *client;
    QString folder;
    std::unique_ptr<QTemporaryDir> ownFolder;
    std::shared_ptr<LineTap> tap;
    QList<LogSource> sources;
    std::vector<Followed> followed; // by source id
    QHash<QString, int> sourceOf; // "uid/container/attempt"
    QSet<QString> livePods; // uids
    QSet<QString> runningAttempts; // keys
    QList<int> visible;
    Problem problem;
    QTimer frame;
    std::unique_ptr<LogIngest> ingest;
};

LogIngest &JobLogs::Private::ingestThread()
{
    if (!ingest) {
        ingest = std::make_unique<LogIngest>(tap, [owner = q, this] {
            QMetaObject::invokeMethod(
                owner,
                [this] {
                    if (!frame.isActive())
                        frame.start(frameMilliseconds);
                },
                Qt::QueuedConnection);
        });
    }
    return *ingest;
}

bool JobLogs::Private::prepareFolder()
{
    if (!folder.isEmpty() || ownFolder)
        return true;
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/spool"_s;
    if (QDir().mkpath(cache))
        ownFolder = std::make_unique<QTemporaryDir>(cache + u"/XXXXXX"_s);
    if (!ownFolder || !ownFolder->isValid())
        ownFolder = std::make_unique<QTemporaryDir>();
    folder = ownFolder->path();
    return ownFolder->isValid();
}

int JobLogs::Private::addSource(LogSource source)
{
    if (!prepareFolder() || !QDir().mkpath(folder))
        setProblem({JobLogs::tr("Log lines cannot be kept on disk: the folder %1 cannot be made.").arg(folder),
                    JobLogs::tr("Free some space or check the rights of the folder.")});
    source.id = int(sources.size());
    LogIngest &thread = ingestThread();
    Followed entry;
    entry.log = std::make_shared<SourceLog>(source.id, folder + u"/%1"_s.arg(source.id, 4, 10, '0'_L1));
    entry.sink = std::make_shared<IngestSink>(&thread, source.id);
    thread.add(source, entry.log);
    sources.append(source);
    followed.push_back(std::move(entry));
    return source.id;
}

void JobLogs::Private::follow(const Rank &rank, const ContainerState &container)
{
    const bool main = container.name == rank.mainContainer;
    const auto key = [&](int attempt) { return attemptKey(rank, container, attempt); };
    const auto start = [&](int attempt, bool previous) {
        QString label = rank.label;
        if (!main)
            label += u'/' + container.name;
        if (attempt > 0)
            label += u" #%1"_s.arg(attempt + 1);
        const int source = addSource({.rank = std::max(rank.rank, 0),
                                      .label = label,
                                      .ns = rank.ns,
                                      .pod = rank.pod,
                                      .podUid = rank.podUid,
                                      .replicaType = rank.replicaType,
                                      .container = container.name,
                                      .main = main,
                                      .attempt = attempt});
        sourceOf.insert(key(attempt), source);
        followed[size_t(source)].target = {.ns = rank.ns,
                                           .pod = rank.pod,
                                           .container = container.name,
                                           .previous = previous,
                                           .follow = !previous,
                                           .tailLines = -1,
                                           .sinceTime = {}};
        Followed &entry = followed[size_t(source)];
        entry.key = key(attempt);
        entry.stream = std::make_unique<k8s::LogStream>(*client, entry.target, entry.sink);
        entry.stream->start();
    };
    if (container.restarts > 0 && !sourceOf.contains(key(container.restarts - 1)))
        start(container.restarts - 1, true);
    if (!sourceOf.contains(key(container.restarts)))
        start(container.restarts, false);
}

/// Ask again behind the last line: the stream ended, but its container may not have.
void JobLogs::Private::scheduleResume(int source)
{
    Followed &entry = followed[size_t(source)];
    const qint64 bytes = entry.log->byteCount();
    if (std::exchange(entry.bytesAtEnd, bytes) != bytes)
        entry.retries = 0;
    const int seconds = std::min(1 << std::min(entry.retries++, 5), 30);
    QTimer::singleShot(std::chrono::seconds(seconds), q, [this, source] {
        if (mayGoOn(source))
            followed[size_t(source)].stream->resume();
        else
            finish(source);
    });
}

bool JobLogs::Private::mayGoOn(int source) const
{
    const Followed &entry = followed[size_t(source)];
    if (!entry.stream || entry.target.previous || entry.done)
        return false;
    if (runningAttempts.contains(entry.key))
        return true;
    // It ended, or has not begun as far as the API says: its log may be a moment behind the status.
    return livePods.contains(sources[source].podUid) && entry.log->byteCount() == 0 && entry.retries < 6;
}

void JobLogs::Private::finish(int source)
{
    Followed &entry = followed[size_t(source)];
    entry.done = true;
    entry.stream.reset();
    ingest->finish(source, nullptr);
}

void JobLogs::Private::ended(int source, const std::optional<k8s::Error> &error)
{
    Followed &entry = followed[size_t(source)];
    entry.interrupted = false;
    if (entry.done)
        return;
    if (error && error->kind == k8s::Error::Kind::Forbidden)
        setProblem(describe(*error));
    if (!client)
        entry.done = true; // the feeder's end is the end
    else
        scheduleResume(source);
}

void JobLogs::Private::setProblem(const Problem &news)
{
    if (std::exchange(problem, news) != news)
        emit q->problemChanged(problem);
}

void JobLogs::Private::takeReport()
{
    const IngestReport report = ingest->takeReport();
    for (const auto &[source, error] : report.finished)
        ended(source, error);
    for (const auto &[source, error] : report.interrupted)
        followed[size_t(source)].interrupted = true;
    for (const int source : report.resumed)
        followed[size_t(source)].interrupted = false;
    if (report.diskError)
        setProblem({JobLogs::tr("Log lines are being lost: the disk refused them (%1).").arg(report.diskError->message),
                    JobLogs::tr("Free some space under %1.").arg(folder)});
    else if (report.diskRecovered)
        setProblem({});
    if (report.filtered)
        emit q->reset();
    else if (report.firstChanged >= 0)
        emit q->linesAppended(report.firstChanged);
}

JobLogs::JobLogs(k8s::ApiClient &client, const QString &spoolFolder, QObject *parent)
    : LogDocument(parent)
    , d(std::make_unique<Private>(this, &client, spoolFolder))
{
    d->frame.setSingleShot(true);
    connect(&d->frame, &QTimer::timeout, this, [this] { d->takeReport(); });
}

JobLogs::JobLogs(const QString &spoolFolder, QObject *parent)
    : LogDocument(parent)
    , d(std::make_unique<Private>(this, nullptr, spoolFolder))
{
    d->frame.setSingleShot(true);
    connect(&d->frame, &QTimer::timeout, this, [this] { d->takeReport(); });
}

JobLogs::~JobLogs()
{
    for (Followed &entry : d->followed) {
        entry.stream.reset();
        entry.sink->detach(); // the net thread may still hold the sink
    }
    d->ingest.reset();
}

void JobLogs::setTap(std::shared_ptr<LineTap> tap) { d->tap = std::move(tap); }

void JobLogs::setRanks(const QList<Rank> &ranks)
{
    if (!d->client)
        return;
    const qsizetype before = d->sources.size();
    d->livePods.clear();
    d->runningAttempts.clear();
    for (const Rank &rank : ranks) {
        d->livePods.insert(rank.podUid);
        for (const ContainerState &container : rank.containers) {
            if (container.state == "running"_L1)
                d->runningAttempts.insert(attemptKey(rank, container, container.restarts));
        }
    }
    for (const bool main : {true, false}) {
        for (const Rank &rank : ranks) {
            for (const ContainerState &container : rank.containers) {
                if ((container.name == rank.mainContainer) == main && hasStarted(container))
                    d->follow(rank, container);
            }
        }
    }
    if (d->sources.size() != before)
        emit sourcesChanged();
}

std::shared_ptr<k8s::LogSink> JobLogs::addSource(LogSource source)
{
    const int id = d->addSource(std::move(source));
    emit sourcesChanged();
    return d->followed[size_t(id)].sink;
}

const QList<LogSource> &JobLogs::sources() const { return d->sources; }

qint64 JobLogs::lineCount() const { return d->view()->merge->size(); }

LogLine JobLogs::line(qint64 index) const { return lines(index, 1).value(0); }

void JobLogs::Private::readRun(const MergedView &view, std::span<const LineRef> run, QList<LogLine> &into) const
{
    const int source = view.ids[run.front().source];
    const SourceLog *from = log(source);
    const qsizetype before = into.size();
    from->readLines(run.front().line, qint64(run.size()), LogDocument::shownBytes + 64,
                    [&](qint64 number, std::string_view kept, qint64 length) {
                        into.append(toLine(source, number, kept, length));
                    });
    for (auto i = size_t(into.size() - before); i < run.size(); ++i) // the spool was deleted under us
        into.append({.source = source, .number = run[i].line, .nanoseconds = 0, .text = {}, .bytes = 0});
}

QList<LogLine> JobLogs::lines(qint64 first, qint64 count) const
{
    const auto view = d->view();
    const std::vector<LineRef> refs = view->merge->range(std::max<qint64>(first, 0), count);
    QList<LogLine> lines;
    lines.reserve(qsizetype(refs.size()));
    for (size_t at = 0; at < refs.size();) {
        size_t end = at + 1;
        while (end < refs.size() && refs[end].source == refs[at].source && refs[end].line == refs[end - 1].line + 1)
            ++end;
        d->readRun(*view, std::span(refs).subspan(at, end - at), lines);
        at = end;
    }
    return lines;
}

qint64 JobLogs::indexOf(const LogAnchor &anchor) const
{
    const auto view = d->view();
    const auto found = std::ranges::find(view->ids, anchor.source);
    if (found == view->ids.end() || anchor.number < 0)
        return -1;
    return view->merge->placeOf({quint32(found - view->ids.begin()), quint32(anchor.number)});
}

qint64 JobLogs::linesBefore(int source, qint64 index) const
{
    const auto view = d->view();
    const auto found = std::ranges::find(view->ids, source);
    return found == view->ids.end() ? 0 : view->merge->linesBefore(quint32(found - view->ids.begin()), index);
}

qint64 JobLogs::indexOfTime(qint64 nanoseconds) const { return d->view()->merge->placeOfTime(nanoseconds); }

void JobLogs::setVisibleSources(const QList<int> &sources)
{
    if (d->visible == sources)
        return;
    d->visible = sources;
    d->ingestThread().setVisible({sources.begin(), sources.end()});
}

QList<int> JobLogs::visibleSources() const { return d->visible; }

std::shared_ptr<const LineSource> JobLogs::lineSource(int source) const
{
    return source >= 0 && size_t(source) < d->followed.size() ? d->followed[size_t(source)].log : nullptr;
}

qsizetype JobLogs::prefixLength(std::string_view line) const { return parseStamp(line).length; }

qint64 JobLogs::byteCount() const
{
    qint64 bytes = 0;
    for (const Followed &entry : d->followed)
        bytes += entry.log->byteCount();
    return bytes;
}

bool JobLogs::isLive() const
{
    return std::ranges::any_of(d->followed, [](const Followed &entry) { return !entry.done; });
}

QList<LogLine> JobLogs::tail(const QString &pod, int count) const
{
    if (pod.isEmpty())
        return lines(std::max<qint64>(0, lineCount() - count), count);
    QList<LogLine> found;
    for (auto source = d->sources.crbegin(); source != d->sources.crend() && found.isEmpty(); ++source) {
        if (source->pod != pod || !source->main)
            continue;
        const SourceLog *log = d->log(source->id);
        log->readLines(std::max<qint64>(0, log->lineCount() - count), count, shownBytes,
                       [&](qint64 number, std::string_view kept, qint64 length) {
                           found.append(toLine(source->id, number, kept, length));
                       });
    }
    return found;
}

int JobLogs::interruptedCount() const { return int(std::ranges::count_if(d->followed, &Followed::interrupted)); }

Problem JobLogs::problem() const { return d->problem; }

QString JobLogs::spoolFolder() const { return d->folder; }

void JobLogs::drain()
{
    if (!d->ingest)
        return;
    d->ingest->drain();
    d->takeReport();
}

} // namespace models
