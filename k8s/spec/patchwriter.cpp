// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/patchwriter.h"

#include "k8s/spec/scalar.h"

#include <algorithm>

namespace k8s {

namespace {

constexpr std::string_view leadingIndicators = "-?:,[]{}#&*!|>'\"%@` \t";
constexpr std::string_view flowIndicators = ",[]{}";

bool isPlainSafe(std::string_view text, bool inFlow)
{
    if (text.empty() || text.back() == ' ' || text.back() == ':')
        return false;
    const bool option = text.size() > 1 && text[0] == '-' && text[1] != ' ' && text != "---";
    if (!option && leadingIndicators.find(text[0]) != std::string_view::npos)
        return false;
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
        return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
        return false;
    return !inFlow || text.find_first_of(flowIndicators) == std::string_view::npos;
}

SpecNode::Kind readBack(std::string_view text)
{
    SpecNode node;
    node.kind = SpecNode::Kind::String;
    node.text = text;
    resolvePlainScalar(node);
    return node.kind;
}

/// A text of several lines that a literal block ("|") gives back as it is.
bool isLiteral(const PatchValue &value)
{
    const std::string &text = value.text;
    const auto isOdd = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f; };
    return value.kind == PatchValue::Kind::String && text.find('\n') < text.size() - 1 && text[0] != ' '
        && text[0] != '\n' && !text.ends_with("\n\n") && std::ranges::none_of(text, isOdd);
}

bool isScalarList(const PatchValue &value)
{
    return value.kind == PatchValue::Kind::List
        && std::ranges::all_of(value.items, [](const PatchValue &item) { return item.isScalar() && !isLiteral(item); });
}

bool isEmptyCollection(const PatchValue &value)
{
    return !value.isScalar() && value.members.empty() && value.items.empty();
}

QByteArray keyText(const std::string &key, bool inFlow) { return PatchWriter::scalar(PatchValue::string(key), inFlow); }

} // namespace

QByteArray PatchWriter::doubleQuoted(std::string_view text)
{
    QByteArray quoted = "\"";
    for (const char c : text) {
        switch (c) {
        case '"':
            quoted += "\\\"";
            break;
        case '\\':
            quoted += "\\\\";
            break;
        case '\n':
            quoted += "\\n";
            break;
        case '\t':
            quoted += "\\t";
            break;
        case '\r':
            quoted += "\\r";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                quoted += "\\x" + QByteArray::number(c, 16).rightJustified(2, '0');
            else
                quoted += c;
        }
    }
    return quoted + '"';
}

QByteArray PatchWriter::singleQuoted(std::string_view text)
{
    return '\'' + QByteArray(text.data(), qsizetype(text.size())).replace("'", "''") + '\'';
}

QByteArray PatchWriter::scalar(const PatchValue &value, bool inFlow)
{
    QByteArray text(value.text.data(), qsizetype(value.text.size()));
    if (value.kind == PatchValue::Kind::Plain)
        return text;
    const bool string = isPlainSafe(value.text, inFlow) && readBack(value.text) == SpecNode::Kind::String
        && !isOldBoolean(value.text) && !isOldOctal(value.text);
    return string ? text : doubleQuoted(value.text);
}

QByteArray PatchWriter::flow(const PatchValue &value)
{
    QByteArrayList parts;
    switch (value.kind) {
    case PatchValue::Kind::Map:
        for (const auto &[key, child] : value.members)
            parts.append(keyText(key, true) + ": " + flow(child));
        return '{' + parts.join(", ") + '}';
    case PatchValue::Kind::List:
        for (const PatchValue &child : value.items)
            parts.append(child.kind == PatchValue::Kind::String ? doubleQuoted(child.text) : flow(child));
        return '[' + parts.join(", ") + ']';
    case PatchValue::Kind::String:
    case PatchValue::Kind::Plain:
        break;
    }
    return scalar(value, true);
}

QByteArray PatchWriter::literal(const std::string &text, int column) const
{
    const QByteArray utf8(text.data(), qsizetype(text.size()));
    const bool ended = utf8.endsWith('\n');
    QByteArray lines = (ended ? " |" : " |-") + m_lineBreak;
    for (const QByteArray &line : (ended ? utf8.chopped(1) : utf8).split('\n'))
        lines += (line.isEmpty() ? line : QByteArray(column + std::max(m_step, 2), ' ') + line) + m_lineBreak;
    return lines;
}

/// What follows "key:" or "-": the rest of the line, and the lines below.
QByteArray PatchWriter::rest(const PatchValue &value, int column) const
{
    if (isLiteral(value))
        return literal(value.text, column);
    if (value.isScalar())
        return ' ' + scalar(value, false) + m_lineBreak;
    if (isEmptyCollection(value) || isScalarList(value))
        return ' ' + flow(value) + m_lineBreak;
    QByteArray lines = m_lineBreak;
    for (const auto &[key, child] : value.members)
        lines += member(key, child, column + m_step);
    for (const PatchValue &child : value.items)
        lines += item(child, m_indentLists ? column + m_step : column);
    return lines;
}

QByteArray PatchWriter::member(const std::string &key, const PatchValue &value, int column) const
{
    return QByteArray(column, ' ') + keyText(key, false) + ':' + rest(value, column);
}

QByteArray PatchWriter::item(const PatchValue &value, int column) const
{
    const QByteArray dash = QByteArray(column, ' ') + '-';
    if (value.kind != PatchValue::Kind::Map || value.members.empty())
        return dash + rest(value, column);
    QByteArray lines;
    for (const auto &[key, child] : value.members)
        lines += member(key, child, column + 2);
    return dash + ' ' + lines.sliced(column + 2);
}

} // namespace k8s
