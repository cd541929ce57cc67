// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/marksitem.h"

#include "views/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace views {

namespace {

constexpr double crowded = 28; // pixels between two marks: closer ones are ticks at the upper edge
constexpr double tickHeight = 6;

} // namespace

MarksItem::MarksItem(const PlotState &state, QGraphicsItem *chart)
    : QGraphicsItem(chart)
    , m_state(state)
{
    setZValue(11); // over the curves
}

void MarksItem::setMarks(const QList<PlotMark> &marks)
{
    m_marks = marks;
    std::ranges::stable_sort(m_marks, {}, &PlotMark::x);
    update();
}

void MarksItem::setPoint(const std::optional<PlotPoint> &point)
{
    m_point = point;
    update();
}

void MarksItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (!m_tokens || m_state.area.isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintMarks(painter);
    paintPoint(painter);
    painter->restore();
}

void MarksItem::paintMarks(QPainter *painter) const
{
    painter->setFont(views::font(TextRole::Caption));
    const QFontMetricsF metrics(painter->font());
    // Restarts have the first row of words.
    const bool restarts = std::ranges::any_of(
        m_state.curves, [](const Curve &curve) { return curve.rank->series.segments().size() > 1; });
    const double row = m_state.area.top() + metrics.ascent() + (restarts ? metrics.height() : 0);
    double before = -1e9, wordEnd = -1e9;
    for (const PlotMark &mark : m_marks) {
        const double x = m_state.xOf(mark.x);
        if (x < m_state.area.left() || x > m_state.area.right())
            continue;
        const bool close = !mark.bad && x - before < crowded;
        painter->setPen(QPen(mark.bad ? m_tokens->bad : m_tokens->faint, 1, close ? Qt::SolidLine : Qt::DashLine));
        painter->drawLine(QPointF(x, m_state.area.top()),
                          QPointF(x, close ? m_state.area.top() + tickHeight : m_state.area.bottom()));
        if (close)
            continue;
        before = x;
        const double width = metrics.horizontalAdvance(mark.word);
        // A word that would leave the picture stands to the left of its line.
        const double left = x + 3 + width < m_state.area.right() ? x + 3 : x - 3 - width;
        if (left > wordEnd) {
            painter->setPen(mark.bad ? m_tokens->bad : m_tokens->muted);
            painter->drawText(QPointF(left, row), mark.word);
            wordEnd = left + width + 8;
        }
    }
}

void MarksItem::paintPoint(QPainter *painter) const
{
    if (!m_point)
        return;
    const double x = m_state.xOf(m_point->x);
    if (x < m_state.area.left() - 1 || x > m_state.area.right() + 1)
        return;
    painter->setPen(QPen(m_tokens->accent, 1));
    painter->drawLine(QPointF(x, m_state.area.top()), QPointF(x, m_state.area.bottom()));
    if (!std::isfinite(m_point->value))
        return;
    const double y = std::clamp(m_state.yOf(m_point->value), m_state.area.top(), m_state.area.bottom());
    painter->setPen(QPen(m_tokens->accent, 2));
    painter->setBrush(m_tokens->surface);
    painter->drawEllipse(QPointF(x, y), 6, 6);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_point->color);
    painter->drawEllipse(QPointF(x, y), 3, 3);
}

} // namespace views
