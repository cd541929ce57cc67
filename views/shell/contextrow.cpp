// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/contextrow.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace views {

ContextRow::ContextRow(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ContextRow::setEntry(const ContextEntry &entry)
{
    m_entry = entry;
    setAccessibleName(u"%1, %2"_s.arg(entry.name, entry.healthText));
    update();
}

QSize ContextRow::sizeHint() const
{
    const QFontMetrics caption(views::font(TextRole::Caption));
    return {240, fontMetrics().height() + caption.height() + 14};
}

void ContextRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    if (underMouse())
        paintPanel(&painter, rect(), blend(t.text, t.surface, 0.05), {}, 6);
    const QFont caption = views::font(TextRole::Caption);
    const int nameHeight = fontMetrics().height();
    const QRect dot(space::s, 7 + (nameHeight - 10) / 2, 10, 10);
    paintShape(&painter, dot, shapeOf(m_entry.health), toneColor(t, toneOf(m_entry.health)));
    const int left = dot.right() + space::m;
    painter.setFont(caption);
    painter.setPen(m_entry.health == Health::Failed ? t.bad : t.muted);
    const QRect top(left, 7, width() - left - space::s, nameHeight);
    const bool longWords = painter.fontMetrics().horizontalAdvance(m_entry.healthText) > top.width() / 3;
    const QString right = longWords ? QString() : m_entry.healthText;
    painter.drawText(top, Qt::AlignVCenter | Qt::AlignRight, right);
    const int used = painter.fontMetrics().horizontalAdvance(right) + space::s;
    const QString below = longWords ? m_entry.healthText : m_entry.detail;
    const QRect second(left, 7 + nameHeight, width() - left - space::s, height() - nameHeight - 14);
    if (!longWords)
        painter.setPen(t.muted);
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(below, Qt::ElideRight, second.width()));
    painter.setFont(font());
    painter.setPen(t.text);
    painter.drawText(top, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_entry.name, Qt::ElideMiddle, top.width() - used));
    if (showsFocus(this))
        paintFocusRing(&painter, rect(), palette(), 6);
}

} // namespace views
