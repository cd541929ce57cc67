// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_logs views_charts
// label: bench
// timeout: 900
#include "k8s/watch/logstream.h"
#include "models/logs/joblogs.h"
#include "models/logs/logfile.h"
#include "models/logs/logsearch.h"
#include "models/logs/sourcelog.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/linescanner.h"
#include "views/logs/logview.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QStandardPaths>
#include <QTest>

#include <sys/resource.h>

using namespace models;

/// Logs against what is measured beside them in the same run. Prints one line per ratio: name, ours, theirs, ratio.
class BenchLogs : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder {"/tmp/pilothouse-bench-XXXXXX"};
    QString m_file;
    qint64 m_bytes = 0;

    static QByteArray text(qint64 lines, quint32 seed, bool stamps)
    {
        QRandomGenerator random(seed);
        QByteArray out;
        out.reserve(lines * 140);
        const qint64 start = 1'795'486'950'000'000'000;
        for (qint64 i = 0; i < lines; ++i) {
            if (stamps)
                out += QDateTime::fromMSecsSinceEpoch((start + i * 1'000'000) / 1'000'000, QTimeZone::UTC)
                           .toString("yyyy-MM-ddTHH:mm:ss.zzz")
                           .toLatin1()
                    + "456789Z ";
            const quint32 kind = random.bounded(20U);
            if (kind < 14)
                out += "[rank" + QByteArray::number(seed % 64)
                    + "]: INFO trainer.py:115 epoch=" + QByteArray::number(i / 1000) + " step=" + QByteArray::number(i)
                    + " loss=" + QByteArray::number(2.3 / double(i % 977 + 1), 'f', 6) + " lr=0.000100 grad_norm="
                    + QByteArray::number(random.bounded(900) / 100.0) + " samples/sec=1904.3 mem=12.4GiB\n";
            else if (kind < 19)
                out += "INFO:root:loading shard-" + QByteArray::number(random.bounded(20000U))
                    + " from /data/train/part, prefetching the next block for the input pipeline of this worker\n";
            else
                out += "WARNING: data loader is slow, worker waited " + QByteArray::number(random.bounded(900U))
                    + " ms for the next batch of its queue\n";
        }
        return out;
    }

    template <class Function>
    static double best(int times, Function function)
    {
        double least = 1e9;
        for (int i = 0; i < times; ++i) {
            QElapsedTimer timer;
            timer.start();
            function();
            least = std::min(least, double(timer.nsecsElapsed()) / 1e9);
        }
        return least;
    }

    /// Seconds of the thread's own work: other processes do not count.
    static double cpuSeconds()
    {
        timespec time {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    }
    template <class Function>
    static double bestCpu(Function function)
    {
        const double start = cpuSeconds();
        function();
        return cpuSeconds() - start;
    }
    static void say(const char *what, double ours, double theirs, const char *unit)
    {
        qInfo("%-44s ours %10.4f %s, theirs %10.4f %s, ratio %.2f", what, ours, unit, theirs, unit, theirs / ours);
    }
    static double rssMegabytes()
    {
        QFile status("/proc/self/status");
        return status.open(QIODevice::ReadOnly)
            ? QRegularExpression("VmRSS:\\s+(\\d+)").match(QString::fromLatin1(status.readAll())).captured(1).toDouble()
                / 1024
            : 0;
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_file = m_folder.filePath("big.log");
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray part = text(700'000, 3, true);
        const qint64 wanted = qEnvironmentVariable("PILOTHOUSE_BENCH_MB", "1000").toLongLong() * 1'000'000;
        while (file.size() < wanted)
            file.write(part);
        m_bytes = file.size();
        qInfo("%.2f GB of log", double(m_bytes) / 1e9);
    }

    void indexAgainstWc()
    {
        double ours = 1e9, theirs = 1e9;
        qint64 lines = 0;
        for (int i = 0; i < 5; ++i) {
            theirs = std::min(theirs,
                              best(1, [&] { QProcess::execute("sh", {"-c", "wc -l < " + m_file + " > /dev/null"}); }));
            ours = std::min(ours, best(1, [&] {
                                LogFile log;
                                log.open(m_file);
                                while (!log.isIndexed())
                                    QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
                                lines = log.lineCount();
                            }));
        }
        say("open and index against wc -l", ours, theirs, "s");
        qInfo("%lld lines, index %.3f B/line", lines, 8.0 / LineIndex::stride);
    }

    void searchAgainstRipgrep_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("expression");
        QTest::addColumn<bool>("sensitive");
        QTest::newRow("rare literal") << "shard-19963" << false << true;
        QTest::newRow("frequent literal") << "loss=" << false << true;
        QTest::newRow("expression with a literal") << "loss=[0-9.]+" << true << true;
        QTest::newRow("expression without a literal") << "[a-z]+\\d{3,}[a-f]+[0-9]" << true << true;
        QTest::newRow("alternatives") << "Traceback|OutOfMemory|WARNING:.*slow|NaN" << true << true;
        QTest::newRow("any case") << "cuda out of memory" << false << false;
    }

    void searchAgainstRipgrep()
    {
        QFETCH(QString, query);
        QFETCH(bool, expression);
        QFETCH(bool, sensitive);
        LogFile log;
        log.open(m_file);
        while (!log.isIndexed())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        qint64 hits = 0;
        QStringList arguments {"-c"};
        arguments << (expression ? "-e" : "-Fe") << query << m_file;
        if (!sensitive)
            arguments.prepend("-i");
        double ours = 1e9, theirs = 1e9;
        QByteArray count;
        for (int i = 0; i < 3; ++i) {
            ours = std::min(ours, best(1, [&] {
                                LogSearch search(log);
                                search.setQuery({query, expression, sensitive});
                                while (search.isRunning())
                                    QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
                                hits = search.hitCount();
                            }));
            theirs = std::min(theirs, best(1, [&] {
                                  QProcess rg;
                                  rg.start("rg", arguments);
                                  rg.waitForFinished(-1);
                                  count = rg.readAllStandardOutput().trimmed();
                              }));
        }
        if (count.isEmpty() && theirs < 0.01)
            QSKIP("no rg here");
        say(qPrintable("search " + query + " against rg"), ours, theirs, "s");
        qInfo("%lld lines, rg %s", hits, count.constData());
    }

    void extractionAgainstQRegularExpression()
    {
        const QByteArray bytes = text(400'000, 3, false);
        const std::string_view all(bytes.constData(), size_t(bytes.size()));
        const auto forEachLine = [&](auto visit) {
            for (std::string_view rest = all; !rest.empty();) {
                const size_t end = rest.find('\n');
                visit(rest.substr(0, end));
                rest.remove_prefix(end + 1);
            }
        };
        qint64 ourPoints = 0, theirPoints = 0;
        double ours = 1e9, theirs = 1e9;
        const QRegularExpression expression("step=(\\d+).*loss=([0-9.]+)");
        for (int i = 0; i < 5; ++i) {
            ours = std::min(ours, bestCpu([&] {
                                LineScanner scanner(MetricRules::builtIn(), std::make_shared<MetricNames>());
                                ourPoints = 0;
                                forEachLine([&](std::string_view line) {
                                    scanner.scan(line, [&](std::span<const FoundValue> found) {
                                        ourPoints += qint64(found.size());
                                    });
                                });
                            }));
            theirs = std::min(theirs, bestCpu([&] {
                                  theirPoints = 0;
                                  forEachLine([&](std::string_view line) {
                                      const auto match
                                          = expression.match(QString::fromUtf8(line.data(), qsizetype(line.size())));
                                      if (match.hasMatch()) {
                                          volatile double value
                                              = match.captured(1).toDouble() + match.captured(2).toDouble();
                                          Q_UNUSED(value)
                                          ++theirPoints;
                                      }
                                  });
                              }));
        }
        const double gigabytes = double(bytes.size()) / 1e9;
        qInfo("extraction: ours %.2f GB/s with %lld values, QRegularExpression %.2f GB/s with %lld lines, ratio %.1f",
              gigabytes / ours, ourPoints, gigabytes / theirs, theirPoints, theirs / ours);
    }

    void manyRanksAtOnce_data()
    {
        QTest::addColumn<bool>("read");
        QTest::newRow("spool, index and merge") << false;
        QTest::newRow("and metrics") << true;
    }

    void manyRanksAtOnce()
    {
        QFETCH(bool, read);
        constexpr int ranks = 64;
        std::vector<QByteArray> texts;
        qint64 total = 0;
        for (int i = 0; i < ranks; ++i) {
            texts.push_back(text(110'000, quint32(i), true));
            total += texts.back().size();
        }
        const double before = rssMegabytes();
        JobMetrics metrics;
        JobLogs logs;
        if (read)
            logs.setTap(metrics.tap());
        QList<std::shared_ptr<k8s::LogSink>> sinks;
        for (int i = 0; i < ranks; ++i)
            sinks += logs.addSource({.rank = i, .label = QString("worker-%1").arg(i)});
        QElapsedTimer timer;
        timer.start();
        QList<qsizetype> at(ranks, 0);
        double longest = 0;
        for (bool more = true; more;) {
            more = false;
            for (int i = 0; i < ranks; ++i) {
                const QByteArray &own = texts[size_t(i)];
                if (at[i] >= own.size())
                    continue;
                qsizetype end = std::min<qsizetype>(at[i] + 64 * 1024, own.size());
                end = own.lastIndexOf('\n', end - 1) + 1;
                sinks[i]->append({own.constData() + at[i], size_t(end - at[i])});
                at[i] = end;
                more = true;
            }
            QElapsedTimer frame;
            frame.start();
            QCoreApplication::processEvents();
            longest = std::max(longest, double(frame.nsecsElapsed()) / 1e6);
        }
        const double fed = double(timer.nsecsElapsed()) / 1e9;
        logs.drain();
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        metrics.flush();
        qInfo("64 ranks: %.2f GB, fed in %.2f s, all spooled, indexed, merged and read in %.2f s = %.0f MB/s, %lld "
              "lines, %lld loss points, memory +%.0f MB, longest event %.1f ms",
              double(total) / 1e9, fed, seconds, double(total) / 1e6 / seconds, logs.lineCount(),
              read ? qint64(metrics.series("loss").size()) * metrics.series("loss")[0]->series.size() : 0,
              rssMegabytes() - before, longest);
    }

    void appendAgainstQPlainTextEdit()
    {
        const QByteArray part = text(1000, 5, true);
        const QString batch = QString::fromUtf8(part).trimmed();
        constexpr int batches = 100;
        QPlainTextEdit edit;
        edit.resize(1600, 1000);
        edit.show();
        const double theirs = best(1, [&] {
            for (int i = 0; i < batches; ++i) {
                edit.appendPlainText(batch);
                QCoreApplication::processEvents();
            }
        });
        JobLogs logs;
        auto sink = logs.addSource({.label = "a"});
        views::LogView view(logs);
        view.resize(1600, 1000);
        view.show();
        constexpr int more = 40; // times as much, to have something to measure
        const double ours = best(1, [&] {
            for (int i = 0; i < batches * more; ++i) {
                sink->append({part.constData(), size_t(part.size())});
                if (i % 16 == 0)
                    QCoreApplication::processEvents();
            }
            logs.drain();
            QCoreApplication::processEvents();
        });
        qInfo("append: ours %.2f M lines/s, QPlainTextEdit in batches of 1,000 %.3f M lines/s, ratio %.0f",
              batches * more * 1000 / ours / 1e6, batches * 1000 / theirs / 1e6,
              ours > 0 ? (batches * more * 1000 / ours) / (batches * 1000 / theirs) : 0);
        double paint = 1e9;
        for (int i = 0; i < 20; ++i) {
            view.verticalScrollBar()->setValue(i * 150'000);
            paint = std::min(paint, best(1, [&] { view.viewport()->repaint(); }));
        }
        qInfo("paint of a page of %lld lines: %.2f ms", logs.lineCount(), paint * 1000);
    }
};

QTEST_MAIN(BenchLogs)
#include "tst_bench_logs.moc"
