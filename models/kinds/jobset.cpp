// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
namespace {

JobState state(const k8s::JsonView &jobSet)
{
    const auto status = jobSet["status"];
    if (const auto decided = cells::decidedState(status["conditions"]))
        return cells::unlessDeleted(jobSet, *decided);
    bool ready = false, active = false;
    status["replicatedJobsStatus"].forEach([&](const k8s::JsonView &one) {
        ready |= one["ready"].integer() > 0;
        active |= one["active"].integer() > 0;
    });
    return cells::unlessDeleted(jobSet, cells::stateOf(ready ? "Running" : active ? "Pending" : "Created"));
}

JobReplicas replicas(const k8s::JsonView &jobSet)
{
    JobReplicas replicas;
    jobSet.at("spec", "replicatedJobs").forEach([&replicas](const k8s::JsonView &job) {
        replicas.wanted += int(job["replicas"].integer(1));
    });
    jobSet.at("status", "replicatedJobsStatus").forEach([&replicas](const k8s::JsonView &one) {
        replicas.ready += int(one["ready"].integer() + one["succeeded"].integer());
        replicas.failed += int(one["failed"].integer());
    });
    return replicas;
}

constexpr char kindName[] = "JobSet";
constexpr JobTraits traits {"jobset.sigs.k8s.io/jobset-name", "spec.suspend", "", &state, &replicas};

} // namespace

extern const KindDescriptor jobsetKind;
constinit const KindDescriptor jobsetKind {"jobset.x-k8s.io",
                                           "v1alpha2",
                                           "jobsets",
                                           kindName,
                                           true,
                                           QT_TRANSLATE_NOOP("Kind", "Job sets"),
                                           cells::jobColumns<traits, kindName>,
                                           Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                           nullptr,
                                           &traits};

} // namespace models
