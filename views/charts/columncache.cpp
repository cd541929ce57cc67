// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/columncache.h"

#include <bit>

namespace views {

namespace {

constexpr qsizetype block = models::SeriesPyramid::base;

qsizetype blockAfter(qsizetype index) { return (index + block - 1) / block * block; }
qsizetype blockBefore(qsizetype index) { return index / block * block; }

} // namespace

bool ColumnCache::same(const models::Sample &a, const models::Sample &b)
{
    return std::bit_cast<quint32>(a.value) == std::bit_cast<quint32>(b.value) && a.step == b.step && a.epoch == b.epoch
        && a.milliseconds == b.milliseconds && a.line == b.line;
}

void ColumnCache::begin(const models::Series &series)
{
    m_next = 0;
    // A series only grows. Another one may live where the old one did: it has other ends.
    const bool known = m_series == &series && m_size > 0 && m_size <= series.size() && same(series.sample(0), m_oldest)
        && same(series.sample(m_size - 1), m_newest);
    if (!known)
        m_columns.clear();
    m_series = &series;
    m_size = series.size();
    if (m_size > 0) {
        m_oldest = series.sample(0);
        m_newest = series.sample(m_size - 1);
    }
}

ColumnCache::Column ColumnCache::next(const models::Series &series, qsizetype first, qsizetype last)
{
    if (m_next == m_columns.size())
        m_columns.emplace_back();
    Known &known = m_columns[m_next++];
    const qsizetype begin = blockAfter(first), end = blockBefore(last);
    if (begin >= end) { // without a whole block it is read as quickly as it is looked up
        known = {};
        return {series.minMax(first, last), series.value(first), series.value(last - 1)};
    }
    const bool fresh = known.first < 0;
    if (fresh || first != known.first) {
        known.head = series.minMax(first, begin);
        known.firstValue = series.value(first);
    }
    if (fresh || begin != blockAfter(known.first) || end != blockBefore(known.last))
        known.inner = series.minMax(begin, end);
    if (fresh || end != blockBefore(known.last) || last < known.last)
        known.tail = series.minMax(end, last);
    else if (last > known.last)
        known.tail.add(series.minMax(known.last, last));
    if (fresh || last != known.last)
        known.lastValue = series.value(last - 1);
    known.first = first;
    known.last = last;
    models::MinMax bounds = known.head;
    bounds.add(known.inner);
    bounds.add(known.tail);
    return {bounds, known.firstValue, known.lastValue};
}

} // namespace views
