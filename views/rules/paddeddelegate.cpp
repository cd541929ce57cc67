// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rules/paddeddelegate.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace views {

void PaddedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QRect room = item.rect.adjusted(space::s, 0, -space::s, 0);
    const QString text = item.fontMetrics.elidedText(item.text, item.textElideMode, room.width());
    item.text.clear();
    const QStyle *style = item.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    painter->save();
    painter->setFont(item.font);
    const bool selected = item.state & QStyle::State_Selected;
    const bool enabled = item.state & QStyle::State_Enabled;
    if (!enabled)
        painter->setPen(tokens(item.palette).muted);
    style->drawItemText(painter, room, int(item.displayAlignment), item.palette, enabled, text,
                        !enabled       ? QPalette::NoRole
                            : selected ? QPalette::HighlightedText
                                       : QPalette::Text);
    painter->restore();
}

} // namespace views
