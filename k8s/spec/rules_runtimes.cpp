// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/names.h"
#include "k8s/spec/rules_tools.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace runtimes_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto trainJob = "trainer.kubeflow.org/v1alpha1/TrainJob";
constexpr auto runtimes
    = "trainer.kubeflow.org/v1alpha1/TrainingRuntime trainer.kubeflow.org/v1alpha1/ClusterTrainingRuntime";
constexpr auto jobSet = "jobset.x-k8s.io/v1alpha2/JobSet";
constexpr auto ancestorLabel = "trainer.kubeflow.org/trainjob-ancestor-step";

// torchtune ------------------------------------------------------------------------------------------------------

bool runsTorchtune(const RuleContext &context)
{
    const SpecValue command = context.spec()["trainer"]["command"];
    return command.size() == 2 && command.at(0).text() == "tune" && command.at(1).text() == "run";
}

/// The model that the runtime's name stands for: "llama3.2-1b" of torchtune-llama3.2-1b. Empty if it names none.
std::string_view torchtuneModel(const RuleContext &context)
{
    const std::string_view name = context.spec()["runtimeRef"]["name"].text();
    const size_t dash = name.find('-');
    const bool three = std::ranges::count(name, '-') == 2;
    return three ? name.substr(dash + 1) : std::string_view();
}

bool hasArgument(const RuleContext &context, std::string_view key, std::string_view value = {})
{
    for (SpecValue argument : context.spec()["trainer"]["args"]) {
        const std::string_view text = argument.text();
        const size_t equals = text.find('=');
        if (text.substr(0, equals) != key)
            continue;
        if (value.empty() || (equals != std::string_view::npos && text.substr(equals + 1) == value))
            return true;
    }
    return false;
}

bool quantizes(const RuleContext &context)
{
    const bool dora = hasArgument(context, "model.use_dora", "True");
    return !dora
        && (hasArgument(context, "model.quantize_base", "True") || hasArgument(context, "model.quantize_base", "true"));
}

void torchtuneModelIsKnown(RuleContext &context)
{
    constexpr std::array<std::string_view, 4> known {"llama3.2-1b", "llama3.2-3b", "llama3.3-70b", "qwen2.5-1.5b"};
    const SpecValue name = context.spec()["runtimeRef"]["name"];
    if (runsTorchtune(context) && name.exists() && std::ranges::find(known, torchtuneModel(context)) == known.end())
        context.report(name, {name.string()});
}

void torchtuneRunsOnOneNode(RuleContext &context)
{
    const SpecValue nodes = context.spec()["trainer"]["numNodes"];
    if (!runsTorchtune(context) || nodes.integer(1) <= 1 || torchtuneModel(context) == "llama3.3-70b")
        return;
    Diagnostic &diagnostic = context.report(nodes, {nodes.string()});
    RuleContext::offer(diagnostic, nodes, "1");
}

void loraRunsOnOneNode(RuleContext &context)
{
    const SpecValue nodes = context.spec()["trainer"]["numNodes"];
    const bool lora = hasArgument(context, "model.lora_attn_modules") || quantizes(context);
    if (runsTorchtune(context) && nodes.integer(1) > 1 && lora && torchtuneModel(context) == "llama3.3-70b")
        context.report(nodes);
}

void quantizationFitsTheModel(RuleContext &context)
{
    const SpecValue name = context.spec()["runtimeRef"]["name"];
    if (runsTorchtune(context) && quantizes(context) && torchtuneModel(context) == "qwen2.5-1.5b")
        context.report(name);
}

void torchtunePathsAreTheRuntimes(RuleContext &context)
{
    constexpr std::array<std::string_view, 4> fixed {"output_dir", "tokenizer.path", "tokenizer.merges_file",
                                                     "checkpointer.checkpoint_dir"};
    if (!runsTorchtune(context))
        return;
    for (SpecValue argument : context.spec()["trainer"]["args"]) {
        const std::string_view key = argument.text().substr(0, argument.text().find('='));
        if (std::ranges::find(fixed, key) != fixed.end())
            context.report(argument, {ruleText(key)});
    }
}

// patches --------------------------------------------------------------------------------------------------------

void patchesHaveNoEnvironment(RuleContext &context)
{
    for (SpecValue patch : context.spec()["runtimePatches"]) {
        for (SpecValue job : patch.find("trainingRuntimeSpec.template.spec.replicatedJobs")) {
            for (SpecValue container : job.find("template.spec.template.spec.containers")) {
                const std::string_view name = container["name"].text();
                const bool ours = name == "node" || name == "dataset-initializer" || name == "model-initializer";
                if (ours && container["env"].size() > 0)
                    context.reportKey(container["env"], {container["name"].string()});
            }
        }
    }
}

// runtimes -------------------------------------------------------------------------------------------------------

SpecValue replicatedJobs(const RuleContext &context) { return context.spec().find("template.spec.replicatedJobs"); }

SpecValue containersOf(SpecValue replicatedJob) { return replicatedJob.find("template.spec.template.spec.containers"); }

