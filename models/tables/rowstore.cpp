// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/rowstore.h"

namespace models {

RowStore::Change RowStore::put(const Row &row, const QList<bool> &foreign, int sortColumn, int &slot,
                               bool &sortCellMoved)
{
    sortCellMoved = false;
    if (const auto it = m_slotOfUid.constFind(row.uid); it != m_slotOfUid.cend()) {
        slot = *it;
        Row next = row;
        Row &current = m_rows[slot];
        for (qsizetype i = 0; i < next.cells.size() && i < current.cells.size(); ++i) {
            if (foreign.value(i))
                next.cells[i] = current.cells.at(i);
        }
        if (next.cells == current.cells)
            return Change::None; // a heartbeat that changed no column must not repaint or re-sort
        sortCellMoved = sortColumn >= 0 && next.cells.value(sortColumn) != current.cells.value(sortColumn);
        current = std::move(next);
        return Change::Cells;
    }
    slot = m_free.isEmpty() ? int(m_rows.size()) : m_free.takeLast();
    if (slot == m_rows.size())
        m_rows.append(row);
    else
        m_rows[slot] = row;
    m_slotOfUid.insert(row.uid, slot);
    return Change::Added;
}

int RowStore::take(const QString &uid)
{
    const auto it = m_slotOfUid.constFind(uid);
    if (it == m_slotOfUid.cend())
        return -1;
    const int slot = *it;
    m_slotOfUid.erase(it);
    return slot;
}

void RowStore::release(int slot)
{
    m_rows[slot] = {};
    m_free.append(slot);
}

void RowStore::clear()
{
    m_rows.clear();
    m_free.clear();
    m_slotOfUid.clear();
}

void RowStore::forEachSlot(const std::function<void(int)> &visit) const
{
    for (const int slot : m_slotOfUid)
        visit(slot);
}

} // namespace models
