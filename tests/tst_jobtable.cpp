// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_jobs k8s_core
#include "models/jobs/jobtable.h"
#include "models/kinds/kindtable.h"
#include "support/jobsamples.h"
#include "tests/support/sinks.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using tests::sinkOf;
using tests::upsert;

class TestJobTable : public QObject
{
    Q_OBJECT

private slots:
    void jobsOfAllFrameworksStandInOneTable()
    {
        JobTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.addJobFeeds();
        upsert(sinkOf(table, "PyTorchJob"),
               samples::pytorchJob("digits", {samples::condition("Running", true, "14:00:05")},
                                   R"({"Master":{"active":1},"Worker":{"active":2}})"));
        upsert(
            sinkOf(table, "TrainJob"),
            R"({"metadata":{"name":"llama","uid":"t1","namespace":"team-b","creationTimestamp":"2026-11-24T13:00:00Z"},"status":{"conditions":[{"type":"Failed","status":"True","message":"jobset failed"}]}})");
        QTRY_COMPARE(table.rowCount(), 2);
        QCOMPARE(table.index(0, JobTable::Name).data().toString(), "digits"); // youngest first
        QCOMPARE(table.index(0, JobTable::Kind).data().toString(), "PyTorchJob");
        QCOMPARE(table.index(0, JobTable::Ready).data().toString(), "3/3");
        QCOMPARE(table.index(0, JobTable::Namespace).data().toString(), "team-a");
        QCOMPARE(table.index(1, JobTable::State).data().toString(), "Failed");
        QCOMPARE(table.index(1, JobTable::Reason).data().toString(), "jobset failed");
        QCOMPARE(table.refAt(1).type.group, "trainer.kubeflow.org");
        QCOMPARE(table.stateCounts(), (QHash<QString, int> {{"Running", 1}, {"Failed", 1}}));
    }

    void whatATrainJobMadeIsNoRowOfItsOwn()
    {
        JobTable table;
        table.addJobFeeds();
        upsert(sinkOf(table, "JobSet"),
               R"({"metadata":{"name":"llama","uid":"s1","ownerReferences":[{"kind":"TrainJob","controller":true}]}})");
        upsert(
            sinkOf(table, "Job"),
            R"({"metadata":{"name":"llama-node-0","uid":"j1","ownerReferences":[{"kind":"JobSet","controller":true}]}})");
        upsert(
            sinkOf(table, "Job"),
            R"({"metadata":{"name":"nightly-1","uid":"j2","ownerReferences":[{"kind":"CronJob","controller":true}]}})");
        QTRY_COMPARE(table.rowCount(), 1);
        QCOMPARE(table.index(0, JobTable::Name).data().toString(), "nightly-1");
    }

    void aKindThatIsNotInstalledIsNoFailure()
    {
        JobTable table;
        table.addJobFeeds();
        QCOMPARE(table.freshness(), Freshness::Loading);
        for (const auto &feed : table.feeds()) {
            if (feed->type().group == "batch")
                feed->sink()->stateChanged(k8s::WatchState::Live, {});
            else
                feed->sink()->stateChanged(k8s::WatchState::Failed,
                                           {.kind = k8s::Error::Kind::NotFound, .httpStatus = 404});
        }
        QTRY_COMPARE(table.freshness(), Freshness::Live);
        sinkOf(table, "PyTorchJob")
            .stateChanged(k8s::WatchState::Failed, {.kind = k8s::Error::Kind::Forbidden, .httpStatus = 403});
        QTRY_COMPARE(table.freshness(), Freshness::Stale);
        QCOMPARE(table.error().kind, k8s::Error::Kind::Forbidden);
    }

    void figuresOfAWatchedJobFillItsRow()
    {
        JobTable table;
        table.addJobFeeds();
        upsert(sinkOf(table, "PyTorchJob"),
               samples::pytorchJob("digits", {samples::condition("Running", true, "14:00:05")}));
        QTRY_COMPARE(table.rowCount(), 1);
        table.setFigures("uid-digits", {"epoch 7/10", 0.11234, true, {3, 2, 1}});
        QCOMPARE(table.index(0, JobTable::Progress).data().toString(), "epoch 7/10");
        QCOMPARE(table.index(0, JobTable::Loss).data().toString(), "0.1123");
        QCOMPARE(table.index(0, JobTable::Loss).data(ResourceTable::CurveRole).value<QList<float>>().size(), 3);
        upsert(sinkOf(table, "PyTorchJob"),
               samples::pytorchJob("digits", {samples::condition("Succeeded", true, "14:00:05")}));
        QTRY_COMPARE(table.index(0, JobTable::State).data().toString(), "Succeeded");
        QCOMPARE(table.index(0, JobTable::Loss).data().toString(), "0.1123");
        table.setFigures("gone", {});
        sinkOf(table, "PyTorchJob").remove("uid-digits");
        QTRY_COMPARE(table.rowCount(), 0);
    }

    void aTrainJobThatEndsIsNotPendingAgain()
    {
        JobTable table;
        table.addJobFeeds();
        const auto status = [&](const QString &text) {
            upsert(sinkOf(table, "TrainJob"),
                   QString(R"({"metadata":{"name":"t","uid":"t1"},"status":%1})").arg(text).toUtf8());
        };
        const auto word = [&] { return table.index(0, JobTable::State).data().toString(); };
        status(R"({"jobsStatus":[{"name":"node","active":1}]})");
        QTRY_COMPARE(word(), "Pending");
        status(R"({"jobsStatus":[{"name":"node","active":1,"ready":1}]})");
        QTRY_COMPARE(word(), "Running");
        status(R"({"jobsStatus":[{"name":"node","active":1}]})"); // its pods end one by one
        QTest::qWait(50);
        QCOMPARE(word(), "Running");
        status(R"({"conditions":[{"type":"Suspended","status":"True"}]})");
        QTRY_COMPARE(word(), "Suspended");
        status(R"({"jobsStatus":[{"name":"node","active":1}]})"); // resumed: its pods are new
        QTRY_COMPARE(word(), "Pending");
    }

    void chipsFilterByState()
    {
        JobTable table;
        table.addJobFeeds();
        upsert(sinkOf(table, "PyTorchJob"),
               samples::pytorchJob("a", {samples::condition("Running", true, "14:00:05")}));
        upsert(sinkOf(table, "PyTorchJob"), samples::pytorchJob("b", {samples::condition("Failed", true, "14:00:05")}));
        QTRY_COMPARE(table.rowCount(), 2);
        table.setStateFilter({"Failed"});
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.index(0, JobTable::Name).data().toString(), "b");
    }
};

QTEST_MAIN(TestJobTable)
#include "tst_jobtable.moc"
