// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QLabel>

namespace views {

/// Plain text as a tool tip: lines stay lines, long ones are wrapped, nothing is taken for markup. Empty stays empty.
QString toolTipText(const QString &plain);

/// Text in one of the type roles. Plain text always: what it shows may come from a cluster. Follows font and scheme
/// changes.
class Label : public QLabel
{
    Q_OBJECT
public:
    explicit Label(const QString &text = {}, TextRole role = TextRole::Body, QWidget *parent = nullptr);

    void setRole(TextRole role);
    /// Secondary text.
    void setMuted(bool muted);
    /// Coloured by meaning; Neutral means ordinary text.
    void setTone(models::Tone tone);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColor();

    TextRole m_role;
    models::Tone m_tone = models::Tone::Neutral;
    bool m_muted = false;
};

/// Heading of a part of a page.
class SectionLabel : public Label
{
    Q_OBJECT
public:
    explicit SectionLabel(const QString &text = {}, QWidget *parent = nullptr);
};

/// One line that ends in an ellipsis where the room ends; the whole text is the tool tip then. Plain text.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, TextRole role = TextRole::Body, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setElideMode(Qt::TextElideMode mode);
    void setMuted(bool muted);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    TextRole m_role;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_muted = false;
};

} // namespace views
