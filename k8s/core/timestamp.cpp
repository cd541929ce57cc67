// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/core/timestamp.h"

#include <QTimeZone>

#include <chrono>

namespace k8s {

namespace {

/// The digits at `at`, or -1.
int digits(std::string_view text, size_t at, size_t count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool charAt(std::string_view text, size_t at, char c) { return at < text.size() && text[at] == c; }

/// Nanoseconds of ".123"; moves `at` behind it. -1 if there is a point without digits.
qint64 fraction(std::string_view text, size_t &at)
{
    if (!charAt(text, at, '.'))
        return 0;
    qint64 nanos = 0;
    qint64 unit = 100'000'000;
    const size_t begin = ++at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        nanos += (text[at] - '0') * unit;
        unit /= 10;
    }
    return at == begin ? -1 : nanos;
}

/// Seconds east of UTC of what must be the rest of the text.
std::optional<int> zone(std::string_view text, size_t at)
{
    if (at + 1 == text.size() && (text[at] == 'Z' || text[at] == 'z'))
        return 0;
    if (at + 6 != text.size() || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':')
        return std::nullopt;
    const int hours = digits(text, at + 1, 2);
    const int minutes = digits(text, at + 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (text[at] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

}

std::optional<qint64> parseTimestampNanos(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') || text[13] != ':'
        || text[16] != ':')
        return std::nullopt;
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    const year_month_day day(year(digits(text, 0, 4)), month(unsigned(digits(text, 5, 2))),
                             std::chrono::day(unsigned(digits(text, 8, 2))));
    if (digits(text, 0, 4) < 0 || !day.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0
        || second > 60)
        return std::nullopt;
    size_t at = 19;
    const qint64 nanos = fraction(text, at);
    const auto offset = zone(text, at);
    if (nanos < 0 || !offset)
        return std::nullopt;
    const qint64 days = sys_days(day).time_since_epoch().count();
    const qint64 seconds = days * 86400 + hour * 3600 + minute * 60 + second - *offset;
    if (seconds < -9'223'372'036 || seconds > 9'223'372'035) // what nanoseconds in 64 bits can say: 1677 to 2262
        return std::nullopt;
    return seconds * 1'000'000'000 + nanos;
}

QDateTime parseTimestamp(std::string_view text)
{
    const auto nanos = parseTimestampNanos(text);
    if (!nanos)
        return {};
    const qint64 milliseconds = *nanos >= 0 ? *nanos / 1'000'000 : -((-*nanos + 999'999) / 1'000'000);
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC);
}

} // namespace k8s
