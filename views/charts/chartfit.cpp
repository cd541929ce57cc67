// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartfit.h"

#include "views/charts/ticks.h"

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr qsizetype sampled = 1024; // of a curve
constexpr double fence = 3; // widths of the middle half
constexpr double share = 0.02; // at most, on each side

/// Calls visit(series, first, last) for what is visible of every segment.
template <class Visit>
void forEachVisible(const PlotState &state, Visit visit)
{
    const double beyond = std::nextafter(state.to, std::numeric_limits<double>::infinity());
    for (const Curve &curve : state.curves) {
        const models::Series &series = curve.rank->series;
        for (qsizetype segment = 0; curve.visible && segment < qsizetype(series.segments().size()); ++segment) {
            const qsizetype begin = series.segments()[size_t(segment)], end = series.segmentEnd(segment);
            const qsizetype first = series.lowerBound(begin, end, state.from, state.axis);
            visit(series, first, series.lowerBound(first, end, beyond, state.axis));
        }
    }
}

models::MinMax exactBounds(const PlotState &state)
{
    models::MinMax bounds;
    if (state.banded) {
        for (const models::BandPoint &point : state.band) {
            bounds.add(point.min);
            bounds.add(point.max);
        }
        return bounds;
    }
    forEachVisible(state, [&](const models::Series &series, qsizetype first, qsizetype last) {
        bounds.add(series.minMax(first, last));
    });
    return bounds;
}

std::vector<float> sampleOf(const PlotState &state)
{
    std::vector<float> values;
    const auto add = [&values](float value) {
        if (std::isfinite(value))
            values.push_back(value);
    };
    if (state.banded) {
        for (const models::BandPoint &point : state.band) {
            add(point.min);
            add(point.max);
        }
        return values;
    }
    forEachVisible(state, [&](const models::Series &series, qsizetype first, qsizetype last) {
        const qsizetype step = std::max<qsizetype>(1, (last - first) / sampled);
        for (qsizetype i = first; i < last; i += step)
            add(series.value(i));
    });
    return values;
}

models::MinMax withoutOutliers(const PlotState &state, const models::MinMax &exact)
{
    std::vector<float> values = sampleOf(state);
    if (values.size() < 8)
        return exact;
    std::ranges::sort(values);
    const auto quantile = [&values](double at) { return values[size_t(std::lround(at * double(values.size() - 1)))]; };
    const float below = quantile(0.25), above = quantile(0.75), wide = float(fence) * (above - below);
    return {std::max(exact.min, std::min(below - wide, quantile(share))),
            std::min(exact.max, std::max(above + wide, quantile(1 - share)))};
}

} // namespace

HeightFit fitHeights(const PlotState &state, bool ignoreOutliers)
{
    HeightFit fit;
    const models::MinMax exact = exactBounds(state);
    if (exact.isEmpty())
        return fit;
    const models::MinMax bounds = ignoreOutliers ? withoutOutliers(state, exact) : exact;
    fit.cut = bounds.min > exact.min || bounds.max < exact.max;
    double low = double(bounds.min), high = double(bounds.max);
    if (state.logarithmic) {
        high = std::log10(std::max(high, 1e-30));
        low = low > 0 ? std::log10(low) : high - 4;
    }
    std::tie(fit.low, fit.high) = paddedRange(low, high);
    if (state.logarithmic)
        fit.low = low - (high - low) * 0.06 - 0.01;
    return fit;
}

} // namespace views
