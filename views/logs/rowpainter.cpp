// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/rowpainter.h"

#include "views/theme/paint.h"

#include <QDateTime>
#include <QPainter>
#include <QGlyphRun>
#include <QRawFont>
#include <QTextLayout>
#include <QTimeZone>
#include <QVarLengthArray>

#include <array>
#include <cmath>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int levelBar = 3;
constexpr int gap = space::m;
constexpr int longestPrefix = 28;
constexpr char16_t simpleEnd = 0x300; // below it one character is one glyph

/// The glyphs of a font by character: a text that needs no shaping is drawn without it, which is most of the time.
struct GlyphTable
{
    explicit GlyphTable(const QFont &of)
        : font(of)
        , raw(QRawFont::fromFont(of))
    {
        QString characters;
        for (char16_t c = 0x20; c < simpleEnd; ++c)
            characters.append(c);
        const QList<quint32> found = raw.glyphIndexesForString(characters);
        if (found.size() == characters.size())
            std::ranges::copy(found, glyphs.begin() + 0x20);
    }

    QFont font;
    QRawFont raw;
    std::array<quint32, simpleEnd> glyphs {}; // 0: not in this font
};

/// The table of a font; of the last few fonts it is kept. GUI thread.
const GlyphTable &glyphsOf(const QFont &font)
{
    constexpr qsizetype most = 4;
    static QList<std::shared_ptr<const GlyphTable>> tables;
    const auto known = std::ranges::find_if(tables, [&](const auto &table) { return table->font == font; });
    if (known != tables.end())
        return **known;
    if (tables.size() == most)
        tables.removeLast();
    tables.prepend(std::make_shared<const GlyphTable>(font));
    return *tables.first();
}

void setPen(QPainter *painter, const QColor &color)
{
    if (painter->pen().style() != Qt::SolidLine || painter->pen().color() != color)
        painter->setPen(color);
}

QString clock(qint64 nanoseconds, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000, zone).toString(u"HH:mm:ss.zzz"_s);
}

QString elapsed(qint64 nanoseconds)
{
    const qint64 milliseconds = std::abs(nanoseconds / 1'000'000);
    const qint64 seconds = milliseconds / 1000;
    const QString sign = nanoseconds < 0 ? u"-"_s : u"+"_s;
    if (seconds < 3600)
        return u"%1%2:%3.%4"_s.arg(sign)
            .arg(seconds / 60, 2, 10, '0'_L1)
            .arg(seconds % 60, 2, 10, '0'_L1)
            .arg(milliseconds % 1000, 3, 10, '0'_L1);
    return u"%1%2:%3:%4"_s.arg(sign)
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, '0'_L1)
        .arg(seconds % 60, 2, 10, '0'_L1);
}

} // namespace

RowPainter::RowPainter(const QPalette &palette, const QFont &font, int width)
    : m_tokens(tokens(palette))
    , m_font(font)
    , m_metrics(font)
    , m_width(width)
    , m_rowHeight(int(std::ceil(m_metrics.height() * 1.2)))
    , m_advance(m_metrics.horizontalAdvance(u'0'))
{
}

void RowPainter::setPrefixes(const QStringList &labels)
{
    m_prefixColumns = 0;
    for (const QString &label : labels)
        m_prefixColumns = std::max(m_prefixColumns, int(std::min<qsizetype>(label.size(), longestPrefix)));
}

int RowPainter::textLeft() const
{
    int left = levelBar + space::s;
    if (m_timeStamps != TimeStamps::Off)
        left += int(std::ceil(12 * m_advance)) + gap;
    if (m_prefixColumns > 0)
        left += int(std::ceil(m_prefixColumns * m_advance)) + gap;
    return left;
}

int RowPainter::columns() const { return std::max(8, int((m_width - textLeft() - space::m) / m_advance)); }

/// One glyph of the same width per character: positions are a multiplication.
bool RowPainter::isSimple(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < simpleEnd && c.unicode() != 0xad; });
}

void RowPainter::layOut(QTextLayout &layout, const QString &text) const
{
    QTextOption option;
    option.setWrapMode(m_wrapping ? QTextOption::WrapAnywhere : QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setText(text);
    layout.setFont(m_font);
    layout.beginLayout();
    double top = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(m_wrapping ? columns() * m_advance : 1e7);
        line.setPosition({0, top + (m_rowHeight - m_metrics.height()) / 2});
        top += m_rowHeight;
    }
    layout.endLayout();
}

