// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_gpu k8s_api tests_support
// timeout: 120
#include "k8s/api/apiclient.h"
#include "k8s/net/netthread.h"
#include "models/gpu/gpusource.h"
#include "models/gpu/pastusage.h"
#include "models/metrics/promtext.h"
#include "tests/support/exportertexts.h"
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace models;

/// A real Prometheus (Debian's) scrapes exporters as it does in a cluster; what we read out of it is what they serve
/// and what promtool says. Needs prometheus and promtool, not the sandbox.
class TestPrometheus : public QObject
{
    Q_OBJECT

    k8s::NetThread m_net;
    tests::ScriptedServer m_exporters;
    QTemporaryDir m_folder;
    QProcess m_prometheus;
    QString m_url;

    static QString freeAddress()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return QString("127.0.0.1:%1").arg(server.serverPort());
    }
    static QByteArray promtool(const QStringList &arguments)
    {
        QProcess process;
        process.start("promtool", arguments);
        process.waitForFinished(20000);
        return process.readAllStandardOutput();
    }
    /// Each exporter as a target with the labels that Prometheus gives a pod that it finds in Kubernetes.
    QByteArray configuration() const
    {
        QByteArray text = "global: {scrape_interval: 1s, scrape_timeout: 1s}\nscrape_configs:\n";
        for (const char *name : {"dcgm", "dcgmMig", "dcgmOld", "nvidiaOld", "amd"})
            text += QString("- job_name: %1\n  metrics_path: /%1\n  static_configs:\n  - targets: ['127.0.0.1:%2']\n"
                            "    labels: {namespace: gpu-operator, pod: %1-exporter-x, container: exporter, node: "
                            "node-%1}\n")
                        .arg(name)
                        .arg(m_exporters.port())
                        .toUtf8();
        return text;
    }
    k8s::ClusterContext context() const
    {
        k8s::ClusterContext context;
        context.server = m_url;
        return context;
    }
    /// What a source reads out of the Prometheus, of all namespaces or of one.
    QList<DeviceReading> read(const QString &ns = {})
    {
        k8s::ApiClient client(m_net, context());
        GpuSource source(client);
        source.setPrometheus(&client);
        if (!ns.isEmpty())
            source.setScope({}, ns);
        QSignalSpy taken(&source, &GpuSource::readingsTaken);
        source.start();
        return taken.wait(10000) ? source.readings() : QList<DeviceReading>();
    }
    static QList<DeviceReading> direct()
    {
        QList<DeviceReading> all;
        for (const auto &[node, text] :
             {std::pair("node-dcgm", exporters::dcgm), std::pair("node-dcgmMig", exporters::dcgmMig),
              std::pair("node-dcgmOld", exporters::dcgmOld), std::pair("node-nvidiaOld", exporters::nvidiaOld),
              std::pair("node-amd", exporters::amd)}) {
            PromTextParser parser;
            DeviceGatherer gatherer;
            parser.parse({text.constData(), size_t(text.size())}, [&gatherer](const PromSample &sample) {
                gatherer.add(
                    sample.name, [&sample](std::string_view name) { return sample.label(name); }, sample.value);
            });
            all += gatherer.take(node);
        }
        return all;
    }
    /// What must be the same, whichever way it came.
    static QStringList told(const QList<DeviceReading> &readings)
    {
        QStringList lines;
        const auto number
            = [](const std::optional<double> &value) { return value ? QString::number(*value, 'g', 12) : "-"; };
        for (const auto &one : readings)
            lines += QStringList {one.id.section('/', -2),
                                  one.slice,
                                  one.ns,
                                  one.pod,
                                  number(one.use),
                                  number(one.memoryUsed),
                                  number(one.memoryTotal),
                                  number(one.power),
                                  number(one.temperature)}
                         .join(' ');
        lines.sort();
        return lines;
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable("prometheus").isEmpty(),
                 "Debian's package prometheus is not installed");
        m_exporters.on("GET", "/dcgm", tests::Answer::text(exporters::dcgm));
        m_exporters.on("GET", "/dcgmMig", tests::Answer::text(exporters::dcgmMig));
        m_exporters.on("GET", "/dcgmOld", tests::Answer::text(exporters::dcgmOld));
        m_exporters.on("GET", "/nvidiaOld", tests::Answer::text(exporters::nvidiaOld));
        m_exporters.on("GET", "/amd", tests::Answer::text(exporters::amd));
        QFile file(m_folder.filePath("prometheus.yml"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(configuration()) > 0);
        file.close();
        const QString address = freeAddress();
        m_url = "http://" + address;
        m_prometheus.setProcessChannelMode(QProcess::MergedChannels);
        m_prometheus.start("prometheus",
                           {"--config.file=" + file.fileName(), "--storage.tsdb.path=" + m_folder.filePath("data"),
                            "--web.listen-address=" + address});
        QVERIFY(m_prometheus.waitForStarted());
        // Ready when every exporter has been scraped.
        QTRY_VERIFY2_WITH_TIMEOUT(promtool({"query", "instant", m_url, "count(up == 1)"}).contains("=> 5 "),
                                  m_prometheus.readAll().constData(), 60000);
    }

    void cleanupTestCase()
    {
        m_prometheus.terminate();
        if (!m_prometheus.waitForFinished(10000))
            m_prometheus.kill();
    }

    void readingsAreThoseOfTheExporters()
    {
        const QList<DeviceReading> readings = read();
        QCOMPARE(readings.size(), 7);
        QCOMPARE(told(readings), told(direct()));
    }

    void oneNamespaceIsAskedForByAnyOfItsLabels()
    {
        const QList<DeviceReading> readings = read("team-b");
        QCOMPARE(readings.size(), 1); // dcgm-exporter 1.x: pod_namespace
        QCOMPARE(readings.first().pod, "old-0");
    }

    void promtoolSaysTheSame()
    {
        const QList<DeviceReading> readings = read();
        const QString said = QString::fromUtf8(promtool({"query", "instant", m_url, "DCGM_FI_DEV_GPU_UTIL < 1000"}));
        static const QRegularExpression line("exported_pod=\"([^\"]+)\".*=> ([0-9.]+) @");
        const auto match = line.match(said);
        QVERIFY2(match.hasMatch(), qPrintable(said));
        const auto ours = std::ranges::find(readings, match.captured(1), &DeviceReading::pod);
        QVERIFY(ours != readings.end());
        QCOMPARE(*ours->use, match.captured(2).toDouble());
    }

    void thePastIsReadBack()
    {
        k8s::ApiClient client(m_net, context());
        PastUsage past(client);
        past.setPrometheus(&client);
        QSignalSpy answered(&past, &PastUsage::answered);
        const auto now = QDateTime::currentMSecsSinceEpoch();
        past.ask({.ns = "team-b", .pods = {"old-0", "no-such-pod"}, .from = now - 60'000, .to = now});
        QVERIFY(answered.wait(10000));
        QVERIFY2(answered.first().at(1).value<Problem>().isEmpty(),
                 qPrintable(answered.first().at(1).value<Problem>().sentence));
        const auto moments = answered.first().at(0).value<QList<PastMoment>>();
        QVERIFY(!moments.isEmpty());
        QCOMPARE(moments.last().devices.size(), 1);
        QList<DeviceReading> expected = direct();
        expected.removeIf([](const DeviceReading &one) { return one.pod != "old-0"; });
        QCOMPARE(told(moments.last().devices), told(expected));
    }

    void aRefusedQuestionIsSaidInPrometheusWords()
    {
        k8s::ApiClient client(m_net, context());
        GpuSource source(client);
        source.setPrometheus(&client, "/no-such-prefix");
        QSignalSpy told(&source, &GpuSource::gapChanged);
        source.start();
        QVERIFY(told.wait(10000));
        QCOMPARE(source.gap().kind, DataGap::Kind::Unreachable);
        QVERIFY(source.gap().problem.sentence.contains("Prometheus"));
    }
};

QTEST_GUILESS_MAIN(TestPrometheus)
#include "tst_prometheus.moc"
