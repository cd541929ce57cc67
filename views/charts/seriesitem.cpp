// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/seriesitem.h"

#include "views/charts/ticks.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr double lineWidth = 2;
constexpr double faint = 0.35;
constexpr qsizetype pointsPerPixel = 3; // more than that is a matter for minima and maxima

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

    float at(qsizetype index) const { return smooth ? smooth->values()[size_t(index)] : series.value(index); }
    models::MinMax minMax(qsizetype first, qsizetype last) const
    {
        return smooth ? smooth->minMax(first, last) : series.minMax(first, last);
    }
};

double PlotState::yOf(double value) const
{
    const double height = logarithmic ? (value > 0 ? std::log10(value) : low) : value;
    return area.bottom() - (height - low) / (high - low) * area.height();
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
                             const QColor &color, double width) const
{
    painter->setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF line;
    const auto draw = [&] {
        if (line.size() == 1) {
            painter->setBrush(color);
            painter->drawEllipse(line.first(), width * 0.4, width * 0.4);
        } else if (line.size() > 1) {
            painter->drawPolyline(line);
        }
        line.clear();
    };
    for (qsizetype i = first; i < last; ++i) {
        const float value = values.at(i);
        if (std::isfinite(value))
            line.append({m_state.xOf(values.series.x(i, m_state.axis)), m_state.yOf(double(value))});
        else
            draw(); // not a number: the line stops, the tick on the axis says why
    }
    draw();
}

void SeriesItem::paintDense(const Values &values, qsizetype first, qsizetype last, const QColor &color, int width)
{
    const QRectF &area = m_state.area;
    const int columns = m_raster.width(), height = m_raster.height();
    const QRgb pixel = qPremultiply(color.rgba());
    auto *const bits = reinterpret_cast<QRgb *>(m_raster.bits());
    const auto stride = m_raster.bytesPerLine() / qsizetype(sizeof(QRgb));
    const auto rowOf = [&](float value) { return int((m_state.yOf(double(value)) - area.top()) * m_scale); };
    m_rasterUsed = true;
    qsizetype index = first;
    int before = std::numeric_limits<int>::min(); // where the column to the left ended
    for (int column = 0; column < columns && index < last; ++column) {
        const double right = m_state.from + (m_state.to - m_state.from) * (column + 1) / columns;
        const qsizetype end = values.series.lowerBound(index, last, right, m_state.axis);
        if (end == index)
            continue;
        const models::MinMax bounds = values.minMax(index, end);
        index = end;
        if (bounds.isEmpty())
            continue;
        int top = rowOf(bounds.max), bottom = rowOf(bounds.min);
        if (before != std::numeric_limits<int>::min()) {
            top = std::min(top, before);
            bottom = std::max(bottom, before);
        }
        const float newest = values.at(end - 1);
        before = std::isfinite(newest) ? rowOf(newest) : before;
        bottom = std::max(bottom, top + width - 1);
        const int stop = std::min(columns, column + width);
        for (int y = std::max(0, top); y <= std::min(height - 1, bottom); ++y) {
            for (int x = column; x < stop; ++x)
                bits[y * stride + x] = pixel;
        }
    }
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
        if (to - from <= pointsPerPixel * qsizetype(m_state.area.width()))
            paintSparse(painter, values, std::max(begin, from - 1), std::min(end, to + 1), color, width);
        else
            paintDense(values, from, to, color, std::max(1, int(std::round(width * m_scale))));
    }
}

void SeriesItem::paintBand(QPainter *painter) const
{
    QPolygonF outline, mean;
    for (const models::BandPoint &point : m_state.band) {
        outline.append({m_state.xOf(point.x), m_state.yOf(double(point.max))});
        mean.append({m_state.xOf(point.x), m_state.yOf(double(point.mean))});
    }
    for (auto point = m_state.band.crbegin(); point != m_state.band.crend(); ++point)
        outline.append({m_state.xOf(point->x), m_state.yOf(double(point->min))});
    painter->setPen(Qt::NoPen);
    painter->setBrush(withAlpha(m_state.bandColor, 0.18));
    painter->drawPolygon(outline);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_state.bandColor, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(mean);
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
        if (!curve.visible || series.isEmpty())
            continue;
        const qsizetype last = series.size() - 1;
        const float value
            = curve.smooth && !curve.smooth->values().empty() ? curve.smooth->values().back() : series.value(last);
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

void SeriesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (!m_tokens || m_state.area.isEmpty())
        return;
    m_scale = painter->device()->devicePixelRatioF();
    const QSize size = (m_state.area.size() * m_scale).toSize();
    m_rasterUsed = false;
    const auto prepareRaster = [&] {
        if (m_raster.size() != size)
            m_raster = QImage(size, QImage::Format_ARGB32_Premultiplied);
        m_raster.fill(Qt::transparent);
    };
    prepareRaster();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(m_state.area.adjusted(-1, -2, 1, 2));
    if (m_state.banded) {
        paintBand(painter);
    } else {
        for (const Curve &curve : m_state.curves) {
            if (!curve.visible)
                continue;
            paintCurve(painter, {curve.rank->series}, curve.smooth ? withAlpha(curve.color, faint) : curve.color,
                       curve.smooth ? 1 : lineWidth);
            if (curve.smooth)
                paintCurve(painter, {curve.rank->series, curve.smooth.get()}, curve.color, lineWidth);
        }
        if (m_rasterUsed)
            painter->drawImage(m_state.area, m_raster);
    }
    paintEvents(painter);
    paintCrosshair(painter);
    painter->setClipping(false);
    paintEnds(painter);
    painter->restore();
}

} // namespace views
