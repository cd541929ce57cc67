// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/tone.h"

#include <QAbstractButton>

namespace views {

/// A round switch with a shape, a word and a count: "● Running 4". Checked: filters by it.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    Chip(const QString &word, models::Tone tone, models::StateShape shape, QWidget *parent = nullptr);

    void setCount(int count);
    int count() const { return m_count; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString label() const;

    models::Tone m_tone;
    models::StateShape m_shape;
    int m_count = 0;
};

} // namespace views
