// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/devicereading.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace models {

/// NVIDIA's management library, as far as we ask it. Loaded when it is there, so that nothing needs it to be built or
/// started. One thread at a time; its calls may take tens of milliseconds.
/// Source: nvml.h of the driver; the functions used here have had these signatures since driver 319.
class Nvml
{
public:
    using Resolve = std::function<void *(const char *name)>; ///< null if there is no such function

    /// The driver's own, if this machine has one that works.
    static std::shared_ptr<Nvml> open();
    /// Null if a function is missing or it does not start.
    static std::shared_ptr<Nvml> open(const Resolve &resolve);
    ~Nvml();
    Nvml(const Nvml &) = delete;
    Nvml &operator=(const Nvml &) = delete;

    /// What a device does not tell is left out.
    QList<DeviceReading> read() const;

private:
    struct Functions;
    explicit Nvml(std::unique_ptr<Functions> functions);
    const std::unique_ptr<Functions> m_functions;
};

/// The GPUs of this very machine, which no cluster tells about. Reads them in the thread pool, every two seconds while
/// somebody looks. Lives in the GUI thread.
class LocalDevices : public QObject
{
    Q_OBJECT
public:
    using Open = std::function<std::shared_ptr<Nvml>()>;

    explicit LocalDevices(Open open = [] { return Nvml::open(); }, QObject *parent = nullptr);

    void setWatched(bool watched);
    const QList<DeviceReading> &readings() const { return m_readings; }
    /// "NVIDIA H100: 12 %, 3.1 of 80.0 GiB, 70 W, 35 °C", one line per device; empty if there is none.
    QStringList sentences() const;

    static constexpr int pollMilliseconds = 2000;

signals:
    void changed();

private:
    struct Shared; // with the thread pool
    void read();
    void take(const QList<DeviceReading> &readings, bool isThere);

    std::shared_ptr<Shared> m_shared;
    QList<DeviceReading> m_readings;
    QTimer m_poll;
    bool m_reading = false;
    bool m_missing = false; // no library or no device: not asked again
};

} // namespace models
