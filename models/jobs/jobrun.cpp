// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/jobrun.h"

#include "models/core/format.h"
#include "models/gpu/jobresources.h"
#include "models/jobs/victims.h"
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/owncurves.h"
#include "models/metrics/podevents.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

JobRun::JobRun(k8s::ApiClient &client, const k8s::ObjectRef &job, QObject *parent)
    : QObject(parent)
    , m_detail(std::make_unique<JobDetail>())
    , m_metrics(std::make_unique<JobMetrics>())
    , m_resources(std::make_unique<JobResources>(&client))
    , m_logs(std::make_unique<JobLogs>(client))
    , m_podEvents(std::make_unique<PodEvents>(&client, *m_metrics))
{
    connectParts();
    connect(m_detail.get(), &JobDetail::ranksChanged, this, [this] {
        m_logs->setRanks(m_detail->ranks());
        m_resources->setRanks(m_detail->ranks());
    });
    m_detail->watch(client, job);
}

JobRun::JobRun(const k8s::ObjectRef &job, QObject *parent)
    : QObject(parent)
    , m_detail(std::make_unique<JobDetail>())
    , m_metrics(std::make_unique<JobMetrics>())
    , m_resources(std::make_unique<JobResources>(nullptr))
    , m_logs(std::make_unique<JobLogs>())
    , m_podEvents(std::make_unique<PodEvents>(nullptr, *m_metrics))
{
    connectParts();
    m_detail->prepare(job);
}

void JobRun::connectParts()
{
    m_logs->setTap(m_metrics->tap());
    connect(m_detail.get(), &JobDetail::phasesChanged, this,
            [this] { m_metrics->setJobMarks(jobMarks(m_detail->phases())); });
    connect(m_detail.get(), &JobDetail::summaryChanged, this, &JobRun::takeTrainerMetrics);
    connect(m_metrics.get(), &JobMetrics::figuresChanged, this, &JobRun::figuresChanged);
    m_lastWords.setSingleShot(true);
    m_lastWords.setInterval(300);
    const auto listen = [this] {
        if (m_detail->diagnosis().tone == Tone::Bad)
            m_lastWords.start(); // lines of several ranks come one after the other
    };
    connect(m_logs.get(), &JobLogs::linesAppended, this, listen);
    connect(m_detail.get(), &JobDetail::diagnosisChanged, this, listen);
    connect(&m_lastWords, &QTimer::timeout, this, [this] {
        m_detail->setVictims(
            victimsOf(m_detail->ranks(), [this](const QString &pod) { return m_logs->tail(pod, lastWords); }));
    });
}

JobRun::~JobRun() = default;

void JobRun::setRuleBook(const RuleBook &book) { m_ownCurves = std::make_unique<OwnCurves>(book, *m_logs, *m_metrics); }

/// What a TrainJob's trainer reports to the API (status.trainerStatus.metrics, Trainer 2.1 and later) joins the series
/// of the log.
void JobRun::takeTrainerMetrics()
{
    constexpr int afterTheRanks = 100; // a log's own figures speak first
    const JobSummary &job = m_detail->summary();
    const bool news = job.trainerReportedAt.isValid() && job.trainerReportedAt != m_trainerReportedAt;
    if (job.trainerMetrics.isEmpty() || !news)
        return;
    m_trainerReportedAt = job.trainerReportedAt;
    const double step = m_metrics->figures().step.value_or(m_trainerReports++);
    QList<GivenPoint> points;
    for (const auto &[name, value] : job.trainerMetrics) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (isNumber)
            points.append({.metric = name,
                           .rank = afterTheRanks,
                           .label = u"trainerStatus"_s,
                           .sample = {.value = float(number),
                                      .step = step,
                                      .epoch = m_metrics->figures().epoch.value_or(-1),
                                      .milliseconds = m_trainerReportedAt.toMSecsSinceEpoch(),
                                      .line = 0}});
    }
    m_metrics->add(points);
}

QList<TimeMark> jobMarks(const QList<JobPhase> &phases)
{
    QList<TimeMark> marks;
    for (const JobPhase &phase : phases) {
        const bool failed = phase.word == "Failed"_L1;
        if (failed || phase.word == "Suspended"_L1)
            marks.append(
                {failed ? TimeMark::Kind::Failed : TimeMark::Kind::Suspended, phase.from.toMSecsSinceEpoch(), -1, -1});
    }
    return marks;
}

QString progressText(const MetricFigures &figures)
{
    if (figures.epoch && figures.totalEpochs)
        return JobRun::tr("epoch %1/%2").arg(figureText(*figures.epoch), figureText(*figures.totalEpochs));
    if (figures.epoch)
        return JobRun::tr("epoch %1").arg(figureText(*figures.epoch));
    if (figures.step && figures.totalSteps)
        return JobRun::tr("step %1/%2").arg(figureText(*figures.step), figureText(*figures.totalSteps));
    return figures.step ? JobRun::tr("step %1").arg(figureText(*figures.step)) : QString();
}

JobFigures JobRun::figures() const
{
    const auto &read = m_metrics->figures();
    JobFigures figures;
    figures.progress = progressText(read);
    figures.hasLoss = read.loss.has_value();
    figures.loss = read.loss.value_or(0);
    figures.curve = m_metrics->sparkline();
    return figures;
}

} // namespace models
