// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_gpu
// The GPUs of this machine through NVIDIA's library: one that is played here, since few machines that test have a real
// one.
#include "models/gpu/localdevices.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <cstring>
#include <map>
#include <string>

using namespace models;

namespace {

// As nvml.h declares them.
struct Utilization
{
    unsigned gpu, memory;
};
struct Memory
{
    unsigned long long total, free, used;
};
using Device = quintptr;

unsigned deviceCount = 2;
int shutdowns = 0;

int init() { return 0; }
int failing() { return 9; } // NVML_ERROR_DRIVER_NOT_LOADED
int shutDown() { return ++shutdowns, 0; }
int count(unsigned *number) { return *number = deviceCount, 0; }
int handle(unsigned index, Device *device) { return *device = index + 1, 0; }
int name(Device, char *text, unsigned length) { return std::strncpy(text, "NVIDIA H100 80GB HBM3", length), 0; }
int uuid(Device device, char *text, unsigned length)
{
    return std::strncpy(text, device == 1 ? "GPU-a" : "GPU-b", length), 0;
}
int use(Device device, Utilization *rates)
{
    *rates = {device == 1 ? 12U : 97U, 5};
    return 0;
}
int memory(Device, Memory *info)
{
    *info = {80ULL << 30, 77ULL << 30, 3ULL << 30};
    return 0;
}
int power(Device device, unsigned *milliwatts) { return *milliwatts = 70'500, device == 1 ? 0 : 3; } // 3: not supported
int temperature(Device, int sensor, unsigned *degrees) { return *degrees = sensor == 0 ? 35 : 0, 0; }

void *resolve(const char *symbol)
{
    static const std::map<std::string, void *> functions {
        {"nvmlInit_v2", reinterpret_cast<void *>(&init)},
        {"nvmlShutdown", reinterpret_cast<void *>(&shutDown)},
        {"nvmlDeviceGetCount_v2", reinterpret_cast<void *>(&count)},
        {"nvmlDeviceGetHandleByIndex_v2", reinterpret_cast<void *>(&handle)},
        {"nvmlDeviceGetName", reinterpret_cast<void *>(&name)},
        {"nvmlDeviceGetUUID", reinterpret_cast<void *>(&uuid)},
        {"nvmlDeviceGetUtilizationRates", reinterpret_cast<void *>(&use)},
        {"nvmlDeviceGetMemoryInfo", reinterpret_cast<void *>(&memory)},
        {"nvmlDeviceGetPowerUsage", reinterpret_cast<void *>(&power)},
        {"nvmlDeviceGetTemperature", reinterpret_cast<void *>(&temperature)},
    };
    const auto found = functions.find(symbol);
    return found == functions.end() ? nullptr : found->second;
}

} // namespace

class TestLocalDevices : public QObject
{
    Q_OBJECT

private slots:
    void init() { deviceCount = 2; }
    void cleanup() { QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000)); }

    void everyDeviceIsToldWithItsFigures()
    {
        LocalDevices devices([] { return Nvml::open(resolve); });
        QSignalSpy changed(&devices, &LocalDevices::changed);
        QVERIFY(devices.sentences().isEmpty());
        devices.setWatched(true);
        QVERIFY(changed.wait());
        QCOMPARE(devices.readings().size(), 2);
        QCOMPARE(devices.readings()[1].id, "GPU-b");
        QCOMPARE(devices.sentences(),
                 QStringList({"NVIDIA H100 80GB HBM3: 12 % busy, 3.0 GiB of 80.0 GiB, 70.5 W, 35 °C",
                              "NVIDIA H100 80GB HBM3: 97 % busy, 3.0 GiB of 80.0 GiB, 35 °C"}));
        QVERIFY(!devices.readings()[0].isAttributed());
    }
    void aMachineWithoutTheLibraryIsAskedOnce()
    {
        int asked = 0;
        LocalDevices devices([&asked] { return ++asked, std::shared_ptr<Nvml>(); });
        devices.setWatched(true);
        QTRY_COMPARE(asked, 1);
        const auto settle = [] {
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
        };
        settle();
        devices.setWatched(false);
        devices.setWatched(true);
        settle();
        QCOMPARE(asked, 1);
        QVERIFY(devices.sentences().isEmpty());
    }
    void aDriverThatIsNotLoadedOrTooOldIsNone()
    {
        QVERIFY(!Nvml::open([](const char *symbol) {
            return std::strcmp(symbol, "nvmlInit_v2") == 0 ? reinterpret_cast<void *>(&failing) : resolve(symbol);
        }));
        QVERIFY(!Nvml::open([](const char *symbol) {
            return std::strcmp(symbol, "nvmlDeviceGetPowerUsage") == 0 ? nullptr : resolve(symbol);
        }));
    }
    void itIsShutDownInTheEnd()
    {
        const int before = shutdowns;
        QVERIFY(Nvml::open(resolve));
        QCOMPARE(shutdowns, before + 1);
    }
    void theListenerMayGoWhileItIsRead()
    {
        const int before = shutdowns;
        QSemaphore asked, answered;
        bool told = false;
        auto devices = std::make_unique<LocalDevices>([&asked, &answered] {
            asked.release();
            answered.acquire();
            return Nvml::open(resolve);
        });
        connect(devices.get(), &LocalDevices::changed, this, [&told] { told = true; });
        devices->setWatched(true);
        QVERIFY(asked.tryAcquire(1, 10'000));
        devices.reset(); // does not wait for a driver that takes its time
        answered.release();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
        QCoreApplication::processEvents();
        QVERIFY(!told);
        QCOMPARE(shutdowns, before + 1); // the driver is let go all the same
    }
};

QTEST_GUILESS_MAIN(TestLocalDevices)
#include "tst_localdevices.moc"