int RowPainter::rowsOf(const QString &text) const
{
    if (!m_wrapping)
        return 1;
    if (isSimple(text))
        return std::max(1, int((text.size() + columns() - 1) / columns()));
    QTextLayout layout;
    layOut(layout, text);
    return std::max(1, layout.lineCount());
}

double RowPainter::widthOf(const QString &text) const
{
    return isSimple(text) ? double(text.size()) * m_advance : m_metrics.horizontalAdvance(text);
}

qsizetype RowPainter::positionAt(const QString &text, QPoint point) const
{
    const double x = point.x() - textLeft() + (m_wrapping ? 0 : m_offset);
    const int row = m_wrapping ? std::max(0, point.y() / m_rowHeight) : 0;
    if (isSimple(text))
        return std::clamp<qsizetype>(qsizetype(std::round(std::max(0.0, x) / m_advance)) + qsizetype(row) * columns(),
                                     0, text.size());
    QTextLayout layout;
    layOut(layout, text);
    return row < layout.lineCount() ? layout.lineAt(row).xToCursor(x) : text.size();
}

QString RowPainter::timeText(qint64 nanoseconds) const
{
    if (nanoseconds == 0)
        return {};
    switch (m_timeStamps) {
    case TimeStamps::Off:
        return {};
    case TimeStamps::Local:
        return clock(nanoseconds, QTimeZone::LocalTime);
    case TimeStamps::Utc:
        return clock(nanoseconds, QTimeZone::UTC);
    case TimeStamps::Relative:
        break;
    }
    return elapsed(nanoseconds - m_origin);
}

QColor RowPainter::ansi(const models::AnsiColor &color, const QColor &otherwise) const
{
    using Kind = models::AnsiColor::Kind;
    if (color.kind == Kind::Default)
        return otherwise;
    quint32 rgb = color.value;
    if (color.kind == Kind::Indexed) {
        const quint32 index = color.value;
        if (index < 16) {
            // The terminal's own eight, from our tones: readable in both schemes.
            const std::array<QColor, 8> own {m_tokens.faint,  m_tokens.bad,       m_tokens.good,      m_tokens.warn,
                                             m_tokens.accent, m_tokens.series[3], m_tokens.series[5], m_tokens.text};
            return index == 8 ? m_tokens.muted : own[index % 8];
        }
        const auto level = [](quint32 step) { return step == 0 ? 0U : 55 + step * 40; };
        const quint32 cube = index - 16, gray = 8 + (index - 232) * 10;
        rgb = index >= 232 ? gray << 16 | gray << 8 | gray
                           : level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6);
    }
    return QColor::fromRgb(QRgb(rgb | 0xff000000));
}

RowPainter::Colors RowPainter::colorsOf(const models::TextStyle &style) const
{
    Colors colors;
    if (style.background.kind != models::AnsiColor::Kind::Default)
        colors.background = ansi(style.background, {});
    colors.text = ansi(style.foreground, style.dim ? m_tokens.muted : m_tokens.text);
    if (style.mark)
        colors.text = m_tokens.warn;
    if (style.inverse) {
        const QColor ground = colors.background.isValid() ? colors.background : m_tokens.surface;
        colors.background = colors.text;
        colors.text = ground;
    } else if (!colors.background.isValid() && style.foreground.kind != models::AnsiColor::Kind::Default) {
        // A programme chose for a dark terminal: keep the hue, bring the lightness where it can be read.
        float hue = 0, saturation = 0, lightness = 0;
        colors.text.getHslF(&hue, &saturation, &lightness);
        const float bound = m_tokens.dark ? std::max(lightness, 0.6F) : std::min(lightness, 0.42F);
        colors.text = QColor::fromHslF(std::max(hue, 0.0F), saturation, bound);
    }
    return colors;
}

