// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_training views_theme models_jobs k8s_core
#include "models/jobs/jobtable.h"
#include "support/jobsamples.h"
#include "support/screens.h"
#include "tests/support/sinks.h"
#include "tests/support/visiblechild.h"
#include "views/tables/chip.h"
#include "views/tables/confirmbar.h"
#include "views/tables/fivefaces.h"
#include "views/tables/tableview.h"
#include "views/training/trainingpage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using samples::condition;
using tests::sinkOf;
using tests::upsert;
using tests::visibleChild;

class TestTrainingPage : public QObject
{
    Q_OBJECT

    static void live(const JobTable &table)
    {
        for (const auto &feed : table.feeds())
            feed->sink()->stateChanged(k8s::WatchState::Live, {});
    }
    static void fill(JobTable &table)
    {
        auto &pytorch = sinkOf(table, "PyTorchJob");
        upsert(pytorch,
               samples::pytorchJob("digits-ddp",
                                   {condition("Created", true, "14:00:00"), condition("Running", true, "14:01:00")},
                                   R"({"Master":{"active":1},"Worker":{"active":2}})"));
        upsert(
            pytorch,
            samples::pytorchJob("resnet-sweep-7",
                                {condition("Failed", true, "14:02:30", "PyTorchJobFailed",
                                           "PyTorchJob resnet-sweep-7 is failed because 1 Worker replica(s) failed.")},
                                R"({"Worker":{"failed":1,"active":1}})"));
        upsert(pytorch,
               samples::pytorchJob("bert-small", {condition("Succeeded", true, "14:05:00")},
                                   R"({"Master":{"succeeded":1},"Worker":{"succeeded":2}})"));
        upsert(
            sinkOf(table, "MPIJob"),
            R"({"metadata":{"name":"allreduce-bench","namespace":"team-b","uid":"m1","creationTimestamp":"2026-11-24T13:50:00Z"},"spec":{"mpiReplicaSpecs":{"Launcher":{"replicas":1},"Worker":{"replicas":8}}},"status":{"conditions":[{"type":"Created","status":"True"}]}})");
        upsert(
            sinkOf(table, "TrainJob"),
            R"({"metadata":{"name":"llama-ft","namespace":"team-a","uid":"t1","creationTimestamp":"2026-11-24T13:00:00Z"},"spec":{"trainer":{"numNodes":4}},"status":{"conditions":[{"type":"Suspended","status":"True","reason":"Suspended","message":"Suspended by user"}]}})");
        live(table);
    }

    /// Five jobs of three kinds, and the page that shows them.
    struct FullPage
    {
        JobTable jobs;
        views::TrainingPage page {jobs};

