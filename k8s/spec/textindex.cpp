// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/textindex.h"

#include <algorithm>

namespace k8s {

namespace {

/// UTF-16 units that a byte starts: continuation bytes none, four-byte leads two.
int units(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    if ((value & 0xC0) == 0x80)
        return 0;
    return value >= 0xF0 ? 2 : 1;
}

} // namespace

TextIndex::TextIndex(QByteArrayView utf8)
    : m_text(utf8)
{
    qsizetype position = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        position += units(utf8[i]);
        if (utf8[i] == '\n')
            m_lines.push_back({i + 1, position});
    }
}

int TextIndex::lineOf(qsizetype offset) const
{
    const auto after = std::ranges::upper_bound(m_lines, offset, {}, &Line::offset);
    return std::max(1, int(after - m_lines.begin()));
}

TextPlace TextIndex::place(qsizetype offset) const
{
    offset = std::clamp<qsizetype>(offset, 0, m_text.size());
    const int line = lineOf(offset);
    const Line &start = m_lines[size_t(line - 1)];
    qsizetype column = 0;
    for (qsizetype i = start.offset; i < offset; ++i)
        column += units(m_text[i]);
    return {.line = line, .column = int(column) + 1, .position = start.position + column};
}

qsizetype TextIndex::offset(qsizetype position) const
{
    const auto after = std::ranges::upper_bound(m_lines, position, {}, &Line::position);
    const Line &start = after == m_lines.begin() ? m_lines.front() : *(after - 1);
    qsizetype offset = start.offset;
    for (qsizetype units16 = start.position; offset < m_text.size(); ++offset) {
        const int width = units(m_text[offset]);
        if (width > 0 && units16 >= position)
            break;
        units16 += width;
    }
    return offset;
}

qsizetype TextIndex::lineStart(int line) const { return m_lines[size_t(std::clamp(line, 1, lineCount()) - 1)].offset; }

QByteArrayView TextIndex::line(int line) const
{
    const qsizetype start = lineStart(line);
    qsizetype end = line < lineCount() ? lineStart(line + 1) - 1 : m_text.size();
    if (end > start && m_text[end - 1] == '\r')
        --end;
    return m_text.sliced(start, end - start);
}

} // namespace k8s
