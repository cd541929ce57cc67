// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_training views_cluster models_gpu models_jobs tests_support
#include "models/gpu/jobresources.h"
#include "models/gpu/pastusage.h"
#include "models/gpu/ranktable.h"
#include "models/jobs/jobdetail.h"
#include "models/kinds/kindtable.h"
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "support/screens.h"
#include "views/charts/chartcard.h"
#include "views/cluster/gapstrip.h"
#include "views/cluster/resourcestab.h"
#include "views/tables/tableview.h"
#include "views/training/figurecards.h"
#include "views/training/jobpage.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTabWidget>
#include <QTest>

#include <cmath>

using namespace models;

/// What a user sees of a job's GPUs, CPU and memory.
class TestResourcesTab : public QObject
{
    Q_OBJECT

    static QList<Rank> ranks(int count, double gpus)
    {
        QList<Rank> all;
        for (int i = 0; i < count; ++i) {
            Rank rank;
            rank.ns = "team-a";
            rank.rank = i;
            rank.label = i == 0 ? "master-0" : QString("worker-%1").arg(i - 1);
            rank.pod = "digits-ddp-" + rank.label;
            rank.podUid = "uid-" + rank.label;
            rank.shape = StateShape::Running;
            rank.node = QString("node-%1").arg(i / 2);
            rank.gpus = gpus;
            rank.startedAt = QDateTime::currentDateTimeUtc().addSecs(-3600);
            all.append(rank);
        }
        return all;
    }
    static DeviceReading device(const Rank &rank, int index, double use, const QString &model = "NVIDIA H100")
    {
        constexpr double gibibyte = 1024.0 * 1024 * 1024;
        return {.id = rank.node + QString::number(index),
                .index = index,
                .model = model,
                .slice = {},
                .node = rank.node,
                .ns = rank.ns,
                .pod = rank.pod,
                .container = "pytorch",
                .use = use,
                .memoryUsed = (30 + use / 10) * gibibyte,
                .memoryTotal = 80 * gibibyte,
                .power = 100 + 4 * use,
                .temperature = 40 + use / 3};
    }
    /// Ten minutes of a job.
    static void play(JobResources &resources, int gpus, const QString &model = "NVIDIA H100")
    {
        const auto ranks = resources.ranks();
        const QDateTime begin(QDate(2026, 11, 24), QTime(14, 0), QTimeZone::UTC);
        for (int second = 0; second <= 600; second += 15) {
            QList<DeviceReading> readings;
            QList<PodUsage> usage;
            for (const auto &[rank, devices, use, used, total, power, heat, cpu, memory] : ranks) {
                const double wave = 20 * std::sin(second / 40.0 + rank.rank);
                for (int i = 0; i < gpus; ++i)
                    readings.append(device(rank, i, 70 + wave - 3 * i, model));
                usage.append({.ns = rank.ns,
                              .pod = rank.pod,
                              .cpu = 2 + wave / 30,
                              .memory = 3e9 + 1e6 * second,
                              .milliseconds = begin.addSecs(second).toMSecsSinceEpoch()});
            }
            if (gpus > 0)
                resources.takeDevices(readings, begin.addSecs(second));
            resources.takeUsage(usage);
        }
    }
    static QStringList rowTexts(const QAbstractItemModel &model, int row)
    {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column)
            texts += model.index(row, column).data().toString();
        return texts;
    }

