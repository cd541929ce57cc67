// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
namespace {

constexpr char kindName[] = "MPIJob";
constexpr JobTraits traits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "", &cells::v1State,
                            &cells::v1Replicas};

} // namespace

extern const KindDescriptor mpijobKind;
constinit const KindDescriptor mpijobKind {"kubeflow.org",
                                           "v1",
                                           "mpijobs",
                                           kindName,
                                           true,
                                           QT_TRANSLATE_NOOP("Kind", "MPI jobs"),
                                           cells::jobColumns<traits, kindName>,
                                           Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                           ":/templates/mpijob.yaml",
                                           &traits};

} // namespace models
