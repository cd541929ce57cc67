// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/textlayout.h"

#include "k8s/spec/scalar.h"

#include <algorithm>

namespace k8s {

namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

} // namespace

qsizetype TextLayout::lineStart(qsizetype offset) const
{
    return m_text.index().lineStart(m_text.index().lineOf(offset));
}

qsizetype TextLayout::lineEnd(qsizetype offset) const
{
    const qsizetype newline = m_utf8.indexOf('\n', offset);
    const qsizetype end = newline < 0 ? m_utf8.size() : newline;
    return end > offset && m_utf8[end - 1] == '\r' ? end - 1 : end;
}

qsizetype TextLayout::nextLine(qsizetype offset) const
{
    const qsizetype newline = m_utf8.indexOf('\n', offset);
    return newline < 0 ? m_utf8.size() : newline + 1;
}

int TextLayout::column(qsizetype offset) const { return int(offset - lineStart(offset)); }

bool TextLayout::isLineTail(qsizetype offset) const
{
    qsizetype i = offset;
    const qsizetype end = lineEnd(offset);
    while (i < end && (m_utf8[i] == ' ' || m_utf8[i] == '\t'))
        ++i;
    return i == end || (m_utf8[i] == '#' && i > offset);
}

bool TextLayout::isLineHead(qsizetype offset) const
{
    for (qsizetype i = lineStart(offset); i < offset; ++i) {
        if (m_utf8[i] != ' ')
            return false;
    }
    return true;
}

int TextLayout::indentOf(qsizetype start) const
{
    qsizetype i = start;
    while (i < m_utf8.size() && m_utf8[i] == ' ')
        ++i;
    return i == m_utf8.size() || m_utf8[i] == '\n' || m_utf8[i] == '\r' ? -1 : int(i - start);
}

qsizetype TextLayout::commentsAbove(qsizetype offset, int column) const
{
    int line = m_text.index().lineOf(offset);
    while (line > 1) {
        const qsizetype above = m_text.index().lineStart(line - 1);
        const int indent = indentOf(above);
        if (indent < column || m_utf8[above + indent] != '#')
            break;
        --line;
    }
    return m_text.index().lineStart(line);
}

qsizetype TextLayout::behindComments(qsizetype start, int column) const
{
    while (start < m_utf8.size()) {
        const int indent = indentOf(start);
        if (indent <= column || m_utf8[start + indent] != '#')
            break;
        start = nextLine(start);
    }
    return start;
}

bool TextLayout::isInFlow(SpecValue value) const
{
    for (SpecValue around = value.parent(); around.exists(); around = around.parent()) {
        if (around.node().flow)
            return true;
    }
    return false;
}

bool TextLayout::isMarked(SpecValue value) const
{
    const SpecNode &node = value.node();
    if (node.alias || node.offset >= m_utf8.size())
        return node.alias;
    const char first = m_utf8[node.offset];
    return first == '&' || first == '!' || first == '*';
}

QByteArray TextLayout::lineBreak() const
{
    const qsizetype newline = m_utf8.indexOf('\n');
    return newline > 0 && m_utf8[newline - 1] == '\r' ? "\r\n" : "\n";
}

int TextLayout::indentStep() const
{
    for (const SpecPart &part : m_text.parts()) {
        for (SpecValue member : part.root()) {
            const SpecValue first = member.firstChild();
            if (!member.isMap() || member.node().flow || !first.exists() || first.node().keyOffset < 0)
                continue;
            const int step = column(first.node().keyOffset) - column(member.node().keyOffset);
            if (step > 0 && step <= 8)
                return step;
        }
    }
    return 2;
}

namespace {

/// The columns by which the first block list of a tree stands right of its key; -1 without one.
int listIndent(const TextLayout &layout, SpecValue value)
{
    for (SpecValue child : value) {
        if (child.isList() && !child.node().flow && !child.node().alias && child.node().keyOffset >= 0
            && child.size() > 0)
            return layout.column(child.node().offset) - layout.column(child.node().keyOffset);
        if (const int found = listIndent(layout, child); found >= 0)
            return found;
    }
    return -1;
}

} // namespace

bool TextLayout::listsAreIndented() const
{
    for (const SpecPart &part : m_text.parts()) {
        if (const int found = listIndent(*this, part.root()); found >= 0)
            return found > 0;
    }
    return true;
}

