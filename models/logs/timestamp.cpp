// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/timestamp.h"

#include "models/logs/eightdigits.h"

#include <algorithm>
#include <cstring>

namespace models {

namespace {

int two(const char *at)
{
    const int high = at[0] - '0', low = at[1] - '0';
    return unsigned(high) > 9 || unsigned(low) > 9 ? -1 : high * 10 + low;
}

/// Of 20 bytes, without a call.
bool isSameHead(const char *line, const char *other)
{
    const auto differ = [&]<class Word>(size_t at, Word) {
        Word a = 0, b = 0;
        std::memcpy(&a, line + at, sizeof a);
        std::memcpy(&b, other + at, sizeof b);
        return quint64(a ^ b);
    };
    return (differ(0, quint64()) | differ(8, quint64()) | differ(16, quint32())) == 0;
}

/// Days since 1970-01-01 (Howard Hinnant, chrono-compatible low-level date algorithms).
qint64 daysFromCivil(int year, int month, int day)
{
    year -= month <= 2;
    const qint64 era = year / 400;
    const int yearOfEra = int(year - era * 400);
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

} // namespace

LineStamp parseStamp(std::string_view line)
{
    if (line.size() < 21 || line[4] != '-' || line[7] != '-' || line[10] != 'T' || line[13] != ':' || line[16] != ':')
        return {};
    const char *at = line.data();
    const int century = two(at), yearOfCentury = two(at + 2), month = two(at + 5), day = two(at + 8);
    const int hour = two(at + 11), minute = two(at + 14), second = two(at + 17);
    if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0)
        return {};
    size_t i = 19;
    qint64 fraction = 0;
    if (line[i] == '.') {
        qint64 scale = 100'000'000;
        for (++i; i < std::min<size_t>(line.size(), 50) && unsigned(line[i] - '0') <= 9; ++i, scale /= 10)
            fraction += (line[i] - '0') * scale;
    }
    qint64 offset = 0;
    if (i < line.size() && line[i] == 'Z') {
        ++i;
    } else if (i + 6 <= line.size() && (line[i] == '+' || line[i] == '-') && line[i + 3] == ':') {
        const int hours = two(at + i + 1), minutes = two(at + i + 4);
        if (hours < 0 || minutes < 0)
            return {};
        offset = (line[i] == '-' ? -1 : 1) * (hours * 60 + minutes) * 60;
        i += 6;
    } else {
        return {};
    }
    if (i < line.size() && line[i] != ' ')
        return {};
    const int year = century * 100 + yearOfCentury;
    if (year < 1678 || year > 2261)
        return {}; // nanoseconds in 64 bits end in 2262; such a line has no time that could order it
    const qint64 seconds = daysFromCivil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - offset;
    return {seconds * 1'000'000'000 + fraction, qsizetype(std::min(i + 1, line.size()))};
}

LineStamp StampReader::read(std::string_view line)
{
    const bool whole = line.size() >= wholeLength && line[wholeLength - 2] == 'Z' && line[wholeLength - 1] == ' ';
    quint64 digits = 0;
    if (whole && isSameHead(line.data(), m_head.data()) && eightDigits(line.data() + headLength, digits) == 8) {
        const auto last = unsigned(line[headLength + 8] - '0');
        if (last <= 9)
            return {m_second + qint64(digits) * 10 + last, qsizetype(wholeLength)};
    }
    const LineStamp stamp = parseStamp(line);
    if (whole && stamp.length == qsizetype(wholeLength) && line[headLength - 1] == '.') {
        std::memcpy(m_head.data(), line.data(), headLength);
        m_second = stamp.nanoseconds - stamp.nanoseconds % 1'000'000'000;
        m_second -= stamp.nanoseconds < 0 && m_second != stamp.nanoseconds ? 1'000'000'000 : 0;
    }
    return stamp;
}

} // namespace models
