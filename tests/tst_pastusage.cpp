// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_gpu k8s_api tests_support
// Curves from before anybody looked, read back from a Prometheus.
#include "k8s/api/apiclient.h"
#include "k8s/net/netthread.h"
#include "models/gpu/jobresources.h"
#include "models/gpu/pastusage.h"
#include "models/metrics/jobmetrics.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/seriesvalues.h"

#include <QSignalSpy>
#include <QTest>

using namespace models;
using tests::Answer;
using tests::ScriptedServer;

class TestPastUsage : public QObject
{
    Q_OBJECT

    k8s::NetThread m_net;
    const qint64 m_now = QDateTime::currentSecsSinceEpoch() / 60 * 60;

    static k8s::ClusterContext contextOf(const ScriptedServer &server)
    {
        k8s::ClusterContext context;
        context.server = server.url();
        return context;
    }
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    /// A series of one value a minute, ending now.
    QByteArray series(const QByteArray &labels, const QList<double> &values) const
    {
        QByteArrayList points;
        for (qsizetype i = 0; i < values.size(); ++i)
            points.append('[' + QByteArray::number(m_now - 60 * (values.size() - 1 - i)) + ",\""
                          + QByteArray::number(values[i], 'g', 12) + "\"]");
        return json("{'metric':{" + labels + "},'values':[") + points.join(',') + "]}";
    }
    static Answer matrix(const QByteArrayList &all)
    {
        return Answer::json(json("{'status':'success','data':{'resultType':'matrix','result':[") + all.join(',')
                            + "]}}");
    }
    /// Two pods' past, as the usual Prometheus of a cluster knows it, and a stranger's in the same namespace.
    Answer past(const tests::Received &asked) const
    {
        const QString query = asked.parameter("query");
        if (query.contains("cpu_usage"))
            return matrix({series("'namespace':'team-a','pod':'p-0'", {1, 2, 3}),
                           series("'namespace':'team-a','pod':'other'", {9, 9, 9})});
        if (query.contains("working_set"))
            return matrix({series("'namespace':'team-a','pod':'p-0'", {1 << 30, 1 << 30, 3 << 29})});
        const QByteArray device = "'Hostname':'n','namespace':'team-a','UUID':";
        return matrix({series("'__name__':'DCGM_FI_DEV_GPU_UTIL'," + device + "'a','pod':'p-0'", {10, 20, 30}),
                       series("'__name__':'DCGM_FI_DEV_GPU_UTIL'," + device + "'b','pod':'p-0'", {30, 40, 50}),
                       series("'__name__':'DCGM_FI_DEV_FB_USED'," + device + "'a','pod':'p-0'", {1024, 1024, 2048})});
    }
    void serve(ScriptedServer &server) const
    {
        server.on("GET", "/api/v1/services",
                  Answer::json(json(
                      "{'kind':'List','items':[{'metadata':{'name':'prom','namespace':'mon','labels':{'app.kubernetes."
                      "io/name':'prometheus'}},'spec':{'ports':[{'name':'web','port':9090}]}}]}")));
        server.on("GET", "/api/v1/namespaces/mon/services/prom:9090/proxy/api/v1/query_range",
                  [this](const tests::Received &asked) { return past(asked); });
    }
    Rank rank(int number) const
    {
        Rank one;
        one.ns = "team-a";
        one.pod = QString("p-%1").arg(number);
        one.rank = number;
        one.label = QString("worker-%1").arg(number);
        one.node = "n";
        one.shape = StateShape::Running;
        one.startedAt = QDateTime::fromSecsSinceEpoch(m_now - 600);
        return one;
    }
    static QList<float> valuesOf(const JobResources &resources, JobResources::Figure figure, bool ofJob = false)
    {
        const auto all = resources.curves().series(JobResources::curveName(figure, ofJob));
        if (all.isEmpty())
            return {};
        return tests::valuesOf(all.first()->series);
    }

private slots:
    void theCurvesBeginWhereTheJobBegan()
    {
        ScriptedServer server;
        serve(server);
        k8s::ApiClient client(m_net, contextOf(server));
        JobResources resources(&client);
        resources.setRanks({rank(0), rank(1)});
        QCOMPARE(server.count("GET", ".*"), 0); // nobody looks
        resources.setWatched(true);
        using Figure = JobResources::Figure;
        QTRY_COMPARE(valuesOf(resources, Figure::Use), QList<float>({20, 30, 40}));
        QCOMPARE(valuesOf(resources, Figure::Cpu), QList<float>({1, 2, 3}));
        QCOMPARE(valuesOf(resources, Figure::Memory), QList<float>({1, 1, 1.5}));
        QCOMPARE(valuesOf(resources, Figure::DeviceMemory), QList<float>({1, 1, 2}));
        QCOMPARE(valuesOf(resources, Figure::Use, true), QList<float>({20, 30, 40}));
        QVERIFY(resources.pastRemark().contains("Prometheus"));
        QCOMPARE(resources.curves().marks().size(), 1);
        QCOMPARE(resources.curves().marks().first().kind, TimeMark::Kind::ReadBack);
        for (const auto &request : server.received()) {
            if (request.path.endsWith("query_range")) {
                QCOMPARE(request.parameter("start").toDouble(), double(m_now - 600));
                QVERIFY(request.parameter("step").toInt() >= PastUsage::leastStep);
            }
        }
    }
    void liveFiguresGoOnBehindThePast()
    {
        ScriptedServer server;
        serve(server);
        server.on("GET", "/api/v1/namespaces/mon/services/prom:9090/proxy/api/v1/query_range",
                  [this](const tests::Received &asked) { return past(asked).before(std::chrono::milliseconds(200)); });
        k8s::ApiClient client(m_net, contextOf(server));
        JobResources resources(&client);
        resources.setRanks({rank(0)});
        resources.setWatched(true);
        const auto live = [&](double cpu, qint64 seconds) {
            resources.takeUsage({{.ns = "team-a",
                                  .pod = "p-0",
                                  .cpu = cpu,
                                  .memory = 1 << 30,
                                  .milliseconds = (m_now + seconds) * 1000}});
        };
        live(7, 1);
        using Figure = JobResources::Figure;
        QVERIFY(valuesOf(resources, Figure::Cpu).isEmpty()); // waits for what was before
        QCOMPARE(resources.figures().cpu.value_or(0), 7.0); // the card does not
        QTRY_COMPARE(valuesOf(resources, Figure::Cpu).size(), 3);
        live(8, 16);
        QCOMPARE(valuesOf(resources, Figure::Cpu), QList<float>({1, 2, 3, 8}));
        const Series &series = resources.curves().series(JobResources::curveName(Figure::Cpu, false)).first()->series;
        QCOMPARE(series.segments().size(), size_t(1)); // one line, no gap
    }
    void withoutAPrometheusNothingIsSaid()
    {
        ScriptedServer server;
        server.on("GET", "/api/v1/services", Answer::json("{\"items\":[]}"));
        k8s::ApiClient client(m_net, contextOf(server));
        PastUsage past(client);
        QSignalSpy answered(&past, &PastUsage::answered);
        past.ask({.ns = "team-a", .pods = {"p-0"}, .from = 0, .to = 600'000});
        QVERIFY(past.isAsking());
        QVERIFY(answered.wait());
        QVERIFY(!past.isAsking());
        QVERIFY(answered.first().at(0).value<QList<PastMoment>>().isEmpty());
        QVERIFY(answered.first().at(1).value<Problem>().isEmpty());
    }
    void aPrometheusThatRefusesIsQuoted()
    {
        ScriptedServer server;
        server.on(
            "GET", "/p/api/v1/query_range",
            Answer::json(R"({"status":"error","errorType":"bad_data","error":"exceeded maximum resolution"})", 400));
        k8s::ApiClient client(m_net, contextOf(server)), prometheus(m_net, contextOf(server));
        PastUsage past(client);
        past.setPrometheus(&prometheus, "/p");
        QSignalSpy answered(&past, &PastUsage::answered);
        past.ask({.ns = "team-a", .pods = {"p-0"}, .from = 0, .to = 600'000});
        QVERIFY(answered.wait());
        const auto problem = answered.first().at(1).value<Problem>();
        QVERIFY2(problem.sentence.contains("Prometheus"), qPrintable(problem.sentence));
        QCOMPARE(server.count("GET", "/p/api/v1/query_range"), 3);
    }
};

QTEST_GUILESS_MAIN(TestPastUsage)
#include "tst_pastusage.moc"
