// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SeriesItem that puts restless curves into a picture, column by column.
#include "views/charts/seriesitem.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace views {

SeriesItem::SpanCurve &SeriesItem::newSpans(const QColor &color, int width)
{
    if (m_spanCurves == m_spans.size())
        m_spans.emplace_back();
    SpanCurve &curve = m_spans[m_spanCurves++];
    curve.pixel = qPremultiply(color.rgba());
    curve.width = width;
    curve.next = 0;
    curve.spans.clear();
    return curve;
}

/// The spans of all curves that meet the columns [left, right), over nothing. Returns the rows that they touch; the
/// others hold what they held.
SeriesItem::Rows SeriesItem::paintStrip(int left, int right)
{
    auto *const bits = reinterpret_cast<QRgb *>(m_raster.bits());
    const auto stride = m_raster.bytesPerLine() / qsizetype(sizeof(QRgb));
    Rows rows;
    for (size_t i = 0; i < m_spanCurves; ++i) {
        SpanCurve &curve = m_spans[i];
        // A wide line reaches into the next strip: its column comes again there.
        while (curve.next < curve.spans.size() && curve.spans[curve.next].column + curve.width <= left)
            ++curve.next;
        for (size_t k = curve.next; k < curve.spans.size() && curve.spans[k].column < right; ++k) {
            rows.top = std::min(rows.top, curve.spans[k].top);
            rows.bottom = std::max(rows.bottom, curve.spans[k].bottom);
        }
    }
    for (int y = rows.top; y <= rows.bottom; ++y)
        std::fill_n(bits + y * stride + left, right - left, 0);
    for (size_t i = 0; i < m_spanCurves; ++i) {
        const SpanCurve &curve = m_spans[i];
        for (size_t k = curve.next; k < curve.spans.size() && curve.spans[k].column < right; ++k) {
            const Span &span = curve.spans[k];
            const int from = std::max(left, span.column), to = std::min(right, span.column + curve.width);
            for (int y = span.top; y <= span.bottom; ++y) {
                for (int x = from; x < to; ++x)
                    bits[y * stride + x] = curve.pixel;
            }
        }
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
        if (rows.top > rows.bottom)
            continue;
        const QRect part(left, rows.top, right - left, rows.bottom - rows.top + 1);
        painter->drawImage(QRectF(m_state.area.left() + part.left() * unit, m_state.area.top() + part.top() * unit,
                                  part.width() * unit, part.height() * unit),
                           m_raster, QRectF(part));
    }
}

} // namespace views
