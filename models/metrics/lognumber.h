// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/eightdigits.h"

#include <array>

namespace models {

/// How many digits a number had before and after its point when a line of the same shape was read last.
struct NumberLengths
{
    quint8 before = 0, after = 0;
};

/// Steps over `count` digits. Where there are as many as the last time, which is nearly always, the processor goes on
/// to the next number without waiting for the count: the step is a value from memory, guarded by a branch.
inline const char *stepOver(const char *at, int count, quint8 &last)
{
    qsizetype step = last;
    int compared = int(step);
#ifdef __GNUC__
    asm("" : "+r"(compared)); // else the compiler sees that both are the same and steps by the count after all
#endif
    if (count == compared) [[likely]]
        return at + step;
    last = quint8(count);
    return at + count;
}

/// The common case of parseLogNumber(): at most seven digits before and after a point, no exponent, no thousands
/// commas, and 18 bytes that may be read. Null if it is another case. The value is the same to the last bit: mantissa
/// and power of ten are exact, so one division rounds correctly (Clinger 1990).
inline const char *quickNumber(const char *at, const char *end, double &value, bool &integer, NumberLengths &lengths)
{
    constexpr std::array<double, 8> powers {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    constexpr std::array<quint64, 8> wholePowers {1, 10, 100, 1000, 10'000, 100'000, 1'000'000, 10'000'000};
    if (end - at < 18)
        return nullptr;
    const bool negative = *at == '-';
    if (negative)
        ++at;
    quint64 whole = 0, fraction = 0;
    const int before = eightDigits(at, whole);
    if (before == 0 || before == 8)
        return nullptr;
    at = stepOver(at, before, lengths.before);
    integer = true;
    double number = double(whole);
    if (*at == '.') {
        if (const int after = eightDigits(at + 1, fraction)) {
            if (after == 8)
                return nullptr;
            number = double(whole * wholePowers[size_t(after)] + fraction) / powers[size_t(after)];
            at = stepOver(at + 1, after, lengths.after);
            integer = false;
        }
    } else if (*at == ',') {
        return nullptr;
    }
    if ((*at | 0x20) == 'e')
        return nullptr;
    value = negative ? -number : number;
    return at;
}

} // namespace models
