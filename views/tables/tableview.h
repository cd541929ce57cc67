// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/resourcetype.h"

#include <QBasicTimer>
#include <QTreeView>

namespace models {
class ResourceTable;
}

namespace views {

class TableHeader;

/// A dense table of live objects: rows of one height, pills, tabular numbers; ages tick, sorting waits while the
/// pointer is over it; Return, a double click or a click on a name activates, Ctrl+C copies the selected rows as
/// tab-separated text.
class TableView : public QTreeView
{
    Q_OBJECT
public:
    explicit TableView(models::ResourceTable &table, QWidget *parent = nullptr);

    QList<k8s::ObjectRef> selectedRefs() const;
    /// Kept rows of a lost connection: the header is dimmed.
    void setStale(bool stale);
    QString selectionAsText() const;
    /// Shows or hides a column; the others share the room.
    void setColumnShown(int column, bool shown);

signals:
    void rowActivated(const k8s::ObjectRef &object);
    void selectedRefsChanged();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setUpHeader();
    void fitColumns();
    void updateHold();
    void activateRow(const QModelIndex &index);
    bool isLink(const QModelIndex &index) const;
    void hover(int row);

    models::ResourceTable &m_table;
    TableHeader *m_header = nullptr;
    QBasicTimer m_tick; ///< ages
    QPersistentModelIndex m_pressed;
    int m_hoverRow = -1;
    bool m_pointerInside = false;
    bool m_keyboard = false; ///< the current row was reached by keyboard
};

} // namespace views
