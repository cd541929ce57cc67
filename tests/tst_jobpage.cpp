// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_training views_theme models_jobs k8s_core
#include "models/jobs/jobdetail.h"
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "support/jobsamples.h"
#include "support/screens.h"
#include "tests/support/logfeed.h"
#include "tests/support/sinks.h"
#include "tests/support/visiblechild.h"
#include "views/charts/chartcard.h"
#include "views/charts/curvestab.h"
#include "views/logs/logstab.h"
#include "views/tables/confirmbar.h"
#include "views/tables/fivefaces.h"
#include "views/training/diagnosiscard.h"
#include "views/training/jobpage.h"
#include "views/training/rankmap.h"
#include "views/training/summarytab.h"
#include "views/training/yamltab.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace models;
using samples::condition;
using tests::upsert;
using tests::visibleChild;

/// The models of one job without a cluster, filled by hand.
struct FakeRun
{
    FakeRun()
    {
        logs.setTap(metrics.tap());
        detail.prepare({findKind("kubeflow.org", "PyTorchJob")->type(), "team-a", "digits-ddp", {}});
    }
    void job(const QStringList &conditions,
             const QString &statuses = R"({"Master":{"active":1},"Worker":{"active":2}})")
    {
        upsert(detail.jobSink(), samples::pytorchJob("digits-ddp", conditions, statuses));
        detail.jobSink()->stateChanged(k8s::WatchState::Live, {});
    }
    void pod(const QString &type, int index, int rank, samples::Pod one = {})
    {
        one.name = QString("digits-ddp-%1-%2").arg(type).arg(index);
        one.type = type;
        one.index = index;
        one.rank = QString::number(rank);
        upsert(detail.podSink(), samples::pod(one));
    }
    void training()
    {
        job({condition("Created", true, "14:00:00"), condition("Running", true, "14:01:00")});
        pod("master", 0, 0);
        pod("worker", 0, 1);
        pod("worker", 1, 2);
        events();
        lines();
    }
    void events()
    {
        upsert(detail.eventSink(),
               samples::event("e1", "PyTorchJob", "digits-ddp", "Normal", "SuccessfulCreatePod",
                              "Created pod: digits-ddp-master-0"));
        upsert(detail.eventSink(),
               samples::event("e2", "Pod", "digits-ddp-worker-0", "Warning", "BackOff",
                              "Back-off restarting failed container"));
        detail.eventSink()->stateChanged(k8s::WatchState::Live, {});
    }
    void lines()
    {
        for (int rank = 0; rank < 3; ++rank) {
            const QString label = rank == 0 ? "master-0" : QString("worker-%1").arg(rank - 1);
            auto sink = logs.addSource({.rank = rank,
                                        .label = label,
                                        .ns = "team-a",
                                        .pod = "digits-ddp-" + label,
                                        .replicaType = "worker",
                                        .container = "pytorch"});
            QByteArray text;
            for (int step = 0; step < 240; ++step) {
                const double loss = 2.3 * std::exp(-step / 60.0) + 0.1 + 0.05 * std::sin(step * (1.0 + rank));
                text += QString(
                            "2026-11-24T14:%1:%2.%3Z epoch=%4/10 step=%5 loss=%6 accuracy=%7 samples_per_second=1900\n")
                            .arg(1 + step / 60, 2, 10, QChar('0'))
                            .arg(step % 60, 2, 10, QChar('0'))
                            .arg(rank)
                            .arg(1 + step / 24)
                            .arg(step)
                            .arg(loss, 0, 'f', 4)
                            .arg(1 - loss / 3, 0, 'f', 4)
                            .toUtf8();
            }
            logfeed::feed(*sink, text);
        }
        logs.drain();
        metrics.flush();
    }

    JobMetrics metrics;
    JobLogs logs;
    JobDetail detail;
};

struct ShownRun : FakeRun
{
    ShownRun()
    {
        page.resize(1180, 800);
        page.show();
    }

    views::JobPage page {detail, logs, metrics};
};

class TestJobPage : public QObject
{
    Q_OBJECT

private slots:
    void aRunningJobFillsEveryTab()
    {
        ShownRun run;
        auto &page = run.page;
        run.training();
        QTRY_COMPARE(run.detail.ranks().size(), 3);
        QTRY_VERIFY(run.metrics.figures().loss.has_value());
        QTest::qWait(200);
        screens::save(page, "job-summary");
        page.showTab(views::JobPage::Tab::Logs);
        QTest::qWait(100);
        screens::save(page, "job-logs");
        page.showTab(views::JobPage::Tab::Curves);
        QTest::qWait(100);
        screens::save(page, "job-curves");
        page.showTab(views::JobPage::Tab::Events);
        screens::save(page, "job-events");
        page.showTab(views::JobPage::Tab::Yaml);
        screens::save(page, "job-yaml");
        QVERIFY(page.findChild<views::YamlTab *>()->findChild<QPlainTextEdit *>()->toPlainText().startsWith(
            "apiVersion: kubeflow.org/v1\n"));
    }

