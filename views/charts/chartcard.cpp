// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"

#include "views/charts/chartcanvas.h"
#include "views/charts/chartlegend.h"
#include "views/charts/ticks.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSingleCurves = 8;
constexpr qsizetype mostEndLabels = 4;
constexpr int bandColumnWidth = 2; // pixels

} // namespace

class ChartCard::Private
{
public:
    Private(ChartCard *card, models::JobMetrics &jobMetrics)
        : q(card)
        , metrics(jobMetrics)
    {
    }

    QString shownMetric() const { return metric.isEmpty() ? metrics.primaryMetric() : metric; }
    void collectCurves();
    void fitRange();
    void fitHeight();
    void refresh();
    void setZoom(double from, double to, bool tell);
    void connectCanvas();
    void activate(QPointF position);
    void paintTo(QPainter *painter, const QSize &size) const;

    ChartCard *q;
    models::JobMetrics &metrics;
    QString metric;
    double smoothing = 0;
    bool zoomed = false;
    bool stale = true; // while hidden nothing is laid out
    QSet<QString> hidden; // labels that the legend switched off
    Label *title = nullptr;
    Label *hint = nullptr;
    QToolButton *reset = nullptr;
    ChartLegend *legend = nullptr;
    ChartCanvas *canvas = nullptr;
};

void ChartCard::Private::collectCurves()
{
    PlotState &state = canvas->state();
    const Tokens &colors = tokens(q->palette());
    const QList<const models::RankSeries *> all = metrics.series(shownMetric());
    QList<Curve> curves;
    for (const models::RankSeries *rank : all) {
        Curve curve {rank, all.size() == 1 ? colors.accent : seriesColor(colors, rank->rank),
                     !hidden.contains(rank->label), nullptr};
        const auto old = std::ranges::find(state.curves, rank, &Curve::rank);
        if (smoothing > 0) {
            curve.smooth = old != state.curves.end() && old->smooth ? old->smooth : std::make_shared<SmoothedSeries>();
            curve.smooth->update(rank->series, smoothing);
        }
        curves.append(curve);
    }
    state.curves = curves;
    state.banded = curves.size() > mostSingleCurves;
    state.bandColor = colors.accent;
    legend->setCurves(curves);
    legend->setVisible(curves.size() > mostEndLabels && !state.banded);
}

void ChartCard::Private::fitRange()
{
    PlotState &state = canvas->state();
    if (zoomed)
        return;
    std::tie(state.from, state.to) = metrics.range(shownMetric(), state.axis);
    if (!(state.to > state.from))
        state.to = state.from + (state.axis == models::Axis::Time ? 1000 : 1);
}

/// The heights of what is visible, exactly: a spike is never cut off.
void ChartCard::Private::fitHeight()
{
    PlotState &state = canvas->state();
    models::MinMax bounds;
    if (state.banded) {
        state.band = metrics.band(shownMetric(), state.axis, state.from, state.to,
                                  std::max(2, canvas->width() / bandColumnWidth));
        for (const models::BandPoint &point : std::as_const(state.band)) {
            bounds.add(point.min);
            bounds.add(point.max);
        }
    }
    for (const Curve &curve : std::as_const(state.curves)) {
        if (state.banded || !curve.visible)
            continue;
        const models::Series &series = curve.rank->series;
        for (qsizetype segment = 0; segment < qsizetype(series.segments().size()); ++segment) {
            const qsizetype first = series.lowerBound(series.segments()[size_t(segment)], series.segmentEnd(segment),
                                                      state.from, state.axis);
            const qsizetype last
                = series.lowerBound(first, series.segmentEnd(segment),
                                    std::nextafter(state.to, std::numeric_limits<double>::infinity()), state.axis);
            bounds.add(series.minMax(first, last));
        }
    }
    double low = double(bounds.min), high = double(bounds.max);
    if (state.logarithmic) {
        high = std::log10(std::max(high, 1e-30));
        low = low > 0 ? std::log10(low) : high - 4;
    }
    std::tie(state.low, state.high) = bounds.isEmpty() ? std::pair(0.0, 1.0) : paddedRange(low, high);
    if (state.logarithmic && !bounds.isEmpty())
        state.low = low - (high - low) * 0.06 - 0.01;
}

