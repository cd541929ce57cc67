// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_cluster models_gpu models_tables models_kinds tests_support
#include "models/gpu/devicedeal.h"
#include "models/gpu/holdertable.h"
#include "models/gpu/nodeboard.h"
#include "models/kinds/kindtable.h"
#include "models/kinds/nodecolumns.h"
#include "models/tables/resourcetable.h"
#include "support/screens.h"
#include "tests/support/sinks.h"
#include "views/cluster/gpumap.h"
#include "views/cluster/nodespage.h"
#include "views/tables/fivefaces.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace models;

/// What a cluster's nodes have, who holds it, and who holds it for nothing.
class TestNodesPage : public QObject
{
    Q_OBJECT

    struct Cluster
    {
        Cluster()
            : nodes(*findKind({}, "Node"))
            , board(nodes, nullptr)
        {
            auto feed = std::make_unique<ResourceFeed>(findKind({}, "Node")->type(), columnsOf(*findKind({}, "Node")),
                                                       findKind({}, "Node"));
            sink = feed->sink();
            nodes.addFeed(std::move(feed));
        }
        static void upsert(const std::shared_ptr<k8s::WatchSink> &sink, QByteArray json)
        {
            tests::upsert(sink, json.replace('\'', '"'));
        }
        void node(const QByteArray &name, int gpus, bool ready = true, bool cordoned = false)
        {
            QByteArray json = "{'metadata':{'name':'NAME','uid':'uid-NAME','creationTimestamp':'2026-11-24T14:00:00Z'},"
                              "'spec':{'unschedulable':CORDONED},'status':{'allocatable':{'cpu':'128','memory':'1Ti',"
                              "'nvidia.com/gpu':'GPUS'},'conditions':[{'type':'Ready','status':'READY'}]}}";
            json.replace("NAME", name).replace("GPUS", QByteArray::number(gpus));
            json.replace("READY", ready ? "True" : "False").replace("CORDONED", cordoned ? "true" : "false");
            upsert(sink, json);
        }
        void pod(const QByteArray &name, const QByteArray &node, int gpus, const QByteArray &job = {})
        {
            QByteArray json
                = "{'metadata':{'name':'NAME','namespace':'team-a','uid':'uid-NAME','labels':{"
                  "'training.kubeflow.org/job-name':'JOB'}},'spec':{'nodeName':'NODE','containers':[{'name':'c',"
                  "'resources':{'requests':{'cpu':'1500m','memory':'8Gi'},'limits':{'nvidia.com/gpu':'GPUS'}}}]}}";
            json.replace("NAME", name)
                .replace("NODE", node)
                .replace("JOB", job)
                .replace("GPUS", QByteArray::number(gpus));
            upsert(board.podSink(), json);
        }
        void live()
        {
            sink->stateChanged(k8s::WatchState::Live, {});
            board.podSink()->stateChanged(k8s::WatchState::Live, {});
        }
        Cell cell(const char *node, int column) const
        {
            const auto *row = nodes.rowOfUid(QString("uid-") + node);
            return row ? row->cells.value(column) : Cell();
        }

        std::shared_ptr<k8s::WatchSink> sink;
        ResourceTable nodes;
        NodeBoard board;
    };
    static DeviceReading reading(const QString &node, int index, double use, const QString &pod = {})
    {
        return {.id = node + '/' + QString::number(index),
                .index = index,
                .model = "NVIDIA H100 80GB HBM3",
                .slice = {},
                .node = node,
                .ns = pod.isEmpty() ? QString() : "team-a",
                .pod = pod,
                .container = {},
                .use = use,
                .memoryUsed = 4e10,
                .memoryTotal = 8e10,
                .power = 300,
                .temperature = 55};
    }
    static QString states(const QList<DeviceCell> &cells)
    {
        QString letters;
        for (const auto &cell : cells)
            letters += "FHBIU"[int(cell.state)];
        return letters;
    }
    static PodShare share(const QString &pod, double gpus)
    {
        return {.uid = "uid-" + pod, .ns = "team-a", .pod = pod, .node = "a", .job = "job-" + pod, .gpus = gpus};
    }

private slots:
    void devicesAreDealtOutWhereNobodyMeasures()
    {
        const auto cells = dealDevices(4, {share("b", 1), share("a", 2)}, {}, true);
        QCOMPARE(states(cells), "HHHF");
        QCOMPARE(cells.first().pod, "a");
        QCOMPARE(cells.at(2).job, "job-b");
        QVERIFY(cells.first().isGuess);
        QCOMPARE(states(dealDevices(2, {}, {}, false)), "UU");
        QCOMPARE(states(dealDevices(1, {share("a", 3)}, {}, true)), "H"); // more held than there are
        QCOMPARE(states(dealDevices(2, {share("a", 0.5)}, {}, true)), "HF");
    }

