// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/seriesitem.h"

#include "views/charts/ticks.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QPaintEngine>
#include <QPainter>

#include <array>
#include <cmath>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr double lineWidth = 2;
constexpr double faint = 0.35;
constexpr qsizetype mostPoints = 3000; // that can be drawn one by one; beyond that it is a matter for minima and maxima
constexpr qsizetype mostSmooth = 12; // curves of many points; of more nobody sees the edges, and spans are quicker
constexpr double lonePoint = 3.6; // across, between two values that are no numbers
constexpr double calm = 5; // pixels: a curve that moves less within a column is drawn as a line

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

/// A column of values over a series' x: the series itself or its smoothed twin.
struct SeriesItem::Values
{
    const models::Series &series;
    const SmoothedSeries *smooth = nullptr;
    ColumnCache *cache = nullptr; ///< of the series itself

    float at(qsizetype index) const { return smooth ? smooth->values()[size_t(index)] : series.value(index); }
    ColumnCache::Column column(qsizetype first, qsizetype last) const
    {
        return smooth ? ColumnCache::Column {smooth->minMax(first, last), at(first), at(last - 1)}
                      : cache->next(series, first, last);
    }
};

double PlotState::yOf(double value) const
{
    const double height = logarithmic ? (value > 0 ? std::log10(value) : low) : value;
    // Far outside is far outside: a painter has no use for coordinates of 1e30.
    return std::clamp(area.bottom() - (height - low) / (high - low) * area.height(), area.top() - 1e5,
                      area.bottom() + 1e5);
}

qsizetype PlotState::lastVisible(const models::Series &series) const
{
    if (series.isEmpty() || from > series.x(series.size() - 1, axis))
        return -1;
    if (series.x(series.size() - 1, axis) <= to)
        return series.size() - 1;
    const qsizetype index = nearestPoint(series, to, axis);
    return index > 0 && series.x(index, axis) > to ? index - 1 : index;
}

qsizetype nearestPoint(const models::Series &series, double x, models::Axis axis)
{
    qsizetype best = -1;
    double distance = std::numeric_limits<double>::infinity();
    for (qsizetype segment = 0; segment < qsizetype(series.segments().size()); ++segment) {
        const qsizetype first = series.segments()[size_t(segment)], last = series.segmentEnd(segment);
        const qsizetype after = series.lowerBound(first, last, x, axis);
        for (const qsizetype index : {after - 1, after}) {
            if (index < first || index >= last)
                continue;
            // Of two attempts at the same step the later one counts.
            if (const double away = std::abs(series.x(index, axis) - x); away <= distance) {
                distance = away;
                best = index;
            }
        }
    }
    return best;
}

SeriesItem::SeriesItem(const PlotState &state, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_state(state)
{
    setZValue(10);
}

QRectF SeriesItem::boundingRect() const { return m_state.area.adjusted(-4, -4, 400, 8); }

QList<models::MinMax> SeriesItem::columns(const models::Series &series, int count) const
{
    QList<models::MinMax> columns(count);
    for (qsizetype segment = 0; segment < qsizetype(series.segments().size()); ++segment) {
        const qsizetype last = series.segmentEnd(segment);
        qsizetype index = series.lowerBound(series.segments()[size_t(segment)], last, m_state.from, m_state.axis);
        for (int column = 0; column < count && index < last; ++column) {
            const double right = m_state.from + (m_state.to - m_state.from) * (column + 1) / count;
            const qsizetype end = series.lowerBound(index, last, right, m_state.axis);
            if (end > index)
                columns[column].add(series.minMax(index, end));
            index = end;
        }
    }
    return columns;
}

void SeriesItem::paintSparse(QPainter *painter, const Values &values, qsizetype first, qsizetype last,
                             const QColor &color, double width)
{
    QPolygonF line;
    const auto draw = [&] {
        drawLine(painter, line, color, width);
        line.clear();
    };
    for (qsizetype i = first; i < last; ++i) {
        const float value = values.at(i);
        const double x = values.series.x(i, m_state.axis);
        if (std::isfinite(value) && std::isfinite(x))
            line.append({m_state.xOf(x), m_state.yOf(double(value))});
        else
            draw(); // not a number: the line stops, the tick on the axis says why
    }
    draw();
}

/// What one pixel column holds, in values.
struct SeriesItem::Column
{
    int index = 0;
    models::MinMax bounds;
    float first = 0, last = 0; // finite
};

QList<SeriesItem::Column> SeriesItem::columnsOf(const Values &values, qsizetype first, qsizetype last) const
{
    const int count = std::max(1, m_raster.width());
    QList<Column> columns;
    columns.reserve(count);
    qsizetype index = first;
    // Of millions of points each column reads others, far apart, and would wait for the memory most of the time: what
    // the columns a little further on will need is fetched meanwhile, if points go on as in this one.
    const auto lookAhead = [&values, last](qsizetype end, qsizetype points) {
        constexpr std::array columnsAhead {7, 4, 1}; // by step
        for (int step = 0; step < int(columnsAhead.size()); ++step) {
            if (const qsizetype next = end + columnsAhead[size_t(step)] * points; next < last)
                values.series.prefetch(next, step);
        }
    };
    for (int column = 0; column < count && index < last; ++column) {
        const double right = m_state.from + (m_state.to - m_state.from) * (column + 1) / count;
        const qsizetype end = column + 1 == count ? last : values.series.lowerBound(index, last, right, m_state.axis);
        if (end == index)
            continue;
        lookAhead(end, end - index);
        const auto [bounds, begin, newest] = values.column(index, end);
        if (!bounds.isEmpty())
            columns.append({column, bounds, std::isfinite(begin) ? begin : bounds.min,
                            std::isfinite(newest) ? newest : bounds.max});
        index = end;
    }
    return columns;
}

void SeriesItem::addSpans(const QList<Column> &columns, const QColor &color, int width)
{
    const int height = m_raster.height();
    const auto rowOf = [&](float value) {
        return int(std::clamp((m_state.yOf(double(value)) - m_state.area.top() + margin) * m_scale, -1e6, 1e6));
    };
    SpanCurve &curve = newSpans(color, width);
    int before = 0;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        int top = rowOf(columns[i].bounds.max), bottom = rowOf(columns[i].bounds.min);
        if (i > 0) { // meet the column to the left
            top = std::min(top, before);
            bottom = std::max(bottom, before);
        }
        before = rowOf(columns[i].last);
        top = std::max(0, top);
        bottom = std::min(height - 1, std::max(bottom, top + width - 1));
        if (top <= bottom)
            curve.spans.push_back({columns[i].index, top, bottom});
    }
}

