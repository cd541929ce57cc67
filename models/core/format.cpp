// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/format.h"

#include "k8s/core/timestamp.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace models {
namespace {

QString pair(qint64 big, QChar bigUnit, qint64 small, QChar smallUnit)
{
    return small == 0 ? QString::number(big) + bigUnit
                      : QString::number(big) + bigUnit + QString::number(small) + smallUnit;
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

QString plainNumber(double amount)
{
    QString text = QString::number(amount, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
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

double epochSeconds(std::string_view text) { return double(k8s::parseTimestampNanos(text).value_or(0)) / 1e9; }

QDateTime parseTime(std::string_view text) { return k8s::parseTimestamp(text); }

} // namespace models