private slots:
    void everyRankHasItsRow()
    {
        JobResources resources(nullptr);
        resources.setRanks(ranks(2, 2));
        RankTable table(resources);
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(rowTexts(table, 0), QStringList({"master-0", "node-0", "2", "–", "–", "–", "–", "–", "–"}));
        const auto master = resources.ranks().first().rank;
        resources.takeDevices({device(master, 0, 80), device(master, 1, 60)}, QDateTime::currentDateTimeUtc());
        resources.takeUsage(
            {{.ns = "team-a", .pod = master.pod, .cpu = 1.25, .memory = 1 << 30, .milliseconds = 1000}});
        QCOMPARE(rowTexts(table, 0),
                 QStringList({"master-0", "node-0", "2 (0, 1)", "70 %", "74.0 GiB / 160.0 GiB", "760 W", "66.7 °C",
                              "1.25 cores", "1.0 GiB"}));
        QCOMPARE(rowTexts(table, 1).at(3), "–");
        resources.takeDevices({device(master, 0, 0)}, QDateTime::currentDateTimeUtc());
        QCOMPARE(table.index(0, RankTable::Use).data(ResourceTable::ToneRole).value<Tone>(),
                 Tone::Warning); // held and idle
        resources.setRanks({});
        QCOMPARE(table.rowCount(), 0);
    }

    void curvesHoldWhatWasMeasured()
    {
        JobResources resources(nullptr);
        resources.setRanks(ranks(3, 1));
        play(resources, 1);
        const auto curves = resources.curves().series(JobResources::curveName(JobResources::Figure::Use, false));
        QCOMPARE(curves.size(), 3);
        QCOMPARE(curves.first()->series.size(), 41);
        QCOMPARE(curves.first()->series.value(0), 70.0F);
        const auto job = resources.curves().series(JobResources::curveName(JobResources::Figure::Cpu, true));
        QCOMPARE(job.size(), 1);
        QVERIFY(std::abs(job.first()->series.value(0) - (6 + 20 * (std::sin(1.0) + std::sin(2.0)) / 30)) < 1e-3);
        // The same measurement again is no new point.
        resources.takeUsage(
            {{.ns = "team-a", .pod = "digits-ddp-master-0", .cpu = 9, .memory = 1, .milliseconds = 1000}});
        QCOMPARE(
            resources.curves().series(JobResources::curveName(JobResources::Figure::Cpu, false)).first()->series.size(),
            41);
    }

    void aPauseIsAGap()
    {
        JobResources resources(nullptr);
        resources.setRanks(ranks(1, 1));
        const auto rank = resources.ranks().first().rank;
        const QDateTime begin(QDate(2026, 11, 24), QTime(14, 0), QTimeZone::UTC);
        for (const int second : {0, 30, 60, 1000, 1030})
            resources.takeDevices({device(rank, 0, 50)}, begin.addSecs(second));
        const auto curve = resources.curves().series(JobResources::curveName(JobResources::Figure::Use, false)).first();
        QCOMPARE(curve->series.segments().size(), size_t(2));
    }

    void theJobsPageShowsGpusBetweenCurvesAndEvents()
    {
        JobMetrics metrics;
        JobLogs logs;
        JobDetail detail;
        detail.prepare({findKind("kubeflow.org", "PyTorchJob")->type(), "team-a", "digits-ddp", {}});
        JobResources resources(nullptr);
        resources.setRanks(ranks(3, 1));
        views::JobPage page(detail, logs, metrics);
        page.setResources(resources);
        auto *tabs = page.findChild<QTabWidget *>();
        QCOMPARE(tabs->tabText(3), "GPUs");
        QCOMPARE(tabs->tabText(4), "Events");
        page.showTab(views::JobPage::Tab::Resources);
        QCOMPARE(tabs->currentIndex(), 3);
        page.showTab(views::JobPage::Tab::Events);
        QCOMPARE(tabs->currentIndex(), 4);
        play(resources, 1);
        QStringList words;
        for (const auto *label : page.findChild<views::FigureCards *>()->findChildren<QLabel *>())
            words += label->text();
        QVERIFY2(words.filter(QRegularExpression("^3 × [0-9.]+ %$")).size() == 1, qPrintable(words.join('|')));
        resources.setRanks(ranks(3, 0));
        resources.takeDevices({}, QDateTime::currentDateTimeUtc());
        QCOMPARE(tabs->tabText(3), "Resources");
        // Before the second measurement there is no CPU to tell, and no memory of nothing.
        const auto says = [&page](const QString &word) {
            for (const auto *label : page.findChild<views::FigureCards *>()->findChildren<QLabel *>()) {
                if (label->text() == word)
                    return true;
            }
            return false;
        };
        resources.takeUsage(
            {{.ns = "team-a", .pod = "digits-ddp-master-0", .cpu = {}, .memory = 0.0, .milliseconds = 1}});
        QVERIFY(says("not measured yet"));
        resources.takeUsage(
            {{.ns = "team-a", .pod = "digits-ddp-master-0", .cpu = 1.5, .memory = 1 << 30, .milliseconds = 2000}});
        QVERIFY(says("cores, 1.0 GiB"));
    }

    void whatWasReadBackIsMarkedAsSuch()
    {
        JobResources resources(nullptr);
        resources.setRanks(ranks(3, 2));
        QList<PastMoment> past;
        const QDateTime begin(QDate(2026, 11, 24), QTime(13, 40), QTimeZone::UTC);
        for (int second = 0; second < 1200; second += 30) {
            PastMoment moment {.milliseconds = begin.addSecs(second).toMSecsSinceEpoch()};
            for (const auto &one : resources.ranks()) {
                const double wave = 25 * std::sin(second / 90.0 + one.rank.rank);
                moment.devices << device(one.rank, 0, 60 + wave) << device(one.rank, 1, 55 + wave);
                moment.usage.append({.ns = one.rank.ns,
                                     .pod = one.rank.pod,
                                     .cpu = 2 + wave / 30,
                                     .memory = 2.8e9,
                                     .milliseconds = moment.milliseconds});
            }
            past.append(moment);
        }
        resources.takePast(past);
        play(resources, 2);
        views::ResourcesTab tab(resources);
        tab.resize(1130, 760);
        tab.show();
        QVERIFY(tab.findChild<QLabel *>("past")->text().contains("read back from Prometheus"));
        const auto name = JobResources::curveName(JobResources::Figure::Use, false);
        const Series &series = resources.curves().series(name).first()->series;
        QCOMPARE(series.size(), 40 + 41);
        QCOMPARE(series.segments().size(), size_t(1)); // half a minute between them is no gap
        screens::save(tab, "resources-past");
    }

    void chartsAndTableFillTheTab()
    {
        JobResources resources(nullptr);
        resources.setRanks(ranks(3, 2));
        views::ResourcesTab tab(resources);
        tab.resize(1130, 900);
        tab.show();
        QVERIFY(tab.findChildren<views::ChartCard *>().isEmpty());
        play(resources, 2);
        QCOMPARE(tab.findChildren<views::ChartCard *>().size(), 6);
        QVERIFY(tab.findChild<views::TableView *>()->isVisible());
        for (auto *strip : tab.findChildren<views::GapStrip *>())
            QVERIFY(!strip->isVisible());
        QTest::qWait(100);
        screens::save(tab, "resources-gpus");
        tab.setWholeJob(true);
        QCOMPARE(tab.findChildren<views::ChartCard *>().first()->metric(), "GPU use, mean of the job");
        screens::save(tab, "resources-whole-job");
    }

    void simulatedGpusSaySo()
    {
        JobResources resources(nullptr);
        resources.setRanks(ranks(3, 1));
        views::ResourcesTab tab(resources);
        tab.resize(1130, 700);
        tab.show();
        const auto told = [&tab] {
            return std::ranges::any_of(tab.findChildren<QLabel *>(), [](const QLabel *label) {
                return label->isVisible() && label->text().startsWith("Simulated GPUs");
            });
        };
        play(resources, 1);
        QVERIFY(!told());
        play(resources, 1, "Simulated GPU");
        QVERIFY(told());
        screens::save(tab, "resources-simulated");
    }

    void withoutGpusThereAreCpuAndMemory()
    {
        JobResources resources(nullptr);
        resources.setRanks(ranks(12, 0));
        views::ResourcesTab tab(resources);
        tab.resize(1130, 700);
        tab.show();
        play(resources, 0);
        QCOMPARE(tab.findChildren<views::ChartCard *>().size(), 2);
        auto *view = tab.findChild<views::TableView *>();
        QVERIFY(view->isColumnHidden(RankTable::Use));
        QVERIFY(!view->isColumnHidden(RankTable::Cpu));
        QTest::qWait(100);
        screens::save(tab, "resources-cpu");
    }

    void whyThereIsNothingIsSaid()
    {
        JobResources resources(nullptr);
        views::ResourcesTab tab(resources);
        tab.resize(1130, 500);
        tab.show();
        auto pods = ranks(2, 1);
        pods.first().shape = pods.last().shape = StateShape::Pending;
        resources.setRanks(pods);
        auto *strip = tab.findChild<views::GapStrip *>();
        QVERIFY(strip->isVisible());
        QCOMPARE(strip->gap().kind, DataGap::Kind::NotRunning);
        screens::save(tab, "resources-not-running");
        resources.setRanks(ranks(2, 0));
        QCOMPARE(strip->gap().kind, DataGap::Kind::AsksForNone);
        screens::save(tab, "resources-loading");
        views::GapStrip forbidden;
        forbidden.resize(900, 70);
        forbidden.setGap(DataGap::noRight(
            "get nodes/proxy",
            {.kind = k8s::Error::Kind::Forbidden,
             .message
             = R"(nodes "node-a" is forbidden: User "ada" cannot get resource "nodes/proxy" in API group "" at the cluster scope)"}));
        forbidden.show();
        screens::save(forbidden, "gap-no-right");
    }
};

QTEST_MAIN(TestResourcesTab)
#include "tst_resourcestab.moc"
