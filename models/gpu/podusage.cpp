// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/podusage.h"

#include "k8s/core/jsonview.h"
#include "k8s/core/plaintext.h"
#include "k8s/core/quantity.h"
#include "k8s/core/timestamp.h"
#include "models/metrics/promtext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace models {

namespace {

PodUsage usageOf(const k8s::JsonView &item)
{
    PodUsage usage {.ns = item.at("metadata", "namespace").string(),
                    .pod = item.at("metadata", "name").string(),
                    .cpu = {},
                    .memory = {},
                    .milliseconds = k8s::parseTimestamp(item["timestamp"].text()).toMSecsSinceEpoch()};
    item["containers"].forEach([&usage](const k8s::JsonView &container) {
        if (const auto cpu = k8s::parseQuantity(container.at("usage", "cpu").string()))
            usage.cpu = usage.cpu.value_or(0) + *cpu;
        if (const auto memory = k8s::parseQuantity(container.at("usage", "memory").string()))
            usage.memory = usage.memory.value_or(0) + *memory;
    });
    return usage;
}

QString nameOf(std::string_view text)
{
    return k8s::plainText(QByteArrayView(text.data(), qsizetype(text.size())), 256);
}

} // namespace

k8s::Result<QList<PodUsage>> usageOfMetricsApi(const QByteArray &json)
{
    k8s::JsonDocument document;
    const auto items = document.parse({json.constData(), size_t(json.size())})["items"];
    if (!items.isArray())
        return std::unexpected(k8s::Error {.kind = k8s::Error::Kind::Protocol,
                                           .message = u"the answer is no list of pod metrics"_s,
                                           .context = u"metrics.k8s.io"_s});
    QList<PodUsage> all;
    items.forEach([&all](const k8s::JsonView &item) { all.append(usageOf(item)); });
    return all;
}

QList<PodUsage> KubeletUsage::read(std::string_view text)
{
    QHash<QString, PodUsage> pods;
    QHash<QString, Count> counts;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    PromTextParser parser;
    parser.parse(text, [&](const PromSample &sample) {
        const bool isCpu = sample.name == "pod_cpu_usage_seconds_total";
        if (!isCpu && sample.name != "pod_memory_working_set_bytes")
            return;
        const QString ns = nameOf(sample.label("namespace")), pod = nameOf(sample.label("pod"));
        const QString key = ns + u'/' + pod;
        PodUsage &usage = pods[key];
        usage.ns = ns;
        usage.pod = pod;
        usage.milliseconds = std::max(usage.milliseconds, sample.milliseconds.value_or(now));
        if (isCpu)
            counts[key] = {.seconds = sample.value, .milliseconds = sample.milliseconds.value_or(now), .cores = {}};
        else
            usage.memory = sample.value;
    });
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        const auto before = m_counts.constFind(it.key());
        if (before == m_counts.cend())
            continue;
        const qint64 passed = it->milliseconds - before->milliseconds;
        const double used = it->seconds - before->seconds;
        if (passed <= 0)
            *it = *before; // the kubelet has not measured again
        else if (used >= 0) // fewer than before: another pod of the same name
            it->cores = used * 1000 / double(passed);
        pods[it.key()].cpu = it->cores;
    }
    m_counts = counts;
    return pods.values();
}

} // namespace models
