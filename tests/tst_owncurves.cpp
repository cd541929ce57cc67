// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs models_metrics
// A user's own rules on a live log: the curve appears from lines that were there before, and grows with those that
// come.
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/owncurves.h"
#include "models/metrics/rulebook.h"
#include "tests/support/logfeed.h"
#include "tests/support/seriesvalues.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace models;

class TestOwnCurves : public QObject
{
    Q_OBJECT

    struct Run
    {
        QTemporaryDir folder;
        RuleBook book {folder.filePath("metrics.yaml")};
        JobMetrics metrics;
        JobLogs logs {folder.filePath("spool")};
        std::vector<std::shared_ptr<k8s::LogSink>> sinks;
        std::unique_ptr<OwnCurves> curves;

        explicit Run(int ranks = 1)
        {
            logs.setTap(metrics.tap());
            for (int i = 0; i < ranks; ++i)
                sinks.push_back(logs.addSource({.rank = i, .label = QString("worker-%1").arg(i), .pod = "p"}));
            curves = std::make_unique<OwnCurves>(book, logs, metrics);
        }
        void line(int rank, const QByteArray &text) { logfeed::line(*sinks[size_t(rank)], text); }
        void settle()
        {
            logs.drain();
            QTRY_VERIFY(curves->isCaughtUp());
            metrics.flush();
        }
        QList<float> values(const QString &metric, qsizetype rank = 0) const
        {
            const auto series = metrics.series(metric);
            if (rank >= series.size())
                return {};
            return tests::valuesOf(series[rank]->series);
        }
    };
    static constexpr auto gap = "gap";

private slots:
    void aSavedRuleReadsWhatWasThereAndWhatComes()
    {
        Run run(2);
        for (int i = 0; i < 3; ++i) {
            run.line(0, "step=" + QByteArray::number(10 * i) + " loss=1.5");
            run.line(0, "teacher says " + QByteArray::number(i));
            run.line(1, "teacher says " + QByteArray::number(100 + i));
        }
        run.settle();
        QVERIFY(run.values(gap).isEmpty());
        QSignalSpy discovered(&run.metrics, &JobMetrics::metricsDiscovered);
        QVERIFY(run.book.save({}, {.name = gap, .pattern = "teacher says {value}"}));
        run.settle();
        QCOMPARE(run.values(gap), QList<float>({0, 1, 2}));
        QCOMPARE(run.values(gap, 1), QList<float>({100, 101, 102}));
        QVERIFY(discovered.count() > 0);
        QVERIFY(std::ranges::contains(run.metrics.metrics(), QString(gap), &MetricInfo::name));
        const auto *rank = run.metrics.series(gap)[0];
        QCOMPARE(rank->label, "worker-0");
        QCOMPARE(rank->series.sample(2).step, 20.0);
        QCOMPARE(rank->series.sample(2).line, 5u);
        run.line(0, "teacher says 3");
        run.settle();
        QCOMPARE(run.values(gap), QList<float>({0, 1, 2, 3}));
    }
    void aChangedRuleTakesItsOldPointsBack()
    {
        Run run;
        run.line(0, "teacher says 1 of 2");
        QVERIFY(run.book.save({}, {.name = gap, .pattern = "teacher says {value}"}));
        run.settle();
        QCOMPARE(run.values(gap), QList<float>({1}));
        QVERIFY(run.book.save(gap, {.name = gap, .pattern = "of {value}"}));
        run.settle();
        QCOMPARE(run.values(gap), QList<float>({2}));
        QVERIFY(run.book.remove(gap));
        run.settle();
        QVERIFY(run.metrics.metrics().isEmpty());
    }
    void aRuleStandsInForTheBuiltInCurveOfItsName()
    {
        Run run;
        run.line(0, "step=1 loss=9 real 0.5");
        run.settle();
        QCOMPARE(run.values("loss"), QList<float>({9}));
        QVERIFY(run.book.save({}, {.name = "loss", .pattern = "real {value}"}));
        run.line(0, "step=2 loss=8 real 0.4");
        run.settle();
        QCOMPARE(run.values("loss"), QList<float>({0.5F, 0.4F}));
        QCOMPARE(std::ranges::count(run.metrics.metrics(), QString("loss"), &MetricInfo::name), 1);
        QVERIFY(run.book.remove("loss"));
        run.settle();
        QCOMPARE(run.values("loss"), QList<float>({9, 8}));
    }
    void manyLinesAreReadOnce()
    {
        constexpr int count = 50'000;
        Run run;
        QVERIFY(run.book.save({}, {.name = gap, .pattern = "says {value}"}));
        for (int i = 0; i < count; ++i)
            run.line(0, "says " + QByteArray::number(i));
        run.logs.drain();
        QTRY_COMPARE(run.values(gap).size(), count);
        for (int i = 0; i < count; i += 997)
            QCOMPARE(run.values(gap)[i], float(i));
    }
};

QTEST_GUILESS_MAIN(TestOwnCurves)
#include "tst_owncurves.moc"
