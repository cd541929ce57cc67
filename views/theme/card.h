// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/tone.h"

#include <QFrame>

class QVBoxLayout;

namespace views {

class SectionLabel;

/// A surface on the page: radius 8, a 1-px border, padding 16, no shadow. Put widgets into body().
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    explicit Card(const QString &title, QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }
    void setTitle(const QString &title);
    /// A coloured edge and a tinted ground, e.g. Bad for the story of a failed job.
    void setTone(models::Tone tone);
    /// The card answers the pointer and the keyboard like a button and emits activated().
    void setActivatable(bool activatable);

signals:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QVBoxLayout *m_body;
    SectionLabel *m_title = nullptr;
    models::Tone m_tone = models::Tone::Neutral;
    bool m_activatable = false;
};

} // namespace views
