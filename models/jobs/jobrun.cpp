// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/jobrun.h"

#include "models/core/format.h"
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

JobRun::JobRun(k8s::ApiClient &client, const k8s::ObjectRef &job, QObject *parent)
    : QObject(parent)
    , m_detail(std::make_unique<JobDetail>())
    , m_metrics(std::make_unique<JobMetrics>())
    , m_logs(std::make_unique<JobLogs>(client))
{
    m_logs->setTap(m_metrics->tap());
    connect(m_detail.get(), &JobDetail::ranksChanged, this, [this] { m_logs->setRanks(m_detail->ranks()); });
    connect(m_detail.get(), &JobDetail::phasesChanged, this,
            [this] { m_metrics->setJobMarks(jobMarks(m_detail->phases())); });
    connect(m_metrics.get(), &JobMetrics::figuresChanged, this, &JobRun::figuresChanged);
    m_detail->watch(client, job);
}

JobRun::~JobRun() = default;

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
