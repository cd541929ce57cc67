// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/watch/logstream.h"
#include "models/logs/joblogs.h"
#include "models/logs/logingest.h"
#include "models/logs/spoolbudget.h"

#include <QPointer>
#include <QTimer>

namespace models {

/// Hands the net thread's lines to the ingest thread until it is detached.
class IngestSink : public k8s::LogSink
{
public:
    /// `waits`: who appends does not ask for room and may be made to wait.
    IngestSink(LogIngest *ingest, int source, bool waits)
        : m_ingest(ingest)
        , m_source(source)
        , m_waits(waits)
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
        if (!m_ingest)
            return;
        if (m_waits)
            m_ingest->waitForRoom();
        m_ingest->append(m_source, lines);
    }
    bool hasRoom() override
    {
        const std::lock_guard lock(m_mutex);
        return !m_ingest || m_ingest->hasRoom(m_source);
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
    const bool m_waits;
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

class JobLogs::Private : public SpoolHolder
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
    int addSource(LogSource source, bool waits = false);
    void follow(const Rank &rank, const ContainerState &container);
    void endPastAttempts(const Rank &rank, const ContainerState &container);
    void scheduleResume(int source);
    bool mayGoOn(int source) const;
    void finish(int source);
    void takeReport();
    void ended(int source, const std::optional<k8s::Error> &error);
    void setProblem(const Problem &news);
    void tellDisk(const IngestReport &report);

    qint64 spoolBytes() const override;
    bool isSpoolFinished() const override { return !q->isLive(); }
    void dropSpool(qint64 limit) override;
    void pauseSpool(bool paused, qint64 limit) override;
    const SourceLog *log(int source) const
    {
        return source >= 0 && size_t(source) < followed.size() ? followed[size_t(source)].log.get() : nullptr;
    }
    std::shared_ptr<const MergedView> view() const { return ingest ? ingest->view() : std::make_shared<MergedView>(); }
    void readRun(const MergedView &view, std::span<const LineRef> run, QList<LogLine> &into) const;

    JobLogs *q;
    k8s::ApiClient *client;
    QString folder;
    std::unique_ptr<SpoolFolder> ownFolder;
    bool following = true;
    QPointer<SpoolBudget> budget;
    qint64 budgetLimit = 0; // in bytes, when it was used up
    qint64 lostBytes = 0; // that the disk or the budget refused
    bool dropped = false;
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

} // namespace models
