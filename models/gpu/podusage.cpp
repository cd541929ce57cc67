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

struct KubeletUsage::Scrape
{
    QHash<QString, PodUsage> pods;
    QHash<QString, Count> counts;
};

void KubeletUsage::take(Scrape &scrape, const PromSample &sample, qint64 now)
{
    const bool isCpu = sample.name == "pod_cpu_usage_seconds_total";
    const bool isMemory = sample.name == "pod_memory_working_set_bytes";
    if (!isCpu && !isMemory && sample.name != "container_start_time_seconds")
        return;
    const QString ns = nameOf(sample.label("namespace")), pod = nameOf(sample.label("pod"));
    const QString key = ns + u'/' + pod;
    const qint64 at = sample.milliseconds.value_or(now);
    if (isCpu || isMemory) {
        PodUsage &usage = scrape.pods[key];
        usage.ns = ns;
        usage.pod = pod;
        usage.milliseconds = std::max(usage.milliseconds, at);
        if (isMemory)
            usage.memory = sample.value;
    }
    Count &count = scrape.counts[key];
    if (isCpu) {
        count.seconds = sample.value;
        count.milliseconds = at;
    } else if (!isMemory && sample.value > 0 && sample.value < 1e11) {
        const auto begun = qint64(sample.value * 1000);
        count.begun = count.begun == 0 ? begun : std::min(count.begun, begun);
    }
}

void KubeletUsage::compare(const QString &pod, Count &count) const
{
    const auto before = m_counts.constFind(pod);
    // Fewer seconds than before: another pod of the same name.
    const bool isKnown = before != m_counts.cend() && before->milliseconds > 0 && count.seconds >= before->seconds;
    if (isKnown && count.milliseconds <= before->milliseconds) {
        count = *before; // the kubelet has not measured again
        return;
    }
    const qint64 since = isKnown ? before->milliseconds : count.begun;
    const double used = isKnown ? count.seconds - before->seconds : count.seconds;
    const qint64 passed = count.milliseconds - since;
    constexpr qint64 shortest = 500, youth = 60'000;
    if (passed >= shortest && since > 0 && (isKnown || passed < youth))
        count.cores = used * 1000 / double(passed);
}

QList<PodUsage> KubeletUsage::read(std::string_view text)
{
    Scrape scrape;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    PromTextParser parser;
    parser.parse(text, [&](const PromSample &sample) { take(scrape, sample, now); });
    for (auto it = scrape.counts.begin(); it != scrape.counts.end(); ++it) {
        compare(it.key(), *it);
        if (const auto pod = scrape.pods.find(it.key()); pod != scrape.pods.end())
            pod->cpu = it->cores;
    }
    m_counts = scrape.counts;
    return scrape.pods.values();
}

} // namespace models
