// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace views {

/// How well typed letters name a text: -1 if they do not occur in order; higher is better. Starts of words and runs of
/// letters count most, so "lj" finds "Launch job". Case does not matter. `places` gets the matched positions.
int fuzzyScore(QStringView typed, QStringView text, QList<int> *places = nullptr);

} // namespace views
