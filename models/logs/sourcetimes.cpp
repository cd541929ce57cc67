// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/sourcetimes.h"

#include <algorithm>

namespace models {

namespace {

constexpr quint32 stride = LineIndex::stride;

} // namespace

inline const SourceTimes::Block *SourceTimes::kept(quint32 line) const
{
    const Block &block = m_blocks[line / stride % m_blocks.size()];
    return block.number == line / stride && line % stride < block.known ? &block : nullptr;
}

const SourceTimes::Block &SourceTimes::load(quint32 line)
{
    if (const Block *const block = kept(line))
        return *block;
    Block &block = m_blocks[line / stride % m_blocks.size()];
    block.number = line / stride;
    block.known = quint32(m_source->readTimes(block.number, block.times));
    // If the disk refused: keep the order, lose nothing.
    const qint64 rest = block.known ? block.times[block.known - 1] : m_source->blockTime(block.number);
    std::fill(block.times.begin() + block.known, block.times.end(), rest);
    return block;
}

qint64 SourceTimes::at(quint32 line)
{
    if (line % stride == 0 && !kept(line))
        return m_source->blockTime(line / stride);
    return load(line).times[line % stride];
}

quint32 SourceTimes::firstNotBefore(qint64 time, quint32 first, quint32 last)
{
    if (first >= last)
        return last;
    // Blocks in [low, high) begin before the time, as far as is known; mostly it lies in the first one.
    quint32 low = first / stride, high = (last - 1) / stride + 1;
    const Block *const block = kept(first);
    if (!block || block->known < stride || block->times.back() < time) {
        const auto beginsBefore = [&](quint32 number) { return m_source->blockTime(number) < time; };
        for (quint32 step = 1; low + step < high; step *= 2) {
            if (!beginsBefore(low + step)) {
                high = low + step;
                break;
            }
            low += step;
        }
        while (high - low > 1) {
            const quint32 middle = low + (high - low) / 2;
            (beginsBefore(middle) ? low : high) = middle;
        }
    }
    const quint32 begin = std::max(first, low * stride), end = std::min(last, (low + 1) * stride);
    const auto &times = load(begin).times;
    quint32 at = begin;
    for (constexpr quint32 near = 4; at < end && at < begin + near; ++at) {
        if (times[at % stride] >= time)
            return at;
    }
    const auto from = times.begin() + begin % stride,
               found = std::lower_bound(from + (at - begin), from + (end - begin), time);
    return begin + quint32(found - from);
}

} // namespace models
