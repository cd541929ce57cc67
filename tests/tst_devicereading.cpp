// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_gpu models_metrics
#include "models/gpu/devicereading.h"
#include "models/gpu/exporters.h"
#include "models/gpu/podusage.h"
#include "models/gpu/pollpace.h"
#include "models/metrics/promtext.h"
#include "tests/support/exportertexts.h"

#include <QRegularExpression>
#include <QTest>

using namespace models;
using namespace std::chrono_literals;

/// What becomes of the figures of every exporter that is met in the field.
class TestDeviceReading : public QObject
{
    Q_OBJECT

    static QList<DeviceReading> read(const QByteArray &text, const QString &node)
    {
        PromTextParser parser;
        DeviceGatherer gatherer;
        parser.parse({text.constData(), size_t(text.size())}, [&gatherer](const PromSample &sample) {
            gatherer.add(sample.name, [&sample](std::string_view name) { return sample.label(name); }, sample.value);
        });
        return gatherer.take(node);
    }
    static k8s::JsonView view(k8s::JsonDocument &document, const QByteArray &json)
    {
        return document.parse({json.constData(), size_t(json.size())});
    }
    static constexpr double mebibyte = 1024.0 * 1024.0;

private slots:
    void dcgmTellsDevicesAndTheirPods()
    {
        const auto devices = read(exporters::dcgm, "node-a");
        QCOMPARE(devices.size(), 2);
        const DeviceReading &held = devices.first();
        QCOMPARE(held.id, "GPU-604ac76c-d9cf-fef3-62e9-d92044ab6e52");
        QCOMPARE(held.index, 0);
        QCOMPARE(held.model, "NVIDIA A100-SXM4-80GB");
        QCOMPARE(held.ns + '/' + held.pod + '/' + held.container, "team-a/digits-ddp-worker-0/pytorch");
        QCOMPARE(held.use, 71.0);
        QCOMPARE(held.memoryUsed, 20480 * mebibyte);
        QCOMPARE(held.memoryTotal, 81920 * mebibyte);
        QCOMPARE(held.power, 254.381);
        QCOMPARE(held.temperature, std::nullopt); // blank
        QVERIFY(!devices.last().isAttributed());
        QCOMPARE(devices.last().use, 0.0);
        QCOMPARE(devices.last().memoryUsed, std::nullopt);
    }

    void slicesOfOneDeviceAreTold()
    {
        const auto slices = read(exporters::dcgmMig, {});
        QCOMPARE(slices.size(), 2);
        QCOMPARE(slices.first().slice, "3g.40gb");
        QCOMPARE(slices.first().use, 42.3); // the utilisation is blank: engine activity stands in
        QCOMPARE(slices.first().node, "node-b");
        QCOMPARE(slices.last().use, 0.0);
        QVERIFY(slices.first().id != slices.last().id);
    }

    void oldNamesAreKnown()
    {
        const auto old = read(exporters::dcgmOld, "n").first();
        QCOMPARE(old.ns + '/' + old.pod, "team-b/old-0");
        QCOMPARE(old.use, 35.0);
        QCOMPARE(old.temperature, 61.0);
        QCOMPARE(old.memoryTotal, 400 * mebibyte);
        const auto older = read(exporters::nvidiaOld, "n").first();
        QCOMPARE(older.use, 12.0);
        QCOMPARE(older.index, 3);
        QCOMPARE(older.memoryUsed, 2147483632.0); // bytes, by chance the number of a 32-bit blank
        QCOMPARE(older.power, 31.5);
        QVERIFY(!older.isAttributed());
    }

    void amdIsReadWithItsPrefix()
    {
        const auto devices = read(exporters::amd, {});
        QCOMPARE(devices.size(), 1);
        QCOMPARE(devices.first().use, 88.0);
        QCOMPARE(devices.first().memoryTotal, 196592 * mebibyte);
        QCOMPARE(devices.first().power, 412.0);
        QCOMPARE(devices.first().pod, "amd-0");
        QCOMPARE(devices.first().node, "node-c");
    }

    void prometheusMovesLabelsAway()
    {
        DeviceGatherer gatherer;
        const QHash<QByteArray, std::string_view> held {{"UUID", "a"},
                                                        {"pod", "dcgm-exporter-x"},
                                                        {"namespace", "gpu-operator"},
                                                        {"container", "exporter"},
                                                        {"exported_pod", "llama-0"},
                                                        {"exported_namespace", "team-a"}};
        const QHash<QByteArray, std::string_view> idle {
            {"UUID", "b"}, {"pod", "nvidia-dcgm-exporter-x"}, {"namespace", "gpu-operator"}, {"container", "x"}};
        for (const auto &labels : {held, idle})
            gatherer.add(
                "DCGM_FI_DEV_GPU_UTIL",
                [&labels](std::string_view name) {
                    return labels.value(QByteArray(name.data(), qsizetype(name.size())));
                },
                5);
        const auto devices = gatherer.take();
        QCOMPARE(devices.size(), 2);
        QCOMPARE(devices.first().ns + '/' + devices.first().pod, "team-a/llama-0");
        QVERIFY2(!devices.last().isAttributed(), "an idle device is not the exporter's own");
    }

