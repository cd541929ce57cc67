// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/rules_tools.h"

#include <array>

namespace k8s {

namespace mpi_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto job = "kubeflow.org/v2beta1/MPIJob";

SpecValue replicaSpecs(const RuleContext &context) { return context.spec()["mpiReplicaSpecs"]; }

void nameIsDns1035(RuleContext &context) { reportNoLabel(context, context.metadata()["name"]); }

void workersAreCounted(RuleContext &context)
{
    const SpecValue worker = replicaSpecs(context)["Worker"];
    const SpecValue replicas = worker["replicas"];
    if (!worker.isMap() || replicas.isString() || replicas.integer(0) >= 1)
        return;
    Diagnostic &diagnostic = replicas.isNull() ? context.reportKey(worker) : context.report(replicas);
    if (replicas.exists())
        RuleContext::offer(diagnostic, replicas, "1");
}

void restartPolicyIsOfAJob(RuleContext &context)
{
    for (SpecValue replica : replicaSpecs(context)) {
        const SpecValue policy = replica["restartPolicy"];
        if (!policy.isString() || policy.text().empty() || policy.text() == "Never" || policy.text() == "OnFailure")
            continue;
        Diagnostic &diagnostic = context.report(policy, {policy.string()});
        RuleContext::offer(diagnostic, policy, "OnFailure");
    }
}

void managedByIsKnown(RuleContext &context)
{
    const SpecValue managedBy = context.spec()["runPolicy"]["managedBy"];
    if (managedBy.text() != "kueue.x-k8s.io/multikueue")
        reportChoice(context, managedBy, {"kubeflow.org/mpi-operator", "kueue.x-k8s.io/multikueue"});
}

void creationPolicyIsKnown(RuleContext &context)
{
    reportChoice(context, context.spec()["launcherCreationPolicy"], {"AtStartup", "WaitForWorkersReady"});
}

void slotsAreNotNegative(RuleContext &context) { reportLess(context, context.spec(), {"slotsPerWorker"}, 0); }

void launcherWaitsForSomeone(RuleContext &context)
{
    const SpecValue policy = context.spec()["launcherCreationPolicy"];
    if (policy.text() == "WaitForWorkersReady" && replicaSpecs(context).isMap()
        && !replicaSpecs(context)["Worker"].exists())
        context.report(policy);
}

constexpr std::array rules {
    Rule {"mpijob/name-dns1035", job, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be the name of a job: it must start with a small letter and hold "
                            "small letters, digits and dashes only, at most 63."),
          "", "mpi-operator validation.go validateMPIJobName; the controller looks, no webhook", nameIsDns1035, true},
    Rule {"mpijob/worker-replicas", job, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "Worker needs replicas of 1 or more, written out: the default of 0 is refused."),
          QT_TRANSLATE_NOOP("Diagnostic", "Remove Worker if the launcher works alone."),
          "mpi-operator validation.go validateWorkerReplicaSpec", workersAreCounted, true},
    Rule {"mpijob/restart-policy", job, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The MPI Operator takes restartPolicy Never or OnFailure, not %1."), "",
          "mpi-operator validation.go validRestartPolicies", restartPolicyIsOfAJob, true},
    Rule {"mpijob/managed-by", job, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 manages no MPIJobs: use one of %2."), "",
          "mpi-operator validation.go validManagedBy", managedByIsKnown, true},
    Rule {"mpijob/creation-policy", job, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no launcherCreationPolicy: use one of %2."), "",
          "mpi-operator types.go LauncherCreationPolicy", creationPolicyIsKnown, true},
    Rule {"mpijob/slots", job, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must not be negative."), "",
          "mpi-operator validation.go validateMPIJobSpec", slotsAreNotNegative, true},
    Rule {"mpijob/nobody-to-wait-for", job, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "The launcher waits for workers, and there are none."), "",
          "mpi-operator LauncherCreationPolicy", launcherWaitsForSomeone, true},
};

} // namespace
} // namespace mpi_file

std::span<const Rule> mpiRules() { return mpi_file::rules; }

} // namespace k8s
