// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics
#include "models/logs/timestamp.h"
#include "models/metrics/linescanner.h"
#include "models/metrics/lognumber.h"

#include <QRandomGenerator>
#include <QTest>

using namespace models;

/// The quick ways through a line take the same decisions as the slow ones.
class TestLogNumber : public QObject
{
    Q_OBJECT

    QRandomGenerator m_random {20261127};

    QByteArray text(int size, QByteArrayView alphabet)
    {
        QByteArray out(size, Qt::Uninitialized);
        for (char &c : out)
            c = alphabet[qsizetype(m_random.bounded(quint32(alphabet.size())))];
        return out;
    }

private slots:
    void aNumberReadQuicklyIsTheNumber()
    {
        int quick = 0;
        NumberLengths lengths; // of the number before: right or wrong, it changes nothing
        for (int round = 0; round < 400'000; ++round) {
            const QByteArray line = text(int(m_random.bounded(14)), round % 2 ? "0123456789.-" : "059.,-+eE x/\x81\xff")
                + (m_random.bounded(2) ? " step=1234567 loss=1" : "");
            const char *const begin = line.constData(), *const end = begin + line.size();
            double value = -1, slowly = -2;
            bool integer = false;
            const char *const stop = quickNumber(begin, end, value, integer, lengths);
            if (!stop)
                continue;
            ++quick;
            const char *const expected = parseLogNumber(begin, end, slowly);
            QVERIFY2(stop == expected, line);
            QVERIFY2(value == slowly && std::signbit(value) == std::signbit(slowly), line);
            QCOMPARE(integer, !QByteArrayView(begin, stop).contains('.'));
        }
        QVERIFY(quick > 50'000);
    }

    void stampsReadInARowAreReadAsEachAlone()
    {
        StampReader reader;
        int known = 0;
        for (int round = 0; round < 50'000; ++round) {
            QByteArray line = "2026-11-24T02:22:3" + QByteArray::number(m_random.bounded(3U)) + "."
                + QByteArray::number(100'000'000 + m_random.bounded(899'999'999U)) + "Z text of the line";
            if (m_random.bounded(4) == 0) // damaged, shortened, with an offset
                line = line.left(int(m_random.bounded(40))).replace(int(m_random.bounded(31)), 1, text(1, "0:TZ-+. x"));
            const std::string_view view(line.constData(), size_t(line.size()));
            const LineStamp quick = reader.read(view), slow = parseStamp(view);
            QVERIFY2(quick.nanoseconds == slow.nanoseconds && quick.length == slow.length, line);
            known += slow.length > 0;
        }
        QVERIFY(known > 30'000);
        // Before 1970 a second begins below its fraction.
        for (const std::string_view old : {"1969-12-31T23:59:58.250000000Z x", "1969-12-31T23:59:58.750000000Z x"})
            QCOMPARE(reader.read(old).nanoseconds, parseStamp(old).nanoseconds);
    }

    void theSameLinesMayHaveValues()
    {
        int some = 0;
        for (int round = 0; round < 60'000; ++round) {
            const QByteArray line
                = text(int(m_random.bounded(120)), round % 2 ? "abcdefghij :=/" : "abcdefghijklmnopqrs=5|:/ ");
            const std::string_view view(line.constData(), size_t(line.size()));
            QCOMPARE(mayHaveValues(view, Registers::Best), mayHaveValues(view, Registers::Plain));
            some += mayHaveValues(view);
        }
        QVERIFY(some > 1000 && some < 59'000);
    }

    void aKnownShapeIsReadAmongOthers()
    {
        // Three shapes by turns, prefixes, escape sequences and redrawn bars between them: nothing is lost.
        const auto names = std::make_shared<MetricNames>();
        LineScanner scanner(MetricRules::builtIn(), names);
        int values = 0;
        const auto scan = [&](const QByteArray &line) {
            scanner.scan({line.constData(), size_t(line.size())}, [&](std::span<const FoundValue> found) {
                for (const FoundValue &value : found) {
                    QCOMPARE(QByteArray::fromStdString(names->name(value.metric)), QByteArray("loss"));
                    QCOMPARE(value.value, *scanner.place().step / 4);
                    ++values;
                }
            });
        };
        for (int step = 1; step <= 300; ++step) {
            const QByteArray number = QByteArray::number(step), loss = QByteArray::number(step / 4.0);
            scan(step % 3 == 0       ? "[rank3]: step=" + number + " loss=" + loss
                     : step % 3 == 1 ? "\x1b[32mstep " + number + ": loss " + "= " + loss + "\x1b[0m"
                                     : "step=0 loss=0\rstep=" + number + " loss=" + loss + " and some more text");
            QCOMPARE(scanner.localRank(), step % 3 == 0 ? 3 : -1);
        }
        QCOMPARE(values, 400);
    }
};

QTEST_GUILESS_MAIN(TestLogNumber)
#include "tst_lognumber.moc"
