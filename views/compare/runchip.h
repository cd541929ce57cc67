// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/tone.h"

#include <QWidget>

class QToolButton;

namespace views {

/// One job of a comparison: its colour, its name as a link, its state, and a way to take it out.
class RunChip : public QWidget
{
    Q_OBJECT
public:
    RunChip(const QString &name, int color, bool removable, QWidget *parent = nullptr);

    void setState(const QString &word, models::Tone tone, models::StateShape shape);

    QSize sizeHint() const override;

signals:
    void activated();
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString shownName() const;

    QString m_name;
    QString m_word;
    models::Tone m_tone = models::Tone::Neutral;
    models::StateShape m_shape = models::StateShape::None;
    int m_color;
    QToolButton *m_remove = nullptr;
};

} // namespace views
