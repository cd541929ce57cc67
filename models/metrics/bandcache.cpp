// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/bandcache.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace models {

bool BandCache::fits(const QList<const RankSeries *> &all, const QString &metric, Axis axis, double width) const
{
    const auto grewFrom = [](const RankSeries *rank, const Seen &seen) {
        return rank == seen.rank && rank->series.size() >= seen.points;
    };
    return metric == m_metric && axis == m_axis && width == m_width && !m_grid.isEmpty()
        && std::ranges::equal(all, m_seen, grewFrom);
}

/// The first column that has got points since the last time.
qint64 BandCache::firstStale(const QList<const RankSeries *> &all) const
{
    double x = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Series &series = all[i]->series;
        const Seen &seen = m_seen[i];
        if (series.size() == seen.points)
            continue;
        // Within a segment x only rises, so what is new lies behind the last that was seen, or in a new segment.
        if (seen.points > 0)
            x = std::min(x, series.x(seen.points - 1, m_axis));
        for (size_t segment = seen.segments; segment < series.segments().size(); ++segment)
            x = std::min(x, series.x(series.segments()[segment], m_axis));
    }
    return std::isfinite(x) ? qint64(std::floor(x / m_width)) : std::numeric_limits<qint64>::max();
}

const QList<BandPoint> &BandCache::update(const JobMetrics &metrics, const QString &metric, Axis axis, double from,
                                          double to, int columns)
{
    m_shown.clear();
    if (!(to > from))
        return m_shown;
    const double width = std::exp2(std::ceil(std::log2((to - from) / std::max(1, columns - 1))));
    const auto first = qint64(std::floor(from / width)), last = qint64(std::floor(to / width));
    const QList<const RankSeries *> all = metrics.series(metric);
    QList<BandPoint> grid;
    if (fits(all, metric, axis, width)) {
        // What is kept: the part of the old columns that is still wanted and has no new points.
        const qint64 keptFirst = std::max(first, m_first);
        const qint64 keptEnd = std::min({last + 1, m_first + m_grid.size(), firstStale(all)});
        if (keptFirst < keptEnd) {
            grid = metrics.gridBand(metric, axis, width, first, int(keptFirst - first));
            grid += m_grid.sliced(keptFirst - m_first, keptEnd - keptFirst);
        }
    }
    const qint64 next = first + grid.size();
    grid += metrics.gridBand(metric, axis, width, next, int(last + 1 - next));
    m_metric = metric;
    m_axis = axis;
    m_width = width;
    m_first = first;
    m_grid = std::move(grid);
    m_seen.clear();
    for (const RankSeries *rank : all)
        m_seen.append({rank, rank->series.size(), rank->series.segments().size()});
    for (const BandPoint &point : std::as_const(m_grid)) {
        if (point.ranks == 0)
            continue;
        m_shown.append(point);
        m_shown.last().x = std::clamp(point.x, from, to);
    }
    return m_shown;
}

} // namespace models
