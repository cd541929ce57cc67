// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/frameworks.h"
#include "k8s/spec/names.h"
#include "k8s/spec/rules_tools.h"
#include "k8s/spec/suggestion.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace training_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto v1Kinds = "kubeflow.org/v1/TFJob kubeflow.org/v1/PyTorchJob kubeflow.org/v1/XGBoostJob "
                         "kubeflow.org/v1/PaddleJob kubeflow.org/v1/JAXJob kubeflow.org/v1/MPIJob";
/// Those that look at replica types and pods alike.
constexpr auto jobKinds = "kubeflow.org/v1/TFJob kubeflow.org/v1/PyTorchJob kubeflow.org/v1/XGBoostJob "
                          "kubeflow.org/v1/PaddleJob kubeflow.org/v1/JAXJob kubeflow.org/v1/MPIJob "
                          "kubeflow.org/v2beta1/MPIJob";
constexpr auto webhookKinds = "kubeflow.org/v1/TFJob kubeflow.org/v1/PyTorchJob kubeflow.org/v1/XGBoostJob "
                              "kubeflow.org/v1/PaddleJob kubeflow.org/v1/JAXJob";
constexpr auto runPolicyKinds = "kubeflow.org/v1/TFJob kubeflow.org/v1/PyTorchJob kubeflow.org/v1/XGBoostJob "
                                "kubeflow.org/v1/PaddleJob";

const Framework &framework(const RuleContext &context)
{
    const Framework *found = frameworkOf(context.root["apiVersion"].text(), context.kind());
    return found ? *found : frameworks().front(); // rules run for their kinds only
}

SpecValue replicaSpecs(const RuleContext &context) { return context.spec()[framework(context).replicaSpecs]; }

SpecValue podSpec(SpecValue replica) { return replica["template"]["spec"]; }

QString typeList(const Framework &framework)
{
    QStringList types;
    for (const std::string_view type : framework.replicaTypes)
        types.append(ruleText(type));
    return types.join(QStringLiteral(", "));
}

void nameIsDns1035(RuleContext &context) { reportNoLabel(context, context.metadata()["name"]); }

void derivedNamesFit(RuleContext &context)
{
    const SpecValue name = context.metadata()["name"];
    QString longest;
    for (SpecValue replica : replicaSpecs(context)) {
        const std::int64_t last = std::max<std::int64_t>(0, replica["replicas"].integer(1) - 1);
        const QString derived = QStringLiteral("%1-%2-%3").arg(name.string(), replica.keyString().toLower()).arg(last);
        if (derived.size() > longest.size())
            longest = derived;
    }
    if (!name.text().empty() && name.text().size() <= 63 && longest.size() > 63)
        context.report(name,
                       {longest, QString::number(longest.size()),
                        QString::number(name.text().size() - size_t(longest.size() - 63))});
}

void replicaSpecsAreGiven(RuleContext &context)
{
    const SpecValue specs = replicaSpecs(context);
    if (!specs.exists() || (specs.isMap() && specs.size() == 0) || specs.isNull())
        context.reportKey(specs.exists() ? specs : context.spec(), {ruleText(framework(context).replicaSpecs)});
}

void replicaTypesAreKnown(RuleContext &context)
{
    const Framework &kind = framework(context);
    for (SpecValue replica : replicaSpecs(context)) {
        if (std::ranges::find(kind.replicaTypes, replica.key()) != kind.replicaTypes.end())
            continue;
        Diagnostic &diagnostic = context.reportKey(replica, {replica.keyString(), ruleText(kind.kind), typeList(kind)});
        const std::string_view nearest
            = nearestWord(replica.key(), {kind.replicaTypes.begin(), kind.replicaTypes.end()});
        if (!nearest.empty())
            RuleContext::offerKey(diagnostic, replica, QByteArray(nearest.data(), qsizetype(nearest.size())));
    }
}

void replicasHaveContainers(RuleContext &context)
{
    for (SpecValue replica : replicaSpecs(context)) {
        const SpecValue containers = podSpec(replica)["containers"];
        if (containers.size() == 0 && (containers.exists() || !podSpec(replica).exists()))
            context.reportKey(containers.exists() ? containers : replica, {replica.keyString()});
    }
}

