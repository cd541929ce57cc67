// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/seriespyramid.h"

#include <array>
#include <memory>
#include <span>

namespace models {

/// A growing column of measured values, each kept to the last bit (NaN with its payload, too) and readable at once by
/// its place. Logs write decimals: a block of 64 values is kept as whole numbers of a decimal unit, of which only the
/// bits that differ are stored, or, where a value is no such number, as the bits of the float that differ. 0.2 B for a
/// value that stays, 1 to 2 B as logs write them, 4.2 B at worst. Not thread safe.
class ValueColumn
{
public:
    static constexpr qsizetype blockSize = SeriesPyramid::base;

    void append(float value) { append({&value, 1}); }
    void append(std::span<const float> values);
    qsizetype size() const { return qsizetype(m_blocks.size()) * blockSize + m_open; }
    float at(qsizetype index) const;
    /// As PlaceColumns::prefetch(): in two steps, 0 and 1.
    void prefetch(qsizetype index, int step) const;
    /// Smallest and largest finite value of [first, last).
    MinMax minMax(qsizetype first, qsizetype last) const { return m_pyramid.query(first, last, *this); }
    /// The same without the help of the pyramid: for a part of a block.
    MinMax rangeOf(qsizetype first, qsizetype last) const;
    qsizetype memoryBytes() const;

private:
    struct Block
    {
        quint32 base = 0; // what all values have: a whole number, or bits of a float
        quint32 word = 0; // where the rest stands, over all pages
        quint8 width = 0; // bits of the rest
        quint8 code = 0; // decimal places, or firstShift + how far the bits are shifted
    };
    static constexpr quint8 firstShift = 16;
    using Values = std::array<float, size_t(blockSize)>;

    using Numbers = std::array<qint32, size_t(blockSize)>;

    void seal();
    bool sealDecimal();
    bool sealSame();
    bool findPlaces(Numbers &numbers);
    void sealBits();
    quint64 *roomFor(Block &block);
    const quint64 *rest(const Block &block) const
    {
        return m_pages[block.word / pageWords].get() + block.word % pageWords;
    }
    static float valueOf(const Block &block, quint64 bits);
    MinMax rangeInBlock(const Block &block, qsizetype first, qsizetype last) const;

    static constexpr quint32 pageWords = 512;
    std::vector<Block> m_blocks;
    std::vector<std::unique_ptr<quint64[]>> m_pages; // a word more each, see bitsAt()
    quint32 m_usedWords = pageWords; // of the last page
    Values m_tail {}; // the newest, not packed yet
    qsizetype m_open = 0; // how many
    quint8 m_places = 0; // decimal places of the last block that had different values
    SeriesPyramid m_pyramid;
};

} // namespace models
