// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/v1job.h"

#include "k8s/core/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace tfjobv1alpha1_file {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

/// kubeflow/tf-operator v0.1: pkg/apis/tensorflow/v1alpha1.
constexpr auto defaultImage = "tensorflow/tensorflow:1.3.0";
constexpr int defaultPort = 2222;

std::string_view typeOf(SpecValue replica)
{
    const QString type = replica["tfReplicaType"].string().toUpper();
    return type == "WORKER"_L1 ? "Worker" : type == "PS"_L1 ? "PS" : "Master";
}

void takePort(Converting &converting, YamlOut &replica, SpecValue port)
{
    if (!port.exists())
        return;
    auto &containers = replica.at("template.spec.containers").children;
    if (port.integer() == defaultPort || containers.empty()) {
        converting.noteKept(port, Text::tr("The port that the operator takes by itself."));
        return;
    }
    YamlOut named;
    named.set("name", yamlText("tfjob-port"));
    named.set("containerPort", yamlNumber(port.integer()));
    containers.front().member("ports").append(std::move(named));
    converting.noteChanged(port, Text::tr("Is the container's port tfjob-port now."));
}

void takeReplica(Converting &converting, V1JobMaker &maker, SpecValue replica)
{
    const std::string_view type = typeOf(replica);
    YamlOut &out = maker.addReplica(type, replica["replicas"].integer(1));
    converting.copier().copyComments(replica, out);
    if (replica["replicas"].exists())
        converting.noteKept(replica["replicas"], Text::tr("Stays the number of replicas."));
    if (replica["tfReplicaType"].exists())
        converting.noteKept(replica["tfReplicaType"], Text::tr("Is the key %1 now.").arg(QString::fromUtf8(type)));
    if (replica["template"].exists()) {
        maker.takeTemplate(out, replica["template"]);
    } else {
        const SpecValue image = converting.root()["spec"]["tfImage"];
        maker.addContainer(out).set("image", yamlText(image.exists() ? image.text() : std::string_view(defaultImage)));
        converting.noteLost(
            replica,
            Text::tr("The old operator brought a TensorFlow server of its own for replicas without a template."),
            Text::tr("Write its command, or leave the replicas out if the program needs none."));
    }
    takePort(converting, out, replica["tfPort"]);
}

void takeTermination(Converting &converting, SpecValue policy)
{
    const SpecValue chief = policy["chief"];
    if (!chief.exists())
        return;
    const QString name = chief["replicaName"].string().toUpper();
    const bool first = chief["replicaIndex"].integer(0) == 0;
    const auto replicas = converting.root()["spec"]["replicaSpecs"];
    const bool hasMaster
        = std::any_of(replicas.begin(), replicas.end(), [](SpecValue replica) { return typeOf(replica) == "Master"; });
    if (first && (name == "MASTER"_L1 || (name == "WORKER"_L1 && !hasMaster)))
        converting.noteKept(policy, Text::tr("The operator ends the job by itself when that replica has ended."));
    else
        converting.noteLost(
            policy,
            Text::tr("The job ends with its Master, or with worker 0 if it has none; %1 %2 cannot decide.")
                .arg(k8s::plainText(name, 60))
                .arg(chief["replicaIndex"].integer(0)),
            Text::tr("Make that replica the Chief."));
}

bool reads(SpecValue root)
{
    const std::string_view version = root["apiVersion"].text();
    const QString kind = root["kind"].string();
    return (version == "kubeflow.org/v1alpha1" || version == "tensorflow.org/v1alpha1")
        && kind.compare("TFJob"_L1, Qt::CaseInsensitive) == 0;
}

void convert(Converting &converting)
{
    const SpecValue spec = converting.root()["spec"];
    if (spec["replicaSpecs"].size() == 0) {
        converting.refuse(spec, Text::tr("The job has no replicaSpecs."), Text::tr("Complete the TFJob first."));
        return;
    }
    V1JobMaker maker(converting, "TFJob");
    converting.noteChanged(converting.root()["apiVersion"], Text::tr("Is kubeflow.org/v1 now."));
    converting.keepMetadata(maker.job());
    for (SpecValue replica : spec["replicaSpecs"])
        takeReplica(converting, maker, replica);
    takeTermination(converting, spec["terminationPolicy"]);
    for (const char *internal : {"RuntimeId", "runtimeId"}) {
        if (spec[internal].exists())
            converting.noteChanged(spec[internal], Text::tr("Left out: the old operator wrote it itself."));
    }
    if (spec["tfImage"].exists())
        converting.noteKept(spec["tfImage"], Text::tr("The image of the replicas without a template."));
    if (spec["tensorboard"].exists())
        converting.noteLost(
            spec["tensorboard"], Text::tr("A TFJob of v1 starts no TensorBoard."),
            Text::tr(
                "Make a Tensorboard of tensorboard.kubeflow.org, or a Deployment, that reads the same log folder."));
    maker.finish();
}

} // namespace
} // namespace tfjobv1alpha1_file

extern const Converter oldTfJobToTfJob {"TFJob v1alpha1", "TFJob", tfjobv1alpha1_file::reads,
                                        tfjobv1alpha1_file::convert};

} // namespace models
