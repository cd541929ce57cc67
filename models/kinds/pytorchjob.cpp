// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
// Named by the kind, not hidden: they are template arguments, whose instances must differ between the kinds.
inline constexpr char pytorchjobName[] = "PyTorchJob";
inline constexpr JobTraits pytorchjobTraits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "pytorch",
                                             &cells::v1State, &cells::v1Replicas};

extern const KindDescriptor pytorchjobKind;
constinit const KindDescriptor pytorchjobKind {"kubeflow.org",
                                               "v1",
                                               "pytorchjobs",
                                               pytorchjobName,
                                               true,
                                               QT_TRANSLATE_NOOP("Kind", "PyTorch jobs"),
                                               cells::jobColumns<pytorchjobTraits, pytorchjobName>,
                                               Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                               ":/templates/pytorchjob.yaml",
                                               &pytorchjobTraits};

} // namespace models
