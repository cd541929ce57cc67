// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/devicereading.h"

#include "k8s/core/plaintext.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace models {

namespace {

enum class Quantity
{
    Use,
    Engine,
    MemoryUsed,
    MemoryFree,
    MemoryReserved,
    MemoryTotal,
    Power,
    Temperature
};

struct Metric
{
    std::string_view name;
    Quantity quantity;
    double factor = 1;
    bool mayHavePrefix = false; ///< AMD's exporter puts a configured word before its names
};

constexpr double mebibyte = 1024.0 * 1024.0;

// dcgm-exporter etc/default-counters.csv and its 1.x names; arena pkg/prometheus;
// mindprince/nvidia_gpu_prometheus_exporter; ROCm/device-metrics-exporter docs/configuration/metricslist.md.
constexpr Metric metrics[] = {
    {"DCGM_FI_DEV_GPU_UTIL", Quantity::Use},
    {"DCGM_FI_PROF_GR_ENGINE_ACTIVE", Quantity::Engine, 100},
    {"DCGM_FI_DEV_FB_USED", Quantity::MemoryUsed, mebibyte},
    {"DCGM_FI_DEV_FB_FREE", Quantity::MemoryFree, mebibyte},
    {"DCGM_FI_DEV_FB_RESERVED", Quantity::MemoryReserved, mebibyte},
    {"DCGM_FI_DEV_FB_TOTAL", Quantity::MemoryTotal, mebibyte},
    {"DCGM_FI_DEV_POWER_USAGE", Quantity::Power},
    {"DCGM_FI_DEV_GPU_TEMP", Quantity::Temperature},
    {"dcgm_gpu_utilization", Quantity::Use},
    {"dcgm_fb_used", Quantity::MemoryUsed, mebibyte},
    {"dcgm_fb_free", Quantity::MemoryFree, mebibyte},
    {"dcgm_power_usage", Quantity::Power},
    {"dcgm_gpu_temp", Quantity::Temperature},
    {"nvidia_gpu_duty_cycle", Quantity::Use},
    {"nvidia_gpu_memory_used_bytes", Quantity::MemoryUsed},
    {"nvidia_gpu_memory_total_bytes", Quantity::MemoryTotal},
    {"nvidia_gpu_power_usage_milliwatts", Quantity::Power, 0.001},
    {"nvidia_gpu_temperature_celsius", Quantity::Temperature},
    {"gpu_gfx_activity", Quantity::Use, 1, true},
    {"gpu_used_vram", Quantity::MemoryUsed, mebibyte, true},
    {"gpu_free_vram", Quantity::MemoryFree, mebibyte, true},
    {"gpu_total_vram", Quantity::MemoryTotal, mebibyte, true},
    {"gpu_package_power", Quantity::Power, 1, true},
    {"gpu_power_usage", Quantity::Power, 1, true},
    {"gpu_junction_temperature", Quantity::Temperature, 1, true},
};

const Metric *findMetric(std::string_view name)
{
    for (const Metric &metric : metrics) {
        if (name == metric.name)
            return &metric;
        if (metric.mayHavePrefix && name.ends_with(metric.name) && name[name.size() - metric.name.size() - 1] == '_')
            return &metric;
    }
    return nullptr;
}

/// DCGM writes numbers beyond all measure where it has none: 0x7ffffff0 and the next three as 32 bits, 2^47 and the
/// next three as a fraction, 0x7ffffffffffffff0 and the next three as 64 bits (dcgm_structs.h).
bool isBlank(double value, const Metric &metric)
{
    const bool is32Bit = value >= 2147483632.0 && value <= 2147483635.0 && !metric.name.ends_with("_bytes");
    const bool isFraction = value >= 140737488355328.0 && value <= 140737488355331.0;
    return !std::isfinite(value) || value >= 9.2e18 || value < 0 || is32Bit || isFraction;
}

std::string_view first(const DeviceGatherer::Label &label, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (const std::string_view value = label(name); !value.empty())
            return value;
    }
    return {};
}

QString text(std::string_view value)
{
    return k8s::plainText(QByteArrayView(value.data(), qsizetype(value.size())), 256);
}

/// "0", "nvidia0"
int indexOf(std::string_view value)
{
    const size_t digits = value.find_first_of("0123456789");
    bool good = false;
    const int index = text(value.substr(std::min(digits, value.size()))).toInt(&good);
    return good ? index : -1;
}

