// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/podspecs.h"
#include "models/spec/previewpods.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

struct KindPreviewText
{
    Q_DECLARE_TR_FUNCTIONS(SpecPreview)
};

/// The model of a predictor, whichever field it stands in.
k8s::SpecValue modelOf(k8s::SpecValue predictor)
{
    for (const char *name : {"model", "sklearn", "xgboost", "tensorflow", "pytorch", "triton", "onnx", "huggingface",
                             "lightgbm", "paddle", "pmml"}) {
        if (predictor[name].isMap())
            return predictor[name];
    }
    return {};
}

PreviewPod servingPod(k8s::SpecValue component)
{
    PreviewPod pod = podOf(component);
    const k8s::SpecValue model = modelOf(component);
    if (!model.exists())
        return pod;
    pod.image = model["image"].exists() ? model["image"].string() : KindPreviewText::tr("the runtime's image");
    addResources(model["resources"], pod);
    return pod;
}

QString predictPath(k8s::SpecValue predictor, const QString &name)
{
    const std::string_view protocol = modelOf(predictor)["protocolVersion"].text();
    return protocol == "v2" ? u"/v2/models/%1/infer"_s.arg(name) : u"/v1/models/%1:predict"_s.arg(name);
}

void addServingConsequences(k8s::SpecValue component, bool knative, SpecPreview &preview)
{
    const std::int64_t least = component["minReplicas"].integer(1);
    const std::int64_t most = component["maxReplicas"].integer();
    if (most > std::max<std::int64_t>(1, least))
        preview.consequences.append(
            KindPreviewText::tr("%1: up to %2 pods under load.").arg(component.keyString()).arg(most));
    if (knative && least == 0)
        preview.consequences.append(
            KindPreviewText::tr("%1: no pod without requests; the first one then waits until the model is loaded.")
                .arg(component.keyString()));
}

} // namespace

void previewNotebook(k8s::SpecValue root, const QString &name, const QString &ns, SpecPreview &preview)
{
    const k8s::SpecValue pod = root["spec"]["template"]["spec"];
    const bool stopped = root["metadata"]["annotations"]["kubeflow-resource-stopped"].exists();
    addPods(preview, podOf(pod), stopped ? 0 : 1, [&](PreviewPod &one, int) {
        one.name = name + u"-0"_s;
        one.host = u"%1.%2.svc"_s.arg(name, ns);
        one.environment = {u"NB_PREFIX=/notebook/%1/%2"_s.arg(ns, name)};
    });
    const std::int64_t port = pod["containers"].at(0)["ports"].at(0)["containerPort"].integer(8888);
    preview.others += {KindPreviewText::tr("StatefulSet %1").arg(name),
                       KindPreviewText::tr("Service %1, port 80 to %2").arg(name).arg(port)};
    if (stopped)
        preview.consequences.append(
            KindPreviewText::tr("The notebook is created stopped: its pod comes when it is started."));
    preview.consequences.append(
        KindPreviewText::tr("It holds what it asked for until it is stopped, also while nobody works."));
}

void previewInferenceService(k8s::SpecValue root, const QString &name, const QString &ns, SpecPreview &preview)
{
    const std::string_view mode = root["metadata"]["annotations"]["serving.kserve.io/deploymentMode"].text();
    const bool knative = mode == "Knative" || mode == "Serverless";
    for (const char *role : {"predictor", "transformer", "explainer"}) {
        const k8s::SpecValue component = root["spec"][role];
        if (!component.isMap())
            continue;
        const QString service = u"%1-%2"_s.arg(name, QString::fromUtf8(role));
        const std::int64_t least = component["minReplicas"].integer(1);
        addPods(preview, servingPod(component), knative ? least : std::max<std::int64_t>(1, least),
                [&](PreviewPod &pod, int) {
                    pod.role = QString::fromUtf8(role);
                    pod.name = service + (knative ? u"-00001-deployment-*"_s : u"-*"_s);
                    pod.host = u"%1.%2.svc"_s.arg(service, ns);
                });
        preview.others.append(knative ? KindPreviewText::tr("Knative Service %1").arg(service)
                                      : KindPreviewText::tr("Deployment and Service %1").arg(service));
        addServingConsequences(component, knative, preview);
    }
    const QString entry = root["spec"]["transformer"].isMap() ? u"transformer"_s : u"predictor"_s;
    preview.consequences.append(KindPreviewText::tr("Predictions inside the cluster: POST http://%1-%2.%3.svc%4")
                                    .arg(name, entry, ns, predictPath(root["spec"]["predictor"], name)));
    if (!modelOf(root["spec"]["predictor"])["storageUri"].text().empty())
        preview.consequences.append(KindPreviewText::tr("An init container fetches the model before a pod is ready."));
}

