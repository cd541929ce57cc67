// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/core/quantity.h"
#include "models/core/accelerators.h"
#include "models/core/format.h"
#include "models/kinds/cells.h"

using namespace Qt::StringLiterals;

namespace models {
namespace {

Cell nodeStatus(const k8s::JsonView &node)
{
    bool ready = false;
    node.at("status", "conditions").forEach([&ready](const k8s::JsonView &condition) {
        if (condition["type"].text() == "Ready")
            ready = condition["status"].text() == "True";
    });
    if (!ready)
        return {u"NotReady"_s, 0, Tone::Bad, StateShape::Failed};
    if (node.at("spec", "unschedulable").boolean())
        return {u"Ready,SchedulingDisabled"_s, 0, Tone::Warning, StateShape::Suspended};
    return {u"Ready"_s, 0, Tone::Good, StateShape::Running};
}

Cell roles(const k8s::JsonView &node)
{
    QStringList names;
    node.at("metadata", "labels").forEachMember([&names](std::string_view key, const k8s::JsonView &) {
        constexpr std::string_view prefix = "node-role.kubernetes.io/";
        if (key.starts_with(prefix))
            names += QString::fromUtf8(key.data() + prefix.size(), qsizetype(key.size() - prefix.size()));
    });
    return {names.join(u',')};
}

double amount(const k8s::JsonView &node, const char *resource)
{
    return k8s::parseQuantity(node.at("status", "allocatable", resource).string()).value_or(0);
}

Cell cpu(const k8s::JsonView &node)
{
    const double cores = amount(node, "cpu");
    return {figureText(cores, 4), cores};
}

Cell memory(const k8s::JsonView &node)
{
    const double bytes = amount(node, "memory");
    return {bytesText(qint64(bytes)), bytes};
}

/// Devices of any vendor.
Cell gpus(const k8s::JsonView &node) { return cells::number(qint64(accelerators(node.at("status", "allocatable")))); }

Cell version(const k8s::JsonView &node) { return {node.at("status", "nodeInfo", "kubeletVersion").string()}; }

constexpr Column nodeColumns[] = {
    {QT_TRANSLATE_NOOP("Kind", "Status"), &nodeStatus, SortKind::Text, ColumnAlign::Left, ColumnLook::State, 16},
    {QT_TRANSLATE_NOOP("Kind", "Name"), &cells::name, SortKind::Text, ColumnAlign::Left, ColumnLook::Strong, 0},
    {QT_TRANSLATE_NOOP("Kind", "Roles"), &roles, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 12},
    {QT_TRANSLATE_NOOP("Kind", "CPU"), &cpu, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 7},
    {QT_TRANSLATE_NOOP("Kind", "Memory"), &memory, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 10},
    {QT_TRANSLATE_NOOP("Kind", "GPUs"), &gpus, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 6},
    {QT_TRANSLATE_NOOP("Kind", "CPU requested"), nullptr, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 14},
    {QT_TRANSLATE_NOOP("Kind", "Memory requested"), nullptr, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain,
     17},
    {QT_TRANSLATE_NOOP("Kind", "GPUs held"), nullptr, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 10},
    {QT_TRANSLATE_NOOP("Kind", "Version"), &version, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 12},
    {QT_TRANSLATE_NOOP("Kind", "Age"), &cells::age, SortKind::Age, ColumnAlign::Right, ColumnLook::Plain, 8},
};

} // namespace

extern const KindDescriptor nodeKind;
constinit const KindDescriptor nodeKind {
    "", "v1", "nodes", "Node", false, QT_TRANSLATE_NOOP("Kind", "Nodes"), nodeColumns, Verbs()};

} // namespace models
