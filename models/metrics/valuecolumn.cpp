// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/valuecolumn.h"

#include "models/metrics/packedbits.h"

#include <bit>
#include <cmath>

namespace models {

namespace {

constexpr std::array powers {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
constexpr std::array<quint64, 2> noWords {}; // of a block whose values are all the same

/// As the log's reader made it: one division rounds correctly, then once more to a float.
float fromDecimal(qint64 number, size_t places) { return float(double(number) / powers[places]); }

bool toDecimal(float value, size_t places, qint32 &number)
{
    const double scaled = nearestWhole(double(value) * powers[places]);
    if (!(std::fabs(scaled) < 1e9)) // NaN, too
        return false;
    number = qint32(scaled);
    return std::bit_cast<quint32>(fromDecimal(number, places)) == std::bit_cast<quint32>(value);
}

} // namespace

float ValueColumn::valueOf(const Block &block, quint64 bits)
{
    if (block.code < firstShift)
        return fromDecimal(qint64(qint32(block.base)) + qint64(bits), block.code);
    return std::bit_cast<float>(block.base | quint32(bits << (block.code - firstShift)));
}

void ValueColumn::append(std::span<const float> values)
{
    while (!values.empty()) {
        const size_t count = std::min(values.size(), size_t(blockSize - m_open));
        std::ranges::copy(values.first(count), m_tail.begin() + m_open);
        m_open += qsizetype(count);
        values = values.subspan(count);
        if (m_open == blockSize)
            seal();
    }
}

void ValueColumn::seal()
{
    m_pyramid.appendBlock(finiteRange(m_tail));
    if (!sealDecimal())
        sealBits();
    m_open = 0;
}

/// Where a block's rest is to be written, all zero.
quint64 *ValueColumn::roomFor(Block &block)
{
    static_assert(blockSize == 64, "64 values of n bits fill n words");
    if (block.width == 0)
        return nullptr;
    if (m_usedWords + block.width > pageWords) {
        m_pages.push_back(std::make_unique<quint64[]>(pageWords + 1));
        m_usedWords = 0;
    }
    block.word = quint32(m_pages.size() - 1) * pageWords + m_usedWords;
    m_usedWords += block.width;
    return m_pages.back().get() + block.word % pageWords;
}

bool ValueColumn::sealDecimal()
{
    std::array<qint32, size_t(blockSize)> numbers {};
    size_t places = 0;
    for (size_t i = 0; i < m_tail.size();) {
        if (toDecimal(m_tail[i], places, numbers[i])) {
            ++i;
        } else if (++places < powers.size()) {
            i = 0;
        } else {
            return false;
        }
    }
    const auto [low, high] = std::ranges::minmax(numbers);
    Block block {.base = quint32(low),
                 .word = 0,
                 .width = quint8(std::bit_width(quint64(qint64(high) - low))),
                 .code = quint8(places)};
    if (quint64 *const room = roomFor(block)) {
        for (qsizetype i = 0; i < blockSize; ++i)
            putBits(room, i, block.width, quint64(qint64(numbers[size_t(i)]) - low));
    }
    appendTightly(m_blocks, block);
    return true;
}

void ValueColumn::sealBits()
{
    quint32 differing = 0;
    const auto first = std::bit_cast<quint32>(m_tail[0]);
    for (const float value : m_tail)
        differing |= std::bit_cast<quint32>(value) ^ first;
    const int shift = differing ? std::countr_zero(differing) : 0, width = int(std::bit_width(differing)) - shift;
    const auto mask = quint32(((quint64(1) << width) - 1) << shift);
    Block block {.base = first & ~mask, .word = 0, .width = quint8(width), .code = quint8(firstShift + shift)};
    if (quint64 *const room = roomFor(block)) {
        for (qsizetype i = 0; i < blockSize; ++i)
            putBits(room, i, width, (std::bit_cast<quint32>(m_tail[size_t(i)]) & mask) >> shift);
    }
    appendTightly(m_blocks, block);
}

float ValueColumn::at(qsizetype index) const
{
    const qsizetype within = index % blockSize;
    if (size_t(index / blockSize) == m_blocks.size())
        return m_tail[size_t(within)];
    const Block &block = m_blocks[size_t(index / blockSize)];
    return valueOf(block, block.width ? bitsAt(rest(block), within, block.width) : 0);
}

void ValueColumn::prefetch(qsizetype index, int step) const
{
    const auto block = size_t(index / blockSize);
    if (block >= m_blocks.size())
        return;
    if (step == 0)
        __builtin_prefetch(&m_blocks[block]);
    else if (const int width = m_blocks[block].width)
        __builtin_prefetch(rest(m_blocks[block]) + index % blockSize * width / 64);
}

MinMax ValueColumn::rangeInBlock(const Block &block, qsizetype first, qsizetype last) const
{
    const quint64 *const words = block.width ? rest(block) : noWords.data();
    if (block.code < firstShift) { // the order of the whole numbers is that of the values
        quint64 low = bitsAt(words, first, block.width), high = low;
        for (qsizetype i = first + 1; i < last; ++i) {
            const quint64 bits = bitsAt(words, i, block.width);
            low = std::min(low, bits);
            high = std::max(high, bits);
        }
        return {valueOf(block, low), valueOf(block, high)};
    }
    Values values {};
    for (qsizetype i = first; i < last; ++i)
        values[size_t(i - first)] = valueOf(block, bitsAt(words, i, block.width));
    return finiteRange(std::span(values).first(size_t(last - first)));
}

MinMax ValueColumn::rangeOf(qsizetype first, qsizetype last) const
{
    MinMax result;
    while (first < last) {
        const qsizetype block = first / blockSize, begin = block * blockSize, end = std::min(last, begin + blockSize);
        if (size_t(block) == m_blocks.size())
            result.add(finiteRange(std::span(m_tail).subspan(size_t(first - begin), size_t(end - first))));
        else
            result.add(rangeInBlock(m_blocks[size_t(block)], first - begin, end - begin));
        first = end;
    }
    return result;
}

qsizetype ValueColumn::memoryBytes() const
{
    return qsizetype(sizeof *this + m_blocks.capacity() * sizeof(Block)
                     + m_pages.size() * (pageWords + 1) * sizeof(quint64))
        + m_pyramid.memoryBytes();
}

} // namespace models
