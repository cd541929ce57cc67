// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/runchip.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int swatch = 16;
constexpr int buttonWidth = 20;
constexpr int mostNameWidth = 220;

} // namespace

RunChip::RunChip(const QString &name, int color, bool removable, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_color(color)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(name);
    setToolTip(tr("Open %1").arg(name.toHtmlEscaped()));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (removable) {
        m_remove = new QToolButton(this);
        m_remove->setIcon(icon(u"cross"_s));
        m_remove->setIconSize({12, 12});
        m_remove->setAutoRaise(true);
        m_remove->setToolTip(tr("Take this job out of the comparison"));
        m_remove->setAccessibleName(m_remove->toolTip());
        connect(m_remove, &QToolButton::clicked, this, &RunChip::removeRequested);
    }
}

void RunChip::setState(const QString &word, models::Tone tone, models::StateShape shape)
{
    m_word = word;
    m_tone = tone;
    m_shape = shape;
    updateGeometry();
    update();
}

QString RunChip::shownName() const
{
    return QFontMetrics(views::font(TextRole::Strong)).elidedText(m_name, Qt::ElideMiddle, mostNameWidth);
}

QSize RunChip::sizeHint() const
{
    const int name = QFontMetrics(views::font(TextRole::Strong)).horizontalAdvance(shownName());
    const int state = m_word.isEmpty() ? 0 : statePillSize(m_word, views::font(TextRole::Caption)).width() + space::s;
    return {space::s + swatch + space::xs + name + space::s + state + (m_remove ? buttonWidth + space::xs : 0), 30};
}

void RunChip::resizeEvent(QResizeEvent *)
{
    if (m_remove)
        m_remove->setGeometry(width() - buttonWidth - space::xs, (height() - buttonWidth) / 2, buttonWidth,
                              buttonWidth);
}

void RunChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokens(palette());
    paintPanel(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), colors.surface, colors.border, cardRadius);
    painter.setPen(QPen(seriesColor(colors, m_color), 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(space::s + 2, height() / 2.0), QPointF(space::s + swatch - 3, height() / 2.0));
    painter.setFont(views::font(TextRole::Strong));
    painter.setPen(colors.text);
    const int left = space::s + swatch + space::xs;
    const QString name = shownName();
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter | Qt::AlignLeft, name);
    if (!m_word.isEmpty()) {
        const int at = left + painter.fontMetrics().horizontalAdvance(name) + space::s;
        paintStatePill(&painter, QRect(at, 0, width() - at, height()), m_word, m_tone, m_shape, palette(),
                       views::font(TextRole::Caption));
    }
    if (showsFocus(this))
        paintFocusRing(&painter, QRectF(rect()), palette(), cardRadius);
}

void RunChip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit activated();
}

void RunChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        emit activated();
    else if (event->key() == Qt::Key_Delete && m_remove)
        emit removeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace views
