// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/jsonview.h"
#include "models/jobs/rank.h"

namespace models {

/// What a job's page needs of one pod: its rank, and why it does not run.
struct PodFacts
{
    QString uid;
    Rank rank;
    QString schedulingReason; ///< of PodScheduled=False, e.g. Unschedulable
    QString schedulingMessage; ///< the scheduler's own words
    QString image; ///< of the main container
    QString memoryLimit; ///< of the main container, as written; may be empty
    QString podReason; ///< status.reason, e.g. Evicted
    QString podMessage;
    bool deleting = false;

    bool operator==(const PodFacts &) const = default;
};

/// Reads one pod; `mainContainer` is the framework's container name ("" or absent in the pod: the first one). Any
/// thread.
PodFacts podFacts(const k8s::JsonView &pod, const QString &mainContainer);

/// Ranks in the order of the replica map: master, chief, launcher, then workers and nodes by index, then the rest;
/// numbered where the pods themselves do not say their rank.
QList<PodFacts> inRankOrder(QList<PodFacts> pods);

} // namespace models
