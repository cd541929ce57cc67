// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/seriesitem.h"

#include <QWidget>

namespace views {

/// Names of five to eight curves above their chart; a click hides or shows one.
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

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Entry
    {
        QString label;
        QColor color;
        bool visible = true;

        bool operator==(const Entry &) const = default;
    };
    QList<QRect> places(int width) const;

    QList<Entry> m_entries;
};

} // namespace views
