// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/rules_tools.h"

#include "k8s/spec/names.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace kserve_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto service = "serving.kserve.io/v1beta1/InferenceService";
constexpr auto modeKey = "serving.kserve.io/deploymentMode";
constexpr auto autoscalerKey = "serving.kserve.io/autoscalerClass";
constexpr std::array<const char *, 3> components {"predictor", "transformer", "explainer"};
constexpr std::array<const char *, 11> standard {"sklearn", "xgboost",     "tensorflow", "pytorch", "triton", "onnx",
                                                 "pmml",    "huggingface", "lightgbm",   "paddle",  "model"};

void forEachComponent(RuleContext &context, const std::function<void(SpecValue component)> &visit)
{
    for (const char *name : components) {
        if (const SpecValue component = context.spec()[name]; component.isMap())
            visit(component);
    }
}

/// The models of the predictor: sklearn, model ...
std::vector<SpecValue> models(const RuleContext &context)
{
    std::vector<SpecValue> found;
    for (const char *name : standard) {
        if (const SpecValue model = context.spec()["predictor"][name]; model.isMap())
            found.push_back(model);
    }
    return found;
}

/// "standard", "knative", or empty: the cluster's default, which differs between installations.
std::string_view mode(const RuleContext &context)
{
    const std::string_view text = context.metadata()["annotations"][modeKey].text();
    if (text == "Standard" || text == "RawDeployment")
        return "standard";
    return text == "Knative" || text == "Serverless" ? "knative" : "";
}

void nameIsDns1035(RuleContext &context) { reportNoLabel(context, context.metadata()["name"]); }

void oneImplementation(RuleContext &context)
{
    forEachComponent(context, [&](SpecValue component) {
        QStringList given;
        for (const char *name : standard) {
            if (component.key() == "predictor" && component[name].exists())
                given.append(QString::fromUtf8(name));
        }
        const SpecValue containers = component["containers"];
        const bool serves = std::any_of(containers.begin(), containers.end(), [](SpecValue container) {
            return container["name"].text() == "kserve-container";
        });
        if (serves || (given.isEmpty() && containers.size() > 0))
            given.append(QStringLiteral("containers"));
        const bool art = component.key() == "explainer" && component["art"].exists();
        if (given.size() + (art ? 1 : 0) != 1)
            context.reportKey(component, {component.keyString(), QString::number(given.size())});
    });
}

void modelsHaveNoName(RuleContext &context)
{
    for (SpecValue model : models(context)) {
        if (!model["name"].text().empty())
            context.report(model["name"]);
    }
}

void modelsHaveAFormat(RuleContext &context)
{
    const SpecValue model = context.spec()["predictor"]["model"];
    if (model.isMap() && model["modelFormat"]["name"].text().empty() && model["runtime"].text().empty())
        context.reportKey(model["modelFormat"].exists() ? model["modelFormat"] : model);
}

void replicasAreARange(RuleContext &context)
{
    forEachComponent(context, [&](SpecValue component) {
        const SpecValue least = component["minReplicas"];
        const SpecValue most = component["maxReplicas"];
        if (isInteger(least) && isInteger(most) && most.integer() != 0 && least.integer() > most.integer())
            context.report(least, {least.string(), most.string()});
    });
}

void countsAreNotNegative(RuleContext &context)
{
    forEachComponent(context, [&](SpecValue component) {
        reportLess(context, component, {"minReplicas", "maxReplicas", "containerConcurrency", "timeout"}, 0);
    });
}

void loggersHaveAMode(RuleContext &context)
{
    forEachComponent(context, [&](SpecValue component) {
        const SpecValue logger = component["logger"];
        if (logger.isMap() && logger["mode"].text().empty())
            context.reportKey(logger);
        else
            reportChoice(context, logger["mode"], {"all", "request", "response"});
    });
}

bool isStore(std::string_view uri)
{
    constexpr std::array<std::string_view, 11> schemes {"gs://",    "s3://",   "pvc://",       "file://",
                                                        "https://", "http://", "hdfs://",      "webhdfs://",
                                                        "oci://",   "hf://",   "oci+native://"};
    return uri.find("://") == std::string_view::npos
        || std::ranges::any_of(schemes, [&](std::string_view scheme) { return uri.starts_with(scheme); });
}

void storesAreKnown(RuleContext &context)
{
    const auto check = [&](SpecValue uri) {
        if (uri.isString() && !isStore(uri.text()))
            context.report(uri, {uri.string()});
    };
    for (SpecValue model : models(context))
        check(model["storageUri"]);
    for (SpecValue entry : context.spec()["predictor"]["storageUris"])
        check(entry["uri"]);
}

void storeIsGivenOnce(RuleContext &context)
{
    const SpecValue several = context.spec()["predictor"]["storageUris"];
    for (SpecValue model : models(context)) {
        if (several.size() > 0 && model["storageUri"].exists())
            context.reportKey(model["storageUri"]);
    }
}

