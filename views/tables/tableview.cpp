// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/tableview.h"

#include "models/tables/resourcetable.h"
#include "views/tables/tabledelegate.h"
#include "views/tables/tableheader.h"
#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace views {

using models::ColumnLook;
using models::ResourceTable;

TableView::TableView(ResourceTable &table, QWidget *parent)
    : QTreeView(parent)
    , m_table(table)
{
    setModel(&table);
    setItemDelegate(new TableDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setUpHeader();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateHold();
        emit selectedRefsChanged();
    });
    connect(this, &QTreeView::doubleClicked, this, &TableView::activateRow);
}

void TableView::setUpHeader()
{
    m_header = new TableHeader(this);
    setHeader(m_header);
    m_header->setSortIndicator(m_table.sortColumn(), m_table.sortOrder());
    setSortingEnabled(true);
    fitColumns();
}

void TableView::fitColumns()
{
    const int unit = QFontMetrics(font()).averageCharWidth() + 1;
    const int room = viewport()->width();
    QList<int> wanted, least;
    int flexible = -1, fixed = 0, shrinkable = 0;
    for (int column = 0; column < m_table.columnCount(); ++column) {
        const int characters = m_table.headerData(column, Qt::Horizontal, ResourceTable::WidthRole).toInt();
        flexible = characters == 0 ? column : flexible;
        least.append(m_header->leastWidth(column));
        wanted.append(qMax(least.last(), (characters == 0 ? 12 : characters) * unit + 2 * space::s));
        fixed += isColumnHidden(column) ? 0 : wanted.last();
        shrinkable += isColumnHidden(column) ? 0 : wanted.last() - least.last();
    }
    const double shrink = fixed > room && shrinkable > 0 ? qMin(0.7, double(fixed - room) / shrinkable) : 0;
    for (int column = 0; column < wanted.size(); ++column) {
        int width = wanted.at(column) - int(std::ceil((wanted.at(column) - least.at(column)) * shrink));
        if (column == flexible)
            width += qMax(0, room - fixed);
        m_header->resizeSection(column, width);
    }
}

QList<k8s::ObjectRef> TableView::selectedRefs() const
{
    QList<k8s::ObjectRef> refs;
    const auto rows = selectionModel()->selectedRows();
    for (const auto &index : rows)
        refs.append(m_table.refAt(index.row()));
    return refs;
}

QString TableView::selectionAsText() const
{
    QStringList lines;
    auto rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const auto &row : std::as_const(rows)) {
        QStringList cells;
        for (int visual = 0; visual < header()->count(); ++visual)
            cells += row.siblingAtColumn(header()->logicalIndex(visual)).data().toString();
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void TableView::setColumnShown(int column, bool shown)
{
    if (isColumnHidden(column) != shown)
        return;
    setColumnHidden(column, !shown);
    fitColumns();
}

void TableView::setStale(bool stale) { header()->setEnabled(!stale); }

void TableView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &t = tokens(palette());
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool isSelected = selectionModel()->isRowSelected(index.row());
    if (isSelected)
        painter->fillRect(row, palette().color(QPalette::Highlight));
    else if (index.row() == m_hoverRow)
        painter->fillRect(row, blend(t.accent, t.surface, t.dark ? 0.10 : 0.05));
    QTreeView::drawRow(painter, option, index);
    painter->setPen(t.grid);
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    if (m_keyboard && hasFocus() && index.row() == currentIndex().row())
        paintFocusRing(painter, row, palette(), 3);
}

bool TableView::isLink(const QModelIndex &index) const
{
    return index.isValid() && index.data(ResourceTable::LookRole).toInt() == int(ColumnLook::Strong)
        && isSignalConnected(QMetaMethod::fromSignal(&TableView::rowActivated));
}

void TableView::activateRow(const QModelIndex &index)
{
    if (index.isValid())
        emit rowActivated(m_table.refAt(index.row()));
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    m_keyboard = true;
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectionAsText());
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        activateRow(currentIndex());
    } else if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection()) {
        clearSelection();
    } else {
        QTreeView::keyPressEvent(event);
    }
    viewport()->update();
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    m_keyboard = false;
    m_pressed = indexAt(event->position().toPoint());
    if (!m_pressed.isValid())
        clearSelection();
    QTreeView::mousePressEvent(event);
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const auto index = indexAt(event->position().toPoint());
    const bool plainClick = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    if (plainClick && index == m_pressed && isLink(index))
        activateRow(index);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    const auto index = indexAt(event->position().toPoint());
    hover(index.row());
    viewport()->setCursor(isLink(index) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TableView::hover(int row)
{
    if (std::exchange(m_hoverRow, row) != row)
        viewport()->update();
}

bool TableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        m_pointerInside = event->type() == QEvent::Enter;
        if (!m_pointerInside)
            hover(-1);
        updateHold();
    }
    return QTreeView::viewportEvent(event);
}

void TableView::updateHold()
{
    const bool chosenByKeyboard = m_keyboard && hasFocus() && selectionModel()->hasSelection();
    m_table.setSortingHeld(m_pointerInside || chosenByKeyboard);
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    updateHold();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void TableView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

void TableView::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    m_tick.start(1000, this);
}

void TableView::hideEvent(QHideEvent *event)
{
    QTreeView::hideEvent(event);
    m_tick.stop();
    m_pointerInside = false;
    updateHold();
}

void TableView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_tick.timerId()) {
        QTreeView::timerEvent(event);
        return;
    }
    for (int column = 0; column < m_table.columnCount(); ++column) {
        const auto sort
            = models::SortKind(m_table.headerData(column, Qt::Horizontal, ResourceTable::SortKindRole).toInt());
        if (sort == models::SortKind::Age && !isColumnHidden(column))
            viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
    }
}

} // namespace views
