// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRgb>

#include <limits>
#include <vector>

namespace views {

/// Rows of a picture, inclusive; none to begin with.
struct Rows
{
    int top = std::numeric_limits<int>::max(), bottom = -1;

    bool isEmpty() const { return top > bottom; }
    void add(int from, int to)
    {
        top = top < from ? top : from;
        bottom = bottom > to ? bottom : to;
    }
};

/// How much of each pixel of a strip of columns a line covers: the smooth stroke of a curve with round joins and ends.
/// Takes time by the pixels that the line passes, where QPainter's takes it by the square of its ups and downs. A pixel
/// that the line passes twice is not painted twice. Coordinates are pixels of the picture; not thread safe.
class LineCoverage
{
public:
    /// Begins a strip: the columns [left, right) of a picture of `height` rows.
    void begin(int left, int right, int height);
    /// A piece of a line, `half` pixels wide to both sides.
    void add(QPointF from, QPointF to, double half);
    /// Which rows the pieces touched.
    const Rows &rows() const { return m_rows; }
    /// Lays the line over the picture, `bits` at its first pixel, premultiplied; then it is forgotten.
    void blend(QRgb *bits, qsizetype stride, QRgb premultiplied);

private:
    void cover(int x, int y, float amount);

    int m_left = 0, m_right = 0, m_height = 0;
    Rows m_rows;
    std::vector<quint8> m_cells; // row by row; all zero between two lines
};

} // namespace views
