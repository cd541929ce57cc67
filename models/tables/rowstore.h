// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/resourcefeed.h"

#include <QHash>
#include <QList>

namespace models {

/// Rows in slots that keep their number while the row lives, so that orders can be lists of ints.
class RowStore
{
public:
    enum class Change
    {
        None,
        Added,
        Cells
    };

    /// Adds or replaces; cells of columns that no feed fills are kept. `sortCellMoved` tells whether the cell of
    /// `sortColumn` changed.
    Change put(const Row &row, const QList<bool> &foreign, int sortColumn, int &slot, bool &sortCellMoved);
    /// Forgets the uid and gives its slot, whose row can still be read until release(); -1 if unknown.
    int take(const QString &uid);
    void release(int slot);
    int slotOf(const QString &uid) const { return m_slotOfUid.value(uid, -1); }
    const Row &at(int slot) const { return m_rows.at(slot); }
    Row &at(int slot) { return m_rows[slot]; }
    int size() const { return int(m_slotOfUid.size()); }
    int capacity() const { return int(m_rows.size()); } ///< slots, free ones included
    void clear();
    void forEachSlot(const std::function<void(int)> &visit) const;

private:
    QList<Row> m_rows;
    QList<int> m_free;
    QHash<QString, int> m_slotOfUid;
};

} // namespace models
