// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/ansi.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace models {

using namespace Qt::StringLiterals;

namespace {

/// What comes after the last \r that something follows; a \r at the end belongs to the line end.
QByteArrayView lastState(QByteArrayView line)
{
    while (line.endsWith('\r'))
        line.chop(1);
    // Qt 6.8 looks at the first byte of an empty view, too.
    const qsizetype at = line.isEmpty() ? -1 : line.lastIndexOf('\r');
    return at < 0 ? line : line.sliced(at + 1);
}

class Writer
{
public:
    void put(QStringView characters, bool mark)
    {
        TextStyle style = m_style;
        style.mark = mark;
        if (style != TextStyle {}) {
            if (!m_out.runs.isEmpty() && m_out.runs.last().style == style
                && m_out.runs.last().start + m_out.runs.last().length == m_out.text.size())
                m_out.runs.last().length += characters.size();
            else
                m_out.runs.append({m_out.text.size(), characters.size(), style});
        }
        m_out.text.append(characters);
        m_column += mark ? characters.size() : 1;
    }
    void put(char32_t code)
    {
        const std::array<char16_t, 2> units {
            QChar::requiresSurrogates(code) ? QChar::highSurrogate(code) : char16_t(code), QChar::lowSurrogate(code)};
        put(QStringView(units.data(), QChar::requiresSurrogates(code) ? 2 : 1), false);
    }
    void tab()
    {
        const qsizetype spaces = 8 - m_column % 8;
        for (qsizetype i = 0; i < spaces; ++i)
            put(u' ');
    }
    void backspace()
    {
        if (m_out.text.isEmpty())
            return;
        const bool pair = m_out.text.size() > 1 && m_out.text.back().isLowSurrogate();
        m_out.text.chop(pair ? 2 : 1);
        --m_column;
        while (!m_out.runs.isEmpty() && m_out.runs.last().start >= m_out.text.size())
            m_out.runs.removeLast();
        if (!m_out.runs.isEmpty())
            m_out.runs.last().length = std::min(m_out.runs.last().length, m_out.text.size() - m_out.runs.last().start);
    }
    TextStyle &style() { return m_style; }
    DisplayText take() { return std::move(m_out); }

private:
    DisplayText m_out;
    TextStyle m_style;
    qsizetype m_column = 0;
};

/// 38;5;n and 38;2;r;g;b, also with colons. Returns how many parameters were used after the 38 or 48.
qsizetype extendedColor(const QList<int> &parameters, qsizetype at, AnsiColor &color)
{
    if (parameters.value(at) == 5 && at + 1 < parameters.size()) {
        color = {AnsiColor::Kind::Indexed, quint32(parameters[at + 1]) & 0xff};
        return 2;
    }
    if (parameters.value(at) == 2 && at + 3 < parameters.size()) {
        const auto part = [&](qsizetype i) { return quint32(std::clamp(parameters[at + i], 0, 255)); };
        color = {AnsiColor::Kind::Rgb, part(1) << 16 | part(2) << 8 | part(3)};
        return 4;
    }
    return parameters.size();
}

void applyAttribute(TextStyle &style, int code)
{
    const auto indexed = [](int value) { return AnsiColor {AnsiColor::Kind::Indexed, quint32(value)}; };
    switch (code) {
    case 0:
        style = {};
        break;
    case 1:
        style.bold = true;
        break;
    case 2:
        style.dim = true;
        break;
    case 3:
        style.italic = true;
        break;
    case 4:
        style.underline = true;
        break;
    case 7:
        style.inverse = true;
        break;
    case 9:
        style.struck = true;
        break;
    case 22:
        style.bold = style.dim = false;
        break;
    case 23:
        style.italic = false;
        break;
    case 24:
        style.underline = false;
        break;
    case 27:
        style.inverse = false;
        break;
    case 29:
        style.struck = false;
        break;
    case 39:
        style.foreground = {};
        break;
    case 49:
        style.background = {};
        break;
    default:
        if (code >= 30 && code <= 37)
            style.foreground = indexed(code - 30);
        else if (code >= 40 && code <= 47)
            style.background = indexed(code - 40);
        else if (code >= 90 && code <= 97)
            style.foreground = indexed(code - 90 + 8);
        else if (code >= 100 && code <= 107)
            style.background = indexed(code - 100 + 8);
    }
}

void applySgr(TextStyle &style, QByteArrayView text)
{
    QList<int> parameters;
    int value = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            value = std::min(value * 10 + (c - '0'), 9999);
        } else {
            parameters.append(std::exchange(value, 0));
        }
    }
    parameters.append(value);
    for (qsizetype i = 0; i < parameters.size(); ++i) {
        if (parameters[i] == 38)
            i += extendedColor(parameters, i + 1, style.foreground);
        else if (parameters[i] == 48)
            i += extendedColor(parameters, i + 1, style.background);
        else
            applyAttribute(style, parameters[i]);
    }
}

