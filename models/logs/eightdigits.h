// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <bit>
#include <cstring>

namespace models {

/// Eight digits as numbers 0 to 9, the first in the lowest byte: pairs, then fours, then eight (D. Lemire, "Quickly
/// parsing eight digits").
constexpr quint64 valueOfEight(quint64 word)
{
    word = word * 10 + (word >> 8);
    return ((word & 0x000000ff000000ff) * 0x000f424000000064 + ((word >> 16) & 0x000000ff000000ff) * 0x0000271000000001)
        >> 32;
}

/// How many of eight characters are digits before the first that is none; their value in `value`.
inline int eightDigits(const char *at, quint64 &value)
{
    quint64 word = 0;
    std::memcpy(&word, at, sizeof word);
    if constexpr (std::endian::native == std::endian::big)
        word = __builtin_bswap64(word);
    // The high bit of every byte that is no digit. Carries and borrows go to later bytes only: the first one is right.
    const quint64 others = ((word + 0x4646464646464646) | (word - 0x3030303030303030)) & 0x8080808080808080;
    const int count = std::countr_zero(others) / 8;
    if (count == 0)
        return 0;
    value = valueOfEight((word - 0x3030303030303030) << (64 - 8 * count));
    return count;
}

} // namespace models
