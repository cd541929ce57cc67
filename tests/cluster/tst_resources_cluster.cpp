// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_jobs models_gpu k8s_config k8s_net tests_support
// label: cluster
// timeout: 240
#include "k8s/api/apiclient.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "models/gpu/gpusource.h"
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
    /// A pod that serves one device's figures as exporters do, and a user who may forward its port and nothing more.
    static QByteArray exporterAndItsReader()
    {
        return R"(apiVersion: v1
kind: Pod
metadata: {name: exporter, labels: {app.kubernetes.io/name: gpu-exporter}}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - name: exporter
    image: localhost/pilothouse/pytorch:1
    imagePullPolicy: IfNotPresent
    command:
    - python3
    - -c
    - |
      from http.server import BaseHTTPRequestHandler, HTTPServer
      class Page(BaseHTTPRequestHandler):
          def do_GET(self):
              self.send_response(200 if self.path == "/metrics" else 404)
              self.end_headers()
              self.wfile.write(b'DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-forwarded"} 37\n')
      HTTPServer(("127.0.0.1", 9400), Page).serve_forever()
    ports: [{name: metrics, containerPort: 9400}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: forwards-ports}
rules: [{apiGroups: [""], resources: [pods/portforward], verbs: [get, create]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: forwards-ports}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: forwards-ports}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: port-reader}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: resources-test-lists-pods}
rules: [{apiGroups: [""], resources: [pods], verbs: [list]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: resources-test-lists-pods}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: resources-test-lists-pods}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: port-reader}]
)";
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
    void cleanupTestCase()
    {
        kubectl({"delete", "namespace", m_ns, "--wait=false"});
        kubectl({"delete", "clusterrole,clusterrolebinding", "resources-test-lists-pods", "--ignore-not-found"});
    }

    /// It listens on the pod's own 127.0.0.1, where no proxy comes, and its reader may use none.
    void anExporterThatNoProxyReachesIsReadThroughItsPort()
    {
        const auto applied = kubectl({"apply", "-n", m_ns, "-f", "-"}, exporterAndItsReader());
        QVERIFY2(applied.exitCode == 0, applied.err.constData());
        QCOMPARE(kubectl({"wait", "-n", m_ns, "pod/exporter", "--for=condition=Ready", "--timeout=90s"}, {}, 100000)
                     .exitCode,
                 0);
        QCOMPARE(kubectl({"auth", "can-i", "get", "pods/proxy", "-n", m_ns, "--as", "port-reader"}).out.trimmed(),
                 "no");
        auto context = k8s::Kubeconfig::load({qEnvironmentVariable("KUBECONFIG")})->resolve();
        context->impersonateUser = "port-reader";
        k8s::ApiClient reader(*m_net, *context);
        GpuSource source(reader);
        source.setScope({"sandbox"}, m_ns);
        source.start();
        const auto ours
            = [&source] { return std::ranges::find(source.readings(), QString("GPU-forwarded"), &DeviceReading::id); };
        QTRY_VERIFY_WITH_TIMEOUT(ours() != source.readings().end(), 30000); // the container listens a moment later
        QCOMPARE(ours()->use, 37.0);
        QCOMPARE(ours()->node, "sandbox");
        QCOMPARE(source.origin(), GpuSource::Origin::Exporters);
    }

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
