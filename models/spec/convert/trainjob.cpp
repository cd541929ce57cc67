// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/trainjob.h"

#include "k8s/core/plaintext.h"
#include "k8s/spec/jsonwriter.h"
#include "k8s/spec/trainerenvironment.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace {

struct TrainJobText
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

constexpr TrainerVersion runtimePatchesSince {2, 2};
constexpr TrainerVersion podTemplateOverridesSince {2, 1};
constexpr auto patchManager = "pilothouse.example/convert";

/// A field of the pod that a TrainJob may change, and since when.
struct PodField
{
    std::string_view name;
    TrainerVersion since;
};
constexpr std::array podFields {
    PodField {"affinity", {2, 1}},
    PodField {"imagePullSecrets", {2, 1}},
    PodField {"nodeSelector", {2, 0}},
    PodField {"schedulingGates", {2, 1}},
    PodField {"securityContext", {2, 2}},
    PodField {"serviceAccountName", {2, 0}},
    PodField {"terminationGracePeriodSeconds", {2, 2}},
    PodField {"tolerations", {2, 0}},
    PodField {"volumes", {2, 0}},
};

bool isSame(SpecValue a, SpecValue b) { return k8s::toJson(a) == k8s::toJson(b); }

SpecValue named(SpecValue list, std::string_view name)
{
    for (SpecValue item : list) {
        if (item["name"].text() == name)
            return item;
    }
    return {};
}

bool hasNames(SpecValue list)
{
    return list.isList() && std::all_of(list.begin(), list.end(), [](SpecValue item) { return item["name"].exists(); });
}

} // namespace

QString ownRuntimeRemedy() { return TrainJobText::tr("Set it in a TrainingRuntime of your own and refer to that."); }

SpecValue mainContainer(SpecValue podSpec, std::string_view name)
{
    const SpecValue found = named(podSpec["containers"], name);
    return found.exists() ? found : podSpec["containers"].at(0);
}

SpecValue leadingReplica(const QList<SpecValue> &replicas)
{
    SpecValue leading;
    for (SpecValue replica : replicas) {
        if (replica.exists() && (!leading.exists() || replica["replicas"].integer(1) >= leading["replicas"].integer(1)))
            leading = replica;
    }
    return leading;
}

TrainJobMaker::TrainJobMaker(Converting &converting)
    : m_converting(converting)
    , m_job(converting.document("trainer.kubeflow.org/v1alpha1", "TrainJob"))
    , m_name(converting.root()["metadata"]["name"].string())
{
    converting.keepMetadata(m_job);
    converting.copier().copyComments(converting.root()["spec"], m_job.member("spec"));
    m_spec = m_job.member("spec");
}

void TrainJobMaker::setRuntime(const QString &name, bool own)
{
    YamlOut reference;
    reference.set("name", yamlText(name.toStdString()));
    if (own)
        reference.set("kind", yamlText("TrainingRuntime"));
    m_spec.set("runtimeRef", std::move(reference));
}

void TrainJobMaker::takeReplicas(const QList<SpecValue> &replicas)
{
    std::int64_t nodes = 0;
    for (SpecValue replica : replicas)
        nodes += replica.exists() ? replica["replicas"].integer(1) : 0;
    m_trainer.set("numNodes", yamlNumber(nodes));
    for (SpecValue replica : replicas) {
        if (replica["replicas"].exists())
            m_converting.noteKept(replica["replicas"],
                                  TrainJobText::tr("Counts in spec.trainer.numNodes, %1 in all.").arg(nodes));
    }
}

// The pod

void TrainJobMaker::takeTemplate(SpecValue replica, std::string_view containerName)
{
    const SpecValue spec = replica["template"]["spec"];
    m_container = mainContainer(spec, containerName);
    takePodMetadata(replica["template"]["metadata"]);
    takeContainer(m_container);
    takePod(spec);
}

