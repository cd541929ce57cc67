// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/cells.h"
#include "models/kinds/podstatus.h"

namespace models {
namespace {

Cell ready(const k8s::JsonView &pod)
{
    int count = 0;
    pod.at("status", "containerStatuses").forEach([&count](const k8s::JsonView &one) {
        count += one["ready"].boolean() ? 1 : 0;
    });
    return cells::ratio(count, int(pod.at("spec", "containers").size()));
}

Cell restarts(const k8s::JsonView &pod)
{
    qint64 count = 0;
    pod.at("status", "containerStatuses").forEach([&count](const k8s::JsonView &one) {
        count += one["restartCount"].integer();
    });
    auto cell = cells::number(count);
    cell.tone = count > 0 ? Tone::Warning : Tone::Neutral;
    return cell;
}

Cell node(const k8s::JsonView &pod) { return {pod.at("spec", "nodeName").string()}; }

Cell address(const k8s::JsonView &pod) { return {pod.at("status", "podIP").string()}; }

constexpr Column podColumns[] = {
    {QT_TRANSLATE_NOOP("Kind", "Status"), &podStatus, SortKind::Text, ColumnAlign::Left, ColumnLook::State, 18},
    {QT_TRANSLATE_NOOP("Kind", "Name"), &cells::name, SortKind::Text, ColumnAlign::Left, ColumnLook::Strong, 0},
    {QT_TRANSLATE_NOOP("Kind", "Ready"), &ready, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 7},
    {QT_TRANSLATE_NOOP("Kind", "Restarts"), &restarts, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 9},
    {QT_TRANSLATE_NOOP("Kind", "Node"), &node, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 16},
    {QT_TRANSLATE_NOOP("Kind", "IP"), &address, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 15},
    {QT_TRANSLATE_NOOP("Kind", "Age"), &cells::age, SortKind::Age, ColumnAlign::Right, ColumnLook::Plain, 8},
    {QT_TRANSLATE_NOOP("Kind", "Namespace"), &cells::ns, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 14},
};

} // namespace

extern const KindDescriptor podKind;
constinit const KindDescriptor podKind {
    "", "v1", "pods", "Pod", true, QT_TRANSLATE_NOOP("Kind", "Pods"), podColumns, Verbs(Verb::Logs) | Verb::Delete};

} // namespace models
