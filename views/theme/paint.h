// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/tone.h"

#include <QColor>
#include <QPalette>
#include <QRectF>
#include <QString>

class QFont;
class QPainter;
class QWidget;

namespace views {

/// A rounded panel with a 1-px border that is sharp at every scale; an invalid colour leaves that part out.
void paintPanel(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &border, double radius);
/// The ring of what has the keyboard: 2 px, accent.
void paintFocusRing(QPainter *painter, const QRectF &rect, const QPalette &palette, double radius);
/// Whether a widget has the focus and the user goes about by keyboard: only then is the ring shown.
bool showsFocus(const QWidget *widget);
/// `over` at `share` (0..1) above `under`.
QColor blend(const QColor &over, const QColor &under, double share);

/// The shape of a state, drawn, so that it looks the same with every font.
void paintShape(QPainter *painter, const QRectF &rect, models::StateShape shape, const QColor &color);
/// Shape, colour and word of a state in a rounded field; left-aligned and vertically centred in the rectangle. For item
/// delegates; the widget is StatePill.
void paintStatePill(QPainter *painter, const QRect &rect, const QString &word, models::Tone tone,
                    models::StateShape shape, const QPalette &palette, const QFont &font);
QSize statePillSize(const QString &word, const QFont &font);
/// A downward arrow head, 1.75 px.
void paintChevron(QPainter *painter, const QRectF &rect, const QColor &color, int quarterTurns = 0);

} // namespace views
