// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_gpu k8s_api tests_support
#include "k8s/api/apiclient.h"
#include "k8s/net/netthread.h"
#include "models/gpu/gpusource.h"
#include "models/gpu/usagesource.h"
#include "tests/support/channelframes.h"
#include "tests/support/exportertexts.h"
#include "tests/support/scriptedserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace models;
using tests::Answer;
using tests::ScriptedServer;

/// Where figures of devices and pods come from in clusters of every kind, and what is said where they do not.
class TestGpuSource : public QObject
{
    Q_OBJECT

    k8s::NetThread m_net;
    static constexpr auto scrapePath = "/api/v1/namespaces/gpu-operator/pods/dcgm-%1:9400/proxy/metrics";
    const QByteArray m_noItems = json("{'kind':'List','items':[]}");

    static k8s::ClusterContext contextOf(const ScriptedServer &server)
    {
        k8s::ClusterContext context;
        context.server = server.url();
        return context;
    }
    /// With ' for the quotes of JSON.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    static QByteArray exporterPod(const QByteArray &node)
    {
        return json("{'metadata':{'name':'dcgm-NODE','namespace':'gpu-operator','labels':{'app':'nvidia-dcgm-exporter'}"
                    "},"
                    "'spec':{'nodeName':'NODE','containers':[{'name':'e','image':'i','ports':[{'name':'metrics',"
                    "'containerPort':9400}]}]},'status':{'phase':'Running'}}")
            .replace("NODE", node);
    }
    static Answer list(const QByteArrayList &items)
    {
        return Answer::json(json("{'kind':'List','items':[ITEMS]}").replace("ITEMS", items.join(',')));
    }
    static QByteArray series(const QByteArray &labels, const QByteArray &value)
    {
        return json("{'metric':{LABELS},'value':[1700000000,'VALUE']}")
            .replace("LABELS", json(labels))
            .replace("VALUE", value);
    }
    static Answer vector(const QByteArrayList &all)
    {
        return Answer::json(
            json("{'status':'success','data':{'resultType':'vector','result':[ALL]}}").replace("ALL", all.join(',')));
    }
    const QByteArray m_prometheus
        = json("{'metadata':{'name':'prom','namespace':'mon','labels':{'app.kubernetes.io/name':'prometheus'}},"
               "'spec':{'ports':[{'name':'web','port':9090}]}}");
    static Answer forbidden(const QByteArray &what) { return Answer::failure(403, "Forbidden", what); }

private slots:
    void theExporterOfEachNodeIsReadThroughTheApiServer()
    {
        ScriptedServer server;
        server.on("GET", "/api/v1/pods", list({exporterPod("node-a"), exporterPod("node-b"), exporterPod("node-z")}));
        server.on("GET", QString(scrapePath).arg("node-a"), Answer::text(exporters::dcgm));
        server.on("GET", QString(scrapePath).arg("node-b"), Answer::text(exporters::dcgmMig));
        k8s::ApiClient client(m_net, contextOf(server));
        GpuSource source(client);
        QSignalSpy taken(&source, &GpuSource::readingsTaken);
        source.setScope({"node-a", "node-b"}, "team-a");
        source.start();
        QVERIFY(taken.wait());
        QCOMPARE(source.readings().size(), 4);
        QCOMPARE(source.origin(), GpuSource::Origin::Exporters);
        QCOMPARE(source.gap().kind, DataGap::Kind::None);
        QCOMPARE(source.readings().first().node, "node-a");
        QCOMPARE(server.count("GET", ".*node-z.*"), 0); // no pod of ours is there
    }

    void whereTheExporterIsOutOfReachPrometheusIsAsked()
    {
        ScriptedServer server;
        server.on("GET", "/api/v1/pods", list({exporterPod("node-a")}));
        server.on("GET", QString(scrapePath).arg("node-a"), forbidden("pods/proxy is forbidden"));
        server.on("GET", "/api/v1/services", list({m_prometheus}));
        server.on("GET", "/api/v1/namespaces/mon/services/prom:9090/proxy/api/v1/query",
                  vector({series(json("'__name__':'DCGM_FI_DEV_GPU_UTIL','UUID':'a','Hostname':'node-a','pod':'p-0','"
                                      "namespace':'team-a'"),
                                 "40"),
                          series(json("'__name__':'DCGM_FI_DEV_GPU_UTIL','UUID':'b','Hostname':'node-a','pod':'exp','"
                                      "namespace':'gpu-operator','container':'dcgm-exporter','exported_pod':'p-1','"
                                      "exported_namespace':'team-a'"),
                                 "60")}));
        k8s::ApiClient client(m_net, contextOf(server));
        GpuSource source(client);
        QSignalSpy taken(&source, &GpuSource::readingsTaken);
        source.setScope({"node-a"}, "team-a");
        source.start();
        QVERIFY(taken.wait());
        QCOMPARE(source.origin(), GpuSource::Origin::Prometheus);
        QCOMPARE(source.readings().size(), 2);
        QCOMPARE(source.readings().first().pod, "p-0");
        QCOMPARE(source.readings().last().pod, "p-1");
        const auto asked = server.received().last().parameter("query");
        QVERIFY2(asked.contains("exported_namespace=\"team-a\"") && asked.contains("DCGM_FI_DEV_GPU_UTIL"),
                 qPrintable(asked));
    }

