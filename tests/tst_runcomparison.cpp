// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_compare views_theme models_jobs
#include "k8s/watch/reflector.h"
#include "models/jobs/jobrun.h"
#include "models/jobs/parameters.h"
#include "models/jobs/runcomparison.h"
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "support/jobsamples.h"
#include "support/screens.h"
#include "tests/support/logfeed.h"
#include "views/charts/chartcard.h"
#include "views/compare/comparepage.h"
#include "views/compare/runchip.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>

#include <cmath>

using namespace models;
using samples::condition;

/// JSON written with single quotes.
static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

/// Runs without a cluster.
struct FakeRun : JobRun
{
    explicit FakeRun(const QString &name)
        : JobRun(k8s::ObjectRef {findKind("kubeflow.org", "PyTorchJob")->type(), "team-a", name, {}})
    {
    }

    void job(const QString &state, const QByteArray &from = {}, const QByteArray &to = {})
    {
        QByteArray object = samples::pytorchJob(
            detail().ref().name, {condition("Created", true, "14:00:00"), condition(state, true, "14:05:00")},
            json("{'Master':{'active':1}}"));
        if (!from.isEmpty())
            object.replace(from, to);
        detail().jobSink()->upsert({object.constData(), size_t(object.size())});
        detail().jobSink()->stateChanged(k8s::WatchState::Live, {});
    }
    void pod()
    {
        const QByteArray object = samples::pod(
            {.name = detail().ref().name + "-master-0", .job = detail().ref().name, .type = "master", .rank = "0"});
        detail().podSink()->upsert({object.constData(), size_t(object.size())});
    }
    void log(double start, int steps, const QByteArray &more = {})
    {
        auto sink = logs().addSource({.rank = 0, .label = "master-0", .pod = "p", .container = "pytorch"});
        QByteArray text;
        for (int step = 0; step < steps; ++step)
            text += "2026-11-24T14:01:00.000Z step=" + QByteArray::number(step)
                + " loss=" + QByteArray::number(start * std::exp(-step / 60.0) + 0.1 + 0.02 * std::sin(step * start))
                + " accuracy=" + QByteArray::number(1 - start / 3 * std::exp(-step / 60.0)) + more + '\n';
        logfeed::feed(*sink, text);
        logs().drain();
        metrics().flush();
    }
};

class TestRunComparison : public QObject
{
    Q_OBJECT

    static QString cell(const CompareTable &table, const QString &name, int run)
    {
        for (int row = 0; row < table.rowCount(); ++row) {
            if (table.index(row, 0).data().toString() == name)
                return table.index(row, run + 1).data().toString();
        }
        return "no such row";
    }
    static int rowOf(const CompareTable &table, const QString &name)
    {
        for (int row = 0; row < table.rowCount(); ++row) {
            if (table.index(row, 0).data().toString() == name)
                return row;
        }
        return -1;
    }

    struct Three
    {
        Three()
        {
            first.job("Succeeded");
            second.job("Running", json("'--unused'"), "");
            third.job("Failed", json("'replicas':2"), json("'replicas':4"));
            first.pod();
            second.pod();
            first.log(2.3, 240);
            second.log(1.9, 200, " grad_norm=1.5");
        }
        FakeRun first {"digits-a"}, second {"digits-b"}, third {"digits-c"};
        QList<JobRun *> all() { return {&first, &second, &third}; }
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void aSpecBecomesComparableParameters()
    {
        k8s::JsonDocument document;
        const auto parameters = specParameters(document.parse(
            std::string(json("{'spec':{'replicas':{'Worker':{'replicas':2,"
                             "'template':{'spec':{'containers':[{'name':'pytorch','image':'a:1','command':['python','"
                             "train.py','--lr=0.1','--epochs','10','--amp'],"
                             "'env':[{'name':'LR','value':'0.1'},{'name':'KEY','valueFrom':{'secretKeyRef':{'name':'s',"
                             "'key':'k'}}}],'ports':[{'containerPort':1}],'x':{}}]}}}}}}")
                            .constData())));
        QStringList lines;
        for (const SpecParameter &parameter : parameters)
            lines += parameter.name + " = " + parameter.value;
        QCOMPARE(
            lines,
            (QStringList {"replicas.Worker.replicas = 2", "replicas.Worker.pytorch.name = pytorch",
                          "replicas.Worker.pytorch.image = a:1", "replicas.Worker.pytorch.command --lr = 0.1",
                          "replicas.Worker.pytorch.command --epochs = 10", "replicas.Worker.pytorch.command --amp = ✓",
                          "replicas.Worker.pytorch.command = python train.py", "replicas.Worker.pytorch.env.LR = 0.1",
                          "replicas.Worker.pytorch.env.KEY.name = KEY",
                          "replicas.Worker.pytorch.env.KEY.valueFrom.secretKeyRef.name = s",
                          "replicas.Worker.pytorch.env.KEY.valueFrom.secretKeyRef.key = k",
                          "replicas.Worker.pytorch.ports.0.containerPort = 1", "replicas.Worker.pytorch.x = {}"}));
    }

