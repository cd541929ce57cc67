// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
namespace {

JobState batchJobState(const k8s::JsonView &job)
{
    const auto status = job["status"];
    if (const auto decided = cells::decidedState(status["conditions"]))
        return cells::unlessDeleted(job, *decided);
    const bool ready = status["ready"].integer() > 0, active = status["active"].integer() > 0;
    return cells::unlessDeleted(job, cells::stateOf(ready ? "Running" : active ? "Pending" : "Created"));
}

JobReplicas batchJobReplicas(const k8s::JsonView &job)
{
    const auto spec = job["spec"], status = job["status"];
    const qint64 parallelism = spec["parallelism"].integer(1);
    return {int(status["ready"].integer() + status["succeeded"].integer()),
            int(qMax(parallelism, spec["completions"].integer(parallelism))), int(status["failed"].integer())};
}

} // namespace

// Named by the kind, not hidden: they are template arguments, whose instances must differ between the kinds.
inline constexpr char jobName[] = "Job";
inline constexpr JobTraits jobTraits {"batch.kubernetes.io/job-name", "spec.suspend", "", &batchJobState,
                                      &batchJobReplicas};

extern const KindDescriptor jobKind;
constinit const KindDescriptor jobKind {"batch",
                                        "v1",
                                        "jobs",
                                        jobName,
                                        true,
                                        QT_TRANSLATE_NOOP("Kind", "Jobs"),
                                        cells::jobColumns<jobTraits, jobName>,
                                        Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                        ":/templates/job.yaml",
                                        &jobTraits};

} // namespace models