void modelsAreSomewhere(RuleContext &context)
{
    for (SpecValue model : models(context)) {
        const bool known = model["storageUri"].exists() || model["storage"].exists()
            || context.spec()["predictor"]["storageUris"].size() > 0 || model["args"].size() > 0
            || model["env"].size() > 0;
        if (!known)
            context.reportKey(model);
    }
}

void modeIsKnown(RuleContext &context)
{
    const SpecValue value = context.metadata()["annotations"][modeKey];
    if (value.text() != "RawDeployment" && value.text() != "Serverless")
        reportChoice(context, value, {"Standard", "Knative", "ModelMesh"});
}

void modeHasItsNewName(RuleContext &context)
{
    const SpecValue value = context.metadata()["annotations"][modeKey];
    const bool raw = value.text() == "RawDeployment";
    if (!raw && value.text() != "Serverless")
        return;
    const QByteArray name = raw ? "Standard" : "Knative";
    Diagnostic &diagnostic = context.report(value, {value.string(), QString::fromUtf8(name)});
    RuleContext::offer(diagnostic, value, name);
}

void autoscalerIsKnown(RuleContext &context)
{
    reportChoice(context, context.metadata()["annotations"][autoscalerKey], {"hpa", "keda", "external", "none"});
}

void metricFitsTheAutoscaler(RuleContext &context)
{
    const std::string_view scaler = context.metadata()["annotations"][autoscalerKey].text();
    forEachComponent(context, [&](SpecValue component) {
        const SpecValue metric = component["scaleMetric"];
        const bool resource = metric.text() == "cpu" || metric.text() == "memory";
        const bool traffic = metric.text() == "concurrency" || metric.text() == "rps";
        if (mode(context) == "standard" && scaler == "keda" && metric.exists())
            context.report(metric, {metric.string(), QStringLiteral("keda")});
        else if (mode(context) == "standard" && (scaler == "hpa" || scaler.empty()) && traffic)
            context.report(metric, {metric.string(), QStringLiteral("hpa")});
        else if (mode(context) == "knative" && resource)
            context.report(metric, {metric.string(), QStringLiteral("kpa")});
    });
}

void targetIsAPercentage(RuleContext &context)
{
    const std::string_view scaler = context.metadata()["annotations"][autoscalerKey].text();
    forEachComponent(context, [&](SpecValue component) {
        const SpecValue target = component["scaleTarget"];
        const std::string_view metric = component["scaleMetric"].text();
        const bool percentage
            = mode(context) == "standard" && (scaler.empty() || scaler == "hpa") && (metric.empty() || metric == "cpu");
        if (percentage && isInteger(target) && (target.integer() < 1 || target.integer() > 100))
            context.report(target, {target.string()});
    });
}

void strategyNeedsStandard(RuleContext &context)
{
    forEachComponent(context, [&](SpecValue component) {
        if (mode(context) == "knative" && component["deploymentStrategy"].exists())
            context.reportKey(component["deploymentStrategy"]);
    });
}

void zeroNeedsKnative(RuleContext &context)
{
    forEachComponent(context, [&](SpecValue component) {
        const SpecValue least = component["minReplicas"];
        if (mode(context) == "standard" && isInteger(least) && least.integer() == 0)
            context.report(least);
    });
}

void canaryIsAShare(RuleContext &context)
{
    forEachComponent(context, [&](SpecValue component) {
        const SpecValue share = component["canaryTrafficPercent"];
        if (isInteger(share) && (share.integer() < 0 || share.integer() > 100))
            context.report(share, {share.string()});
    });
}

void canaryNeedsKnative(RuleContext &context)
{
    forEachComponent(context, [&](SpecValue component) {
        if (mode(context) == "standard" && component["canaryTrafficPercent"].exists())
            context.reportKey(component["canaryTrafficPercent"]);
    });
}

void canariesShareTheTraffic(RuleContext &context)
{
    const SpecValue canaries = context.spec()["canary"];
    std::int64_t sum = 0;
    for (SpecValue canary : canaries) {
        for (SpecValue field : canary) {
            if (field.key() != "trafficPercent" && field.key() != "canaryTrafficPercent")
                continue;
            sum += field.integer();
            if (field.integer() < 0 || field.integer() > 100)
                context.report(field, {field.string()});
        }
    }
    if (sum > 100)
        context.reportKey(canaries, {QString::number(sum)});
}

void canaryNamesDiffer(RuleContext &context) { reportRepeated(context, {context.spec()["canary"]}, "name"); }

void customContainerIsNamed(RuleContext &context)
{
    forEachComponent(context, [&](SpecValue component) {
        const SpecValue containers = component["containers"];
        if (containers.size() == 0)
            return;
        for (SpecValue container : containers) {
            if (container["name"].text() == "kserve-container" || container["name"].text() == "transformer-container")
                return;
        }
        const SpecValue name = containers.at(0)["name"];
        Diagnostic &diagnostic = context.report(name.exists() ? name : containers, {component.keyString()});
        RuleContext::offer(diagnostic, name, "kserve-container");
    });
}

