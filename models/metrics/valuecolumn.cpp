// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/valuecolumn.h"

#include "models/logs/simd.h"
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

#ifdef PILOTHOUSE_AVX2
/// toDecimal() of all, the same operations on four at once.
PILOTHOUSE_AVX2 bool allToDecimalWide(std::span<const float> values, size_t places, qint32 *numbers)
{
    const __m256d power = _mm256_set1_pd(powers[places]), shift = _mm256_set1_pd(0x1.8p52), limit = _mm256_set1_pd(1e9),
                  sign = _mm256_set1_pd(-0.0);
    int right = 0xf;
    for (size_t i = 0; i < values.size(); i += 4) {
        const __m128 value = _mm_loadu_ps(values.data() + i);
        const __m256d scaled = _mm256_sub_pd(_mm256_add_pd(_mm256_mul_pd(_mm256_cvtps_pd(value), power), shift), shift);
        const __m128i number = _mm256_cvttpd_epi32(scaled);
        _mm_storeu_si128(reinterpret_cast<__m128i *>(numbers + i), number);
        const __m128 again = _mm256_cvtpd_ps(_mm256_div_pd(_mm256_cvtepi32_pd(number), power));
        right &= _mm256_movemask_pd(_mm256_cmp_pd(_mm256_andnot_pd(sign, scaled), limit, _CMP_LT_OQ))
            & _mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(_mm_castps_si128(again), _mm_castps_si128(value))));
    }
    return right == 0xf;
}
#endif

bool allToDecimal(std::span<const float> values, size_t places, qint32 *numbers)
{
#ifdef PILOTHOUSE_AVX2
    if (hasWideRegisters())
        return allToDecimalWide(values, places, numbers);
#endif
    return std::ranges::all_of(values, [&](float value) { return toDecimal(value, places, *numbers++); });
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
    const auto first = std::bit_cast<quint32>(m_tail[0]);
    if (std::ranges::all_of(m_tail, [first](float value) { return std::bit_cast<quint32>(value) == first; }))
        return sealSame();
    Numbers numbers {};
    if (!findPlaces(numbers))
        return false;
    const auto [low, high] = std::ranges::minmax(numbers);
    Block block {.base = quint32(low),
                 .word = 0,
                 .width = quint8(std::bit_width(quint64(qint64(high) - low))),
                 .code = m_places};
    if (quint64 *const room = roomFor(block))
        putBits(room, blockSize, block.width,
                [&, least = low](qsizetype i) { return quint64(qint64(numbers[size_t(i)]) - least); });
    appendTightly(m_blocks, block);
    return true;
}

/// A figure that stays.
bool ValueColumn::sealSame()
{
    qint32 number = 0;
    for (size_t places = 0; places < powers.size(); ++places) {
        if (!toDecimal(m_tail[0], places, number))
            continue;
        appendTightly(m_blocks, Block {.base = quint32(number), .word = 0, .width = 0, .code = quint8(places)});
        return true;
    }
    return false;
}

/// The fewest decimal places with which all values are whole numbers: mostly as many as the block before had.
bool ValueColumn::findPlaces(Numbers &numbers)
{
    if (allToDecimal(m_tail, m_places, numbers.data())) {
        const auto canDoWithLess
            = [this, number = 0](float value) mutable { return toDecimal(value, m_places - 1U, number); };
        if (m_places == 0 || !std::ranges::all_of(m_tail, canDoWithLess))
            return true;
    }
    for (size_t places = 0, i = 0; places < powers.size(); ++places, i = 0) {
        while (i < m_tail.size() && toDecimal(m_tail[i], places, numbers[i]))
            ++i;
        if (i == m_tail.size()) {
            m_places = quint8(places);
            return true;
        }
    }
    return false;
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
    if (quint64 *const room = roomFor(block))
        putBits(room, blockSize, width,
                [&](qsizetype i) -> quint64 { return (std::bit_cast<quint32>(m_tail[size_t(i)]) & mask) >> shift; });
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
