// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tests {

/// A spec with a name that says what was done to it.
struct SpecCase
{
    QString name;
    QString text;
};

/// Variants of a good spec, most of them wrong: each line's key misspelt, its value of another type, missing, twice,
/// out of range, and each line left out. Deterministic.
QList<SpecCase> mutationsOf(const QString &name, const QString &text);

/// Variants of a good spec that are as good: another name, a label, other numbers.
QList<SpecCase> variantsOf(const QString &name, const QString &text);

} // namespace tests
