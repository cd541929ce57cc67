// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/format.h"
#include "models/kinds/cells.h"

using namespace Qt::StringLiterals;

namespace models {
namespace {

Cell status(const k8s::JsonView &node)
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

Cell cpu(const k8s::JsonView &node)
{
    const QString text = node.at("status", "allocatable", "cpu").string();
    return {text, text.endsWith(u'm') ? text.chopped(1).toDouble() / 1000 : text.toDouble()};
}

Cell memory(const k8s::JsonView &node)
{
    const QString text = node.at("status", "allocatable", "memory").string();
    static constexpr QLatin1StringView units[] = {"Ki"_L1, "Mi"_L1, "Gi"_L1, "Ti"_L1};
    double factor = 1;
    for (const auto &unit : units) {
        factor *= 1024;
        if (text.endsWith(unit)) {
            const double bytes = text.chopped(2).toDouble() * factor;
            return {bytesText(qint64(bytes)), bytes};
        }
    }
    const double bytes = text.toDouble();
    return {bytes > 0 ? bytesText(qint64(bytes)) : text, bytes};
}

/// Devices of any vendor: every allocatable resource named <vendor>/gpu or nvidia.com/mig-*.
Cell gpus(const k8s::JsonView &node)
{
    qint64 count = 0;
    node.at("status", "allocatable").forEachMember([&count](std::string_view key, const k8s::JsonView &value) {
        if (key.ends_with("/gpu") || key.starts_with("nvidia.com/mig-"))
            count += value.string().toLongLong();
    });
    return cells::number(count);
}

Cell version(const k8s::JsonView &node) { return {node.at("status", "nodeInfo", "kubeletVersion").string()}; }

constexpr Column columns[] = {
    {QT_TRANSLATE_NOOP("Kind", "Status"), &status, SortKind::Text, ColumnAlign::Left, ColumnLook::State, 16},
    {QT_TRANSLATE_NOOP("Kind", "Name"), &cells::name, SortKind::Text, ColumnAlign::Left, ColumnLook::Strong, 0},
    {QT_TRANSLATE_NOOP("Kind", "Roles"), &roles, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 16},
    {QT_TRANSLATE_NOOP("Kind", "CPU"), &cpu, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 7},
    {QT_TRANSLATE_NOOP("Kind", "Memory"), &memory, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 10},
    {QT_TRANSLATE_NOOP("Kind", "GPUs"), &gpus, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 6},
    {QT_TRANSLATE_NOOP("Kind", "Version"), &version, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 12},
    {QT_TRANSLATE_NOOP("Kind", "Age"), &cells::age, SortKind::Age, ColumnAlign::Right, ColumnLook::Plain, 8},
};

} // namespace

extern const KindDescriptor nodeKind;
constinit const KindDescriptor nodeKind {"",      "v1",   "nodes", "Node", false, QT_TRANSLATE_NOOP("Kind", "Nodes"),
                                         columns, Verbs()};

} // namespace models
