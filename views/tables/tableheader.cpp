// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/tableheader.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace views {
namespace {
constexpr int padding = space::s, arrow = 12;
}

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(false);
    setMinimumSectionSize(40);
    setMouseTracking(true);
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), qMax(rowHeight, fontMetrics().height() + 2 * space::s)};
}

int TableHeader::leastWidth(int section) const
{
    const QString text = model()->headerData(section, orientation()).toString();
    return QFontMetrics(views::font(TextRole::Caption)).horizontalAdvance(text) + 2 * padding + arrow;
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const auto &t = tokens(palette());
    painter->save();
    painter->fillRect(rect, section == m_hover && isEnabled() ? blend(t.text, t.surface, 0.05) : t.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.border);
    painter->setFont(views::font(TextRole::Caption));
    painter->setPen(isEnabled() ? t.muted : t.faint);
    const QString text = model()->headerData(section, orientation()).toString();
    const bool isRight = model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    const bool isSorted = isSortIndicatorShown() && section == sortIndicatorSection();
    const QRect room = rect.adjusted(padding, 0, -padding, 0);
    const int least = isSorted ? arrow : 0;
    const QFontMetrics metrics(painter->font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width() - least);
    painter->drawText(room, Qt::AlignVCenter | (isRight ? Qt::AlignRight : Qt::AlignLeft), shown);
    if (isSorted) {
        const int words = metrics.horizontalAdvance(shown);
        const int left = isRight ? room.right() - words - arrow : room.left() + words + 3;
        paintChevron(painter, QRectF(left, room.center().y() - 4, 8, 9), t.muted,
                     sortIndicatorOrder() == Qt::AscendingOrder ? 2 : 0);
    }
    painter->restore();
}

void TableHeader::hover(int section)
{
    if (std::exchange(m_hover, section) != section)
        viewport()->update();
}

void TableHeader::mouseMoveEvent(QMouseEvent *event)
{
    QHeaderView::mouseMoveEvent(event);
    hover(logicalIndexAt(event->position().toPoint()));
}

void TableHeader::leaveEvent(QEvent *event)
{
    QHeaderView::leaveEvent(event);
    hover(-1);
}

} // namespace views