    void whereTheProxyIsForbiddenAForwardedPortIsTaken()
    {
        ScriptedServer server;
        server.on("GET", "/api/v1/pods", list({exporterPod("node-a")}));
        server.on("GET", QString(scrapePath).arg("node-a"), forbidden("pods/proxy is forbidden"));
        server.on("GET", "/api/v1/namespaces/gpu-operator/pods/dcgm-node-a/portforward",
                  [](const tests::Received &request) {
                      using namespace tests::channels;
                      return Answer::nothing()
                          .raw(switching(request, "v4.channel.k8s.io") + message(0, "12") + message(1, "12"))
                          .hear(50)
                          .raw(message(0, "HTTP/1.0 200 OK\r\n\r\n" + QByteArray(exporters::dcgm)) + closing())
                          .close();
                  });
        k8s::ApiClient client(m_net, contextOf(server));
        GpuSource source(client);
        QSignalSpy taken(&source, &GpuSource::readingsTaken);
        source.setScope({"node-a"});
        source.start();
        QVERIFY(taken.wait());
        QCOMPARE(source.origin(), GpuSource::Origin::Exporters);
        QCOMPARE(source.readings().size(), 2);
        QCOMPARE(source.gap().kind, DataGap::Kind::None);
        source.setScope({"node-a", "node-b"}); // another round: who was refused once is not asked again
        QVERIFY(taken.wait());
        QCOMPARE(server.count("GET", QString(scrapePath).arg("node-a")), 1);
    }

    void whyThereAreNoFiguresIsSaid_data()
    {
        QTest::addColumn<int>("pods"); // 0: none, 1: an exporter, 403
        QTest::addColumn<int>("scrape");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing exports") << 0 << 0 << int(DataGap::Kind::NothingExports) << "dcgm-exporter";
        QTest::newRow("no right to look") << 403 << 0 << int(DataGap::Kind::NoRight) << "list pods";
        QTest::newRow("no right to read") << 1 << 403 << int(DataGap::Kind::NoRight)
                                          << "pods/proxy or create pods/portforward in namespace gpu-operator";
        QTest::newRow("does not answer") << 1 << 500 << int(DataGap::Kind::Unreachable) << "tried again";
        QTest::newRow("has not measured") << 1 << 200 << int(DataGap::Kind::TooSoon) << "30 seconds";
    }
    void whyThereAreNoFiguresIsSaid()
    {
        QFETCH(int, pods);
        QFETCH(int, scrape);
        ScriptedServer server;
        server.on("GET", "/api/v1/services", Answer::json(m_noItems));
        server.on("GET", "/api/v1/pods",
                  pods == 403     ? forbidden("pods is forbidden")
                      : pods == 1 ? list({exporterPod("node-a")})
                                  : Answer::json(m_noItems));
        server.on("GET", QString(scrapePath).arg("node-a"),
                  scrape == 200 ? Answer::text("# nothing yet\n")
                                : Answer::failure(scrape, scrape == 403 ? "Forbidden" : "InternalError", "no"));
        k8s::ApiClient client(m_net, contextOf(server));
        GpuSource source(client);
        QSignalSpy told(&source, &GpuSource::gapChanged);
        source.setScope({"node-a"});
        source.start();
        QVERIFY(told.wait());
        QTEST(int(source.gap().kind), "kind");
        const QString said = source.gap().problem.sentence + ' ' + source.gap().problem.remedy;
        QFETCH(QString, words);
        QVERIFY2(said.contains(words), qPrintable(said));
    }

    void unlabelledExportersAreFoundOnTheNodesThemselves()
    {
        ScriptedServer server;
        server.on("GET", "/api/v1/pods", [this](const tests::Received &request) {
            QByteArray pod = exporterPod("node-a");
            pod.replace(json("'labels':{'app':'nvidia-dcgm-exporter'}"), json("'labels':{}"))
                .replace(json("'image':'i'"), json("'image':'x/dcgm-exporter:3'"));
            return request.parameter("fieldSelector") == "spec.nodeName=node-a" ? list({pod}) : Answer::json(m_noItems);
        });
        server.on("GET", QString(scrapePath).arg("node-a"), Answer::text(exporters::dcgm));
        k8s::ApiClient client(m_net, contextOf(server));
        GpuSource source(client);
        QSignalSpy taken(&source, &GpuSource::readingsTaken);
        source.setScope({"node-a"});
        source.start();
        QVERIFY(taken.wait());
        QCOMPARE(source.readings().size(), 2);
    }

