// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs models_metrics
// sanitizers: tsan
#include "models/logs/joblogs.h"
#include "models/logs/logfile.h"
#include "models/metrics/jobmetrics.h"
#include "tests/support/logfeed.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QStandardPaths>
#include <QTest>

#include <cmath>

using namespace models;
using logfeed::feed;
using logfeed::stamp;
using logfeed::texts;

class TestJobLogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void ranksAreInterleavedByTime()
    {
        QTemporaryDir folder;
        JobLogs logs(folder.path());
        QSignalSpy appended(&logs, &LogDocument::linesAppended);
        auto master = logs.addSource({.rank = 0, .label = "master-0"}),
             worker = logs.addSource({.rank = 1, .label = "worker-0"});
        feed(*master, stamp(1) + "a\n" + stamp(3) + "c\n");
        logs.drain();
        feed(*worker, stamp(2) + "b\n" + stamp(4) + "d\n"); // late: goes between
        logs.drain();
        QCOMPARE(texts(logs), QStringList({"master-0: a", "worker-0: b", "master-0: c", "worker-0: d"}));
        QVERIFY(appended.count() >= 2);
        QCOMPARE(appended.last().first().toLongLong(), 1);
        QCOMPARE(logs.indexOf({1, 1}), 3);
        QCOMPARE(logs.line(1).nanoseconds % 1'000'000'000, 2'000'000);
        QCOMPARE(logs.indexOfTime(logs.line(2).nanoseconds), 2);
    }

    void aFilterReplacesTheView()
    {
        QTemporaryDir folder;
        JobLogs logs(folder.path());
        auto a = logs.addSource({.rank = 0, .label = "a"}), b = logs.addSource({.rank = 1, .label = "b"});
        feed(*a, stamp(1) + "1\n");
        feed(*b, stamp(2) + "2\n");
        logs.drain();
        QSignalSpy reset(&logs, &LogDocument::reset);
        logs.setVisibleSources({1});
        QTRY_COMPARE(reset.count(), 1);
        QCOMPARE(texts(logs), QStringList("b: 2"));
        QCOMPARE(logs.indexOf({0, 0}), -1);
        feed(*a, stamp(3) + "3\n");
        feed(*b, stamp(4) + "4\n");
        logs.drain();
        QCOMPARE(texts(logs), QStringList({"b: 2", "b: 4"}));
        logs.setVisibleSources({});
        QTRY_COMPARE(logs.lineCount(), 4);
    }

    void curvesEqualTheLog()
    {
        QTemporaryDir folder;
        JobMetrics metrics;
        JobLogs logs(folder.path());
        logs.setTap(metrics.tap());
        QSignalSpy discovered(&metrics, &JobMetrics::metricsDiscovered);
        auto a = logs.addSource({.rank = 0, .label = "master-0"}), b = logs.addSource({.rank = 1, .label = "worker-0"});
        for (int step = 0; step < 1000; ++step) {
            feed(*a,
                 stamp(step * 1000 + 1) + "epoch=" + QByteArray::number(step / 100 + 1) + "/10 step="
                     + QByteArray::number(step) + " loss=" + QByteArray::number(1.0 / (step + 1)) + " accuracy=0.5\n");
            feed(*b,
                 stamp(step * 1000 + 2) + "step=" + QByteArray::number(step)
                     + (step == 500 ? " loss=nan" : " loss=" + QByteArray::number(2.0 / (step + 1))) + "\n");
        }
        logs.drain();
        metrics.flush();
        QCOMPARE(discovered.count(), 1);
        QCOMPARE(metrics.metrics().size(), 2);
        QCOMPARE(metrics.primaryMetric(), "loss");
        QCOMPARE(metrics.metrics()[1].role, MetricRole::Accuracy);
        const auto loss = metrics.series("loss");
        QCOMPARE(loss.size(), 2);
        QCOMPARE(loss[1]->label, "worker-0");
        QCOMPARE(loss[0]->series.size(), 1000);
        for (int step = 0; step < 1000; ++step) {
            const Sample sample = loss[0]->series.sample(step);
            QCOMPARE(sample.step, double(step));
            QCOMPARE(sample.value, float(QByteArray::number(1.0 / (step + 1)).toDouble()));
            const LogLine line
                = logs.lines(logs.indexOf({loss[0]->source, sample.line}), 1).first(); // and back to its line
            QVERIFY(line.text.contains("step=" + QByteArray::number(step) + ' '));
        }
        QCOMPARE(loss[1]->series.nonFinite().size(), size_t(1));
        QCOMPARE(metrics.figures().loss.value(), double(float(0.001)));
        QCOMPARE(metrics.figures().step.value(), 999.0);
        QCOMPARE(metrics.figures().epoch.value(), 10.0);
        QCOMPARE(metrics.figures().totalEpochs.value(), 10.0);
        QCOMPARE(metrics.lastStep(1), 999.0);
        QCOMPARE(metrics.range("loss", Axis::Step), std::pair(0.0, 999.0));
        QVERIFY(metrics.sparkline(40).size() == 40);
        QVERIFY(
            metrics.csv("loss").startsWith("rank,step,epoch,time,value\nmaster-0,0,1,2026-11-24T02:22:30.001Z,1\n"));
        const auto band = metrics.band("loss", Axis::Step, 0, 999, 10);
        QCOMPARE(band.size(), 10);
        QCOMPARE(band[0].max, 2.0F);
        QCOMPARE(band[0].ranks, 2);
    }

    void anotherAttemptContinuesTheSameCurve()
    {
        QTemporaryDir folder;
        JobMetrics metrics;
        JobLogs logs(folder.path());
        logs.setTap(metrics.tap());
        auto first = logs.addSource({.rank = 0, .label = "master-0"});
        feed(*first, stamp(1) + "step=10 loss=1\n" + stamp(2) + "step=20 loss=0.9\n");
        auto second = logs.addSource({.rank = 0, .label = "master-0 #2", .attempt = 1});
        feed(*second, stamp(3) + "step=30 loss=0.8\n");
        logs.addSource({.rank = 0, .label = "master-0/init", .main = false});
        logs.drain();
        metrics.flush();
        QCOMPARE(metrics.series("loss").size(), 1);
        const Series &series = metrics.series("loss")[0]->series;
        QCOMPARE(series.size(), 3);
        QCOMPARE(series.segments().size(), size_t(2));
    }

    /// The rest of an attempt comes late where its log has to be fetched from where the kubelet keeps it.
    void theLateRestOfAnAttemptIsNotJoinedToTheNext()
    {
        QTemporaryDir folder;
        JobMetrics metrics;
        JobLogs logs(folder.path());
        logs.setTap(metrics.tap());
        const auto before = logs.addSource({.rank = 0, .label = "master-0"});
        const auto after = logs.addSource({.rank = 0, .label = "master-0 #2", .attempt = 1});
        const auto say = [&logs, &metrics](k8s::LogSink &sink, int step) {
            feed(sink, stamp(step) + "step=" + QByteArray::number(step) + " loss=0.5\n");
            logs.drain();
            metrics.flush();
        };
        for (const int step : {1, 2, 3})
            say(*before, step);
        for (const int step : {1, 2})
            say(*after, step);
        for (const int step : {4, 5})
            say(*before, step);
        say(*after, 3);
        const Series &curve = metrics.series("loss").first()->series;
        QList<QList<double>> lines;
        for (qsizetype i = 0; i < qsizetype(curve.segments().size()); ++i) {
            lines.append(QList<double>());
            for (qsizetype point = curve.segments()[size_t(i)]; point < curve.segmentEnd(i); ++point)
                lines.last().append(curve.x(point, Axis::Step));
        }
        QCOMPARE(lines, (QList<QList<double>> {{1, 2, 3}, {1, 2}, {4, 5}, {3}}));
    }

    void theTailOfAPodIsItsNewestLines()
    {
        QTemporaryDir folder;
        JobLogs logs(folder.path());
        auto sink = logs.addSource({.rank = 0, .label = "a", .pod = "pod-a"});
        for (int i = 0; i < 500; ++i)
            feed(*sink, stamp(i) + QByteArray::number(i) + '\n');
        logs.drain();
        const auto tail = logs.tail("pod-a", 40);
        QCOMPARE(tail.size(), 40);
        QCOMPARE(tail.last().text, "499");
        QCOMPARE(logs.tail({}, 3).first().text, "497");
    }

    void aStreamThatEndsIsDone()
    {
        QTemporaryDir folder;
        JobLogs logs(folder.path());
        auto sink = logs.addSource({.label = "a"});
        feed(*sink, stamp(1) + "no line end");
        logs.drain();
        QCOMPARE(logs.lineCount(), 0);
        QVERIFY(logs.isLive());
        sink->finished(nullptr);
        QTRY_VERIFY(!logs.isLive());
        QTRY_COMPARE(logs.lineCount(), 1);
    }

    void theLogsMayDieBeforeTheirSinks()
    {
        QTemporaryDir folder;
        auto logs = std::make_unique<JobLogs>(folder.path());
        auto sink = logs->addSource({.label = "a"});
        logs.reset();
        sink->append("after the end\n");
        sink->finished(nullptr);
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        JobLogs logs("/proc/nonexistent/folder");
        QSignalSpy problem(&logs, &LogDocument::problemChanged);
        auto sink = logs.addSource({.label = "a"});
        feed(*sink, stamp(1) + "lost\n");
        QTRY_VERIFY(!logs.problem().isEmpty());
        QVERIFY(problem.count() > 0);
    }

    void packedFilesAreOpenedToo()
    {
        QTemporaryDir folder;
        QFile plain(folder.filePath("x.log"));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        for (int i = 0; i < 20'000; ++i)
            plain.write("step=" + QByteArray::number(i) + " loss=0.25\n");
        plain.close();
        for (const auto &[program, suffix] :
             QList<std::pair<QString, QString>> {{"gzip", ".gz"}, {"zstd", ".zst"}, {"", ""}}) {
            if (!program.isEmpty()
                && QProcess::execute("sh",
                                     {"-c", program + " -qkc " + plain.fileName() + " > " + plain.fileName() + suffix})
                    != 0)
                continue;
            JobMetrics metrics;
            LogFile file;
            file.setTap(metrics.tap());
            file.open(plain.fileName() + suffix);
            QTRY_VERIFY(file.isIndexed());
            QCOMPARE(file.lineCount(), 20'000);
            QCOMPARE(file.line(19'999).text, "step=19999 loss=0.25");
            QTRY_COMPARE(metrics.series("loss").value(0) ? metrics.series("loss")[0]->series.size() : 0, 20'000);
            QVERIFY(file.problem().isEmpty());
        }
    }

    void aBrokenPackedFileShowsWhatItHas()
    {
        QTemporaryDir folder;
        if (QProcess::execute("sh", {"-c", "seq 1 100000 | gzip -c | head -c 100000 > " + folder.filePath("x.gz")})
            != 0)
            QSKIP("no gzip");
        LogFile file;
        file.open(folder.filePath("x.gz"));
        QTRY_VERIFY(!file.problem().isEmpty());
        QVERIFY(file.lineCount() > 10'000);
        LogFile missing;
        missing.open(folder.filePath("no such file"));
        QVERIFY(!missing.problem().isEmpty());
        LogFile directory;
        directory.open(folder.path());
        QVERIFY(!directory.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJobLogs)
#include "tst_joblogs.moc"
