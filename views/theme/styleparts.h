// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

class QIcon;
class QStyleOptionButton;
class QStyleOptionToolButton;

/// The parts that Style paints itself; each function says whether it did.
namespace views::styleparts {

bool drawPrimitive(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                   const QWidget *widget);
bool drawControl(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget);
bool drawComplexControl(const QStyle &style, QStyle::ComplexControl control, const QStyleOptionComplex *option,
                        QPainter *painter, const QWidget *widget);
/// The room that the arrow of a tool button with a menu takes at its right.
inline constexpr int menuArrowWidth = 18;
bool hasMenuArrow(const QStyleOptionToolButton &button);
/// A line icon in another colour, for coloured buttons.
QIcon tinted(const QIcon &icon, const QSize &size, const QColor &color, double scale);
void drawMenuArrow(const QStyleOption &button, QPainter *painter);
QColor buttonTextColor(const QStyleOptionButton &button, const QWidget *widget);

} // namespace views::styleparts
