// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/yamlout.h"

#include "k8s/spec/jsonwriter.h"
#include "k8s/spec/scalar.h"

#include <algorithm>

namespace models {

namespace {

constexpr qsizetype flowWidth = 110; // a list in one line may be as long as a line of our templates

bool isPlainSafe(std::string_view text)
{
    constexpr std::string_view starts = "-?:,[]{}#&*!|>'\"%@` \t";
    constexpr std::string_view anywhere = ",[]{}"; // matter inside flow lists, where the text may come to stand
    if (text.empty() || text.back() == ' ' || text.back() == ':' || text.find(": ") != text.npos
        || text.find(" #") != text.npos || text.find_first_of(anywhere) != text.npos)
        return false;
    const bool dashedWord = text[0] == '-' && text.size() > 1 && text[1] != ' ' && !text.starts_with("---");
    if (starts.find(text[0]) != starts.npos && !dashedWord)
        return false;
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// Whether another YAML reader would take the plain text for a number, a truth value, a time or nothing.
bool meansSomethingElse(std::string_view text)
{
    k8s::SpecNode node;
    node.text = text;
    k8s::resolvePlainScalar(node);
    if (node.kind != k8s::SpecNode::Kind::String || k8s::isOldBoolean(text) || text == "=" || text == "<<")
        return true;
    // YAML 1.1 has times, numbers in base 60 and numbers with underscores.
    return text[0] >= '0' && text[0] <= '9' && text.find_first_not_of("0123456789-:_.TZ ") == text.npos;
}

bool fitsBlock(std::string_view text)
{
    if (text.find('\n') == text.npos || text[0] == ' ' || text[0] == '\n')
        return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
            return false;
        if (c == ' ' && i + 1 < text.size() && text[i + 1] == '\n')
            return false; // would be there and not be seen
    }
    return true;
}

class Writer
{
public:
    void document(const YamlOut &root)
    {
        comments(root, 0);
        if (root.isEmpty() || root.kind != YamlOut::Kind::Map)
            value(root, 0);
        else
            members(root, 0, false);
    }

    QByteArray take() { return std::move(m_text); }

private:
    void comments(const YamlOut &node, int indent)
    {
        for (const QByteArray &line : node.above)
            m_text += QByteArray(indent, ' ') + line + '\n';
    }

    void endLine(const YamlOut &node)
    {
        if (!node.trailing.isEmpty())
            m_text += ' ' + node.trailing;
        m_text += '\n';
    }

    static QByteArray keyText(const QByteArray &key) { return yamlText({key.constData(), size_t(key.size())}).text; }

    // NOLINTBEGIN(misc-no-recursion): a tree is as deep as its source, which the parser limits
    void members(const YamlOut &map, int indent, bool firstInLine)
    {
        for (const YamlOut &member : map.children) {
            if (!std::exchange(firstInLine, false)) {
                comments(member, indent);
                m_text += QByteArray(indent, ' ');
            }
            m_text += keyText(member.key) + ':';
            value(member, indent);
        }
    }

    void items(const YamlOut &list, int indent)
    {
        for (const YamlOut &item : list.children) {
            comments(item, indent);
            m_text += QByteArray(indent, ' ') + '-';
            if (item.kind == YamlOut::Kind::Map && !item.isEmpty() && !isFlow(item)) {
                m_text += ' ';
                members(item, indent + 2, true);
            } else {
                value(item, indent);
            }
        }
    }

    /// What stands behind the colon or the dash, to the end of the line or of the value.
    void value(const YamlOut &node, int indent)
    {
        const bool isMap = node.kind == YamlOut::Kind::Map;
        if (node.kind == YamlOut::Kind::Block) {
            block(node, indent + 2);
        } else if (node.kind == YamlOut::Kind::Scalar) {
            m_text += ' ' + node.text;
            endLine(node);
        } else if (isFlow(node)) {
            m_text += ' ' + flowText(node);
            endLine(node);
        } else {
            endLine(node);
            isMap ? members(node, indent + 2, false) : items(node, indent + 2);
        }
    }

