// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/podspecs.h"
#include "k8s/spec/rules_tools.h"
#include "k8s/spec/suggestion.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <set>

namespace k8s {

namespace trial_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto experiment = "kubeflow.org/v1beta1/Experiment";

SpecValue trialTemplate(const RuleContext &context) { return context.spec()["trialTemplate"]; }
SpecValue trialSpec(const RuleContext &context) { return trialTemplate(context)["trialSpec"]; }

struct Use
{
    std::string name; ///< of ${trialParameters.name}
    SpecValue value;
};

/// Every ${trialParameters.x} of the trial, keys included.
std::vector<Use> uses(SpecValue trial)
{
    std::vector<Use> found;
    std::vector<SpecValue> open {trial};
    const auto look = [&](std::string_view text, SpecValue value) {
        constexpr std::string_view start = "${trialParameters.";
        for (size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
            const size_t end = text.find('}', at);
            if (end != std::string_view::npos)
                found.push_back({std::string(text.substr(at + start.size(), end - at - start.size())), value});
        }
    };
    while (!open.empty()) {
        const SpecValue value = open.back();
        open.pop_back();
        if (!value.exists())
            continue;
        look(value.key(), value);
        look(value.text(), value);
        for (SpecValue child : value)
            open.push_back(child);
    }
    return found;
}

void trialIsGivenOnce(RuleContext &context)
{
    const SpecValue trial = trialTemplate(context);
    if (!context.spec().isMap())
        return;
    if (trial["trialSpec"].exists() == trial["configMap"].exists())
        context.reportKey(trial.exists() ? trial : context.spec());
}

void primaryContainerIsNamed(RuleContext &context)
{
    const SpecValue trial = trialTemplate(context);
    if (trial.isMap() && trial["primaryContainerName"].text().empty())
        context.reportKey(trial["primaryContainerName"].exists() ? trial["primaryContainerName"] : trial);
}

void primaryContainerExists(RuleContext &context)
{
    const SpecValue primary = trialTemplate(context)["primaryContainerName"];
    std::vector<std::string_view> names;
    for (const PodTemplate &pod : podTemplates(trialSpec(context))) {
        for (SpecValue container : pod.spec["containers"])
            names.push_back(container["name"].text());
    }
    if (primary.text().empty() || names.empty() || std::ranges::find(names, primary.text()) != names.end())
        return;
    Diagnostic &diagnostic = context.report(primary, {primary.string()});
    const std::string_view nearest = names.size() == 1 ? names.front() : nearestWord(primary.text(), names);
    if (!nearest.empty())
        RuleContext::offer(diagnostic, primary, QByteArray(nearest.data(), qsizetype(nearest.size())));
}

void conditionsAreGiven(RuleContext &context)
{
    constexpr std::array<std::string_view, 8> known {"Job",        "TFJob",     "PyTorchJob", "MPIJob",
                                                     "XGBoostJob", "PaddleJob", "JAXJob",     "TrainJob"};
    const SpecValue trial = trialTemplate(context);
    const SpecValue kind = trialSpec(context)["kind"];
    const bool defaulted = std::ranges::find(known, kind.text()) != known.end();
    if (!trial.isMap() || defaulted || (trial["configMap"].exists() && !kind.exists()))
        return;
    for (const char *field : {"successCondition", "failureCondition"}) {
        if (trial[field].text().empty())
            reportIn(context, trial, field, {QString::fromUtf8(field), kind.string()});
    }
}

void trialHasAKind(RuleContext &context)
{
    const SpecValue trial = trialSpec(context);
    if (trial.isMap() && (trial["kind"].text().empty() || trial["apiVersion"].text().empty()))
        context.reportKey(trial);
}

void trialHasNoName(RuleContext &context)
{
    for (const char *field : {"name", "namespace"}) {
        const SpecValue value = trialSpec(context)["metadata"][field];
        if (!value.text().empty())
            context.reportKey(value, {QString::fromUtf8(field)});
    }
}

void parametersAreGiven(RuleContext &context)
{
    const SpecValue trial = trialTemplate(context);
    if (trial.isMap() && !trial["trialParameters"].isList())
        context.reportKey(trial["trialParameters"].exists() ? trial["trialParameters"] : trial);
}

void parametersAreComplete(RuleContext &context)
{
    for (SpecValue parameter : trialTemplate(context)["trialParameters"]) {
        const std::string_view name = parameter["name"].text();
        if (parameter.isMap()
            && (name.empty() || parameter["reference"].text().empty()
                || name.find_first_of("{}") != std::string_view::npos))
            context.report(parameter["name"].exists() ? parameter["name"] : parameter);
    }
}

void parametersDiffer(RuleContext &context)
{
    reportRepeated(context, {trialTemplate(context)["trialParameters"]}, "name");
    reportRepeated(context, {trialTemplate(context)["trialParameters"]}, "reference");
}

void referencesExist(RuleContext &context)
{
    std::vector<std::string_view> names;
    for (SpecValue parameter : context.spec()["parameters"])
        names.push_back(parameter["name"].text());
    for (SpecValue parameter : trialTemplate(context)["trialParameters"]) {
        const SpecValue reference = parameter["reference"];
        if (names.empty() || reference.text().empty() || reference.text().starts_with("${trialSpec.")
            || std::ranges::find(names, reference.text()) != names.end())
            continue;
        Diagnostic &diagnostic = context.report(reference, {reference.string()});
        if (const std::string_view nearest = nearestWord(reference.text(), names); !nearest.empty())
            RuleContext::offer(diagnostic, reference, QByteArray(nearest.data(), qsizetype(nearest.size())));
    }
}

void parametersAreUsed(RuleContext &context)
{
    if (!trialSpec(context).isMap())
        return;
    std::set<std::string, std::less<>> used;
    for (const Use &use : uses(trialSpec(context)))
        used.insert(use.name);
    for (SpecValue parameter : trialTemplate(context)["trialParameters"]) {
        if (!parameter["name"].text().empty() && !used.contains(parameter["name"].text()))
            context.report(parameter["name"], {parameter["name"].string()});
    }
}

void usesAreDefined(RuleContext &context)
{
    const SpecValue parameters = trialTemplate(context)["trialParameters"];
    for (const Use &use : uses(trialSpec(context))) {
        const bool defined = std::any_of(parameters.begin(), parameters.end(),
                                         [&](SpecValue parameter) { return parameter["name"].text() == use.name; });
        if (!defined)
            context.report(use.value, {QString::fromStdString(use.name)});
    }
}

void searchedParametersReachTheTrial(RuleContext &context)
{
    const SpecValue parameters = trialTemplate(context)["trialParameters"];
    for (SpecValue searched : context.spec()["parameters"]) {
        const bool reaches = std::any_of(parameters.begin(), parameters.end(), [&](SpecValue parameter) {
            return parameter["reference"].text() == searched["name"].text();
        });
        if (parameters.size() > 0 && !reaches && !searched["name"].text().empty())
            context.report(searched["name"], {searched["name"].string()});
    }
}

void jobsEnd(RuleContext &context)
{
    if (trialSpec(context)["kind"].text() != "Job")
        return;
    const SpecValue pod = trialSpec(context)["spec"]["template"]["spec"];
    const SpecValue policy = pod["restartPolicy"];
    if (!pod.isMap() || policy.text() == "Never" || policy.text() == "OnFailure")
        return;
    Diagnostic &diagnostic = context.report(policy.exists() ? policy : pod);
    RuleContext::offer(diagnostic, policy, "Never");
}

SpecValue collector(const RuleContext &context) { return context.spec()["metricsCollectorSpec"]; }
std::string_view collectorKind(const RuleContext &context) { return collector(context)["collector"]["kind"].text(); }

void fileIsAbsolute(RuleContext &context)
{
    const bool file = collectorKind(context) == "File";
    const SpecValue place = collector(context)["source"]["fileSystemPath"];
    if (!file && collectorKind(context) != "TensorFlowEvent")
        return;
    const SpecValue path = place["path"];
    if (path.isString() && !path.text().empty() && !path.text().starts_with("/"))
        context.report(path, {path.string()});
}

void fileKindFits(RuleContext &context)
{
    const SpecValue kind = collector(context)["source"]["fileSystemPath"]["kind"];
    const std::string_view wanted = collectorKind(context) == "File" ? "File"
        : collectorKind(context) == "TensorFlowEvent"                ? "Directory"
                                                                     : "";
    if (wanted.empty() || kind.text().empty() || kind.text() == wanted)
        return;
    Diagnostic &diagnostic = context.report(kind, {ruleText(wanted)});
    RuleContext::offer(diagnostic, kind, QByteArray(wanted.data(), qsizetype(wanted.size())));
}

void formatFits(RuleContext &context)
{
    const SpecValue format = collector(context)["source"]["fileSystemPath"]["format"];
    if (collectorKind(context) == "File")
        reportChoice(context, format, {"TEXT", "JSON"});
    else if (collectorKind(context) == "TensorFlowEvent" && !format.text().empty())
        context.report(format, {format.string(), QStringLiteral("–")});
}

void jsonHasNoFilter(RuleContext &context)
{
    const SpecValue source = collector(context)["source"];
    if (collectorKind(context) == "File" && source["fileSystemPath"]["format"].text() == "JSON"
        && source["filter"].exists())
        context.reportKey(source["filter"]);
}

void prometheusIsReachable(RuleContext &context)
{
    const SpecValue get = collector(context)["source"]["httpGet"];
    if (collectorKind(context) != "PrometheusMetric")
        return;
    const SpecValue port = get["port"];
    if (port.exists() && port.string().toInt() <= 0)
        context.report(port);
    if (!get["path"].text().empty() && !get["path"].text().starts_with("/"))
        context.report(get["path"]);
}

void customCollectorIsGiven(RuleContext &context)
{
    const SpecValue own = collector(context)["collector"];
    if (own["kind"].text() == "Custom" && !own["customCollector"].exists())
        context.reportKey(own);
}

void filtersAreExpressions(RuleContext &context)
{
    static const QRegularExpression groups(QStringLiteral(".*\\(.*\\).*\\(.*\\).*"));
    for (SpecValue format : collector(context)["source"]["filter"]["metricsFormat"]) {
        if (format.isString()
            && (!QRegularExpression(format.string()).isValid() || !groups.match(format.string()).hasMatch()))
            context.report(format, {format.string()});
    }
}

void metricsCanBeFound(RuleContext &context)
{
    const std::string_view kind = collectorKind(context);
    const SpecValue source = collector(context)["source"];
    const bool text
        = kind.empty() || kind == "StdOut" || (kind == "File" && source["fileSystemPath"]["format"].text() != "JSON");
    if (!text || source["filter"]["metricsFormat"].size() > 0)
        return;
    static const QRegularExpression findable(QStringLiteral("^[\\w|-]+$"));
    const SpecValue objective = context.spec()["objective"];
    std::vector<SpecValue> names {objective["objectiveMetricName"]};
    for (SpecValue name : objective["additionalMetricNames"])
        names.push_back(name);
    for (const SpecValue &name : names) {
        if (name.isString() && !name.text().empty() && !findable.match(name.string()).hasMatch())
            context.report(name, {name.string()});
    }
}

constexpr auto trialSource = "katib validator.go validateTrialTemplate";
constexpr auto collectorSource = "katib validator.go validateMetricsCollector";

constexpr std::array rules {
    Rule {"trial/source", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "trialTemplate needs a trialSpec or a configMap: exactly one of them."), "",
          trialSource, trialIsGivenOnce},
    Rule {"trial/primary-container", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "trialTemplate needs a primaryContainerName: the container that trains."), "",
          trialSource, primaryContainerIsNamed},
    Rule {"trial/primary-container-name", experiment, Error,
          QT_TRANSLATE_NOOP(
              "Diagnostic",
              "No container of the trial is called %1: Katib takes the experiment, and no metric is found."),
          "", "katib inject_webhook.go; not checked by the webhook", primaryContainerExists, true},
    Rule {"trial/conditions", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "Katib does not know when a %2 has ended: trialTemplate needs %1."), "",
          trialSource, conditionsAreGiven},
    Rule {"trial/kind", experiment, Error, QT_TRANSLATE_NOOP("Diagnostic", "trialSpec needs apiVersion and kind."), "",
          trialSource, trialHasAKind},
    Rule {"trial/name", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "Katib names the trials: %1 must be left out here."), "", trialSource,
          trialHasNoName},
    Rule {"trial/parameters", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "trialTemplate needs trialParameters."), "", trialSource, parametersAreGiven},
    Rule {"trial/parameter", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A trial parameter needs a name without braces, and a reference."), "",
          trialSource, parametersAreComplete},
    Rule {"trial/parameter-twice", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 stands in another trial parameter already."), "", trialSource,
          parametersDiffer},
    Rule {"trial/reference", experiment, Error, QT_TRANSLATE_NOOP("Diagnostic", "The experiment has no parameter %1."),
          "", trialSource, referencesExist},
    Rule {"trial/parameter-unused", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The trial parameter %1 is not used."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write ${trialParameters.%1} into trialSpec."), trialSource,
          parametersAreUsed},
    Rule {"trial/parameter-undefined", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "There is no trial parameter %1."),
          QT_TRANSLATE_NOOP("Diagnostic", "Add it to trialParameters."), "katib generator.go applyParameters",
          usesAreDefined},
    Rule {"trial/parameter-without-effect", experiment, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "No trial parameter refers to %1: it is searched without effect."), "",
          "katib; not checked by the webhook", searchedParametersReachTheTrial, true},
    Rule {"trial/restart-policy", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "The pods of a Job need restartPolicy Never or OnFailure: no trial would start."),
          "", "kubernetes pkg/apis/batch/validation; not checked by Katib", jobsEnd, true},
    Rule {"collector/path", experiment, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must be an absolute path."), "",
          collectorSource, fileIsAbsolute},
    Rule {"collector/file-kind", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "This collector reads a fileSystemPath of kind %1."), "", collectorSource,
          fileKindFits},
    Rule {"collector/format", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "This collector cannot read the format %1; it reads %2."), "",
          collectorSource, formatFits},
    Rule {"collector/json-filter", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "JSON needs no filter: each line is an object."), "", collectorSource,
          jsonHasNoFilter},
    Rule {"collector/prometheus", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "Prometheus needs a port above 0 and a path that starts with a slash."), "",
          collectorSource, prometheusIsReachable},
    Rule {"collector/custom", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A collector of kind Custom needs a customCollector."), "", collectorSource,
          customCollectorIsGiven},
    Rule {"collector/filter", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "%1 is no filter: it must be a regular expression with two groups, for name and value."),
          "", collectorSource, filtersAreExpressions},
    Rule {"collector/metric-name", experiment, Warning,
          QT_TRANSLATE_NOOP("Diagnostic",
                            "The default filter finds letters, digits, dashes and underscores only: %1 would never be "
                            "found, and the trial would end as MetricsUnavailable."),
          QT_TRANSLATE_NOOP("Diagnostic", "Rename the metric, or set source.filter.metricsFormat."),
          "katib DefaultFilter; not checked by the webhook", metricsCanBeFound, true},
};

} // namespace
} // namespace trial_file

std::span<const Rule> trialRules() { return trial_file::rules; }

} // namespace k8s
