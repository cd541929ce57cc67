// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <algorithm>
#include <vector>

namespace models {

/// Number `index` of many that have `width` (0 to 63) bits each and stand one behind the other. The word after the last
/// bit must be readable: so there is nothing to branch on.
inline quint64 bitsAt(const quint64 *words, qsizetype index, int width)
{
    const size_t bit = size_t(index) * size_t(width);
    const quint64 *const word = words + bit / 64;
    const int shift = int(bit % 64);
    return ((word[0] >> shift) | ((word[1] << 1) << (63 - shift))) & ((quint64(1) << width) - 1);
}

/// Puts number `index` where bitsAt() finds it; the words must be zero there.
inline void putBits(quint64 *words, qsizetype index, int width, quint64 value)
{
    const size_t bit = size_t(index) * size_t(width);
    const int shift = int(bit % 64);
    words[bit / 64] |= value << shift;
    if (shift + width > 64)
        words[bit / 64 + 1] |= value >> (64 - shift);
}

/// To the nearest whole number, without a call: for numbers below 2^51, anything above it stays above 2^50.
inline double nearestWhole(double value)
{
    constexpr double shift = 0x1.8p52;
    return (value + shift) - shift;
}

/// Appends with little room to spare: there are thousands of these vectors, and they grow for hours.
template <class T>
void appendTightly(std::vector<T> &to, T value)
{
    if (to.size() == to.capacity())
        to.reserve(to.size() + std::max<size_t>(4, to.size() / 8));
    to.push_back(std::move(value));
}

} // namespace models