void SeriesItem::paintDense(QPainter *painter, const Values &values, qsizetype first, qsizetype last,
                            const QColor &color, double width)
{
    const QList<Column> columns = columnsOf(values, first, last);
    double moved = 0;
    for (const Column &column : columns)
        moved += m_state.yOf(double(column.bounds.min)) - m_state.yOf(double(column.bounds.max));
    if (m_manyCurves || moved > calm * double(columns.size())) {
        addSpans(columns, color, std::max(1, int(std::round(width * m_scale))));
        return;
    }
    QPolygonF line;
    for (const Column &column : columns) {
        const double x = m_state.area.left() + (column.index + 0.5) / m_scale;
        line.append({x, m_state.yOf(double(column.first))});
        const double low = m_state.yOf(double(column.bounds.min)), high = m_state.yOf(double(column.bounds.max));
        if (low - high > 0.5) {
            line.append({x, low});
            line.append({x, high});
            line.append({x, m_state.yOf(double(column.last))});
        }
    }
    drawLine(painter, line, color, width);
}

void SeriesItem::paintCurve(QPainter *painter, const Values &values, const QColor &color, double width)
{
    const models::Series &series = values.series;
    for (qsizetype segment = 0; segment < qsizetype(series.segments().size()); ++segment) {
        const qsizetype begin = series.segments()[size_t(segment)], end = series.segmentEnd(segment);
        const qsizetype from = series.lowerBound(begin, end, m_state.from, m_state.axis);
        const qsizetype to = series.lowerBound(
            from, end, std::nextafter(m_state.to, std::numeric_limits<double>::infinity()), m_state.axis);
        // One point more on both sides, so that a line enters and leaves the picture.
        if (m_everyPoint)
            paintSparse(painter, values, std::max(begin, from - 1), std::min(end, to + 1), color, width);
        else
            paintDense(painter, values, from, to, color, width);
    }
}

qsizetype SeriesItem::visiblePoints() const
{
    qsizetype count = 0;
    for (const Curve &curve : m_state.curves) {
        const models::Series &series = curve.rank->series;
        for (qsizetype segment = 0; curve.visible && segment < qsizetype(series.segments().size()); ++segment) {
            const qsizetype end = series.segmentEnd(segment);
            const qsizetype from
                = series.lowerBound(series.segments()[size_t(segment)], end, m_state.from, m_state.axis);
            count += series.lowerBound(from, end, m_state.to, m_state.axis) - from;
        }
    }
    return count;
}

void SeriesItem::paintGrid(QPainter *painter) const
{
    painter->setPen(QPen(m_tokens->grid, 1));
    for (const double row : m_state.rows) {
        const double y
            = m_state.area.bottom() - (row - m_state.low) / (m_state.high - m_state.low) * m_state.area.height();
        if (y < m_state.area.bottom() - 1)
            painter->drawLine(QPointF(m_state.area.left(), y), QPointF(m_state.area.right(), y));
    }
}

