// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/seriesitem.h"

#include <QChartView>

class QCategoryAxis;

namespace views {

/// So many curves have their names at their ends.
constexpr qsizetype mostEndLabels = 4;

/// The chart proper: QtCharts' axes and grid, our curves over the plot area, labels at the line ends, crosshair, zoom
/// and pan. Made by ChartCard, which fills the state.
class ChartCanvas : public QChartView
{
    Q_OBJECT
public:
    explicit ChartCanvas(QWidget *parent = nullptr);
    ~ChartCanvas() override;

    PlotState &state() { return m_state; }
    const PlotState &state() const { return m_state; }
    const SeriesItem &item() const { return *m_item; }
    /// The state changed: axes, labels and curves are laid out and painted again.
    void refresh();
    /// Paints the whole chart, e.g. into an image.
    void renderTo(QPainter *painter, const QRectF &target);
    void setCrosshair(double x);

signals:
    void zoomWanted(double x, double factor);
    void panWanted(double distance); ///< in x
    void resetWanted();
    void crosshairMoved(double x); ///< NaN: gone
    void clicked(QPointF position);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    struct EndLabel
    {
        QString text;
        QColor color;
        double y = 0;
    };
    void applyTheme();
    void layOut();
    QList<EndLabel> endLabels() const;
    void paintEndLabels(QPainter *painter) const;
    void paintReadout(QPainter *painter) const;

    PlotState m_state;
    QCategoryAxis *m_x;
    QCategoryAxis *m_y;
    SeriesItem *m_item;
    QList<std::pair<QString, int>> m_xPlaces, m_yPlaces; // of the axes' labels, in device pixels
    QPointF m_pressed;
    double m_dragX = 0;
    bool m_dragging = false;
};

} // namespace views