void trainingContainerIsNamed(RuleContext &context)
{
    const Framework &kind = framework(context);
    for (SpecValue replica : replicaSpecs(context)) {
        const SpecValue containers = podSpec(replica)["containers"];
        if (containers.size() == 0)
            continue;
        const bool found = std::any_of(containers.begin(), containers.end(),
                                       [&](SpecValue container) { return container["name"].text() == kind.container; });
        if (found)
            continue;
        const SpecValue name = containers.at(0)["name"];
        Diagnostic &diagnostic
            = context.report(name.exists() ? name : containers, {ruleText(kind.container), replica.keyString()});
        RuleContext::offer(diagnostic, name, QByteArray(kind.container.data(), qsizetype(kind.container.size())));
    }
}

void containersHaveImages(RuleContext &context)
{
    for (SpecValue replica : replicaSpecs(context)) {
        for (SpecValue container : podSpec(replica)["containers"]) {
            if (container.isMap() && container["image"].text().empty()) {
                const SpecValue image = container["image"];
                context.reportKey(image.exists() ? image : container["name"], {container["name"].string()});
            }
        }
    }
}

void restartPolicyIsKnown(RuleContext &context)
{
    constexpr std::array<std::string_view, 4> known {"Always", "OnFailure", "Never", "ExitCode"};
    for (SpecValue replica : replicaSpecs(context)) {
        const SpecValue policy = replica["restartPolicy"];
        if (!policy.isString() || policy.text().empty() || std::ranges::find(known, policy.text()) != known.end())
            continue;
        Diagnostic &diagnostic = context.report(policy, {policy.string()});
        const std::string_view nearest = nearestWord(policy.text(), {known.begin(), known.end()});
        if (!nearest.empty())
            RuleContext::offer(diagnostic, policy, QByteArray(nearest.data(), qsizetype(nearest.size())));
    }
}

void templateRestartPolicyIsIgnored(RuleContext &context)
{
    for (SpecValue replica : replicaSpecs(context)) {
        const SpecValue inner = podSpec(replica)["restartPolicy"];
        const SpecValue outer = replica["restartPolicy"];
        const std::string_view counts = outer.exists() ? outer.text() : framework(context).defaultRestartPolicy;
        if (inner.exists() && inner.text() != counts)
            context.report(inner, {inner.string(), ruleText(counts)});
    }
}

SpecValue runPolicy(const RuleContext &context) { return context.spec()["runPolicy"]; }

void managedByIsKnown(RuleContext &context)
{
    const SpecValue managedBy = runPolicy(context)["managedBy"];
    if (managedBy.isString() && managedBy.text() != "kubeflow.org/training-operator"
        && managedBy.text() != "kueue.x-k8s.io/multikueue")
        context.report(managedBy, {managedBy.string()});
}

void cleanPodPolicyIsKnown(RuleContext &context)
{
    constexpr std::array<std::string_view, 3> known {"All", "Running", "None"};
    const SpecValue policy = runPolicy(context)["cleanPodPolicy"];
    if (!policy.isString() || policy.text().empty() || std::ranges::find(known, policy.text()) != known.end())
        return;
    Diagnostic &diagnostic = context.report(policy, {policy.string()});
    const std::string_view nearest = nearestWord(policy.text(), {known.begin(), known.end()});
    if (!nearest.empty())
        RuleContext::offer(diagnostic, policy, QByteArray(nearest.data(), qsizetype(nearest.size())));
}

void gangIsNotLargerThanTheJob(RuleContext &context)
{
    const SpecValue minimum = runPolicy(context)["schedulingPolicy"]["minAvailable"];
    std::int64_t replicas = 0;
    for (SpecValue replica : replicaSpecs(context))
        replicas += replica["replicas"].integer(1);
    if (minimum.integer() > replicas)
        context.report(minimum, {minimum.string(), QString::number(replicas)});
}

void backoffLimitNeedsRestarts(RuleContext &context)
{
    const SpecValue limit = runPolicy(context)["backoffLimit"];
    if (!limit.exists() || limit.integer() == 0 || replicaSpecs(context).size() == 0)
        return;
    const SpecValue replicas = replicaSpecs(context);
    const bool never = std::all_of(replicas.begin(), replicas.end(), [&](SpecValue replica) {
        const std::string_view policy = replica["restartPolicy"].text();
        return (policy.empty() ? framework(context).defaultRestartPolicy : policy) == "Never";
    });
    if (never)
        context.report(limit);
}

