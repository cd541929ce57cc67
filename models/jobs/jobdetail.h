// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/resourcetype.h"
#include "models/core/problem.h"
#include "models/jobs/parameters.h"
#include "models/jobs/rank.h"
#include "models/tables/resourcetable.h"

#include <QObject>

namespace k8s {
class ApiClient;
}

namespace models {

/// What the header of a job's page says.
struct JobSummary
{
    QString name;
    QString ns;
    QString kind;
    QString uid;
    QDateTime createdAt, startedAt, finishedAt;
    JobState state;
    JobReplicas replicas;
    bool suspended = false; ///< as the spec wants it
    bool canSuspend = false;
    int progressPercent = -1; ///< TrainJob's trainerStatus; -1 if the API says nothing
    qint64 remainingSeconds = -1; ///< as the trainer itself estimates; -1 if it does not
    QList<std::pair<QString, QString>> trainerMetrics {}; ///< name and value as the trainer reported them
    QDateTime trainerReportedAt {};

    bool operator==(const JobSummary &) const = default;
};

/// One stretch of a job's life.
struct JobPhase
{
    QString word; ///< Created, Pending, Running, Restarting, Suspended, Succeeded, Failed
    Tone tone = Tone::Neutral;
    QDateTime from;
    QDateTime to; ///< invalid: still so

    bool operator==(const JobPhase &) const = default;
};

/// The story of what is wrong, in the user's language; empty if nothing is.
struct Diagnosis
{
    Tone tone = Tone::Neutral;
    QString sentence; ///< "Rank 2 ran out of memory (exit 137, OOMKilled) at 14:02:11. Others followed."
    QString detail; ///< the cluster's own words: plain text only
    QString remedy;
    QString pod; ///< whose log tells more; may be empty

    bool isEmpty() const { return sentence.isEmpty(); }
    bool operator==(const Diagnosis &) const = default;
};

/// One job, live: the object, its pods as ranks, its events, and what they say together. Lives in the GUI thread.
class JobDetail : public QObject
{
    Q_OBJECT
public:
    explicit JobDetail(QObject *parent = nullptr);
    ~JobDetail() override;

    /// Watch the job, its pods and its events: the one with the uid, or the one that has the name when it is first
    /// read; another one that gets the name later is another job. Replaces what was watched. The client must outlive
    /// this or clear() must come first.
    void watch(k8s::ApiClient &client, const k8s::ObjectRef &job);
    /// Like watch() without a cluster: the sinks are filled by the caller.
    void prepare(const k8s::ObjectRef &job);
    void clear();
    void retry();
    /// Pods that did not fail first, whatever the times of their ends say: victimsOf() knows from their logs.
    void setVictims(const QStringList &pods);

    const k8s::ObjectRef &ref() const;
    const JobSummary &summary() const;
    const QList<Rank> &ranks() const;
    const QList<JobPhase> &phases() const;
    const Diagnosis &diagnosis() const;
    QString yaml() const; ///< of the live object, managedFields hidden; made when asked
    QString manifest() const; ///< the same without what the server added: to launch it again
    QList<SpecParameter> parameters() const; ///< of the live object's spec; made when asked
    ResourceTable &events();
    Freshness freshness() const; ///< of the job object
    const k8s::Error &error() const;
    /// The job, its pods and its events have all been read once (or may not be): what is said is not said too early.
    bool isComplete() const;
    bool isGone() const; ///< the object was deleted while watched; everything read from it is kept

    std::shared_ptr<k8s::WatchSink> jobSink() const;
    std::shared_ptr<k8s::WatchSink> podSink() const;
    std::shared_ptr<k8s::WatchSink> eventSink() const;

signals:
    void summaryChanged();
    void ranksChanged();
    void phasesChanged();
    void diagnosisChanged();
    void yamlChanged();
    void freshnessChanged();
    void readCompletely(); ///< isComplete() from now on
    void gone();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