    void whatAnExporterSaysComesFirst()
    {
        const QList<DeviceReading> readings {reading("a", 0, 0), reading("a", 1, 93, "p"), reading("a", 2, 0, "p"),
                                             reading("a", 3, 0)};
        const auto cells = dealDevices(4, {share("p", 2), share("young", 1)}, readings, true);
        QCOMPARE(states(cells), "IBIF"); // the young pod is not attributed yet: it gets the first that nobody has
        QCOMPARE(cells.first().pod, "young");
        QVERIFY(cells.first().isGuess);
        QVERIFY(!cells.at(1).isGuess);
        QCOMPARE(cells.at(1).job, "job-p");
    }

    void tablesAndTotalsAddUp()
    {
        Cluster cluster;
        QAbstractItemModelTester nodeTester(&cluster.nodes, QAbstractItemModelTester::FailureReportingMode::QtTest);
        HolderTable holders(cluster.board);
        QAbstractItemModelTester holderTester(&holders, QAbstractItemModelTester::FailureReportingMode::QtTest);
        cluster.node("a", 8);
        cluster.node("b", 8);
        cluster.node("broken", 8, false);
        cluster.node("cordoned", 8, true, true);
        cluster.pod("p-0", "a", 4, "llama");
        cluster.pod("p-1", "b", 2, "llama");
        cluster.pod("web", "a", 0);
        cluster.live();
        QTRY_COMPARE(cluster.board.totals().all, 16.0);
        QTRY_COMPARE(cluster.board.totals().free(), 10.0);
        QCOMPARE(cluster.board.totals().readyNodes, 3);
        QTRY_COMPARE(cluster.cell("a", NodeColumn::GpusHeld).text, "4");
        QCOMPARE(cluster.cell("a", NodeColumn::CpuRequested).text, "3");
        QCOMPARE(cluster.cell("a", NodeColumn::MemoryRequested).text, "16.0 GiB");
        QCOMPARE(cluster.cell("a", NodeColumn::Gpus).text, "8");
        QCOMPARE(holders.rowCount(), 2);
        QCOMPARE(holders.index(0, HolderTable::Job).data().toString(), "llama");
        cluster.board.podSink()->remove("uid-p-0");
        QTRY_COMPARE(cluster.board.totals().free(), 14.0);
        QTRY_COMPARE(holders.rowCount(), 1);
    }

    void whoHoldsAndDoesNotUseIsNamed()
    {
        Cluster cluster;
        HolderTable holders(cluster.board);
        cluster.node("a", 4);
        cluster.pod("busy", "a", 1);
        cluster.pod("lazy", "a", 2);
        cluster.live();
        cluster.board.takeDevices({reading("a", 0, 80, "busy"), reading("a", 1, 0, "lazy"), reading("a", 2, 0, "lazy")},
                                  {});
        QTRY_COMPARE(cluster.board.totals().idleHolders, 1);
        QCOMPARE(cluster.board.holders().first().pod.pod, "lazy");
        QVERIFY(cluster.board.holders().first().idleSince.isValid());
        QCOMPARE(holders.index(holders.rowIndexOfUid("uid-lazy"), HolderTable::Use)
                     .data(ResourceTable::ToneRole)
                     .value<Tone>(),
                 Tone::Warning);
        const QDateTime since = cluster.board.holders().first().idleSince;
        cluster.board.takeDevices(
            {reading("a", 0, 80, "busy"), reading("a", 1, 0, "lazy"), reading("a", 2, 0.5, "lazy")}, {});
        QTest::qWait(150); // a round of the board
        QCOMPARE(cluster.board.holders().first().idleSince, since);
        cluster.board.takeDevices({reading("a", 0, 80, "busy"), reading("a", 1, 9, "lazy"), reading("a", 2, 0, "lazy")},
                                  {});
        QTRY_COMPARE(cluster.board.totals().idleHolders, 0);
    }

