// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/cells.h"

namespace models {
namespace {

Cell lastSeen(const k8s::JsonView &event)
{
    for (const auto *key : {"lastTimestamp", "eventTime", "firstTimestamp"}) {
        if (const auto seen = cells::time(event[key].text()); seen.sortKey > 0)
            return seen;
    }
    return cells::age(event);
}

Cell type(const k8s::JsonView &event)
{
    const bool warning = event["type"].text() == "Warning";
    return {event["type"].string(), 0, warning ? Tone::Warning : Tone::Neutral,
            warning ? StateShape::Failed : StateShape::None};
}

Cell reason(const k8s::JsonView &event) { return {event["reason"].string()}; }

Cell object(const k8s::JsonView &event)
{
    const auto involved = event["involvedObject"];
    return {involved["kind"].string() + u'/' + involved["name"].string()};
}

Cell message(const k8s::JsonView &event) { return {event["message"].string().simplified()}; }

Cell count(const k8s::JsonView &event)
{
    return cells::number(event["series"]["count"].integer(event["count"].integer(1)));
}

constexpr Column eventColumns[] = {
    {QT_TRANSLATE_NOOP("Kind", "Last seen"), &lastSeen, SortKind::Age, ColumnAlign::Right, ColumnLook::Plain, 9},
    {QT_TRANSLATE_NOOP("Kind", "Type"), &type, SortKind::Text, ColumnAlign::Left, ColumnLook::Plain, 9},
    {QT_TRANSLATE_NOOP("Kind", "Reason"), &reason, SortKind::Text, ColumnAlign::Left, ColumnLook::Strong, 22},
    {QT_TRANSLATE_NOOP("Kind", "Object"), &object, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 30},
    {QT_TRANSLATE_NOOP("Kind", "Message"), &message, SortKind::Text, ColumnAlign::Left, ColumnLook::Plain, 0},
    {QT_TRANSLATE_NOOP("Kind", "Count"), &count, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 7},
};

} // namespace

extern const KindDescriptor eventKind;
constinit const KindDescriptor eventKind {
    "", "v1", "events", "Event", true, QT_TRANSLATE_NOOP("Kind", "Events"), eventColumns, Verbs()};

} // namespace models
