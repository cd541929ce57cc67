// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs
#include "models/logs/logspool.h"
#include "models/logs/sourcelog.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QDateTime>
#include <QTimeZone>
#include <QTest>

using namespace models;

class TestLogSpool : public QObject
{
    Q_OBJECT

    static QByteArray noise(qsizetype size, quint32 seed)
    {
        QRandomGenerator random(seed);
        QByteArray bytes(size, Qt::Uninitialized);
        for (char &c : bytes)
            c = char(random.bounded(4) ? 'a' + random.bounded(26) : random.bounded(256));
        return bytes;
    }
    static QByteArray hash(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    }

private slots:
    void bytesComeBackAsTheyWere()
    {
        const QTemporaryDir folder;
        LogSpool spool(folder.filePath("a"));
        const QByteArray truth = noise(40 * 1024 * 1024 + 77, 1);
        QRandomGenerator random(2);
        for (qsizetype at = 0; at < truth.size();) {
            const qsizetype part = std::min<qsizetype>(random.bounded(1, 900'000), truth.size() - at);
            QVERIFY(spool.append({truth.constData() + at, size_t(part)}).has_value());
            at += part;
        }
        QCOMPARE(spool.size(), truth.size());
        QCOMPARE(hash(spool.read(0, truth.size())), hash(truth));

        // and still after the full segments were compressed, which took space away
        while (spool.compressSome())
            ;
        QVERIFY(spool.diskBytes() < truth.size());
        QCOMPARE(hash(spool.read(0, truth.size())), hash(truth));
        for (int i = 0; i < 300; ++i) {
            const qint64 at = random.bounded(quint32(truth.size())), length = random.bounded(700'000);
            QCOMPARE(spool.read(at, length), truth.mid(at, length));
        }
        QVERIFY(!QFile::exists(folder.filePath("a.00000.log")));
        QVERIFY(QFile::exists(folder.filePath("a.zst")));
        spool.removeFiles();
        QVERIFY(!QFile::exists(folder.filePath("a.zst")));
    }

    void readingGoesOnWhileSegmentsAreCompressed()
    {
        const QTemporaryDir folder;
        LogSpool spool(folder.filePath("a"));
        const QByteArray truth = noise(36 * 1024 * 1024, 3);
        QVERIFY(spool.append({truth.constData(), size_t(truth.size())}).has_value());
        std::atomic<bool> stop = false, wrong = false;
        std::thread reader([&] {
            QRandomGenerator random(4);
            while (!stop) {
                const qint64 at = random.bounded(quint32(truth.size() - 100'000));
                if (spool.read(at, 100'000) != QByteArrayView(truth).sliced(at, 100'000))
                    wrong = true;
            }
        });
        while (spool.compressSome())
            ;
        stop = true;
        reader.join();
        QVERIFY(!wrong);
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        LogSpool spool("/proc/nonexistent/folder/a");
        const auto result = spool.append("text");
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, k8s::Error::Kind::Io);
        QCOMPARE(spool.size(), 0);
    }

    void aFullDiskLosesNothingThatWasTaken()
    {
        if (!QFile::exists("/dev/full"))
            QSKIP("no /dev/full here");
        const QTemporaryDir folder;
        QVERIFY(QFile::link("/dev/full", folder.filePath("a.00000.log")));
        LogSpool spool(folder.filePath("a"));
        QVERIFY(!spool.append("text\n").has_value()); // refuses the link or the write: no crash, nothing counted
        QCOMPARE(spool.size(), 0);
    }

    void linesAreFoundByNumber()
    {
        const QTemporaryDir folder;
        SourceLog log(0, folder.filePath("a"));
        QByteArrayList truth;
        QByteArray bytes;
        for (int i = 0; i < 5000; ++i) {
            truth += QByteArray::number(i) + ' ' + QByteArray(i % 200, 'x');
            bytes += truth.last() + '\n';
        }
        QRandomGenerator random(5);
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype part = std::min<qsizetype>(random.bounded(1, 5000), bytes.size() - at);
            QVERIFY(log.append({bytes.constData() + at, size_t(part)}, nullptr).has_value());
            at += part;
        }
        QCOMPARE(log.lineCount(), 5000);
        for (const auto &[first, count] :
             QList<std::pair<int, int>> {{0, 5000}, {63, 2}, {64, 64}, {4999, 5}, {1234, 300}}) {
            int line = first;
            log.readLines(first, count, 100'000, [&](qint64 number, std::string_view kept, qint64 length) {
                QCOMPARE(number, line);
                QCOMPARE(QByteArray(kept.data(), qsizetype(kept.size())), truth[line]);
                QCOMPARE(length, truth[line].size());
                ++line;
            });
            QCOMPARE(line, std::min(first + count, 5000));
        }
        QByteArray scanned;
        log.scan(1000, [&](qint64, std::string_view lines) {
            scanned.append(lines.data(), qsizetype(lines.size()));
            return true;
        });
        QCOMPARE(scanned, truth.mid(1000).join('\n') + '\n');
    }

    void aVeryLongLineIsCutForReadingOnly()
    {
        const QTemporaryDir folder;
        SourceLog log(0, folder.filePath("a"));
        const QByteArray longLine(3'000'000, 'y');
        QVERIFY(log.append("short\n", nullptr).has_value());
        QVERIFY(log.append({longLine.constData(), size_t(longLine.size())}, nullptr).has_value());
        QCOMPARE(log.lineCount(), 1);
        QVERIFY(log.append("\nafter\n", nullptr).has_value());
        QCOMPARE(log.lineCount(), 3);
        QList<qint64> lengths;
        log.readLines(0, 3, 1000, [&](qint64, std::string_view kept, qint64 length) {
            QVERIFY(kept.size() <= 1000);
            lengths += length;
        });
        QCOMPARE(lengths, QList<qint64>({5, 3'000'000, 5}));
    }

    /// A full disk cuts a line off, the log ends, and goes on when there is room: each line that was told is one.
    void aCutLineEndsWhereverTheLogGoesOn()
    {
        struct Told : LineTap
        {
            void sourceAdded(const LogSource &) override { }
            void line(int, qint64 number, qint64, std::string_view text) override
            {
                QCOMPARE(number, lines.size());
                lines += QByteArray(text.data(), qsizetype(text.size()));
            }
            void flush() override { }
            QByteArrayList lines;
        };
        const QTemporaryDir folder;
        for (const bool ends : {false, true}) {
            SourceLog log(0, folder.filePath(ends ? "a" : "b"));
            Told told;
            QVERIFY(log.append("one\ncut o", &told).has_value());
            log.skip("ff\nlost\nlost, t");
            if (ends)
                log.finish(&told);
            QVERIFY(log.append("oo\nnew\n", &told).has_value());
            QVERIFY(log.append("newer\n", &told).has_value());
            QCOMPARE(told.lines, QByteArrayList({"one", "cut o", "new", "newer"}));
            QByteArrayList kept;
            log.readLines(0, 10, 100, [&kept](qint64, std::string_view text, qint64) {
                kept += QByteArray(text.data(), qsizetype(text.size()));
            });
            QCOMPARE(kept, told.lines);
        }
    }

    void timesAreTheSameFromMemoryAndFromTheDisk()
    {
        const QTemporaryDir folder;
        SourceLog log(0, folder.filePath("a"));
        QRandomGenerator random(31);
        std::vector<qint64> truth;
        const auto append = [&](int lines) {
            QByteArray text;
            for (int i = 0; i < lines; ++i) {
                const auto number = qint64(truth.size());
                truth.push_back(1'795'486'950'000'000'000 + number * 1'000'000);
                text += QDateTime::fromMSecsSinceEpoch(truth.back() / 1'000'000, QTimeZone::UTC)
                            .toString("yyyy-MM-ddTHH:mm:ss.zzz")
                            .toLatin1()
                    + "000000Z line " + QByteArray::number(number) + "\n";
            }
            QVERIFY(log.append({text.constData(), size_t(text.size())}, nullptr).has_value());
        };
        const auto check = [&] {
            for (qint64 block = 0; block * LineIndex::stride < qint64(truth.size()); ++block) {
                std::array<qint64, LineIndex::stride> times {};
                const int count = log.readTimes(block, times);
                QCOMPARE(count, std::min<qint64>(LineIndex::stride, qint64(truth.size()) - block * LineIndex::stride));
                for (int i = 0; i < count; ++i)
                    QCOMPARE(times[size_t(i)], truth[size_t(block * LineIndex::stride + i)]);
            }
        };
        for (int round = 0; round < 12; ++round) {
            append(1 + int(random.bounded(round % 5 == 0 ? 20'000U : 300U)));
            if (round % 3 == 0)
                log.forgetRecentTimes(); // mostly in the middle of a block
            check();
        }
    }

    void aLastLineWithoutEndCountsOnceFinished()
    {
        const QTemporaryDir folder;
        SourceLog log(0, folder.filePath("a"));
        QVERIFY(log.append("one\ntwo", nullptr).has_value());
        QCOMPARE(log.lineCount(), 1);
        log.finish(nullptr);
        QCOMPARE(log.lineCount(), 2);
        QByteArray last;
        log.readLines(1, 1, 100, [&](qint64, std::string_view kept, qint64) {
            last = QByteArray(kept.data(), qsizetype(kept.size()));
        });
        QCOMPARE(last, "two");
    }
};

QTEST_GUILESS_MAIN(TestLogSpool)
#include "tst_logspool.moc"
