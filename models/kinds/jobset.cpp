// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
namespace {

JobState jobSetState(const k8s::JsonView &jobSet)
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

JobReplicas jobSetReplicas(const k8s::JsonView &jobSet)
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

} // namespace

// Named by the kind, not hidden: they are template arguments, whose instances must differ between the kinds.
inline constexpr char jobsetName[] = "JobSet";
inline constexpr JobTraits jobsetTraits {"jobset.sigs.k8s.io/jobset-name", "spec.suspend", "", &jobSetState,
                                         &jobSetReplicas};

extern const KindDescriptor jobsetKind;
constinit const KindDescriptor jobsetKind {"jobset.x-k8s.io",
                                           "v1alpha2",
                                           "jobsets",
                                           jobsetName,
                                           true,
                                           QT_TRANSLATE_NOOP("Kind", "Job sets"),
                                           cells::jobColumns<jobsetTraits, jobsetName>,
                                           Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                           nullptr,
                                           &jobsetTraits};

} // namespace models