    void thePatternMatchesWhatIsGathered()
    {
        const QRegularExpression pattern("^(?:" + deviceMetricPattern() + ")$");
        for (const char *name :
             {"DCGM_FI_DEV_GPU_UTIL", "amd_gpu_used_vram", "gpu_gfx_activity", "nvidia_gpu_duty_cycle"})
            QVERIFY(pattern.match(name).hasMatch());
        QVERIFY(!pattern.match("DCGM_FI_DEV_SM_CLOCK").hasMatch());
    }

    void exportersAreFoundByLabelsNamesAndPorts_data()
    {
        QTest::addColumn<QByteArray>("pod");
        QTest::addColumn<QString>("path");
        const QByteArray running = R"("status":{"phase":"Running"}})";
        QTest::newRow("chart")
            << R"({"metadata":{"name":"x-1","namespace":"mon","labels":{"app.kubernetes.io/name":"dcgm-exporter"}},"spec":{"nodeName":"a","containers":[{"name":"exporter","image":"nvcr.io/nvidia/k8s/dcgm-exporter:4","ports":[{"name":"metrics","containerPort":9400}]}]},)"
                + running
            << "/api/v1/namespaces/mon/pods/x-1:9400/proxy/metrics";
        QTest::newRow("GPU operator, two containers")
            << R"({"metadata":{"name":"nvidia-dcgm-exporter-7","namespace":"gpu-operator","labels":{"app":"nvidia-dcgm-exporter"}},"spec":{"nodeName":"a","containers":[{"name":"sidecar","image":"s","ports":[{"containerPort":8080},{"containerPort":8081}]},{"name":"nvidia-dcgm-exporter","image":"d","ports":[{"name":"metrics","containerPort":9401}]}]},)"
                + running
            << "/api/v1/namespaces/gpu-operator/pods/nvidia-dcgm-exporter-7:9401/proxy/metrics";
        QTest::newRow("AMD without a port")
            << R"({"metadata":{"name":"amd-device-metrics-exporter-1","namespace":"amd"},"spec":{"containers":[{"name":"e","image":"rocm/device-metrics-exporter:v1"}]},)"
                + running
            << "/api/v1/namespaces/amd/pods/amd-device-metrics-exporter-1:5000/proxy/metrics";
        QTest::newRow("annotated")
            << R"({"metadata":{"name":"gpu-exporter-1","namespace":"m","annotations":{"prometheus.io/port":"9835","prometheus.io/path":"/gpu","prometheus.io/scheme":"https"}},"spec":{"containers":[{"name":"e","image":"i"}]},)"
                + running
            << "/api/v1/namespaces/m/pods/https:gpu-exporter-1:9835/proxy/gpu";
        QTest::newRow("a path that leaves")
            << R"({"metadata":{"name":"dcgm-exporter-1","namespace":"m","annotations":{"prometheus.io/path":"/../../../api/v1/secrets"}},"spec":{"containers":[{"name":"e","image":"i"}]},)"
                + running
            << "/api/v1/namespaces/m/pods/dcgm-exporter-1:9400/proxy/metrics";
        QTest::newRow("not running") << QByteArray(
            R"({"metadata":{"name":"dcgm-exporter-1"},"spec":{},"status":{"phase":"Pending"}})")
                                     << QString();
        QTest::newRow("a pod of a user")
            << R"({"metadata":{"name":"train-0","namespace":"m"},"spec":{"containers":[{"name":"pytorch","image":"p","ports":[{"containerPort":9400}]}]},)"
                + running
            << QString();
    }
    void exportersAreFoundByLabelsNamesAndPorts()
    {
        QFETCH(QByteArray, pod);
        k8s::JsonDocument document;
        const auto exporter = exporterOf(view(document, pod));
        QTEST(exporter ? exporter->proxyPath() : QString(), "path");
    }

