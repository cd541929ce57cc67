// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/names.h"
#include "k8s/spec/rules_tools.h"
#include "k8s/spec/suggestion.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace experiment_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto experiment = "kubeflow.org/v1beta1/Experiment";

void nameIsSafe(RuleContext &context)
{
    const SpecValue name = context.metadata()["name"];
    if (name.text().empty() || !isDns1123Subdomain(name.text()))
        return;
    std::string label = toDnsLabel(name.text());
    label = label.substr(0, 40);
    while (!label.empty() && label.back() == '-')
        label.pop_back();
    if (name.text() == label)
        return;
    Diagnostic &diagnostic = context.report(name, {name.string(), QString::number(name.text().size())});
    if (!label.empty())
        RuleContext::offer(diagnostic, name, QByteArray::fromStdString(label));
}

void countsArePositive(RuleContext &context)
{
    reportLess(context, context.spec(), {"maxTrialCount", "parallelTrialCount"}, 1);
}

void failuresAreNotNegative(RuleContext &context) { reportLess(context, context.spec(), {"maxFailedTrialCount"}, 0); }

void countsFit(RuleContext &context)
{
    const SpecValue most = context.spec()["maxTrialCount"];
    for (const char *field : {"parallelTrialCount", "maxFailedTrialCount"}) {
        const SpecValue value = context.spec()[field];
        if (!isInteger(value) || !isInteger(most) || value.integer() <= most.integer())
            continue;
        Diagnostic &diagnostic = context.report(value, {QString::fromUtf8(field), value.string(), most.string()});
        RuleContext::offer(diagnostic, value, QByteArray(most.text().data(), qsizetype(most.text().size())));
    }
}

void objectiveIsGiven(RuleContext &context)
{
    const SpecValue objective = context.spec()["objective"];
    if (!context.spec().isMap())
        return;
    for (const char *field : {"type", "objectiveMetricName"}) {
        if (!objective[field].text().empty())
            continue;
        if (objective.isMap())
            reportIn(context, objective, field, {QStringLiteral("objective.%1").arg(QString::fromUtf8(field))});
        else
            context.reportKey(context.spec(), {QStringLiteral("objective")});
        return;
    }
}

void objectiveIsNotAdditional(RuleContext &context)
{
    const SpecValue objective = context.spec()["objective"];
    for (SpecValue name : objective["additionalMetricNames"]) {
        if (!name.text().empty() && name.text() == objective["objectiveMetricName"].text())
            context.report(name, {name.string()});
    }
}

void strategiesAreKnown(RuleContext &context)
{
    for (SpecValue strategy : context.spec()["objective"]["metricStrategies"])
        reportChoice(context, strategy["value"], {"min", "max", "latest"});
}

void strategiesHaveMetrics(RuleContext &context)
{
    const SpecValue objective = context.spec()["objective"];
    for (SpecValue strategy : objective["metricStrategies"]) {
        const SpecValue name = strategy["name"];
        if (name.isString() && name.text() != objective["objectiveMetricName"].text()
            && !contains(objective["additionalMetricNames"], name.text()))
            context.report(name, {name.string()});
    }
}

void algorithmIsGiven(RuleContext &context)
{
    const SpecValue algorithm = context.spec()["algorithm"];
    if (context.spec().isMap() && algorithm["algorithmName"].text().empty())
        context.reportKey(algorithm.exists() ? algorithm : context.spec());
}

void algorithmIsKnown(RuleContext &context)
{
    reportChoice(context, context.spec()["algorithm"]["algorithmName"],
                 {"random", "grid", "tpe", "multivariate-tpe", "bayesianoptimization", "cmaes", "sobol", "hyperband",
                  "pbt", "enas", "darts"});
    reportChoice(context, context.spec()["earlyStopping"]["algorithmName"], {"medianstop"});
}

