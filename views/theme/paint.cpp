// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/paint.h"

#include "views/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QWidget>

namespace views {

namespace {

constexpr int pillPadding = 8;
constexpr int pillGap = 6;

int pillHeight(const QFontMetrics &metrics) { return metrics.height() + 4; }

int shapeSize(const QFontMetrics &metrics) { return qRound(metrics.ascent() * 0.72); }

void paintRestarting(QPainter *painter, const QRectF &r)
{
    painter->drawArc(r, 60 * 16, 290 * 16);
    const QPointF tip(r.center().x() + r.width() * 0.30, r.top() + r.height() * 0.05);
    painter->drawLine(tip, tip + QPointF(r.width() * 0.05, r.height() * 0.36));
    painter->drawLine(tip, tip + QPointF(-r.width() * 0.02, r.height() * 0.02));
}

} // namespace

QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()),
                  channel(over.blue(), under.blue()));
}

void paintPanel(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &border, double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    const double inset = border.isValid() ? 0.5 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void paintFocusRing(QPainter *painter, const QRectF &rect, const QPalette &palette, double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(tokens(palette).accent, 2));
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

bool showsFocus(const QWidget *widget)
{
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void paintChevron(QPainter *painter, const QRectF &rect, const QColor &color, int quarterTurns)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(rect.center());
    painter->rotate(90 * quarterTurns);
    constexpr QPointF points[] = {{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}};
    painter->drawPolyline(points, 3);
    painter->restore();
}

void paintShape(QPainter *painter, const QRectF &rect, models::StateShape shape, const QColor &color)
{
    using models::StateShape;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double size = qMin(rect.width(), rect.height());
    const QRectF r(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size);
    const auto at = [&r](double x, double y) { return QPointF(r.left() + r.width() * x, r.top() + r.height() * y); };
    painter->setPen(QPen(color, qMax(1.5, size * 0.16), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    switch (shape) {
    case StateShape::Running:
        painter->setBrush(color);
        painter->setPen(Qt::NoPen);
        painter->drawEllipse(r.adjusted(size * 0.1, size * 0.1, -size * 0.1, -size * 0.1));
        break;
    case StateShape::Succeeded:
        painter->drawPolyline(QPolygonF {at(0.08, 0.55), at(0.38, 0.85), at(0.94, 0.18)});
        break;
    case StateShape::Failed:
        painter->drawLine(at(0.12, 0.12), at(0.88, 0.88));
        painter->drawLine(at(0.88, 0.12), at(0.12, 0.88));
        break;
    case StateShape::Pending:
        painter->drawEllipse(r.adjusted(1, 1, -1, -1));
        painter->setBrush(color);
        painter->setPen(Qt::NoPen);
        painter->drawPie(r.adjusted(1, 1, -1, -1), 0, 90 * 16);
        break;
    case StateShape::Suspended:
        painter->drawLine(at(0.3, 0.1), at(0.3, 0.9));
        painter->drawLine(at(0.7, 0.1), at(0.7, 0.9));
        break;
    case StateShape::Restarting:
        paintRestarting(painter, r.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case StateShape::Unknown:
        painter->drawArc(QRectF(at(0.22, 0.02), at(0.78, 0.56)), -60 * 16, 240 * 16);
        painter->drawLine(at(0.5, 0.54), at(0.5, 0.66));
        painter->drawPoint(at(0.5, 0.95));
        break;
    case StateShape::None:
        break;
    }
    painter->restore();
}

QSize statePillSize(const QString &word, const QFont &font)
{
    const QFontMetrics metrics(font);
    return {2 * pillPadding + shapeSize(metrics) + pillGap + metrics.horizontalAdvance(word), pillHeight(metrics)};
}

void paintStatePill(QPainter *painter, const QRect &rect, const QString &word, models::Tone tone,
                    models::StateShape shape, const QPalette &palette, const QFont &font)
{
    const QFontMetrics metrics(font);
    const Tokens &t = tokens(palette);
    const QColor color = toneColor(t, tone);
    const QSize size = statePillSize(word, font);
    const QRect pill(rect.left(), rect.top() + (rect.height() - size.height()) / 2, qMin(size.width(), rect.width()),
                     size.height());
    paintPanel(painter, pill, toneBackground(t, tone), {}, size.height() / 2.0);
    const int shapeWidth = shape == models::StateShape::None ? 0 : shapeSize(metrics);
    const QRectF shapeRect(pill.left() + pillPadding, pill.center().y() + 1 - shapeWidth / 2.0, shapeWidth, shapeWidth);
    paintShape(painter, shapeRect, shape, color);
    painter->save();
    painter->setFont(font);
    painter->setPen(color);
    const int textLeft = pill.left() + pillPadding + (shapeWidth ? shapeWidth + pillGap : 0);
    const QRect textRect(textLeft, pill.top(), pill.right() - textLeft, pill.height());
    painter->drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(word, Qt::ElideRight, textRect.width() + 1));
    painter->restore();
}

} // namespace views
