// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/simd.h"

#include <QtTypes>

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

namespace models {

/// Smallest and largest finite value of a range; empty if there is none.
struct MinMax
{
    float min = std::numeric_limits<float>::infinity();
    float max = -std::numeric_limits<float>::infinity();

    bool isEmpty() const { return min > max; }
    void add(float value)
    {
        min = value < min ? value : min;
        max = value > max ? value : max;
    }
    void add(const MinMax &other)
    {
        min = other.min < min ? other.min : min;
        max = other.max > max ? other.max : max;
    }
    bool operator==(const MinMax &) const = default;
};

/// Smallest and largest of some values that are finite.
MinMax finiteRange(std::span<const float> values, Registers registers = Registers::Best);

/// Minima and maxima of blocks of a growing column (64 values, then 8 blocks, 64 blocks, ...), so that any range is
/// answered by a few hundred reads: +0.14 B per value. NaN and infinite values are left out. Not thread safe.
class SeriesPyramid
{
public:
    static constexpr qsizetype base = 64;
    static constexpr qsizetype fanOut = 8;

    /// Tell of the value that was just appended at `index`.
    void append(qsizetype index, float value);
    /// Tell of `base` values at once, by what finiteRange() says of them. Use one of both for a column.
    void appendBlock(const MinMax &range);
    /// Exact over [first, last) of the column that was told of.
    MinMax query(std::span<const float> values, qsizetype first, qsizetype last) const;
    /// The same of a column that has `rangeOf(first, last)` for the parts of blocks at both ends.
    template <class Column>
    MinMax query(qsizetype first, qsizetype last, const Column &column) const
    {
        const qsizetype head = std::min(last, (first + base - 1) / base * base),
                        tail = std::max(head, last / base * base);
        MinMax result = wholeBlocks(head / base, tail / base);
        if (first < head)
            result.add(column.rangeOf(first, head));
        if (tail < last)
            result.add(column.rangeOf(tail, last));
        return result;
    }
    qsizetype memoryBytes() const;

private:
    void raise(qsizetype block);
    MinMax wholeBlocks(qsizetype from, qsizetype to) const;

    std::vector<std::vector<MinMax>> m_levels;
};

} // namespace models
