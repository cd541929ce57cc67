// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs
#include "models/logs/joblogs.h"
#include "models/logs/spoolbudget.h"
#include "tests/support/logfeed.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <sys/mount.h>

using namespace models;
using logfeed::feed;

class TestSpoolBudget : public QObject
{
    Q_OBJECT

    static constexpr int chunk = 100'000;
    static QByteArray lines(char letter) { return QByteArray(99, letter).append('\n').repeated(chunk / 100); }
    static qint64 bytesUnder(const QString &folder)
    {
        qint64 bytes = 0;
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
            bytes += file.size();
        return bytes;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void theJobThatEndedFirstGoesFirst()
    {
        QTemporaryDir a, b, c;
        SpoolBudget budget(2 * chunk + 1000);
        JobLogs first(a.path()), second(b.path()), running(c.path());
        for (JobLogs *logs : {&first, &second, &running})
            logs->setBudget(&budget);
        auto one = first.addSource({.label = "1"}), two = second.addSource({.label = "2"}),
             three = running.addSource({.label = "3"});
        feed(*two, lines('2'));
        second.drain();
        feed(*one, lines('1'));
        first.drain();
        one->finished(nullptr);
        QTRY_VERIFY(!first.isLive());
        budget.enforce();
        two->finished(nullptr);
        QTRY_VERIFY(!second.isLive());
        budget.enforce();
        QVERIFY(!first.isDropped());

        QSignalSpy problem(&first, &LogDocument::problemChanged);
        feed(*three, lines('3'));
        running.drain();
        budget.enforce();
        first.drain();
        QVERIFY(first.isDropped());
        QVERIFY(!second.isDropped());
        QCOMPARE(problem.count(), 1);
        QVERIFY(first.problem().sentence.contains("removed"));
        QCOMPARE(first.lineCount(), 0);
        QCOMPARE(bytesUnder(a.path()), 0);
        QCOMPARE(second.lineCount(), chunk / 100);
        QCOMPARE(running.lineCount(), chunk / 100);
        QVERIFY(running.problem().isEmpty());
    }

    void runningJobsPauseAndGoOnWhenThereIsRoom()
    {
        QTemporaryDir folder;
        SpoolBudget budget(chunk);
        JobLogs logs(folder.path());
        logs.setBudget(&budget);
        auto sink = logs.addSource({.label = "a"});
        feed(*sink, lines('a'));
        feed(*sink, lines('b'));
        logs.drain();
        budget.enforce();
        feed(*sink, lines('c') + "this line is cut "); // is not kept
        logs.drain();
        QCOMPARE(logs.lineCount(), 2 * chunk / 100);
        QVERIFY2(logs.problem().sentence.contains("not kept"), qPrintable(logs.problem().sentence));
        QVERIFY(bytesUnder(folder.path()) <= 2 * chunk);
        budget.setLimit(10 * chunk);
        feed(*sink, "in two\n" + lines('d'));
        logs.drain();
        QCOMPARE(logs.lineCount(), 3 * chunk / 100);
        QCOMPARE(logs.line(2 * chunk / 100).text, QByteArray(99, 'd')); // its rest is no line
        QCOMPARE(logs.line(logs.lineCount() - 1).text.front(), 'd');
        QVERIFY2(logs.problem().sentence.contains("missing"), qPrintable(logs.problem().sentence)); // a gap is a gap
        logs.setBudget(nullptr);
    }

    void aFullDiskIsSaidAndWhatWasKeptStays()
    {
        QTemporaryDir folder;
        if (::mount("tmpfs", qPrintable(folder.path()), "tmpfs", 0, "size=256k") != 0) {
            // Without the right to mount, a folder that takes nothing any more stands for the full disk.
            qInfo("no tmpfs here: the device that is always full stands for it");
            QVERIFY(QFile::link("/dev/full", folder.filePath("0000.00000.log")));
            JobLogs logs(folder.path());
            auto sink = logs.addSource({.label = "a"});
            feed(*sink, lines('a'));
            logs.drain();
            QVERIFY(!logs.problem().isEmpty());
            return;
        }
        {
            JobLogs logs(folder.path());
            auto sink = logs.addSource({.label = "a"});
            feed(*sink, lines('a'));
            feed(*sink, lines('b'));
            logs.drain();
            QCOMPARE(logs.lineCount(), 2 * chunk / 100);
            for (int i = 0; i < 5; ++i) {
                feed(*sink, lines('x'));
                logs.drain();
            }
            QVERIFY2(logs.problem().sentence.contains("lost"), qPrintable(logs.problem().sentence));
            const qint64 kept = logs.lineCount();
            QVERIFY(kept > 2 * chunk / 100 && kept < 3 * chunk / 100);
            feed(*sink, lines('x'));
            logs.drain();
            QCOMPARE(logs.lineCount(), kept);
            QCOMPARE(logs.line(chunk / 100).text, QByteArray(99, 'b'));
            QCOMPARE(logs.line(kept - 1).text.size(), 99);
            QCOMPARE(::mount("tmpfs", qPrintable(folder.path()), "tmpfs", MS_REMOUNT, "size=10m"), 0);
            feed(*sink, lines('c'));
            logs.drain();
            // A line that the full disk cut off ends there: it does not run into what comes when there is room again.
            const qint64 again = logs.lineCount() - chunk / 100;
            QCOMPARE(again, kept + 1);
            QVERIFY(logs.line(kept).text.size() < 99);
            QCOMPARE(logs.line(kept).text.count('x'), logs.line(kept).text.size());
            QCOMPARE(logs.line(again).text, QByteArray(99, 'c'));
            QVERIFY2(logs.problem().sentence.contains("missing"), qPrintable(logs.problem().sentence));
        }
        ::umount2(qPrintable(folder.path()), MNT_DETACH);
    }

    void aSpoolThatIsDeletedUnderUsLosesNothing()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkdir("spool");
        JobLogs logs(folder.filePath("spool"));
        auto sink = logs.addSource({.label = "a"});
        QCryptographicHash sent(QCryptographicHash::Sha256), kept(QCryptographicHash::Sha256);
        const auto send = [&](char letter) {
            const QByteArray block = QByteArray(1023, letter).append('\n').repeated(1024);
            feed(*sink, block);
            sent.addData(block);
        };
        for (int i = 0; i < 20; ++i)
            send('a');
        logs.drain();
        QVERIFY(QDir(folder.filePath("spool")).removeRecursively());
        for (int i = 0; i < 20; ++i) // past the end of a segment: a new file is needed
            send('b');
        logs.drain();
        QCOMPARE(logs.lineCount(), 40 * 1024);
        logs.lineSource(0)->scan(0, [&](qint64, std::string_view bytes) {
            kept.addData(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
            return true;
        });
        QCOMPARE(kept.result(), sent.result());
        QVERIFY(logs.problem().isEmpty());
    }

    /// The window closes a job at once, however long the disk takes to forget gigabytes.
    void theFilesOfAClosedJobGoInTheBackground()
    {
        QThreadPool &pool = *QThreadPool::globalInstance();
        QSemaphore disk;
        const int threads = pool.maxThreadCount();
        for (int i = 0; i < threads; ++i)
            pool.start([&disk] { disk.acquire(); }); // as if it were busy with them
        const auto folders = [] { return QDir(SpoolFolder::root()).entryList(QDir::Dirs | QDir::NoDotAndDotDot); };
        const QStringList before = folders();
        auto logs = std::make_unique<JobLogs>();
        feed(*logs->addSource({.label = "a"}), lines('a'));
        logs->drain();
        QCOMPARE(logs->lineCount(), chunk / 100);
        QCOMPARE(folders().size(), before.size() + 1);
        logs.reset();
        QCOMPARE(folders().size(), before.size() + 1);
        disk.release(threads);
        QTRY_COMPARE(folders(), before);
    }

    void whatACrashLeftBehindIsRemovedAndWhatIsUsedIsNot()
    {
        const QString root = SpoolFolder::root();
        QDir().mkpath(root + "/crashed");
        QFile left(root + "/crashed/0000.00000.log");
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        QProcess dead; // a lock of a process that is no more
        dead.start("true");
        QVERIFY(dead.waitForStarted());
        const qint64 pid = dead.processId();
        QVERIFY(dead.waitForFinished());
        QFile lock(root + "/crashed/lock");
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QByteArray::number(pid) + "\ntst\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
        lock.close();
        auto used = std::make_unique<SpoolFolder>();
        QVERIFY(used->isValid());
        QTRY_VERIFY(!QFile::exists(root + "/crashed"));
        const SpoolFolder other;
        QVERIFY(QFile::exists(used->path()));
        const QString path = used->path();
        used.reset();
        QTRY_VERIFY(!QFile::exists(path)); // who looks for what a crash left may hold its lock for a moment
    }
};

QTEST_GUILESS_MAIN(TestSpoolBudget)
#include "tst_spoolbudget.moc"
