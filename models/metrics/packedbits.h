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

/// Puts `count` numbers where bitsAt() finds them; `number(i)` gives one of `width` (1 to 63) bits.
template <class Number>
void putBits(quint64 *words, qsizetype count, int width, Number number)
{
    quint64 word = 0;
    int filled = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const quint64 bits = number(i);
        word |= bits << filled;
        filled += width;
        if (filled >= 64) {
            *words++ = word;
            filled -= 64;
            word = filled > 0 ? bits >> (width - filled) : 0;
        }
    }
    if (filled > 0)
        *words = word;
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