void ChartCard::Private::refresh()
{
    stale = !q->isVisible();
    if (stale)
        return;
    const models::MetricInfo info = metrics.metric(shownMetric());
    title->setText(info.unit.isEmpty() || info.name.contains(info.unit) ? info.name
                                                                        : u"%1 (%2)"_s.arg(info.name, info.unit));
    collectCurves();
    fitRange();
    fitHeight();
    const bool empty = canvas->state().curves.isEmpty();
    hint->setVisible(empty);
    canvas->setVisible(!empty);
    reset->setVisible(zoomed);
    canvas->refresh();
}

void ChartCard::Private::setZoom(double from, double to, bool tell)
{
    const auto [first, last] = metrics.range(shownMetric(), canvas->state().axis);
    const double whole = last - first;
    if (!(to > from) || !(whole > 0))
        return;
    if (to - from >= whole) { // out again as far as there is anything
        if (zoomed)
            q->resetZoom();
        return;
    }
    const double shift = from < first ? first - from : to > last ? last - to : 0;
    zoomed = true;
    canvas->state().from = from + shift;
    canvas->state().to = to + shift;
    refresh();
    if (tell)
        emit q->rangeChanged(canvas->state().from, canvas->state().to);
}

/// A click near a point: the line in the log that it was read from.
void ChartCard::Private::activate(QPointF position)
{
    const PlotState &state = canvas->state();
    double best = 144; // twelve pixels, squared
    const models::RankSeries *rank = nullptr;
    qsizetype found = -1;
    for (const Curve &curve : state.curves) {
        const qsizetype index = curve.visible && !state.banded
            ? nearestPoint(curve.rank->series, state.xAt(position.x()), state.axis)
            : -1;
        if (index < 0)
            continue;
        const QPointF away = QPointF(state.xOf(curve.rank->series.x(index, state.axis)),
                                     state.yOf(double(curve.rank->series.value(index))))
            - position;
        if (const double distance = QPointF::dotProduct(away, away); distance < best) {
            best = distance;
            rank = curve.rank;
            found = index;
        }
    }
    if (rank)
        emit q->lineActivated(rank->source, rank->series.sample(found).line);
}

void ChartCard::Private::connectCanvas()
{
    QObject::connect(canvas, &ChartCanvas::zoomWanted, q, [this](double x, double factor) {
        const PlotState &state = canvas->state();
        setZoom(x - (x - state.from) * factor, x + (state.to - x) * factor, true);
    });
    QObject::connect(canvas, &ChartCanvas::panWanted, q, [this](double distance) {
        if (zoomed)
            setZoom(canvas->state().from + distance, canvas->state().to + distance, true);
    });
    QObject::connect(canvas, &ChartCanvas::resetWanted, q, &ChartCard::resetZoom);
    QObject::connect(canvas, &ChartCanvas::crosshairMoved, q, &ChartCard::crosshairMoved);
    QObject::connect(canvas, &ChartCanvas::clicked, q, [this](QPointF position) { activate(position); });
    QObject::connect(reset, &QToolButton::clicked, q, &ChartCard::resetZoom);
    QObject::connect(legend, &ChartLegend::toggled, q, [this](int curve, bool visible) {
        const QString label = canvas->state().curves.value(curve).rank->label;
        if (visible)
            hidden.remove(label);
        else
            hidden.insert(label);
        refresh();
    });
    QObject::connect(&metrics, &models::JobMetrics::pointsAppended, q, [this](const QStringList &names) {
        if (names.contains(shownMetric()))
            refresh();
    });
    QObject::connect(&metrics, &models::JobMetrics::metricsDiscovered, q, [this] { refresh(); });
}

