// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_control models_gpu tests_support
#include "app/control/roomwatch.h"
#include "k8s/net/netthread.h"
#include "models/gpu/nodeboard.h"
#include "models/kinds/kindtable.h"
#include "models/tables/resourcetable.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/sinks.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace models;
using namespace tests;

/// What is free, against a server that answers as told.
class TestRoomWatch : public QObject
{
    Q_OBJECT

    static QByteArray quoted(QByteArray json) { return json.replace('\'', '"'); }

    k8s::NetThread m_net;

    struct Run : ScriptedApi
    {
        explicit Run(k8s::NetThread &net, bool sandbox = false)
            : ScriptedApi(net, {{"", "v1", {"pods Pod", "nodes Node", "resourcequotas ResourceQuota"}}})
            , nodes(*findKind({}, "Node"))
            , board(nodes, nullptr)
            , watch(board, client, sandbox)
        {
            auto feed = std::make_unique<ResourceFeed>(findKind({}, "Node")->type(), columnsOf(*findKind({}, "Node")),
                                                       findKind({}, "Node"));
            nodeSink = feed->sink();
            nodes.addFeed(std::move(feed));
            answerQuota("6");
            server.on("GET", "/api/v1/nodes",
                      Answer::json(quoted("{'items':[{'status':{'images':["
                                          "{'names':['localhost/a:1']}]}}]}")));
            watch.setNamespace("team-a");
        }
        void answerQuota(const QByteArray &used)
        {
            server.on("GET", quotaPath,
                      Answer::json(quoted("{'items':[{'metadata':{'name':'q'},'status':{'hard':{'pods':'10'},'used':{"
                                          "'pods':'"
                                          + used + "'}}}]}")));
        }
        void node(const QByteArray &name, const QByteArray &cpu, const QByteArray &ready = "True")
        {
            upsert(nodeSink,
                   quoted("{'metadata':{'name':'" + name + "','uid':'uid-" + name
                          + "','creationTimestamp':'2026-11-24T14:00:00Z'},'spec':{},'status':{'allocatable':{'cpu':'"
                          + cpu + "','memory':'16Gi'},'conditions':[{'type':'Ready','status':'" + ready + "'}]}}"));
        }
        void pod(const QByteArray &name, const QByteArray &node, const QByteArray &cpu)
        {
            upsert(board.podSink(),
                   quoted("{'metadata':{'name':'" + name + "','namespace':'team-a','uid':'uid-" + name
                          + "'},'spec':{'nodeName':'" + node
                          + "','containers':[{'name':'c','resources':{'requests':{'cpu':'" + cpu
                          + "','memory':'1Gi'}}}]}}"));
        }
        void live()
        {
            nodeSink->stateChanged(k8s::WatchState::Live, {});
            board.podSink()->stateChanged(k8s::WatchState::Live, {});
        }

        const QString quotaPath = "/api/v1/namespaces/team-a/resourcequotas";
        std::shared_ptr<k8s::WatchSink> nodeSink;
        ResourceTable nodes;
        NodeBoard board;
        RoomWatch watch;
    };

private slots:
    void whatPodsLeaveOfNodesThatTakePodsIsFree()
    {
        Run run(m_net);
        QCOMPARE(run.watch.room().cpu, -1);
        run.board.podSink()->stateChanged(k8s::WatchState::Live, {});
        QSignalSpy boardChanged(&run.board, &NodeBoard::changed);
        QVERIFY(boardChanged.wait());
        QCOMPARE(run.watch.room().cpu, -1); // no node is known: that is not nothing free
        run.node("one", "4");
        run.node("two", "8");
        run.node("broken", "64", "False");
        run.pod("a", "two", "5500m");
        run.pod("b", "one", "500m");
        run.live();
        QTRY_COMPARE(run.watch.room().cpu, 6.0);
        QCOMPARE(run.watch.room().largestCpu, 3.5);
        QCOMPARE(run.watch.room().memory, 30.0 * 1024 * 1024 * 1024);
        QCOMPARE(run.watch.room().gpus, 0);
    }

    void quotasAreAskedForWhenSomebodyWritesAJob()
    {
        Run run(m_net);
        QCOMPARE(run.server.count("GET", ".*resourcequotas"), 0);
        run.watch.setWatched(true);
        QTRY_COMPARE(run.watch.room().quotas, QList({QuotaShare {"q", "pods", 10, 6}}));
        QCOMPARE(run.server.count("GET", "/api/v1/nodes"), 0); // images do not matter here
        run.answerQuota("9");
        run.watch.refresh();
        QTRY_COMPARE(run.watch.room().quotas.first().used, 9);
    }

    void quotasOfAnotherNamespaceAreForgotten()
    {
        Run run(m_net);
        run.watch.setWatched(true);
        QTRY_COMPARE(run.watch.room().quotas.size(), 1);
        run.watch.refresh(); // its answer comes when the namespace is another already
        run.server.on("GET", "/api/v1/namespaces/team-b/resourcequotas", Answer::failure(403, "Forbidden", "no"));
        run.watch.setNamespace("team-b");
        QCOMPARE(run.watch.room().quotas.size(), 0);
        QTRY_COMPARE(run.server.count("GET", ".*team-b/resourcequotas"), 1);
        bool answered = false; // a later question: the ones before are answered then
        run.client.get("/api/v1/nodes", {}, {this, [&](const auto &) { answered = true; }});
        QTRY_VERIFY(answered);
        QCOMPARE(run.watch.room().quotas.size(), 0);
    }

    void theSandboxKnowsItsImages()
    {
        Run run(m_net, true);
        run.watch.setWatched(true);
        QTRY_COMPARE(run.watch.room().images, QStringList("localhost/a:1"));
    }
};

QTEST_GUILESS_MAIN(TestRoomWatch)
#include "tst_roomwatch.moc"
