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

constexpr qsizetype numberRoom = 18; // bytes that quickNumber() may look at
constexpr qsizetype lastBytes = 16; // of a line, that lastNumber() looks at

/// The common case of parseLogNumber(): at most seven digits before and after a point, no exponent, no thousands
/// commas, and 18 bytes that may be read. Null if it is another case. The value is the same to the last bit: mantissa
/// and power of ten are exact, so one division rounds correctly (Clinger 1990).
inline const char *quickNumber(const char *at, const char *end, double &value, bool &integer, NumberLengths &lengths)
{
    static constexpr std::array<double, 8> powers {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    static constexpr std::array<quint64, 8> wholePowers {1, 10, 100, 1000, 10'000, 100'000, 1'000'000, 10'000'000};
    if (end - at < numberRoom)
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

/// Whether lastWords() may be asked: at most 16 bytes are left of a line that has 16.
inline bool hasLastWords(const char *begin, const char *at, const char *end)
{
    return std::endian::native == std::endian::little && end - at <= lastBytes && end - begin >= lastBytes;
}

/// The bytes [at, end) and zero bytes behind them: read at once, from behind.
inline std::array<quint64, 2> lastWords(const char *at, const char *end)
{
    std::array<quint64, 2> words {};
    std::memcpy(words.data(), end - lastBytes, sizeof words);
    const auto skip = int(lastBytes - (end - at)) * 8;
    if (skip >= 64)
        return {skip < 128 ? words[1] >> (skip - 64) : 0, 0};
    return skip > 0 ? std::array {words[0] >> skip | words[1] << (64 - skip), words[1] >> skip} : words;
}

/// quickNumber() for a number near the end of a line that begins at `begin`.
inline const char *lastNumber(const char *begin, const char *at, const char *end, double &value, bool &integer,
                              NumberLengths &lengths)
{
    if (!hasLastWords(begin, at, end))
        return nullptr;
    const auto words = lastWords(at, end);
    std::array<char, sizeof words + sizeof(quint64)> copy {}; // zero bytes are no digits
    std::memcpy(copy.data(), words.data(), sizeof words);
    const char *const stop = quickNumber(copy.data(), copy.data() + copy.size(), value, integer, lengths);
    return stop ? at + (stop - copy.data()) : nullptr;
}

} // namespace models
