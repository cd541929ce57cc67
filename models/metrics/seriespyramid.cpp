// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/seriespyramid.h"

#include "models/logs/simd.h"
#include "models/metrics/packedbits.h"

#include <cmath>
#include <cstring>

namespace models {

namespace {

using Lanes [[gnu::vector_size(32)]] = float; // the compiler splits it for narrower machines

/// Without branches: comparisons with NaN are false, and infinities fail one of the two.
[[gnu::always_inline]] inline MinMax rangeOf(const float *value, const float *end)
{
    constexpr float largest = std::numeric_limits<float>::max();
    constexpr qsizetype width = sizeof(Lanes) / sizeof(float);
    MinMax result;
    if (end - value >= width) {
        Lanes low {}, high {};
        low += result.min;
        high += result.max;
        for (; end - value >= width; value += width) {
            Lanes values;
            std::memcpy(&values, value, sizeof values);
            low = ((values < low) & (values >= -largest)) ? values : low;
            high = ((values > high) & (values <= largest)) ? values : high;
        }
        for (int i = 0; i < width; ++i)
            result.add(MinMax {low[i], high[i]});
    }
    for (; value < end; ++value) {
        const bool finite = std::fabs(*value) <= largest;
        result.min = (finite & (*value < result.min)) ? *value : result.min;
        result.max = (finite & (*value > result.max)) ? *value : result.max;
    }
    return result;
}

#ifdef PILOTHOUSE_AVX2
PILOTHOUSE_AVX2 MinMax rangeOfWide(const float *value, const float *end) { return rangeOf(value, end); }
#endif

} // namespace

MinMax finiteRange(std::span<const float> values, Registers registers)
{
#ifdef PILOTHOUSE_AVX2
    if (registers == Registers::Best && hasWideRegisters())
        return rangeOfWide(values.data(), values.data() + values.size());
#endif
    Q_UNUSED(registers)
    return rangeOf(values.data(), values.data() + values.size());
}

void SeriesPyramid::append(qsizetype index, float value)
{
    if (m_levels.empty())
        m_levels.emplace_back();
    if (index % base == 0)
        appendTightly(m_levels[0], MinMax {});
    if (std::isfinite(value))
        m_levels[0].back().add(value);
    if ((index + 1) % base == 0)
        raise(index / base);
}

void SeriesPyramid::appendBlock(const MinMax &range)
{
    if (m_levels.empty())
        m_levels.emplace_back();
    appendTightly(m_levels[0], range);
    raise(qsizetype(m_levels[0].size()) - 1);
}

/// A block goes one level up when it is complete: most values touch one level only.
void SeriesPyramid::raise(qsizetype block)
{
    qsizetype size = 1; // of a block of that level, in the lowest ones
    for (size_t level = 0; (block + 1) % size == 0; ++level, size *= fanOut) {
        if (level + 1 == m_levels.size())
            m_levels.emplace_back();
        auto &upper = m_levels[level + 1];
        if (size_t(block / (size * fanOut)) == upper.size())
            appendTightly(upper, MinMax {});
        upper.back().add(m_levels[level].back());
    }
}

MinMax SeriesPyramid::query(std::span<const float> values, qsizetype first, qsizetype last) const
{
    struct Plain
    {
        std::span<const float> values;
        MinMax rangeOf(qsizetype from, qsizetype to) const
        {
            return finiteRange(values.subspan(size_t(from), size_t(to - from)));
        }
    };
    return query(first, last, Plain {values});
}

MinMax SeriesPyramid::wholeBlocks(qsizetype from, qsizetype to) const
{
    MinMax result;
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

qsizetype SeriesPyramid::memoryBytes() const
{
    qsizetype bytes = 0;
    for (const auto &level : m_levels)
        bytes += qsizetype(level.capacity() * sizeof(MinMax));
    return bytes;
}

} // namespace models
