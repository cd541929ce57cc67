// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/ticks.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace models {

using namespace Qt::StringLiterals;

namespace {

double roundStep(double range, int most)
{
    const double raw = range / std::max(1, most);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

QString tickText(double value, double step)
{
    if (std::abs(value) < step * 1e-6)
        return u"0"_s;
    const double size = std::max(std::abs(value), step);
    if (size >= 1e6 || size < 1e-4)
        return QString::number(value, 'g',
                               3 + (size >= 1e9 ? 0 : int(std::clamp(std::log10(size / step) - 2, 0.0, 3.0))));
    const int decimals = std::max(0, int(std::ceil(-std::log10(step) - 1e-9)));
    return QLocale::c().toString(value, 'f', decimals);
}

constexpr std::array<double, 21> timeSteps {100,    200,    500,    1e3,     2e3,     5e3,     10e3,
                                            15e3,   30e3,   60e3,   120e3,   300e3,   600e3,   900e3,
                                            1800e3, 3600e3, 7200e3, 10800e3, 21600e3, 43200e3, 86400e3};

} // namespace

QList<Tick> roundTicks(double from, double to, int most, bool whole)
{
    QList<Tick> ticks;
    if (!(to > from) || !std::isfinite(to - from))
        return ticks;
    const double step = whole ? std::max(1.0, roundStep(to - from, most)) : roundStep(to - from, most);
    const double first = std::ceil(from / step - 1e-9);
    for (double i = first; i * step <= to + step * 1e-9 && ticks.size() < 100; ++i)
        ticks.append({i * step, whole ? stepText(i * step) : tickText(i * step, step)});
    return ticks;
}

QList<Tick> logarithmTicks(double from, double to, int most)
{
    QList<Tick> ticks;
    const bool between = to - from < 1.5 && most >= 4;
    const double every = std::max(1.0, std::ceil((to - from) / std::max(1, most)));
    for (double power = std::floor(from); power <= to && ticks.size() < 100; power += every) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double place = power + std::log10(factor);
            if (place >= from && place <= to && (between || factor == 1.0))
                ticks.append({place, QString::number(std::pow(10.0, place), 'g', 4)});
        }
    }
    return ticks;
}

QList<Tick> timeTicks(double from, double to, int most)
{
    QList<Tick> ticks;
    if (!(to > from))
        return ticks;
    double step = timeSteps.back();
    for (const double candidate : timeSteps) {
        if ((to - from) / candidate <= most) {
            step = candidate;
            break;
        }
    }
    while ((to - from) / step > most)
        step *= 2;
    const double zone = 1000.0 * QDateTime::fromMSecsSinceEpoch(qint64(from)).offsetFromUtc();
    const QString format = step < 1000 ? u"HH:mm:ss.z"_s
        : step < 60e3                  ? u"HH:mm:ss"_s
        : step < 86400e3               ? u"HH:mm"_s
                                       : u"d MMM"_s;
    for (double at = std::ceil((from + zone) / step) * step - zone; at <= to && ticks.size() < 100; at += step)
        ticks.append({at, QLocale().toString(QDateTime::fromMSecsSinceEpoch(qint64(at)), format)});
    return ticks;
}

std::pair<double, double> paddedRange(double from, double to)
{
    if (!(to >= from) || !std::isfinite(from) || !std::isfinite(to))
        return {0, 1};
    if (to == from) {
        const double around = from == 0 ? 1 : std::abs(from) * 0.1;
        return {from - around, to + around};
    }
    const double padding = (to - from) * 0.06;
    // A quantity that is never negative does not get room below zero.
    return {from >= 0 && from - padding < 0 ? 0.0 : from - padding, to + padding};
}

QString valueText(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value < 0 ? u"-inf"_s : u"inf"_s;
    const double size = std::abs(value);
    if (value == 0 || size < 1e-4 || size >= 1e7)
        return QString::number(value, 'g', 4);
    // Four significant digits with as many zeros as they need, so that a figure does not change its width while it
    // lives.
    const int decimals = std::clamp(3 - int(std::floor(std::log10(size) + 1e-9)), 0, 7);
    return QLocale().toString(value, 'f', decimals);
}

QString stepText(double value)
{
    if (std::abs(value) >= 1e6)
        return u"%1M"_s.arg(value / 1e6, 0, 'g', 5);
    return QLocale().toString(value, 'f', value == std::floor(value) ? 0 : 2);
}

} // namespace models
