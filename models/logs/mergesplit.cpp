// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/mergesplit.h"

#include <algorithm>
#include <numeric>

namespace models {

namespace {

constexpr qint64 few = 512; // lines that are put in order one by one sooner than divided again
constexpr int halvesEvery = 3; // attempts: guesses from the density of lines may all fall to the same side

qint64 sum(const MergeSplit::Counts &counts) { return std::accumulate(counts.begin(), counts.end(), qint64(0)); }

} // namespace

MergeSplit::MergeSplit(const MergeSources &sources, Counts from, const Counts &limits)
    : m_limits(limits)
    , m_counts(std::move(from))
{
    m_counts.resize(limits.size());
    m_place = sum(m_counts);
    m_end = sum(limits);
    m_begins = std::numeric_limits<qint64>::max();
    m_ends = std::numeric_limits<qint64>::min();
    m_times.reserve(limits.size());
    for (size_t i = 0; i < limits.size(); ++i) {
        SourceTimes &times = m_times.emplace_back(*sources[i]);
        if (m_counts[i] == limits[i])
            continue;
        m_begins = std::min(m_begins, times.at(m_counts[i]));
        m_ends = std::max(m_ends, times.at(limits[i] - 1) + 1);
    }
}

MergeKey MergeSplit::last()
{
    MergeKey key;
    for (size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] > 0)
            key = std::max(key, {m_times[i].at(m_counts[i] - 1), quint32(i)});
    }
    return key;
}

void MergeSplit::advanceTo(qint64 place)
{
    place = std::min(place, m_end);
    if (place <= m_place)
        return;
    m_low = {m_counts, m_place, m_begins};
    m_high = {m_limits, m_end, m_ends};
    for (int attempt = 0; m_low.lines < place; ++attempt) {
        if (m_high.lines - m_low.lines <= few) {
            takeEarliest(m_low, m_high, place);
        } else if (m_high.time - m_low.time <= 1) { // all lines between have one time
            takeInOrderOfSources(m_low, m_high, place);
        } else {
            const bool asLastTime = attempt == 0 && m_step > 0 && m_step < m_high.time - m_low.time;
            divideAt(asLastTime ? m_low.time + m_step : guess(m_low, m_high, place, attempt), m_low, m_high, m_divided);
            std::swap(m_divided.lines <= place ? m_low : m_high, m_divided);
        }
    }
    m_counts = m_low.counts;
    m_place = place;
    m_step = m_low.time - m_begins;
    m_begins = m_low.time;
}

/// A moment between those of the bounds, where the place is to be expected.
qint64 MergeSplit::guess(const Bound &low, const Bound &high, qint64 place, int attempt)
{
    const qint64 most = high.time - low.time;
    if (attempt % halvesEvery == halvesEvery - 1)
        return low.time + most / 2;
    // A little to the side that is further away, so that it comes near too.
    const qint64 aim = place + (place - low.lines < high.lines - place ? few / 4 : -few / 4);
    const double part = double(aim - low.lines) / double(high.lines - low.lines);
    return low.time + std::clamp<qint64>(qint64(part * double(most)), 1, most - 1);
}

/// Divides the lines between two bounds at a moment.
void MergeSplit::divideAt(qint64 time, const Bound &low, const Bound &high, Bound &divided)
{
    divided.counts.resize(m_limits.size());
    divided.time = time;
    divided.lines = 0;
    for (size_t i = 0; i < m_limits.size(); ++i) {
        divided.counts[i] = m_times[i].firstNotBefore(time, low.counts[i], high.counts[i]);
        divided.lines += divided.counts[i];
    }
}

void MergeSplit::takeInOrderOfSources(Bound &low, const Bound &high, qint64 place)
{
    for (size_t i = 0; i < m_limits.size(); ++i) {
        const auto part = quint32(std::min<qint64>(place - low.lines, high.counts[i] - low.counts[i]));
        low.counts[i] += part;
        low.lines += part;
    }
}

void MergeSplit::takeEarliest(Bound &low, const Bound &high, qint64 place)
{
    m_lines.clear();
    for (size_t i = 0; i < m_limits.size(); ++i) {
        for (quint32 line = low.counts[i]; line < high.counts[i]; ++line)
            m_lines.push_back({{m_times[i].at(line), quint32(i)}, line});
    }
    const auto end = m_lines.begin() + (place - low.lines);
    std::nth_element(m_lines.begin(), end, m_lines.end());
    for (auto line = m_lines.begin(); line != end; ++line) {
        ++low.counts[line->key.source];
        low.time = std::max(low.time, line->key.time);
    }
    low.lines = place;
}

} // namespace models
