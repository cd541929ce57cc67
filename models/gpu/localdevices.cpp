// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/localdevices.h"

#include "k8s/core/plaintext.h"
#include "models/core/format.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <array>
#include <dlfcn.h>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned mostDevices = 64;
constexpr int temperatureOfGpu = 0; // NVML_TEMPERATURE_GPU

struct Utilization // nvmlUtilization_t
{
    unsigned gpu = 0, memory = 0;
};
struct Memory // nvmlMemory_t
{
    unsigned long long total = 0, free = 0, used = 0;
};
using Device = void *;

} // namespace

struct Nvml::Functions
{
    int (*init)() = nullptr;
    int (*shutdown)() = nullptr;
    int (*count)(unsigned *) = nullptr;
    int (*device)(unsigned, Device *) = nullptr;
    int (*name)(Device, char *, unsigned) = nullptr;
    int (*uuid)(Device, char *, unsigned) = nullptr;
    int (*use)(Device, Utilization *) = nullptr;
    int (*memory)(Device, Memory *) = nullptr;
    int (*power)(Device, unsigned *) = nullptr;
    int (*temperature)(Device, int, unsigned *) = nullptr;

    bool load(const Resolve &resolve)
    {
        const auto find = [&resolve](auto &function, const char *symbol) {
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(resolve(symbol));
            return function != nullptr;
        };
        return find(init, "nvmlInit_v2") && find(shutdown, "nvmlShutdown") && find(count, "nvmlDeviceGetCount_v2")
            && find(device, "nvmlDeviceGetHandleByIndex_v2") && find(name, "nvmlDeviceGetName")
            && find(uuid, "nvmlDeviceGetUUID") && find(use, "nvmlDeviceGetUtilizationRates")
            && find(memory, "nvmlDeviceGetMemoryInfo") && find(power, "nvmlDeviceGetPowerUsage")
            && find(temperature, "nvmlDeviceGetTemperature");
    }
    static QString text(int (*function)(Device, char *, unsigned), Device device)
    {
        std::array<char, 128> bytes {};
        return function(device, bytes.data(), bytes.size() - 1) == 0 ? k8s::plainText(QByteArrayView(bytes.data()))
                                                                     : QString();
    }
};

std::shared_ptr<Nvml> Nvml::open()
{
    void *library = ::dlopen("libnvidia-ml.so.1", RTLD_NOW | RTLD_LOCAL); // stays for the life of the program
    if (!library)
        return {};
    return open([library](const char *name) { return ::dlsym(library, name); });
}

std::shared_ptr<Nvml> Nvml::open(const Resolve &resolve)
{
    auto functions = std::make_unique<Functions>();
    if (!functions->load(resolve) || functions->init() != 0)
        return {};
    return std::shared_ptr<Nvml>(new Nvml(std::move(functions)));
}

Nvml::Nvml(std::unique_ptr<Functions> functions)
    : m_functions(std::move(functions))
{
}

Nvml::~Nvml() { m_functions->shutdown(); }

QList<DeviceReading> Nvml::read() const
{
    const Functions &nvml = *m_functions;
    QList<DeviceReading> readings;
    unsigned count = 0;
    if (nvml.count(&count) != 0)
        return readings;
    for (unsigned i = 0; i < std::min(count, mostDevices); ++i) {
        Device device = nullptr;
        if (nvml.device(i, &device) != 0)
            continue;
        DeviceReading reading;
        reading.index = int(i);
        reading.model = Functions::text(nvml.name, device);
        reading.id = Functions::text(nvml.uuid, device);
        Utilization use;
        Memory memory;
        unsigned number = 0;
        if (nvml.use(device, &use) == 0)
            reading.use = use.gpu;
        if (nvml.memory(device, &memory) == 0) {
            reading.memoryUsed = double(memory.used);
            reading.memoryTotal = double(memory.total);
        }
        if (nvml.power(device, &number) == 0)
            reading.power = number / 1000.0;
        if (nvml.temperature(device, temperatureOfGpu, &number) == 0)
            reading.temperature = number;
        readings.append(reading);
    }
    return readings;
}

/// What the pool's thread touches; one of its runs at a time.
struct LocalDevices::Shared
{
    Open open;
    std::shared_ptr<Nvml> nvml {};
};

LocalDevices::LocalDevices(Open open, QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>(std::move(open)))
{
    m_poll.setInterval(pollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, &LocalDevices::read);
}

void LocalDevices::setWatched(bool watched)
{
    if (!watched || m_missing)
        return m_poll.stop();
    m_poll.start();
    read();
}

void LocalDevices::read()
{
    if (std::exchange(m_reading, true))
        return;
    QThreadPool::globalInstance()->start([guard = QPointer(this), receiver = this, shared = m_shared] {
        if (!shared->nvml)
            shared->nvml = shared->open();
        const auto readings = shared->nvml ? shared->nvml->read() : QList<DeviceReading>();
        QMetaObject::invokeMethod(
            qApp,
            [guard, receiver, readings, isThere = shared->nvml != nullptr] {
                if (guard)
                    receiver->take(readings, isThere);
            },
            Qt::QueuedConnection);
    });
}

void LocalDevices::take(const QList<DeviceReading> &readings, bool isThere)
{
    m_reading = false;
    m_missing = !isThere || readings.isEmpty();
    if (m_missing)
        m_poll.stop();
    if (std::exchange(m_readings, readings) != readings)
        emit changed();
}

QStringList LocalDevices::sentences() const
{
    QStringList all;
    for (const DeviceReading &one : m_readings) {
        QStringList parts;
        if (one.use)
            parts.append(tr("%1 % busy").arg(figureText(*one.use, 3)));
        if (one.memoryUsed && one.memoryTotal)
            parts.append(tr("%1 of %2").arg(bytesText(qint64(*one.memoryUsed)), bytesText(qint64(*one.memoryTotal))));
        if (one.power)
            parts.append(u"%1 W"_s.arg(figureText(*one.power, 3)));
        if (one.temperature)
            parts.append(u"%1 °C"_s.arg(figureText(*one.temperature, 3)));
        all.append(u"%1: %2"_s.arg(one.model, parts.join(u", "_s)));
    }
    return all;
}

} // namespace models
