// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/rules_tools.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace servingruntime_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto service = "serving.kserve.io/v1beta1/InferenceService";
constexpr auto runtimes = "serving.kserve.io/v1alpha1/ServingRuntime serving.kserve.io/v1alpha1/ClusterServingRuntime";
constexpr auto both = "serving.kserve.io/v1beta1/InferenceService serving.kserve.io/v1alpha1/ServingRuntime "
                      "serving.kserve.io/v1alpha1/ClusterServingRuntime";

SpecValue workerSpec(const RuleContext &context)
{
    return context.kind() == "InferenceService" ? context.spec()["predictor"]["workerSpec"]
                                                : context.spec()["workerSpec"];
}

void servingContainerExists(RuleContext &context)
{
    const SpecValue containers = context.spec()["containers"];
    if (containers.size() == 0 || context.spec()["multiModel"].boolean())
        return;
    const bool found = std::any_of(containers.begin(), containers.end(),
                                   [](SpecValue container) { return container["name"].text() == "kserve-container"; });
    if (found)
        return;
    const SpecValue name = containers.at(0)["name"];
    Diagnostic &diagnostic = context.report(name.exists() ? name : containers);
    RuleContext::offer(diagnostic, name, "kserve-container");
}

void formatsAreGiven(RuleContext &context)
{
    const SpecValue formats = context.spec()["supportedModelFormats"];
    if (context.spec().isMap() && formats.size() == 0)
        context.reportKey(formats.exists() ? formats : context.spec());
}

void formatsHaveOnePriority(RuleContext &context)
{
    const SpecValue formats = context.spec()["supportedModelFormats"];
    for (SpecValue format : formats) {
        const SpecValue priority = format["priority"];
        if (!format["autoSelect"].boolean() || !isInteger(priority))
            continue;
        for (SpecValue other : formats) {
            if (other == format)
                break;
            const SpecValue before = other["priority"];
            if (other["autoSelect"].boolean() && isInteger(before) && other["name"].text() == format["name"].text()
                && before.integer() != priority.integer())
                context.report(priority, {format["name"].string(), before.string()});
        }
    }
}

void someFormatIsSelected(RuleContext &context)
{
    const SpecValue formats = context.spec()["supportedModelFormats"];
    const bool selected
        = std::any_of(formats.begin(), formats.end(), [](SpecValue format) { return format["autoSelect"].boolean(); });
    if (formats.size() > 0 && !selected && !context.spec()["multiModel"].boolean())
        context.reportKey(formats);
}

void workersHaveOneContainer(RuleContext &context)
{
    const SpecValue containers = workerSpec(context)["containers"];
    if (containers.size() > 1)
        context.reportKey(containers);
}

void parallelSizesAreCounts(RuleContext &context)
{
    reportLess(context, workerSpec(context), {"pipelineParallelSize", "tensorParallelSize"}, 1);
}

void parallelSizesAreNoVariables(RuleContext &context)
{
    if (!workerSpec(context).isMap())
        return;
    std::vector<SpecValue> places {context.spec()["predictor"]["model"]["env"]};
    for (SpecValue container : context.spec()["containers"])
        places.push_back(container["env"]);
    for (const SpecValue &place : places) {
        for (SpecValue variable : place) {
            const std::string_view name = variable["name"].text();
            if (name == "PIPELINE_PARALLEL_SIZE" || name == "TENSOR_PARALLEL_SIZE")
                context.report(variable["name"], {variable["name"].string()});
        }
    }
}

void severalNodesShareAStore(RuleContext &context)
{
    const SpecValue model = context.spec()["predictor"]["model"];
    const SpecValue uri = model["storageUri"];
    if (!workerSpec(context).isMap() || !model.isMap())
        return;
    if (!uri.text().starts_with("pvc://") && !uri.text().starts_with("oci://"))
        context.reportKey(uri.exists() ? uri : model);
}

void severalNodesDoNotScale(RuleContext &context)
{
    const SpecValue annotations = context.metadata()["annotations"];
    const SpecValue scaler = annotations["serving.kserve.io/autoscalerClass"];
    if (!workerSpec(context).isMap() || !context.spec()["predictor"]["model"].isMap() || scaler.text() == "none")
        return;
    Diagnostic &diagnostic = scaler.exists() ? context.report(scaler) : context.reportKey(workerSpec(context));
    RuleContext::offer(diagnostic, scaler, "none");
}

constexpr std::array rules {
    Rule {"servingruntime/container", runtimes, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "One container must be called kserve-container: KServe puts the fields of the model there, "
                            "and refuses services of this runtime without it."),
          "", "kserve isvcutils.MergeRuntimeContainers; not checked by the webhook", servingContainerExists, true},
    Rule {"servingruntime/formats", runtimes, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "The runtime supports no model format: nobody will use it."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write supportedModelFormats: [{name: sklearn, autoSelect: true}]."),
          "kserve GetSupportingRuntimes", formatsAreGiven, true},
    Rule {"servingruntime/auto-select", runtimes, Hint,
          QT_TRANSLATE_NOOP("Diagnostic", "Only services that name this runtime will use it."),
          QT_TRANSLATE_NOOP("Diagnostic", "autoSelect: true offers it to all models of the format."),
          "kserve GetSupportingRuntimes", someFormatIsSelected, true},
    Rule {"servingruntime/priority", runtimes, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The format %1 has the priority %2 above: it must be the same everywhere."),
          "", "kserve servingruntime_webhook.go validateModelFormatPrioritySame", formatsHaveOnePriority},
    Rule {"kserve/worker-containers", both, Error, QT_TRANSLATE_NOOP("Diagnostic", "A workerSpec has one container."),
          "", "kserve DisallowedMultipleContainersInWorkerSpecError", workersHaveOneContainer},
    Rule {"kserve/worker-size", both, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must be 1 or more."), "",
          "kserve validateMultiNodeVariables", parallelSizesAreCounts},
    Rule {"kserve/worker-env", both, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "KServe sets %1 itself; write it as a field of workerSpec."), "",
          "kserve DisallowedWorkerSpecPipelineParallelSizeEnvError", parallelSizesAreNoVariables},
    Rule {"kserve/worker-storage", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A model on several nodes needs a storageUri of pvc:// or oci://."), "",
          "kserve InvalidNotSupportedStorageURIProtocolError", severalNodesShareAStore},
    Rule {"kserve/worker-autoscaler", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A model on several nodes does not scale by itself."),
          QT_TRANSLATE_NOOP("Diagnostic", "Set the annotation serving.kserve.io/autoscalerClass: none."),
          "kserve InvalidAutoScalerError", severalNodesDoNotScale},
};

} // namespace
} // namespace servingruntime_file

std::span<const Rule> servingRuntimeRules() { return servingruntime_file::rules; }

} // namespace k8s
