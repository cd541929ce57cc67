// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/statepill.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace views {

StatePill::StatePill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatePill::setState(const QString &word, models::Tone tone, models::StateShape shape)
{
    if (m_word == word && m_tone == tone && m_shape == shape)
        return;
    m_word = word;
    m_tone = tone;
    m_shape = shape;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const
{
    return m_word.isEmpty() ? QSize() : statePillSize(m_word, views::font(TextRole::Strong));
}

void StatePill::paintEvent(QPaintEvent *)
{
    if (m_word.isEmpty())
        return;
    QPainter painter(this);
    paintStatePill(&painter, rect(), m_word, m_tone, m_shape, palette(), views::font(TextRole::Strong));
}

} // namespace views
