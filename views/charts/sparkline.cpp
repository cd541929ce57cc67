// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/sparkline.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace views {

void paintSparkline(QPainter *painter, const QRectF &rect, std::span<const float> values, const QColor &color)
{
    float low = std::numeric_limits<float>::infinity(), high = -low;
    for (const float value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (values.size() < 2 || low > high)
        return;
    const QRectF area = rect.adjusted(2, 3, -4, -3);
    const double scale = high > low ? area.height() / double(high - low) : 0;
    const auto place = [&](size_t i) {
        const double y = scale > 0 ? area.bottom() - double(values[i] - low) * scale : area.center().y();
        return QPointF(area.left() + area.width() * double(i) / double(values.size() - 1), y);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF line;
    QPointF newest;
    for (size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i])) {
            line.append(newest = place(i));
        } else {
            painter->drawPolyline(line);
            line.clear();
        }
    }
    painter->drawPolyline(line);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(newest, 2.25, 2.25);
    painter->restore();
}

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Sparkline::setValues(const QList<float> &values)
{
    if (values == m_values)
        return;
    m_values = values;
    update();
}

void Sparkline::setColor(const QColor &color)
{
    m_color = color;
    update();
}

QSize Sparkline::sizeHint() const { return {96, 28}; }

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSparkline(&painter, rect(), {m_values.constData(), size_t(m_values.size())},
                   m_color.isValid() ? m_color : tokens(palette()).accent);
}

} // namespace views