void RowPainter::paintGround(QPainter *painter, int top, const LogRow &row) const
{
    const QRect whole(0, top, m_width, row.rows * m_rowHeight);
    if (row.level != models::LogLevel::None) {
        const QColor tone = row.level == models::LogLevel::Error ? m_tokens.bad : m_tokens.warn;
        painter->fillRect(whole, blend(tone, m_tokens.surface, m_tokens.dark ? 0.12 : 0.06));
        painter->fillRect(QRect(0, top, levelBar, whole.height()), tone);
    }
    if (row.current)
        painter->fillRect(whole, blend(m_tokens.accent, m_tokens.surface, m_tokens.dark ? 0.16 : 0.10));
    if (row.bookmarked) {
        const double middle = top + m_rowHeight / 2.0, reach = std::min(4.0, m_rowHeight / 3.0);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_tokens.accent);
        painter->drawPolygon(
            QPolygonF({QPointF(1, middle - reach), QPointF(2 + 2 * reach, middle), QPointF(1, middle + reach)}));
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
}

void RowPainter::paintGutter(QPainter *painter, int top, const LogRow &row,
                             const QList<models::LogSource> &sources) const
{
    double x = levelBar + space::s;
    const double baseline = top + (m_rowHeight - m_metrics.height()) / 2 + m_metrics.ascent();
    if (m_timeStamps != TimeStamps::Off) {
        setPen(painter, m_tokens.faint);
        drawText(painter, QPointF(x, baseline), timeText(row.line.nanoseconds));
        x += std::ceil(12 * m_advance) + gap;
    }
    if (m_prefixColumns > 0 && row.line.source >= 0 && row.line.source < sources.size()) {
        const models::LogSource &source = sources[row.line.source];
        setPen(painter, seriesColor(m_tokens, source.rank));
        const QString label
            = source.label.size() > longestPrefix ? source.label.first(longestPrefix - 1) + u'…' : source.label;
        drawText(painter, QPointF(x, baseline), label);
    }
}

void RowPainter::fillSpan(QPainter *painter, int top, const QString &text, qsizetype start, qsizetype end,
                          const QColor &color) const
{
    const double left = textLeft() - (m_wrapping ? 0 : m_offset);
    if (!isSimple(text)) {
        QTextLayout layout;
        layOut(layout, text);
        for (int i = 0; i < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const qsizetype from = std::max<qsizetype>(start, line.textStart()),
                            to = std::min<qsizetype>(end, line.textStart() + line.textLength());
            if (from < to)
                painter->fillRect(QRectF(left + line.cursorToX(int(from)), top + i * m_rowHeight,
                                         line.cursorToX(int(to)) - line.cursorToX(int(from)), m_rowHeight),
                                  color);
        }
        return;
    }
    const qsizetype perRow = m_wrapping ? columns() : std::max<qsizetype>(text.size(), 1);
    for (qsizetype at = start; at < end;) {
        const qsizetype row = at / perRow, stop = std::min(end, (row + 1) * perRow);
        painter->fillRect(QRectF(left + double(at - row * perRow) * m_advance, top + double(row) * m_rowHeight,
                                 double(stop - at) * m_advance, m_rowHeight),
                          color);
        at = stop;
    }
}

/// In the view's own font and the painter's pen; every character as wide as the others.
void RowPainter::drawText(QPainter *painter, QPointF at, QStringView text) const
{
    QVarLengthArray<quint32, 512> glyphs;
    QVarLengthArray<QPointF, 512> places;
    const GlyphTable &table = glyphsOf(m_font);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == ' ')
            continue;
        const quint32 glyph = c < simpleEnd ? table.glyphs[c] : 0;
        if (glyph == 0) {
            painter->drawText(at, text.toString());
            return;
        }
        glyphs.append(glyph);
        places.append({double(i) * m_advance, 0});
    }
    if (glyphs.isEmpty())
        return;
    QGlyphRun run;
    run.setRawFont(table.raw);
    run.setRawData(glyphs.constData(), places.constData(), int(glyphs.size()));
    painter->drawGlyphRun(at, run);
}

