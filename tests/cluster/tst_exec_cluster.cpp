// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics k8s_exec k8s_config k8s_net tests_support
// label: cluster
// timeout: 180
#include "k8s/config/kubeconfig.h"
#include "k8s/exec/podexec.h"
#include "k8s/net/netthread.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/podevents.h"
#include "tests/support/awaited.h"
#include "tests/support/kubectl.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

/// Commands in a real pod, and the event files that it writes.
class TestExecCluster : public QObject
{
    Q_OBJECT

    const QString m_ns = "exec-test";
    k8s::NetThread m_net;
    std::unique_ptr<k8s::ApiClient> m_client;

    k8s::Result<k8s::ExecResult> run(const QStringList &command)
    {
        return tests::await<k8s::ExecResult>(
            [&](const auto &reply) {
                k8s::execInPod(*m_client, {.ns = m_ns, .pod = "writer", .container = "main", .command = command},
                               reply);
            },
            30'000);
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(!tests::kubectlPath().isEmpty(), "the sandbox's kubectl is missing");
        const auto config = k8s::Kubeconfig::load({qEnvironmentVariable("KUBECONFIG")});
        QVERIFY(config);
        const auto context = config->resolve();
        QVERIFY(context);
        m_client = std::make_unique<k8s::ApiClient>(m_net, *context);
        tests::kubectl({"delete", "namespace", m_ns, "--ignore-not-found", "--wait"}, {}, 120000);
        QCOMPARE(tests::kubectl({"create", "namespace", m_ns}).exitCode, 0);
        QFile events(SOURCE_DIR "/tests/data/tfevents/train/events.out.tfevents.1795000000.host.1.0");
        QVERIFY(events.open(QIODevice::ReadOnly));
        const QString script
            = "mkdir -p /tmp/logs/train; printf %s \"$EVENTS\" | base64 -d >/tmp/logs/train/events.out.tfevents.1; "
              "sleep 3600";
        const QJsonObject container {
            {"name", "main"},
            {"image", "localhost/pilothouse/pytorch:1"},
            {"imagePullPolicy", "IfNotPresent"},
            {"command", QJsonArray {"sh", "-c", script}},
            {"env",
             QJsonArray {
                 QJsonObject {{"name", "EVENTS"}, {"value", QString::fromLatin1(events.readAll().toBase64())}}}}};
        const QJsonObject pod {
            {"apiVersion", "v1"},
            {"kind", "Pod"},
            {"metadata", QJsonObject {{"name", "writer"}}},
            {"spec", QJsonObject {{"terminationGracePeriodSeconds", 0}, {"containers", QJsonArray {container}}}}};
        const auto applied = tests::kubectl({"apply", "-n", m_ns, "-f", "-"}, QJsonDocument(pod).toJson());
        QVERIFY2(applied.exitCode == 0, applied.err.constData());
        const auto ready
            = tests::kubectl({"wait", "-n", m_ns, "pod/writer", "--for=condition=Ready", "--timeout=60s"}, {}, 70000);
        QVERIFY2(ready.exitCode == 0, ready.err.constData());
    }

    void cleanupTestCase() { tests::kubectl({"delete", "namespace", m_ns, "--wait=false"}); }

    void aCommandSaysWhatItSaysToKubectl()
    {
        const auto result = run({"sh", "-c", "echo one; echo two >&2; head -c 300000 /dev/zero; exit 3"});
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QCOMPARE(result->exitCode, 3);
        QCOMPARE(result->output.size(), 300004);
        QVERIFY(result->output.startsWith("one\n"));
        QCOMPARE(result->errors, "two\n");
        const auto kubectl = tests::kubectl({"exec", "-n", m_ns, "writer", "--", "cat", "/etc/hostname"});
        QCOMPARE(run({"cat", "/etc/hostname"})->output, kubectl.out);
    }
    void aProgramThatIsNotThereIsSaid()
    {
        const auto result = run({"no-such-program"});
        QVERIFY(!result || result->exitCode == 127);
        if (!result)
            QVERIFY2(result.error().message.contains("no-such-program"), qPrintable(result.error().message));
    }
    void curvesComeOutOfThePod()
    {
        models::JobMetrics metrics;
        models::PodEvents events(m_client.get(), metrics);
        events.follow({m_ns, "writer", "main", "/tmp/logs"});
        QTRY_VERIFY2_WITH_TIMEOUT(!metrics.metrics().isEmpty(), qPrintable(events.remarks().join(' ')), 30000);
        QCOMPARE(metrics.series(metrics.primaryMetric()).first()->label, "train");
    }
};

QTEST_GUILESS_MAIN(TestExecCluster)
#include "tst_exec_cluster.moc"
