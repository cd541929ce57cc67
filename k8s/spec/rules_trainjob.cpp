// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/names.h"
#include "k8s/spec/rules_tools.h"
#include "k8s/spec/trainerenvironment.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace trainjob_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto trainJob = "trainer.kubeflow.org/v1alpha1/TrainJob";
constexpr auto runtimes
    = "trainer.kubeflow.org/v1alpha1/TrainingRuntime trainer.kubeflow.org/v1alpha1/ClusterTrainingRuntime";

void nameIsDns1035(RuleContext &context) { reportNoLabel(context, context.metadata()["name"]); }

void podNamesFit(RuleContext &context)
{
    const SpecValue name = context.metadata()["name"];
    const std::int64_t last = std::max<std::int64_t>(0, context.spec()["trainer"]["numNodes"].integer(1) - 1);
    // JobSet names pods <job>-<replicated job>-<job index>-<pod index>-<five random characters>.
    const QString pod = QStringLiteral("%1-node-0-%2-xxxxx").arg(name.string()).arg(last);
    if (name.text().size() <= 63 && pod.size() > 63)
        context.report(
            name, {pod, QString::number(pod.size()), QString::number(name.text().size() - size_t(pod.size() - 63))});
}

void runtimeKindIsKnown(RuleContext &context)
{
    const SpecValue reference = context.spec()["runtimeRef"];
    const SpecValue kind = reference["kind"];
    const SpecValue group = reference["apiGroup"];
    if (kind.exists() && kind.text() != "ClusterTrainingRuntime" && kind.text() != "TrainingRuntime") {
        Diagnostic &diagnostic = context.report(kind, {kind.string()});
        RuleContext::offer(diagnostic, kind, "ClusterTrainingRuntime");
    } else if (group.exists() && group.text() != "trainer.kubeflow.org") {
        Diagnostic &diagnostic = context.report(group, {group.string()});
        RuleContext::offer(diagnostic, group, "trainer.kubeflow.org");
    }
}

/// No runtime can have such a name, so none is found.
void runtimeNameIsAName(RuleContext &context)
{
    const SpecValue name = context.spec()["runtimeRef"]["name"];
    if (name.isString() && !name.text().empty() && !isDns1123Subdomain(name.text()))
        reportName(context, name);
}

void managedByIsKnown(RuleContext &context)
{
    const SpecValue managedBy = context.spec()["managedBy"];
    if (managedBy.isString() && managedBy.text() != "trainer.kubeflow.org/trainjob-controller"
        && managedBy.text() != "kueue.x-k8s.io/multikueue")
        context.report(managedBy, {managedBy.string()});
}

void environmentIsNotReserved(RuleContext &context)
{
    for (SpecValue variable : context.spec()["trainer"]["env"]) {
        const SpecValue name = variable["name"];
        if (std::ranges::find(reservedEnvironment, name.text()) != reservedEnvironment.end())
            context.report(name, {name.string()});
    }
}

bool isUri(std::string_view uri)
{
    const size_t scheme = uri.find("://");
    if (scheme == std::string_view::npos || scheme == 0 || scheme + 3 >= uri.size())
        return false;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return letter(uri[0]) && std::ranges::all_of(uri.substr(0, scheme), [&](char c) {
               return letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
           });
}

void storageIsAUri(RuleContext &context)
{
    for (const char *part : {"dataset", "model"}) {
        const SpecValue uri = context.spec()["initializer"][part]["storageUri"];
        if (uri.isString() && !uri.text().empty() && !isUri(uri.text()))
            context.report(uri, {uri.string()});
    }
}

void nodesArePositive(RuleContext &context)
{
    for (const char *field : {"numNodes", "numProcPerNode"}) {
        const SpecValue value = context.spec()["trainer"][field];
        if (value.kind() == SpecNode::Kind::Integer && value.integer() < 1)
            context.report(value, {QString::fromUtf8(field)});
    }
}

void patchManagerHasADomain(RuleContext &context)
{
    for (SpecValue patch : context.spec()["runtimePatches"]) {
        const SpecValue manager = patch["manager"];
        const std::string_view text = manager.text();
        const size_t slash = text.find('/');
        const bool good
            = slash != std::string_view::npos && isDns1123Subdomain(text.substr(0, slash)) && slash + 1 < text.size();
        if (manager.isString() && !good)
            context.report(manager, {manager.string()});
    }
}

void overridesAreOld(RuleContext &context)
{
    for (const char *field : {"podTemplateOverrides", "podSpecOverrides"}) {
        const SpecValue old = context.spec()[field];
        if (old.exists())
            context.reportKey(old, {QString::fromUtf8(field)});
    }
}