/// The chart laid out anew for a size of its own, without crosshair.
void ChartCard::Private::paintTo(QPainter *painter, const QSize &size) const
{
    const Tokens &colors = tokens(q->palette());
    painter->fillRect(QRect(QPoint(), size), colors.surface);
    painter->setPen(colors.text);
    painter->setFont(views::font(TextRole::Strong));
    painter->drawText(QPointF(space::l, space::l + painter->fontMetrics().ascent() / 2.0), title->text());
    ChartCanvas copy;
    copy.setAttribute(Qt::WA_DontShowOnScreen);
    copy.setPalette(q->palette());
    copy.resize(size.width() - 2 * space::l, size.height() - space::xxl - space::s);
    copy.state() = canvas->state();
    copy.state().crosshair = std::numeric_limits<double>::quiet_NaN();
    copy.show(); // only a shown widget is laid out
    copy.refresh();
    copy.renderTo(painter, QRectF(QPointF(space::l, space::xxl), QSizeF(copy.size())));
}

ChartCard::ChartCard(models::JobMetrics &metrics, const QString &metric, QWidget *parent)
    : QFrame(parent)
    , d(std::make_unique<Private>(this, metrics))
{
    d->metric = metric;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::m, space::m, space::s);
    layout->setSpacing(space::xs);
    auto *head = new QHBoxLayout;
    d->title = new Label({}, TextRole::Strong, this);
    d->reset = new QToolButton(this);
    d->reset->setText(tr("Reset zoom"));
    d->reset->setAutoRaise(true);
    d->reset->hide();
    head->addWidget(d->title);
    head->addStretch();
    head->addWidget(d->reset);
    layout->addLayout(head);
    d->legend = new ChartLegend(this);
    d->legend->hide();
    layout->addWidget(d->legend);
    d->canvas = new ChartCanvas(this);
    layout->addWidget(d->canvas, 1);
    d->hint = new Label(tr("No figures in the log yet. They appear as soon as a line names one, such as loss=0.31."),
                        TextRole::Body, this);
    d->hint->setMuted(true);
    d->hint->setAlignment(Qt::AlignCenter);
    d->hint->setWordWrap(true);
    layout->addWidget(d->hint, 1);
    d->connectCanvas();
}

ChartCard::~ChartCard() = default;

QString ChartCard::metric() const { return d->shownMetric(); }

void ChartCard::setMetric(const QString &metric)
{
    d->metric = metric;
    d->zoomed = false;
    d->refresh();
}

void ChartCard::setAxis(models::Axis axis)
{
    d->canvas->state().axis = axis;
    d->zoomed = false;
    d->refresh();
}

models::Axis ChartCard::axis() const { return d->canvas->state().axis; }

void ChartCard::setSmoothing(double weight)
{
    d->smoothing = std::clamp(weight, 0.0, 0.999);
    d->refresh();
}

void ChartCard::setLogarithmic(bool logarithmic)
{
    d->canvas->state().logarithmic = logarithmic;
    d->refresh();
}

bool ChartCard::isZoomed() const { return d->zoomed; }

void ChartCard::resetZoom()
{
    if (!std::exchange(d->zoomed, false))
        return;
    d->refresh();
    emit rangeReset();
}

void ChartCard::setRange(double from, double to) { d->setZoom(from, to, true); }

void ChartCard::setSharedCrosshair(double x) { d->canvas->setCrosshair(x); }

QImage ChartCard::toImage(const QSize &size, double scale) const
{
    QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    d->paintTo(&painter, size);
    return image;
}

bool ChartCard::saveImage(const QString &fileName) const
{
    const QSize size = d->canvas->size() + QSize(2 * space::l, space::xxl + space::s);
    if (!fileName.endsWith(".svg"_L1, Qt::CaseInsensitive))
        return toImage(size, 2).save(fileName);
    QSvgGenerator svg;
    svg.setFileName(fileName);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(), size));
    svg.setTitle(d->title->text());
    QPainter painter;
    if (!painter.begin(&svg))
        return false;
    d->paintTo(&painter, size);
    return painter.end();
}

bool ChartCard::saveCsv(const QString &fileName) const
{
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(d->metrics.csv(d->shownMetric())) >= 0 && file.commit();
}

QSize ChartCard::sizeHint() const { return {440, 260}; }

QSize ChartCard::minimumSizeHint() const { return {260, 180}; }

void ChartCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        d->refresh();
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (d->canvas->state().banded)
        d->refresh();
}

void ChartCard::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (d->stale)
        d->refresh();
}

void ChartCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokens(palette());
    paintPanel(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), colors.surface, colors.border, cardRadius);
}

} // namespace views
