// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/jobdetail.h"
#include "models/jobs/podfacts.h"

namespace models {

/// A warning event about the job itself.
struct JobWarning
{
    QString reason;
    QString message;
};

/// What is wrong with a job, from its pods and its own words: who failed first, else why it does not start.
/// `now` decides what has taken too long. `victims`: pods that did not fail first, whatever the times say
/// (victimsOf()).
Diagnosis diagnose(const JobSummary &job, const QList<PodFacts> &pods, const QList<JobWarning> &warnings,
                   const QDateTime &now, const QStringList &victims = {});

} // namespace models
