// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/seriesitem.h"

#include <QObject>

class QMouseEvent;
class QRubberBand;

namespace views {

class ChartCanvas;

/// Drawing a box over a chart to look closer: by drag, or by Shift and drag while the chart is zoomed and a drag moves
/// it. A box much wider than high means its x only, and the other way
/// round. Lives with the canvas.
class ChartGestures : public QObject
{
    Q_OBJECT
public:
    explicit ChartGestures(ChartCanvas *canvas);

    void setPanning(bool panning) { m_panning = panning; }

signals:
    /// In values of the axes; an empty side (from == to) is to stay as it is.
    void boxDrawn(double from, double to, double low, double high);
    void menuWanted(const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    bool release();

    ChartCanvas *m_canvas;
    QRubberBand *m_band;
    QPoint m_origin;
    bool m_armed = false;
    bool m_panning = false;
};

} // namespace views
