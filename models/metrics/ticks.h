// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace models {

/// One mark of an axis.
struct Tick
{
    double value = 0;
    QString label;

    bool operator==(const Tick &) const = default;
};

/// Round numbers (1, 2 or 5 times a power of ten) between two bounds, at most `most` of them.
QList<Tick> roundTicks(double from, double to, int most, bool whole = false);
/// Powers of ten for an axis whose values are logarithms; 2 and 5 between them where there is room.
QList<Tick> logarithmTicks(double from, double to, int most);
/// Round times of the day (milliseconds since 1970, local time zone).
QList<Tick> timeTicks(double from, double to, int most);

/// A range that is a little larger than the data and never empty.
std::pair<double, double> paddedRange(double from, double to);
/// A value as the crosshair and the line ends show it: four significant digits.
QString valueText(double value);
/// A value of a step axis: 12,000 or 1.2M.
QString stepText(double value);

} // namespace models
