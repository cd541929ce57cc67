// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/format.h"

#include <QLocale>
#include <QTimeZone>

#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace models {
namespace {

QString pair(qint64 big, QChar bigUnit, qint64 small, QChar smallUnit)
{
    return small == 0 ? QString::number(big) + bigUnit
                      : QString::number(big) + bigUnit + QString::number(small) + smallUnit;
}

int digits(std::string_view text, size_t from, size_t count)
{
    int value = 0;
    for (size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

} // namespace

QString durationText(qint64 seconds)
{
    if (seconds < 0)
        return u"0s"_s;
    const qint64 minutes = seconds / 60, hours = minutes / 60, days = hours / 24, years = days / 365;
    if (seconds < 2 * 60)
        return QString::number(seconds) + u's';
    if (minutes < 10)
        return pair(minutes, u'm', seconds % 60, u's');
    if (hours < 3)
        return QString::number(minutes) + u'm';
    if (hours < 8)
        return pair(hours, u'h', minutes % 60, u'm');
    if (hours < 48)
        return QString::number(hours) + u'h';
    if (days < 8)
        return pair(days, u'd', hours % 24, u'h');
    if (years < 2)
        return QString::number(days) + u'd';
    if (years < 8)
        return pair(years, u'y', days % 365, u'd');
    return QString::number(years) + u'y';
}

QString ageText(const QDateTime &since, const QDateTime &now)
{
    return since.isValid() ? durationText(since.secsTo(now)) : QString();
}

QString figureText(double value, int significant)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"inf"_s : u"-inf"_s;
    const double magnitude = std::fabs(value);
    if (value == std::round(value) && magnitude < 1e15)
        return QString::number(value, 'f', 0);
    if (magnitude < 1e-4 || magnitude >= 1e15)
        return QString::number(value, 'g', significant - 1);
    const int before = int(std::floor(std::log10(magnitude))) + 1;
    QString text = QString::number(value, 'f', qMax(0, significant - before));
    while (magnitude < 0.01 && text.endsWith(u'0')) // zeros that nobody measured
        text.chop(1);
    return text;
}

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, bytes < 1024 ? 0 : 1, QLocale::DataSizeIecFormat);
}

double epochSeconds(std::string_view text)
{
    if (text.size() < 20 || text.size() > 40)
        return 0;
    if (text.size() != 20 || text[19] != 'Z') {
        const auto latin = QLatin1StringView(text.data(), qsizetype(text.size()));
        const auto time = QDateTime::fromString(QString(latin), Qt::ISODateWithMs);
        return time.isValid() ? double(time.toMSecsSinceEpoch()) / 1000 : 0;
    }
    using namespace std::chrono;
    const int y = digits(text, 0, 4), mo = digits(text, 5, 2), d = digits(text, 8, 2);
    const int h = digits(text, 11, 2), mi = digits(text, 14, 2), se = digits(text, 17, 2);
    const year_month_day date {year(y), month(unsigned(mo)), day(unsigned(d))};
    if (y < 0 || !date.ok() || h < 0 || mi < 0 || se < 0)
        return 0;
    return double(sys_days(date).time_since_epoch().count()) * 86400 + h * 3600 + mi * 60 + se;
}

QDateTime parseTime(std::string_view text)
{
    const double seconds = epochSeconds(text);
    return seconds == 0 ? QDateTime()
                        : QDateTime::fromMSecsSinceEpoch(qint64(std::round(seconds * 1000)), QTimeZone::UTC);
}

} // namespace models
