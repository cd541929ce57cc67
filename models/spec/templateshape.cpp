// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/templateshape.h"

#include "k8s/spec/document.h"
#include "k8s/spec/frameworks.h"
#include "k8s/spec/podspecs.h"

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

using Part = TemplateShape::Part;
using Picture = TemplateShape::Picture;

int small(std::int64_t count) { return int(std::clamp<std::int64_t>(count, 0, 1000)); }

QList<Part> podsOf(k8s::SpecValue root, const k8s::Framework &framework)
{
    const k8s::SpecValue elastic = root["spec"]["elasticPolicy"];
    std::vector<k8s::PodTemplate> templates = k8s::podTemplates(root);
    std::ranges::stable_sort(templates, {}, [&](const k8s::PodTemplate &entry) {
        return std::ranges::find(framework.replicaTypes, entry.role.toStdString()) - framework.replicaTypes.begin();
    });
    QList<Part> parts;
    for (const k8s::PodTemplate &entry : templates) {
        Part part {.role = entry.role, .count = small(entry.replicas)};
        if (entry.role == "Worker"_L1)
            part.possible = small(elastic["maxReplicas"].integer() - entry.replicas);
        parts.append(part);
    }
    return parts;
}

QList<Part> stepsOf(k8s::SpecValue spec)
{
    QList<Part> parts;
    for (const char *step : {"transformer", "predictor", "explainer"}) {
        if (spec[step].exists())
            parts.append({.role = QString::fromUtf8(step),
                          .count = small(std::max<std::int64_t>(1, spec[step]["minReplicas"].integer(1)))});
    }
    return parts;
}

QList<Part> predictorsOf(k8s::SpecValue spec)
{
    QList<Part> parts;
    for (k8s::SpecValue predictor : spec["predictors"])
        parts.append({.role = predictor["name"].string(), .share = small(predictor["traffic"].integer())});
    return parts;
}

TemplateShape trainShape(k8s::SpecValue root, std::string_view kind)
{
    TemplateShape shape {.picture = Picture::Pods};
    if (const k8s::Framework *framework = k8s::frameworkOf(root["apiVersion"].text(), kind)) {
        shape.parts = podsOf(root, *framework);
    } else if (kind == "TrainJob") {
        shape.parts = {{.role = u"node"_s, .count = small(root["spec"]["trainer"]["numNodes"].integer(1))}};
    } else {
        shape.pattern = kind != "Job" && kind != "JobSet";
        for (const k8s::PodTemplate &entry : k8s::podTemplates(root))
            shape.parts.append({.role = entry.role, .count = small(entry.replicas)});
    }
    return shape;
}

/// Nothing for an ingredient such as a ConfigMap.
TemplateShape mainShape(k8s::SpecValue root)
{
    const std::string_view kind = root["kind"].text();
    const k8s::SpecValue spec = root["spec"];
    if (k8s::frameworkOf(root["apiVersion"].text(), kind) || kind == "TrainJob" || kind == "TrainingRuntime"
        || kind == "ClusterTrainingRuntime" || kind == "Job" || kind == "JobSet")
        return trainShape(root, kind);
    if (kind == "InferenceService")
        return {.picture = Picture::Service, .parts = stepsOf(spec)};
    if (kind == "SeldonDeployment")
        return {.picture = Picture::Service, .parts = predictorsOf(spec)};
    if (kind == "ServingRuntime" || kind == "ClusterServingRuntime")
        return {.picture = Picture::Service, .parts = {{.role = u"runtime"_s}}, .pattern = true};
    if (kind == "Deployment" || kind == "StatefulSet")
        return {.picture = Picture::Service,
                .parts = {{.role = u"server"_s, .count = small(spec["replicas"].integer(1))}}};
    if (kind == "Notebook")
        return {.picture = Picture::Notebook};
    if (kind == "Experiment")
        return {.picture = Picture::Search,
                .parts = {{.role = u"trial"_s, .count = small(spec["maxTrialCount"].integer(10))}}};
    return {};
}

TemplateShape ingredientShape(k8s::SpecValue root)
{
    const std::string_view kind = root["kind"].text();
    if (kind == "ConfigMap")
        return {.picture = Picture::Document};
    if (kind == "Secret")
        return {.picture = Picture::Key};
    return kind == "PersistentVolumeClaim" ? TemplateShape {.picture = Picture::Storage} : TemplateShape {};
}

} // namespace

TemplateShape shapeOf(const QString &yaml)
{
    const auto text = k8s::parseSpec(yaml.toUtf8());
    TemplateShape shape;
    for (const k8s::SpecPart &part : text->parts()) {
        if (part.isEmpty() || part.isBroken())
            continue;
        if (TemplateShape main = mainShape(part.root()); main.picture != Picture::Plain)
            shape = std::move(main);
        else if (shape.picture == Picture::Plain)
            shape = ingredientShape(part.root());
        else
            continue;
        if (shape.picture != Picture::Document && shape.picture != Picture::Key && shape.picture != Picture::Storage)
            break;
    }
    shape.gpu = yaml.contains(u"/gpu:"_s) && !yaml.contains(u"# nvidia.com/gpu"_s);
    return shape;
}

} // namespace models
