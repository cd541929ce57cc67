// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/ansi.h"
#include "models/logs/logdocument.h"
#include "models/logs/loglevel.h"
#include "views/logs/logview.h"
#include "views/theme/theme.h"

#include <QFontMetricsF>
#include <QList>

class QPainter;
class QTextLayout;

namespace views {

/// A line as it lies on the screen.
struct LogRow
{
    struct Highlight
    {
        qsizetype start = 0, length = 0; ///< in the shown text
        int color = 0; ///< of the series
    };

    qint64 index = -1; ///< in the document
    models::LogLine line;
    models::DisplayText shown;
    models::LogLevel level = models::LogLevel::None;
    int rows = 1; ///< of the screen, more than one when wrapped
    QList<std::pair<qsizetype, qsizetype>> hits; ///< start and length in the shown text
    qsizetype selectionStart = 0, selectionEnd = 0; ///< in the shown text; end before start: none
    QList<Highlight> highlights;
    bool current = false;
    bool bookmarked = false;
};

/// Measures and paints rows of a log view: level bar, time stamp, rank, text with its colours. Cheap to make.
class RowPainter
{
public:
    RowPainter(const QPalette &palette, const QFont &font, int width);

    void setTimeStamps(TimeStamps timeStamps, qint64 origin)
    {
        m_timeStamps = timeStamps;
        m_origin = origin;
    }
    /// Room for the longest of these, none if empty.
    void setPrefixes(const QStringList &labels);
    void setWrapping(bool wrapping) { m_wrapping = wrapping; }
    void setOffset(int offset) { m_offset = offset; }

    int rowHeight() const { return m_rowHeight; }
    double advance() const { return m_advance; }
    int textLeft() const; ///< where the text begins, without the horizontal offset
    int columns() const; ///< characters of a wrapped row
    int rowsOf(const QString &text) const;
    double widthOf(const QString &text) const;
    /// The character under a point that is relative to the row's top left corner.
    qsizetype positionAt(const QString &text, QPoint point) const;
    QString timeText(qint64 nanoseconds) const;

    const QFont &font() const { return m_font; }
    /// Ground and gutter of a row. With a painter that has the font, like paintText(): to change fonts and colours
    /// costs as much as a word, so first come all margins of a page and then all texts.
    void paintMargin(QPainter *painter, int top, const LogRow &row, const QList<models::LogSource> &sources) const;
    void paintText(QPainter *painter, int top, const LogRow &row) const;

private:
    struct Colors
    {
        QColor text, background;
    };
    Colors colorsOf(const models::TextStyle &style) const;
    QColor ansi(const models::AnsiColor &color, const QColor &otherwise) const;
    void paintGutter(QPainter *painter, int top, const LogRow &row, const QList<models::LogSource> &sources) const;
    void paintGround(QPainter *painter, int top, const LogRow &row) const;
    void drawText(QPainter *painter, QPointF at, QStringView text) const;
    void paintSpan(QPainter *painter, int top, const QString &text, qsizetype start, qsizetype length,
                   const models::TextStyle &style) const;
    void paintLayout(QPainter *painter, int top, const LogRow &row) const;
    void fillSpan(QPainter *painter, int top, const QString &text, qsizetype start, qsizetype end,
                  const QColor &color) const;
    void layOut(QTextLayout &layout, const QString &text) const;
    static bool isSimple(const QString &text);

    const Tokens &m_tokens;
    QFont m_font;
    QFontMetricsF m_metrics;
    int m_width;
    int m_rowHeight;
    double m_advance;
    int m_prefixColumns = 0;
    int m_offset = 0;
    TimeStamps m_timeStamps = TimeStamps::Off;
    qint64 m_origin = 0;
    bool m_wrapping = false;
};

} // namespace views
