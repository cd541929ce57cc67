// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/labels.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace views {

QString toolTipText(const QString &plain)
{
    return plain.isEmpty() ? QString()
                           : QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(plain.toHtmlEscaped());
}

Label::Label(const QString &text, TextRole role, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setFont(views::font(role));
}

void Label::setRole(TextRole role)
{
    m_role = role;
    setFont(views::font(role));
}

void Label::setMuted(bool muted)
{
    m_muted = muted;
    applyColor();
}

void Label::setTone(models::Tone tone)
{
    m_tone = tone;
    applyColor();
}

void Label::applyColor()
{
    // A toned label needs a palette of its own; the others keep a role of the palette and follow it by themselves.
    setForegroundRole(m_muted ? QPalette::PlaceholderText : QPalette::NoRole);
    if (m_tone == models::Tone::Neutral) {
        setPalette({});
        return;
    }
    QPalette own;
    for (const auto role : {QPalette::WindowText, QPalette::Text}) // Text: on a surface of the role Base
        own.setColor(role, toneColor(tokens(QGuiApplication::palette()), m_tone));
    setPalette(own);
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(views::font(m_role));
    if (event->type() == QEvent::ApplicationPaletteChange && m_tone != models::Tone::Neutral)
        applyColor(); // does not come through changeEvent()
    return QLabel::event(event);
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange && m_tone != models::Tone::Neutral)
        applyColor();
}

SectionLabel::SectionLabel(const QString &text, QWidget *parent)
    : Label(text, TextRole::Section, parent)
{
}

ElidedLabel::ElidedLabel(const QString &text, TextRole role, QWidget *parent)
    : QWidget(parent)
    , m_role(role)
{
    setFont(views::font(role));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    QString line = text;
    line.replace(u'\n', u' ');
    if (line == m_text)
        return;
    m_text = line;
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setMuted(bool muted)
{
    m_muted = muted;
    update();
}

QSize ElidedLabel::sizeHint() const { return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()}; }

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), fontMetrics().averageCharWidth() * 8), fontMetrics().height()};
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(views::font(m_role));
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        // Qt guesses whether a tool tip is rich text; escaped and wrapped, the cluster's words stay words.
        if (sizeHint().width() > width())
            QToolTip::showText(help->globalPos(), QStringLiteral("<p>%1</p>").arg(m_text.toHtmlEscaped()), this);
        return true;
    }
    return QWidget::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPalette::ColorRole role = m_muted ? QPalette::PlaceholderText : foregroundRole();
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, role));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, m_mode, width()));
}

} // namespace views
