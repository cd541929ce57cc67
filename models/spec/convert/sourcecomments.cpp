// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/sourcecomments.h"

#include <algorithm>

namespace models {

using k8s::SpecNode;
using k8s::SpecValue;

namespace {

constexpr int commentLimit = 60; // lines above one field

} // namespace

YamlOut SourceCopier::scalar(SpecValue value) const
{
    const SpecNode &node = value.node();
    switch (node.kind) {
    case SpecNode::Kind::Null:
        return {.kind = YamlOut::Kind::Scalar, .text = "null"};
    case SpecNode::Kind::String:
        break;
    default:
        return {.kind = YamlOut::Kind::Scalar, .text = QByteArray::fromStdString(node.text)};
    }
    const QByteArray &utf8 = m_text.utf8();
    const bool quoted = !node.plain && node.offset < utf8.size()
        && (utf8[qsizetype(node.offset)] == '"' || utf8[qsizetype(node.offset)] == '\'');
    return yamlText(node.text, quoted && node.text.find('\n') == node.text.npos);
}

YamlOut SourceCopier::copy(SpecValue value) const // NOLINT(misc-no-recursion): the parser limits the depth
{
    YamlOut out;
    if (value.isScalar()) {
        out = scalar(value);
    } else if (value.exists()) {
        out.kind = value.isList() ? YamlOut::Kind::List : YamlOut::Kind::Map;
        out.flow = value.node().flow;
        for (SpecValue child : value)
            out.children.push_back(copy(child));
    }
    out.key = QByteArray(value.key().data(), qsizetype(value.key().size()));
    copyComments(value, out);
    return out;
}

void SourceCopier::copyComments(SpecValue value, YamlOut &into) const
{
    if (!value.exists() || value.node().alias)
        return;
    into.above = above(value);
    into.trailing = trailing(value);
}

QByteArray SourceCopier::comment(int line) const
{
    const QByteArrayView text = m_text.index().line(line).trimmed();
    return text.startsWith('#') ? text.toByteArray() : QByteArray();
}

QByteArrayList SourceCopier::above(SpecValue value) const
{
    const SpecNode &node = value.node();
    const SpecValue parent = value.parent();
    const bool hasKey = node.keyOffset >= 0;
    if (!parent.exists() || parent.node().flow)
        return {};
    if (hasKey && parent.parent().isList() && parent.node().offset == node.keyOffset)
        return {}; // the first line of a list entry: the entry has them
    const int line = m_text.index().lineOf(qsizetype(hasKey ? node.keyOffset : node.offset));
    QByteArrayList lines;
    for (int i = line - 1; i >= 1 && lines.size() < commentLimit; --i) {
        const QByteArray found = comment(i);
        if (found.isEmpty())
            break;
        lines.prepend(found);
    }
    return lines;
}

QByteArray SourceCopier::trailing(SpecValue value) const
{
    const SpecNode &node = value.node();
    const QByteArray &utf8 = m_text.utf8();
    qsizetype end = qsizetype(node.offset + node.length);
    const bool block = value.isString() && !node.plain && node.offset < utf8.size()
        && (utf8[qsizetype(node.offset)] == '|' || utf8[qsizetype(node.offset)] == '>');
    if (block || (value.isScalar() && node.text.find('\n') != node.text.npos))
        return {};
    if (!value.isScalar()) {
        if (node.flow || node.keyOffset < 0
            || m_text.index().lineOf(qsizetype(node.offset)) == m_text.index().lineOf(qsizetype(node.keyOffset)))
            return {};
        end = utf8.indexOf(':', qsizetype(node.keyOffset + node.keyLength)) + 1;
    } else if (node.kind == SpecNode::Kind::Null && node.length == 0) {
        return {};
    }
    if (end <= 0 || end >= utf8.size())
        return {};
    const int line = m_text.index().lineOf(end - 1);
    const qsizetype lineEnd = m_text.index().lineStart(line) + m_text.index().line(line).size();
    if (end >= lineEnd)
        return {};
    const QByteArrayView rest = QByteArrayView(utf8).sliced(end, lineEnd - end);
    const QByteArrayView text = rest.trimmed();
    return rest.startsWith(' ') && text.startsWith('#') ? text.toByteArray() : QByteArray();
}

QByteArrayList SourceCopier::head(const k8s::SpecPart &part) const
{
    const SpecValue first = part.root().firstChild();
    if (!first.exists() || first.node().keyOffset < 0)
        return {};
    const int begin = m_text.index().lineOf(part.offset());
    const int firstLine = m_text.index().lineOf(qsizetype(first.node().keyOffset));
    const int own = firstLine - int(above(first).size()); // those belong to the first field
    QByteArrayList lines;
    for (int line = begin; line < own && lines.size() < commentLimit; ++line) {
        if (const QByteArray found = comment(line); !found.isEmpty())
            lines.append(found);
    }
    return lines;
}

} // namespace models
