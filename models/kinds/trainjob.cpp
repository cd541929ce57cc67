// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
namespace {

/// A TrainJob has no Running condition: it runs when its JobSet's jobs do (status.jobsStatus counts jobs, not pods).
JobState trainJobState(const k8s::JsonView &job)
{
    const auto status = job["status"];
    if (const auto decided = cells::decidedState(status["conditions"]))
        return cells::unlessDeleted(job, *decided);
    bool ready = false, active = false, failed = false;
    status["jobsStatus"].forEach([&](const k8s::JsonView &one) {
        ready |= one["ready"].integer() > 0;
        active |= one["active"].integer() > 0;
        failed |= one["failed"].integer() > 0;
    });
    const auto *word = ready ? "Running" : failed ? "Restarting" : active ? "Pending" : "Created";
    return cells::unlessDeleted(job, cells::stateOf(word));
}

JobReplicas trainJobReplicas(const k8s::JsonView &job)
{
    JobReplicas replicas;
    const int nodes = int(job.at("spec", "trainer", "numNodes").integer());
    job.at("status", "jobsStatus").forEach([&](const k8s::JsonView &one) {
        const int size = one["name"].text() == "node" && nodes > 0 ? nodes : 1;
        replicas.wanted += size;
        if (one["ready"].integer() + one["succeeded"].integer() > 0)
            replicas.ready += size;
        replicas.failed += int(one["failed"].integer());
    });
    if (replicas.wanted == 0)
        replicas.wanted = nodes;
    return replicas;
}

} // namespace

// Named by the kind, not hidden: they are template arguments, whose instances must differ between the kinds.
inline constexpr char trainjobName[] = "TrainJob";
inline constexpr JobTraits trainjobTraits {"jobset.sigs.k8s.io/jobset-name", "spec.suspend", "node", &trainJobState,
                                           &trainJobReplicas};

extern const KindDescriptor trainjobKind;
constinit const KindDescriptor trainjobKind {"trainer.kubeflow.org",
                                             "v1alpha1",
                                             "trainjobs",
                                             trainjobName,
                                             true,
                                             QT_TRANSLATE_NOOP("Kind", "Train jobs"),
                                             cells::jobColumns<trainjobTraits, trainjobName>,
                                             Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                             ":/templates/trainjob.yaml",
                                             &trainjobTraits};

} // namespace models
