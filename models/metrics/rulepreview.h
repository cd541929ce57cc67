// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/ownrule.h"

#include <QAbstractTableModel>

namespace models {

class LogDocument;

/// A line that a rule is tried on.
struct TrialLine
{
    QString label {}; ///< whose line it is
    int source = 0;
    qint64 number = 0; ///< of its source, from 0
    QByteArray text {};
};

/// A part of a shown line, in characters.
struct ShownSpan
{
    enum class What
    {
        Whole,
        Value,
        Step,
        Epoch
    };
    What what = What::Whole;
    qsizetype start = 0, length = 0;

    bool operator==(const ShownSpan &) const = default;
};

struct PreviewPoint
{
    QString label {};
    qint64 line = 0; ///< counted from 1, as the reader of logs shows it
    qsizetype row = 0; ///< of the lines that were tried
    double value = 0;
    std::optional<double> step {}, epoch {};
    bool stepFromBefore = false; ///< the line names none: the newest that the log named
};

/// What a rule would read from some lines.
struct RulePreview
{
    std::optional<RuleHint> hint; ///< why it reads nothing at all
    QStringList groups; ///< of an expression
    QStringList lines; ///< made fit to be shown
    QList<QList<ShownSpan>> spans; ///< by line
    QList<PreviewPoint> points;
    QString notNumber; ///< a value that is none
    qint64 stopped = 0; ///< lines that take too long
};

/// Tries a rule on lines. Takes milliseconds whatever the rule is: lines that take too long are given up after a few.
RulePreview previewRule(const OwnRule &rule, const QList<TrialLine> &lines);

/// A number as somebody would write it, without zeros at the end.
QString numberText(double value);

/// The last lines of a document that figures are read from.
QList<TrialLine> trialLines(const LogDocument &document, int count);

/// The points of a preview as a table. Lives in the GUI thread.
class PreviewPoints : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Source,
        Line,
        Step,
        Epoch,
        Value,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setPoints(const QList<PreviewPoint> &points);
    const PreviewPoint &point(int row) const { return m_points[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const PreviewPoint &point, int column) const;

    QList<PreviewPoint> m_points;
};

} // namespace models
