// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/textpatch.h"

#include "k8s/spec/keyorder.h"
#include "k8s/spec/patchcheck.h"
#include "k8s/spec/patchwriter.h"
#include "k8s/spec/textlayout.h"

#include <algorithm>

namespace k8s {

namespace {

struct Splice
{
    qsizetype offset = 0, length = 0;
    QByteArray replacement {};
};
using Splices = std::vector<Splice>;
using Plan = std::expected<Splices, Message>;

std::unexpected<Message> refused(const char *sentence) { return std::unexpected(Message {sentence}); }

std::unexpected<Message> refusedLayout()
{
    return refused(QT_TRANSLATE_NOOP("Diagnostic",
                                     "This place is written in a way that the form cannot edit: edit it "
                                     "in the YAML."));
}

std::unexpected<Message> refusedAlias()
{
    return refused(QT_TRANSLATE_NOOP(
        "Diagnostic",
        "An anchor or alias stands here: what it means elsewhere would change too. Edit it in the YAML."));
}

std::unexpected<Message> refusedKind()
{
    return refused(
        QT_TRANSLATE_NOOP("Diagnostic", "Something of another kind stands here already: edit it in the YAML."));
}

QByteArray spliced(const QByteArray &utf8, Splices splices)
{
    std::ranges::stable_sort(splices, {}, &Splice::offset);
    QByteArray result;
    qsizetype copied = 0;
    for (const Splice &splice : splices) {
        result += QByteArrayView(utf8).sliced(copied, splice.offset - copied);
        result += splice.replacement;
        copied = splice.offset + splice.length;
    }
    result += QByteArrayView(utf8).sliced(copied);
    return result;
}

SpecValue previousOf(SpecValue value)
{
    SpecValue previous;
    for (SpecValue child : value.parent()) {
        if (child == value)
            break;
        previous = child;
    }
    return previous;
}

/// Finds what of the text has to change for one edit.
class Planner
{
public:
    explicit Planner(const SpecText &text)
        : m_utf8(text.utf8())
        , m_layout(text)
        , m_break(m_layout.lineBreak())
        , m_writer(m_break, m_layout.indentStep(), m_layout.listsAreIndented())
    {
    }

    Plan set(SpecValue value, const PatchValue &wanted) const;
    Plan add(SpecValue around, const SpecStep &step, const PatchValue &wanted) const;
    Plan remove(SpecValue value) const;
    Plan rename(SpecValue value, const std::string &key) const;

private:
    Plan setEmpty(SpecValue value, const PatchValue &wanted) const;
    Plan setBlockScalar(SpecValue value, qsizetype end, const PatchValue &wanted) const;
    QByteArray inStyleOf(SpecValue value, const PatchValue &wanted) const;
    Plan addToFlow(SpecValue around, const SpecStep &step, const PatchValue &wanted) const;
    Plan addToEmpty(SpecValue around, const SpecStep &step, const PatchValue &wanted) const;
    Plan addMember(SpecValue map, const std::string &key, const PatchValue &wanted) const;
    Plan addItem(SpecValue list, const PatchValue &wanted) const;
    Plan insertBehind(SpecValue sibling, const QByteArray &lines, int column) const;
    Splice linesBelow(qsizetype offset, const QByteArray &lines, int column) const;
    Plan removeFromFlow(SpecValue value) const;
    Plan removeFromBlock(SpecValue value) const;
    Plan removeBesideDash(SpecValue value, qsizetype end) const;

