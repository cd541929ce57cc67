// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SeriesItem that puts curves into a picture: smooth lines, and spans where there are many points.
#include "views/charts/seriesitem.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

struct Pixels
{
    explicit Pixels(QImage &image)
        : bits(reinterpret_cast<QRgb *>(image.bits()))
        , stride(image.bytesPerLine() / qsizetype(sizeof(QRgb)))
    {
    }
    QRgb *row(int y) const { return bits + y * stride; }

    QRgb *bits;
    qsizetype stride; // in pixels
};

} // namespace

SeriesItem::SpanCurve &SeriesItem::newSpans(const QColor &color, int width)
{
    if (m_spanCurves == m_spans.size())
        m_spans.emplace_back();
    SpanCurve &curve = m_spans[m_spanCurves++];
    curve.pixel = qPremultiply(color.rgba());
    curve.width = width;
    curve.next = 0;
    curve.spans.clear();
    curve.line.clear();
    return curve;
}

SeriesItem::SpanCurve &SeriesItem::newLine(const QColor &color, double width)
{
    SpanCurve &curve = newSpans(color, 0);
    curve.half = width * m_scale / 2;
    return curve;
}

/// The rows [top, bottom] of a strip are nothing from now on where they were not in use yet.
void SeriesItem::clearStrip(int left, int right, Rows &rows, int top, int bottom)
{
    const Pixels pixels(m_raster);
    const auto clear = [&](int from, int to) {
        for (int y = from; y <= to; ++y)
            std::fill_n(pixels.row(y) + left, right - left, 0);
    };
    if (rows.isEmpty()) {
        clear(top, bottom);
    } else {
        clear(top, rows.top - 1);
        clear(rows.bottom + 1, bottom);
    }
    rows.add(top, bottom);
}

void SeriesItem::paintLineInStrip(SpanCurve &curve, int left, int right, Rows &rows)
{
    const double reach = curve.half + 1;
    const QPolygonF &line = curve.line;
    m_coverage.begin(left, right, m_raster.height());
    while (curve.next + 1 < size_t(line.size()) && line[qsizetype(curve.next) + 1].x() + reach < left)
        ++curve.next;
    for (auto k = qsizetype(curve.next); k < line.size() && line[k].x() - reach < right; ++k) {
        if (k + 1 < line.size() || line.size() == 1)
            m_coverage.add(line[k], line[std::min(k + 1, line.size() - 1)], curve.half);
    }
    if (m_coverage.rows().isEmpty())
        return;
    clearStrip(left, right, rows, m_coverage.rows().top, m_coverage.rows().bottom);
    const Pixels pixels(m_raster);
    m_coverage.blend(pixels.bits, pixels.stride, curve.pixel);
}

void SeriesItem::paintSpansInStrip(SpanCurve &curve, int left, int right, Rows &rows)
{
    // A wide line reaches into the next strip: its column comes again there.
    while (curve.next < curve.spans.size() && curve.spans[curve.next].column + curve.width <= left)
        ++curve.next;
    const Pixels pixels(m_raster);
    for (size_t k = curve.next; k < curve.spans.size() && curve.spans[k].column < right; ++k) {
        const Span &span = curve.spans[k];
        const int from = std::max(left, span.column), to = std::min(right, span.column + curve.width);
        if (span.top < rows.top || span.bottom > rows.bottom)
            clearStrip(left, right, rows, span.top, span.bottom);
        for (int y = span.top; y <= span.bottom; ++y) {
            for (int x = from; x < to; ++x)
                pixels.row(y)[x] = curve.pixel;
        }
    }
}

/// The curves where they meet the columns [left, right), over nothing. Returns the rows that they touch; the others
/// hold what they held.
Rows SeriesItem::paintStrip(int left, int right)
{
    Rows rows;
    for (size_t i = 0; i < m_spanCurves; ++i) {
        SpanCurve &curve = m_spans[i];
        if (curve.line.isEmpty())
            paintSpansInStrip(curve, left, right, rows);
        else
            paintLineInStrip(curve, left, right, rows);
    }
    return rows;
}

/// All curves strip by strip: 16 pixels of every row of a strip are one cache line, a strip stays in the fastest cache
/// while every curve's spans are written, and only rows that hold some are laid over the picture.
void SeriesItem::paintSpans(QPainter *painter)
{
    const int width = m_raster.width();
    // Where pixels of the picture are not pixels of the screen, strips would show their seams.
    const QTransform &device = painter->deviceTransform();
    const bool exact = !device.isRotating() && device.m11() == m_scale && m_scale == std::floor(m_scale)
        && device.dx() == std::floor(device.dx());
    const int strip = exact ? 16 : width;
    const double unit = 1 / m_scale;
    for (int left = 0; left < width; left += strip) {
        const int right = std::min(left + strip, width);
        const Rows rows = paintStrip(left, right);
        if (rows.isEmpty())
            continue;
        const QRect part(left, rows.top, right - left, rows.bottom - rows.top + 1);
        painter->drawImage(QRectF(m_state.area.left() + part.left() * unit,
                                  m_state.area.top() - margin + part.top() * unit, part.width() * unit,
                                  part.height() * unit),
                           m_raster, QRectF(part));
    }
}

} // namespace views
