// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <string_view>

namespace models {

/// What an exporter says of one device at one moment, for one pod that uses it.
struct DeviceReading
{
    QString id; ///< UUID or serial number where there is one, else the number on its node
    int index = -1; ///< number on its node; -1 if not told
    QString model; ///< "NVIDIA H100 80GB HBM3"
    QString slice; ///< MIG profile, e.g. "1g.10gb"; empty: the whole device
    QString node; ///< may be the exporter's host name where nothing better is told
    QString ns, pod, container; ///< empty: not attributed to a pod
    std::optional<double> use; ///< percent of the time that a kernel ran
    std::optional<double> memoryUsed, memoryTotal; ///< bytes
    std::optional<double> power; ///< watts
    std::optional<double> temperature; ///< degrees Celsius

    bool isAttributed() const { return !pod.isEmpty(); }
    bool isSimulated() const; ///< of the sandbox's exporter
    bool operator==(const DeviceReading &) const = default;
};

/// By node, number, device and pod: nodes answer in any order.
void sortReadings(QList<DeviceReading> &readings);

/// Gathers the samples of one scrape, or the series of one query, into readings. Knows the names and labels of NVIDIA's
/// DCGM exporter (1.x to 4.x), of AMD's device metrics exporter with any prefix, and of the older nvidia_gpu_* and
/// dcgm_* exporters; all others are ignored. Blank values of DCGM are no values. Pure; any thread, one at a time.
class DeviceGatherer
{
public:
    using Label = std::function<std::string_view(std::string_view name)>; ///< "" if absent

    void add(std::string_view metric, const Label &label, double value);
    /// In the order of node, index, slice. `node` is where they were scraped: better than what the labels say. Empty:
    /// they come from Prometheus, where a device without a pod may carry the exporter's own pod as label.
    QList<DeviceReading> take(const QString &node = {});

private:
    struct Device
    {
        DeviceReading reading;
        std::optional<double> engine; ///< percent: DCGM_FI_PROF_GR_ENGINE_ACTIVE, where no utilisation is told (MIG)
        std::optional<double> free, reserved;
    };
    Device &deviceOf(const Label &label);

    QHash<QString, qsizetype> m_byKey;
    QList<Device> m_devices;
};

/// The metrics that add() takes, as one pattern for Prometheus' __name__ matcher.
QString deviceMetricPattern();

} // namespace models
