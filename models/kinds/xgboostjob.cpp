// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

namespace models {
// Named by the kind, not hidden: they are template arguments, whose instances must differ between the kinds.
inline constexpr char xgboostjobName[] = "XGBoostJob";
inline constexpr JobTraits xgboostjobTraits {"training.kubeflow.org/job-name", "spec.runPolicy.suspend", "xgboost",
                                             &cells::v1State, &cells::v1Replicas};

extern const KindDescriptor xgboostjobKind;
constinit const KindDescriptor xgboostjobKind {"kubeflow.org",
                                               "v1",
                                               "xgboostjobs",
                                               xgboostjobName,
                                               true,
                                               QT_TRANSLATE_NOOP("Kind", "XGBoost jobs"),
                                               cells::jobColumns<xgboostjobTraits, xgboostjobName>,
                                               Verbs(Verb::Logs) | Verb::Edit | Verb::Suspend | Verb::Delete,
                                               ":/templates/xgboostjob.yaml",
                                               &xgboostjobTraits};

} // namespace models