        FullPage()
        {
            page.resize(1160, 760);
            page.show();
            jobs.addJobFeeds();
            fill(jobs);
        }
    };

private slots:
    void allFiveFacesHaveTheirPicture()
    {
        JobTable jobs;
        views::TrainingPage page(jobs);
        page.resize(1160, 760);
        page.show();
        auto *faces = page.findChild<views::FiveFaces *>();
        jobs.addJobFeeds();
        QCOMPARE(faces->face(), views::FiveFaces::Face::Loading);
        QTest::qWait(200); // the skeleton waits 150 ms
        screens::save(page, "training-loading");
        page.setSampleOffered(true);
        live(jobs);
        QTRY_COMPARE(faces->face(), views::FiveFaces::Face::Empty);
        screens::save(page, "training-empty");
        fill(jobs);
        QTRY_COMPARE(jobs.rowCount(), 5);
        QCOMPARE(faces->face(), views::FiveFaces::Face::Full);
        QList<float> curve;
        for (int i = 0; i < 40; ++i)
            curve += float(2.3 * std::exp(-i / 12.0) + 0.05 * ((i * 7) % 5));
        jobs.setFigures("uid-digits-ddp", {"epoch 7/10", 0.1123, true, curve});
        page.findChild<views::TableView *>()->selectionModel()->select(
            jobs.index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        screens::save(page, "training-full");
        sinkOf(jobs, "PyTorchJob")
            .stateChanged(k8s::WatchState::Stale,
                          {.kind = k8s::Error::Kind::Unreachable,
                           .message = "connect to 127.0.0.1 port 6443: connection refused"});
        QTRY_COMPARE(faces->face(), views::FiveFaces::Face::Stale);
        screens::save(page, "training-stale");
        jobs.clear();
        jobs.addJobFeeds();
        for (const auto &feed : jobs.feeds())
            feed->sink()->stateChanged(
                k8s::WatchState::Failed,
                {.kind = k8s::Error::Kind::Forbidden,
                 .httpStatus = 403,
                 .message
                 = R"(pytorchjobs.kubeflow.org is forbidden: User "eve" cannot list resource "pytorchjobs" in API group "kubeflow.org" in the namespace "team-a")"});
        QTRY_COMPARE(faces->face(), views::FiveFaces::Face::Failed);
        screens::save(page, "training-failed");
    }

    void theEmptyPageOffersTheSample()
    {
        JobTable jobs;
        views::TrainingPage page(jobs);
        page.setSampleOffered(true);
        page.show();
        jobs.addJobFeeds();
        live(jobs);
        QSignalSpy sample(&page, &views::TrainingPage::launchSampleRequested);
        QTRY_VERIFY(visibleChild<QPushButton>(page, "Launch the sample"));
        QTest::mouseClick(visibleChild<QPushButton>(page, "Launch the sample"), Qt::LeftButton);
        QCOMPARE(sample.count(), 1);
    }

    void chipsCountAndFilter()
    {
        FullPage full;
        auto &[jobs, page] = full;
        QTRY_COMPARE(jobs.rowCount(), 5);
        auto *failed = visibleChild<views::Chip>(page, "Failed");
        QVERIFY(failed);
        QCOMPARE(failed->count(), 1);
        QCOMPARE(visibleChild<views::Chip>(page, "Pending")->count(), 1); // Created counts as Pending
        QTest::mouseClick(failed, Qt::LeftButton);
        QCOMPARE(jobs.rowCount(), 1);
        page.findChild<QLineEdit *>()->setText("no such thing");
        QCOMPARE(jobs.rowCount(), 0);
        QTRY_VERIFY(visibleChild<QPushButton>(page, "Clear filter"));
        QTest::mouseClick(visibleChild<QPushButton>(page, "Clear filter"), Qt::LeftButton);
        QCOMPARE(jobs.rowCount(), 5);
    }

    void aClickOnTheNameOrReturnOpensTheJob()
    {
        FullPage full;
        auto &[jobs, page] = full;
        QTRY_COMPARE(jobs.rowCount(), 5);
        QSignalSpy activated(&page, &views::TrainingPage::jobActivated);
        auto *view = page.findChild<views::TableView *>();
        const auto name = jobs.index(0, JobTable::Name);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(name).center());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().value<k8s::ObjectRef>().name, name.data().toString());
        view->setCurrentIndex(jobs.index(1, 0));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(activated.count(), 2);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(jobs.index(2, JobTable::Ready)).center());
        QCOMPARE(activated.count(), 2);
    }

    void deletingAsksInThePageFirst()
    {
        FullPage full;
        auto &[jobs, page] = full;
        QTRY_COMPARE(jobs.rowCount(), 5);
        QSignalSpy deleted(&page, &views::TrainingPage::deleteRequested);
        auto *view = page.findChild<views::TableView *>();
        view->selectionModel()->select(jobs.index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        auto *confirm = page.findChild<views::ConfirmBar *>();
        QVERIFY(!confirm->isVisible());
        QTest::mouseClick(visibleChild<QPushButton>(page, "Delete"), Qt::LeftButton);
        QVERIFY(confirm->isVisible());
        QCOMPARE(deleted.count(), 0);
        screens::save(page, "training-confirm");
        QTest::keyClick(confirm, Qt::Key_Escape);
        QVERIFY(!confirm->isVisible());
        QTest::mouseClick(visibleChild<QPushButton>(page, "Delete"), Qt::LeftButton);
        QTest::mouseClick(visibleChild<QPushButton>(*confirm, "Delete"), Qt::LeftButton);
        QCOMPARE(deleted.count(), 1);
        QCOMPARE(deleted.first().first().value<QList<k8s::ObjectRef>>().size(), 1);
    }

    void suspendAndResumeNameTheSelection()
    {
        FullPage full;
        auto &[jobs, page] = full;
        QTRY_COMPARE(jobs.rowCount(), 5);
        QSignalSpy suspended(&page, &views::TrainingPage::suspendRequested);
        page.findChild<views::TableView *>()->selectAll();
        QTest::mouseClick(visibleChild<QPushButton>(page, "Suspend"), Qt::LeftButton);
        QCOMPARE(suspended.first().first().value<QList<k8s::ObjectRef>>().size(), 5);
        QCOMPARE(suspended.first().last().toBool(), true);
        page.setReadOnly(true);
        QVERIFY(!visibleChild<QPushButton>(page, "Resume")->isEnabled());
    }

    void selectedRowsAreCopiedAsText()
    {
        FullPage full;
        auto &[jobs, page] = full;
        QTRY_COMPARE(jobs.rowCount(), 5);
        auto *view = page.findChild<views::TableView *>();
        view->selectionModel()->select(jobs.index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QVERIFY(view->selectionAsText().contains(jobs.index(0, JobTable::Name).data().toString() + '\t'));
    }
};

QTEST_MAIN(TestTrainingPage)
#include "tst_trainingpage.moc"
