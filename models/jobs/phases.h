// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/jobdetail.h"
#include "models/jobs/podfacts.h"

namespace models {

/// The moment a job became something.
struct PhaseMark
{
    QDateTime at;
    QString word;

    bool operator==(const PhaseMark &) const = default;
};

/// The moments that a job's own conditions name. A condition that is no longer true still says when it became so.
QList<PhaseMark> phaseMarks(const k8s::JsonView &job);
/// A job's life as stretches: marks of its conditions and, where it has no Running condition, the starts of its pods.
QList<JobPhase> phasesOf(const JobSummary &job, QList<PhaseMark> marks, const QList<PodFacts> &pods);

} // namespace models
