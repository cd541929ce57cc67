// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartlegend.h"

#include "views/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace views {

namespace {

constexpr int swatch = 14;

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setFont(views::font(TextRole::Caption));
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setCurves(const QList<Curve> &curves)
{
    QList<Entry> entries;
    for (const Curve &curve : curves)
        entries.append({curve.rank->label, curve.color, curve.visible});
    if (entries == m_entries)
        return;
    m_entries = entries;
    updateGeometry();
    update();
}

QList<QRect> ChartLegend::places(int width) const
{
    QList<QRect> places;
    const QFontMetrics metrics(font());
    const int height = metrics.height() + 4;
    QPoint at;
    for (const Entry &entry : m_entries) {
        const int wide = swatch + metrics.horizontalAdvance(entry.label) + space::m;
        if (at.x() > 0 && at.x() + wide > width)
            at = {0, at.y() + height};
        places.append(QRect(at, QSize(wide, height)));
        at.rx() += wide;
    }
    return places;
}

int ChartLegend::heightForWidth(int width) const
{
    const QList<QRect> all = places(width);
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

QSize ChartLegend::sizeHint() const { return {200, heightForWidth(std::max(width(), 200))}; }

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokens(palette());
    const QList<QRect> all = places(width());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Entry &entry = m_entries[i];
        painter.setPen(QPen(entry.visible ? entry.color : colors.border, 2, Qt::SolidLine, Qt::RoundCap));
        const double middle = all[i].center().y() + 0.5;
        painter.drawLine(QPointF(all[i].left() + 1, middle), QPointF(all[i].left() + swatch - 4, middle));
        painter.setPen(entry.visible ? colors.muted : colors.faint);
        painter.drawText(all[i].adjusted(swatch, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, entry.label);
    }
}

void ChartLegend::mousePressEvent(QMouseEvent *event)
{
    const QList<QRect> all = places(width());
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].contains(event->position().toPoint()))
            emit toggled(int(i), !m_entries[i].visible);
    }
}

} // namespace views
