// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/series.h"

#include <QList>

namespace tests {

/// All values of a series, in the order in which they came.
inline QList<float> valuesOf(const models::Series &series)
{
    QList<float> values;
    for (qsizetype i = 0; i < series.size(); ++i)
        values.append(series.value(i));
    return values;
}

} // namespace tests
