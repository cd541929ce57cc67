// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs
#include "models/logs/indexedlines.h"
#include "models/logs/lineindex.h"
#include "models/logs/timestamp.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

#include <cstring>

using namespace models;

/// Bytes that know how many of them were read.
class CountedStore : public ByteStore
{
public:
    explicit CountedStore(QByteArray text)
        : m_text(std::move(text))
    {
    }
    qint64 read(qint64 offset, qint64 length, char *to) const override
    {
        length = std::min(length, m_text.size() - offset);
        std::memcpy(to, m_text.constData() + offset, size_t(length));
        bytes += length;
        return length;
    }
    mutable qint64 bytes = 0;

private:
    const QByteArray m_text;
};

class TestLineIndex : public QObject
{
    Q_OBJECT
private slots:
    void everyBlockBeginsWhereItsLineBegins()
    {
        QRandomGenerator random(11);
        for (const int longest : {1, 3, 200, 9000}) {
            QByteArray text;
            QList<qint64> starts {0};
            for (int i = 0; i < 3000; ++i) {
                text += QByteArray(int(random.bounded(longest)), 'a') + '\n';
                starts += text.size();
            }
            text += "open";
            LineIndex index;
            for (qsizetype at = 0; at < text.size();) {
                const qsizetype part = std::min<qsizetype>(random.bounded(1, 7000), text.size() - at);
                index.append({text.constData() + at, size_t(part)});
                at += part;
            }
            QCOMPARE(index.lineCount(), 3000);
            QCOMPARE(index.openBytes(), 4);
            QCOMPARE(index.byteCount(), text.size());
            for (qint64 line = 0; line <= 3000; line += LineIndex::stride)
                QCOMPARE(index.blockOffset(line), starts[line]);
            QCOMPARE(index.blockEnd(0), starts[64]);
            QCOMPARE(index.blockEnd(2999), text.size());
        }
    }

    void anEighthOfAByteIsKeptPerLine()
    {
        LineIndex index;
        const QByteArray lines = QByteArray("a line of a log\n").repeated(64 * 1024);
        for (int i = 0; i < 16; ++i)
            index.append({lines.constData(), size_t(lines.size())});
        QVERIFY(double(index.memoryBytes()) / double(index.lineCount()) <= 0.25); // a vector may be half empty
    }

    void linesThatAreTooLongForAScreenAreNotReadThrough()
    {
        QByteArray text;
        QList<QByteArray> lines;
        for (int i = 0; i < 200; ++i) {
            lines.append(QByteArray::number(i) + QByteArray(i == 70 || i == 71 || i == 130 ? 5'000'000 : i, 'x'));
            text += lines.last() + '\n';
        }
        lines.append(QByteArray(3'000'000, 'y')); // has no end
        text += lines.last();
        CountedStore store(text);
        IndexedLines indexed(store);
        for (qsizetype at = 0; at < text.size(); at += 70'001)
            indexed.index({text.constData() + at, size_t(std::min<qsizetype>(70'001, text.size() - at))});
        indexed.setFinished(true);
        QCOMPARE(indexed.lineCount(), lines.size());
        using Range = std::pair<int, int>;
        for (const auto &[first, count] :
             {Range(0, 201), Range(60, 30), Range(70, 1), Range(71, 2), Range(72, 1), Range(129, 3), Range(199, 2)}) {
            qint64 next = first;
            store.bytes = 0;
            indexed.readLines(first, count, 100, [&](qint64 number, std::string_view kept, qint64 length) {
                QCOMPARE(number, next++);
                QCOMPARE(QByteArray(kept.data(), qsizetype(kept.size())),
                         lines[number].first(std::min<qsizetype>(100, lines[number].size())));
                QCOMPARE(length, lines[number].size());
            });
            QCOMPARE(next, first + count);
            QVERIFY2(store.bytes < 100'000, qPrintable(QString::number(store.bytes)));
        }
    }

    void bytesAreCountedExactly()
    {
        QRandomGenerator random(12);
        for (int size : {0, 1, 127, 128, 129, 2047, 2048, 2049, 100'000}) {
            QByteArray text(size, Qt::Uninitialized);
            for (char &c : text)
                c = char(random.bounded(3) ? 'x' : '\n');
            QCOMPARE(countBytes({text.constData(), size_t(size)}, '\n'), text.count('\n'));
        }
        const QByteArray all(10'000, '\n');
        QCOMPARE(countBytes({all.constData(), size_t(all.size())}, '\n'), 10'000);
    }

    void timeStampsAreReadAsTheKubeletWritesThem_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<int>("length");
        QTest::newRow("nine digits") << QByteArray("2026-11-24T02:22:30.123456789Z text")
                                     << qint64(1795486950'123456789) << 31;
        QTest::newRow("five digits") << QByteArray("2026-11-24T02:22:30.12345Z text") << qint64(1795486950'123450000)
                                     << 27;
        QTest::newRow("no fraction") << QByteArray("2026-11-24T02:22:30Z text") << qint64(1795486950'000000000) << 21;
        QTest::newRow("offset") << QByteArray("2026-11-24T04:22:30.5+02:00 text") << qint64(1795486950'500000000) << 28;
        QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z x") << qint64(1709164800'000000000) << 21;
        QTest::newRow("empty line") << QByteArray("2026-11-24T02:22:30.123456789Z") << qint64(1795486950'123456789)
                                    << 30;
        QTest::newRow("none") << QByteArray("Epoch 1/10 and more text than 21") << qint64(0) << 0;
        QTest::newRow("almost") << QByteArray("2026-11-24 02:22:30.123456789Z text") << qint64(0) << 0;
        QTest::newRow("short") << QByteArray("2026-11") << qint64(0) << 0;
    }

    void timeStampsAreReadAsTheKubeletWritesThem()
    {
        QFETCH(QByteArray, line);
        QFETCH(qint64, nanoseconds);
        QFETCH(int, length);
        const LineStamp stamp = parseStamp({line.constData(), size_t(line.size())});
        QCOMPARE(stamp.nanoseconds, nanoseconds);
        QCOMPARE(stamp.length, length);
        if (nanoseconds)
            QCOMPARE(stamp.nanoseconds / 1'000'000,
                     QDateTime::fromString(QString::fromLatin1(line.left(std::max(length - 1, 20)).trimmed()),
                                           Qt::ISODateWithMs)
                         .toMSecsSinceEpoch());
    }
};

QTEST_GUILESS_MAIN(TestLineIndex)
#include "tst_lineindex.moc"
