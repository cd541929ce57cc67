// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
namespace {

constexpr char kindName[] = "TFJob";
constexpr JobTraits traits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "tensorflow", &cells::v1State,
                            &cells::v1Replicas};

} // namespace

extern const KindDescriptor tfjobKind;
constinit const KindDescriptor tfjobKind {"kubeflow.org",
                                          "v1",
                                          "tfjobs",
                                          kindName,
                                          true,
                                          QT_TRANSLATE_NOOP("Kind", "TensorFlow jobs"),
                                          cells::jobColumns<traits, kindName>,
                                          Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                          ":/templates/tfjob.yaml",
                                          &traits};

} // namespace models
