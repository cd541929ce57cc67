// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/resourcetable.h"

#include "models/core/format.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

ResourceTable::ResourceTable(TableColumns columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
    for (const auto &column : std::as_const(m_columns))
        m_foreign.append(!column.cell);
}

ResourceTable::ResourceTable(const KindDescriptor &kind, QObject *parent)
    : ResourceTable(columnsOf(kind), parent)
{
    m_kind = &kind;
}

ResourceTable::~ResourceTable() = default;

void ResourceTable::forEachRow(const std::function<void(const Row &)> &visit) const
{
    m_store.forEachSlot([&](int slot) { visit(m_store.at(slot)); });
}

int ResourceTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

int ResourceTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

QVariant ResourceTable::data(const QModelIndex &index, int role) const
{
    const Row *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row || index.column() >= row->cells.size())
        return {};
    const Cell &cell = row->cells.at(index.column());
    const TableColumn &column = m_columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        if (column.sort != SortKind::Age)
            return cell.text;
        return cell.sortKey > 0 ? durationText(QDateTime::currentSecsSinceEpoch() - qint64(cell.sortKey)) : QString();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column.align == ColumnAlign::Right ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        if (column.sort == SortKind::Age && cell.sortKey > 0)
            return QDateTime::fromSecsSinceEpoch(qint64(cell.sortKey)).toString(Qt::ISODate);
        return {}; // the view offers the text itself when it is cut off
    case SortRole:
        return column.sort == SortKind::Text ? QVariant(cell.text) : QVariant(cell.sortKey);
    case SortKindRole:
        return int(column.sort);
    case ToneRole:
        return QVariant::fromValue(cell.tone);
    case ShapeRole:
        return QVariant::fromValue(cell.shape);
    case RefRole:
        return QVariant::fromValue(refAt(index.row()));
    case UidRole:
        return row->uid;
    case LookRole:
        return int(column.look);
    default:
        return {};
    }
}

QVariant ResourceTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const auto &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column.align == ColumnAlign::Right ? Qt::AlignRight : Qt::AlignLeft));
    case LookRole:
        return int(column.look);
    case WidthRole:
        return column.width;
    case SortKindRole:
        return int(column.sort);
    default:
        return {};
    }
}

const Row *ResourceTable::rowAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_store.at(m_shown.at(row)) : nullptr;
}

const Row *ResourceTable::rowOfUid(const QString &uid) const
{
    const int slot = m_store.slotOf(uid);
    return slot < 0 ? nullptr : &m_store.at(slot);
}

int ResourceTable::rowIndexOfUid(const QString &uid) const { return m_rowOfSlot.value(m_store.slotOf(uid), -1); }

k8s::ObjectRef ResourceTable::refAt(int row) const
{
    const Row *found = rowAt(row);
    return found ? k8s::ObjectRef {found->type, found->ns, found->name, found->uid} : k8s::ObjectRef();
}

QHash<QString, int> ResourceTable::wordCounts(int column) const
{
    QHash<QString, int> counts;
    m_store.forEachSlot([&](int slot) { ++counts[m_store.at(slot).cells.value(column).text]; });
    return counts;
}

void ResourceTable::apply(const QList<Row> &upserts, const QStringList &removedUids)
{
    QList<int> removed, added, moved, changedSlots;
    QSet<int> placed;
    for (const auto &uid : removedUids) {
        if (const int slot = m_store.take(uid); slot >= 0)
            removed.append(slot);
    }
    for (const auto &row : upserts) {
        int slot = -1;
        bool sortCellMoved = false;
        const auto change = m_store.put(row, m_foreign, m_sortColumn, slot, sortCellMoved);
        if (change == RowStore::Change::None)
            continue;
        (change == RowStore::Change::Added ? added : changedSlots).append(slot);
        const bool placesItself = change == RowStore::Change::Added || sortCellMoved;
        if (placesItself && !placed.contains(slot)) { // a batch may name a row twice
            placed.insert(slot);
            if (change != RowStore::Change::Added)
                moved.append(slot);
        }
        if (slot >= m_passes.size())
            m_passes.resize(slot + 1);
        m_passes[slot] = accepts(slot);
    }
    if (removed.isEmpty() && added.isEmpty() && changedSlots.isEmpty())
        return;
    m_lastChange = QDateTime::currentDateTime();
    mergeIntoOrder(added, moved, removed);
    show(wanted());
    for (const int slot : std::as_const(removed))
        m_store.release(slot);
    announce(std::move(changedSlots), 0, int(m_columns.size()) - 1);
    emit changed();
}

void ResourceTable::setCell(const QString &uid, int column, const Cell &cell)
{
    const int slot = m_store.slotOf(uid);
    if (slot < 0 || column < 0 || column >= m_columns.size() || m_store.at(slot).cells.value(column) == cell)
        return;
    m_store.at(slot).cells[column] = cell;
    m_passes[slot] = accepts(slot);
    mergeIntoOrder({}, column == m_sortColumn ? QList<int> {slot} : QList<int>(), {});
    show(wanted());
    announce({slot}, column, column);
}

void ResourceTable::announce(QList<int> changedSlots, int firstColumn, int lastColumn)
{
    QList<int> rows;
    rows.reserve(changedSlots.size());
    for (const int slot : std::as_const(changedSlots)) {
        if (const int row = m_rowOfSlot.value(slot, -1); row >= 0)
            rows.append(row);
    }
    std::ranges::sort(rows);
    constexpr int manyRows = 32; // a view looks for the place of each: one call for all is cheaper then
    if (rows.size() > manyRows) {
        emit dataChanged(index(rows.first(), firstColumn), index(rows.last(), lastColumn));
        return;
    }
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype last = i;
        while (last + 1 < rows.size() && rows[last + 1] <= rows[last] + 1)
            ++last;
        emit dataChanged(index(rows[i], firstColumn), index(rows[last], lastColumn));
        i = last + 1;
    }
}

} // namespace models
