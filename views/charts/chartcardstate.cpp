// SPDX-License-Identifier: GPL-3.0-or-later
// How a card fills its chart from the metrics; what it offers stands in chartcard.cpp.
#include "views/charts/chartcard_p.h"

#include "views/charts/chartfit.h"

#include <cmath>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSingleCurves = 8;
constexpr qsizetype mostLegendEntries = 40; // more names than that are no legend
constexpr int bandColumnWidth = 2; // pixels at least, and twice as many at most

QString wordOf(models::TimeMark::Kind kind)
{
    switch (kind) {
    case models::TimeMark::Kind::Checkpoint:
        return ChartCard::tr("checkpoint");
    case models::TimeMark::Kind::Suspended:
        return u"Suspended"_s; // the API's words are not translated
    case models::TimeMark::Kind::Failed:
        return u"Failed"_s;
    case models::TimeMark::Kind::ReadBack:
        return ChartCard::tr("live"); // stands behind its line
    }
    return {};
}

} // namespace

bool ChartCard::Private::isBanded(qsizetype curves) const
{
    return curves > 1 && (rankView == RankView::Mean || (rankView == RankView::Auto && curves > mostSingleCurves));
}

void ChartCard::Private::collectCurves()
{
    PlotState &state = canvas->state();
    const Tokens &colors = tokens(q->palette());
    const QList<const models::RankSeries *> all = metrics.series(shownMetric());
    QList<Curve> curves;
    for (const models::RankSeries *rank : all) {
        Curve curve {rank, curveColor(colors, rank->rank, all.size() == 1), !hidden.contains(rank->label), nullptr};
        const auto old = std::ranges::find(state.curves, rank, &Curve::rank);
        if (smoothing > 0) {
            curve.smooth = old != state.curves.end() && old->smooth ? old->smooth : std::make_shared<SmoothedSeries>();
            curve.smooth->update(rank->series, smoothing);
        }
        curves.append(curve);
    }
    state.curves = curves;
    state.banded = isBanded(curves.size());
    state.bandColor = colors.accent;
    legend->setCurves(curves);
    const bool many
        = curves.size() > mostEndLabels || (curves.size() > 1 && (head->isMaximized() || !hidden.isEmpty()));
    legend->setVisible(many && curves.size() <= mostLegendEntries && !state.banded);
}

void ChartCard::Private::fitRange()
{
    PlotState &state = canvas->state();
    if (zoomed)
        return;
    std::tie(state.from, state.to) = metrics.range(shownMetric(), state.axis);
    if (!(state.to > state.from)) { // a single point stands in the middle
        const double half = state.axis == models::Axis::Time ? 500 : 0.5;
        state.from -= half;
        state.to += half;
    }
}

/// The heights of what is visible, exactly: a spike is never cut off unless the user says so.
void ChartCard::Private::fitHeight()
{
    PlotState &state = canvas->state();
    if (state.banded)
        state.band = band.update(metrics, shownMetric(), state.axis, state.from, state.to,
                                 std::max(2, canvas->width() / bandColumnWidth));
    const HeightFit fit
        = heights ? HeightFit {heights->first, heights->second, false} : fitHeights(state, outliersIgnored);
    state.low = fit.low;
    state.high = fit.high;
    if (leastHeights && !heights && !state.logarithmic && !state.curves.isEmpty()) {
        const auto &[low, high] = *leastHeights;
        const double air = (high - low) * 0.06;
        state.low = std::min(state.low, low);
        state.high = std::max(state.high, high + air);
    }
    head->setRemark(fit.cut ? ChartCard::tr("outliers are cut off") : QString());
}

void ChartCard::Private::placeMarks()
{
    const PlotState &state = canvas->state();
    QList<PlotMark> placed;
    for (const models::TimeMark &mark : metrics.marks()) {
        if (const auto x = metrics.xOf(mark, shownMetric(), state.axis))
            placed.append({*x, wordOf(mark.kind), mark.kind == models::TimeMark::Kind::Failed});
    }
    // Where it first went wrong; the red ticks on the axis show the rest.
    std::optional<double> firstNaN;
    for (const Curve &curve : state.curves) {
        if (const auto bad = curve.rank->series.nonFinite(); !bad.empty() && curve.visible)
            firstNaN = std::min(firstNaN.value_or(std::numeric_limits<double>::infinity()),
                                curve.rank->series.x(bad.front(), state.axis));
    }
    if (firstNaN)
        placed.append({*firstNaN, u"NaN"_s, true});
    marks->setTokens(tokens(q->palette()));
    marks->setMarks(placed);
    const bool known = pointRank && pointIndex < pointRank->series.size()
        && std::ranges::contains(state.curves, pointRank, &Curve::rank);
    marks->setPoint(
        known ? std::optional(PlotPoint {pointRank->series.x(pointIndex, state.axis),
                                         double(pointRank->series.value(pointIndex)),
                                         curveColor(tokens(q->palette()), pointRank->rank, state.curves.size() == 1)})
              : std::nullopt);
}

void ChartCard::Private::refresh()
{
    stale = !q->isVisible();
    if (!stale)
        update();
}

void ChartCard::Private::update()
{
    const models::MetricInfo info = metrics.metric(shownMetric());
    head->setTitle(info.unit.isEmpty() || info.name.contains(info.unit) ? info.name
                                                                        : u"%1 (%2)"_s.arg(info.name, info.unit));
    collectCurves();
    fitRange();
    fitHeight();
    const bool empty = canvas->state().curves.isEmpty();
    hint->setVisible(empty);
    canvas->setVisible(!empty);
    head->setZoomed(q->isZoomed());
    gestures->setPanning(zoomed);
    canvas->refresh();
    marks->areaChanged();
    placeMarks();
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

void ChartCard::Private::zoomToBox(double from, double to, double low, double high)
{
    if (high > low)
        heights = {low, high};
    if (to > from)
        setZoom(from, to, true);
    else
        refresh();
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
    if (rank && rank->sourceOf(found) >= 0) // not every point comes from a log
        emit q->lineActivated(rank->sourceOf(found), rank->series.sample(found).line);
}

} // namespace views