    void prometheusIsFoundByItsLabels_data()
    {
        QTest::addColumn<QByteArray>("service");
        QTest::addColumn<QString>("path");
        QTest::newRow("operator") << QByteArray(
            R"({"metadata":{"name":"prometheus-operated","namespace":"mon","labels":{"operated-prometheus":"true"}},"spec":{"ports":[{"name":"web","port":9090}]}})")
                                  << "/api/v1/namespaces/mon/services/prometheus-operated:9090/proxy";
        QTest::newRow("chart") << QByteArray(
            R"({"metadata":{"name":"prometheus-server","namespace":"p","labels":{"app.kubernetes.io/name":"prometheus","app.kubernetes.io/component":"server"}},"spec":{"ports":[{"name":"http","port":80}]}})")
                               << "/api/v1/namespaces/p/services/prometheus-server:80/proxy";
        QTest::newRow("arena") << QByteArray(
            R"({"metadata":{"name":"prometheus-svc","namespace":"arena-system","labels":{"kubernetes.io/name":"Prometheus"}},"spec":{"ports":[{"name":"prometheus","port":9090}]}})")
                               << "/api/v1/namespaces/arena-system/services/prometheus-svc:9090/proxy";
        QTest::newRow("its alertmanager") << QByteArray(
            R"({"metadata":{"name":"a","namespace":"p","labels":{"app":"prometheus","component":"alertmanager"}},"spec":{"ports":[{"port":80}]}})")
                                          << QString();
    }
    void prometheusIsFoundByItsLabels()
    {
        QFETCH(QByteArray, service);
        k8s::JsonDocument document;
        const auto found = prometheusOf(view(document, service));
        QTEST(found ? found->proxyPath() : QString(), "path");
    }

    void whoBringsNothingNewIsAskedLess()
    {
        PollPace pace(10s, 30s);
        QCOMPARE(pace.next(), 10s);
        pace.succeeded(true);
        pace.succeeded(true);
        QCOMPARE(pace.next(), 10s);
        pace.succeeded(false);
        pace.succeeded(false);
        QCOMPARE(pace.next(), 30s);
        pace.succeeded(true);
        QCOMPARE(pace.next(), 30s);
        for (int i = 0; i < 20; ++i)
            pace.failed();
        QCOMPARE(pace.next(), 300s);
        pace.succeeded(true);
        QCOMPARE(pace.next(), 30s);
    }

    void cpuIsTheDifferenceOfTwoScrapes()
    {
        const auto text = [](const char *seconds, const char *at) {
            return QByteArray("# TYPE pod_cpu_usage_seconds_total "
                              "counter\npod_cpu_usage_seconds_total{namespace=\"team-a\",pod=\"p\"} ")
                + seconds + ' ' + at + "\npod_memory_working_set_bytes{namespace=\"team-a\",pod=\"p\"} 1.5e+08 " + at
                + "\nscrape_error 0\n";
        };
        const auto read = [](KubeletUsage &usage, const QByteArray &scrape) {
            return usage.read({scrape.constData(), size_t(scrape.size())}).value(0);
        };
        KubeletUsage usage;
        const auto first = read(usage, text("10", "1700000000000"));
        QCOMPARE(first.cpu, std::nullopt);
        QCOMPARE(first.memory, 1.5e8);
        QCOMPARE(read(usage, text("14", "1700000008000")).cpu, 0.5);
        QCOMPARE(read(usage, text("14", "1700000008000")).cpu, 0.5); // not measured again
        QCOMPARE(read(usage, text("1", "1700000016000")).cpu, std::nullopt); // another pod of that name
        QCOMPARE(read(usage, text("3", "1700000018000")).cpu, 1.0);
        QCOMPARE(read(usage, "").ns, QString());
        KubeletUsage young;
        const QByteArray begun
            = "container_start_time_seconds{container=\"c\",namespace=\"team-a\",pod=\"p\"} 1.699999996e+09\n";
        QCOMPARE(read(young, begun + text("2", "1700000000000")).cpu, 0.5); // the mean since it began, four seconds ago
    }

    void metricsServerIsReadContainerByContainer()
    {
        const auto usage = usageOfMetricsApi(
            R"({"kind":"PodMetricsList","items":[{"metadata":{"name":"p","namespace":"n"},"timestamp":"2026-11-24T14:00:00Z","window":"15s","containers":[{"name":"a","usage":{"cpu":"250m","memory":"100Mi"}},{"name":"b","usage":{"cpu":"123456789n","memory":"1Mi"}}]}]})");
        QVERIFY(usage);
        QCOMPARE(usage->first().cpu, 0.373456789);
        QCOMPARE(usage->first().memory, 101 * mebibyte);
        QCOMPARE(usageOfMetricsApi("404 page not found").error().kind, k8s::Error::Kind::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestDeviceReading)
#include "tst_devicereading.moc"