    void aFailedJobLeadsWithItsStory()
    {
        ShownRun run;
        auto &page = run.page;
        run.lines();
        run.job({condition("Created", true, "14:00:00"), condition("Running", false, "14:01:00"),
                 condition("Failed", true, "14:02:30", "PyTorchJobFailed", "1 Worker replica(s) failed.")},
                R"({"Master":{"failed":1},"Worker":{"failed":1,"active":1}})");
        run.pod("master", 0, 0, {.phase = "Failed", .containerState = samples::terminated(1, "Error", "14:02:20")});
        run.pod("worker", 0, 1);
        run.pod("worker", 1, 2,
                {.phase = "Failed",
                 .containerState = samples::terminated(137, "OOMKilled", "14:02:11"),
                 .limits = R"({"memory":"100Mi"})"});
        auto *story = page.findChild<views::DiagnosisCard *>();
        QTRY_VERIFY(story->isVisible());
        QTest::qWait(100);
        screens::save(page, "job-failed");
        QTest::mouseClick(visibleChild<QPushButton>(*story, "See its log"), Qt::LeftButton);
        QCOMPARE(page.tab(), views::JobPage::Tab::Logs);
    }

    void theOtherFacesHaveTheirPicture()
    {
        ShownRun run;
        auto &page = run.page;
        auto *faces = page.findChild<views::FiveFaces *>();
        QCOMPARE(faces->face(), views::FiveFaces::Face::Loading);
        QTest::qWait(200);
        screens::save(page, "job-loading");
        run.job({condition("Created", true, "14:00:00")}, "{}");
        QTRY_COMPARE(faces->face(), views::FiveFaces::Face::Full);
        QTest::qWait(50);
        screens::save(page, "job-empty");
        run.detail.jobSink()->stateChanged(k8s::WatchState::Stale,
                                           {.kind = k8s::Error::Kind::Timeout, .message = "no answer within 30 s"});
        QTRY_COMPARE(faces->face(), views::FiveFaces::Face::Stale);
        screens::save(page, "job-stale");
        run.detail.prepare({findKind("kubeflow.org", "PyTorchJob")->type(), "team-a", "no-such-job", {}});
        run.detail.jobSink()->stateChanged(k8s::WatchState::Live, {});
        QTRY_COMPARE(faces->face(), views::FiveFaces::Face::Failed);
        screens::save(page, "job-gone");
    }

    void verbsAreSignals()
    {
        ShownRun run;
        auto &page = run.page;
        run.training();
        QTRY_VERIFY(visibleChild<QPushButton>(page, "Suspend"));
        QSignalSpy suspended(&page, &views::JobPage::suspendRequested);
        QSignalSpy cloned(&page, &views::JobPage::cloneRequested);
        QSignalSpy deleted(&page, &views::JobPage::deleteRequested);
        QSignalSpy back(&page, &views::JobPage::backRequested);
        QTest::mouseClick(visibleChild<QPushButton>(page, "Suspend"), Qt::LeftButton);
        QCOMPARE(suspended.first().last().toBool(), true);
        QTest::mouseClick(visibleChild<QPushButton>(page, "Clone"), Qt::LeftButton);
        QVERIFY(!cloned.first().first().toString().contains("status:"));
        QTest::mouseClick(visibleChild<QPushButton>(page, "Delete"), Qt::LeftButton);
        QCOMPARE(deleted.count(), 0);
        auto *confirm = page.findChild<views::ConfirmBar *>();
        QTest::mouseClick(visibleChild<QPushButton>(*confirm, "Delete"), Qt::LeftButton);
        QCOMPARE(deleted.first().first().value<k8s::ObjectRef>().name, "digits-ddp");
        QTest::mouseClick(visibleChild<QPushButton>(page, "Training"), Qt::LeftButton);
        QCOMPARE(back.count(), 1);
        page.setReadOnly(true);
        QVERIFY(!visibleChild<QPushButton>(page, "Suspend")->isEnabled());
    }

    void aClickOnARankShowsItsLog()
    {
        ShownRun run;
        auto &page = run.page;
        run.training();
        QTRY_COMPARE(run.detail.ranks().size(), 3);
        auto *ranks = page.findChild<views::RankMap *>();
        QTest::mouseClick(ranks, Qt::LeftButton, {}, QPoint(40, 30 + 13));
        QCOMPARE(page.tab(), views::JobPage::Tab::Logs);
        QCOMPARE(run.logs.visibleSources().size(), 1);
    }

    void aTabIsMadeWhenItIsFirstShown()
    {
        ShownRun run;
        run.training();
        QTRY_COMPARE(run.page.findChild<views::FiveFaces *>()->face(), views::FiveFaces::Face::Full);
        QVERIFY(!run.page.findChild<views::LogsTab *>());
        QVERIFY(!run.page.findChild<views::CurvesTab *>());
        QVERIFY(!run.page.findChild<views::YamlTab *>());
        run.page.showTab(views::JobPage::Tab::Logs);
        QVERIFY(run.page.findChild<views::LogsTab *>()->isVisible());
        run.page.showTab(views::JobPage::Tab::Yaml);
        QVERIFY(run.page.findChild<views::YamlTab *>()->isVisible());
        QVERIFY(!run.page.findChild<views::CurvesTab *>());
    }

    void aPointLeadsToItsLineAndALineToItsPointInTabsThatNobodySawYet()
    {
        FakeRun run;
        run.training();
        QTRY_VERIFY(run.metrics.figures().loss.has_value());
        views::JobPage page(run.detail, run.logs, run.metrics); // not even the page is on the screen
        emit page.findChild<views::SummaryTab *>()->lineRequested(1, 17);
        QCOMPARE(page.tab(), views::JobPage::Tab::Logs);
        emit page.findChild<views::LogsTab *>()->pointRequested(1, 17);
        QCOMPARE(page.tab(), views::JobPage::Tab::Curves);
        page.resize(1180, 800);
        page.show();
        QTRY_COMPARE(page.findChild<views::CurvesTab *>()->findChildren<views::ChartCard *>().size(),
                     run.metrics.metrics().size());
    }
};

QTEST_MAIN(TestJobPage)
#include "tst_jobpage.moc"
