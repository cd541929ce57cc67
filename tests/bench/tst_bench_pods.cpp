// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_core views_cluster views_tables models_kinds models_gpu
// label: bench
// timeout: 180
#include "app/stallwatch.h"
#include "models/gpu/nodeboard.h"
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"
#include "models/tables/resourcetable.h"
#include "tests/bench/gates.h"
#include "tests/bench/measure.h"
#include "views/cluster/nodespage.h"
#include "views/tables/tableview.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>

#include <atomic>
#include <thread>

using namespace models;

/// Ten thousand pods on a thousand nodes arrive and change while someone types into the filter and scrolls: the table
/// and the page of nodes beside it must leave the window free.
class BenchPods : public QObject
{
    Q_OBJECT
    static constexpr int podCount = 10'000, nodeCount = 1000;

    static std::string pod(int i, int version)
    {
        return QString(R"({"metadata":{"uid":"pod-%1","namespace":"team-%2","name":"train-%3-worker-%1",
            "resourceVersion":"%4","creationTimestamp":"2026-11-26T10:00:00Z",
            "labels":{"training.kubeflow.org/job-name":"train-%3"}},
            "spec":{"nodeName":"node-%5","containers":[{"name":"pytorch","image":"pytorch:2.9",
                "resources":{"requests":{"cpu":"4","memory":"16Gi","nvidia.com/gpu":"1"},"limits":{"nvidia.com/gpu":"1"}}}]},
            "status":{"phase":"%6","podIP":"10.0.0.1","containerStatuses":[{"name":"pytorch","ready":true,
                "restartCount":%7,"state":{"running":{"startedAt":"2026-11-26T10:00:05Z"}}}]}})")
            .arg(i)
            .arg(i % 7)
            .arg(i / 64)
            .arg(version)
            .arg(i % nodeCount)
            .arg(version % 5 == 4 ? "Failed" : "Running")
            .arg(version)
            .toStdString();
    }

    static std::string node(int i)
    {
        return QString(R"({"metadata":{"uid":"node-%1","name":"node-%1","creationTimestamp":"2026-11-26T09:00:00Z"},
            "status":{"capacity":{"cpu":"96","memory":"768Gi","nvidia.com/gpu":"16"},
                "allocatable":{"cpu":"96","memory":"768Gi","nvidia.com/gpu":"16"},
                "conditions":[{"type":"Ready","status":"True"}],"nodeInfo":{"kubeletVersion":"v1.36.3"}}})")
            .arg(i)
            .toStdString();
    }

    /// As the net thread does: everything at once, then a thousand changes a second.
    static void tell(k8s::WatchSink &nodes, const QList<k8s::WatchSink *> &pods)
    {
        for (k8s::WatchSink *sink : QList {&nodes} + pods)
            sink->beginReplace();
        for (int i = 0; i < nodeCount; ++i)
            nodes.upsert(node(i));
        for (int i = 0; i < podCount; ++i) {
            for (k8s::WatchSink *sink : pods)
                sink->upsert(pod(i, 0));
        }
        for (k8s::WatchSink *sink : QList {&nodes} + pods) {
            sink->endReplace();
            sink->stateChanged(k8s::WatchState::Live, {});
        }
        for (int change = 0; change < 3000; ++change) {
            const int which = change * 7919 % podCount;
            for (k8s::WatchSink *sink : pods) {
                if (change % 50 == 49)
                    sink->remove("pod-" + std::to_string(which));
                else
                    sink->upsert(pod(which, 1 + change / 500));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    /// The sink of a table that follows a kind.
    static std::shared_ptr<k8s::WatchSink> follow(ResourceTable &table, const KindDescriptor &kind)
    {
        auto feed = std::make_unique<ResourceFeed>(kind.type(), columnsOf(kind), &kind);
        auto sink = feed->sink();
        table.addFeed(std::move(feed));
        return sink;
    }

private slots:
    void longestTimeWithoutAnAnswer()
    {
        QApplication::setStyle(new views::Style);
        QApplication::setPalette(views::paletteFor(false));
        const KindDescriptor &podKind = *findKind({}, "Pod"), &nodeKind = *findKind({}, "Node");
        ResourceTable pods(podKind), nodes(nodeKind);
        const auto podSink = follow(pods, podKind), nodeSink = follow(nodes, nodeKind);
        NodeBoard board(nodes, nullptr);
        views::TableView table(pods);
        views::NodesPage page(nodes, board);
        for (QWidget *window : {static_cast<QWidget *>(&table), static_cast<QWidget *>(&page)}) {
            window->resize(1360, 860);
            window->show();
            QVERIFY(QTest::qWaitForWindowExposed(window));
        }
        pods.sort(1);
        std::atomic_bool told = false;
        app::StallWatch watch;
        std::jthread net([&] {
            tell(*nodeSink, {podSink.get(), board.podSink().get()});
            told = true;
        });
        const QStringList typed {"w", "worker-1", "worker-12", "worker-", "train-7 worker", "", "team-3", ""};
        int key = 0;
        QTimer typing;
        typing.callOnTimeout([&] {
            pods.setFilterText(typed[key++ % typed.size()]);
            table.verticalScrollBar()->setValue(key * 97 % (table.verticalScrollBar()->maximum() + 1));
        });
        typing.start(70);
        while (!told || key < 24)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QTest::qWait(500);
        QVERIFY(pods.totalCount() > podCount * 9 / 10);
        QCOMPARE(nodes.totalCount(), nodeCount);
        const auto busiest = double(watch.busiestMilliseconds());
        BENCH_GATE("pods-blocked", busiest,
                   QString("%1 ms (%2 ms with what others took of the processor)")
                       .arg(busiest)
                       .arg(watch.longestMilliseconds()),
                   "");
    }
};

QTEST_MAIN(BenchPods)
#include "tst_bench_pods.moc"