constexpr std::array rules {
    Rule {"kserve/name-dns1035", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 cannot be the name of an InferenceService: it becomes part of a host name and must "
                            "start with a small letter and hold small letters, digits and dashes only."),
          "", "kserve inference_service_validation.go IsvcRegexp", nameIsDns1035},
    Rule {"kserve/one-implementation", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 must have exactly one model or container that serves; it has %2."),
          QT_TRANSLATE_NOOP("Diagnostic", "Keep model, or a container called kserve-container."),
          "kserve component.go validateExactlyOneImplementation", oneImplementation},
    Rule {"kserve/model-name", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A model has no name of its own: the runtime names the container."),
          QT_TRANSLATE_NOOP("Diagnostic", "Remove it; the requests' name is an argument, --model_name."),
          "kserve validatePredictor", modelsHaveNoName},
    Rule {"kserve/model-format", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The model has no format, so no runtime can be found for it."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write modelFormat: {name: sklearn}, or name a runtime."),
          "kserve: status NoSupportingRuntime; not checked by the webhook", modelsHaveAFormat, true},
    Rule {"kserve/replicas", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "minReplicas is %1, which is more than maxReplicas with %2."), "",
          "kserve component.go validateReplicas", replicasAreARange},
    Rule {"kserve/negative", service, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must not be negative."), "",
          "kserve component.go Validate", countsAreNotNegative},
    Rule {"kserve/logger-mode", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The logger needs a mode: all, request or response."), "",
          "kserve component.go validateLogger", loggersHaveAMode},
    Rule {"kserve/storage-uri", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is in no store that KServe can read."),
          QT_TRANSLATE_NOOP(
              "Diagnostic",
              "Use gs://, s3://, hf://, pvc://, oci://, https://, http://, hdfs://, webhdfs:// or file://."),
          "kserve storage initializer", storesAreKnown},
    Rule {"kserve/storage-twice", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "storageUri must not be used together with storageUris."), "",
          "kserve validateMultipleStorageURIs", storeIsGivenOnce},
    Rule {"kserve/storage-missing", service, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "Nothing says where the model lies."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write storageUri, or arguments with which the runtime fetches it."),
          "kserve: the runtime would find an empty folder", modelsAreSomewhere, true},
    Rule {"kserve/deployment-mode", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no deploymentMode: use one of %2."), "",
          "kserve constants.go DeploymentModeType", modeIsKnown, true},
    Rule {"kserve/deployment-mode-old", service, Hint, QT_TRANSLATE_NOOP("Diagnostic", "%1 is the old name of %2."), "",
          "kserve constants.go LegacyRawDeployment, LegacyServerless", modeHasItsNewName, true},
    Rule {"kserve/autoscaler", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no autoscalerClass: use one of %2."), "",
          "kserve AutoscalerAllowedClassList", autoscalerIsKnown},
    Rule {"kserve/scale-metric", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The autoscaler %2 does not look at %1."),
          QT_TRANSLATE_NOOP("Diagnostic",
                            "hpa: cpu or memory; Knative: concurrency or rps; keda: use autoScaling.metrics instead."),
          "kserve validateAutoScalingCompExtension", metricFitsTheAutoscaler},
    Rule {"kserve/scale-target", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The target for cpu is a percentage: 1 to 100, not %1."), "",
          "kserve validateScalingHPACompExtension", targetIsAPercentage},
    Rule {"kserve/deployment-strategy", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "deploymentStrategy works in Standard mode only."), "",
          "kserve validateScalingKPACompExtension", strategyNeedsStandard},
    Rule {"kserve/scale-to-zero", service, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "In Standard mode one replica stays: only Knative scales to zero."),
          QT_TRANSLATE_NOOP("Diagnostic", "Stop it with the annotation serving.kserve.io/stop: \"true\"."),
          "kserve hpa_reconciler.go", zeroNeedsKnative, true},
    Rule {"kserve/canary-range", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no share of the traffic: 0 to 100."), "",
          "knative traffic percent; not checked by KServe's webhook", canaryIsAShare, true},
    Rule {"kserve/canary-mode", service, Warning,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "In Standard mode canaryTrafficPercent is ignored: all traffic goes to the newest."),
          "", "kserve: revisions are Knative's", canaryNeedsKnative, true},
    Rule {"kserve/canary-sum", service, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The traffic of the canaries must be 0 to 100, together and each: %1."), "",
          "kserve 0.20 canary validation", canariesShareTheTraffic},
    Rule {"kserve/canary-name-twice", service, Error, QT_TRANSLATE_NOOP("Diagnostic", "Another canary is called %1."),
          "", "kserve 0.20 canary validation", canaryNamesDiffer},
    Rule {"kserve/container-name", service, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "No container of %1 is called kserve-container: KServe looks for this name."),
          "", "kserve predictor_custom.go; the first container is taken", customContainerIsNamed, true},
};

} // namespace
} // namespace kserve_file

std::span<const Rule> kserveRules() { return kserve_file::rules; }

} // namespace k8s