void TrainJobMaker::takePodMetadata(SpecValue metadata)
{
    for (SpecValue member : metadata) {
        const bool patchable = member.key() == "labels" || member.key() == "annotations";
        if (patchable && m_converting.options().trainer >= podTemplateOverridesSince)
            m_converting.keep(member, m_podMetadata, member.key(), TrainJobText::tr("part of the pods' patch"));
        else if (patchable)
            m_converting.noteLost(member,
                                  TrainJobText::tr("A TrainJob of Trainer 2.0 cannot change the metadata of its pods."),
                                  ownRuntimeRemedy());
        else
            m_converting.noteChanged(member, TrainJobText::tr("Left out: it never took effect in a pod template."));
    }
}

void TrainJobMaker::takeContainer(SpecValue container)
{
    for (SpecValue field : container) {
        const std::string_view key = field.key();
        if (key == "name")
            m_converting.noteChanged(field, TrainJobText::tr("The runtime's container is called node."));
        else if (key == "image" || key == "command" || key == "args")
            m_converting.keep(field, m_trainer, key, u"spec.trainer."_s + field.keyString());
        else if (key == "env")
            takeEnvironment(field);
        else if (key == "resources")
            m_converting.keep(field, m_trainer, "resourcesPerNode", u"spec.trainer.resourcesPerNode"_s);
        else if (key == "volumeMounts"
                 || (key == "securityContext" && m_converting.options().trainer >= runtimePatchesSince))
            m_converting.keep(field, m_nodeContainer, key, TrainJobText::tr("part of the patch of the container node"));
        else if (key == "ports")
            takePorts(field);
        else
            m_converting.noteLost(field,
                                  TrainJobText::tr("A TrainJob cannot set %1 of its container.").arg(field.keyString()),
                                  ownRuntimeRemedy());
    }
}

void TrainJobMaker::takePorts(SpecValue ports)
{
    m_converting.noteChanged(
        ports, TrainJobText::tr("Left out: the runtime opens its own port, and pods reach each other on any."));
}

void TrainJobMaker::takeEnvironment(SpecValue env)
{
    YamlOut variables = yamlList();
    m_converting.copier().copyComments(env, variables);
    variables.flow = env.node().flow;
    for (SpecValue variable : env) {
        const SpecValue name = variable["name"];
        if (std::ranges::find(k8s::reservedEnvironment, name.text()) != k8s::reservedEnvironment.end())
            m_converting.noteChanged(variable,
                                     TrainJobText::tr("Left out: the Trainer sets %1 itself.").arg(name.string()));
        else
            variables.append(m_converting.copy(variable));
    }
    if (variables.isEmpty())
        return;
    m_trainer.set("env", std::move(variables));
    m_converting.noteKept(env, TrainJobText::tr("Is %1 now.").arg(u"spec.trainer.env"_s));
}

void TrainJobMaker::takePod(SpecValue spec)
{
    for (SpecValue field : spec) {
        const std::string_view key = field.key() == "serviceAccount" ? "serviceAccountName" : field.key();
        const auto known = std::ranges::find(podFields, key, &PodField::name);
        if (key == "containers") {
            for (SpecValue container : field) {
                if (container != m_container)
                    m_converting.noteLost(container, TrainJobText::tr("A TrainJob cannot add a container to its pods."),
                                          ownRuntimeRemedy());
            }
        } else if (key == "restartPolicy") {
            m_converting.noteChanged(field,
                                     TrainJobText::tr("Left out: the operator overwrote it with the replica's own."));
        } else if (known != podFields.end() && m_converting.options().trainer >= known->since) {
            m_converting.keep(field, m_pod, key, TrainJobText::tr("part of the pods' patch"));
        } else if (known != podFields.end()) {
            m_converting.noteLost(field,
                                  TrainJobText::tr("A TrainJob can set %1 from Trainer %2.%3 on.")
                                      .arg(field.keyString())
                                      .arg(known->since.major)
                                      .arg(known->since.minor),
                                  ownRuntimeRemedy());
        } else {
            m_converting.noteLost(field,
                                  TrainJobText::tr("A TrainJob cannot set %1 of its pods.").arg(field.keyString()),
                                  ownRuntimeRemedy());
        }
    }
}

// Templates that should be one

