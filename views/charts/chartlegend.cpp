// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartlegend.h"

#include "views/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace views {

namespace {

constexpr int swatch = 14;

QList<LegendEntry> entriesOf(const QList<Curve> &curves)
{
    QList<LegendEntry> entries;
    for (const Curve &curve : curves)
        entries.append({curve.rank->label, curve.color, curve.visible});
    return entries;
}

QList<QRect> places(const QList<LegendEntry> &entries, int width, const QFontMetrics &metrics)
{
    QList<QRect> places;
    const int height = metrics.height() + 4;
    QPoint at;
    for (const LegendEntry &entry : entries) {
        const int wide = swatch + metrics.horizontalAdvance(entry.label) + space::m;
        if (at.x() > 0 && at.x() + wide > width)
            at = {0, at.y() + height};
        places.append(QRect(at, QSize(wide, height)));
        at.rx() += wide;
    }
    return places;
}

void paintEntry(QPainter *painter, const QRect &place, const LegendEntry &entry, const Tokens &colors)
{
    painter->setPen(QPen(entry.visible ? entry.color : colors.border, 2, Qt::SolidLine, Qt::RoundCap));
    const double middle = place.center().y() + 0.5;
    painter->drawLine(QPointF(place.left() + 1, middle), QPointF(place.left() + swatch - 4, middle));
    painter->setPen(entry.visible ? colors.muted : colors.faint);
    painter->drawText(place.adjusted(swatch, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, entry.label);
}

} // namespace

int paintLegend(QPainter *painter, const QPoint &at, int width, const QList<Curve> &curves, const Tokens &tokens)
{
    QList<LegendEntry> entries = entriesOf(curves);
    entries.removeIf([](const LegendEntry &entry) { return !entry.visible; });
    painter->setFont(views::font(TextRole::Caption));
    const QList<QRect> all = places(entries, width, QFontMetrics(painter->font()));
    for (qsizetype i = 0; i < all.size(); ++i)
        paintEntry(painter, all[i].translated(at), entries[i], tokens);
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setToolTip(tr("Click: hide or show. Ctrl and click: show this one alone."));
    setFont(views::font(TextRole::Caption));
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setCurves(const QList<Curve> &curves)
{
    const QList<LegendEntry> entries = entriesOf(curves);
    if (entries == m_entries)
        return;
    m_entries = entries;
    updateGeometry();
    update();
}

int ChartLegend::heightForWidth(int width) const
{
    const QList<QRect> all = places(m_entries, width, QFontMetrics(font()));
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

QSize ChartLegend::sizeHint() const { return {200, heightForWidth(std::max(width(), 200))}; }

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokens(palette());
    const QList<QRect> all = places(m_entries, width(), QFontMetrics(font()));
    for (qsizetype i = 0; i < all.size(); ++i)
        paintEntry(&painter, all[i], m_entries[i], colors);
}

void ChartLegend::mousePressEvent(QMouseEvent *event)
{
    const QList<QRect> all = places(m_entries, width(), QFontMetrics(font()));
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!all[i].contains(event->position().toPoint()))
            continue;
        if (event->modifiers().testFlag(Qt::ControlModifier))
            emit isolated(int(i));
        else
            emit toggled(int(i), !m_entries[i].visible);
        return;
    }
}

} // namespace views
