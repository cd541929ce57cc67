// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace models {

/// A colour as a program asked a terminal for it.
struct AnsiColor
{
    enum class Kind : quint8 { Default, Indexed, Rgb } kind = Kind::Default;
    quint32 value = 0; ///< 0-255 of the xterm palette (0-15 are the terminal's own), or 0xRRGGBB

    bool operator==(const AnsiColor &) const = default;
};

struct TextStyle
{
    AnsiColor foreground {}, background {};
    bool bold = false, dim = false, italic = false, underline = false, inverse = false, struck = false;
    bool mark = false; ///< stands for a character that cannot be seen, such as ␛ or ‹U+202E›

    bool operator==(const TextStyle &) const = default;
};

struct StyledRun
{
    qsizetype start = 0;
    qsizetype length = 0;
    TextStyle style;

    bool operator==(const StyledRun &) const = default;
};

/// A line made harmless and readable: what the view paints.
struct DisplayText
{
    QString text;
    QList<StyledRun> runs; ///< only where the style is not the default
};

/// Shows a line as a terminal would have left it: of a progress bar redrawn with \r only the last state, backspaces
/// applied, tabs expanded, SGR sequences turned into runs and all other sequences dropped. What could deceive is made
/// visible: control characters, bidirectional controls, zero-width characters, bytes that are not UTF-8. Any thread.
DisplayText displayText(QByteArrayView line);

/// Without any styles: for copying and searching.
QString plainText(QByteArrayView line);

} // namespace models
