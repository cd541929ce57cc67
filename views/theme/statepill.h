// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/tone.h"

#include <QWidget>

namespace views {

/// A state as shape, colour and word; the same on every page. Item delegates use paintStatePill() of paint.h.
class StatePill : public QWidget
{
    Q_OBJECT
public:
    explicit StatePill(QWidget *parent = nullptr);

    void setState(const QString &word, models::Tone tone, models::StateShape shape);
    QString word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_word;
    models::Tone m_tone = models::Tone::Neutral;
    models::StateShape m_shape = models::StateShape::None;
};

} // namespace views
