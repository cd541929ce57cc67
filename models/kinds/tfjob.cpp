// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
// Named by the kind, not hidden: they are template arguments, whose instances must differ between the kinds.
inline constexpr char tfjobName[] = "TFJob";
inline constexpr JobTraits tfjobTraits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "tensorflow",
                                        &cells::v1State, &cells::v1Replicas};

extern const KindDescriptor tfjobKind;
constinit const KindDescriptor tfjobKind {"kubeflow.org",
                                          "v1",
                                          "tfjobs",
                                          tfjobName,
                                          true,
                                          QT_TRANSLATE_NOOP("Kind", "TensorFlow jobs"),
                                          cells::jobColumns<tfjobTraits, tfjobName>,
                                          Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                          ":/templates/tfjob.yaml",
                                          &tfjobTraits};

} // namespace models
