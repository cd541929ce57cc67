// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/tone.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QList>
#include <QPalette>

namespace views {

/// Every colour of the program, for one scheme (design: docs/look.md). Nothing outside views/theme names a colour.
struct Tokens
{
    bool dark = false;
    QColor window, surface, raised;
    QColor border, grid;
    QColor text, muted, faint;
    QColor accent, good, warn, bad;
    QList<QColor> series; ///< eight; a rank keeps its colour on every page: series[rank % 8]
};

/// The tokens that fit a widget's palette; no global state, follows the system's scheme because the palette does.
const Tokens &tokens(const QPalette &palette);
/// The whole program's palette for one scheme.
QPalette paletteFor(bool dark);

QColor toneColor(const Tokens &tokens, models::Tone tone);
/// The tone at 10 % (light) or 16 % (dark) over surface.
QColor toneBackground(const Tokens &tokens, models::Tone tone);
QColor seriesColor(const Tokens &tokens, int rank);

enum class TextRole
{
    Caption,
    Body,
    Strong,
    Section,
    Title,
    Figure,
    Mono
};
/// Sizes relative to the application font (projector mode enlarges that one). Figure and numbers are tabular.
/// GUI thread.
QFont font(TextRole role);

/// Spaces on the 4-px grid.
namespace space {
inline constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32;
}
inline constexpr int cardRadius = 8;
inline constexpr int rowHeight = 28;

/// A line icon of resources/icons (24-px SVG, 1.75-px strokes) painted in the palette's text colour: "training",
/// "play", "trash" ...
QIcon icon(const QString &name);
/// The program's own mark, `size` wide and high. Without QIcon, which would look through all of Qt's plugins for it.
QPixmap programMark(int size, double scale);
/// "●", "✓", "✕", "◔", "‖", "↻", "?" for text-only places; StatePill paints them.
QString shapeGlyph(models::StateShape shape);

} // namespace views
