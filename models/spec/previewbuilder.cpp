// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/previewbuilder.h"

#include "k8s/spec/document.h"
#include "k8s/spec/frameworks.h"
#include "k8s/spec/podspecs.h"
#include "models/core/format.h"
#include "models/spec/injectedenv.h"
#include "models/spec/previewpods.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

struct PreviewText
{
    Q_DECLARE_TR_FUNCTIONS(SpecPreview)
};

class PreviewMaker
{
public:
    SpecPreview preview;

    void add(k8s::SpecValue root)
    {
        const int podsBefore = preview.podCount;
        m_root = root;
        m_name = root["metadata"]["name"].string();
        if (m_name.isEmpty())
            m_name = root["metadata"]["generateName"].string() + u'*';
        const std::string_view kind = root["kind"].text();
        if (const k8s::Framework *framework = k8s::frameworkOf(root["apiVersion"].text(), kind))
            addFramework(*framework);
        else if (kind == "TrainJob")
            addTrainJob();
        else if (kind == "Notebook")
            previewNotebook(root, m_name, ns(), preview);
        else if (kind == "InferenceService")
            previewInferenceService(root, m_name, ns(), preview);
        else if (kind == "SeldonDeployment")
            previewSeldon(root, m_name, ns(), preview);
        else if (kind == "Experiment" && root["apiVersion"].text() == "kubeflow.org/v1beta1")
            previewExperiment(root, m_name, preview);
        else if (kind == "Job" || kind == "Pod" || kind == "JobSet" || kind == "Deployment" || kind == "StatefulSet")
            addPlain(kind);
        else if (!kind.empty())
            preview.others.append(u"%1 %2"_s.arg(root["kind"].string(), m_name));
        addConsequences();
        if (const QString named = root["metadata"]["namespace"].string();
            preview.podCount > podsBefore && !named.isEmpty())
            preview.ns = named;
    }

private:
    QString ns() const
    {
        const QString ns = m_root["metadata"]["namespace"].string();
        return ns.isEmpty() ? SpecPreview::openNamespace() : ns;
    }

    /// The MPI Operator's jobs: one Service for all workers, and the launcher is a Job.
    bool usesSsh() const { return m_root["apiVersion"].text() == "kubeflow.org/v2beta1"; }

    QString hostOf(const QString &pod, const k8s::Framework &framework) const
    {
        return framework.mpi && usesSsh() ? u"%1.%2.%3.svc"_s.arg(pod, m_name, ns()) : u"%1.%2.svc"_s.arg(pod, ns());
    }

    void addFramework(const k8s::Framework &framework)
    {
        const InjectedEnvironment environment(m_root, framework, m_name, ns());
        std::vector<k8s::PodTemplate> templates = k8s::podTemplates(m_root);
        std::ranges::stable_sort(templates, {}, [&](const k8s::PodTemplate &entry) {
            return std::ranges::find(framework.replicaTypes, entry.role.toStdString()) - framework.replicaTypes.begin();
        });
        int rank = 0;
        for (const k8s::PodTemplate &entry : templates) {
            addPods(preview, podOf(entry.spec), entry.replicas, [&](PreviewPod &pod, int index) {
                pod.role = entry.role;
                const bool launcher = framework.mpi && entry.role == "Launcher"_L1;
                pod.name = launcher ? m_name + (usesSsh() ? u"-launcher-*"_s : u"-launcher"_s)
                                    : u"%1-%2-%3"_s.arg(m_name, entry.role.toLower()).arg(index);
                const bool trains = !launcher && entry.role != "PS"_L1 && entry.role != "Evaluator"_L1;
                pod.rank = trains ? rank++ : -1;
                pod.host = launcher ? QString() : hostOf(pod.name, framework);
                pod.environment = environment.of(entry.role, index, pod.rank);
            });
        }
        if (rank == 0 && preview.pods.isEmpty())
            return;
        if (usesSsh())
            preview.others += {PreviewText::tr("Job %1-launcher").arg(m_name),
                               PreviewText::tr("Service %1").arg(m_name), PreviewText::tr("Secret %1-ssh").arg(m_name)};
        preview.others.append(framework.mpi ? PreviewText::tr("ConfigMap %1-config").arg(m_name)
                                            : PreviewText::tr("A headless Service for each pod"));
    }