void TrainJobMaker::takeOtherTemplate(SpecValue replica, SpecValue taken)
{
    const SpecValue other = replica["template"];
    if (!other.exists())
        return;
    if (isSame(other, taken["template"]))
        m_converting.noteKept(
            other, TrainJobText::tr("The same as %1's: all nodes have one template.").arg(taken.keyString()));
    else
        differ(taken["template"], other, taken.keyString());
    m_converting.use(other);
}

// NOLINTNEXTLINE(misc-no-recursion): the parser limits the depth
void TrainJobMaker::differ(SpecValue taken, SpecValue other, const QString &takenName)
{
    if (isSame(taken, other))
        return;
    const bool lists = hasNames(taken) && hasNames(other) && other.size() > 0;
    if (!lists && (!taken.isMap() || !other.isMap())) {
        m_converting.noteLost(other, TrainJobText::tr("Differs from %1's, which all nodes have now.").arg(takenName),
                              TrainJobText::tr("Let the program choose by its rank, or keep the old job."));
        return;
    }
    const auto counterpart
        = [lists](SpecValue child, SpecValue in) { return lists ? named(in, child["name"].text()) : in[child.key()]; };
    for (SpecValue child : other) {
        const SpecValue same = counterpart(child, taken);
        if (same.exists())
            differ(same, child, takenName);
        else
            m_converting.noteLost(
                child,
                TrainJobText::tr("%1 does not have it, and its template is that of all nodes now.").arg(takenName),
                TrainJobText::tr("Give it to all nodes, or let the program choose by its rank."));
    }
    for (SpecValue child : taken) {
        if (!counterpart(child, other).exists())
            m_converting.noteChanged(other,
                                     TrainJobText::tr("Has %1 as well now, as %2 has.")
                                         .arg(lists ? child["name"].string() : child.keyString(), takenName));
    }
}

void TrainJobMaker::takeRestartPolicy(SpecValue replica)
{
    const SpecValue policy = replica["restartPolicy"];
    if (!policy.exists())
        return;
    if (policy.text() == "OnFailure")
        m_converting.noteKept(policy, TrainJobText::tr("The pods of a JobSet restart on failure as well."));
    else
        m_converting.noteLost(
            policy, TrainJobText::tr("A TrainJob cannot say %1.").arg(k8s::plainText(policy.string(), 60)),
            TrainJobText::tr("Set restartPolicy in the pod template of a TrainingRuntime of your own."));
}

// Run policy

void TrainJobMaker::takeRunPolicy(SpecValue policy)
{
    for (SpecValue field : policy) {
        const std::string_view key = field.key();
        if (key == "suspend")
            m_converting.keep(field, m_spec, key, u"spec.suspend"_s);
        else if (key == "managedBy")
            takeManagedBy(field);
        else if (key == "activeDeadlineSeconds" && m_converting.options().trainer >= runtimePatchesSince)
            m_converting.keep(field, m_spec, key, u"spec.activeDeadlineSeconds"_s);
        else if (key == "cleanPodPolicy")
            takeCleanPodPolicy(field);
        else if (key == "ttlSecondsAfterFinished")
            m_converting.noteLost(
                field, TrainJobText::tr("A TrainJob stays until someone deletes it."),
                TrainJobText::tr("Set ttlSecondsAfterFinished in the JobSet template of a TrainingRuntime of "
                                 "your own, or delete the TrainJob."));
        else if (key == "backoffLimit")
            m_converting.noteLost(
                field, TrainJobText::tr("A TrainJob has no limit of restarts of its own."),
                TrainJobText::tr(
                    "Set failurePolicy.maxRestarts in the JobSet template of a TrainingRuntime of your own."));
        else if (key == "schedulingPolicy")
            takeScheduling(field);
        else
            m_converting.noteLost(field, TrainJobText::tr("A TrainJob has no %1.").arg(field.keyString()),
                                  ownRuntimeRemedy());
    }
}

void TrainJobMaker::takeManagedBy(SpecValue managedBy)
{
    if (managedBy.text() != "kubeflow.org/training-operator")
        return m_converting.keep(managedBy, m_spec, "managedBy", u"spec.managedBy"_s);
    m_converting.noteChanged(managedBy, TrainJobText::tr("Left out: the Trainer manages its jobs without being told."));
}