/// Reads the sequence that begins with ESC at the start of `rest`; returns its length. A lone ESC has length 0.
qsizetype escapeSequence(QByteArrayView rest, TextStyle &style)
{
    if (rest.size() < 2)
        return 0;
    const char kind = rest[1];
    if (kind == '[') {
        qsizetype end = 2;
        while (end < rest.size() && rest[end] >= 0x20 && rest[end] <= 0x3f)
            ++end;
        if (end == rest.size() || rest[end] < 0x40)
            return 0;
        if (rest[end] == 'm')
            applySgr(style, rest.sliced(2, end - 2));
        return end + 1;
    }
    if (QByteArrayView("]PX^_").contains(kind)) { // a string until BEL or ESC backslash
        for (qsizetype end = 2; end < rest.size(); ++end) {
            if (rest[end] == '\a')
                return end + 1;
            if (rest[end] == '\x1b' && end + 1 < rest.size() && rest[end + 1] == '\\')
                return end + 2;
        }
        return 0;
    }
    if (kind >= 0x20 && kind <= 0x2f) // a character set: one more byte
        return rest.size() > 2 ? 3 : 0;
    return kind >= 0x30 && kind <= 0x7e ? 2 : 0;
}

/// Decodes one character strictly; 0 length if the bytes are not UTF-8.
qsizetype decode(QByteArrayView rest, char32_t &code)
{
    const auto byte = [&](qsizetype i) { return char32_t(uchar(rest[i])); };
    const char32_t first = byte(0);
    if (first < 0x80) {
        code = first;
        return 1;
    }
    const qsizetype length = first >= 0xf0 && first <= 0xf4 ? 4
        : first >= 0xe0 && first < 0xf0                     ? 3
        : first >= 0xc2 && first < 0xe0                     ? 2
                                                            : 0;
    if (length == 0 || length > rest.size())
        return 0;
    code = first & (0x7fU >> length);
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
        code = code << 6 | (byte(i) & 0x3f);
    }
    static constexpr std::array<char32_t, 5> least {0, 0, 0x80, 0x800, 0x10000};
    const bool good = code >= least[size_t(length)] && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return good ? length : 0;
}

bool isDeceiving(char32_t code)
{
    return (code >= 0x80 && code < 0xa0) || code == 0xad || code == 0x61c || code == 0x180e
        || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e)
        || (code >= 0x2060 && code <= 0x206f) || code == 0xfeff || (code >= 0xfff9 && code <= 0xfffb)
        || (code >= 0xe0000 && code <= 0xe007f);
}

void putCharacter(Writer &writer, char32_t code)
{
    if (code == '\t')
        writer.tab();
    else if (code == '\b')
        writer.backspace();
    else if (code < 0x20)
        writer.put(QString(QChar(char16_t(0x2400 + code))), true);
    else if (code == 0x7f)
        writer.put(u"\u2421", true);
    else if (isDeceiving(code))
        writer.put(u"\u2039U+%1\u203a"_s.arg(QString::number(code, 16).toUpper().rightJustified(4, u'0')), true);
    else
        writer.put(code);
}

} // namespace

DisplayText displayText(QByteArrayView line)
{
    const QByteArrayView state = lastState(line);
    if (std::ranges::all_of(state, [](char c) { return c >= 0x20 && c < 0x7f; }))
        return {QString::fromLatin1(state), {}}; // most lines
    Writer writer;
    for (QByteArrayView rest = state; !rest.isEmpty();) {
        if (rest.front() == '\x1b') {
            if (const qsizetype length = escapeSequence(rest, writer.style())) {
                rest = rest.sliced(length);
                continue;
            }
        }
        char32_t code = 0;
        const qsizetype length = decode(rest, code);
        if (length == 0)
            writer.put(u"\u2039%1\u203a"_s.arg(QString::number(uchar(rest.front()), 16).toUpper()), true);
        else
            putCharacter(writer, code);
        rest = rest.sliced(std::max<qsizetype>(length, 1));
    }
    return writer.take();
}

QString plainText(QByteArrayView line) { return displayText(line).text; }

} // namespace models
