// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
namespace {

constexpr char kindName[] = "PyTorchJob";
constexpr JobTraits traits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "pytorch", &cells::v1State,
                            &cells::v1Replicas};

} // namespace

extern const KindDescriptor pytorchjobKind;
constinit const KindDescriptor pytorchjobKind {"kubeflow.org",
                                               "v1",
                                               "pytorchjobs",
                                               kindName,
                                               true,
                                               QT_TRANSLATE_NOOP("Kind", "PyTorch jobs"),
                                               cells::jobColumns<traits, kindName>,
                                               Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                               ":/templates/pytorchjob.yaml",
                                               &traits};

} // namespace models
