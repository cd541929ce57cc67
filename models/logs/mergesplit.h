// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/sourcetimes.h"

namespace models {

/// How many lines of each source stand among the first so many of their merge, found without merging them: a moment
/// divides every source by binary search, and few moments need to be tried. One thread.
class MergeSplit
{
public:
    using Counts = std::vector<quint32>; ///< lines by source

    /// `from` is such a split already; source i has limits[i] lines. What it is given must outlive it.
    MergeSplit(const MergeSources &sources, Counts from, const Counts &limits);

    /// Goes on to the first `place` lines; never back, and not beyond the end.
    void advanceTo(qint64 place);
    const Counts &counts() const { return m_counts; }
    /// Of the line before the place.
    MergeKey last();

private:
    struct Bound
    {
        Counts counts;
        qint64 lines = 0; // all counts
        qint64 time = 0;
    };
    struct Line
    {
        MergeKey key;
        quint32 number = 0;
        auto operator<=>(const Line &) const = default;
    };
    static qint64 guess(const Bound &low, const Bound &high, qint64 place, int attempt);
    void divideAt(qint64 time, const Bound &low, const Bound &high, Bound &divided);
    void takeInOrderOfSources(Bound &low, const Bound &high, qint64 place);
    void takeEarliest(Bound &low, const Bound &high, qint64 place);

    const Counts &m_limits;
    std::vector<SourceTimes> m_times;
    Counts m_counts;
    qint64 m_place = 0;
    qint64 m_end = 0; // all lines
    qint64 m_begins = 0, m_ends = 0; // no line behind the place is before the first, none at or after the second
    qint64 m_step = 0; // of time, that the last advance made
    Bound m_low, m_high, m_divided; // of an advance
    std::vector<Line> m_lines;
};

} // namespace models