void previewSeldon(k8s::SpecValue root, const QString &name, const QString &ns, SpecPreview &preview)
{
    const k8s::SpecValue spec = root["spec"];
    for (k8s::SpecValue predictor : spec["predictors"]) {
        const std::int64_t replicas = predictor["replicas"].integer(spec["replicas"].integer(1));
        const QString base = u"%1-%2"_s.arg(name, predictor["name"].string());
        PreviewPod pod = podOf(predictor["componentSpecs"].at(0)["spec"]);
        if (pod.image.isEmpty())
            pod.image = KindPreviewText::tr("the server's image");
        const QString step = predictor["graph"]["name"].string();
        addPods(preview, pod, replicas, [&](PreviewPod &one, int) {
            one.role = predictor["name"].string();
            one.name = u"%1-0-%2-*"_s.arg(base, step);
            one.host = u"%1.%2.svc"_s.arg(base, ns);
        });
        preview.others.append(KindPreviewText::tr("Deployment and Service %1").arg(base));
        if (predictor["shadow"].boolean())
            preview.consequences.append(
                KindPreviewText::tr("%1 gets copies of the requests; its answers are dropped.").arg(base));
        else if (predictor["traffic"].exists())
            preview.consequences.append(
                KindPreviewText::tr("%1 gets %2 % of the requests.").arg(base).arg(predictor["traffic"].integer()));
    }
}

void previewExperiment(k8s::SpecValue root, const QString &name, SpecPreview &preview)
{
    const k8s::SpecValue spec = root["spec"];
    const std::int64_t most = spec["maxTrialCount"].integer();
    const std::int64_t parallel = std::clamp<std::int64_t>(spec["parallelTrialCount"].integer(3), 1, 1000);
    const std::int64_t together = most > 0 ? std::min(parallel, most) : parallel;
    for (const k8s::PodTemplate &entry : k8s::podTemplates(spec["trialTemplate"]["trialSpec"])) {
        const std::int64_t replicas = std::clamp<std::int64_t>(entry.replicas, 0, 1000);
        addPods(preview, podOf(entry.spec), replicas * together, [&](PreviewPod &pod, int index) {
            pod.role = entry.role;
            pod.name = entry.role.isEmpty()
                ? u"%1-*"_s.arg(name)
                : u"%1-*-%2-%3"_s.arg(name, entry.role.toLower()).arg(index % std::max<std::int64_t>(1, replicas));
        });
    }
    preview.others
        += {KindPreviewText::tr("Suggestion %1").arg(name),
            KindPreviewText::tr("Deployment and Service %1-%2").arg(name, spec["algorithm"]["algorithmName"].string())};
    const QString kind = spec["trialTemplate"]["trialSpec"]["kind"].string();
    preview.consequences.append(
        most > 0 ? KindPreviewText::tr("Up to %1 trials (%2), %3 at the same time.").arg(most).arg(kind).arg(together)
                 : KindPreviewText::tr("Trials (%1) without end, %2 at the same time.").arg(kind).arg(together));
    const k8s::SpecValue objective = spec["objective"];
    if (objective["goal"].exists())
        preview.consequences.append(KindPreviewText::tr("It ends early once %1 reaches %2.")
                                        .arg(objective["objectiveMetricName"].string(), objective["goal"].string()));
    if (!spec["trialTemplate"]["retain"].boolean())
        preview.consequences.append(
            KindPreviewText::tr("The pods of a trial are deleted when it ends, and their logs with them."));
}

} // namespace models
