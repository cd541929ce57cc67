// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/overview/jobstrip.h"

#include "views/charts/sparkline.h"
#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace views {

namespace {
constexpr int markSize = 10;
constexpr int curveWidth = 110;
}

JobStrip::JobStrip(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void JobStrip::setGlance(const JobGlance &glance)
{
    if (glance == m_glance)
        return;
    m_glance = glance;
    setAccessibleName(QStringLiteral("%1 %2 %3").arg(glance.job.name, glance.kind, glance.reason));
    update();
}

QSize JobStrip::sizeHint() const
{
    const QFontMetrics caption(views::font(TextRole::Caption));
    return {320, fontMetrics().height() + caption.height() + 16};
}

void JobStrip::paintCurve(QPainter &painter, QRect &room) const
{
    const Tokens &t = tokens(palette());
    painter.setFont(views::font(TextRole::Strong));
    painter.setPen(t.text);
    const int textWidth = qMax(56, painter.fontMetrics().horizontalAdvance(m_glance.loss));
    if (!m_glance.loss.isEmpty())
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, m_glance.loss);
    room.setRight(room.right() - textWidth - space::s);
    if (m_glance.curve.size() > 1) {
        const QRect curve(room.right() - curveWidth, room.top() + 12, curveWidth, room.height() - 24);
        paintSparkline(&painter, curve, m_glance.curve, t.accent);
    }
    room.setRight(room.right() - curveWidth - space::m);
}

void JobStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    if (underMouse())
        paintPanel(&painter, rect(), blend(t.text, t.surface, 0.05), {}, 6);
    const QFont caption = views::font(TextRole::Caption);
    const int nameHeight = fontMetrics().height();
    const QRectF mark(space::s, 8 + (nameHeight - markSize) / 2.0, markSize, markSize);
    paintShape(&painter, mark, m_glance.shape, toneColor(t, m_glance.tone));
    QRect room(space::s + markSize + space::m, 0, 0, height());
    room.setRight(width() - space::s);
    const bool hasCurve = !m_glance.loss.isEmpty() || m_glance.curve.size() > 1;
    if (hasCurve)
        paintCurve(painter, room);
    const QRect first(room.left(), 8, room.width(), nameHeight);
    const QRect second(room.left(), 8 + nameHeight, room.width(), height() - nameHeight - 16);
    const bool bad = m_glance.tone == models::Tone::Bad;
    painter.setFont(caption);
    painter.setPen(t.muted);
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignRight, m_glance.age);
    const int ageWidth = painter.fontMetrics().horizontalAdvance(m_glance.age) + space::s;
    if (bad)
        painter.setPen(t.bad);
    const QString below = !m_glance.reason.isEmpty() ? m_glance.reason
        : m_glance.progress.isEmpty()                ? m_glance.kind
                                                     : QStringLiteral("%1 · %2").arg(m_glance.kind, m_glance.progress);
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(below, Qt::ElideRight, second.width()));
    painter.setFont(views::font(TextRole::Strong));
    painter.setPen(t.text);
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_glance.job.name, Qt::ElideMiddle, first.width() - ageWidth));
    if (showsFocus(this))
        paintFocusRing(&painter, rect(), palette(), 6);
}

} // namespace views
