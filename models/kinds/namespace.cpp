// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/cells.h"

namespace models {
namespace {

Cell namespaceStatus(const k8s::JsonView &ns)
{
    const bool active = ns.at("status", "phase").text() == "Active";
    return {ns.at("status", "phase").string(), 0, active ? Tone::Good : Tone::Waiting,
            active ? StateShape::Running : StateShape::Pending};
}

constexpr Column namespaceColumns[] = {
    {QT_TRANSLATE_NOOP("Kind", "Status"), &namespaceStatus, SortKind::Text, ColumnAlign::Left, ColumnLook::State, 14},
    {QT_TRANSLATE_NOOP("Kind", "Name"), &cells::name, SortKind::Text, ColumnAlign::Left, ColumnLook::Strong, 0},
    {QT_TRANSLATE_NOOP("Kind", "Age"), &cells::age, SortKind::Age, ColumnAlign::Right, ColumnLook::Plain, 8},
};

} // namespace

extern const KindDescriptor namespaceKind;
constinit const KindDescriptor namespaceKind {
    "", "v1", "namespaces", "Namespace", false, QT_TRANSLATE_NOOP("Kind", "Namespaces"), namespaceColumns, Verbs()};

} // namespace models
