// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/previewbuilder.h"

#include "k8s/core/quantity.h"
#include "k8s/spec/document.h"
#include "k8s/spec/frameworks.h"
#include "k8s/spec/podspecs.h"
#include "models/core/format.h"
#include "models/spec/injectedenv.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownPods = 200;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpecPreview)
};

double amount(k8s::SpecValue resources, std::string_view resource)
{
    const k8s::SpecValue request = resources["requests"][resource];
    const k8s::SpecValue limit = resources["limits"][resource];
    return k8s::parseQuantity((request.exists() ? request : limit).string()).value_or(0);
}

void addResources(k8s::SpecValue resources, PreviewPod &pod)
{
    pod.cpu += amount(resources, "cpu");
    pod.memory += amount(resources, "memory");
    for (k8s::SpecValue limit : resources["limits"]) {
        const std::string_view name = limit.key();
        const bool gpu = name.ends_with("/gpu") || name.ends_with("/gpu.shared") || name.ends_with("/gaudi")
            || name.starts_with("gpu.intel.com/");
        if (gpu)
            pod.gpus += k8s::parseQuantity(limit.string()).value_or(0);
    }
}

PreviewPod podOf(k8s::SpecValue podSpec)
{
    PreviewPod pod;
    for (k8s::SpecValue container : podSpec["containers"]) {
        if (pod.image.isEmpty())
            pod.image = container["image"].string();
        addResources(container["resources"], pod);
    }
    return pod;
}

/// Collects pods: all are counted, the first ones are kept.
class Builder
{
public:
    SpecPreview preview;

    void add(k8s::SpecValue root)
    {
        m_root = root;
        m_name = root["metadata"]["name"].string();
        if (m_name.isEmpty())
            m_name = root["metadata"]["generateName"].string() + u'*';
        const std::string_view kind = root["kind"].text();
        if (const k8s::Framework *framework = k8s::frameworkOf(root["apiVersion"].text(), kind))
            addFramework(*framework);
        else if (kind == "TrainJob")
            addTrainJob();
        else if (kind == "Job" || kind == "Pod" || kind == "JobSet" || kind == "Deployment" || kind == "StatefulSet")
            addPlain(kind);
        else if (!kind.empty())
            preview.others.append(u"%1 %2"_s.arg(root["kind"].string(), m_name));
        addConsequences();
    }

private:
    void append(PreviewPod pod, std::int64_t count)
    {
        // One replica's resources times their number: a million workers are a figure, not a million entries.
        preview.podCount += int(std::min<std::int64_t>(count, 1'000'000));
        preview.cpu += pod.cpu * double(count);
        preview.memory += pod.memory * double(count);
        preview.gpus += pod.gpus * double(count);
    }

    QString ns() const
    {
        const QString ns = m_root["metadata"]["namespace"].string();
        return ns.isEmpty() ? Text::tr("<namespace>") : ns;
    }

    void addFramework(const k8s::Framework &framework)
    {
        const InjectedEnvironment environment(m_root, framework, m_name);
        std::vector<k8s::PodTemplate> templates = k8s::podTemplates(m_root);
        std::ranges::stable_sort(templates, {}, [&](const k8s::PodTemplate &entry) {
            return std::ranges::find(framework.replicaTypes, entry.role.toStdString()) - framework.replicaTypes.begin();
        });
        int rank = 0;
        for (const k8s::PodTemplate &entry : templates) {
            const std::int64_t count = std::clamp<std::int64_t>(entry.replicas, 0, 1'000'000);
            const PreviewPod one = podOf(entry.spec);
            append(one, count);
            for (int index = 0; index < count && preview.pods.size() < shownPods; ++index) {
                PreviewPod pod = one;
                pod.role = entry.role;
                const bool launcher = framework.mpi && entry.role == "Launcher"_L1;
                pod.name
                    = launcher ? m_name + u"-launcher"_s : u"%1-%2-%3"_s.arg(m_name, entry.role.toLower()).arg(index);
                const bool trains = !launcher && entry.role != "PS"_L1 && entry.role != "Evaluator"_L1;
                pod.rank = trains ? rank++ : -1;
                pod.host = launcher ? QString() : u"%1.%2.svc"_s.arg(pod.name, ns());
                pod.environment = environment.of(entry.role, index, pod.rank);
                preview.pods.append(std::move(pod));
            }
        }
        if (rank == 0 && preview.pods.isEmpty())
            return;
        preview.others.append(framework.mpi ? Text::tr("ConfigMap %1-config").arg(m_name)
                                            : Text::tr("A headless Service for each pod"));
    }

