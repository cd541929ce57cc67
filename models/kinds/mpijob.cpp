// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
// Named by the kind, not hidden: they are template arguments, whose instances must differ between the kinds.
inline constexpr char mpijobName[] = "MPIJob";
inline constexpr JobTraits mpijobTraits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "",
                                         &cells::v1State, &cells::v1Replicas};

extern const KindDescriptor mpijobKind;
constinit const KindDescriptor mpijobKind {"kubeflow.org",
                                           "v1",
                                           "mpijobs",
                                           mpijobName,
                                           true,
                                           QT_TRANSLATE_NOOP("Kind", "MPI jobs"),
                                           cells::jobColumns<mpijobTraits, mpijobName>,
                                           Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                           ":/templates/mpijob.yaml",
                                           &mpijobTraits};

} // namespace models
