// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/comparetable.h"

using namespace Qt::StringLiterals;

namespace models {

bool CompareRow::differs() const
{
    return std::ranges::any_of(values, [this](const QString &value) { return value != values.first(); });
}

void CompareTable::setHeader(const QString &names, const QStringList &runs)
{
    beginResetModel();
    m_names = names;
    m_runs = runs;
    endResetModel();
}

QList<CompareRow> CompareTable::chosen() const
{
    QList<CompareRow> rows = m_rows;
    if (m_onlyDifferences)
        rows.removeIf([](const CompareRow &row) { return !row.differs(); });
    return rows;
}

void CompareTable::setRows(const QList<CompareRow> &rows)
{
    m_rows = rows;
    const QList<CompareRow> next = chosen();
    const bool sameNames = std::ranges::equal(next, m_shown, {}, &CompareRow::name, &CompareRow::name);
    if (!sameNames) {
        beginResetModel();
        m_shown = next;
        endResetModel();
        return;
    }
    for (qsizetype i = 0; i < next.size(); ++i) {
        if (next[i] == m_shown[i])
            continue;
        m_shown[i] = next[i];
        emit dataChanged(index(int(i), 0), index(int(i), columnCount() - 1));
    }
}

void CompareTable::setOnlyDifferences(bool only)
{
    m_onlyDifferences = only;
    setRows(QList<CompareRow>(m_rows));
}

int CompareTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

int CompareTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_runs.size()) + 1; }

QVariant CompareTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CompareRow &row = m_shown[index.row()];
    const int run = index.column() - 1;
    switch (role) {
    case Qt::DisplayRole:
        return run < 0 ? row.name : row.values.value(run).isEmpty() ? u"–"_s : row.values[run];
    case Qt::ToolTipRole:
        return run < 0 ? row.name : row.values.value(run);
    case BestRole:
        return run >= 0 && row.best.value(run);
    case DiffersRole:
        return row.differs();
    default:
        return {};
    }
}

QVariant CompareTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? m_names : m_runs.value(section - 1);
}

} // namespace models