void TrainJobMaker::takeCleanPodPolicy(SpecValue policy)
{
    if (policy.text() == "Running")
        m_converting.noteKept(policy, TrainJobText::tr("A JobSet ends the pods that still run when the job is done."));
    else if (policy.text() == "All")
        m_converting.noteLost(policy, TrainJobText::tr("The pods of a TrainJob stay until it is deleted."),
                              TrainJobText::tr("Delete the TrainJob when it has ended."));
    else
        m_converting.noteChanged(
            policy,
            TrainJobText::tr("Pods that have ended stay; those that still run when the job is done are ended."));
}

void TrainJobMaker::takeScheduling(SpecValue policy)
{
    for (SpecValue field : policy) {
        if (field.key() == "queue")
            m_converting.noteLost(
                field, TrainJobText::tr("A TrainJob names no queue."),
                TrainJobText::tr("For Kueue set the label kueue.x-k8s.io/queue-name, for Volcano podGroupPolicy "
                                 "in a TrainingRuntime of your own."));
        else
            m_converting.noteLost(field, TrainJobText::tr("Gangs are the runtime's business."),
                                  TrainJobText::tr("Set podGroupPolicy in a TrainingRuntime of your own."));
    }
    m_converting.use(policy);
}

// Putting it together

YamlOut TrainJobMaker::patches()
{
    YamlOut pod = m_pod;
    if (!m_nodeContainer.isEmpty()) {
        YamlOut container;
        container.set("name", yamlText("node"));
        std::ranges::copy(m_nodeContainer.children, std::back_inserter(container.children));
        pod.member("containers").append(std::move(container));
    }
    const TrainerVersion version = m_converting.options().trainer;
    YamlOut patch;
    if (version >= runtimePatchesSince) {
        YamlOut node;
        node.set("name", yamlText("node"));
        YamlOut &podTemplate = node.at("template.spec.template");
        if (!m_podMetadata.isEmpty())
            podTemplate.set("metadata", m_podMetadata);
        if (!pod.isEmpty())
            podTemplate.set("spec", std::move(pod));
        patch.set("manager", yamlText(patchManager));
        patch.at("trainingRuntimeSpec.template.spec.replicatedJobs").append(std::move(node));
        return patch;
    }
    YamlOut target;
    target.set("name", yamlText("node"));
    patch.member("targetJobs").append(std::move(target));
    if (version < podTemplateOverridesSince) {
        std::ranges::move(pod.children, std::back_inserter(patch.children));
        return patch;
    }
    if (!m_podMetadata.isEmpty())
        patch.set("metadata", m_podMetadata);
    if (!pod.isEmpty())
        patch.set("spec", std::move(pod));
    return patch;
}

void TrainJobMaker::finish()
{
    // In the order of our templates, whatever the order of the source.
    constexpr std::array<std::string_view, 7> trainerOrder {"numNodes", "numProcPerNode",  "image", "command", "args",
                                                            "env",      "resourcesPerNode"};
    std::ranges::stable_sort(m_trainer.children, {}, [&](const YamlOut &field) {
        return std::ranges::find(trainerOrder, std::string_view(field.key.constData(), size_t(field.key.size())))
            - trainerOrder.begin();
    });
    YamlOut spec = m_spec;
    spec.children.clear();
    for (YamlOut &field : m_spec.children) {
        if (field.key == "runtimeRef")
            spec.children.push_back(std::move(field));
    }
    spec.set("trainer", m_trainer);
    if (!m_pod.isEmpty() || !m_nodeContainer.isEmpty() || !m_podMetadata.isEmpty()) {
        const TrainerVersion version = m_converting.options().trainer;
        const auto *field = version >= runtimePatchesSince ? "runtimePatches"
            : version >= podTemplateOverridesSince         ? "podTemplateOverrides"
                                                           : "podSpecOverrides";
        spec.member(field).append(patches());
    }
    for (YamlOut &field : m_spec.children) {
        if (!field.key.isEmpty() && field.key != "runtimeRef")
            spec.children.push_back(std::move(field));
    }
    m_job.set("spec", std::move(spec));
    m_converting.add(std::move(m_job));
}

} // namespace models
