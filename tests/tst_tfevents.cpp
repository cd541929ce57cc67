// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics
#include "models/metrics/eventfolder.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/tfevents.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <cstring>

using namespace models;

class TestTfEvents : public QObject
{
    Q_OBJECT

    static constexpr auto data = SOURCE_DIR "/tests/data/tfevents";

    static QByteArray fixture(const QString &run)
    {
        QFile file(QString("%1/%2/events.out.tfevents.1795000000.host.1.0").arg(data, run));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static std::string_view view(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }

    static QStringList readAll(EventFileReader &reader, const QByteArray &bytes, qsizetype piece)
    {
        QStringList points;
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            reader.append(view(bytes.mid(at, piece)), [&points](const EventScalar &scalar) {
                points += QString("%1 %2 %3 %4")
                              .arg(QString::fromUtf8(scalar.tag.data(), qsizetype(scalar.tag.size())))
                              .arg(scalar.step)
                              .arg(scalar.seconds, 0, 'f', 6)
                              .arg(scalar.value, 0, 'g', 9);
            });
        }
        return points;
    }

    /// A record as TensorBoard frames it.
    static QByteArray record(const QByteArray &message)
    {
        const auto masked = [](const QByteArray &bytes) {
            const quint32 crc = crc32c(view(bytes));
            const quint32 value = ((crc >> 15) | (crc << 17)) + 0xA282EAD8U;
            return QByteArray(reinterpret_cast<const char *>(&value), 4);
        };
        const auto size = quint64(message.size());
        const QByteArray length(reinterpret_cast<const char *>(&size), 8);
        return length + masked(length) + message + masked(message);
    }

private slots:
    void theChecksumIsCastagnolis()
    {
        QCOMPARE(crc32c("123456789"), 0xE3069283U); // the check value of the catalogue of CRCs
        QCOMPARE(crc32c(std::string_view("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32)),
                 0x8A9136AAU); // RFC 3720, B.4
    }

    /// points.csv is what TensorBoard's own EventAccumulator reads from the same files.
    void everyPointIsWhatTensorBoardReads()
    {
        QFile file(QString(data) + "/points.csv");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QHash<QString, QStringList> expected;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine()).trimmed();
            expected[line.section(',', 0, 0)] += line.section(',', 1).replace(',', ' ');
        }
        QCOMPARE(expected.size(), 2);
        for (auto run = expected.begin(); run != expected.end(); ++run) {
            QVERIFY(run->size() > 20);
            run->sort();
            for (const qsizetype piece : {1, 7, 100'000}) { // whatever the pieces that a growing file is read in
                EventFileReader reader;
                QStringList points = readAll(reader, fixture(run.key()), piece);
                points.sort();
                QCOMPARE(points, *run);
                QCOMPARE(reader.problem(), QString());
                QCOMPARE(reader.pending(), 0);
            }
        }
    }

    void anUnfinishedRecordWaitsForItsRest()
    {
        const QByteArray whole = fixture("train");
        EventFileReader reader;
        const QStringList first = readAll(reader, whole.first(whole.size() - 3), 4096);
        QVERIFY(!reader.isDamaged());
        QVERIFY(reader.pending() > 0);
        const QStringList rest = readAll(reader, whole.last(3), 4096);
        QCOMPARE(rest.size(), 2); // loss and lr of the last step
        EventFileReader other;
        QCOMPARE(first + rest, readAll(other, whole, 4096));
    }

    void damageIsSaidAndWhatCameBeforeIsKept()
    {
        QByteArray bytes = fixture("train");
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 0x40);
        EventFileReader reader;
        const QStringList points = readAll(reader, bytes, 512);
        QVERIFY(points.size() > 50 && points.size() < 150);
        QVERIFY(reader.isDamaged());
        QVERIFY(readAll(reader, fixture("train"), 512).isEmpty());
    }

