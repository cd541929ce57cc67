// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/joblogs.h"

#include "models/core/format.h"
#include "models/logs/background.h"
#include "models/logs/joblogs_p.h"

#include <QDir>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameMilliseconds = 16;

QString attemptKey(const Rank &rank, const ContainerState &container, int attempt)
{
    return u"%1/%2/%3"_s.arg(rank.podUid, container.name).arg(attempt);
}

bool hasStarted(const ContainerState &container)
{
    return container.state == "running"_L1 || container.state == "terminated"_L1 || container.restarts > 0
        || container.exitCode >= 0;
}

} // namespace

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
    ownFolder = std::make_unique<SpoolFolder>();
    folder = ownFolder->path();
    return ownFolder->isValid();
}

int JobLogs::Private::addSource(LogSource source, bool waits)
{
    if (!prepareFolder() || !QDir().mkpath(folder))
        setProblem({JobLogs::tr("Log lines cannot be kept on disk: the folder %1 cannot be made.").arg(folder),
                    JobLogs::tr("Free some space or check the rights of the folder.")});
    source.id = int(sources.size());
    LogIngest &thread = ingestThread();
    Followed entry;
    entry.log = std::make_shared<SourceLog>(source.id, folder + u"/%1"_s.arg(source.id, 4, 10, '0'_L1));
    entry.sink = std::make_shared<IngestSink>(&thread, source.id, waits);
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
                                      .init = container.init,
                                      .main = main,
                                      .attempt = attempt});
        sourceOf.insert(key(attempt), source);
        followed[size_t(source)].target = {.ns = rank.ns,
                                           .pod = rank.pod,
                                           .container = container.name,
                                           .previous = previous,
                                           .follow = following && !previous,
                                           .tailLines = -1,
                                           .podUid = rank.podUid,
                                           .attempt = attempt,
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

/// Attempts before the present one: one whose connection is broken just now is read to its end from where the kubelet
/// keeps it, or the next attempt's lines would be taken for its own.
void JobLogs::Private::endPastAttempts(const Rank &rank, const ContainerState &container)
{
    for (int attempt = 0; attempt < container.restarts; ++attempt) {
        const int source = sourceOf.value(attemptKey(rank, container, attempt), -1);
        if (source < 0 || followed[size_t(source)].done || followed[size_t(source)].target.previous)
            continue;
        Followed &entry = followed[size_t(source)];
        if (!entry.interrupted)
            continue; // its stream is at its end or comes to it by itself
        entry.target.previous = true;
        if (attempt == container.restarts - 1) {
            entry.stream->resumePrevious();
        } else { // the kubelet keeps one attempt only
            entry.stream.reset();
            finish(source);
        }
    }
}

/// Ask again behind the last line: the stream ended, but its container may not have. Not at once: until the status says
/// that the container was started again, its log would be taken for this attempt's.
void JobLogs::Private::scheduleResume(int source)
{
    Followed &entry = followed[size_t(source)];
    const qint64 bytes = entry.log->byteCount();
    if (std::exchange(entry.bytesAtEnd, bytes) != bytes)
        entry.retries = 0;
    const int seconds = std::min(3 << std::min(entry.retries++, 4), 30);
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
    // The stream has ended and stays as it is: to destroy it waits for the net thread, which may be busy with the other
    // ranks' lines for seconds.
    entry.done = true;
    ingest->finish(source, nullptr);
    emit q->sourceFinished(source);
}

void JobLogs::Private::ended(int source, const std::optional<k8s::Error> &error)
{
    Followed &entry = followed[size_t(source)];
    entry.interrupted = false;
    if (entry.done)
        return;
    if (error && error->kind == k8s::Error::Kind::Forbidden)
        setProblem(describe(*error));
    if (client && following)
        return scheduleResume(source);
    entry.done = true; // the feeder's end is the end
    emit q->sourceFinished(source);
}

void JobLogs::Private::setProblem(const Problem &news)
{
    if (std::exchange(problem, news) != news)
        emit q->problemChanged(problem);
}

/// What the disk or the budget refuses is said while it does, and what is missing afterwards, too.
void JobLogs::Private::tellDisk(const IngestReport &report)
{
    if (dropped)
        return;
    const QString missing = JobLogs::tr("%1 of log lines are missing.").arg(bytesText(lostBytes));
    if (report.diskError && budgetLimit > 0)
        setProblem({JobLogs::tr("Log lines are not kept: all logs together use the %1 that they may take on disk.")
                        .arg(bytesText(budgetLimit)),
                    JobLogs::tr("Raise the limit in Settings, or delete jobs that ended.")});
    else if (report.diskError)
        setProblem({JobLogs::tr("Log lines are being lost: the disk refuses them (%1).").arg(report.diskError->message),
                    JobLogs::tr("Free some space under %1; what was kept stays readable.").arg(folder)});
    else if (report.diskRecovered)
        setProblem({missing, JobLogs::tr("The disk was full for a while; lines are kept again.")});
}

qint64 JobLogs::Private::spoolBytes() const
{
    qint64 bytes = 0;
    for (const Followed &entry : followed)
        bytes += entry.log->diskBytes();
    return bytes;
}

void JobLogs::Private::dropSpool(qint64 limit)
{
    if (std::exchange(dropped, true) || !ingest)
        return;
    ingest->drop();
    setProblem({JobLogs::tr("The lines of this job were removed: all logs together used more than the %1 that they may "
                            "take on disk, and this job had ended.")
                    .arg(bytesText(limit)),
                JobLogs::tr("Raise the limit in Settings. Its curves are still here.")});
}

void JobLogs::Private::pauseSpool(bool paused, qint64 limit)
{
    budgetLimit = paused ? limit : 0;
    if (ingest)
        ingest->setRefusing(paused);
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
    lostBytes += report.lostBytes;
    tellDisk(report);
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
    if (d->budget)
        d->budget->remove(d.get());
    // First nobody takes lines any more, so that the net thread is free when the streams wait for it.
    for (const Followed &entry : d->followed)
        entry.sink->detach(); // the net thread may still hold the sink
    for (Followed &entry : d->followed)
        entry.stream.reset();
    d->ingest.reset();
    std::vector<std::shared_ptr<SourceLog>> logs;
    for (Followed &entry : d->followed)
        logs.push_back(std::move(entry.log));
    destroyInBackground(std::move(logs), std::move(d->ownFolder));
}

void JobLogs::setTap(std::shared_ptr<LineTap> tap) { d->tap = std::move(tap); }

void JobLogs::setFollowing(bool following) { d->following = following; }

void JobLogs::setBudget(SpoolBudget *budget)
{
    if (d->budget)
        d->budget->remove(d.get());
    d->budget = budget;
    if (budget)
        budget->add(d.get());
}

void JobLogs::setRanks(const QList<Rank> &ranks)
{
    if (!d->client || d->dropped)
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
                if ((container.name == rank.mainContainer) != main || !hasStarted(container))
                    continue;
                d->endPastAttempts(rank, container);
                d->follow(rank, container);
            }
        }
    }
    if (d->sources.size() != before)
        emit sourcesChanged();
}

std::shared_ptr<k8s::LogSink> JobLogs::addSource(LogSource source)
{
    const int id = d->addSource(std::move(source), true);
    emit sourcesChanged();
    return d->followed[size_t(id)].sink;
}

int JobLogs::interruptedCount() const { return int(std::ranges::count_if(d->followed, &Followed::interrupted)); }

Problem JobLogs::problem() const { return d->problem; }

QString JobLogs::spoolFolder() const { return d->folder; }

qint64 JobLogs::spoolBytes() const { return d->spoolBytes(); }

bool JobLogs::isDropped() const { return d->dropped; }

void JobLogs::drain()
{
    if (!d->ingest)
        return;
    d->ingest->drain();
    d->takeReport();
}

} // namespace models
