// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/series.h"

#include <vector>

namespace views {

/// What the pixel columns of one curve held in the last frame. Between two frames of a live chart a column's borders
/// move by few points, so nearly all of it is known: only what lies between the old and the new borders is read. The
/// answers are exact, whatever was asked before. GUI thread.
class ColumnCache
{
public:
    struct Column
    {
        models::MinMax bounds; ///< finite values only
        float first = 0, last = 0; ///< values at both ends, as they are
    };

    /// Begins a frame. Forgets everything if it is not the series of the last frame.
    void begin(const models::Series &series);
    /// The next column of the frame: the points [first, last), not empty.
    Column next(const models::Series &series, qsizetype first, qsizetype last);

private:
    struct Known
    {
        qsizetype first = -1, last = -1;
        models::MinMax head, inner, tail; // up to the first border of a block, whole blocks, after the last
        float firstValue = 0, lastValue = 0;
    };
    static bool same(const models::Sample &a, const models::Sample &b);

    std::vector<Known> m_columns;
    size_t m_next = 0;
    const models::Series *m_series = nullptr;
    qsizetype m_size = 0; // when it was seen last
    models::Sample m_oldest, m_newest;
};

} // namespace views
