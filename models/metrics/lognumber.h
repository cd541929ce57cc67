// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/eightdigits.h"

#include <array>

namespace models {

/// The common case of parseLogNumber(): at most seven digits before and after a point, no exponent, no thousands
/// commas, and 17 bytes that may be read. Null if it is another case. The value is the same to the last bit: mantissa
/// and power of ten are exact, so one division rounds correctly (Clinger 1990).
inline const char *quickNumber(const char *at, const char *end, double &value, bool &integer)
{
    constexpr std::array<double, 8> powers {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    constexpr std::array<quint64, 8> wholePowers {1, 10, 100, 1000, 10'000, 100'000, 1'000'000, 10'000'000};
    if (end - at < 18)
        return nullptr;
    const bool negative = *at == '-';
    at += negative;
    quint64 whole = 0, fraction = 0;
    const int before = eightDigits(at, whole);
    if (before == 0 || before == 8)
        return nullptr;
    at += before;
    integer = true;
    double number = double(whole);
    if (*at == '.') {
        if (const int after = eightDigits(at + 1, fraction)) {
            if (after == 8)
                return nullptr;
            number = double(whole * wholePowers[size_t(after)] + fraction) / powers[size_t(after)];
            at += 1 + after;
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
