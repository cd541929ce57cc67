// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace models {

/// One line of a comparison.
struct CompareRow
{
    QString name;
    QStringList values; ///< by run; an empty one: this run has none
    QList<bool> best {}; ///< by run; may be empty

    bool differs() const;
    bool operator==(const CompareRow &) const = default;
};

/// Names down, runs across. Lives in the GUI thread.
class CompareTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        BestRole = Qt::UserRole, ///< bool: the best of its line
        DiffersRole ///< bool: the line's values are not all the same
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// The header of the first column and of the runs.
    void setHeader(const QString &names, const QStringList &runs);
    void setRows(const QList<CompareRow> &rows);
    /// Hide lines whose values are all the same.
    void setOnlyDifferences(bool only);
    qsizetype hiddenCount() const { return m_rows.size() - m_shown.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<CompareRow> chosen() const;

    QString m_names;
    QStringList m_runs;
    QList<CompareRow> m_rows, m_shown;
    bool m_onlyDifferences = false;
};

} // namespace models
