// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
// Named by the kind, not hidden: they are template arguments, whose instances must differ between the kinds.
inline constexpr char jaxjobName[] = "JAXJob";
inline constexpr JobTraits jaxjobTraits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "jax",
                                         &cells::v1State, &cells::v1Replicas};

extern const KindDescriptor jaxjobKind;
constinit const KindDescriptor jaxjobKind {"kubeflow.org",
                                           "v1",
                                           "jaxjobs",
                                           jaxjobName,
                                           true,
                                           QT_TRANSLATE_NOOP("Kind", "JAX jobs"),
                                           cells::jobColumns<jaxjobTraits, jaxjobName>,
                                           Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                           ":/templates/jaxjob.yaml",
                                           &jaxjobTraits};

} // namespace models