bool hasNamed(SpecValue list, std::string_view name)
{
    return std::any_of(list.begin(), list.end(), [&](SpecValue entry) { return entry["name"].text() == name; });
}

void stepsHaveTheirContainer(RuleContext &context)
{
    for (SpecValue job : replicatedJobs(context)) {
        const std::string_view step = job["template"]["metadata"]["labels"][ancestorLabel].text();
        const std::string_view wanted = step == "trainer"                  ? "node"
            : step == "dataset-initializer" || step == "model-initializer" ? step
                                                                           : "";
        const SpecValue containers = containersOf(job);
        if (wanted.empty() || hasNamed(containers, wanted))
            continue;
        const SpecValue name = containers.at(0)["name"];
        Diagnostic &diagnostic
            = context.report(name.exists() ? name : job["name"], {job["name"].string(), ruleText(wanted)});
        RuleContext::offer(diagnostic, name, QByteArray(wanted.data(), qsizetype(wanted.size())));
    }
}

void someoneTrains(RuleContext &context)
{
    const SpecValue jobs = replicatedJobs(context);
    const bool trains = std::any_of(jobs.begin(), jobs.end(), [](SpecValue job) {
        return job["template"]["metadata"]["labels"][ancestorLabel].text() == "trainer";
    });
    if (jobs.size() > 0 && !trains)
        context.reportKey(jobs);
}

void launcherAndNodesExist(RuleContext &context)
{
    const SpecValue mpi = context.spec()["mlPolicy"]["mpi"];
    const SpecValue jobs = replicatedJobs(context);
    if (mpi.isMap() && mpi["runLauncherAsNode"].boolean() && jobs.size() > 0
        && !(hasNamed(jobs, "launcher") && hasNamed(jobs, "node")))
        context.report(mpi["runLauncherAsNode"]);
}

void countsArePositive(RuleContext &context)
{
    const SpecValue policy = context.spec()["mlPolicy"];
    reportLess(context, policy, {"numNodes"}, 1);
    for (const char *source : {"flux", "mpi", "torch"})
        reportLess(context, policy[source], {"numProcPerNode"}, 1);
}

void initializersShareAVolume(RuleContext &context)
{
    for (SpecValue job : replicatedJobs(context)) {
        const std::string_view name = job["name"].text();
        if (name != "dataset-initializer" && name != "model-initializer")
            continue;
        for (SpecValue container : containersOf(job)) {
            if (container["name"].text() == name && !hasNamed(container["volumeMounts"], "initializer"))
                context.report(container["name"], {job["name"].string()});
        }
    }
}

void fluxInstallsItself(RuleContext &context)
{
    if (!context.spec()["mlPolicy"]["flux"].exists())
        return;
    for (SpecValue job : replicatedJobs(context)) {
        for (SpecValue container : job.find("template.spec.template.spec.initContainers")) {
            if (container["name"].text() == "flux-installer")
                context.report(container["name"]);
        }
    }
}

void queueIsNamed(RuleContext &context)
{
    const SpecValue queue = context.spec()["template"]["metadata"]["annotations"]["scheduling.volcano.sh/queue-name"];
    if (context.spec()["podGroupPolicy"]["volcano"].exists() && queue.exists() && queue.text().empty())
        context.report(queue);
}

// JobSet ---------------------------------------------------------------------------------------------------------

void jobSetNamesFit(RuleContext &context)
{
    const SpecValue name = context.metadata()["name"];
    for (SpecValue job : context.spec()["replicatedJobs"]) {
        const std::int64_t lastJob = std::max<std::int64_t>(0, job["replicas"].integer(1) - 1);
        const SpecValue spec = job["template"]["spec"];
        const bool indexed = spec["completionMode"].text() != "NonIndexed";
        QString longest = QStringLiteral("%1-%2-%3").arg(name.string(), job["name"].string()).arg(lastJob);
        if (indexed && isInteger(spec["completions"]))
            longest += QStringLiteral("-%1-abcde").arg(std::max<std::int64_t>(0, spec["completions"].integer() - 1));
        if (!name.text().empty() && name.text().size() <= 63 && longest.size() > 63) {
            context.report(name, {longest, QString::number(longest.size())});
            return;
        }
    }
}

void jobSetNameIsALabel(RuleContext &context) { reportNoLabel(context, context.metadata()["name"]); }

void jobsDependOnEarlierOnes(RuleContext &context)
{
    std::vector<std::string_view> before;
    for (SpecValue job : context.spec()["replicatedJobs"]) {
        for (SpecValue other : job["dependsOn"]) {
            if (!other["name"].text().empty() && std::ranges::find(before, other["name"].text()) == before.end())
                context.report(other["name"], {other["name"].string()});
        }
        before.push_back(job["name"].text());
    }
}

void successTargetsExist(RuleContext &context)
{
    const SpecValue jobs = context.spec()["replicatedJobs"];
    for (const char *policy : {"successPolicy", "startupPolicy"}) {
        for (SpecValue target : context.spec()[policy]["targetReplicatedJobs"]) {
            if (!hasNamed(jobs, target.text()))
                context.report(target, {target.string()});
        }
    }
}

