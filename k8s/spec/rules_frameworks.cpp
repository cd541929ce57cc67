// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/rules.h"

#include <array>

namespace k8s {

namespace frameworks_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto pytorch = "kubeflow.org/v1/PyTorchJob";
constexpr auto masterIsAlone = QT_TRANSLATE_NOOP("Diagnostic", "%1 must have replicas: 1, written out.");

void exactlyOne(RuleContext &context, SpecValue replica)
{
    const SpecValue replicas = replica["replicas"];
    if (!replica.exists() || replicas.integer(0) == 1 || replicas.isString())
        return;
    Diagnostic &diagnostic = context.report(replicas.exists() ? replicas : replica, {replica.keyString()});
    if (replicas.exists())
        RuleContext::offer(diagnostic, replicas, "1");
}

void pytorchMasterIsAlone(RuleContext &context)
{
    exactlyOne(context, context.spec()["pytorchReplicaSpecs"]["Master"]);
}

void pytorchWorkersExist(RuleContext &context)
{
    const SpecValue replicas = context.spec()["pytorchReplicaSpecs"]["Worker"]["replicas"];
    if (replicas.kind() == SpecNode::Kind::Integer && replicas.integer() < 1)
        context.report(replicas);
}

void elasticNeedsWorkers(RuleContext &context)
{
    const SpecValue policy = context.spec()["elasticPolicy"];
    if (policy.isMap() && !context.spec()["pytorchReplicaSpecs"]["Worker"].exists())
        context.reportKey(policy);
}

void elasticRangeHoldsTheWorkers(RuleContext &context)
{
    const SpecValue policy = context.spec()["elasticPolicy"];
    const SpecValue minimum = policy["minReplicas"];
    const SpecValue maximum = policy["maxReplicas"];
    const SpecValue workers
        = context.spec()[context.kind() == "PaddleJob" ? "paddleReplicaSpecs" : "pytorchReplicaSpecs"]["Worker"]
                        ["replicas"];
    const auto exceeds = [](SpecValue less, SpecValue more) {
        return less.kind() == SpecNode::Kind::Integer && more.kind() == SpecNode::Kind::Integer
            && less.integer() > more.integer();
    };
    const auto tell = [&](SpecValue less, const char *name, SpecValue more, const char *other) {
        context.report(less, {less.string(), more.string(), QString::fromUtf8(name), QString::fromUtf8(other)});
    };
    if (exceeds(minimum, maximum))
        tell(minimum, "minReplicas", maximum, "maxReplicas");
    else if (exceeds(minimum, workers))
        tell(minimum, "minReplicas", workers, "Worker.replicas");
    else if (exceeds(workers, maximum))
        tell(workers, "Worker.replicas", maximum, "maxReplicas");
}

void processesAreGivenOnce(RuleContext &context)
{
    const SpecValue old = context.spec()["elasticPolicy"]["nProcPerNode"];
    if (old.exists() && context.spec()["nprocPerNode"].exists())
        context.report(old);
}

void elasticProcessesAreOld(RuleContext &context)
{
    const SpecValue old = context.spec()["elasticPolicy"]["nProcPerNode"];
    if (old.exists() && !context.spec()["nprocPerNode"].exists())
        context.reportKey(old);
}

void processesAreACount(RuleContext &context)
{
    const SpecValue processes = context.spec()["nprocPerNode"];
    if (!processes.isString())
        return; // a number is told by the schema: the field is a string
    const std::string_view text = processes.text();
    bool isNumber = false;
    const int number = processes.string().toInt(&isNumber);
    if (text != "auto" && text != "cpu" && text != "gpu" && (!isNumber || number < 1))
        context.report(processes, {processes.string()});
}

void rendezvousIsKnown(RuleContext &context)
{
    const SpecValue backend = context.spec()["elasticPolicy"]["rdzvBackend"];
    if (backend.isString() && backend.text() != "c10d" && backend.text() != "etcd" && backend.text() != "etcd-v2")
        context.report(backend, {backend.string()});
}

void chiefOrMaster(RuleContext &context)
{
    const SpecValue specs = context.spec()["tfReplicaSpecs"];
    if (specs["Chief"].exists() && specs["Master"].exists()) {
        context.reportKey(specs["Master"]);
        return;
    }
    for (const char *type : {"Chief", "Master"}) {
        const SpecValue replicas = specs[type]["replicas"];
        if (replicas.integer(1) > 1)
            context.report(replicas);
    }
}

void successPolicyIsKnown(RuleContext &context)
{
    const SpecValue policy = context.spec()["successPolicy"];
    if (policy.isString() && !policy.text().empty() && policy.text() != "AllWorkers") {
        Diagnostic &diagnostic = context.report(policy, {policy.string()});
        RuleContext::offer(diagnostic, policy, "AllWorkers");
    }
}

void xgboostHasOneMaster(RuleContext &context)
{
    const SpecValue specs = context.spec()["xgbReplicaSpecs"];
    if (!specs.isMap() || specs.size() == 0)
        return;
    if (!specs["Master"].exists())
        context.reportKey(specs, {QStringLiteral("Master")});
    else
        exactlyOne(context, specs["Master"]);
}

void mpiHasOneLauncher(RuleContext &context)
{
    const SpecValue specs = context.spec()["mpiReplicaSpecs"];
    if (!specs.isMap() || specs.size() == 0)
        return;
    const SpecValue launcher = specs["Launcher"];
    if (!launcher.exists())
        context.reportKey(specs, {QStringLiteral("Launcher")});
    else if (launcher["replicas"].integer(1) != 1)
        exactlyOne(context, launcher);
}

void mpiHasWorkers(RuleContext &context)
{
    const SpecValue specs = context.spec()["mpiReplicaSpecs"];
    const SpecValue workers = specs["Worker"]["replicas"];
    const bool newer = context.root["apiVersion"].text() == "kubeflow.org/v2beta1";
    if (newer && (specs["Worker"].exists() || context.spec()["runLauncherAsWorker"].boolean()))
        return; // mpijob/worker-replicas, or the launcher works alone
    if (specs["Launcher"].exists() && workers.integer(0) < 1)
        context.report(workers.exists() ? workers : specs["Worker"].exists() ? specs["Worker"] : specs);
}

void mpiPolicyIsGivenOnce(RuleContext &context)
{
    const SpecValue outer = context.spec()["cleanPodPolicy"];
    const SpecValue inner = context.spec()["runPolicy"]["cleanPodPolicy"];
    if (outer.exists() && inner.exists() && outer.text() != inner.text())
        context.report(outer, {outer.string(), inner.string()});
}

constexpr std::array rules {
    Rule {"pytorchjob/master-replicas", pytorch, Error, masterIsAlone, "", "training-operator pkg/webhooks/pytorch",
          pytorchMasterIsAlone},
    Rule {"pytorchjob/worker-replicas", pytorch, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "Worker must have at least 1 replica."),
          QT_TRANSLATE_NOOP("Diagnostic", "Remove Worker if the master trains alone."),
          "training-operator pkg/webhooks/pytorch", pytorchWorkersExist},
    Rule {"pytorchjob/elastic-worker", pytorch, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "An elasticPolicy needs Worker replicas."), "",
          "training-operator pkg/webhooks/pytorch", elasticNeedsWorkers},
    Rule {"pytorchjob/elastic-range", "kubeflow.org/v1/PyTorchJob kubeflow.org/v1/PaddleJob", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%3 is %1, which is more than %4 with %2."), "",
          "training-operator SetElasticPolicy", elasticRangeHoldsTheWorkers, true},
    Rule {"pytorchjob/nproc-twice", pytorch, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "nProcPerNode must not be used together with nprocPerNode."),
          QT_TRANSLATE_NOOP("Diagnostic", "Keep spec.nprocPerNode only."), "training-operator pkg/webhooks/pytorch",
          processesAreGivenOnce},
    Rule {"pytorchjob/nproc-old", pytorch, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "elasticPolicy.nProcPerNode is deprecated since Training Operator 1.7."),
          QT_TRANSLATE_NOOP("Diagnostic", "Use spec.nprocPerNode."), "training-operator pkg/webhooks/pytorch",
          elasticProcessesAreOld},
    Rule {"pytorchjob/nproc", pytorch, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no count of processes: use auto, cpu, gpu or a number in quotes."), "",
          "training-operator pytorch_types.go, torchrun --nproc-per-node", processesAreACount, true},
    Rule {"pytorchjob/rendezvous", pytorch, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "torchrun knows no rendezvous backend %1: use c10d, etcd or etcd-v2."), "",
          "training-operator pytorch_types.go", rendezvousIsKnown, true},
    Rule {"tfjob/chief", "kubeflow.org/v1/TFJob", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A TFJob has at most one Chief or Master."), "",
          "training-operator pkg/webhooks/tensorflow", chiefOrMaster},
    Rule {"tfjob/success-policy", "kubeflow.org/v1/TFJob", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no successPolicy: leave it out or use AllWorkers."), "",
          "training-operator tensorflow_types.go", successPolicyIsKnown, true},
    Rule {"xgboostjob/master", "kubeflow.org/v1/XGBoostJob", Error,
          QT_TRANSLATE_NOOP("Diagnostic", "An XGBoostJob needs %1 with replicas: 1, written out."), "",
          "training-operator pkg/webhooks/xgboost", xgboostHasOneMaster},
    Rule {
        "mpijob/launcher", "kubeflow.org/v1/MPIJob kubeflow.org/v2beta1/MPIJob", Error,
        QT_TRANSLATE_NOOP("Diagnostic", "An MPIJob needs one %1: without it nothing runs, and only an event says so."),
        "", "training-operator mpi validation; event MPIJobFailedValidation", mpiHasOneLauncher, true},
    Rule {"mpijob/workers", "kubeflow.org/v1/MPIJob kubeflow.org/v2beta1/MPIJob", Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "The MPIJob has no workers: their default is 0."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write replicas: n at Worker."), "training-operator mpi_defaults.go",
          mpiHasWorkers, true},
    Rule {"mpijob/clean-pod-policy", "kubeflow.org/v1/MPIJob", Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "cleanPodPolicy is %1 here and %2 in runPolicy."),
          QT_TRANSLATE_NOOP("Diagnostic", "Keep the one in runPolicy."), "training-operator mpi_types.go",
          mpiPolicyIsGivenOnce, true},
};

} // namespace
} // namespace frameworks_file

std::span<const Rule> frameworkRules() { return frameworks_file::rules; }

} // namespace k8s
