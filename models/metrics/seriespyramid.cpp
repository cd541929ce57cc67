// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/seriespyramid.h"

#include <cmath>

namespace models {

void SeriesPyramid::append(qsizetype index, float value)
{
    if (m_levels.empty())
        m_levels.emplace_back();
    if (index % base == 0)
        m_levels[0].emplace_back();
    if (std::isfinite(value))
        m_levels[0].back().add(value);
    // A block goes one level up when it is complete: most values touch one level only.
    qsizetype size = base;
    for (size_t level = 0; (index + 1) % size == 0; ++level, size *= fanOut) {
        if (level + 1 == m_levels.size())
            m_levels.emplace_back();
        auto &upper = m_levels[level + 1];
        if (size_t(index / (size * fanOut)) == upper.size())
            upper.emplace_back();
        upper.back().add(m_levels[level].back());
    }
}

MinMax SeriesPyramid::query(std::span<const float> values, qsizetype first, qsizetype last) const
{
    MinMax result;
    const auto addValues = [&](qsizetype from, qsizetype to) {
        // Without branches: comparisons with NaN are false, and infinities fail the first.
        constexpr float largest = std::numeric_limits<float>::max();
        float low = result.min, high = result.max;
        for (const float *value = values.data() + from, *end = values.data() + to; value < end; ++value) {
            const bool finite = std::fabs(*value) <= largest;
            low = (finite & (*value < low)) ? *value : low;
            high = (finite & (*value > high)) ? *value : high;
        }
        result.min = low;
        result.max = high;
    };
    const qsizetype head = std::min(last, (first + base - 1) / base * base);
    addValues(first, head);
    const qsizetype tail = std::max(head, last / base * base);
    addValues(tail, last);
    qsizetype from = head / base, to = tail / base;
    for (size_t level = 0; from < to; ++level, from /= fanOut, to /= fanOut) {
        const std::vector<MinMax> &blocks = m_levels[level];
        const bool top = level + 1 >= m_levels.size();
        for (; from < to && (top || from % fanOut != 0); ++from)
            result.add(blocks[size_t(from)]);
        for (; from < to && to % fanOut != 0; --to)
            result.add(blocks[size_t(to - 1)]);
    }
    return result;
}

} // namespace models
