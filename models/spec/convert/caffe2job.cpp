// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/v1job.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace caffe2job_file {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

/// kubeflow/caffe2-operator: replicaSpecs is one replica spec, or in its proposal a list with ReplicaType.
bool isHelper(SpecValue replica) { return replica["ReplicaType"].string().toUpper() == "HELPER"_L1; }

QList<SpecValue> replicasOf(SpecValue spec)
{
    const SpecValue given = spec["replicaSpecs"];
    if (!given.isList())
        return {given};
    QList<SpecValue> replicas;
    for (SpecValue replica : given)
        replicas.append(replica);
    return replicas;
}

void takeReplicas(Converting &converting, V1JobMaker &maker, const QList<SpecValue> &replicas)
{
    bool masterMade = false;
    const auto add = [&](const char *type, std::int64_t count, SpecValue source) {
        YamlOut &out = maker.addReplica(type, count);
        maker.takeTemplate(out, source["template"]);
    };
    for (SpecValue replica : replicas) {
        if (isHelper(replica)) {
            converting.noteLost(replica, Text::tr("A PyTorchJob has no helper pods."),
                                Text::tr("torch.distributed meets at the Master and needs no Redis."));
            continue;
        }
        std::int64_t count = std::max<std::int64_t>(1, replica["replicas"].integer(1));
        if (!std::exchange(masterMade, true)) {
            add("Master", 1, replica);
            --count;
        }
        if (count > 0)
            add("Worker", count, replica);
        if (replica["replicas"].exists())
            converting.noteChanged(replica["replicas"],
                                   Text::tr("One replica in all is the Master, the others are Workers."));
        if (replica["ReplicaType"].exists())
            converting.noteChanged(replica["ReplicaType"], Text::tr("The first replica is the Master."));
    }
}

bool reads(SpecValue root)
{
    return root["apiVersion"].text() == "kubeflow.org/v1alpha1" && root["kind"].text() == "Caffe2Job";
}

void convert(Converting &converting)
{
    const SpecValue spec = converting.root()["spec"];
    const QList<SpecValue> replicas = replicasOf(spec);
    if (!replicas.value(0)["template"]["spec"]["containers"].at(0).exists()) {
        converting.refuse(spec, Text::tr("The job has no replicaSpecs with a container."),
                          Text::tr("Complete the Caffe2Job first."));
        return;
    }
    V1JobMaker maker(converting, "PyTorchJob");
    converting.noteChanged(
        converting.root()["kind"],
        Text::tr("Caffe2 became a part of PyTorch in 2018: a PyTorchJob starts the same pods."),
        Text::tr("The program must train with torch; Caffe2's own modules are no longer in its releases."));
    converting.keepMetadata(maker.job());
    takeReplicas(converting, maker, replicas);
    for (const char *backend : {"backend", "backendSpecs"}) {
        if (spec[backend].exists())
            converting.noteLost(
                spec[backend],
                Text::tr("The pods of a PyTorchJob meet at the Master: there is no Redis or NFS between them."),
                Text::tr("Let the program call torch.distributed.init_process_group with the backend gloo or nccl."));
    }
    if (spec["terminationPolicy"].exists())
        converting.noteChanged(spec["terminationPolicy"], Text::tr("A PyTorchJob ends with its Master."));
    for (const char *internal : {"runtimeID", "RuntimeID", "runtimeId"}) {
        if (spec[internal].exists())
            converting.noteChanged(spec[internal], Text::tr("Left out: the old operator wrote it itself."));
    }
    maker.finish();
}

} // namespace
} // namespace caffe2job_file

extern const Converter caffe2JobToPyTorchJob {"Caffe2Job", "PyTorchJob", caffe2job_file::reads,
                                              caffe2job_file::convert};

} // namespace models
