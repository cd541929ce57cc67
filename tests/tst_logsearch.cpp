// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs
#include "k8s/watch/logstream.h"
#include "models/logs/joblogs.h"
#include "models/logs/logfile.h"
#include "models/logs/logsearch.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QStandardPaths>
#include <QTest>

using namespace models;

class TestLogSearch : public QObject
{
    Q_OBJECT

    static QList<qint64> hits(const SearchQuery &query, const QByteArray &lines, qsizetype prefix = 0)
    {
        QList<qint64> found;
        LineMatcher(query).scan(
            {lines.constData(), size_t(lines.size())},
            [prefix](std::string_view line) { return std::min(prefix, qsizetype(line.size())); },
            [&](qint64 line) { found += line; });
        return found;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void linesThatMatchAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expression");
        QTest::addColumn<bool>("caseSensitive");
        QTest::addColumn<QList<qint64>>("lines");
        QTest::newRow("literal") << "loss" << false << true << QList<qint64> {1, 3};
        QTest::newRow("any case") << "LOSS" << false << false << QList<qint64> {1, 2, 3};
        QTest::newRow("a dot is a dot") << "0.5" << false << false << QList<qint64> {1};
        QTest::newRow("expression") << "loss=[0-9.]+" << true << true << QList<qint64> {1, 3};
        QTest::newRow("begins with") << "^loss" << true << true << QList<qint64> {1};
        QTest::newRow("ends with") << "end$" << true << true << QList<qint64> {3};
        QTest::newRow("does not reach into the next line") << "0\\.5\\s+LOSS" << true << true << QList<qint64> {};
        QTest::newRow("umlaut, any case") << "ÄPFEL" << false << false << QList<qint64> {4};
        QTest::newRow("nothing") << "nowhere" << false << false << QList<qint64> {};
    }

    void linesThatMatchAreFound()
    {
        QFETCH(QString, text);
        QFETCH(bool, expression);
        QFETCH(bool, caseSensitive);
        QFETCH(QList<qint64>, lines);
        QCOMPARE(
            hits({text, expression, caseSensitive}, "first\nloss=0.5\nLOSS again\nthe loss=3 end\nviele äpfel\nlast"),
            lines);
    }

    void theTimeStampIsNotSearched()
    {
        QCOMPARE(hits({"2026", false, true}, "2026-01-01 one\n2026-01-01 in 2026\n", 11), QList<qint64>({1}));
        QCOMPARE(hits({"^one", true, true}, "2026-01-01 one\n2026-01-01 two\n", 11), QList<qint64>({0}));
    }

    void aWrongExpressionIsAHint()
    {
        const LineMatcher matcher({"loss=(", true, false});
        QVERIFY(!matcher.isValid());
        QVERIFY2(matcher.error().contains("character"), qPrintable(matcher.error()));
    }

    void aHarmfulExpressionGivesUp()
    {
        QCOMPARE(hits({"(a+)+$", true, true}, QByteArray(40, 'a') + "b\n"), QList<qint64>());
    }

    void placesInTheTextAreInItsOwnUnits()
    {
        const auto found = LineMatcher({"µ", false, false}).matches(u"𝛼 5 µs, 6 µs");
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0], (std::pair<qsizetype, qsizetype>(5, 1)));
        QCOMPARE(found[1], (std::pair<qsizetype, qsizetype>(11, 1)));
    }

    void hitsFollowTheStreamAndTheFilter()
    {
        QTemporaryDir folder;
        JobLogs logs(folder.path());
        auto a = logs.addSource({.rank = 0, .label = "a"}), b = logs.addSource({.rank = 1, .label = "b"});
        LogSearch search(logs);
        search.setQuery({"loss", false, false});
        a->append("2026-11-24T00:00:01Z loss 1\n2026-11-24T00:00:03Z nothing\n2026-11-24T00:00:05Z loss 5\n");
        b->append("2026-11-24T00:00:02Z loss 2\n2026-11-24T00:00:04Z nothing\n");
        QTRY_COMPARE(search.hitCount(), 3);
        QCOMPARE(logs.lineCount(), 5);
        QCOMPARE(search.next(-1), 0);
        QCOMPARE(search.next(0), 1);
        QCOMPARE(search.next(1), 4);
        QCOMPARE(search.next(4), 0); // around
        QCOMPARE(search.previous(4), 1);
        QCOMPARE(search.previous(0), 4); // around
        QVERIFY(search.isHit({0, 0}));
        QVERIFY(!search.isHit({0, 1}));
        QCOMPARE(search.marks(100).size(), 3);

        b->append("2026-11-24T00:00:06Z loss 6\n");
        QTRY_COMPARE(search.hitCount(), 4);

        logs.setVisibleSources({1});
        QTRY_COMPARE(search.hitCount(), 2);
        QTRY_COMPARE(logs.lineCount(), 3);
        QCOMPARE(search.next(0), 2);
        search.setQuery({"nothing", false, false});
        QTRY_COMPARE(search.hitCount(), 1);
        search.setQuery({});
        QVERIFY(!search.isActive());
        QCOMPARE(search.hitCount(), 0);
    }

    void aFileIsSearchedWhole()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("x.log"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 100'000; ++i)
            file.write("line " + QByteArray::number(i) + (i % 1000 == 7 ? " needle\n" : " hay\n"));
        file.close();
        LogFile log;
        log.open(file.fileName());
        QTRY_VERIFY(log.isIndexed());
        QCOMPARE(log.lineCount(), 100'000);
        LogSearch search(log);
        search.setQuery({"needle", false, false});
        QTRY_COMPARE(search.hitCount(), 100);
        QCOMPARE(search.next(7), 1007);
        QCOMPARE(log.line(1007).text, "line 1007 needle");
    }
};

QTEST_GUILESS_MAIN(TestLogSearch)
#include "tst_logsearch.moc"
