// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/figurecards.h"

#include "models/core/format.h"
#include "models/gpu/jobresources.h"
#include "models/jobs/jobdetail.h"
#include "models/metrics/jobmetrics.h"
#include "views/charts/sparkline.h"
#include "views/theme/card.h"
#include "views/theme/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {
namespace {

QString orDash(const std::optional<double> &value, int significant = 4)
{
    return value ? models::figureText(*value, significant) : u"–"_s;
}

QString usageNote(const models::JobResourceFigures &figures, const models::DataGap &gap)
{
    const QString memory = figures.memory.value_or(0) > 0 ? models::bytesText(qint64(*figures.memory)) : QString();
    if (figures.cpu)
        return memory.isEmpty() ? FigureCards::tr("cores") : FigureCards::tr("cores, %1").arg(memory);
    if (!memory.isEmpty()) // CPU is a difference of two measurements
        return FigureCards::tr("not measured yet, %1").arg(memory);
    const bool known = gap.kind != models::DataGap::Kind::None && gap.kind != models::DataGap::Kind::Loading;
    return known ? FigureCards::tr("no figures: why?") : FigureCards::tr("not measured yet");
}

} // namespace

FigureCards::FigureCards(models::JobDetail &detail, models::JobMetrics &metrics, QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_metrics(metrics)
    , m_curve(new Sparkline(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    m_progress = addFigure(tr("epoch"));
    m_loss = addFigure(tr("loss"));
    m_accuracy = addFigure(tr("accuracy"));
    m_throughput = addFigure(tr("throughput"));
    m_resourceFigure = addFigure({});
    m_resourceFigure.card->hide();
    m_ranks = addFigure(tr("ranks"));
    m_curve->setFixedHeight(24);
    m_loss.card->body()->insertWidget(2, m_curve);
    m_loss.note->hide();
    m_loss.card->setActivatable(true);
    m_loss.card->setToolTip(tr("Show all curves"));
    connect(m_loss.card, &Card::activated, this, &FigureCards::curvesRequested);
    connect(&metrics, &models::JobMetrics::figuresChanged, this, &FigureCards::refreshFigures);
    connect(&metrics, &models::JobMetrics::pointsAppended, this, &FigureCards::refreshCurve);
    connect(&detail, &models::JobDetail::summaryChanged, this, &FigureCards::refreshRanks);
    connect(&detail, &models::JobDetail::summaryChanged, this, &FigureCards::refreshFigures);
    refreshFigures();
    refreshRanks();
    refreshCurve();
}

FigureCards::Figure FigureCards::addFigure(const QString &title)
{
    Figure figure;
    figure.card = new Card(this);
    figure.card->body()->setContentsMargins(space::m, space::s, space::m, space::s);
    figure.card->body()->setSpacing(0);
    figure.title = new Label(title, TextRole::Caption, figure.card);
    figure.title->setMuted(true);
    figure.value = new Label({}, TextRole::Figure, figure.card);
    figure.note = new Label({}, TextRole::Caption, figure.card);
    figure.note->setMuted(true);
    for (auto *label : {figure.title, figure.value, figure.note})
        figure.card->body()->addWidget(label);
    figure.card->body()->addStretch();
    layout()->addWidget(figure.card);
    return figure;
}

void FigureCards::refreshFigures()
{
    const auto &figures = m_metrics.figures();
    const bool byEpoch = figures.epoch.has_value();
    const auto &now = byEpoch ? figures.epoch : figures.step;
    const auto &total = byEpoch ? figures.totalEpochs : figures.totalSteps;
    const int percent = m_detail.summary().progressPercent;
    m_progress.title->setText(byEpoch ? tr("epoch") : now ? tr("step") : tr("progress"));
    if (now)
        m_progress.value->setText(total ? u"%1 / %2"_s.arg(orDash(now), orDash(total)) : orDash(now));
    else
        m_progress.value->setText(percent >= 0 ? u"%1 %"_s.arg(percent) : u"–"_s);
    const qint64 left = m_detail.summary().remainingSeconds;
    m_progress.note->setText(byEpoch && figures.step ? tr("step %1").arg(orDash(figures.step))
                                 : left > 0          ? tr("%1 left").arg(models::durationText(left))
                                                     : QString());
    m_loss.value->setText(orDash(figures.loss));
    m_accuracy.card->setVisible(figures.accuracy.has_value());
    m_accuracy.value->setText(orDash(figures.accuracy));
    m_throughput.value->setText(orDash(figures.throughput, 3));
    m_throughput.note->setText(figures.throughput ? figures.throughputUnit : tr("not in the log"));
}

void FigureCards::refreshRanks()
{
    const auto &job = m_detail.summary();
    m_ranks.value->setText(u"%1 / %2"_s.arg(job.replicas.ready).arg(job.replicas.wanted));
    m_ranks.note->setText(job.replicas.failed > 0 ? tr("%n failed", nullptr, job.replicas.failed) : tr("ready"));
    m_ranks.note->setTone(job.replicas.failed > 0 ? models::Tone::Bad : models::Tone::Neutral);
}

void FigureCards::setResources(models::JobResources &resources)
{
    m_resources = &resources;
    m_resourceFigure.card->setActivatable(true);
    m_resourceFigure.card->show();
    connect(m_resourceFigure.card, &Card::activated, this, &FigureCards::resourcesRequested);
    connect(&resources, &models::JobResources::changed, this, &FigureCards::refreshResources);
    refreshResources();
    resources.setWatched(isVisible());
}

void FigureCards::refreshResources()
{
    const auto &figures = m_resources->figures();
    const bool hasDevices = figures.asked > 0 || figures.devices > 0;
    const auto gap = hasDevices ? m_resources->deviceGap() : m_resources->usageGap();
    m_resourceFigure.title->setText(hasDevices ? tr("GPUs") : tr("CPU"));
    m_resourceFigure.card->setToolTip(gap.problem.sentence);
    QString note;
    if (hasDevices) {
        const double count = qMax(figures.asked, double(figures.devices));
        m_resourceFigure.value->setText(
            u"%1 × %2"_s.arg(orDash(count, 3), figures.use ? orDash(figures.use, 3) + u" %"_s : u"–"_s));
        note = figures.simulated ? tr("simulated") : figures.use ? tr("busy") : tr("no figures: why?");
    } else {
        m_resourceFigure.value->setText(orDash(figures.cpu, 3));
        note = usageNote(figures, gap);
    }
    using Kind = models::DataGap::Kind;
    m_resourceFigure.note->setText(gap.kind == Kind::NotRunning ? tr("nothing runs") : note);
    m_resourceFigure.note->setTone(figures.simulated ? models::Tone::Warning : models::Tone::Neutral);
}

void FigureCards::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_resources)
        m_resources->setWatched(true);
}

void FigureCards::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_resources)
        m_resources->setWatched(false);
}

void FigureCards::refreshCurve() { m_curve->setValues(m_metrics.sparkline()); }

} // namespace views
