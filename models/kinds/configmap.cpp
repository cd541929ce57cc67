// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/cells.h"

namespace models {
namespace {

Cell data(const k8s::JsonView &map) { return cells::number(map["data"].size() + map["binaryData"].size()); }

constexpr Column configMapColumns[] = {
    {QT_TRANSLATE_NOOP("Kind", "Name"), &cells::name, SortKind::Text, ColumnAlign::Left, ColumnLook::Strong, 0},
    {QT_TRANSLATE_NOOP("Kind", "Data"), &data, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 7},
    {QT_TRANSLATE_NOOP("Kind", "Age"), &cells::age, SortKind::Age, ColumnAlign::Right, ColumnLook::Plain, 8},
    {QT_TRANSLATE_NOOP("Kind", "Namespace"), &cells::ns, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 14},
};

} // namespace

extern const KindDescriptor configmapKind;
constinit const KindDescriptor configmapKind {"",
                                              "v1",
                                              "configmaps",
                                              "ConfigMap",
                                              true,
                                              QT_TRANSLATE_NOOP("Kind", "Config maps"),
                                              configMapColumns,
                                              Verbs(Verb::Edit) | Verb::Delete};

} // namespace models
