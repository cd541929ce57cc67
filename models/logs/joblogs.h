// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/rank.h"
#include "models/logs/linetap.h"
#include "models/logs/logdocument.h"

#include <memory>

namespace k8s {
class ApiClient;
class LogSink;
}

namespace models {

class SpoolBudget;

/// The logs of all ranks of one job: followed on the cluster, spooled to disk, indexed, merged by time. Lives in the
/// GUI thread; spooling, indexing and the tap run in an ingest thread of its own. Destroying it ends the streams.
class JobLogs : public LogDocument
{
    Q_OBJECT
public:
    /// Without a spool folder one is made under the user's cache folder and removed with this object.
    explicit JobLogs(k8s::ApiClient &client, const QString &spoolFolder = {}, QObject *parent = nullptr);
    /// No cluster: sources come from addSource() (tests, recordings).
    explicit JobLogs(const QString &spoolFolder = {}, QObject *parent = nullptr);
    ~JobLogs() override;

    /// Who sees every line as it is spooled (JobMetrics::tap()). Call before the first source.
    void setTap(std::shared_ptr<LineTap> tap);

    /// False: what the containers wrote up to now is read and no more. Call before the first source.
    void setFollowing(bool following);

    /// Whose share of the disk the spool is part of. It must outlive this or die first; null: nobody counts.
    void setBudget(SpoolBudget *budget);

    /// The job's pods as they are now. Opens a stream for every container that started and was not followed yet; a
    /// restarted container is a new source, and the log of the attempt before it is fetched if it was never followed.
    /// Ranks that are gone keep their lines.
    void setRanks(const QList<Rank> &ranks);

    /// A source that the caller feeds through the sink it gets. `source.id` is assigned.
    std::shared_ptr<k8s::LogSink> addSource(LogSource source);

    const QList<LogSource> &sources() const override;
    qint64 lineCount() const override;
    LogLine line(qint64 index) const override;
    QList<LogLine> lines(qint64 first, qint64 count) const override;
    qint64 indexOf(const LogAnchor &anchor) const override;
    QList<LogAnchor> anchors(qint64 first, qint64 count) const override;
    QList<LogLine> sourceLines(int source, qint64 first, qint64 count) const override;
    qint64 linesBefore(int source, qint64 index) const override;
    qint64 indexOfTime(qint64 nanoseconds) const override;
    void setVisibleSources(const QList<int> &sources) override;
    QList<int> visibleSources() const override;
    std::shared_ptr<const LineSource> lineSource(int source) const override;
    qsizetype prefixLength(std::string_view line) const override;
    qint64 byteCount() const override;
    bool isLive() const override;

    /// The last `count` lines of one pod's main container (all ranks if empty), oldest first.
    QList<LogLine> tail(const QString &pod, int count) const;
    /// Streams that lost their connection and are reconnecting.
    int interruptedCount() const;
    Problem problem() const override;
    QString spoolFolder() const;
    /// On disk, compressed where it already is.
    qint64 spoolBytes() const;
    /// The spool was given up for the disk budget: lines are gone, nothing more comes.
    bool isDropped() const;
    /// Wait until everything that was fed is indexed; for tests and the end of a program.
    void drain();

signals:
    /// Nothing more comes of a source; its lines are told after this.
    void sourceFinished(int source);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
