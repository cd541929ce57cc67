// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <string_view>

namespace models {

struct PromSample;

/// What a pod uses of its node at one moment.
struct PodUsage
{
    QString ns, pod;
    std::optional<double> cpu; ///< cores; empty until two measurements are there
    std::optional<double> memory; ///< bytes, working set: what the kernel cannot take back
    qint64 milliseconds = 0; ///< since 1970, when it was measured

    bool operator==(const PodUsage &) const = default;
};

/// Reads a PodMetricsList of metrics.k8s.io/v1beta1: the sum over the containers of each pod. Error::Kind::Protocol if
/// it is none. Pure; any thread.
k8s::Result<QList<PodUsage>> usageOfMetricsApi(const QByteArray &json);

/// Makes usage of a kubelet's /metrics/resource, which counts seconds of CPU: the use is the difference between two
/// scrapes, and the mean since its start for a pod that is younger than a minute. One per node; one thread at a time.
/// Source: kubernetes pkg/kubelet/metrics/collectors/resource_metrics.go.
class KubeletUsage
{
public:
    QList<PodUsage> read(std::string_view text);

private:
    struct Count
    {
        double seconds = 0; ///< of CPU since the pod began
        qint64 milliseconds = 0; ///< when it was counted
        qint64 begun = 0; ///< when the pod's first container began; 0: not told
        std::optional<double> cores; ///< between the last two that differ
    };
    struct Scrape;
    static void take(Scrape &scrape, const PromSample &sample, qint64 now);
    void compare(const QString &pod, Count &count) const;

    QHash<QString, Count> m_counts; ///< by namespace/pod
};

} // namespace models