void attribute(DeviceReading &reading, const DeviceGatherer::Label &label)
{
    // exported_*: Prometheus put its own target's names into pod, namespace and container, and moved these away. The
    // exporter of 1.x says pod_name: beside it "pod" is the exporter's own.
    for (const auto &[pod, ns, container] :
         std::initializer_list<std::tuple<std::string_view, std::string_view, std::string_view>> {
             {"exported_pod", "exported_namespace", "exported_container"},
             {"pod_name", "pod_namespace", "container_name"},
             {"pod", "namespace", "container"}}) {
        if (label(pod).empty())
            continue;
        reading.pod = text(label(pod));
        reading.ns = text(label(ns));
        reading.container = text(label(container));
        return;
    }
}

void setOnce(std::optional<double> &slot, double value)
{
    if (!slot)
        slot = value;
}

bool isExporter(const DeviceReading &reading)
{
    return reading.container.contains("exporter"_L1) || reading.pod.contains("-exporter-"_L1);
}

} // namespace

bool DeviceReading::isSimulated() const { return model.startsWith("Simulated"_L1); }

DeviceGatherer::Device &DeviceGatherer::deviceOf(const Label &label)
{
    DeviceReading reading;
    const std::string_view number = first(label, {"gpu", "gpu_id", "minor_number", "device"});
    reading.index = indexOf(number);
    reading.node = text(first(label, {"Hostname", "hostname", "node", "kubernetes_node", "instance"}));
    const std::string_view uuid = first(label, {"UUID", "uuid", "gpu_uuid", "serial_number"});
    reading.id = uuid.empty() ? reading.node + u'/' + text(number) : text(uuid);
    reading.model = text(first(label, {"modelName", "model_name", "card_model", "card_series", "name"}));
    reading.slice = text(first(label, {"GPU_I_PROFILE", "gpu_compute_partition_type"}));
    attribute(reading, label);
    const QString part = text(first(label, {"GPU_I_ID", "gpu_partition_id"}));
    const QString key = QStringList {reading.id, part, reading.ns, reading.pod, reading.container}.join(QChar(u'\n'));
    const auto known = m_byKey.constFind(key);
    if (known != m_byKey.cend())
        return m_devices[*known];
    m_byKey.insert(key, m_devices.size());
    if (!part.isEmpty() && !label("GPU_I_ID").empty())
        reading.id += u'/' + part;
    m_devices.append({.reading = reading, .engine = {}, .free = {}, .reserved = {}});
    return m_devices.last();
}

void DeviceGatherer::add(std::string_view name, const Label &label, double value)
{
    const Metric *metric = findMetric(name);
    if (!metric || isBlank(value, *metric))
        return;
    Device &device = deviceOf(label);
    const double amount = value * metric->factor;
    switch (metric->quantity) {
    case Quantity::Use:
        return setOnce(device.reading.use, amount);
    case Quantity::Engine:
        return setOnce(device.engine, amount);
    case Quantity::MemoryUsed:
        return setOnce(device.reading.memoryUsed, amount);
    case Quantity::MemoryFree:
        return setOnce(device.free, amount);
    case Quantity::MemoryReserved:
        return setOnce(device.reserved, amount);
    case Quantity::MemoryTotal:
        return setOnce(device.reading.memoryTotal, amount);
    case Quantity::Power:
        return setOnce(device.reading.power, amount);
    case Quantity::Temperature:
        return setOnce(device.reading.temperature, amount);
    }
}

void sortReadings(QList<DeviceReading> &readings)
{
    std::ranges::stable_sort(readings, {}, [](const DeviceReading &one) {
        return std::tuple(one.node, one.index, one.id, one.ns, one.pod);
    });
}

QList<DeviceReading> DeviceGatherer::take(const QString &node)
{
    QList<DeviceReading> readings;
    for (Device &device : m_devices) {
        DeviceReading &reading = device.reading;
        if (!reading.use)
            reading.use = device.engine;
        if (!reading.memoryTotal && reading.memoryUsed && device.free)
            reading.memoryTotal = *reading.memoryUsed + *device.free + device.reserved.value_or(0);
        if (!node.isEmpty())
            reading.node = node;
        else if (isExporter(reading))
            reading.ns = reading.pod = reading.container = QString();
        readings.append(reading);
    }
    m_devices.clear();
    m_byKey.clear();
    sortReadings(readings);
    return readings;
}

QString deviceMetricPattern()
{
    QStringList names;
    for (const Metric &metric : metrics) {
        const QString name = QString::fromLatin1(metric.name.data(), qsizetype(metric.name.size()));
        names.append(metric.mayHavePrefix ? u"(.+_)?"_s + name : name);
    }
    return names.join(u'|');
}

} // namespace models
