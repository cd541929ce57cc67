// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/card.h"

#include "views/theme/labels.h"
#include "views/theme/paint.h"

#include <QEnterEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace views {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(space::l, space::l, space::l, space::l);
    m_body->setSpacing(space::s);
}

Card::Card(const QString &title, QWidget *parent)
    : Card(parent)
{
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    if (!m_title) {
        m_title = new SectionLabel({}, this);
        m_body->insertWidget(0, m_title);
    }
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setTone(models::Tone tone)
{
    m_tone = tone;
    update();
}

void Card::setActivatable(bool activatable)
{
    m_activatable = activatable;
    setFocusPolicy(activatable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(activatable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover, activatable);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    const bool toned = m_tone != models::Tone::Neutral;
    const QColor edge = toned ? blend(toneColor(t, m_tone), t.border, 0.5) : t.border;
    const bool hover = m_activatable && underMouse();
    paintPanel(&painter, rect(), toned ? toneBackground(t, m_tone) : t.surface, hover ? t.accent : edge, cardRadius);
    if (m_activatable && showsFocus(this))
        paintFocusRing(&painter, rect(), palette(), cardRadius);
}

void Card::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_activatable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit activated();
    QFrame::mouseReleaseEvent(event);
}

void Card::keyPressEvent(QKeyEvent *event)
{
    const bool press = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (m_activatable && press)
        emit activated();
    else
        QFrame::keyPressEvent(event);
}

void Card::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    update();
}

void Card::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    update();
}

} // namespace views
