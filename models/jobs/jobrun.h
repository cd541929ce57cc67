// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/jobdetail.h"
#include "models/jobs/jobtable.h"

#include <QTimer>

#include <memory>

namespace models {

class JobLogs;
class JobMetrics;
class JobResources;
class OwnCurves;
class PodEvents;
class RuleBook;
struct MetricFigures;
struct TimeMark;

/// Everything live about one opened job: its detail, the logs of its ranks and the series read from them, glued
/// together. Lives in the GUI thread; destroy it before the client.
class JobRun : public QObject
{
    Q_OBJECT
public:
    JobRun(k8s::ApiClient &client, const k8s::ObjectRef &job, QObject *parent = nullptr);
    /// Without a cluster: the caller fills the sinks of the detail and the sources of the logs.
    explicit JobRun(const k8s::ObjectRef &job, QObject *parent = nullptr);
    ~JobRun() override;

    JobDetail &detail() { return *m_detail; }
    JobLogs &logs() { return *m_logs; }
    JobMetrics &metrics() { return *m_metrics; }
    JobResources &resources() { return *m_resources; }
    PodEvents &podEvents() { return *m_podEvents; }
    /// Reads the user's own curves, too. The book must outlive this; call once.
    void setRuleBook(const RuleBook &book);
    /// The newest figures for the job's row in a JobTable.
    JobFigures figures() const;

signals:
    void figuresChanged();

private:
    void connectParts();
    void takeTrainerMetrics();

    std::unique_ptr<JobDetail> m_detail;
    std::unique_ptr<JobMetrics> m_metrics;
    std::unique_ptr<JobResources> m_resources;
    std::unique_ptr<JobLogs> m_logs; // dies before the metrics that it feeds
    std::unique_ptr<PodEvents> m_podEvents; // feeds the metrics, too
    std::unique_ptr<OwnCurves> m_ownCurves; // reads the logs, feeds the metrics
    QTimer m_lastWords; // of ranks that failed: who of them was first
    QDateTime m_trainerReportedAt; // what is in the metrics already
    int m_trainerReports = 0;
};

/// The moments of a job's life that its charts show.
QList<TimeMark> jobMarks(const QList<JobPhase> &phases);

/// "epoch 7/10", "step 840", or "" while the log says nothing.
QString progressText(const MetricFigures &figures);

} // namespace models
