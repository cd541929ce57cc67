// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QRectF>
#include <QWidget>

#include <span>

class QPainter;

namespace views {

/// A line without axes, its newest point a dot; NaN is a gap. Nothing is painted for less than two points.
void paintSparkline(QPainter *painter, const QRectF &rect, std::span<const float> values, const QColor &color);

/// The same as a widget, for figure cards.
class Sparkline : public QWidget
{
    Q_OBJECT
public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setValues(const QList<float> &values);
    void setColor(const QColor &color); ///< invalid: the accent

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<float> m_values;
    QColor m_color;
};

} // namespace views
