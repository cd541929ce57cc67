// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
// Named by the kind, not hidden: they are template arguments, whose instances must differ between the kinds.
inline constexpr char paddlejobName[] = "PaddleJob";
inline constexpr JobTraits paddlejobTraits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "paddle",
                                            &cells::v1State, &cells::v1Replicas};

extern const KindDescriptor paddlejobKind;
constinit const KindDescriptor paddlejobKind {"kubeflow.org",
                                              "v1",
                                              "paddlejobs",
                                              paddlejobName,
                                              true,
                                              QT_TRANSLATE_NOOP("Kind", "Paddle jobs"),
                                              cells::jobColumns<paddlejobTraits, paddlejobName>,
                                              Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                              ":/templates/paddlejob.yaml",
                                              &paddlejobTraits};

} // namespace models