    static bool isFlow(const YamlOut &node)
    {
        return node.isEmpty() || (node.flow && canFlow(node) && flowText(node).size() <= flowWidth);
    }

    static bool canFlow(const YamlOut &node)
    {
        return std::ranges::all_of(node.children, [](const YamlOut &child) {
            return child.kind != YamlOut::Kind::Block && child.above.isEmpty() && child.trailing.isEmpty()
                && (child.kind == YamlOut::Kind::Scalar || canFlow(child));
        });
    }

    static QByteArray flowText(const YamlOut &node)
    {
        if (node.kind == YamlOut::Kind::Scalar)
            return node.text;
        const bool map = node.kind == YamlOut::Kind::Map;
        QByteArrayList parts;
        for (const YamlOut &child : node.children)
            parts.append(map ? keyText(child.key) + ": " + flowText(child) : flowText(child));
        return (map ? '{' : '[') + parts.join(", ") + (map ? '}' : ']');
    }
    // NOLINTEND(misc-no-recursion)

    void block(const YamlOut &node, int indent)
    {
        const bool ends = node.text.endsWith('\n');
        m_text += !ends ? " |-" : node.text.endsWith("\n\n") ? " |+" : " |";
        endLine(node);
        const QByteArray body = ends ? node.text.chopped(1) : node.text;
        for (const QByteArray &line : body.split('\n'))
            m_text += (line.isEmpty() ? QByteArray() : QByteArray(indent, ' ') + line) + '\n';
    }

    QByteArray m_text;
};

} // namespace

YamlOut *YamlOut::find(std::string_view member)
{
    const auto found = std::ranges::find_if(children, [&](const YamlOut &child) { return child.key == member; });
    return found == children.end() ? nullptr : &*found;
}

const YamlOut *YamlOut::find(std::string_view member) const { return const_cast<YamlOut *>(this)->find(member); }

YamlOut &YamlOut::member(std::string_view member)
{
    if (auto *found = find(member))
        return *found;
    YamlOut &made = children.emplace_back();
    made.key = QByteArray(member.data(), qsizetype(member.size()));
    return made;
}

YamlOut &YamlOut::at(std::string_view dottedPath)
{
    YamlOut *node = this;
    while (!dottedPath.empty()) {
        const size_t dot = dottedPath.find('.');
        node = &node->member(dottedPath.substr(0, dot));
        dottedPath = dot == dottedPath.npos ? std::string_view() : dottedPath.substr(dot + 1);
    }
    return *node;
}

YamlOut &YamlOut::set(std::string_view name, YamlOut value)
{
    YamlOut &place = member(name);
    value.key = std::move(place.key);
    place = std::move(value);
    return place;
}

YamlOut &YamlOut::append(YamlOut value)
{
    if (kind == Kind::Map && children.empty())
        kind = Kind::List;
    return children.emplace_back(std::move(value));
}

YamlOut yamlText(std::string_view utf8, bool quoted)
{
    if (!quoted && fitsBlock(utf8))
        return {.kind = YamlOut::Kind::Block, .text = QByteArray(utf8.data(), qsizetype(utf8.size()))};
    if (quoted || !isPlainSafe(utf8) || meansSomethingElse(utf8))
        return {.kind = YamlOut::Kind::Scalar, .text = k8s::jsonString(utf8)};
    return {.kind = YamlOut::Kind::Scalar, .text = QByteArray(utf8.data(), qsizetype(utf8.size()))};
}

YamlOut yamlNumber(qint64 number) { return {.kind = YamlOut::Kind::Scalar, .text = QByteArray::number(number)}; }

YamlOut yamlBoolean(bool value) { return {.kind = YamlOut::Kind::Scalar, .text = value ? "true" : "false"}; }

YamlOut yamlList() { return {.kind = YamlOut::Kind::List}; }

QByteArray writeYaml(const YamlOut &root)
{
    Writer writer;
    writer.document(root);
    return writer.take();
}

} // namespace models