void parametersAreGivenOnce(RuleContext &context)
{
    const SpecValue parameters = context.spec()["parameters"];
    const bool nas = context.spec()["nasConfig"].exists();
    if (context.spec().isMap() && (parameters.size() > 0) == nas)
        context.reportKey(nas ? context.spec()["nasConfig"] : parameters.exists() ? parameters : context.spec());
}

void parameterNamesDiffer(RuleContext &context) { reportRepeated(context, {context.spec()["parameters"]}, "name"); }

bool isNumeric(SpecValue parameter)
{
    return parameter["parameterType"].text() == "double" || parameter["parameterType"].text() == "int";
}

bool isChoice(SpecValue parameter)
{
    return parameter["parameterType"].text() == "categorical" || parameter["parameterType"].text() == "discrete";
}

void rangesHaveEnds(RuleContext &context)
{
    for (SpecValue parameter : context.spec()["parameters"]) {
        const SpecValue space = parameter["feasibleSpace"];
        if (isNumeric(parameter) && (space["min"].text().empty() || space["max"].text().empty()))
            reportIn(context, parameter, "feasibleSpace", {parameter["parameterType"].string()});
    }
}

void rangesHaveNoList(RuleContext &context)
{
    for (SpecValue parameter : context.spec()["parameters"]) {
        const SpecValue list = parameter["feasibleSpace"]["list"];
        if (isNumeric(parameter) && list.size() > 0)
            context.reportKey(list, {parameter["parameterType"].string()});
    }
}

void choicesAreListed(RuleContext &context)
{
    for (SpecValue parameter : context.spec()["parameters"]) {
        const SpecValue space = parameter["feasibleSpace"];
        if (isChoice(parameter) && space["list"].size() == 0)
            reportIn(context, parameter, "feasibleSpace", {parameter["parameterType"].string()});
    }
}

void choicesHaveNoEnds(RuleContext &context)
{
    for (SpecValue parameter : context.spec()["parameters"]) {
        for (const char *field : {"min", "max", "step"}) {
            const SpecValue value = parameter["feasibleSpace"][field];
            if (isChoice(parameter) && !value.text().empty())
                context.reportKey(value, {QString::fromUtf8(field), parameter["parameterType"].string()});
        }
    }
}

void rangesAreInOrder(RuleContext &context)
{
    for (SpecValue parameter : context.spec()["parameters"]) {
        const SpecValue space = parameter["feasibleSpace"];
        bool low = false;
        bool high = false;
        const double min = space["min"].string().toDouble(&low);
        const double max = space["max"].string().toDouble(&high);
        if (!isNumeric(parameter))
            continue;
        if (low && high && min > max)
            context.report(space["min"], {space["min"].string(), space["max"].string()});
        else if (space["distribution"].text() == "logUniform" && low && min <= 0)
            context.report(space["min"], {space["min"].string(), QStringLiteral("log")});
    }
}

void boundsAreNumbers(RuleContext &context)
{
    for (SpecValue parameter : context.spec()["parameters"]) {
        for (const char *field : {"min", "max", "step"}) {
            const SpecValue value = parameter["feasibleSpace"][field];
            bool number = false;
            bool whole = false;
            (void)value.string().toDouble(&number);
            (void)value.string().toLongLong(&whole);
            const bool good = parameter["parameterType"].text() == "int" ? whole : number;
            if (isNumeric(parameter) && value.isString() && !value.text().empty() && !good)
                context.report(value, {value.string(), parameter["parameterType"].string()});
        }
    }
}

void gridHasSteps(RuleContext &context)
{
    if (context.spec()["algorithm"]["algorithmName"].text() != "grid")
        return;
    for (SpecValue parameter : context.spec()["parameters"]) {
        const SpecValue space = parameter["feasibleSpace"];
        if (parameter["parameterType"].text() == "double" && space.isMap() && space["step"].text().empty())
            context.reportKey(space, {parameter["name"].string()});
    }
}