int SeriesItem::rowOfHeight(double y) const
{
    return int(std::clamp(std::round((y - m_state.area.top() + margin) * m_scale), -1e6, 1e6));
}

/// On the screen into the picture, else as a line that may be enlarged.
void SeriesItem::drawLine(QPainter *painter, const QPolygonF &line, const QColor &color, double width)
{
    if (line.isEmpty())
        return;
    if (line.size() == 1)
        width = std::max(width, lonePoint);
    if (m_onScreen) {
        SpanCurve &curve = newLine(color, width);
        for (const QPointF &point : line)
            curve.line.append(
                {(point.x() - m_state.area.left()) * m_scale, (point.y() - m_state.area.top() + margin) * m_scale});
        return;
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (line.size() == 1)
        painter->drawPoint(line.first());
    else
        painter->drawPolyline(line);
}

/// The ground between minimum and maximum, column by column: its outline is too restless for QPainter to be quick.
void SeriesItem::addBand()
{
    const QList<models::BandPoint> &band = m_state.band;
    SpanCurve &curve = newSpans(withAlpha(m_state.bandColor, 0.18), 1);
    const auto xOf = [&](qsizetype i) { return m_state.xOf(band[i].x); };
    qsizetype left = 0; // the last point before the middle of the column
    for (int column = 0; column < m_raster.width() && band.size() > 1; ++column) {
        const double x = m_state.area.left() + (column + 0.5) / m_scale;
        while (left + 2 < band.size() && xOf(left + 1) <= x)
            ++left;
        const double begin = xOf(left), end = xOf(left + 1);
        if (x < begin || x > end)
            continue;
        const models::BandPoint &from = band[left], &to = band[left + 1];
        const double part = end > begin ? (x - begin) / (end - begin) : 0.0;
        const auto rowBetween = [&](float a, float b) {
            return rowOfHeight(std::lerp(m_state.yOf(double(a)), m_state.yOf(double(b)), part));
        };
        const int top = std::max(0, rowBetween(from.max, to.max));
        const int bottom = std::min(m_raster.height(), rowBetween(from.min, to.min)) - 1;
        if (top <= bottom)
            curve.spans.push_back({column, top, bottom});
    }
}

void SeriesItem::paintBand(QPainter *painter)
{
    QPolygonF mean;
    for (const models::BandPoint &point : m_state.band)
        mean.append({m_state.xOf(point.x), m_state.yOf(double(point.mean))});
    if (m_onScreen) {
        addBand();
    } else {
        QPolygonF outline;
        for (const models::BandPoint &point : m_state.band)
            outline.append({m_state.xOf(point.x), m_state.yOf(double(point.max))});
        for (auto point = m_state.band.crbegin(); point != m_state.band.crend(); ++point)
            outline.append({m_state.xOf(point->x), m_state.yOf(double(point->min))});
        painter->setPen(Qt::NoPen);
        painter->setBrush(withAlpha(m_state.bandColor, 0.18));
        painter->drawPolygon(outline);
    }
    drawLine(painter, mean, m_state.bandColor, lineWidth);
}

/// Restarts as dashed lines with a word, values that are not numbers as red ticks on the axis.
void SeriesItem::paintEvents(QPainter *painter) const
{
    QList<double> restarts;
    for (const Curve &curve : m_state.curves) {
        const models::Series &series = curve.rank->series;
        for (size_t i = 1; i < series.segments().size() && restarts.size() < 50; ++i)
            restarts.append(m_state.xOf(series.x(series.segments()[i], m_state.axis)));
        painter->setPen(QPen(m_tokens->bad, 2));
        double before = -10;
        for (const qsizetype index : series.nonFinite()) {
            const double x = m_state.xOf(series.x(index, m_state.axis));
            if (x >= m_state.area.left() && x <= m_state.area.right() && x - before >= 2)
                painter->drawLine(QPointF(before = x, m_state.area.bottom()), QPointF(x, m_state.area.bottom() - 8));
        }
    }
    std::ranges::sort(restarts);
    double wordEnd = -1e9;
    painter->setFont(views::font(TextRole::Caption));
    for (qsizetype i = 0; i < restarts.size(); ++i) {
        if (restarts[i] < m_state.area.left() || restarts[i] > m_state.area.right()
            || (i > 0 && restarts[i] - restarts[i - 1] < 2))
            continue;
        painter->setPen(QPen(m_tokens->faint, 1, Qt::DashLine));
        painter->drawLine(QPointF(restarts[i], m_state.area.top()), QPointF(restarts[i], m_state.area.bottom()));
        const QString word = QCoreApplication::translate("views::SeriesItem", "restart");
        if (restarts[i] > wordEnd) {
            painter->setPen(m_tokens->muted);
            painter->drawText(QPointF(restarts[i] + 3, m_state.area.top() + painter->fontMetrics().ascent()), word);
            wordEnd = restarts[i] + painter->fontMetrics().horizontalAdvance(word) + 8;
        }
    }
}

/// The newest point of every curve as a dot.
void SeriesItem::paintEnds(QPainter *painter) const
{
    painter->setPen(Qt::NoPen);
    const auto dot = [&](double x, double value, const QColor &color) {
        const QPointF at(m_state.xOf(x), m_state.yOf(value));
        if (!m_state.area.adjusted(-1, -1, 1, 1).contains(at))
            return;
        painter->setBrush(m_tokens->surface);
        painter->drawEllipse(at, 4.5, 4.5);
        painter->setBrush(color);
        painter->drawEllipse(at, 3.25, 3.25);
    };
    if (m_state.banded) {
        if (!m_state.band.isEmpty())
            dot(m_state.band.last().x, double(m_state.band.last().mean), m_state.bandColor);
        return;
    }
    for (const Curve &curve : m_state.curves) {
        const models::Series &series = curve.rank->series;
        const qsizetype last = curve.visible ? m_state.lastVisible(series) : -1;
        if (last < 0 || last + 1 < series.size()) // the newest is not in the picture
            continue;
        const float value = curve.smooth ? curve.smooth->values()[size_t(last)] : series.value(last);
        if (std::isfinite(value))
            dot(series.x(last, m_state.axis), double(value), curve.color);
    }
}

void SeriesItem::paintCrosshair(QPainter *painter) const
{
    const double x = m_state.xOf(m_state.crosshair);
    if (std::isnan(m_state.crosshair) || x < m_state.area.left() || x > m_state.area.right())
        return;
    painter->setPen(QPen(m_tokens->muted, 1));
    painter->drawLine(QPointF(x, m_state.area.top()), QPointF(x, m_state.area.bottom()));
    if (m_state.banded)
        return;
    painter->setPen(Qt::NoPen);
    for (const Curve &curve : m_state.curves) {
        const qsizetype index = curve.visible ? nearestPoint(curve.rank->series, m_state.crosshair, m_state.axis) : -1;
        if (index < 0 || !std::isfinite(curve.rank->series.value(index)))
            continue;
        painter->setBrush(curve.color);
        painter->drawEllipse(QPointF(m_state.xOf(curve.rank->series.x(index, m_state.axis)),
                                     m_state.yOf(double(curve.rank->series.value(index)))),
                             3.25, 3.25);
    }
}

/// First what was measured, then what was smoothed: spans replace what lies under them.
void SeriesItem::paintCurves(QPainter *painter)
{
    m_caches.resize(size_t(m_state.curves.size()));
    for (qsizetype i = 0; i < m_state.curves.size(); ++i) {
        const Curve &curve = m_state.curves[i];
        if (!curve.visible)
            continue;
        ColumnCache &cache = m_caches[size_t(i)];
        cache.begin(curve.rank->series);
        paintCurve(painter, {curve.rank->series, nullptr, &cache},
                   curve.smooth ? withAlpha(curve.color, faint) : curve.color, curve.smooth ? 1 : lineWidth);
    }
    for (const Curve &curve : m_state.curves) {
        if (curve.visible && curve.smooth)
            paintCurve(painter, {curve.rank->series, curve.smooth.get()}, curve.color, lineWidth);
    }
}

void SeriesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (!m_tokens || m_state.area.isEmpty())
        return;
    m_scale = painter->device()->devicePixelRatioF();
    const QSize size = ((m_state.area.size() + QSizeF(0, 2 * margin)) * m_scale).toSize();
    m_spanCurves = 0;
    if (m_raster.size() != size)
        m_raster = QImage(size, QImage::Format_ARGB32_Premultiplied);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGrid(painter);
    painter->setClipRect(m_state.area.adjusted(-1, -2, 1, 2));
    m_everyPoint = visiblePoints() <= mostPoints;
    m_onScreen = painter->paintEngine()->type() == QPaintEngine::Raster; // else a drawing, which takes its time
    m_manyCurves = m_onScreen && std::ranges::count_if(m_state.curves, &Curve::visible) > mostSmooth;
    if (m_state.banded) {
        paintBand(painter);
    } else {
        paintCurves(painter);
    }
    if (m_spanCurves > 0)
        paintSpans(painter);
    paintEvents(painter);
    paintCrosshair(painter);
    painter->setClipping(false);
    paintEnds(painter);
    painter->restore();
}

} // namespace views