    void addTrainJob()
    {
        const k8s::SpecValue trainer = m_root["spec"]["trainer"];
        PreviewPod one;
        one.role = u"node"_s;
        one.image = trainer["image"].exists() ? trainer["image"].string() : PreviewText::tr("the runtime's image");
        addResources(trainer["resourcesPerNode"], one);
        addPods(preview, one, trainer["numNodes"].integer(1), [&](PreviewPod &pod, int index) {
            pod.name = u"%1-node-0-%2-*"_s.arg(m_name).arg(index);
            pod.rank = index;
            pod.host = u"%1-node-0-%2.%1"_s.arg(m_name).arg(index);
            pod.environment = trainJobEnvironment(m_root, m_name, index);
        });
        preview.others.append(PreviewText::tr("JobSet %1").arg(m_name));
        if (!trainer["numNodes"].exists())
            preview.consequences.append(
                PreviewText::tr("The runtime says how many nodes there are: the job does not."));
    }

    void addPlain(std::string_view kind)
    {
        for (const k8s::PodTemplate &entry : k8s::podTemplates(m_root)) {
            addPods(preview, podOf(entry.spec), entry.replicas, [&](PreviewPod &pod, int index) {
                pod.role = entry.role;
                pod.name = kind == "Pod"    ? m_name
                    : kind == "StatefulSet" ? u"%1-%2"_s.arg(m_name).arg(index)
                    : entry.role.isEmpty()  ? m_name + u"-*"_s
                                            : u"%1-%2-%3-*"_s.arg(m_name, entry.role).arg(index);
            });
        }
    }

    void addConsequences()
    {
        const std::string_view kind = m_root["kind"].text();
        const k8s::SpecValue spec = m_root["spec"];
        const bool framework = k8s::frameworkOf(m_root["apiVersion"].text(), kind) != nullptr;
        if (!framework && kind != "Job" && kind != "TrainJob" && kind != "JobSet")
            return;
        const k8s::SpecValue policy = framework ? spec["runPolicy"] : spec;
        if (framework)
            addCleanPodPolicy(policy["cleanPodPolicy"].exists() ? policy["cleanPodPolicy"].text() : "None");
        if (policy["suspend"].boolean())
            preview.consequences.append(
                PreviewText::tr("The job is created suspended: nothing starts before it is resumed."));
        if (policy["ttlSecondsAfterFinished"].exists()) {
            preview.consequences.append(
                PreviewText::tr("The job and its pods are deleted %1 after its end, and the logs with them.")
                    .arg(durationText(policy["ttlSecondsAfterFinished"].integer())));
        }
        if (policy["activeDeadlineSeconds"].exists()) {
            preview.consequences.append(PreviewText::tr("The job fails if it runs longer than %1.")
                                            .arg(durationText(policy["activeDeadlineSeconds"].integer())));
        }
        if (policy["backoffLimit"].exists())
            preview.consequences.append(
                PreviewText::tr("The job fails after %1 restarts.").arg(policy["backoffLimit"].integer()));
        if (kind == "PyTorchJob" && spec["pytorchReplicaSpecs"]["Master"].exists()
            && spec["pytorchReplicaSpecs"]["Worker"].exists())
            preview.consequences.append(
                PreviewText::tr("Every worker first waits for the master's address in an init container."));
    }

    void addCleanPodPolicy(std::string_view policy)
    {
        if (policy == "All")
            preview.consequences.append(
                PreviewText::tr("All pods are deleted when the job ends, and their logs with them."));
        else if (policy == "Running")
            preview.consequences.append(
                PreviewText::tr("Pods that still run or wait when the job ends are deleted; the others stay."));
        else if (policy == "None")
            preview.consequences.append(PreviewText::tr("The pods stay after the job's end, and so do their logs."));
    }

    k8s::SpecValue m_root;
    QString m_name;
};

} // namespace

SpecPreview previewOf(const k8s::SpecText &text)
{
    PreviewMaker builder;
    for (const k8s::SpecPart &part : text.parts()) {
        if (!part.isEmpty() && !part.isBroken())
            builder.add(part.root());
    }
    return std::move(builder.preview);
}

QString SpecPreview::openNamespace() { return PreviewText::tr("<namespace>"); }

QString SpecPreview::total() const
{
    QStringList parts {podCount == 1 ? PreviewText::tr("1 pod") : PreviewText::tr("%1 pods").arg(podCount)};
    if (cpu > 0)
        parts.append(PreviewText::tr("%1 CPU").arg(plainNumber(cpu)));
    if (memory > 0)
        parts.append(bytesText(qint64(memory)).replace(u".0 "_s, u" "_s));
    parts.append(gpus > 0 ? PreviewText::tr("%1 GPU").arg(figureText(gpus, 3)) : PreviewText::tr("no GPU"));
    return parts.join(u" · "_s);
}

} // namespace models
