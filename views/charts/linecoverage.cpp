// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/linecoverage.h"

#include <algorithm>
#include <cmath>

namespace views {

namespace {

/// Every channel times `share` / 255, rounded.
quint32 times(quint32 pixel, quint32 share)
{
    const auto part = [share](quint32 channels) { // two of them, 16 bits apart
        const quint32 product = channels * share;
        return ((product + ((product >> 8) & 0xff00ff) + 0x800080) >> 8) & 0xff00ff;
    };
    return part(pixel & 0xff00ff) | part((pixel >> 8) & 0xff00ff) << 8;
}

/// A piece of a line, and how far a point is from it.
struct Piece
{
    float x = 0, y = 0, alongX = 1, alongY = 0, length = 0;

    Piece(QPointF from, QPointF to)
        : x(float(from.x()))
        , y(float(from.y()))
        , length(float(std::hypot(to.x() - from.x(), to.y() - from.y())))
    {
        if (length > 0) {
            alongX = float(to.x() - from.x()) / length;
            alongY = float(to.y() - from.y()) / length;
        }
    }
    float distance(float pointX, float pointY) const
    {
        const float right = pointX - x, down = pointY - y;
        const float along = right * alongX + down * alongY, across = std::fabs(right * alongY - down * alongX);
        const float beyond = along < 0 ? -along : along > length ? along - length : 0;
        return beyond > 0 ? std::sqrt(beyond * beyond + across * across) : across;
    }
};

int floorOf(double value) { return int(std::floor(value)); }

} // namespace

void LineCoverage::begin(int left, int right, int height)
{
    m_left = left;
    m_right = right;
    m_height = height;
    m_rows = {};
    m_cells.resize(size_t(right - left) * size_t(height));
}

inline void LineCoverage::cover(int x, int y, float amount)
{
    if (amount <= 0)
        return;
    quint8 &cell = m_cells[size_t(y) * size_t(m_right - m_left) + size_t(x - m_left)];
    cell = std::max(cell, quint8(std::min(amount, 1.0F) * 255.99F));
}

/// Goes along the direction in which the piece is longer, so that few pixels that it does not touch are looked at.
void LineCoverage::add(QPointF from, QPointF to, double half)
{
    const double reach = half + 0.5; // a pixel's middle may be so far away
    const Piece piece(from, to);
    const double dx = to.x() - from.x(), dy = to.y() - from.y();
    const bool steep = std::abs(dy) > std::abs(dx);
    // The corner of the end of a slanted piece lies further along the other axis than its middle.
    const double slope = steep ? dx / dy : dx != 0 ? dy / dx : 0;
    const double aside = reach * std::sqrt(1 + slope * slope);
    const auto clampX = [this](double value) { return int(std::clamp(value, double(m_left), double(m_right))); };
    const auto clampY = [this](double value) { return int(std::clamp(value, 0.0, double(m_height))); };
    if (steep) {
        double top = std::min(from.y(), to.y()) - reach, bottom = std::max(from.y(), to.y()) + reach;
        if (slope != 0) { // only where it is near the strip
            const double atLeft = from.y() + (m_left - aside - from.x()) / slope,
                         atRight = from.y() + (m_right + aside - from.x()) / slope;
            top = std::max(top, std::min(atLeft, atRight) - reach);
            bottom = std::min(bottom, std::max(atLeft, atRight) + reach);
        }
        const int first = clampY(std::floor(top)), last = clampY(std::ceil(bottom));
        for (int y = first; y < last; ++y) {
            const double onLine = std::clamp(y + 0.5, std::min(from.y(), to.y()), std::max(from.y(), to.y()));
            const double middle = from.x() + (onLine - from.y()) * slope;
            const int begin = clampX(floorOf(middle - aside)), end = clampX(std::ceil(middle + aside));
            for (int x = begin; x < end; ++x)
                cover(x, y, float(reach) - piece.distance(float(x) + 0.5F, float(y) + 0.5F));
        }
        if (first < last)
            m_rows.add(first, last - 1);
        return;
    }
    const int first = clampX(std::floor(std::min(from.x(), to.x()) - reach)),
              last = clampX(std::ceil(std::max(from.x(), to.x()) + reach));
    for (int x = first; x < last; ++x) {
        const double onLine = std::clamp(x + 0.5, std::min(from.x(), to.x()), std::max(from.x(), to.x()));
        const double middle = from.y() + (onLine - from.x()) * slope;
        const int begin = clampY(std::floor(middle - aside)), end = clampY(std::ceil(middle + aside));
        for (int y = begin; y < end; ++y)
            cover(x, y, float(reach) - piece.distance(float(x) + 0.5F, float(y) + 0.5F));
        if (begin < end)
            m_rows.add(begin, end - 1);
    }
}

void LineCoverage::blend(QRgb *bits, qsizetype stride, QRgb premultiplied)
{
    const auto width = size_t(m_right - m_left);
    for (int y = m_rows.top; y <= m_rows.bottom; ++y) {
        QRgb *const pixels = bits + y * stride + m_left;
        quint8 *const cells = m_cells.data() + size_t(y) * width;
        for (size_t x = 0; x < width; ++x) {
            if (cells[x] == 0)
                continue;
            const QRgb over = cells[x] == 255 ? premultiplied : times(premultiplied, cells[x]);
            pixels[x] = over + times(pixels[x], 255 - (over >> 24));
            cells[x] = 0;
        }
    }
    m_rows = {};
}

} // namespace views