void subdomainIsALabel(RuleContext &context)
{
    const SpecValue subdomain = context.spec()["network"]["subdomain"];
    if (!subdomain.text().empty() && !isDns1035Label(subdomain.text()))
        context.report(subdomain, {subdomain.string()});
}

constexpr std::array rules {
    Rule {"trainjob/torchtune-model", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no runtime of torchtune: its name must end in a model that it knows."),
          QT_TRANSLATE_NOOP("Diagnostic",
                            "There are torchtune-llama3.2-1b, -llama3.2-3b, -llama3.3-70b and -qwen2.5-1.5b."),
          "trainer torchtune.go validateTorchTune", torchtuneModelIsKnown},
    Rule {"trainjob/torchtune-nodes", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "torchtune trains this model on one node, not on %1."), "",
          "trainer torchtune.go validateTorchTune", torchtuneRunsOnOneNode},
    Rule {"trainjob/torchtune-lora", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "LoRA works on one node only: the settings would be dropped."), "",
          "trainer torchtune.go validateTorchTune", loraRunsOnOneNode},
    Rule {"trainjob/torchtune-qlora", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "QLoRA (model.quantize_base=True) does not work with this model."), "",
          "trainer torchtune.go validateTorchTune", quantizationFitsTheModel},
    Rule {"trainjob/torchtune-path", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 belongs to the runtime; a job must not set it."), "",
          "trainer TorchTuneImmutableConfigs", torchtunePathsAreTheRuntimes},
    Rule {"trainjob/patch-env", trainJob, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A patch cannot set the environment of the container %1."),
          QT_TRANSLATE_NOOP("Diagnostic", "Use spec.trainer.env or spec.initializer."), "trainer jobset.go Validate",
          patchesHaveNoEnvironment},
    Rule {"runtime/container", runtimes, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "One container of %1 must be called %2: the Trainer looks for it."), "",
          "trainer trainingruntime_webhook.go validateReplicatedJobs", stepsHaveTheirContainer},
    Rule {"runtime/trainer-step", runtimes, Warning,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "No job has the label trainer.kubeflow.org/trainjob-ancestor-step: trainer: image, command "
                            "and resources of a TrainJob would reach nobody."),
          "", "trainer constants.AncestorTrainer; not checked by the webhook", someoneTrains, true},
    Rule {
        "runtime/mpi-jobs", runtimes, Error,
        QT_TRANSLATE_NOOP("Diagnostic",
                          "runLauncherAsNode needs a job launcher and a job node: TrainJobs of two nodes are refused."),
        "", "trainer mpi.go Validate; told by the TrainJob's webhook only", launcherAndNodesExist, true},
    Rule {"runtime/counts", runtimes, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must be 1 or more."), "",
          "trainer flux.go Validate; HEAD's CRD", countsArePositive, true},
    Rule {"runtime/initializer-volume", runtimes, Error,
          QT_TRANSLATE_NOOP(
              "Diagnostic",
              "The container of %1 mounts no volume initializer: TrainJobs with an initializer are refused."),
          "", "trainer jobset.go Validate; told by the TrainJob's webhook only", initializersShareAVolume, true},
    Rule {"runtime/flux-installer", runtimes, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The Trainer adds flux-installer itself."), "",
          "trainer flux.go Validate; told by the TrainJob's webhook only", fluxInstallsItself, true},
    Rule {"runtime/volcano-queue", runtimes, Error, QT_TRANSLATE_NOOP("Diagnostic", "The queue has no name."), "",
          "trainer volcano.go Validate; told by the TrainJob's webhook only", queueIsNamed, true},
    Rule {"jobset/name-dns1035", jobSet, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be the name of a JobSet: it must start with a small letter and hold "
                            "small letters, digits and dashes only, at most 63."),
          "", "jobset_webhook.go", jobSetNameIsALabel},
    Rule {"jobset/name-length", jobSet, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 would have a name of %2 characters; 63 are allowed."),
          QT_TRANSLATE_NOOP("Diagnostic", "Shorten the name of the JobSet or of its job."),
          "jobset_webhook.go jobNameTooLongErrorMsg, podNameTooLongErrorMsg", jobSetNamesFit},
    Rule {"jobset/depends-on", jobSet, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "No job above is called %1: a job depends on earlier ones only."), "",
          "jobset_webhook.go DependsOn", jobsDependOnEarlierOnes},
    Rule {"jobset/target", jobSet, Error, QT_TRANSLATE_NOOP("Diagnostic", "No job is called %1."), "",
          "jobset_webhook.go successPolicy", successTargetsExist},
    Rule {
        "jobset/subdomain", jobSet, Error,
        QT_TRANSLATE_NOOP("Diagnostic",
                          "%1 cannot be a subdomain: it must start with a small letter and hold small letters, digits "
                          "and dashes only, at most 63."),
        "", "jobset_webhook.go subdomain", subdomainIsALabel},
};

} // namespace
} // namespace runtimes_file

std::span<const Rule> runtimeRules() { return runtimes_file::rules; }

} // namespace k8s