void deadlinesArePositive(RuleContext &context)
{
    for (const char *field : {"activeDeadlineSeconds", "ttlSecondsAfterFinished", "backoffLimit"}) {
        const SpecValue value = runPolicy(context)[field];
        if (value.integer() < 0)
            context.report(value, {QString::fromUtf8(field)});
    }
}

constexpr std::array rules {
    Rule {"job/name-dns1035", webhookKinds, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be the name of a job: it must start with a small letter and hold "
                            "small letters, digits and dashes only, at most 63."),
          "", "training-operator pkg/webhooks, NameIsDNS1035Label", nameIsDns1035},
    Rule {"job/derived-name", jobKinds, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "The pod and service %1 would have a name of %2 characters; 63 are allowed. "
                            "The API server takes the job, but no pod will start."),
          QT_TRANSLATE_NOOP("Diagnostic", "Use a job name of at most %3 characters."),
          "GenGeneralName; not checked by v1 webhooks", derivedNamesFit, true},
    Rule {"job/replica-specs", jobKinds, Error, QT_TRANSLATE_NOOP("Diagnostic", "The job has no %1."), "",
          "training-operator pkg/webhooks", replicaSpecsAreGiven},
    Rule {"job/replica-type", jobKinds, Error, QT_TRANSLATE_NOOP("Diagnostic", "%2 has no replica type %1."),
          QT_TRANSLATE_NOOP("Diagnostic", "Use one of %3, spelt exactly so."),
          "training-operator pkg/webhooks; TFJob and MPIJob ignore the replica without a word", replicaTypesAreKnown},
    Rule {"job/containers", jobKinds, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 has no container."), "",
          "training-operator pkg/webhooks", replicasHaveContainers},
    Rule {"job/container-name", webhookKinds, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "One container of %2 must be called %1: the operator looks for it."), "",
          "training-operator pkg/webhooks", trainingContainerIsNamed},
    Rule {"job/image", jobKinds, Error, QT_TRANSLATE_NOOP("Diagnostic", "The container %1 has no image."), "",
          "training-operator pkg/webhooks", containersHaveImages},
    Rule {"job/restart-policy", v1Kinds, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no restart policy: use Always, OnFailure, Never or ExitCode."), "",
          "training-operator common_types.go", restartPolicyIsKnown, true},
    Rule {"job/template-restart-policy", v1Kinds, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "The operator replaces this restartPolicy %1 by %2, the one of the replica."),
          QT_TRANSLATE_NOOP("Diagnostic", "Set restartPolicy beside replicas instead."),
          "event SetPodTemplateRestartPolicy", templateRestartPolicyIsIgnored, true},
    Rule {"job/managed-by", runPolicyKinds, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 manages no jobs: use kubeflow.org/training-operator or kueue.x-k8s.io/multikueue."),
          "", "training-operator pkg/webhooks ValidateRunPolicy", managedByIsKnown},
    Rule {"job/clean-pod-policy", jobKinds, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no cleanPodPolicy: use All, Running or None."), "",
          "training-operator common_types.go", cleanPodPolicyIsKnown, true},
    Rule {"job/gang-size", jobKinds, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "minAvailable is %1, but the job has only %2 replicas: it would wait for ever."),
          "", "volcano and scheduler-plugins PodGroup", gangIsNotLargerThanTheJob, true},
    Rule {"job/backoff-never", v1Kinds, Hint,
          QT_TRANSLATE_NOOP("Diagnostic", "backoffLimit counts restarts of containers, and no replica restarts."),
          QT_TRANSLATE_NOOP("Diagnostic", "Set restartPolicy to OnFailure or ExitCode, or remove backoffLimit."),
          "training-operator pkg/core/job.go", backoffLimitNeedsRestarts, true},
    Rule {"job/negative", jobKinds, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must not be negative."), "",
          "training-operator pkg/core/job.go", deadlinesArePositive, true},
};

} // namespace
} // namespace training_file

std::span<const Rule> trainingRules() { return training_file::rules; }

} // namespace k8s
