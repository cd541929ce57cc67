// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/convert/converting.h"

namespace models {

/// Makes a TrainJob of a job of kubeflow.org/v1: what is the same for all frameworks. Call take…() for the parts of the
/// source, then finish(). Sources: trainer v2.3.0 pkg/apis/trainer/v1alpha1, docs/operator-guides/runtime-patches.md.
class TrainJobMaker
{
public:
    explicit TrainJobMaker(Converting &converting);

    /// A runtime of the cluster, or with own = true a TrainingRuntime beside the job.
    void setRuntime(const QString &name, bool own = false);
    /// numNodes is the sum of the replicas of these specs.
    void takeReplicas(const QList<k8s::SpecValue> &replicas);
    /// image, command, args, env and resources of the container go into spec.trainer, the rest of the pod into patches.
    void takeTemplate(k8s::SpecValue replica, std::string_view containerName);
    /// The template of a further replica type: all nodes have one, so what is different is lost.
    void takeOtherTemplate(k8s::SpecValue replica, k8s::SpecValue taken);
    void takeRestartPolicy(k8s::SpecValue replica);
    void takeRunPolicy(k8s::SpecValue policy);
    void finish();

    Converting &converting() { return m_converting; }
    YamlOut &trainer() { return m_trainer; }
    k8s::SpecValue container() const { return m_container; } ///< the one that was taken
    const QString &name() const { return m_name; }

private:
    void takeContainer(k8s::SpecValue container);
    void takeEnvironment(k8s::SpecValue env);
    void takePorts(k8s::SpecValue ports);
    void takePod(k8s::SpecValue spec);
    void takePodMetadata(k8s::SpecValue metadata);
    void takeManagedBy(k8s::SpecValue managedBy);
    void takeCleanPodPolicy(k8s::SpecValue policy);
    void takeScheduling(k8s::SpecValue policy);
    void differ(k8s::SpecValue taken, k8s::SpecValue other, const QString &takenName);
    YamlOut patches();

    Converting &m_converting;
    YamlOut m_job, m_spec, m_trainer, m_pod, m_podMetadata, m_nodeContainer;
    k8s::SpecValue m_container;
    QString m_name;
};

/// The words for what only a runtime of one's own can say.
QString ownRuntimeRemedy();
/// The named container of a pod spec, else the first.
k8s::SpecValue mainContainer(k8s::SpecValue podSpec, std::string_view name);
/// The replica spec whose template counts for all: the one with most replicas, the later one among equals.
k8s::SpecValue leadingReplica(const QList<k8s::SpecValue> &replicas);

} // namespace models
