// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/tabledelegate.h"

#include "models/tables/resourcetable.h"
#include "views/charts/sparkline.h"
#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace views {
namespace {

using models::ColumnLook;
using models::ResourceTable;

constexpr int padding = space::s;

ColumnLook lookOf(const QModelIndex &index) { return ColumnLook(index.data(ResourceTable::LookRole).toInt()); }

bool isUnderPointer(const QStyleOptionViewItem &option) { return option.state.testFlag(QStyle::State_MouseOver); }

QFont fontOf(const QStyleOptionViewItem &option, ColumnLook look)
{
    QFont font = option.font;
    if (look == ColumnLook::Strong) {
        font.setWeight(QFont::DemiBold);
        font.setUnderline(isUnderPointer(option));
    }
    return font;
}

QColor colorOf(const QStyleOptionViewItem &option, const QModelIndex &index, ColumnLook look)
{
    const auto &t = tokens(option.palette);
    const auto tone = index.data(ResourceTable::ToneRole).value<models::Tone>();
    if (tone != models::Tone::Neutral)
        return toneColor(t, tone);
    return look == ColumnLook::Muted ? t.muted : t.text;
}

} // namespace

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto look = lookOf(index);
    if (look == ColumnLook::State) {
        const QString word = index.data().toString();
        if (!word.isEmpty())
            paintStatePill(painter, option.rect.adjusted(padding, 0, -space::xs, 0), word,
                           index.data(ResourceTable::ToneRole).value<models::Tone>(),
                           index.data(ResourceTable::ShapeRole).value<models::StateShape>(), option.palette,
                           option.font);
    } else if (look == ColumnLook::Curve) {
        paintCurve(painter, option, index);
    } else {
        paintWords(painter, option, index);
    }
}

void TableDelegate::paintCurve(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect room = option.rect.adjusted(padding, 0, -padding, 0);
    const QString text = index.data().toString();
    const int textWidth = option.fontMetrics.horizontalAdvance(QStringLiteral("0.00000"));
    const auto values = index.data(ResourceTable::CurveRole).value<QList<float>>();
    const auto &t = tokens(option.palette);
    if (!values.isEmpty())
        paintSparkline(painter, QRectF(room.adjusted(0, 6, -textWidth - space::s, -6)),
                       {values.constData(), size_t(values.size())}, t.accent);
    painter->setFont(option.font);
    painter->setPen(t.text);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, text);
}

QRect TableDelegate::roomOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QRect room = option.rect;
    const int span = index.data(ResourceTable::SpanTextRole).toInt();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (span > 0 && view)
        room.setLeft(view->visualRect(index.siblingAtColumn(index.column() - span)).left());
    return room.adjusted(padding, 0, -padding, 0);
}

void TableDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    if (text.isEmpty())
        return;
    const auto look = lookOf(index);
    const QFont font = fontOf(option, look);
    const QRect room = roomOf(option, index);
    painter->setFont(font);
    painter->setPen(colorOf(option, index, look));
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width(), Qt::TextSingleLine);
    painter->drawText(room, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, shown);
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int height = qMax(rowHeight, option.fontMetrics.height() + 2 * space::xs + 2); // projector mode
    return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * padding, height};
}

bool TableDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    const QString shown = index.data().toString();
    const bool isCut
        = QFontMetrics(fontOf(option, lookOf(index))).horizontalAdvance(shown) > roomOf(option, index).width();
    if (text.isEmpty() && isCut)
        text = shown;
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), view, option.rect);
    return true;
}

} // namespace views