void RowPainter::paintSpan(QPainter *painter, int top, const QString &text, qsizetype start, qsizetype length,
                           const models::TextStyle &style) const
{
    const Colors colors = colorsOf(style);
    const double left = textLeft() - (m_wrapping ? 0 : m_offset);
    const double lift = (m_rowHeight - m_metrics.height()) / 2 + m_metrics.ascent();
    if (colors.background.isValid())
        fillSpan(painter, top, text, start, start + length, colors.background);
    setPen(painter, colors.text);
    const bool decorated = style.bold || style.italic || style.underline || style.struck;
    if (decorated) {
        QFont font = m_font;
        font.setBold(style.bold);
        font.setItalic(style.italic);
        font.setUnderline(style.underline);
        font.setStrikeOut(style.struck);
        painter->setFont(font);
    }
    const qsizetype perRow = m_wrapping ? columns() : std::max<qsizetype>(text.size(), 1);
    for (qsizetype at = start; at < start + length;) {
        const qsizetype row = at / perRow, stop = std::min(start + length, (row + 1) * perRow);
        // Only what is on the screen: a line may have 16 KiB.
        const double x = left + double(at - row * perRow) * m_advance;
        const qsizetype skip = x < 0 ? std::min(stop - at, qsizetype(-x / m_advance)) : 0;
        const qsizetype room = qsizetype((m_width - std::max(x, 0.0)) / m_advance) + 2;
        const QPointF from(x + double(skip) * m_advance, top + double(row) * m_rowHeight + lift);
        const QStringView shown = QStringView(text).mid(at + skip, std::min(stop - at - skip, room));
        if (room > 0 && decorated)
            painter->drawText(from, shown.toString());
        else if (room > 0)
            drawText(painter, from, shown);
        at = stop;
    }
    if (decorated)
        painter->setFont(m_font);
}

void RowPainter::paintLayout(QPainter *painter, int top, const LogRow &row) const
{
    QTextLayout layout;
    QList<QTextLayout::FormatRange> formats;
    for (const models::StyledRun &run : row.shown.runs) {
        const Colors colors = colorsOf(run.style);
        QTextCharFormat format;
        format.setForeground(colors.text);
        if (colors.background.isValid())
            format.setBackground(colors.background);
        format.setFontWeight(run.style.bold ? QFont::Bold : QFont::Normal);
        format.setFontItalic(run.style.italic);
        format.setFontUnderline(run.style.underline);
        formats.append({int(run.start), int(run.length), format});
    }
    layout.setFormats(formats);
    layOut(layout, row.shown.text);
    painter->setPen(m_tokens.text);
    layout.draw(painter, QPointF(textLeft() - (m_wrapping ? 0 : m_offset), top));
}

void RowPainter::paintMargin(QPainter *painter, int top, const LogRow &row,
                             const QList<models::LogSource> &sources) const
{
    paintGround(painter, top, row);
    paintGutter(painter, top, row, sources);
}

void RowPainter::paintText(QPainter *painter, int top, const LogRow &row) const
{
    const bool clipped = m_offset > 0 && !m_wrapping; // else nothing reaches into the gutter
    if (clipped) {
        painter->save();
        painter->setClipRect(QRect(textLeft() - space::xs, top, m_width, row.rows * m_rowHeight), Qt::IntersectClip);
    }
    const QString &text = row.shown.text;
    for (const LogRow::Highlight &mark : row.highlights)
        fillSpan(painter, top, text, mark.start, mark.start + mark.length,
                 blend(seriesColor(m_tokens, mark.color), m_tokens.surface, m_tokens.dark ? 0.40 : 0.25));
    for (const auto &[start, length] : row.hits)
        fillSpan(painter, top, text, start, start + length, blend(m_tokens.warn, m_tokens.surface, 0.35));
    if (row.selectionStart < row.selectionEnd)
        fillSpan(painter, top, text, row.selectionStart, row.selectionEnd,
                 blend(m_tokens.accent, m_tokens.surface, m_tokens.dark ? 0.45 : 0.28));
    if (!isSimple(text)) {
        paintLayout(painter, top, row);
    } else {
        qsizetype at = 0;
        for (const models::StyledRun &run : row.shown.runs) {
            if (run.start > at)
                paintSpan(painter, top, text, at, run.start - at, {});
            paintSpan(painter, top, text, run.start, run.length, run.style);
            at = run.start + run.length;
        }
        if (at < text.size())
            paintSpan(painter, top, text, at, text.size() - at, {});
    }
    if (clipped)
        painter->restore();
}

} // namespace views
