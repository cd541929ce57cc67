// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/core/quantity.h"

#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

struct Unit
{
    QLatin1StringView suffix;
    double factor;
};

constexpr double kibi = 1024;
constexpr std::array binaryUnits {
    Unit {"Ei"_L1, kibi *kibi *kibi *kibi *kibi *kibi},
    Unit {"Pi"_L1, kibi *kibi *kibi *kibi *kibi},
    Unit {"Ti"_L1, kibi *kibi *kibi *kibi},
    Unit {"Gi"_L1, kibi *kibi *kibi},
    Unit {"Mi"_L1, kibi *kibi},
    Unit {"Ki"_L1, kibi},
};
constexpr std::array decimalUnits {
    Unit {"E"_L1, 1e18}, Unit {"P"_L1, 1e15}, Unit {"T"_L1, 1e12}, Unit {"G"_L1, 1e9},  Unit {"M"_L1, 1e6},
    Unit {"k"_L1, 1e3},  Unit {""_L1, 1},     Unit {"m"_L1, 1e-3}, Unit {"u"_L1, 1e-6}, Unit {"n"_L1, 1e-9},
};

std::optional<double> factorOf(QStringView suffix)
{
    for (const auto &unit : binaryUnits) {
        if (suffix == unit.suffix)
            return unit.factor;
    }
    for (const auto &unit : decimalUnits) {
        if (suffix == unit.suffix)
            return unit.factor;
    }
    if (suffix.size() < 2 || (suffix[0] != u'e' && suffix[0] != u'E'))
        return std::nullopt;
    bool ok = false;
    const int exponent = suffix.sliced(1).toInt(&ok);
    return ok && std::abs(exponent) < 300 ? std::optional(std::pow(10.0, exponent)) : std::nullopt;
}

/// Length of the sign and the digits with at most one point; 0 if there is no digit.
qsizetype numberLength(QStringView text)
{
    qsizetype i = 0;
    qsizetype digits = 0;
    bool point = false;
    if (i < text.size() && (text[i] == u'+' || text[i] == u'-'))
        ++i;
    for (; i < text.size(); ++i) {
        if (text[i] >= u'0' && text[i] <= u'9')
            ++digits;
        else if (text[i] == u'.' && !point)
            point = true;
        else
            break;
    }
    return digits ? i : 0;
}

QString textOf(double value, const Unit &unit, int decimals)
{
    const double scaled = value / unit.factor;
    QString number = QString::number(scaled, 'f', decimals);
    if (number.contains(u'.')) {
        while (number.endsWith(u'0'))
            number.chop(1);
        if (number.endsWith(u'.'))
            number.chop(1);
    }
    return number + unit.suffix;
}

template <class Units>
const Unit *wholeUnit(double value, const Units &units)
{
    for (const auto &unit : units) {
        const double scaled = value / unit.factor;
        if (std::abs(scaled) >= 1 && std::abs(scaled - std::round(scaled)) <= 1e-9 * std::abs(scaled))
            return &unit;
    }
    return nullptr;
}

}

std::optional<double> parseQuantity(QStringView text)
{
    const auto length = numberLength(text);
    const auto factor = factorOf(text.sliced(length));
    if (length == 0 || !factor)
        return std::nullopt;
    bool ok = false;
    const double number = QLocale::c().toDouble(text.first(length), &ok);
    if (!ok)
        return std::nullopt;
    // Dividing keeps "100m" exactly 0.1, which multiplying by 1e-3 does not.
    return *factor < 1 ? number / std::round(1 / *factor) : number * *factor;
}

QString quantityText(double value, QuantityFormat format)
{
    if (value == 0 || !std::isfinite(value))
        return u"0"_s;
    if (format == QuantityFormat::Decimal) {
        const Unit *unit = wholeUnit(value, decimalUnits);
        return unit ? textOf(value, *unit, 0) : textOf(value, decimalUnits.back(), 0);
    }
    const double magnitude = std::abs(value);
    if (const Unit *unit = wholeUnit(value, binaryUnits))
        return textOf(value, *unit, 0);
    for (const auto &unit : binaryUnits) {
        if (magnitude >= 100 * unit.factor)
            return textOf(value, unit, 3);
    }
    return textOf(value, Unit {""_L1, 1}, 3);
}

} // namespace k8s
