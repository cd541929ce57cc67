// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/jobmetrics.h"

namespace models {

/// The band of one metric, kept from one look to the next: of a growing log only the columns with new points are read
/// again, and a wheel or a drag reads what it brings into view. Columns lie on a grid of powers of two that does not
/// move when the range does. One thread at a time.
class BandCache
{
public:
    /// Mean, minimum and maximum over the ranks between two x, in `columns` columns at most and half as many at least.
    /// Only columns that have points; their x lie in the range.
    const QList<BandPoint> &update(const JobMetrics &metrics, const QString &metric, Axis axis, double from, double to,
                                   int columns);

private:
    struct Seen
    {
        const RankSeries *rank = nullptr;
        qsizetype points = 0;
        size_t segments = 0;
    };
    bool fits(const QList<const RankSeries *> &all, const QString &metric, Axis axis, double width) const;
    qint64 firstStale(const QList<const RankSeries *> &all) const;

    QString m_metric;
    Axis m_axis = Axis::Step;
    double m_width = 0; // of a column
    qint64 m_first = 0; // the column that m_grid begins with: from m_first * m_width on
    QList<BandPoint> m_grid; // also empty ones
    QList<Seen> m_seen; // what m_grid was made of
    QList<BandPoint> m_shown;
};

} // namespace models
