// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs
#include "models/logs/bookmarks.h"
#include "models/logs/joblogs.h"
#include "models/logs/lanelog.h"
#include "models/logs/linedetail.h"
#include "models/logs/logfile.h"
#include "models/logs/logfilter.h"
#include "models/logs/loglevel.h"
#include "models/logs/logsaver.h"
#include "models/logs/logtarget.h"
#include "tests/support/logfeed.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace models;
using logfeed::feed;
using logfeed::stamp;
using logfeed::texts;

class TestLogFilter : public QObject
{
    Q_OBJECT

    struct Job
    {
        QTemporaryDir folder;
        JobLogs logs {folder.path()};
        QList<std::shared_ptr<k8s::LogSink>> sinks;

        explicit Job(int ranks)
        {
            for (int rank = 0; rank < ranks; ++rank)
                sinks += logs.addSource({.rank = rank, .label = QString("worker-%1").arg(rank), .pod = "p"});
        }
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void withoutConditionsItIsTheDocument()
    {
        Job job(2);
        LogFilter filter(job.logs);
        QSignalSpy appended(&filter, &LogDocument::linesAppended);
        feed(*job.sinks[0], stamp(1) + "a\n" + stamp(3) + "c\n");
        feed(*job.sinks[1], stamp(2) + "b\n");
        job.logs.drain();
        QVERIFY(appended.count() > 0);
        QCOMPARE(texts(filter), QStringList({"worker-0: a", "worker-1: b", "worker-0: c"}));
        QCOMPARE(filter.indexOf({0, 1}), 2);
    }

    void onlyLinesOfTheLevelAreLeftAndStayInTheOrderOfTime()
    {
        Job job(2);
        LogSearch errors(job.logs);
        errors.setQuery({errorExpression(), true, true});
        LogFilter filter(job.logs);
        filter.setConditions({&errors});
        feed(*job.sinks[0], stamp(1) + "fine\n" + stamp(5) + "ERROR late\n");
        job.logs.drain();
        QTRY_COMPARE(texts(filter), QStringList("worker-0: ERROR late"));
        feed(*job.sinks[1], stamp(2) + "ERROR early\n" + stamp(3) + "fine\n"); // goes before what is shown
        job.logs.drain();
        QTRY_COMPARE(texts(filter), QStringList({"worker-1: ERROR early", "worker-0: ERROR late"}));
        QCOMPARE(filter.indexOf({0, 0}), -1);
        QCOMPARE(filter.indexOf({0, 1}), 1);
        QCOMPARE(filter.indexOfTime(job.logs.line(1).nanoseconds), 0);
        filter.setConditions({});
        QCOMPARE(filter.lineCount(), 4);
    }

    void aFilterOfRandomLinesEqualsBruteForce()
    {
        Job job(3);
        LogSearch three(job.logs), odd(job.logs);
        three.setQuery({"three", false, true});
        odd.setQuery({"odd", false, true});
        LogFilter filter(job.logs);
        filter.setConditions({&three, &odd});
        QRandomGenerator random(7);
        qint64 time[3] = {};
        for (int batch = 0; batch < 6; ++batch) {
            for (int i = 0; i < 3000; ++i) { // more than a block of the merge in all
                const int rank = int(random.bounded(3));
                time[rank] += random.bounded(40);
                const int number = int(random.bounded(1000));
                feed(*job.sinks[rank],
                     stamp(time[rank]) + QByteArray::number(number) + (number % 3 ? "" : " three")
                         + (number % 2 ? " odd" : "") + '\n');
            }
            job.logs.drain();
        }
        QStringList expected;
        for (const QString &text : texts(job.logs)) {
            if (text.contains("three") && text.contains("odd"))
                expected += text;
        }
        QVERIFY(expected.size() > 1000);
        QTRY_COMPARE_WITH_TIMEOUT(filter.lineCount(), expected.size(), 5000);
        QCOMPARE(texts(filter), expected);
        QVERIFY(filter.isComplete());

        LogSearch some(job.logs);
        some.setQuery({"99", false, true});
        QTRY_VERIFY(some.scannedLines(0) + some.scannedLines(1) + some.scannedLines(2) == job.logs.lineCount());
        const auto isHit = [&](qint64 index) { return filter.line(index).text.contains("99"); };
        qint64 hits = 0;
        for (qint64 i = 0; i < filter.lineCount(); ++i)
            hits += isHit(i);
        QVERIFY(hits > 3);
        QCOMPARE(filter.hitCount(some), hits);
        qint64 at = -1;
        for (qint64 i = 0; i < hits; ++i) {
            const qint64 next = filter.nextHit(some, at, true);
            QVERIFY(next > at && isHit(next));
            at = next;
        }
        QVERIFY(filter.nextHit(some, at, true) < at); // from the end to the beginning
        QVERIFY(!filter.marks(some, 100).isEmpty());
    }

