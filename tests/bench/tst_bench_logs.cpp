// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_logs
// label: bench
// timeout: 900
#include "k8s/watch/logstream.h"
#include "models/logs/joblogs.h"
#include "models/logs/logfile.h"
#include "models/logs/logmerge.h"
#include "models/logs/logsearch.h"
#include "models/logs/sourcelog.h"
#include "models/logs/timestamp.h"
#include "tests/bench/gates.h"
#include "tests/bench/logtext.h"
#include "tests/bench/measure.h"
#include "views/logs/logview.h"

#include <QPlainTextEdit>
#include <QProcess>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace models;

/// A text that goes on and on without a disk: what a page costs does not depend on where its bytes come from.
class RepeatedText : public ByteStore
{
public:
    explicit RepeatedText(QByteArray text)
        : m_text(std::move(text))
    {
    }
    qint64 read(qint64 offset, qint64 length, char *to) const override
    {
        for (qint64 done = 0; done < length;) {
            const qint64 within = (offset + done) % m_text.size(),
                         part = std::min(length - done, m_text.size() - within);
            std::memcpy(to + done, m_text.constData() + within, size_t(part));
            done += part;
        }
        return length;
    }

private:
    const QByteArray m_text;
};

/// A document of one source of any length.
class LongDocument : public LogDocument
{
public:
    LongDocument(const QByteArray &text, qint64 lines)
        : m_store(text)
        , m_lines(std::make_shared<IndexedLines>(m_store))
    {
        while (m_lines->lineCount() < lines)
            m_lines->index({text.constData(), size_t(text.size())});
    }
    const QList<LogSource> &sources() const override { return m_sources; }
    qint64 lineCount() const override { return m_lines->lineCount(); }
    LogLine line(qint64 index) const override { return lines(index, 1).value(0); }
    QList<LogLine> lines(qint64 first, qint64 count) const override
    {
        QList<LogLine> found;
        m_lines->readLines(first, count, shownBytes, [&](qint64 number, std::string_view kept, qint64 length) {
            const LineStamp stamp = parseStamp(kept);
            const std::string_view text = kept.substr(size_t(stamp.length));
            found.append(
                {0, number, stamp.nanoseconds, QByteArray(text.data(), qsizetype(text.size())), length - stamp.length});
        });
        return found;
    }
    qint64 indexOf(const LogAnchor &anchor) const override { return anchor.number; }
    qint64 linesBefore(int, qint64 index) const override { return index; }
    qint64 indexOfTime(qint64) const override { return 0; }
    void setVisibleSources(const QList<int> &) override { }
    QList<int> visibleSources() const override { return {}; }
    std::shared_ptr<const LineSource> lineSource(int) const override { return m_lines; }
    qsizetype prefixLength(std::string_view line) const override { return parseStamp(line).length; }
    qint64 byteCount() const override { return m_lines->indexedBytes(); }
    bool isLive() const override { return false; }

private:
    RepeatedText m_store;
    std::shared_ptr<IndexedLines> m_lines;
    QList<LogSource> m_sources {{.id = 0, .label = "worker-0"}};
};

