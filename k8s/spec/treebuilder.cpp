// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/treebuilder.h"

#include "k8s/spec/scalar.h"

#include <algorithm>

namespace k8s {

TreeBuilder::TreeBuilder(QByteArrayView utf8, qsizetype base, SpecNodes &nodes, Budget &budget,
                         Diagnostics &diagnostics)
    : m_utf8(utf8)
    , m_base(base)
    , m_nodes(nodes)
    , m_budget(budget)
    , m_diagnostics(diagnostics)
{
}

void TreeBuilder::report(const char *id, qsizetype offset, qsizetype length, Message message, Message remedy)
{
    m_diagnostics.append({.id = id,
                          .offset = offset,
                          .length = std::max<qsizetype>(1, length),
                          .message = std::move(message),
                          .remedy = std::move(remedy)});
}

void TreeBuilder::stop(Diagnostic diagnostic)
{
    m_diagnostics.append(std::move(diagnostic));
    throw ParsingStopped();
}

void TreeBuilder::spend(qsizetype offset, std::int32_t nodes)
{
    m_budget.nodes += nodes;
    if (m_budget.nodes > m_budget.limits.nodes) {
        stop(
            {.id = "yaml/too-many-values",
             .offset = offset,
             .length = 1,
             .message = {QT_TRANSLATE_NOOP("Diagnostic", "The text stands for more than %1 values."),
                         {QString::number(m_budget.limits.nodes)}},
             .remedy = {QT_TRANSLATE_NOOP("Diagnostic", "Aliases of aliases multiply: write them out or drop them.")}});
    }
    if (m_budget.nodes % 1024 == 0 && m_budget.cancelled && m_budget.cancelled())
        throw ParsingStopped();
}

std::int32_t TreeBuilder::append(SpecNode node)
{
    spend(node.offset);
    const auto index = std::int32_t(m_nodes.size());
    if (!m_open.empty()) {
        Frame &frame = m_open.back();
        node.parent = frame.node;
        node.key = std::exchange(frame.key, {});
        node.keyOffset = std::exchange(frame.keyOffset, -1);
        node.keyLength = frame.keyLength;
        SpecNode &parent = m_nodes[size_t(frame.node)];
        if (parent.lastChild >= 0)
            m_nodes[size_t(parent.lastChild)].next = index;
        else
            parent.firstChild = index;
        parent.lastChild = index;
        ++parent.children;
        frame.keyDue = parent.kind == SpecNode::Kind::Map;
    }
    m_nodes.push_back(std::move(node));
    return index;
}

void TreeBuilder::remember(YAML::anchor_t anchor, std::int32_t node)
{
    if (anchor)
        m_anchors[anchor] = {.node = node};
}

void TreeBuilder::takeKey(qsizetype offset, qsizetype length, const std::string &text)
{
    Frame &frame = m_open.back();
    frame.key = text;
    frame.keyOffset = offset;
    frame.keyLength = length;
    frame.keyDue = false;
    checkTabs(offset);
}

void TreeBuilder::refuseKey(qsizetype offset)
{
    stop({.id = "yaml/key",
          .offset = offset,
          .length = 1,
          .message = {QT_TRANSLATE_NOOP("Diagnostic", "A key must be a word, not a list or a map.")},
          .remedy = {QT_TRANSLATE_NOOP("Diagnostic", "Put a template's {{ … }} in quotes.")}});
}

void TreeBuilder::checkTabs(qsizetype offset)
{
    if (m_tabReported || (!m_open.empty() && m_nodes[size_t(m_open.back().node)].flow))
        return;
    qsizetype tab = -1;
    for (qsizetype i = offset - 1; i >= 0 && m_utf8[i] != '\n'; --i) {
        if (m_utf8[i] != ' ' && m_utf8[i] != '\t' && m_utf8[i] != '-')
            return;
        if (m_utf8[i] == '\t')
            tab = i;
    }
    if (tab >= 0) {
        m_tabReported = true;
        report("yaml/tab", tab, 1,
               {QT_TRANSLATE_NOOP("Diagnostic", "A tab indents this line; YAML allows spaces only.")},
               {QT_TRANSLATE_NOOP("Diagnostic", "Replace the tab by spaces.")});
    }
}

void TreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    if (keyIsDue())
        return takeKey(offsetOf(mark), 1, {});
    SpecNode node;
    node.offset = offsetOf(mark);
    const bool written = mark.pos >= 0 && node.offset < m_utf8.size()
        && (m_utf8[node.offset] == '~' || m_utf8[node.offset] == 'n' || m_utf8[node.offset] == 'N');
    node.length = !written ? 0 : m_utf8[node.offset] == '~' ? 1 : 4;
    remember(anchor, append(std::move(node)));
}

void TreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const qsizetype offset = offsetOf(mark);
    const auto found = m_anchors.find(anchor);
    const bool open = found != m_anchors.end()
        && std::ranges::any_of(m_open, [&](const Frame &frame) { return frame.node == found->second.node; });
    if (found == m_anchors.end() || open) {
        stop({.id = "yaml/cycle",
              .offset = offset,
              .length = 1,
              .message = {QT_TRANSLATE_NOOP("Diagnostic", "This alias stands for something that contains itself.")}});
    }
    if (keyIsDue())
        return takeKey(offset, 1, m_nodes[size_t(found->second.node)].text);
    spend(offset, found->second.size - 1); // at once: a bomb is refused before it is made
    SpecNode node = m_nodes[size_t(found->second.node)];
    node.offset = offset;
    node.length = 1;
    node.alias = true;
    node.firstChild = node.lastChild = node.next = -1;
    node.children = 0;
    copyInto(found->second.node, append(std::move(node)), offset, int(m_open.size()) + 1);
}

void TreeBuilder::copyInto(std::int32_t from, std::int32_t into, qsizetype offset, int depth)
{
    if (depth > m_budget.limits.depth) {
        stop({.id = "yaml/too-deep",
              .offset = offset,
              .length = 1,
              .message = {QT_TRANSLATE_NOOP("Diagnostic", "The text is nested more than %1 levels deep."),
                          {QString::number(m_budget.limits.depth)}}});
    }
    std::int32_t last = -1;
    for (std::int32_t child = m_nodes[size_t(from)].firstChild; child >= 0; child = m_nodes[size_t(child)].next) {
        SpecNode copy = m_nodes[size_t(child)];
        copy.alias = true;
        copy.parent = into;
        copy.firstChild = copy.lastChild = copy.next = -1;
        copy.children = 0;
        const auto index = std::int32_t(m_nodes.size());
        m_nodes.push_back(std::move(copy));
        (last >= 0 ? m_nodes[size_t(last)].next : m_nodes[size_t(into)].firstChild) = index;
        last = m_nodes[size_t(into)].lastChild = index;
        ++m_nodes[size_t(into)].children;
        copyInto(child, index, offset, depth + 1);
    }
}

qsizetype TreeBuilder::scalarLength(qsizetype offset, const std::string &value, bool plain) const
{
    if (offset >= m_utf8.size())
        return 0;
    const QByteArrayView rest = m_utf8.sliced(offset);
    if (plain && rest.startsWith(QByteArrayView(value)))
        return qsizetype(value.size());
    const qsizetype newline = rest.indexOf('\n');
    const qsizetype end = newline < 0 ? rest.size() : newline;
    if (!plain && (rest[0] == '"' || rest[0] == '\'')) {
        const qsizetype quote = closingQuote(m_utf8, offset);
        if (quote >= 0 && quote - offset < end)
            return quote - offset + 1;
    }
    return end > 0 && rest[end - 1] == '\r' ? end - 1 : end;
}

void TreeBuilder::checkTag(const std::string &tag, SpecNode &node)
{
    if (tag.empty() || tag == "?" || tag == "!")
        return;
    const std::string_view known = tag;
    if (known == "tag:yaml.org,2002:str") {
        node.plain = false;
        node.kind = node.kind == SpecNode::Kind::Map || node.kind == SpecNode::Kind::List ? node.kind
                                                                                          : SpecNode::Kind::String;
    } else if (!known.starts_with("tag:yaml.org,2002:") || known == "tag:yaml.org,2002:binary") {
        report(
            "yaml/tag", node.offset, 1,
            {QT_TRANSLATE_NOOP("Diagnostic", "The tag %1 means nothing to Kubernetes."), {QString::fromStdString(tag)}},
            {QT_TRANSLATE_NOOP("Diagnostic", "Remove the tag.")});
    }
}

void TreeBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                           const std::string &value)
{
    const bool plain = tag == "?" || tag.empty();
    const qsizetype offset = offsetOf(mark);
    const qsizetype length = scalarLength(offset, value, plain);
    const char first = !plain && offset < m_utf8.size() ? m_utf8[offset] : ' ';
    if ((first == '"' || first == '\'')
        && closingQuote(m_utf8, offset) < 0) // the parser lets it pass at the end of a text
        stop({.id = "yaml/syntax",
              .offset = offset,
              .length = 1,
              .message = {QT_TRANSLATE_NOOP("Diagnostic", "The closing quote is missing.")}});
    if (keyIsDue())
        return takeKey(offset, length, value);
    SpecNode node;
    node.kind = SpecNode::Kind::String;
    node.plain = plain;
    node.offset = offset;
    node.length = length;
    node.text = value;
    if (plain || tag.starts_with("tag:yaml.org,2002:"))
        resolvePlainScalar(node);
    checkTag(tag, node);
    checkTabs(offset);
    if (node.kind == SpecNode::Kind::Float && !std::isfinite(node.number)) {
        report("yaml/not-finite", offset, length,
               {QT_TRANSLATE_NOOP("Diagnostic", "%1 cannot be sent: JSON has no such number."),
                {QString::fromStdString(value)}},
               {QT_TRANSLATE_NOOP("Diagnostic", "Put it in quotes if it is meant as text.")});
    }
    remember(anchor, append(std::move(node)));
}

void TreeBuilder::open(SpecNode node, YAML::anchor_t anchor)
{
    if (keyIsDue())
        refuseKey(node.offset);
    if (int(m_open.size()) >= m_budget.limits.depth) {
        stop({.id = "yaml/too-deep",
              .offset = qsizetype(node.offset),
              .length = 1,
              .message = {QT_TRANSLATE_NOOP("Diagnostic", "The text is nested more than %1 levels deep."),
                          {QString::number(m_budget.limits.depth)}}});
    }
    const bool map = node.kind == SpecNode::Kind::Map;
    const std::int32_t index = append(std::move(node));
    remember(anchor, index);
    m_open.push_back({.node = index, .anchor = anchor, .keyDue = map, .key = {}});
}

void TreeBuilder::close()
{
    const Frame &frame = m_open.back();
    if (const auto found = m_anchors.find(frame.anchor); found != m_anchors.end() && found->second.node == frame.node)
        found->second.size = std::int32_t(m_nodes.size()) - frame.node;
    m_open.pop_back();
}

void TreeBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style)
{
    SpecNode node;
    node.kind = SpecNode::Kind::List;
    node.flow = style == YAML::EmitterStyle::Flow;
    node.offset = offsetOf(mark);
    checkTag(tag, node);
    checkTabs(node.offset);
    open(std::move(node), anchor);
}

void TreeBuilder::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style)
{
    SpecNode node;
    node.kind = SpecNode::Kind::Map;
    node.flow = style == YAML::EmitterStyle::Flow;
    node.offset = offsetOf(mark);
    checkTag(tag, node);
    open(std::move(node), anchor);
}

void TreeBuilder::OnSequenceEnd() { close(); }

void TreeBuilder::OnMapEnd()
{
    const std::int32_t map = m_open.back().node;
    close();
    reportDuplicates(map);
    mergeInto(map);
}

void TreeBuilder::reportDuplicates(std::int32_t map)
{
    std::vector<std::int32_t> members;
    for (std::int32_t i = m_nodes[size_t(map)].firstChild; i >= 0; i = m_nodes[size_t(i)].next)
        members.push_back(i);
    std::ranges::stable_sort(members, {}, [this](std::int32_t i) { return std::string_view(m_nodes[size_t(i)].key); });
    for (size_t i = 1; i < members.size(); ++i) {
        const SpecNode &first = m_nodes[size_t(members[i - 1])];
        const SpecNode &second = m_nodes[size_t(members[i])];
        if (first.key != second.key || second.alias)
            continue;
        const auto line = std::ranges::count(m_utf8.sliced(0, first.keyOffset), '\n') + 1;
        report("yaml/duplicate-key", second.keyOffset, second.keyLength,
               {QT_TRANSLATE_NOOP("Diagnostic", "The key %1 stands here for the second time, first in line %2."),
                {QString::fromStdString(second.key), QString::number(line)}},
               {QT_TRANSLATE_NOOP("Diagnostic", "Keep one of the two.")});
    }
}

void TreeBuilder::mergeInto(std::int32_t map)
{
    const SpecNodes &nodes = m_nodes;
    std::int32_t merge = nodes[size_t(map)].firstChild;
    while (merge >= 0 && nodes[size_t(merge)].key != "<<")
        merge = nodes[size_t(merge)].next;
    if (merge < 0)
        return;
    const SpecNode &node = nodes[size_t(merge)];
    report("yaml/merge-key", node.keyOffset, node.keyLength,
           {QT_TRANSLATE_NOOP("Diagnostic", "Merge keys are no part of YAML 1.2 and are not read here.")},
           {QT_TRANSLATE_NOOP("Diagnostic", "Write the merged fields out.")});
}

} // namespace k8s