    void commonMetricsLieOverEachOther()
    {
        Three runs;
        RunComparison comparison(runs.all());
        QTRY_COMPARE(comparison.state(2).word, "Failed");
        comparison.flush();
        QStringList names;
        for (const MetricInfo &metric : comparison.metrics().metrics())
            names += metric.name;
        QCOMPARE(names, (QStringList {"loss", "accuracy"})); // grad_norm has only one of them
        const auto curves = comparison.metrics().series("loss");
        QCOMPARE(curves.size(), 2);
        QCOMPARE(curves[0]->label, "digits-a");
        QCOMPARE(curves[1]->label, "digits-b");
        QCOMPARE(curves[0]->series.size(), 240);
        QCOMPARE(curves[1]->series.size(), 200);
        QCOMPARE(curves[1]->series.value(7), runs.second.metrics().series("loss")[0]->series.value(7));
        QVERIFY(comparison.missing(0).isEmpty());
        QVERIFY(comparison.missing(2).contains("digits-c"));
        QVERIFY(comparison.missing(2).contains("no pods"));
    }

    void theBestIsMarkedAndOnlyWhatDiffersShown()
    {
        Three runs;
        RunComparison comparison(runs.all());
        const QAbstractItemModelTester finalsTester(&comparison.finalValues()),
            parametersTester(&comparison.parameters());
        QTRY_COMPARE(comparison.state(2).word, "Failed");
        comparison.flush();
        const CompareTable &finals = comparison.finalValues();
        const int loss = rowOf(finals, "loss");
        QVERIFY(loss >= 0);
        const auto value = [&](JobRun &run) {
            const Series &series = run.metrics().series("loss")[0]->series;
            return series.value(series.size() - 1);
        };
        const int best = value(runs.first) < value(runs.second) ? 0 : 1;
        QVERIFY(finals.index(loss, best + 1).data(CompareTable::BestRole).toBool());
        QVERIFY(!finals.index(loss, 2 - best).data(CompareTable::BestRole).toBool());
        QCOMPARE(cell(finals, "loss", 2), "–");
        QCOMPARE(cell(finals, "grad_norm", 1), "1.500");
        QVERIFY(!finals.index(rowOf(finals, "grad_norm"), 2).data(CompareTable::BestRole).toBool());
        QCOMPARE(cell(finals, "Last step", 0), "239");
        CompareTable &parameters = comparison.parameters();
        const int all = parameters.rowCount();
        QVERIFY(all > 8);
        parameters.setOnlyDifferences(true);
        QCOMPARE(parameters.rowCount(), 1);
        QCOMPARE(cell(parameters, "pytorchReplicaSpecs.Worker.replicas", 0), "2");
        QCOMPARE(cell(parameters, "pytorchReplicaSpecs.Worker.replicas", 2), "4");
        parameters.setOnlyDifferences(false);
        QCOMPARE(parameters.rowCount(), all);
    }