    void marksLieWhereTheHitsAre()
    {
        Job job(2);
        QByteArray first, second;
        for (int i = 0; i < 20'000; ++i)
            first += stamp(i) + (i >= 15'000 ? "ERROR\n" : "fine\n"); // rank 0: its last quarter is bad
        for (int i = 0; i < 20'000; ++i)
            second += stamp(20'000 + i) + "fine\n"; // rank 1 runs after it
        feed(*job.sinks[0], first);
        feed(*job.sinks[1], second);
        job.logs.drain();
        LogSearch errors(job.logs);
        errors.setQuery({errorExpression(), true, true});
        QTRY_COMPARE(errors.hitCount(), 5000);
        LogFilter filter(job.logs);
        const QList<double> marks = filter.marks(errors, 1000); // of many, to within a piece of the merge
        QVERIFY(!marks.isEmpty());
        QVERIFY2(marks.first() > 0.36 && marks.first() < 0.39, qPrintable(QString::number(marks.first())));
        QVERIFY2(marks.last() > 0.48 && marks.last() < 0.52, qPrintable(QString::number(marks.last())));
    }

    void ofAShortLogOfManyRanksEveryHitIsMarkedAtItsLine()
    {
        constexpr int ranks = 40, lines = 300, most = 500;
        Job job(ranks);
        QRandomGenerator random(3);
        for (int rank = 0; rank < ranks; ++rank) {
            QByteArray text;
            for (int i = 0; i < lines; ++i)
                text += stamp(i * 7 + int(random.bounded(6))) + (random.bounded(60) == 0 ? "ERROR\n" : "fine\n");
            feed(*job.sinks[rank], text);
        }
        job.logs.drain();
        LogSearch errors(job.logs);
        errors.setQuery({errorExpression(), true, true});
        LogFilter filter(job.logs);
        QCOMPARE(filter.lineCount(), qint64(ranks) * lines);
        QSet<int> truth;
        for (qint64 i = 0; i < filter.lineCount(); ++i) {
            if (filter.line(i).text.contains("ERROR"))
                truth.insert(int(double(i) / double(filter.lineCount()) * most));
        }
        QVERIFY(truth.size() > 100);
        const auto marked = [&] {
            QSet<int> places;
            const QList<double> marks = filter.marks(errors, most);
            for (const double mark : marks)
                places.insert(qRound(mark * most));
            return places;
        };
        QTRY_COMPARE(marked(), truth);
    }

    void aLaneIsTheAttemptsOfOneRank()
    {
        QTemporaryDir folder;
        JobLogs logs(folder.path());
        auto again = logs.addSource({.rank = 0, .label = "worker-0 #2", .pod = "p", .container = "c", .attempt = 1});
        auto first = logs.addSource({.rank = 0, .label = "worker-0", .pod = "p", .container = "c"});
        auto init = logs.addSource(
            {.rank = 0, .label = "worker-0/init", .pod = "p", .container = "i", .init = true, .main = false});
        auto proxy
            = logs.addSource({.rank = 0, .label = "worker-0/proxy", .pod = "p", .container = "s", .main = false});
        auto other = logs.addSource({.rank = 1, .label = "worker-1", .pod = "q", .container = "c"});
        QCOMPARE(laneGroups(logs), (QList<QList<int>> {{2, 1, 0}, {3}, {4}}));
        LaneLog lane(logs, {2, 1, 0});
        QSignalSpy appended(&lane, &LogDocument::linesAppended);
        feed(*init, stamp(1) + "prepared\n");
        feed(*first, stamp(2) + "one\n");
        feed(*other, stamp(2) + "elsewhere\n");
        feed(*again, stamp(9) + "two\n");
        logs.drain();
        QVERIFY(appended.count() > 0);
        QCOMPARE(texts(lane), QStringList({"worker-0/init: prepared", "worker-0: one", "worker-0 #2: two"}));
        QCOMPARE(lane.indexOf({0, 0}), 2);
        QCOMPARE(lane.indexOf({4, 0}), -1);
        QCOMPARE(lane.indexOfTime(lane.line(2).nanoseconds - 1), 2);
    }

    void bookmarksAreWalkedInTheOrderOfTheDocument()
    {
        Job job(1);
        for (int i = 0; i < 10; ++i)
            feed(*job.sinks[0], stamp(i) + QByteArray::number(i) + '\n');
        job.logs.drain();
        Bookmarks bookmarks;
        QSignalSpy changed(&bookmarks, &Bookmarks::changed);
        bookmarks.toggle({0, 7});
        bookmarks.toggle({0, 2});
        QCOMPARE(bookmarks.places(job.logs), QList<qint64>({2, 7}));
        QCOMPARE(bookmarks.next(job.logs, 2, true), 7);
        QCOMPARE(bookmarks.next(job.logs, 7, true), 2);
        QCOMPARE(bookmarks.next(job.logs, 2, false), 7);
        bookmarks.toggle({0, 7});
        QVERIFY(!bookmarks.contains({0, 7}));
        QCOMPARE(changed.count(), 3);
    }

    void goToUnderstandsWhatPeopleWrite()
    {
        Job job(1);
        for (int i = 0; i < 120; ++i)
            feed(*job.sinks[0], stamp(i * 1000) + QByteArray::number(i) + '\n'); // from 02:22:30 UTC
        job.logs.drain();
        const auto find = [&](const QString &text) {
            return findTarget(job.logs, text, 5, QTimeZone(QTimeZone::UTC)).value_or(-1);
        };
        QCOMPARE(find("1"), 0);
        QCOMPARE(find("120"), 119);
        QCOMPARE(find("line 120"), 119); // as the field's own hint says it
        QCOMPARE(find("Zeile 7"), 6);
        QCOMPARE(find("02:23:00"), 30);
        QCOMPARE(find("2:23"), 30);
        QCOMPARE(find("02:23:00.5"), 31);
        QCOMPARE(find("2026-11-24T02:23:10Z"), 40);
        QCOMPARE(find("2026-11-24 02:23:10"), 40);
        QCOMPARE(find("+90s"), 90);
        QCOMPARE(find("+1m5s"), 65);
        QCOMPARE(find("+00:01:05"), 65);
        QCOMPARE(find("+7"), 7);
        QCOMPARE(find("end"), 119);
        QCOMPARE(find("23:00"), 119); // after the end: the end
        for (const auto *bad : {"", "0", "121", "noon", "line", "line 121", "line x", "+x", "25:00"})
            QVERIFY2(!findTarget(job.logs, bad, 0, QTimeZone(QTimeZone::UTC)).has_value(), bad);
        QVERIFY(findTarget(job.logs, "121", 0, QTimeZone(QTimeZone::UTC)).error().contains("120"));
    }

    void jsonIsSetOutAndStaysAsItWasWritten()
    {
        const LineDetail detail = lineDetail("[rank0] INFO {\"loss\": 0.10, \"tags\":[\"a\",\"b\\\"}\"],\"empty\":{},"
                                             "\"big\":12345678901234567890}");
        QVERIFY(detail.isJson);
        QCOMPARE(detail.text,
                 "[rank0] INFO\n{\n  \"loss\": 0.10,\n  \"tags\": [\n    \"a\",\n    \"b\\\"}\"\n  ],\n  \"empty\": "
                 "{},\n  \"big\": 12345678901234567890\n}");
        QVERIFY(!lineDetail("no [json] {here").isJson);
        QCOMPARE(lineDetail("no [json] {here").text, "no [json] {here");
        QVERIFY(!lineDetail("{\"esc\":\"\\u001b[31m\"} ").text.contains(QChar(0x1b)));
        QVERIFY(!lineDetail(QByteArray("{\"a\":\"x\x1b]0;title\x07\"}")).text.contains(QChar(0x1b)));
        const LineDetail longer = lineDetail(QByteArray(1024 * 1024, 'x'));
        QVERIFY(longer.hiddenBytes > 0);
        QCOMPARE(longer.text.size() + longer.hiddenBytes, 1024 * 1024);
        QVERIFY(!lineDetail(QByteArray(100'000, '[')).isJson); // deep and unclosed
    }

    void aLineThatIsCutOnTheScreenIsWholeInCopyAndFile()
    {
        Job job(1);
        const QByteArray longLine = QByteArray(3 * 1024 * 1024, 'y') + "end";
        feed(*job.sinks[0], stamp(1) + "short\n" + stamp(2) + longLine + '\n' + stamp(3) + "after\n");
        job.logs.drain();
        const LogLine line = job.logs.line(1);
        QCOMPARE(line.text.size(), LogDocument::shownBytes + 64 - stamp(2).size());
        QCOMPARE(line.bytes, longLine.size());
        QCOMPARE(job.logs.wholeText(line), longLine);
        LogSaver saver(job.logs);
        QSignalSpy finished(&saver, &LogSaver::finished);
        const QString name = job.folder.filePath("saved.txt");
        saver.save(name, false);
        QTRY_COMPARE(finished.count(), 1);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "short\n" + longLine + "\nafter\n");
    }
};

QTEST_GUILESS_MAIN(TestLogFilter)
#include "tst_logfilter.moc"
