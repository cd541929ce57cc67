// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/jobmetrics.h"
#include "views/charts/columncache.h"
#include "views/charts/linecoverage.h"
#include "views/charts/smoothedseries.h"

#include <QColor>
#include <QGraphicsItem>
#include <QImage>
#include <QPolygonF>

#include <limits>
#include <memory>
#include <vector>

namespace views {

struct Tokens;

/// One curve of a chart.
struct Curve
{
    const models::RankSeries *rank = nullptr;
    QColor color;
    bool visible = true;
    std::shared_ptr<SmoothedSeries> smooth; ///< set while the chart smooths
};

/// What a chart shows now: the common ground of axes, curves and crosshair.
struct PlotState
{
    QRectF area; ///< in the scene
    models::Axis axis = models::Axis::Step;
    double from = 0, to = 1; ///< x
    double low = 0, high = 1; ///< y, logarithms of ten if logarithmic
    bool logarithmic = false;
    bool banded = false; ///< mean and band instead of single curves
    QList<models::BandPoint> band;
    QColor bandColor;
    QList<Curve> curves;
    QList<double> rows; ///< heights of the grid lines
    double crosshair = std::numeric_limits<double>::quiet_NaN();

    double xOf(double x) const { return area.left() + (x - from) / (to - from) * area.width(); }
    double yOf(double value) const;
    /// The newest point that is in the picture; -1 if none is.
    qsizetype lastVisible(const models::Series &series) const;
    double xAt(double position) const { return from + (position - area.left()) / area.width() * (to - from); }
};

/// Index of the point of a series that is nearest to x; -1 if the series is empty.
qsizetype nearestPoint(const models::Series &series, double x, models::Axis axis);

/// Paints the curves over a chart's plot area. Every pixel column shows the true minimum and maximum of its points,
/// however many there are.
class SeriesItem : public QGraphicsItem
{
public:
    explicit SeriesItem(const PlotState &state, QGraphicsItem *parent = nullptr);

    void setTokens(const Tokens &tokens) { m_tokens = &tokens; }
    void areaChanged() { prepareGeometryChange(); }
    /// The span of every device pixel column, for tests: {min, max} in values, empty where there is no point.
    QList<models::MinMax> columns(const models::Series &series, int count) const;

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    struct Values; // raw or smoothed
    void paintCurves(QPainter *painter);
    void paintCurve(QPainter *painter, const Values &values, const QColor &color, double width);
    void paintSparse(QPainter *painter, const Values &values, qsizetype first, qsizetype last, const QColor &color,
                     double width);
    struct Column;
    struct Span // of one pixel column, rows inclusive
    {
        int column = 0, top = 0, bottom = 0;
    };
    struct SpanCurve // or a smooth line
    {
        QRgb pixel = 0;
        int width = 1;
        size_t next = 0; // while painting
        std::vector<Span> spans;
        double half = 0; // of the line's width
        QPolygonF line; // in pixels of the picture; x rises
    };
    QList<Column> columnsOf(const Values &values, qsizetype first, qsizetype last) const;
    void paintDense(QPainter *painter, const Values &values, qsizetype first, qsizetype last, const QColor &color,
                    double width);
    SpanCurve &newSpans(const QColor &color, int width);
    SpanCurve &newLine(const QColor &color, double width);
    void addSpans(const QList<Column> &columns, const QColor &color, int width);
    void paintSpans(QPainter *painter);
    Rows paintStrip(int left, int right);
    void paintLineInStrip(SpanCurve &curve, int left, int right, Rows &rows);
    void paintSpansInStrip(SpanCurve &curve, int left, int right, Rows &rows);
    void clearStrip(int left, int right, Rows &rows, int top, int bottom);
    qsizetype visiblePoints() const;
    void paintGrid(QPainter *painter) const;
    int rowOfHeight(double y) const;
    void drawLine(QPainter *painter, const QPolygonF &line, const QColor &color, double width);
    void addBand();
    void paintBand(QPainter *painter);
    void paintEvents(QPainter *painter) const;
    void paintEnds(QPainter *painter) const;
    void paintCrosshair(QPainter *painter) const;

    const PlotState &m_state;
    const Tokens *m_tokens = nullptr;
    static constexpr double margin = 2; // above and below the area: half of a line at its border
    QImage m_raster; // of the area with its margins
    LineCoverage m_coverage;
    std::vector<ColumnCache> m_caches; // by curve
    std::vector<SpanCurve> m_spans; // of this frame: the first m_spanCurves
    size_t m_spanCurves = 0;
    bool m_everyPoint = true; // few enough to draw them all
    bool m_manyCurves = false;
    bool m_onScreen = true; // or in a picture
    double m_scale = 1; // device pixels per unit
};

} // namespace views