    void aConfiguredPrometheusComesFirst()
    {
        ScriptedServer cluster, prometheus;
        prometheus.on("GET", "/prom/api/v1/query",
                      vector({series("'__name__':'nvidia_gpu_duty_cycle','uuid':'a','pod':'p'", "3")}));
        k8s::ApiClient client(m_net, contextOf(cluster)), other(m_net, contextOf(prometheus));
        GpuSource source(client);
        source.setPrometheus(&other, "/prom");
        QSignalSpy taken(&source, &GpuSource::readingsTaken);
        source.start();
        QVERIFY(taken.wait());
        QCOMPARE(source.readings().first().use, 3.0);
        QCOMPARE(cluster.received().size(), 0);
    }

    void whatIsUnderWayWhenItStopsIsDropped()
    {
        ScriptedServer server;
        server.on("GET", "/api/v1/pods", list({exporterPod("node-a")}));
        server.on("GET", QString(scrapePath).arg("node-a"), Answer::stream().gate("late").chunk(exporters::dcgm).end());
        k8s::ApiClient client(m_net, contextOf(server));
        GpuSource source(client);
        QSignalSpy taken(&source, &GpuSource::readingsTaken);
        source.start();
        QTRY_COMPARE(server.count("GET", QString(scrapePath).arg("node-a")), 1);
        source.stop();
        server.open("late");
        QVERIFY(!taken.wait(200));
        source.start();
        QVERIFY(taken.wait());
    }

    void usageComesFromMetricsServerWhereThereIsOne()
    {
        ScriptedServer server;
        server.on("GET", "/apis/metrics.k8s.io/v1beta1/namespaces/team-a/pods",
                  list({json("{'metadata':{'name':'p','namespace':'team-a'},'timestamp':'2026-11-24T14:00:00Z','"
                             "containers':[{'name':'a','usage':{'cpu':'1500m','memory':'1Gi'}}]}")}));
        k8s::ApiClient client(m_net, contextOf(server));
        UsageSource source(client);
        QSignalSpy taken(&source, &UsageSource::usageTaken);
        source.setScope("team-a", {"node-a"});
        source.start();
        QVERIFY(taken.wait());
        QCOMPARE(taken.first().first().value<QList<PodUsage>>().first().cpu, 1.5);
        QCOMPARE(source.origin(), UsageSource::Origin::MetricsApi);
    }

    void elseFromTheKubelets()
    {
        ScriptedServer server; // metrics.k8s.io: 404
        const auto text = [](const char *seconds, const char *at) {
            return Answer::text(QByteArray("pod_cpu_usage_seconds_total{namespace=\"team-a\",pod=\"p\"} ") + seconds
                                + ' ' + at + "\npod_cpu_usage_seconds_total{namespace=\"other\",pod=\"q\"} 1 " + at
                                + '\n');
        };
        const QString path = "/api/v1/nodes/node-a/proxy/metrics/resource";
        server.once("GET", path, text("10", "1700000000000"));
        server.on("GET", path, text("12", "1700000001000"));
        k8s::ApiClient client(m_net, contextOf(server));
        UsageSource source(client);
        QSignalSpy taken(&source, &UsageSource::usageTaken);
        source.setScope("team-a", {"node-a"});
        source.start();
        QVERIFY(taken.wait());
        QCOMPARE(taken.first().first().value<QList<PodUsage>>().size(), 1);
        source.setScope("team-a", {"node-b", "node-a"}); // a new node: asked at once
        QVERIFY(taken.wait());
        QCOMPARE(taken.last().first().value<QList<PodUsage>>().first().cpu, 2.0);
        QCOMPARE(source.origin(), UsageSource::Origin::Kubelet);
    }

    void aMissingRightIsNamed()
    {
        ScriptedServer server;
        server.on("GET", ".*/proxy/.*", forbidden(json("nodes 'node-a' is forbidden")));
        k8s::ApiClient client(m_net, contextOf(server));
        UsageSource source(client);
        QSignalSpy told(&source, &UsageSource::gapChanged);
        source.setScope("team-a", {"node-a"});
        source.start();
        QVERIFY(told.wait());
        QCOMPARE(source.gap().kind, DataGap::Kind::NoRight);
        QVERIFY(source.gap().problem.remedy.contains("nodes/proxy"));
    }
};

QTEST_GUILESS_MAIN(TestGpuSource)
#include "tst_gpusource.moc"
