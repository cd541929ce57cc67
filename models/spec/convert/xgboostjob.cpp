// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/trainjob.h"

#include <QCoreApplication>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace xgboostjob_file {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

bool reads(SpecValue root)
{
    return root["apiVersion"].text() == "kubeflow.org/v1" && root["kind"].text() == "XGBoostJob";
}

void convert(Converting &converting)
{
    const SpecValue spec = converting.root()["spec"];
    const SpecValue master = spec["xgbReplicaSpecs"]["Master"];
    const SpecValue worker = spec["xgbReplicaSpecs"]["Worker"];
    const SpecValue leading = leadingReplica({master, worker});
    if (!mainContainer(leading["template"]["spec"], "xgboost").exists()) {
        converting.refuse(spec["xgbReplicaSpecs"], Text::tr("The job has no Master and no Worker with a container."),
                          Text::tr("Complete the XGBoostJob first."));
        return;
    }
    TrainJobMaker maker(converting);
    maker.setRuntime(u"xgboost-distributed"_s);
    maker.takeReplicas({master, worker});
    maker.takeTemplate(leading, "xgboost");
    for (SpecValue replica : {master, worker}) {
        maker.takeRestartPolicy(replica);
        if (replica != leading)
            maker.takeOtherTemplate(replica, leading);
    }
    // trainer v2.3.0 pkg/runtime/framework/plugins/xgboost; the operator's own: kubeflow-api.md 3.1.
    converting.remarkLost(
        spec["xgbReplicaSpecs"],
        Text::tr("MASTER_ADDR, MASTER_PORT, RANK, WORLD_SIZE and WORKER_ADDRS are no longer set."),
        Text::tr("Read DMLC_TRACKER_URI, DMLC_TRACKER_PORT, DMLC_TASK_ID and DMLC_NUM_WORKER instead."));
    maker.takeRunPolicy(spec["runPolicy"]);
    maker.finish();
}

} // namespace
} // namespace xgboostjob_file

extern const Converter xgboostJobToTrainJob {"XGBoostJob", "TrainJob", xgboostjob_file::reads,
                                             xgboostjob_file::convert};

} // namespace models
