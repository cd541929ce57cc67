// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/seriesitem.h"

#include <optional>

namespace views {

/// A moment on the x axis of a chart with its word.
struct PlotMark
{
    double x = 0;
    QString word;
    bool bad = false; ///< in red: NaN, failed

    bool operator==(const PlotMark &) const = default;
};

/// A point that was asked for, from a log line.
struct PlotPoint
{
    double x = 0, value = 0;
    QColor color;
};

/// Checkpoints, suspensions and the like as thin dashed verticals with a word, and the point that was asked for as a
/// ring. Lies over the curves of one chart.
class MarksItem : public QGraphicsItem
{
public:
    MarksItem(const PlotState &state, QGraphicsItem *chart);

    void setTokens(const Tokens &tokens) { m_tokens = &tokens; }
    void setMarks(const QList<PlotMark> &marks);
    const QList<PlotMark> &marks() const { return m_marks; }
    void setPoint(const std::optional<PlotPoint> &point);
    const std::optional<PlotPoint> &point() const { return m_point; }
    void areaChanged() { prepareGeometryChange(); }

    QRectF boundingRect() const override { return m_state.area.adjusted(-8, -8, 8, 8); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintMarks(QPainter *painter) const;
    void paintPoint(QPainter *painter) const;

    const PlotState &m_state;
    const Tokens *m_tokens = nullptr;
    QList<PlotMark> m_marks; // by x
    std::optional<PlotPoint> m_point;
};

} // namespace views
