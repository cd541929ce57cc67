// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace models {

/// One row of two texts that lie side by side.
struct DiffRow
{
    enum class Kind
    {
        Same,
        Changed, ///< both sides hold a line, and the two are versions of each other
        Removed, ///< left only
        Added, ///< right only
    };
    Kind kind = Kind::Same;
    int left = -1, right = -1; ///< lines from 0; -1: nothing stands on this side

    bool operator==(const DiffRow &) const = default;
};

/// Two texts and how their lines lie beside each other. A plain value.
struct TextDiff
{
    QStringList left, right; ///< lines without their ends
    QList<DiffRow> rows; ///< every line of each side once, in its order

    bool isEmpty() const; ///< the texts are the same
    int count(DiffRow::Kind kind) const;
    /// The rows at which a run of rows that differ begins.
    QList<int> changes() const;
};

enum class DiffMode
{
    Exact,
    IgnoreIndentation, ///< a line that only moved to another column counts as the same: for texts of another shape
};

/// The shortest way from one text to the other by whole lines (Myers 1986, in linear space), with lines of a change
/// that resemble each other put side by side. Bounded for hostile input: once 4 million steps are spent, what is left
/// of the texts counts as replaced. Pure; any thread.
TextDiff diffTexts(const QString &left, const QString &right, DiffMode mode = DiffMode::Exact);

/// The part of each of two lines that differs: what is left without their common beginning and end.
struct DiffParts
{
    qsizetype start = 0; ///< the same on both sides
    qsizetype leftLength = 0, rightLength = 0;

    bool operator==(const DiffParts &) const = default;
};
DiffParts diffLines(QStringView left, QStringView right);

} // namespace models