constexpr std::array rules {
    Rule {"experiment/name", experiment, Error,
          QT_TRANSLATE_NOOP(
              "Diagnostic",
              "%1 cannot be the name of an Experiment: small letters, digits and dashes, a letter first, at "
              "most 40 characters; it has %2. Katib's own check lets dots pass, and its pods fail later."),
          "", "katib validator.go ValidateExperiment (its pattern has no end)", nameIsSafe},
    Rule {"experiment/counts", experiment, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must be 1 or more."), "",
          "katib validator.go", countsArePositive},
    Rule {"experiment/negative", experiment, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 must not be negative."), "",
          "katib validator.go", failuresAreNotNegative},
    Rule {"experiment/max-trials", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is %2, which is more than maxTrialCount with %3."), "",
          "katib validator.go", countsFit},
    Rule {"experiment/objective", experiment, Error, QT_TRANSLATE_NOOP("Diagnostic", "The experiment needs %1."), "",
          "katib validator.go validateObjective", objectiveIsGiven},
    Rule {"experiment/additional-metric", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is the objective already: it is no additional metric."), "",
          "katib validator.go validateObjective", objectiveIsNotAdditional},
    Rule {"experiment/strategy", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no strategy: use one of %2."), "",
          "katib common_types.go MetricStrategyType; not checked by the webhook", strategiesAreKnown, true},
    Rule {"experiment/strategy-metric", experiment, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is neither the objective nor an additional metric: nobody records it."),
          "", "katib; not checked by the webhook", strategiesHaveMetrics, true},
    Rule {"experiment/algorithm", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The experiment needs algorithm.algorithmName."),
          QT_TRANSLATE_NOOP("Diagnostic", "random is always there."), "katib validator.go validateAlgorithm",
          algorithmIsGiven},
    Rule {"experiment/algorithm-name", experiment, Warning,
          QT_TRANSLATE_NOOP("Diagnostic", "Katib brings no algorithm %1; it brings %2."),
          QT_TRANSLATE_NOOP("Diagnostic", "An administrator may have added it to katib-config."),
          "katib katib-config.yaml", algorithmIsKnown},
    Rule {"experiment/parameters", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "An experiment has parameters or a nasConfig: exactly one of them."), "",
          "katib validator.go", parametersAreGivenOnce},
    Rule {"experiment/parameter-twice", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "Another parameter is called %1."), "", "katib; not checked by the webhook",
          parameterNamesDiffer, true},
    Rule {"experiment/range", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A parameter of type %1 needs feasibleSpace with min and max."), "",
          "katib validator.go validateParameters", rangesHaveEnds},
    Rule {"experiment/range-list", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A parameter of type %1 has min and max, no list."), "",
          "katib validator.go validateParameters", rangesHaveNoList},
    Rule {"experiment/list", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A parameter of type %1 needs feasibleSpace with a list."), "",
          "katib suggestion services; an empty list passes the webhook", choicesAreListed, true},
    Rule {"experiment/list-range", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A parameter of type %2 has a list, no %1."), "",
          "katib validator.go validateParameters", choicesHaveNoEnds},
    Rule {"experiment/range-order", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The range from %1 to %2 is empty."), "",
          "katib suggestion services; not checked by the webhook", rangesAreInOrder, true},
    Rule {"experiment/range-number", experiment, Error, QT_TRANSLATE_NOOP("Diagnostic", "%1 is no number of type %2."),
          "", "katib suggestion services; not checked by the webhook", boundsAreNumbers, true},
    Rule {"experiment/grid-step", experiment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A grid needs a step for %1: else it has no end."),
          QT_TRANSLATE_NOOP("Diagnostic", "Write step in feasibleSpace."),
          "katib grid suggestion service; not checked by the webhook", gridHasSteps, true},
};

} // namespace
} // namespace experiment_file

std::span<const Rule> experimentRules() { return experiment_file::rules; }

} // namespace k8s