    void addTrainJob()
    {
        const k8s::SpecValue trainer = m_root["spec"]["trainer"];
        PreviewPod one;
        one.role = u"node"_s;
        one.image = trainer["image"].exists() ? trainer["image"].string() : Text::tr("the runtime's image");
        addResources(trainer["resourcesPerNode"], one);
        const std::int64_t nodes = std::clamp<std::int64_t>(trainer["numNodes"].integer(1), 0, 1'000'000);
        append(one, nodes);
        for (int index = 0; index < nodes && preview.pods.size() < shownPods; ++index) {
            PreviewPod pod = one;
            pod.name = u"%1-node-0-%2-*"_s.arg(m_name).arg(index);
            pod.rank = index;
            pod.host = u"%1-node-0-%2.%1"_s.arg(m_name).arg(index);
            pod.environment = trainJobEnvironment(m_root, m_name, index);
            preview.pods.append(std::move(pod));
        }
        preview.others.append(Text::tr("JobSet %1").arg(m_name));
        if (!trainer["numNodes"].exists())
            preview.consequences.append(Text::tr("The runtime says how many nodes there are: the job does not."));
    }

    void addPlain(std::string_view kind)
    {
        for (const k8s::PodTemplate &entry : k8s::podTemplates(m_root)) {
            const PreviewPod one = podOf(entry.spec);
            const std::int64_t count = std::clamp<std::int64_t>(entry.replicas, 0, 1'000'000);
            append(one, count);
            for (int index = 0; index < count && preview.pods.size() < shownPods; ++index) {
                PreviewPod pod = one;
                pod.role = entry.role;
                pod.name = kind == "Pod"    ? m_name
                    : kind == "StatefulSet" ? u"%1-%2"_s.arg(m_name).arg(index)
                    : entry.role.isEmpty()  ? m_name + u"-*"_s
                                            : u"%1-%2-%3-*"_s.arg(m_name, entry.role).arg(index);
                preview.pods.append(std::move(pod));
            }
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
            preview.consequences.append(Text::tr("The job is created suspended: nothing starts before it is resumed."));
        if (policy["ttlSecondsAfterFinished"].exists()) {
            preview.consequences.append(
                Text::tr("The job and its pods are deleted %1 after its end, and the logs with them.")
                    .arg(durationText(policy["ttlSecondsAfterFinished"].integer())));
        }
        if (policy["activeDeadlineSeconds"].exists()) {
            preview.consequences.append(Text::tr("The job fails if it runs longer than %1.")
                                            .arg(durationText(policy["activeDeadlineSeconds"].integer())));
        }
        if (policy["backoffLimit"].exists())
            preview.consequences.append(
                Text::tr("The job fails after %1 restarts.").arg(policy["backoffLimit"].integer()));
        if (kind == "PyTorchJob" && spec["pytorchReplicaSpecs"]["Master"].exists()
            && spec["pytorchReplicaSpecs"]["Worker"].exists())
            preview.consequences.append(
                Text::tr("Every worker first waits for the master's address in an init container."));
    }

    void addCleanPodPolicy(std::string_view policy)
    {
        if (policy == "All")
            preview.consequences.append(Text::tr("All pods are deleted when the job ends, and their logs with them."));
        else if (policy == "Running")
            preview.consequences.append(
                Text::tr("Pods that still run or wait when the job ends are deleted; the others stay."));
        else if (policy == "None")
            preview.consequences.append(Text::tr("The pods stay after the job's end, and so do their logs."));
    }

    k8s::SpecValue m_root;
    QString m_name;
};

} // namespace

SpecPreview previewOf(const k8s::SpecText &text)
{
    Builder builder;
    for (const k8s::SpecPart &part : text.parts()) {
        if (!part.isEmpty() && !part.isBroken())
            builder.add(part.root());
    }
    return std::move(builder.preview);
}

QString SpecPreview::total() const
{
    QStringList parts {podCount == 1 ? Text::tr("1 pod") : Text::tr("%1 pods").arg(podCount)};
    if (cpu > 0)
        parts.append(Text::tr("%1 CPU").arg(figureText(cpu, 3)));
    if (memory > 0)
        parts.append(bytesText(qint64(memory)));
    parts.append(Text::tr("%1 GPU").arg(figureText(gpus, 3)));
    return parts.join(u" · "_s);
}

} // namespace models
