// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
namespace {

constexpr char kindName[] = "JAXJob";
constexpr JobTraits traits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "jax", &cells::v1State,
                            &cells::v1Replicas};

} // namespace

extern const KindDescriptor jaxjobKind;
constinit const KindDescriptor jaxjobKind {"kubeflow.org",
                                           "v1",
                                           "jaxjobs",
                                           kindName,
                                           true,
                                           QT_TRANSLATE_NOOP("Kind", "JAX jobs"),
                                           cells::jobColumns<traits, kindName>,
                                           Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                           ":/templates/jaxjob.yaml",
                                           &traits};

} // namespace models