    void aHostileLengthIsRefusedAtOnce()
    {
        const quint64 huge = quint64(1) << 60;
        const QByteArray length(reinterpret_cast<const char *>(&huge), 8);
        const quint32 crc = crc32c(view(length));
        const quint32 masked = ((crc >> 15) | (crc << 17)) + 0xA282EAD8U;
        EventFileReader reader;
        readAll(reader, length + QByteArray(reinterpret_cast<const char *>(&masked), 4) + "xx", 100);
        QVERIFY(reader.problem().contains(QString::number(huge)));
        EventFileReader text;
        readAll(text, "step=1 loss=0.5\nstep=2 loss=0.4\n", 100);
        QVERIFY(text.isDamaged());
    }

    void strangeMessagesAreNoPoints()
    {
        const auto found = [](const QByteArray &message) {
            EventFileReader reader;
            return readAll(reader, record(message), 4096).size() * 10 + int(reader.isDamaged());
        };
        QCOMPARE(found(""), 0);
        QCOMPARE(found("\x1a\x0d"
                       "brain.Event:2"),
                 0); // the first record of every file
        QCOMPARE(found("\x2a\xff\xff\xff\xff\x0f"), 1); // a summary longer than its message
        QCOMPARE(found("\x2a\x02\x0a\x7f"), 1); // a value longer than its summary
        QCOMPARE(found(QByteArray("\x2a\x08\x0a\x06\x0a\x00\x15\x00\x00\x00", 10)), 1); // a float cut short
        QCOMPARE(found(QByteArray("\x2a\x09\x0a\x07\x0a\x00\x15\x00\x00\x80\x3f", 11)), 0); // no tag
        QCOMPARE(found(QByteArray("\x2a\x0a\x0a\x08\x0a\x01x\x15\x00\x00\x80\x3f", 12)), 10);
    }

    void aFolderBecomesCurvesOneForEachRun()
    {
        QVERIFY(EventFolder::holdsEvents(data));
        QVERIFY(!EventFolder::holdsEvents(SOURCE_DIR "/resources"));
        JobMetrics metrics;
        EventFolder folder(metrics);
        folder.open(data);
        QTRY_VERIFY(folder.isRead());
        QCOMPARE(folder.fileCount(), 2);
        QCOMPARE(folder.pointCount(), 226);
        QVERIFY2(folder.problem().isEmpty(), qPrintable(folder.problem().sentence));
        QTRY_COMPARE(metrics.primaryMetric(), "loss");
        const auto runs = metrics.series("loss");
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs[0]->label, "train");
        QCOMPARE(runs[1]->label, "validation");
        QCOMPARE(runs[0]->series.size(), 102);
        QCOMPARE(qsizetype(runs[0]->series.nonFinite().size()), 2);
        QVERIFY(runs[0]->sourceOf(3) < 0); // no log line to go to
        QCOMPARE(metrics.metric("train/lr").role, MetricRole::LearningRate);
        QCOMPARE(metrics.series("accuracy").first()->series.value(10), 0.97F);
    }

    void aFileThatGrowsIsFollowed()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath("events.out.tfevents.1.host.1.0");
        const QByteArray whole = fixture("validation");
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(whole.first(500)) == 500 && file.flush());
        JobMetrics metrics;
        EventFolder events(metrics);
        events.open(folder.path());
        QTRY_VERIFY(events.isRead());
        const qint64 before = events.pointCount();
        QVERIFY(before > 0 && before < 22);
        QVERIFY(file.write(whole.mid(500)) > 0 && file.flush());
        QTRY_COMPARE_WITH_TIMEOUT(events.pointCount(), 22, 3 * EventFolder::pollMilliseconds);
    }

    void whatCannotBeReadIsSaid()
    {
        const QTemporaryDir folder;
        JobMetrics metrics;
        EventFolder none(metrics);
        none.open(folder.path());
        QTRY_VERIFY(none.isRead());
        QVERIFY(none.problem().sentence.contains(folder.path()));
        QFile file(folder.filePath("not.tfevents.really"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("this is a text and not an event file") > 0);
        file.close();
        EventFolder text(metrics);
        text.open(folder.path());
        QTRY_VERIFY(text.isRead());
        QVERIFY(text.problem().sentence.contains("not.tfevents.really"));
    }
};

QTEST_GUILESS_MAIN(TestTfEvents)
#include "tst_tfevents.moc"
