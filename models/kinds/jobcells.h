// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kinds/cells.h"

#include <array>

namespace models::cells {

/// State of a kubeflow.org/v1 job: its last condition that is True (kubectl's State column takes the last one, true or
/// not).
JobState v1State(const k8s::JsonView &job);
/// Replicas of a kubeflow.org/v1 job: status.replicaStatuses against every spec.*ReplicaSpecs.
JobReplicas v1Replicas(const k8s::JsonView &job);

/// A state word of the API with its tone and shape; conditions named Complete and Completed read as Succeeded.
JobState stateOf(std::string_view word);
/// The last condition that is True, if it is one of the final or suspended ones (metav1.Condition users); nullopt
/// otherwise.
std::optional<JobState> decidedState(const k8s::JsonView &conditions);
/// "Terminating" for an object that is being deleted, else `state`.
JobState unlessDeleted(const k8s::JsonView &object, JobState state);

Cell jobState(const JobState &state);
Cell jobReady(const JobReplicas &replicas);
Cell jobReason(const JobState &state);
Cell jobProgress(const k8s::JsonView &job);

template <const JobTraits &traits>
Cell stateCell(const k8s::JsonView &job)
{
    return jobState(traits.state(job));
}

template <const JobTraits &traits>
Cell readyCell(const k8s::JsonView &job)
{
    return jobReady(traits.replicas(job));
}

template <const JobTraits &traits>
Cell reasonCell(const k8s::JsonView &job)
{
    return jobReason(traits.state(job));
}

template <const char *kind>
Cell kindCell(const k8s::JsonView &)
{
    return {QString::fromLatin1(kind)};
}

/// The columns that all job kinds share, so that they fit into one table: the order is JobTable::JobColumn.
template <const JobTraits &traits, const char *kind>
inline constexpr std::array<Column, 9> jobColumns {{
    {QT_TRANSLATE_NOOP("Kind", "State"), &stateCell<traits>, SortKind::Text, ColumnAlign::Left, ColumnLook::State, 13},
    {QT_TRANSLATE_NOOP("Kind", "Name"), &name, SortKind::Text, ColumnAlign::Left, ColumnLook::Strong, 24},
    {QT_TRANSLATE_NOOP("Kind", "Kind"), &kindCell<kind>, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 12},
    {QT_TRANSLATE_NOOP("Kind", "Ready"), &readyCell<traits>, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain,
     7},
    {QT_TRANSLATE_NOOP("Kind", "Progress"), &jobProgress, SortKind::Number, ColumnAlign::Right, ColumnLook::Plain, 12},
    {QT_TRANSLATE_NOOP("Kind", "Loss"), nullptr, SortKind::Number, ColumnAlign::Right, ColumnLook::Curve, 20},
    {QT_TRANSLATE_NOOP("Kind", "Reason"), &reasonCell<traits>, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 0},
    {QT_TRANSLATE_NOOP("Kind", "Age"), &age, SortKind::Age, ColumnAlign::Right, ColumnLook::Plain, 8},
    {QT_TRANSLATE_NOOP("Kind", "Namespace"), &ns, SortKind::Text, ColumnAlign::Left, ColumnLook::Muted, 12},
}};

} // namespace models::cells
