// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_jobs models_gpu k8s_config k8s_net tests_support
// label: cluster
// timeout: 240
#include "k8s/api/apiclient.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "models/gpu/jobresources.h"
#include "models/gpu/nodeboard.h"
#include "models/gpu/usagesource.h"
#include "models/kinds/kindtable.h"
#include "models/metrics/jobmetrics.h"
#include "models/tables/resourcetable.h"
#include "tests/support/kubectl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using tests::kubectl;

/// CPU, memory and what pods hold, read from a real kubelet and a real API server; kubectl is the judge.
class TestResourcesCluster : public QObject
{
    Q_OBJECT

    const QString m_ns = "resources-test";
    std::unique_ptr<k8s::NetThread> m_net;
    std::unique_ptr<k8s::ApiClient> m_client;

    /// A metric of a pod as the kubelet serves it, and its timestamp in milliseconds.
    std::pair<double, qint64> kubelets(const QByteArray &metric, const QString &pod) const
    {
        const auto text = kubectl({"get", "--raw", "/api/v1/nodes/sandbox/proxy/metrics/resource"}).out;
        const QRegularExpression line(
            QString("^%1\\{namespace=\"%2\",pod=\"%3\"\\} (\\S+) (\\d+)$").arg(metric, m_ns, pod),
            QRegularExpression::MultilineOption);
        const auto match = line.match(QString::fromUtf8(text));
        return {match.captured(1).toDouble(), match.captured(2).toLongLong()};
    }
    static QByteArray busyPod()
    {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: busy}\nspec:\n  terminationGracePeriodSeconds: 0\n  "
               "containers:\n"
               "  - name: c\n    image: localhost/pilothouse/pytorch:1\n    imagePullPolicy: IfNotPresent\n"
               "    command: [python3, -c, \"import time\\nx = bytearray(50 << 20)\\nwhile True:\\n  t = time.time() + "
               "0.05\\n  while "
               "time.time() < t: pass\\n  time.sleep(0.05)\"]\n    resources: {requests: {cpu: 100m, memory: 64Mi}}\n";
    }

private slots:
    void initTestCase()
    {
        const auto config = k8s::Kubeconfig::load({qEnvironmentVariable("KUBECONFIG")});
        QVERIFY(config);
        const auto context = config->resolve();
        QVERIFY(context);
        m_net = std::make_unique<k8s::NetThread>();
        m_client = std::make_unique<k8s::ApiClient>(*m_net, *context);
        kubectl({"delete", "namespace", m_ns, "--ignore-not-found", "--wait"}, {}, 120000);
        QCOMPARE(kubectl({"create", "namespace", m_ns}).exitCode, 0);
        const auto applied = kubectl({"apply", "-n", m_ns, "-f", "-"}, busyPod());
        QVERIFY2(applied.exitCode == 0, applied.err.constData());
        QCOMPARE(
            kubectl({"wait", "-n", m_ns, "pod/busy", "--for=condition=Ready", "--timeout=90s"}, {}, 100000).exitCode,
            0);
    }
    void cleanupTestCase() { kubectl({"delete", "namespace", m_ns, "--wait=false"}); }

    void cpuAndMemoryAreTheKubelets()
    {
        UsageSource source(*m_client);
        QSignalSpy taken(&source, &UsageSource::usageTaken);
        source.setScope(m_ns, {"sandbox"});
        source.start();
        PodUsage ours;
        const auto before = kubelets("pod_cpu_usage_seconds_total", "busy");
        const auto newest = [&]() -> PodUsage {
            for (auto it = taken.crbegin(); it != taken.crend(); ++it) {
                for (const PodUsage &one : it->first().value<QList<PodUsage>>()) {
                    if (one.pod == "busy" && one.milliseconds > before.second && one.cpu)
                        return one;
                }
            }
            return {};
        };
        // Two measurements of the kubelet's must have passed, and we must have seen the newest that kubectl sees.
        QTRY_VERIFY_WITH_TIMEOUT(newest().milliseconds > before.second + 5000, 60000);
        ours = newest();
        QCOMPARE(source.origin(), UsageSource::Origin::Kubelet);
        QCOMPARE(source.gap().kind, DataGap::Kind::None);
        for (int tries = 0; tries < 20; ++tries) { // kubectl's look at the same measurement
            const auto memory = kubelets("pod_memory_working_set_bytes", "busy");
            const auto cpu = kubelets("pod_cpu_usage_seconds_total", "busy");
            ours = newest();
            if (memory.second != ours.milliseconds) {
                QTest::qWait(1500);
                continue;
            }
            QCOMPARE(*ours.memory, memory.first);
            QVERIFY(memory.first > 50 * 1024 * 1024);
            const double mean = (cpu.first - before.first) * 1000 / double(cpu.second - before.second);
            QVERIFY2(std::abs(*ours.cpu - mean) < 0.5 * mean,
                     qPrintable(QString("%1 cores, kubectl's mean %2").arg(*ours.cpu).arg(mean)));
            return;
        }
        QFAIL("we never saw the measurement that kubectl sees");
    }

    void whatPodsHoldIsWhatKubectlDescribes()
    {
        ResourceTable nodes(*findKind({}, "Node"));
        NodeBoard board(nodes, m_client.get());
        nodes.follow(*m_client, {});
        board.start();
        QTRY_VERIFY_WITH_TIMEOUT(board.knowsPods() && !board.nodes().isEmpty(), 30000);
        const auto list
            = QJsonDocument::fromJson(kubectl({"get", "pods", "-A", "-o", "json"}).out).object()["items"].toArray();
        double millicores = 0;
        int pods = 0;
        for (const auto &item : list) {
            const auto pod = item.toObject();
            const QString phase = pod["status"].toObject()["phase"].toString();
            if (pod["spec"].toObject()["nodeName"].toString() != "sandbox" || phase == "Succeeded" || phase == "Failed")
                continue;
            ++pods;
            for (const auto &container : pod["spec"].toObject()["containers"].toArray()) {
                const QString cpu
                    = container.toObject()["resources"].toObject()["requests"].toObject()["cpu"].toString();
                millicores += cpu.endsWith('m') ? cpu.chopped(1).toDouble() : cpu.toDouble() * 1000;
            }
        }
        QVERIFY(pods > 0);
        const auto sandbox = std::ranges::find(board.nodes(), QString("sandbox"), &NodeUse::name);
        QVERIFY(sandbox != board.nodes().end());
        QTRY_COMPARE(
            std::round(std::ranges::find(board.nodes(), QString("sandbox"), &NodeUse::name)->cpuRequested * 1000),
            millicores);
        nodes.clear();
    }
};

QTEST_GUILESS_MAIN(TestResourcesCluster)
#include "tst_resources_cluster.moc"