void policyHasOneSource(RuleContext &context)
{
    const SpecValue policy = context.spec()["mlPolicy"];
    QStringList given;
    for (const char *source : {"torch", "mpi", "jax", "xgboost", "flux"}) {
        if (policy[source].exists())
            given.append(QString::fromUtf8(source));
    }
    if (given.size() > 1)
        context.reportKey(policy, {given.join(QStringLiteral(", "))});
}

void runtimeNamesItsFramework(RuleContext &context)
{
    if (context.root["metadata"].exists() && !context.metadata()["labels"]["trainer.kubeflow.org/framework"].exists())
        context.reportKey(context.metadata());
}

void trainerJobIsNotReplicated(RuleContext &context)
{
    for (SpecValue job : context.spec()["template"]["spec"]["replicatedJobs"]) {
        const SpecValue labels = job["template"]["metadata"]["labels"];
        const SpecValue replicas = job["replicas"];
        if (labels["trainer.kubeflow.org/trainjob-ancestor-step"].exists() && replicas.integer(1) != 1) {
            Diagnostic &diagnostic = context.report(replicas, {job["name"].string()});
            RuleContext::offer(diagnostic, replicas, "1");
        }
    }
}

constexpr std::array rules {
    Rule {"trainjob/name-dns1035", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be the name of a job: it must start with a small letter and hold "
                            "small letters, digits and dashes only, at most 63."),
          "", "trainer trainjob_types.go, CEL", nameIsDns1035},
    Rule {"trainjob/pod-name", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "The pod %1 would have a name of %2 characters; 63 are allowed. The API server "
                            "takes the job, but its JobSet is refused and only an event says so."),
          QT_TRANSLATE_NOOP("Diagnostic", "Use a job name of at most %3 characters."),
          "jobset_webhook.go podNameTooLongErrorMsg", podNamesFit, true},
    Rule {"trainjob/runtime-kind", trainJob, Error,
          QT_TRANSLATE_NOOP(
              "Diagnostic",
              "%1 is no training runtime: use ClusterTrainingRuntime or TrainingRuntime of trainer.kubeflow.org."),
          "", "trainer trainjob_webhook.go \"unsupported runtime\"", runtimeKindIsKnown},
    Rule {"trainjob/runtime-name", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "No runtime can be called %1: names hold small letters, digits, dashes and dots only."),
          "", "trainer trainjob_webhook.go \"must be created before\"; apimachinery NameIsDNSSubdomain",
          runtimeNameIsAName},
    Rule {"trainjob/managed-by", trainJob, Error,
          QT_TRANSLATE_NOOP(
              "Diagnostic",
              "%1 manages no TrainJobs: use trainer.kubeflow.org/trainjob-controller or kueue.x-k8s.io/multikueue."),
          "", "trainer trainjob_types.go, CEL", managedByIsKnown},
    Rule {"trainjob/reserved-env", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The Trainer sets %1 itself; a job must not."),
          QT_TRANSLATE_NOOP("Diagnostic", "Use numNodes and numProcPerNode."), "trainer constants.go *ReservedEnvNames",
          environmentIsNotReserved},
    Rule {"trainjob/storage-uri", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no address of a store: it needs a scheme such as hf:// or s3://."), "",
          "trainer trainjob_types.go, CEL", storageIsAUri},
    Rule {"trainjob/nodes", trainJob, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must be 1 or more."), "",
          "trainer: no pod would be made", nodesArePositive, true},
    Rule {"trainjob/patch-manager", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot manage a patch: write a domain and a path, such as example.com/team."),
          "", "trainer trainjob_types.go RuntimePatch.manager", patchManagerHasADomain},
    Rule {"trainjob/old-overrides", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 was replaced by runtimePatches in Trainer 2.2."), "",
          "trainer docs/operator-guides/runtime-patches.md", overridesAreOld},
    Rule {"runtime/one-policy", runtimes, Error, QT_TRANSLATE_NOOP("Diagnostic", "mlPolicy can have one of %1 only."),
          "", "trainer trainingruntime_types.go, CEL", policyHasOneSource},
    Rule {"runtime/framework-label", runtimes, Warning,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "The label trainer.kubeflow.org/framework is missing: the SDK skips this runtime."),
          "", "kubeflow/sdk", runtimeNamesItsFramework, true},
    Rule {"runtime/replicas", runtimes, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "The job %1 of the runtime must have replicas: 1; numNodes sets the number of pods."),
          "", "trainer trainingruntime_webhook.go", trainerJobIsNotReplicated},
};

} // namespace
} // namespace trainjob_file

std::span<const Rule> trainJobRules() { return trainjob_file::rules; }

} // namespace k8s