    QByteArrayView m_utf8;
    TextLayout m_layout;
    QByteArray m_break;
    PatchWriter m_writer;
};

/// Lines put below the one that holds the offset, and below the comments that belong to what stands there: those
/// further right than the new lines. A last line without end gets one.
Splice Planner::linesBelow(qsizetype offset, const QByteArray &lines, int column) const
{
    const qsizetype below = m_layout.behindComments(m_layout.nextLine(offset), column);
    if (below > 0 && m_utf8[below - 1] == '\n')
        return {.offset = below, .replacement = lines};
    return {.offset = below, .replacement = m_break + lines.chopped(m_break.size())};
}

QByteArray Planner::inStyleOf(SpecValue value, const PatchValue &wanted) const
{
    const char first = m_utf8[value.node().offset];
    if (wanted.kind == PatchValue::Kind::String && !value.node().plain) {
        if (first == '"')
            return PatchWriter::doubleQuoted(wanted.text);
        const bool oneLine
            = std::ranges::none_of(wanted.text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
        if (first == '\'' && oneLine)
            return PatchWriter::singleQuoted(wanted.text);
    }
    return PatchWriter::scalar(wanted, m_layout.isInFlow(value));
}

Plan Planner::setEmpty(SpecValue value, const PatchValue &wanted) const
{
    const qsizetype colon = m_layout.colonEnd(value);
    if (colon < 0)
        return refusedLayout();
    const bool flow = m_layout.isInFlow(value);
    const QByteArray text = ' ' + PatchWriter::scalar(wanted, flow);
    if (value.node().length > 0)
        return Splices {{.offset = value.node().offset, .length = value.node().length, .replacement = text.sliced(1)}};
    return Splices {{.offset = colon, .replacement = text}};
}

Plan Planner::setBlockScalar(SpecValue value, qsizetype end, const PatchValue &wanted) const
{
    const qsizetype header = value.node().offset;
    const qsizetype first = m_layout.nextLine(header);
    qsizetype content = first;
    while (content < end && m_utf8[content] == ' ')
        ++content;
    if (wanted.kind != PatchValue::Kind::String || content >= end || m_utf8[content] == '\n')
        return refusedLayout();
    const QByteArray indent(content - first, ' ');
    QByteArray text(wanted.text.data(), qsizetype(wanted.text.size()));
    if (text.endsWith('\n'))
        text.chop(1);
    QByteArrayList lines = text.split('\n');
    for (QByteArray &line : lines) {
        if (!line.isEmpty())
            line.prepend(indent);
    }
    return Splices {{.offset = first, .length = end - first, .replacement = lines.join(m_break)}};
}

Plan Planner::set(SpecValue value, const PatchValue &wanted) const
{
    if (m_layout.isMarked(value))
        return refusedAlias();
    if (!value.isScalar() || !wanted.isScalar())
        return refusedKind();
    if (value.isNull())
        return setEmpty(value, wanted);
    const qsizetype end = m_layout.end(value);
    if (end < 0)
        return refusedLayout();
    const qsizetype start = value.node().offset;
    if (!value.node().plain && (m_utf8[start] == '|' || m_utf8[start] == '>'))
        return setBlockScalar(value, end, wanted);
    return Splices {{.offset = start, .length = end - start, .replacement = inStyleOf(value, wanted)}};
}

Plan Planner::addToFlow(SpecValue around, const SpecStep &step, const PatchValue &wanted) const
{
    QByteArray text = PatchWriter::flow(wanted);
    if (!step.isIndex())
        text.prepend(PatchWriter::scalar(PatchValue::string(step.key), true) + ": ");
    SpecValue last;
    for (SpecValue child : around)
        last = child;
    if (!last.exists())
        return Splices {{.offset = around.node().offset + 1, .replacement = text}};
    const qsizetype end = m_layout.end(last);
    if (end < 0)
        return refusedLayout();
    return Splices {{.offset = end, .replacement = ", " + text}};
}

/// "key:", "key: {}" and "key: []": the entry goes into lines below.
Plan Planner::addToEmpty(SpecValue around, const SpecStep &step, const PatchValue &wanted) const
{
    const SpecNode &node = around.node();
    const qsizetype colon = m_layout.colonEnd(around);
    if (colon < 0 || m_layout.isInFlow(around))
        return refusedLayout();
    Splices splices;
    qsizetype tail = colon;
    if (around.isNull() ? node.length > 0 : true) {
        const qsizetype end = around.isNull() ? node.offset + node.length : m_layout.end(around);
        if (end < 0)
            return refusedLayout();
        splices.push_back({.offset = colon, .length = end - colon});
        tail = end;
    }
    if (!m_layout.isLineTail(tail))
        return refusedLayout();
    const int column = m_layout.column(node.keyOffset);
    const int below = column + m_layout.indentStep();
    const QByteArray lines = step.isIndex() ? m_writer.item(wanted, m_layout.listsAreIndented() ? below : column)
                                            : m_writer.member(step.key, wanted, below);
    splices.push_back(linesBelow(tail, lines, below));
    return splices;
}

Plan Planner::insertBehind(SpecValue sibling, const QByteArray &lines, int column) const
{
    const qsizetype end = m_layout.end(sibling);
    if (end < 0 || !m_layout.isLineTail(end))
        return refusedLayout();
    return Splices {linesBelow(end, lines, column)};
}

Plan Planner::addMember(SpecValue map, const std::string &key, const PatchValue &wanted) const
{
    const int column = m_layout.column(map.firstChild().node().keyOffset);
    const QByteArray lines = m_writer.member(key, wanted, column);
    const size_t rank = usualPlaceOf(key);
    SpecValue before, last, after;
    for (SpecValue child : map) {
        last = child;
        if (usualPlaceOf(child.key()) <= rank)
            before = child;
        else if (!after.exists())
            after = child;
    }
    const qsizetype start = after.exists() ? after.node().keyOffset : -1;
    if (!before.exists() && start >= 0 && m_layout.isLineHead(start))
        return Splices {{.offset = m_layout.commentsAbove(start, column), .replacement = lines}};
    return insertBehind(before.exists() ? before : last, lines, column);
}

Plan Planner::addItem(SpecValue list, const PatchValue &wanted) const
{
    SpecValue last;
    for (SpecValue child : list)
        last = child;
    const qsizetype dash = m_layout.dash(last);
    if (dash < 0)
        return refusedLayout();
    const int column = m_layout.column(dash);
    if (last.isMap() && last.node().flow && !wanted.isScalar())
        return insertBehind(last, QByteArray(column, ' ') + "- " + PatchWriter::flow(wanted) + m_break, column);
    return insertBehind(last, m_writer.item(wanted, column), column);
}

Plan Planner::add(SpecValue around, const SpecStep &step, const PatchValue &wanted) const
{
    if (around.node().alias || (around.isScalar() && !around.isNull()))
        return around.node().alias ? refusedAlias() : refusedKind();
    if (around.isNull() && m_layout.isMarked(around))
        return refusedAlias();
    if (step.isIndex() ? around.isMap() : around.isList())
        return refusedKind();
    if (step.isIndex() && step.index != around.size())
        return refused(QT_TRANSLATE_NOOP("Diagnostic", "The list has changed meanwhile: look at it again."));
    const bool nestable = around.size() == 0 && !m_layout.isInFlow(around) && around.node().keyOffset >= 0;
    if (around.isNull() || (nestable && !wanted.isScalar() && around.isList()) || (nestable && around.isMap()))
        return addToEmpty(around, step, wanted);
    if (around.node().flow)
        return addToFlow(around, step, wanted);
    return step.isIndex() ? addItem(around, wanted) : addMember(around, step.key, wanted);
}

Plan Planner::removeFromFlow(SpecValue value) const
{
    const SpecValue next = value.next();
    qsizetype start = m_layout.entryStart(value);
    qsizetype end = m_layout.end(value);
    if (end < 0)
        return refusedLayout();
    const SpecValue previous = previousOf(value);
    if (next.exists())
        end = m_layout.entryStart(next);
    else if (previous.exists())
        start = m_layout.end(previous);
    if (start < 0 || end < start || m_utf8.sliced(start, end - start).contains('\n'))
        return refusedLayout();
    return Splices {{.offset = start, .length = end - start}};
}

/// "- name: a" loses its first key: the dash stays.
Plan Planner::removeBesideDash(SpecValue value, qsizetype end) const
{
    const qsizetype start = value.node().keyOffset;
    const SpecValue next = value.next();
    if (!next.exists())
        return Splices {{.offset = start, .length = m_layout.lineEnd(end) - start, .replacement = "{}"}};
    const qsizetype following = next.node().keyOffset;
    if (m_layout.commentsAbove(following, 0) != m_layout.lineStart(following)
        || m_layout.nextLine(end) != m_layout.lineStart(following))
        return refusedLayout(); // comments stand between the two
    return Splices {{.offset = start, .length = following - start}};
}

Plan Planner::removeFromBlock(SpecValue value) const
{
    const qsizetype end = m_layout.end(value);
    const SpecValue parent = value.parent();
    const qsizetype head = parent.isList() ? m_layout.dash(value) : value.node().keyOffset;
    if (end < 0 || head < 0 || !m_layout.isLineTail(end))
        return refusedLayout();
    if (!m_layout.isLineHead(head))
        return parent.isMap() ? removeBesideDash(value, end) : refusedLayout();
    const int column = m_layout.column(head);
    qsizetype start = m_layout.commentsAbove(head, column);
    if (const SpecValue before = previousOf(value); before.size() > 0 && m_layout.end(before) >= 0) // these are its own
        start = std::max(start, m_layout.behindComments(m_layout.nextLine(m_layout.end(before)), column));
    qsizetype behind = m_layout.nextLine(end);
    if (value.size() > 0) // comments at its end, further right than itself, are its own
        behind = m_layout.behindComments(behind, column);
    Splices splices {{.offset = start, .length = behind - start}};
    if (parent.size() > 1)
        return splices;
    const qsizetype colon = m_layout.colonEnd(parent);
    if (colon < 0 || m_layout.isMarked(parent))
        return refusedLayout();
    splices.push_back({.offset = colon, .replacement = parent.isMap() ? " {}" : " []"});
    return splices;
}

Plan Planner::remove(SpecValue value) const
{
    if (value.node().alias || !value.parent().exists())
        return refusedAlias();
    return value.parent().node().flow ? removeFromFlow(value) : removeFromBlock(value);
}

Plan Planner::rename(SpecValue value, const std::string &key) const
{
    const SpecNode &node = value.node();
    if (node.alias || node.keyOffset < 0)
        return refusedAlias();
    const bool flow = value.parent().node().flow || m_layout.isInFlow(value);
    return Splices {{.offset = node.keyOffset,
                     .length = node.keyLength,
                     .replacement = PatchWriter::scalar(PatchValue::string(key), flow)}};
}

Patched finished(const SpecText &text, const Plan &plan, const IntendedPatch &intended)
{
    if (!plan)
        return std::unexpected(plan.error());
    auto after = parseSpec(spliced(text.utf8(), *plan));
    if (!isAsIntended(text, *after, intended))
        return refusedLayout();
    return after;
}

/// The value at the path as far as it exists, and how many steps that is.
std::pair<SpecValue, size_t> walk(SpecValue value, const SpecPath &path)
{
    size_t done = 0;
    for (const SpecStep &step : path) {
        const SpecValue next = step.isIndex() ? (value.isList() ? value.at(step.index) : SpecValue()) : value[step.key];
        if (!next.exists())
            break;
        value = next;
        ++done;
    }
    return {value, done};
}

bool isEditable(const SpecText &text, int part)
{
    return part >= 0 && size_t(part) < text.parts().size() && text.parts()[size_t(part)].root().exists()
        && !text.parts()[size_t(part)].isBroken();
}

std::unexpected<Message> refusedText()
{
    return refused(QT_TRANSLATE_NOOP("Diagnostic", "The YAML must be mended first."));
}

} // namespace

SpecPath pathOf(SpecValue value)
{
    SpecPath path;
    for (; value.parent().exists(); value = value.parent()) {
        if (value.parent().isList())
            path.push_back({.index = value.indexInParent()});
        else
            path.push_back({.key = std::string(value.key())});
    }
    std::ranges::reverse(path);
    return path;
}

SpecValue valueAt(SpecValue root, const SpecPath &path)
{
    const auto [value, done] = walk(root, path);
    return done == path.size() ? value : SpecValue();
}

Patched setValue(const SpecText &text, int part, const SpecPath &path, const PatchValue &value)
{
    if (!isEditable(text, part))
        return refusedText();
    const auto [found, done] = walk(text.parts()[size_t(part)].root(), path);
    const Planner planner(text);
    const IntendedPatch intended {.part = part, .path = path, .value = &value};
    if (done == path.size())
        return finished(text, planner.set(found, value), intended);
    PatchValue inner = value;
    for (size_t i = path.size(); i > done + 1; --i) {
        const SpecStep &step = path[i - 1];
        if (step.isIndex() && step.index != 0)
            return refusedLayout();
        inner = step.isIndex() ? PatchValue::list({inner}) : PatchValue::map({{step.key, inner}});
    }
    return finished(text, planner.add(found, path[done], inner), intended);
}

Patched removeValue(const SpecText &text, int part, const SpecPath &path)
{
    if (!isEditable(text, part))
        return refusedText();
    const SpecValue value = valueAt(text.parts()[size_t(part)].root(), path);
    if (!value.exists() || path.empty())
        return refused(QT_TRANSLATE_NOOP("Diagnostic", "There is nothing to remove."));
    return finished(text, Planner(text).remove(value),
                    {.kind = IntendedPatch::Kind::Remove, .part = part, .path = path});
}

Patched renameKey(const SpecText &text, int part, const SpecPath &path, const std::string &key)
{
    if (!isEditable(text, part))
        return refusedText();
    const SpecValue value = valueAt(text.parts()[size_t(part)].root(), path);
    if (!value.exists() || path.empty() || path.back().isIndex())
        return refused(QT_TRANSLATE_NOOP("Diagnostic", "There is nothing to rename."));
    if (value.parent()[key].exists())
        return refused(QT_TRANSLATE_NOOP("Diagnostic", "A key of this name is there already."));
    return finished(text, Planner(text).rename(value, key),
                    {.kind = IntendedPatch::Kind::Rename, .part = part, .path = path, .key = key});
}

} // namespace k8s