    void thePageShowsAllOfIt()
    {
        Cluster cluster;
        views::NodesPage page(cluster.nodes, cluster.board);
        page.resize(1200, 860);
        page.show();
        cluster.node("gpu-node-0", 8);
        cluster.node("gpu-node-1", 8);
        cluster.node("gpu-node-2", 8, true, true);
        cluster.node("cpu-node", 0);
        cluster.pod("llama-worker-0", "gpu-node-0", 4, "llama");
        cluster.pod("llama-worker-1", "gpu-node-0", 2, "llama");
        cluster.pod("notebook-0", "gpu-node-1", 1);
        cluster.pod("batch-0", "gpu-node-2", 3, "batch");
        cluster.live();
        QTRY_COMPARE(cluster.board.totals().held, 7.0);
        QTest::qWait(100);
        const auto says = [&page](const QString &text) {
            return std::ranges::any_of(page.findChildren<QLabel *>(), [&text](const QLabel *label) {
                return label->isVisible() && label->text().contains(text);
            });
        };
        QVERIFY(says("16 GPUs: 7 held, 9 free"));
        screens::save(page, "nodes-requests");
        QList<DeviceReading> readings;
        for (int i = 0; i < 8; ++i)
            readings.append(reading("gpu-node-0", i, i < 6 ? 20.0 * i : 0,
                                    i < 4       ? "llama-worker-0"
                                        : i < 6 ? "llama-worker-1"
                                                : ""));
        for (int i = 0; i < 8; ++i)
            readings.append(reading("gpu-node-1", i, 0, i == 5 ? "notebook-0" : ""));
        cluster.board.takeDevices(readings, {});
        QTRY_VERIFY(says("held but idle: 1 pod"));
        screens::save(page, "nodes-measured");
        auto *map = page.findChild<views::GpuMap *>();
        QSignalSpy opened(&page, &views::NodesPage::jobActivated);
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Right); // the second cell of the first node
        QTest::keyClick(map, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first(), QVariantList({"team-a", "llama"}));
    }

    void theOtherFaces()
    {
        Cluster cluster;
        views::NodesPage page(cluster.nodes, cluster.board);
        page.resize(1000, 560);
        page.show();
        QCOMPARE(page.findChild<views::FiveFaces *>()->face(), views::FiveFaces::Face::Loading);
        cluster.node("cpu-node", 0);
        cluster.sink->stateChanged(k8s::WatchState::Live, {});
        const k8s::Error forbidden {
            .kind = k8s::Error::Kind::Forbidden,
            .httpStatus = 403,
            .message
            = R"(pods is forbidden: User "ada" cannot list resource "pods" in API group "" at the cluster scope)"};
        cluster.board.podSink()->stateChanged(k8s::WatchState::Failed, forbidden);
        QTRY_COMPARE(cluster.board.podGap().kind, DataGap::Kind::NoRight);
        QTest::qWait(50);
        screens::save(page, "nodes-no-right");
        QVERIFY(!cluster.board.knowsPods());
        QCOMPARE(cluster.cell("cpu-node", NodeColumn::CpuRequested).text, "");
        cluster.sink->stateChanged(k8s::WatchState::Stale, {.kind = k8s::Error::Kind::Timeout, .message = "no answer"});
        QTRY_COMPARE(page.findChild<views::FiveFaces *>()->face(), views::FiveFaces::Face::Stale);
        screens::save(page, "nodes-stale");
    }

    void aPrometheusCanBeNamed()
    {
        Cluster cluster;
        views::NodesPage page(cluster.nodes, cluster.board);
        page.resize(1000, 500);
        page.show();
        cluster.node("a", 1);
        cluster.live();
        QTRY_COMPARE(page.findChild<views::FiveFaces *>()->face(), views::FiveFaces::Face::Full);
        QSignalSpy chosen(&page, &views::NodesPage::prometheusChosen);
        auto *button = page.findChild<QToolButton *>();
        auto *address = page.findChild<QLineEdit *>();
        QVERIFY(!address->isVisible());
        button->click();
        QVERIFY(address->isVisible());
        QTest::keyClicks(address, "prometheus.example.com");
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(chosen.count(), 0); // no scheme: said beside it, nothing typed is lost
        screens::save(page, "nodes-prometheus");
        address->setText("https://prometheus.example.com/prefix");
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().first().toString(), "https://prometheus.example.com/prefix");
        page.setPrometheus({});
        QVERIFY(!address->isVisible());
    }

    void aTipTellsHolderAndFigures()
    {
        NodeUse node;
        node.name = "a";
        const auto cells = dealDevices(2, {share("p", 1)}, {reading("a", 0, 42, "p")}, true);
        const auto tip = views::GpuMap::tipOf(node, cells.first());
        QCOMPARE(tip.first(), "GPU 0 of a · NVIDIA H100 80GB HBM3");
        QVERIFY(tip.contains("Held by p in team-a"));
        QVERIFY(tip.last().startsWith("use 42 % · memory 37.3 GiB of 74.5 GiB"));
        QVERIFY(views::GpuMap::tipOf(node, cells.last()).contains("Nobody holds it."));
    }
};

QTEST_MAIN(TestNodesPage)
#include "tst_nodespage.moc"
