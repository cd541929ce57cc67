// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_tables k8s_core
#include "models/kinds/kindtable.h"
#include "models/tables/resourcefeed.h"
#include "models/tables/resourcetable.h"
#include "support/jobsamples.h"
#include "tests/support/sinks.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace models;
using tests::upsert;

class TestResourceFeed : public QObject
{
    Q_OBJECT

    static std::unique_ptr<ResourceFeed> podFeed()
    {
        const auto *kind = findKind({}, "Pod");
        return std::make_unique<ResourceFeed>(kind->type(), columnsOf(*kind), kind);
    }
    static QByteArray pod(int i, const QString &phase = "Running")
    {
        return QString(
                   R"({"metadata":{"name":"p-%1","namespace":"team-a","uid":"u%1"},"spec":{"containers":[{}]},"status":{"phase":"%2"}})")
            .arg(i)
            .arg(phase)
            .toUtf8();
    }
    /// What the net thread does, in a thread of its own, so that nothing rests on calls from the GUI thread.
    static void fromAnotherThread(const std::function<void()> &work)
    {
        std::unique_ptr<QThread> thread(QThread::create(work));
        thread->start();
        QVERIFY(thread->wait(20000));
    }

private slots:
    void manyChangesOfOneObjectArriveAsOne()
    {
        const auto feed = podFeed();
        QSignalSpy batches(feed.get(), &ResourceFeed::batch);
        fromAnotherThread([sink = feed->sink()] {
            for (int i = 0; i < 1000; ++i)
                upsert(*sink, pod(1, i == 999 ? "Failed" : "Running"));
        });
        QTRY_COMPARE(batches.count(), 1);
        const auto rows = batches.first().first().value<QList<Row>>();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().name, "p-1");
        QCOMPARE(rows.first().cells.first().text, "Failed");
        QCOMPARE(rows.first().kind, findKind({}, "Pod"));
    }

    void aRelistRemovesWhatIsNotInIt()
    {
        const auto feed = podFeed();
        QStringList removed;
        connect(feed.get(), &ResourceFeed::batch, this,
                [&](const QList<Row> &, const QStringList &uids) { removed += uids; });
        const auto sink = feed->sink();
        sink->beginReplace();
        upsert(*sink, pod(1));
        upsert(*sink, pod(2));
        sink->endReplace();
        QSignalSpy batches(feed.get(), &ResourceFeed::batch);
        QTRY_COMPARE(batches.count(), 1);
        sink->beginReplace();
        upsert(*sink, pod(2));
        sink->endReplace();
        QTRY_COMPARE(removed, QStringList {"u1"});
    }

    void aDeletedObjectIsRemovedOnce()
    {
        const auto feed = podFeed();
        QSignalSpy batches(feed.get(), &ResourceFeed::batch);
        upsert(*feed->sink(), pod(1));
        QTRY_COMPARE(batches.count(), 1);
        feed->sink()->remove("u1");
        feed->sink()->remove("u1");
        feed->sink()->remove("never seen");
        QTRY_COMPARE(batches.count(), 2);
        QCOMPARE(batches.last().last().toStringList(), QStringList {"u1"});
    }

    void aBigListComesInSlicesAndItsStateAfterIt()
    {
        const auto feed = podFeed();
        int rows = 0, largest = 0, rowsBeforeLive = -1;
        connect(feed.get(), &ResourceFeed::batch, this, [&](const QList<Row> &upserts) {
            rows += int(upserts.size());
            largest = qMax(largest, int(upserts.size()));
        });
        connect(feed.get(), &ResourceFeed::stateChanged, this, [&](k8s::WatchState state) {
            if (state == k8s::WatchState::Live)
                rowsBeforeLive = rows;
        });
        fromAnotherThread([sink = feed->sink()] {
            sink->beginReplace();
            for (int i = 0; i < 10000; ++i)
                upsert(*sink, pod(i));
            sink->endReplace();
            sink->stateChanged(k8s::WatchState::Live, {});
        });
        QTRY_COMPARE(rowsBeforeLive, 10000);
        QVERIFY(largest <= Mailbox<Row>::sliceSize);
    }

    void whatIsNotAcceptedIsNoRow()
    {
        const auto feed = podFeed();
        feed->setAccept([](const k8s::JsonView &object) { return object.at("status", "phase").text() == "Running"; });
        QSignalSpy batches(feed.get(), &ResourceFeed::batch);
        upsert(*feed->sink(), pod(1, "Failed"));
        upsert(*feed->sink(), pod(2));
        QTRY_COMPARE(batches.count(), 1);
        QCOMPARE(batches.first().first().value<QList<Row>>().size(), 1);
        upsert(*feed->sink(), pod(2, "Failed")); // was one of ours and is no longer
        QTRY_COMPARE(batches.count(), 2);
        QCOMPARE(batches.last().last().toStringList(), QStringList {"u2"});
    }

    void aSinkOutlivesItsFeed()
    {
        auto feed = podFeed();
        const auto sink = feed->sink();
        feed.reset();
        upsert(*sink, pod(1));
        sink->stateChanged(k8s::WatchState::Live, {});
        upsert(*sink, "this is not JSON");
        QCoreApplication::processEvents();
    }

    void aTableTellsHowFreshItIs()
    {
        ResourceTable table(*findKind({}, "Pod"));
        QCOMPARE(table.freshness(), Freshness::Idle);
        table.addFeed(podFeed());
        QCOMPARE(table.freshness(), Freshness::Loading);
        const auto sink = table.feeds().front()->sink();
        sink->stateChanged(k8s::WatchState::Stale, {.kind = k8s::Error::Kind::Unreachable, .message = "refused"});
        QTRY_COMPARE(table.freshness(), Freshness::Failed); // nothing was ever listed: there is nothing to keep
        QCOMPARE(table.error().message, "refused");
        upsert(*sink, pod(1));
        sink->stateChanged(k8s::WatchState::Live, {});
        QTRY_COMPARE(table.freshness(), Freshness::Live);
        QCOMPARE(table.rowCount(), 1);
        sink->stateChanged(k8s::WatchState::Stale, {.kind = k8s::Error::Kind::Timeout});
        QTRY_COMPARE(table.freshness(), Freshness::Stale);
        QCOMPARE(table.rowCount(), 1);
        QVERIFY(table.staleSince().isValid());
        table.clear();
        QCOMPARE(table.freshness(), Freshness::Idle);
        QCOMPARE(table.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestResourceFeed)
#include "tst_resourcefeed.moc"
