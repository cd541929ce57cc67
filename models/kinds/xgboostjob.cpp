// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
namespace {

constexpr char kindName[] = "XGBoostJob";
constexpr JobTraits traits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "xgboost", &cells::v1State,
                            &cells::v1Replicas};

} // namespace

extern const KindDescriptor xgboostjobKind;
constinit const KindDescriptor xgboostjobKind {"kubeflow.org",
                                               "v1",
                                               "xgboostjobs",
                                               kindName,
                                               true,
                                               QT_TRANSLATE_NOOP("Kind", "XGBoost jobs"),
                                               cells::jobColumns<traits, kindName>,
                                               Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                               ":/templates/xgboostjob.yaml",
                                               &traits};

} // namespace models
