// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/trainjob.h"

#include <QCoreApplication>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace jaxjob_file {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

bool reads(SpecValue root) { return root["apiVersion"].text() == "kubeflow.org/v1" && root["kind"].text() == "JAXJob"; }

void convert(Converting &converting)
{
    const SpecValue spec = converting.root()["spec"];
    const SpecValue worker = spec["jaxReplicaSpecs"]["Worker"];
    if (!mainContainer(worker["template"]["spec"], "jax").exists()) {
        converting.refuse(spec["jaxReplicaSpecs"], Text::tr("The job has no Worker with a container."),
                          Text::tr("Complete the JAXJob first."));
        return;
    }
    TrainJobMaker maker(converting);
    maker.setRuntime(u"jax-distributed"_s);
    maker.takeReplicas({worker});
    maker.takeTemplate(worker, "jax");
    maker.takeRestartPolicy(worker);
    // trainer v2.3.0 pkg/runtime/framework/plugins/jax; the operator's own: kubeflow-api.md 3.1.
    converting.remarkLost(
        spec["jaxReplicaSpecs"],
        Text::tr("COORDINATOR_ADDRESS, COORDINATOR_PORT, NUM_PROCESSES and PROCESS_ID are no longer set."),
        Text::tr("Read JAX_COORDINATOR_ADDRESS, JAX_NUM_PROCESSES and JAX_PROCESS_ID instead."));
    maker.takeRunPolicy(spec["runPolicy"]);
    maker.finish();
}

} // namespace
} // namespace jaxjob_file

extern const Converter jaxJobToTrainJob {"JAXJob", "TrainJob", jaxjob_file::reads, jaxjob_file::convert};

} // namespace models