qsizetype TextLayout::colonEnd(SpecValue value) const
{
    const SpecNode &node = value.node();
    if (node.keyOffset < 0)
        return -1;
    const qsizetype colon = m_utf8.indexOf(':', node.keyOffset + node.keyLength);
    return colon < 0 ? -1 : colon + 1;
}

qsizetype TextLayout::entryStart(SpecValue value) const
{
    return value.node().keyOffset >= 0 ? value.node().keyOffset : value.node().offset;
}

qsizetype TextLayout::dash(SpecValue item) const
{
    const bool hasOwnStart = item.isMap() && !item.node().flow && item.firstChild().exists();
    qsizetype i = entryStart(hasOwnStart ? item.firstChild() : item) - 1;
    while (i >= 0 && m_utf8[i] == ' ')
        --i;
    return i >= 0 && m_utf8[i] == '-' ? i : -1;
}

qsizetype TextLayout::skipMarks(qsizetype offset) const
{
    while (offset < m_utf8.size() && (m_utf8[offset] == '&' || m_utf8[offset] == '!')) {
        while (offset < m_utf8.size() && !isSpace(m_utf8[offset]))
            ++offset;
        while (offset < m_utf8.size() && isSpace(m_utf8[offset]))
            ++offset;
    }
    return offset;
}

qsizetype TextLayout::blockScalarEnd(const SpecValue &value, qsizetype header) const
{
    const SpecValue parent = value.parent();
    const int outer = !parent.exists() ? -1 : column(entryStart(value.node().keyOffset >= 0 ? value : parent));
    int inner = -1;
    qsizetype end = lineEnd(header);
    for (qsizetype start = nextLine(header); start < m_utf8.size(); start = nextLine(start)) {
        const int indent = indentOf(start);
        if (indent < 0)
            continue;
        if (inner < 0)
            inner = indent;
        if (indent < inner || indent <= outer)
            break;
        end = lineEnd(start);
    }
    return end;
}

/// A plain scalar over several lines: the text is the same but for white space.
qsizetype TextLayout::foldedEnd(qsizetype offset, std::string_view text) const
{
    qsizetype i = offset;
    for (const char c : text) {
        if (isSpace(c))
            continue;
        while (i < m_utf8.size() && isSpace(m_utf8[i]))
            ++i;
        if (i >= m_utf8.size() || m_utf8[i] != c)
            return -1;
        ++i;
    }
    return i;
}

qsizetype TextLayout::scalarEnd(const SpecValue &value) const
{
    const SpecNode &node = value.node();
    if (node.kind == SpecNode::Kind::Null && node.length == 0)
        return node.keyOffset >= 0 ? colonEnd(value) : -1;
    const qsizetype offset = skipMarks(node.offset);
    if (offset >= m_utf8.size())
        return -1;
    const char first = m_utf8[offset];
    if (!node.plain && (first == '"' || first == '\'')) {
        const qsizetype quote = closingQuote(m_utf8, offset);
        return quote < 0 ? -1 : quote + 1;
    }
    if (!node.plain && (first == '|' || first == '>'))
        return blockScalarEnd(value, offset);
    if (node.kind == SpecNode::Kind::Null)
        return node.offset + node.length;
    return foldedEnd(offset, node.text);
}

qsizetype TextLayout::flowEnd(const SpecValue &value) const
{
    const qsizetype start = skipMarks(value.node().offset);
    qsizetype i = start + 1;
    for (SpecValue child : value) {
        const qsizetype childEnd = end(child);
        i = std::max({i, childEnd, qsizetype(child.node().keyOffset + child.node().keyLength)});
    }
    const char closing = start < m_utf8.size() && m_utf8[start] == '{' ? '}' : ']';
    for (; i < m_utf8.size(); ++i) {
        if (m_utf8[i] == closing)
            return i + 1;
        if (m_utf8[i] == '#')
            i = m_utf8.indexOf('\n', i);
        else if (!isSpace(m_utf8[i]) && m_utf8[i] != ',' && m_utf8[i] != ':')
            return -1;
        if (i < 0)
            return -1;
    }
    return -1;
}

qsizetype TextLayout::end(SpecValue value) const
{
    if (!value.exists() || value.node().alias)
        return -1;
    if (value.isScalar())
        return scalarEnd(value);
    if (value.node().flow)
        return flowEnd(value);
    SpecValue last;
    for (SpecValue child : value)
        last = child;
    return last.exists() ? end(last) : -1;
}

} // namespace k8s
