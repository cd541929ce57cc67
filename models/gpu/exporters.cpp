// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/exporters.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr QLatin1StringView exporterWords[]
    = {"dcgm-exporter"_L1, "dcgm_exporter"_L1, "device-metrics-exporter"_L1, "amd-metrics-exporter"_L1,
       "gpu-exporter"_L1,  "gpu_exporter"_L1,  "gpu-metrics-exporter"_L1};
constexpr int dcgmPort = 9400, amdPort = 5000;

bool namesExporter(const QString &text)
{
    return std::ranges::any_of(exporterWords, [&text](QLatin1StringView word) { return text.contains(word); });
}

bool labelsNameExporter(const k8s::JsonView &labels)
{
    for (const auto *key : {"app.kubernetes.io/name", "app.kubernetes.io/component", "app", "k8s-app", "name"}) {
        if (namesExporter(labels[key].string()))
            return true;
    }
    return false;
}

/// The port called "metrics", one of the usual ones, or the only one there is.
int metricsPort(const k8s::JsonView &container)
{
    int best = 0, score = 0;
    const auto ports = container["ports"];
    ports.forEach([&](const k8s::JsonView &port) {
        const int number = int(port["containerPort"].integer());
        const int points = port["name"].text() == "metrics" || port["name"].text() == "http-metrics" ? 3
            : number == dcgmPort || number == amdPort                                                ? 2
                                                                                                     : 1;
        if (number > 0 && number < 65536 && points > score) {
            best = number;
            score = points;
        }
    });
    return score > 1 || ports.size() == 1 ? best : 0;
}

/// An annotation is free text and becomes part of an address: only plain paths are taken.
QString pathOf(const k8s::JsonView &annotations)
{
    const QString path = annotations["prometheus.io/path"].string();
    const bool isPlain
        = path.startsWith(u'/') && path.size() < 100 && !path.contains(".."_L1)
        && std::ranges::all_of(
              path, [](QChar c) { return (c.unicode() < 128 && c.isLetterOrNumber()) || u"/_-."_s.contains(c); });
    return isPlain ? path : u"/metrics"_s;
}

int annotatedPort(const k8s::JsonView &annotations)
{
    const int port = annotations["prometheus.io/port"].string().toInt();
    return port > 0 && port < 65536 ? port : 0;
}

} // namespace

QString Exporter::proxyPath() const
{
    return u"/api/v1/namespaces/%1/pods/%2%3:%4/proxy%5"_s.arg(ns, tls ? u"https:"_s : QString(), pod)
        .arg(port)
        .arg(path);
}

std::optional<Exporter> exporterOf(const k8s::JsonView &pod)
{
    const auto metadata = pod["metadata"];
    const QString name = metadata["name"].string();
    if (pod.at("status", "phase").text() != "Running" || metadata["deletionTimestamp"].exists())
        return std::nullopt;
    const bool byName = labelsNameExporter(metadata["labels"]) || namesExporter(name);
    int port = annotatedPort(metadata["annotations"]);
    bool found = byName && port > 0;
    int usual = name.contains("device-metrics"_L1) || name.contains("amd"_L1) ? amdPort : dcgmPort;
    pod.at("spec", "containers").forEach([&](const k8s::JsonView &container) {
        const bool isIt = namesExporter(container["image"].string()) || namesExporter(container["name"].string());
        if (found || !(isIt || byName))
            return;
        port = port > 0 ? port : metricsPort(container);
        found = port > 0 || isIt;
    });
    if (!found && !byName)
        return std::nullopt;
    return Exporter {.ns = metadata["namespace"].string(),
                     .pod = name,
                     .node = pod.at("spec", "nodeName").string(),
                     .port = port > 0 ? port : usual,
                     .path = pathOf(metadata["annotations"]),
                     .tls = metadata["annotations"]["prometheus.io/scheme"].text() == "https"};
}

QStringList exporterSelectors()
{
    return {u"app.kubernetes.io/name in (dcgm-exporter,nvidia-dcgm-exporter,device-metrics-exporter,metrics-exporter,"
            "amd-gpu-metrics-exporter,gpu-exporter)"_s,
            u"app in (nvidia-dcgm-exporter,dcgm-exporter,device-metrics-exporter,amd-metrics-exporter,gpu-exporter,"
            "nvidia-gpu-exporter)"_s};
}

QString PrometheusService::proxyPath() const
{
    return u"/api/v1/namespaces/%1/services/%2%3:%4/proxy"_s.arg(ns, tls ? u"https:"_s : QString(), name).arg(port);
}

std::optional<PrometheusService> prometheusOf(const k8s::JsonView &service)
{
    const auto labels = service.at("metadata", "labels");
    const auto is = [&labels](const char *key, std::initializer_list<std::string_view> values) {
        return std::ranges::contains(values, labels[key].text());
    };
    const QString component = labels["app.kubernetes.io/component"].string(
        labels["component"].string()); // of the chart: server, alertmanager, …
    const bool isIt = is("operated-prometheus", {"true"})
        || is("app.kubernetes.io/name", {"prometheus", "prometheus-server"})
        || is("app",
              {"prometheus", "prometheus-server", "kube-prometheus-stack-prometheus", "prometheus-operator-prometheus"})
        || is("kubernetes.io/name", {"Prometheus"}) || is("kubernetes.io/service-name", {"prometheus-server"});
    const bool isPart
        = !component.isEmpty() && component != "server"_L1 && component != "prometheus"_L1 && component != "query"_L1;
    if (!isIt || isPart)
        return std::nullopt;
    PrometheusService found {.ns = service.at("metadata", "namespace").string(),
                             .name = service.at("metadata", "name").string()};
    int score = 0;
    service.at("spec", "ports").forEach([&](const k8s::JsonView &port) {
        const int number = int(port["port"].integer());
        const std::string_view name = port["name"].text();
        const int points = number == 9090         ? 4
            : name == "web" || name == "http-web" ? 3
            : name == "http" || name == "https"   ? 2
            : number == 80 || number == 443       ? 1
                                                  : 0;
        if (points > score) {
            score = points;
            found.port = number;
            found.tls = name == "https" || number == 443;
        }
    });
    return score > 0 ? std::optional(found) : std::nullopt;
}

std::optional<PrometheusService> prometheusAmong(const QByteArray &services)
{
    std::optional<PrometheusService> found;
    k8s::JsonDocument document;
    document.parse({services.constData(), size_t(services.size())})["items"].forEach([&found](const auto &service) {
        if (!found)
            found = prometheusOf(service);
    });
    return found;
}

} // namespace models
