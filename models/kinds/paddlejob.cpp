// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
namespace {

constexpr char kindName[] = "PaddleJob";
constexpr JobTraits traits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "paddle", &cells::v1State,
                            &cells::v1Replicas};

} // namespace

extern const KindDescriptor paddlejobKind;
constinit const KindDescriptor paddlejobKind {"kubeflow.org",
                                              "v1",
                                              "paddlejobs",
                                              kindName,
                                              true,
                                              QT_TRANSLATE_NOOP("Kind", "Paddle jobs"),
                                              cells::jobColumns<traits, kindName>,
                                              Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                              ":/templates/paddlejob.yaml",
                                              &traits};

} // namespace models
