// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/rules_tools.h"
#include "k8s/spec/suggestion.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace seldon_file {
namespace {

using enum Diagnostic::Severity;

constexpr auto deployment = "machinelearning.seldon.io/v1/SeldonDeployment";
constexpr int maxSteps = 1000; ///< of one graph: a hostile text may nest

constexpr std::array<std::string_view, 7> servers {"SKLEARN_SERVER", "XGBOOST_SERVER",    "MLFLOW_SERVER",
                                                   "TRITON_SERVER",  "TENSORFLOW_SERVER", "HUGGINGFACE_SERVER",
                                                   "TEMPO_SERVER"};
constexpr std::array<std::string_view, 5> builtIn {"SIMPLE_MODEL", "SIMPLE_ROUTER", "RANDOM_ABTEST", "AVERAGE_COMBINER",
                                                   "UNKNOWN_IMPLEMENTATION"};

SpecValue predictors(const RuleContext &context) { return context.spec()["predictors"]; }

/// All steps of a predictor's graph.
std::vector<SpecValue> steps(SpecValue predictor)
{
    std::vector<SpecValue> all;
    if (predictor["graph"].isMap())
        all.push_back(predictor["graph"]);
    for (size_t i = 0; i < all.size() && all.size() < maxSteps; ++i) {
        const SpecValue children = all[i]["children"];
        all.insert(all.end(), children.begin(), children.end());
    }
    return all;
}

void forEachStep(RuleContext &context, const std::function<void(SpecValue step, SpecValue predictor)> &visit)
{
    for (SpecValue predictor : predictors(context)) {
        for (const SpecValue &step : steps(predictor))
            visit(step, predictor);
    }
}

std::vector<std::string_view> containerNames(SpecValue predictor)
{
    std::vector<std::string_view> names;
    for (SpecValue pod : predictor["componentSpecs"]) {
        for (SpecValue container : pod["spec"]["containers"])
            names.push_back(container["name"].text());
    }
    return names;
}

bool isServer(std::string_view implementation) { return std::ranges::find(servers, implementation) != servers.end(); }

void predictorsExist(RuleContext &context)
{
    if (context.spec().isMap() && predictors(context).size() == 0)
        context.reportKey(predictors(context).exists() ? predictors(context) : context.spec());
}

void predictorNamesDiffer(RuleContext &context) { reportRepeated(context, {predictors(context)}, "name"); }

void trafficIsShared(RuleContext &context)
{
    std::int64_t sum = 0;
    int visible = 0;
    for (SpecValue predictor : predictors(context)) {
        if (predictor["shadow"].boolean())
            continue;
        sum += predictor["traffic"].integer();
        ++visible;
    }
    const bool alone = predictors(context).size() == 1;
    if ((visible > 1 && sum != 100) || (alone && sum > 0 && sum < 100))
        reportIn(context, predictors(context).at(0), "traffic", {QString::number(sum)});
}

void shadowsAreFew(RuleContext &context)
{
    int shadows = 0;
    for (SpecValue predictor : predictors(context)) {
        if (!predictor["shadow"].boolean())
            continue;
        if (++shadows > 1 || predictors(context).size() == 1)
            context.report(predictor["shadow"]);
    }
}

void shadowTrafficIsAShare(RuleContext &context)
{
    for (SpecValue predictor : predictors(context)) {
        const SpecValue traffic = predictor["traffic"];
        if (isInteger(traffic) && (traffic.integer() < 0 || traffic.integer() > 100))
            context.report(traffic, {traffic.string()});
    }
}

void stepsHaveContainers(RuleContext &context)
{
    forEachStep(context, [&](SpecValue step, SpecValue predictor) {
        const std::string_view implementation = step["implementation"].text();
        const SpecValue name = step["name"];
        const std::vector<std::string_view> containers = containerNames(predictor);
        if ((!implementation.empty() && implementation != "UNKNOWN_IMPLEMENTATION") || name.text().empty()
            || std::ranges::find(containers, name.text()) != containers.end())
            return;
        Diagnostic &diagnostic = context.report(name, {name.string()});
        if (const std::string_view nearest = nearestWord(name.text(), containers); !nearest.empty())
            RuleContext::offer(diagnostic, name, QByteArray(nearest.data(), qsizetype(nearest.size())));
    });
}

void implementationsAreKnown(RuleContext &context)
{
    forEachStep(context, [&](SpecValue step, SpecValue) {
        std::vector<std::string_view> known(servers.begin(), servers.end());
        known.insert(known.end(), builtIn.begin(), builtIn.end());
        reportChoice(context, step["implementation"], known);
    });
}

void serversHaveModels(RuleContext &context)
{
    forEachStep(context, [&](SpecValue step, SpecValue) {
        const SpecValue implementation = step["implementation"];
        if (isServer(implementation.text()) && implementation.text() != "HUGGINGFACE_SERVER"
            && step["modelUri"].text().empty())
            context.report(implementation, {implementation.string()});
    });
}

void serversSpeakTheProtocol(RuleContext &context)
{
    if (context.spec()["protocol"].text() != "tensorflow")
        return;
    forEachStep(context, [&](SpecValue step, SpecValue) {
        const std::string_view server = step["implementation"].text();
        if (server == "SKLEARN_SERVER" || server == "XGBOOST_SERVER" || server == "MLFLOW_SERVER")
            context.report(step["implementation"], {step["implementation"].string()});
    });
}

void unknownTypesHaveMethods(RuleContext &context)
{
    forEachStep(context, [&](SpecValue step, SpecValue) {
        if (step["type"].text() == "UNKNOWN_TYPE" && step["methods"].size() == 0)
            context.report(step["type"]);
    });
}

void loggersHaveAMode(RuleContext &context)
{
    forEachStep(context, [&](SpecValue step, SpecValue) {
        if (step["logger"].isMap() && step["logger"]["mode"].text().empty())
            context.reportKey(step["logger"]);
    });
}

void kafkaHasTopics(RuleContext &context)
{
    if (context.spec()["serverType"].text() != "kafka")
        return;
    for (SpecValue predictor : predictors(context)) {
        QStringList missing;
        for (const char *name : {"KAFKA_BROKER", "KAFKA_INPUT_TOPIC", "KAFKA_OUTPUT_TOPIC"}) {
            const SpecValue env = predictor["svcOrchSpec"]["env"];
            if (std::none_of(env.begin(), env.end(), [&](SpecValue v) { return v["name"].text() == name; }))
                missing.append(QString::fromUtf8(name));
        }
        if (!missing.isEmpty())
            reportIn(context, predictor, "name", {missing.join(QStringLiteral(", "))});
    }
}

void transportsAreNotMixed(RuleContext &context)
{
    const std::string_view whole = context.spec()["transport"].text();
    std::string_view first = whole == "rest" ? "REST" : whole == "grpc" ? "GRPC" : "";
    forEachStep(context, [&](SpecValue step, SpecValue) {
        const SpecValue type = step["endpoint"]["type"];
        if (type.text().empty())
            return;
        if (first.empty())
            first = type.text();
        else if (type.text() != first)
            context.report(type, {type.string(), ruleText(first)});
    });
}

void derivedNamesFit(RuleContext &context)
{
    for (SpecValue predictor : predictors(context)) {
        for (const std::string_view container : containerNames(predictor)) {
            const QString name = QStringLiteral("%1-%2-0-%3")
                                     .arg(ruleText(context.name()), predictor["name"].string(), ruleText(container));
            if (name.size() > 63) {
                reportIn(context, predictor, "name", {name, QString::number(name.size())});
                break;
            }
        }
    }
}

constexpr std::array rules {
    Rule {"seldon/predictors", deployment, Error, QT_TRANSLATE_NOOP("Diagnostic", "There is no predictor."), "",
          "seldon-core ValidateSeldonDeployment", predictorsExist},
    Rule {"seldon/predictor-name-twice", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "Another predictor is called %1."), "",
          "seldon-core ValidateSeldonDeployment", predictorNamesDiffer},
    Rule {"seldon/traffic", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The traffic of the predictors must be 100 together; it is %1."),
          QT_TRANSLATE_NOOP("Diagnostic", "A single predictor needs none; shadows do not count."),
          "seldon-core checkTraffic", trafficIsShared},
    Rule {"seldon/shadow", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "There can be one shadow, beside a predictor that answers."), "",
          "seldon-core checkTraffic, validateShadow", shadowsAreFew},
    Rule {"seldon/traffic-range", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no share of the traffic: 0 to 100."), "", "seldon-core checkTraffic",
          shadowTrafficIsAShare},
    Rule {"seldon/container", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The step %1 has no container of this name, and no implementation."),
          QT_TRANSLATE_NOOP("Diagnostic",
                            "Add the container under componentSpecs, or name a server such as SKLEARN_SERVER."),
          "seldon-core checkPredictiveUnits", stepsHaveContainers},
    Rule {"seldon/implementation", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 is no server that Seldon Core brings: use one of %2."),
          QT_TRANSLATE_NOOP("Diagnostic", "An administrator may have added it to seldon-config."),
          "seldon-core prepack.go", implementationsAreKnown},
    Rule {"seldon/model-uri", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The server %1 needs a modelUri beside it."), "",
          "seldon-core checkPredictiveUnits", serversHaveModels},
    Rule {"seldon/protocol", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 cannot speak the protocol tensorflow."),
          QT_TRANSLATE_NOOP("Diagnostic", "Use protocol: v2 or seldon."), "seldon-core checkPredictiveUnits",
          serversSpeakTheProtocol},
    Rule {"seldon/methods", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "A step of UNKNOWN_TYPE must say its methods."), "",
          "seldon-core checkPredictiveUnits", unknownTypesHaveMethods},
    Rule {"seldon/logger-mode", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "The logger needs a mode: all, request or response."), "",
          "seldon-core checkPredictiveUnits", loggersHaveAMode},
    Rule {"seldon/kafka", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "With serverType kafka the predictor needs %1 under svcOrchSpec.env."), "",
          "seldon-core validateKafka", kafkaHasTopics},
    Rule {"seldon/transport", deployment, Error,
          QT_TRANSLATE_NOOP("Diagnostic", "%1 cannot be mixed with %2: a graph has one transport."),
          QT_TRANSLATE_NOOP("Diagnostic", "Set spec.transport and leave endpoint.type out."),
          "seldon-core collectTransports", transportsAreNotMixed},
    Rule {"seldon/name-length", deployment, Warning,
          QT_TRANSLATE_NOOP(
              "Diagnostic",
              "The Deployment %1 would have a name of %2 characters: Seldon calls it seldon-<hash> instead, "
              "and you will not find it by its name."),
          "", "seldon-core GetSeldonDeploymentName; not said by the webhook", derivedNamesFit, true},
};

} // namespace
} // namespace seldon_file

std::span<const Rule> seldonRules() { return seldon_file::rules; }

} // namespace k8s
