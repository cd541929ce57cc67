// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/seriesitem.h"

#include <QWidget>

namespace views {

struct LegendEntry
{
    QString label;
    QColor color;
    bool visible = true;

    bool operator==(const LegendEntry &) const = default;
};

/// Paints a legend for a picture; returns its height.
int paintLegend(QPainter *painter, const QPoint &at, int width, const QList<Curve> &curves, const Tokens &tokens);

/// Names of curves above their chart; a click hides or shows one, with Ctrl it shows this one alone (all again if it
/// was alone).
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);

    void setCurves(const QList<Curve> &curves);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void toggled(int curve, bool visible);
    void isolated(int curve);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QList<LegendEntry> m_entries;
};

} // namespace views
