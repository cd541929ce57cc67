// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/chip.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace views {
namespace {
constexpr int padding = 10, gap = 6, shapeSize = 9;
}

Chip::Chip(const QString &word, models::Tone tone, models::StateShape shape, QWidget *parent)
    : QAbstractButton(parent)
    , m_tone(tone)
    , m_shape(shape)
{
    setText(word);
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCount(0);
}

QString Chip::label() const { return text() + u' ' + QString::number(m_count); }

void Chip::setCount(int count)
{
    m_count = count;
    setAccessibleName(label());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {2 * padding + shapeSize + gap + metrics.horizontalAdvance(label()), metrics.height() + 8};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &t = tokens(palette());
    const double radius = height() / 2.0;
    const bool some = m_count > 0;
    const QColor ink = some || isChecked() ? toneColor(t, m_tone) : t.faint;
    const QColor edge = isChecked() ? ink : underMouse() ? t.muted : t.border;
    paintPanel(&painter, rect(), isChecked() ? toneBackground(t, m_tone) : t.surface, edge, radius);
    paintShape(&painter, QRectF(padding, (height() - shapeSize) / 2.0, shapeSize, shapeSize), m_shape, ink);
    painter.setPen(some ? t.text : t.muted);
    painter.drawText(rect().adjusted(padding + shapeSize + gap, 0, -padding, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     label());
    if (hasFocus())
        paintFocusRing(&painter, rect(), palette(), radius);
}

} // namespace views