/// Logs against what is measured beside them in the same run.
class BenchLogs : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder {"/tmp/pilothouse-bench-XXXXXX"};
    QString m_file;

    static void openWhole(LogFile &log, const QString &file)
    {
        log.open(file);
        while (!log.isIndexed())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    double openAndIndex() const
    {
        return bench::seconds([this] {
            LogFile log;
            openWhole(log, m_file);
        });
    }
    static double runShell(const QString &command)
    {
        return bench::seconds([&] { QProcess::execute("sh", {"-c", command + " > /dev/null"}); });
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_file = m_folder.filePath("big.log");
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray part = bench::logText(700'000, 3, true);
        const qint64 wanted = qEnvironmentVariable("PILOTHOUSE_BENCH_MB", "1000").toLongLong() * 1'000'000;
        while (file.size() < wanted)
            file.write(part);
    }

    void indexAgainstWc()
    {
        const auto took
            = bench::byTurns(7, [this] { return openAndIndex(); }, [this] { return runShell("wc -l < " + m_file); });
        BENCH_GATE("index", took.ratio, bench::inSeconds(took.ours), bench::inSeconds(took.theirs));
    }

    void indexAgainstLnav()
    {
        QVERIFY2(!QStandardPaths::findExecutable("lnav").isEmpty(), "packaging/buildroot/packages brings it");
        const QString command = "HOME=" + m_folder.path() + " lnav -n -c ':filter-in no such line' " + m_file;
        const auto took = bench::byTurns(3, [this] { return openAndIndex(); }, [&] { return runShell(command); });
        BENCH_GATE("index-lnav", 1 / took.ratio, bench::inSeconds(took.ours), bench::inSeconds(took.theirs));
    }

    void searchAgainstRipgrep_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("expression");
        QTest::addColumn<bool>("sensitive");
        QTest::newRow("search-rare") << "shard-19963" << false << true;
        QTest::newRow("search-frequent") << "loss=" << false << true;
        QTest::newRow("search-literal") << "loss=[0-9.]+" << true << true;
        QTest::newRow("search-open") << "[a-z]+\\d{3,}[a-f]+[0-9]" << true << true;
        QTest::newRow("search-either") << "Traceback|OutOfMemory|WARNING:.*slow|NaN" << true << true;
        QTest::newRow("search-case") << "cuda out of memory" << false << false;
    }

    void searchAgainstRipgrep()
    {
        QFETCH(QString, query);
        QFETCH(bool, expression);
        QFETCH(bool, sensitive);
        if (QStandardPaths::findExecutable("rg").isEmpty())
            QSKIP("no rg here");
        LogFile log;
        openWhole(log, m_file);
        QStringList arguments {"-c", expression ? "-e" : "-Fe", query, m_file};
        if (!sensitive)
            arguments.prepend("-i");
        qint64 hits = 0;
        QByteArray count;
        const auto took = bench::byTurns(
            5,
            [&] {
                return bench::seconds([&] {
                    LogSearch search(log);
                    search.setQuery({query, expression, sensitive});
                    while (search.isRunning())
                        QThread::usleep(200);
                    hits = search.hitCount();
                });
            },
            [&] {
                return bench::seconds([&] {
                    QProcess rg;
                    rg.start("rg", arguments);
                    rg.waitForFinished(-1);
                    count = rg.readAllStandardOutput().trimmed();
                });
            });
        QCOMPARE(hits, count.toLongLong());
        BENCH_GATE(QTest::currentDataTag(), took.ratio, bench::inSeconds(took.ours), bench::inSeconds(took.theirs));
    }

    void appendAgainstQPlainTextEdit()
    {
        constexpr int batches = 100, more = 40; // times as much of ours, to have something to measure
        const QByteArray part = bench::logText(1000, 5, true);
        const QString batch = QString::fromUtf8(part).trimmed();
        const auto took = bench::byTurns(
            3,
            [&] {
                JobLogs logs;
                auto sink = logs.addSource({.label = "a"});
                views::LogView view(logs);
                view.resize(1600, 1000);
                view.show();
                return bench::seconds([&] {
                           for (int i = 0; i < batches * more; ++i) {
                               sink->append({part.constData(), size_t(part.size())});
                               if (i % 16 == 0)
                                   QCoreApplication::processEvents();
                           }
                           logs.drain();
                           QCoreApplication::processEvents();
                       })
                    / more;
            },
            [&] {
                QPlainTextEdit edit;
                edit.resize(1600, 1000);
                edit.show();
                return bench::seconds([&] {
                    for (int i = 0; i < batches; ++i) {
                        edit.appendPlainText(batch);
                        QCoreApplication::processEvents();
                    }
                });
            });
        const auto lines = [](double time) { return QString::number(batches * 1e-3 / time, 'f', 2) + " M lines/s"; };
        BENCH_GATE("append", 1 / took.ratio, lines(took.ours), lines(took.theirs));
    }

    void paintOfAPageOf100MillionLines()
    {
        LongDocument document(bench::logText(100'000, 4, true), 100'000'000);
        views::LogView view(document);
        view.resize(1600, 1000);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QList<double> times;
        for (int i = 0; i < 41; ++i) {
            view.verticalScrollBar()->setValue(i * 2'400'000 + 17);
            times += bench::ownSeconds([&] { view.viewport()->repaint(); });
        }
        BENCH_GATE("paint", bench::median(times) * 1e3, bench::inMilliseconds(bench::median(times)), "");
    }

    void memoryOfALineOf64Ranks()
    {
        constexpr int ranks = 64;
        JobLogs logs;
        LogMerge merge;
        MergeSources sources;
        std::vector<quint32> limits;
        qint64 lines = 0;
        qsizetype bytes = 0;
        for (int i = 0; i < ranks; ++i) {
            const QByteArray text = bench::logText(20'000, quint32(i), true);
            logs.addSource({.rank = i, .label = "r"})->append({text.constData(), size_t(text.size())});
            logs.drain();
        }
        for (int i = 0; i < ranks; ++i) {
            const auto log = std::dynamic_pointer_cast<const SourceLog>(logs.lineSource(i));
            QVERIFY(log);
            sources.push_back(log);
            limits.push_back(quint32(log->lineCount()));
            lines += log->lineCount();
            bytes += log->memoryBytes();
        }
        merge.update(sources, limits);
        QCOMPARE(merge.size(), lines);
        const double each = double(bytes + merge.memoryBytes()) / double(lines);
        BENCH_GATE("memory-line", each, QString::number(each, 'f', 2) + " B", "");
    }
};

QTEST_MAIN(BenchLogs)
#include "tst_bench_logs.moc"