    void aRunThatGoesLeavesWhatItGave()
    {
        auto first = std::make_unique<FakeRun>("digits-a");
        FakeRun second("digits-b");
        first->job("Running");
        second.job("Running");
        QTRY_VERIFY(!first->detail().summary().uid.isEmpty());
        first->log(2, 50);
        second.log(1, 50);
        RunComparison comparison({first.get(), &second});
        comparison.flush();
        comparison.release(first.get());
        first.reset();
        second.log(1, 20);
        comparison.flush();
        QCOMPARE(comparison.metrics().series("loss")[0]->series.size(), 50);
        QCOMPARE(cell(comparison.finalValues(), "Last step", 0), "49");
        QCOMPARE(comparison.ref(0).name, "digits-a");
    }

    void aTrainJobsReportedMetricsAreCurvesToo()
    {
        JobRun run(k8s::ObjectRef {findKind("trainer.kubeflow.org", "TrainJob")->type(), "team-a", "ft", {}});
        const auto report = [&run](const QByteArray &at, const QByteArray &loss, int percent) {
            const QByteArray object
                = json("{'apiVersion':'trainer.kubeflow.org/v1alpha1','kind':'TrainJob','metadata':{'name':'ft',"
                       "'namespace':'team-a','uid':'u','creationTimestamp':'2026-11-24T14:00:00Z'},'spec':{},'status':{"
                       "'trainerStatus':{'progressPercentage':")
                + QByteArray::number(percent) + json(",'estimatedRemainingSeconds':90,'lastUpdatedTime':'") + at
                + json("','metrics':[{'name':'loss','value':'") + loss + json("'},{'name':'note','value':'fine'}]}}}");
            run.detail().jobSink()->upsert({object.constData(), size_t(object.size())});
        };
        report("2026-11-24T14:01:00Z", "0.75", 10);
        QTRY_COMPARE(run.detail().summary().progressPercent, 10);
        report("2026-11-24T14:01:00Z", "0.75", 11); // the same report, seen again
        QTRY_COMPARE(run.detail().summary().progressPercent, 11);
        report("2026-11-24T14:02:00Z", "0.5", 20);
        QTRY_COMPARE(run.detail().summary().progressPercent, 20);
        QCOMPARE(run.detail().summary().remainingSeconds, 90);
        run.metrics().flush();
        QCOMPARE(run.metrics().metrics().size(), 1);
        const auto curve = run.metrics().series("loss");
        QCOMPARE(curve.size(), 1);
        QCOMPARE(curve[0]->series.size(), 2);
        QCOMPARE(curve[0]->series.value(1), 0.5F);
        QCOMPARE(run.metrics().figures().loss, 0.5);
    }

    void thePageShowsThemSideBySide()
    {
        Three runs;
        QTRY_VERIFY(!runs.first.detail().ranks().isEmpty());
        views::ComparePage page(std::make_unique<RunComparison>(runs.all()));
        page.resize(1180, 800);
        page.show();
        QTRY_COMPARE(page.comparison().state(2).word, "Failed");
        page.comparison().flush();
        QTest::qWait(50);
        screens::save(page, "compare-curves");
        auto *tabs = page.findChild<QTabWidget *>();
        tabs->setCurrentIndex(1);
        screens::save(page, "compare-values");
        tabs->setCurrentIndex(2);
        screens::save(page, "compare-parameters");
        auto *only = page.findChild<QCheckBox *>();
        QVERIFY(only->isChecked());
        QTest::mouseClick(only, Qt::LeftButton, {}, {8, only->height() / 2});
        QVERIFY(page.comparison().parameters().rowCount() > 5);
        screens::save(page, "compare-parameters-all");
        QSignalSpy chosen(&page, &views::ComparePage::jobsChosen), opened(&page, &views::ComparePage::jobActivated);
        auto *chip = page.findChildren<views::RunChip *>().at(1);
        QTest::mouseClick(chip, Qt::LeftButton, {}, {20, 15});
        QCOMPARE(opened.first().first().value<k8s::ObjectRef>().name, "digits-b");
        QTest::keyClick(chip, Qt::Key_Delete);
        QCOMPARE(chosen.first().first().value<QList<k8s::ObjectRef>>().size(), 2);
    }
};

QTEST_MAIN(TestRunComparison)
#include "tst_runcomparison.moc"
