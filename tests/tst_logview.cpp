// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_logs
#include "models/logs/joblogs.h"
#include "models/logs/logsearch.h"
#include "support/logfeed.h"
#include "support/screens.h"
#include "views/logs/logfilepage.h"
#include "views/logs/logstab.h"
#include "views/logs/logview.h"
#include "views/logs/rankchips.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QStandardPaths>
#include <QTest>

using namespace models;
using logfeed::feed;
using logfeed::stamp;
using namespace views;

class TestLogView : public QObject
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
                sinks += logs.addSource({.rank = rank,
                                         .label = rank == 0 ? QString("master-0") : QString("worker-%1").arg(rank - 1),
                                         .pod = QString("pod-%1").arg(rank)});
        }
        void lines(int from, int count)
        {
            for (int i = from; i < from + count; ++i)
                feed(*sinks[i % sinks.size()],
                     stamp(i * 40) + "epoch=1 step=" + QByteArray::number(i)
                         + " loss=" + QByteArray::number(2.3 / (i + 1)) + "\n");
            logs.drain();
        }
    };

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setStyle(new Style);
        QApplication::setPalette(paletteFor(false));
    }

    void theNewestLinesAreFollowedUntilSomeoneReads()
    {
        Job job(2);
        LogView view(job.logs);
        view.resize(800, 400);
        view.show();
        job.lines(0, 500);
        QVERIFY(view.isFollowing());
        QVERIFY(view.firstVisibleLine() > 400);
        QSignalSpy following(&view, &LogView::followingChanged);

        view.verticalScrollBar()->setValue(100); // reading
        QVERIFY(!view.isFollowing());
        QCOMPARE(following.count(), 1);
        QCOMPARE(view.firstVisibleLine(), 100);
        job.lines(500, 500);
        QCOMPARE(view.firstVisibleLine(), 100);

        feed(*job.sinks[0], stamp(1) + "a late line\n"); // goes before what is read
        job.logs.drain();
        QVERIFY(view.firstVisibleLine() >= 100);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.isFollowing());
        QVERIFY(view.firstVisibleLine() > 900);
    }

    void lateLinesDoNotMoveWhatIsRead()
    {
        Job job(2);
        for (int i = 0; i < 300; ++i)
            feed(*job.sinks[0], stamp(1000 + i) + "line " + QByteArray::number(i) + '\n');
        job.logs.drain();
        LogView view(job.logs);
        view.resize(800, 300);
        view.show();
        view.verticalScrollBar()->setValue(50);
        const QByteArray before = job.logs.line(view.firstVisibleLine()).text;
        for (int i = 0; i < 40; ++i)
            feed(*job.sinks[1], stamp(i) + "earlier\n");
        job.logs.drain();
        QCOMPARE(job.logs.line(view.firstVisibleLine()).text, before);
    }

    void aSelectionIsCopiedWithAndWithoutPrefix()
    {
        Job job(2);
        job.lines(0, 10);
        LogView view(job.logs);
        view.resize(800, 400);
        view.show();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        const QStringList plain = view.selectedText(false).split('\n');
        QCOMPARE(plain.size(), 10);
        QCOMPARE(plain[0], "epoch=1 step=0 loss=2.3");
        QCOMPARE(view.selectedText(true).split('\n')[1], "2026-11-24T02:22:30.040Z worker-0 epoch=1 step=1 loss=1.15");
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().split('\n').size(), 10);
    }

    void draggingSelectsCharacters()
    {
        Job job(1);
        job.lines(0, 10);
        LogView view(job.logs);
        view.resize(800, 400);
        view.show();
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, QPoint(20, 5));
        QCOMPARE(view.selectedText(false), "epoch");
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, QPoint(0, 5));
        QMouseEvent move(QEvent::MouseMove, QPointF(2000, 30), view.viewport()->mapToGlobal(QPointF(2000, 30)),
                         Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view.viewport(), &move);
        QVERIFY2(view.selectedText(false).startsWith("epoch=1 step=0 loss=2.3\n"),
                 qPrintable(view.selectedText(false)));
    }

    void allFacesOfALineArePainted()
    {
        Job job(3);
        job.lines(0, 6);
        feed(*job.sinks[0],
             stamp(300)
                 + "\x1b[1;32mINFO\x1b[0m \x1b[36mtrainer\x1b[0m: epoch \x1b[1m3\x1b[0m done, \x1b[38;5;208mlr\x1b[0m "
                   "decayed\n");
        feed(*job.sinks[1], stamp(310) + "/workspace/train.py:93: UserWarning: the learning rate is high\n");
        feed(*job.sinks[1],
             stamp(320) + " 10%|#   | 10/100\r 50%|##  | 50/100\r100%|####| 100/100 [00:10<00:00, 9.9it/s]\n");
        feed(*job.sinks[2],
             stamp(330) + "Traceback (most recent call last):\n" + stamp(331)
                 + "  File \"/workspace/train.py\", line 93, in main\n" + stamp(332)
                 + "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB\n");
        feed(*job.sinks[0],
             stamp(340) + "hidden: pass\xe2\x80\x8bword \xe2\x80\xaegnp.exe \x07 bytes \xff\xfe, 日本語 and Ünïcode\n");
        feed(*job.sinks[0], stamp(350) + "long " + QByteArray(300, '=') + " end\n");
        job.logs.drain();
        LogsTab tab(job.logs);
        tab.resize(1180, 520);
        tab.show();
        tab.view().setTimeStamps(TimeStamps::Utc);
        tab.findChild<QLineEdit *>()->setText("loss=0");
        QTest::qWait(250);
        screens::save(tab, "logs-tab");
        tab.view().setWrapping(true);
        screens::save(tab, "logs-tab-wrapped");
    }

    void aRankIsShownAlone()
    {
        Job job(3);
        job.lines(0, 30);
        LogsTab tab(job.logs);
        tab.resize(900, 400);
        tab.show();
        tab.showPod("pod-1");
        QTRY_COMPARE(job.logs.lineCount(), 10);
        QCOMPARE(tab.findChild<RankChips *>()->chosen(), QList<int>({1}));
        tab.showLine(0, 5); // hidden: shows all again
        QTRY_COMPARE(job.logs.lineCount(), 30);
        QTRY_COMPARE(tab.view().currentLine(), 15);
        QTRY_VERIFY(!tab.view().isFollowing()); // the count is known before the view is told
    }

    void anEmptyLogSaysSo()
    {
        Job job(1);
        LogsTab tab(job.logs);
        tab.resize(900, 300);
        tab.show();
        screens::save(tab, "logs-empty");
    }

    void aFileBecomesAPage()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("train.log"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 3000; ++i)
            file.write("INFO step: " + QByteArray::number(i) + "  loss: " + QByteArray::number(3.0 / (1 + i * 0.01))
                       + "\n");
        file.close();
        LogFilePage page;
        page.resize(1180, 640);
        page.show();
        page.open(file.fileName());
        QTRY_COMPARE(page.findChild<QTabWidget *>()->count(), 2);
        screens::save(page, "logfile-lines");
        page.findChild<QTabWidget *>()->setCurrentIndex(1);
        screens::save(page, "logfile-curves");
        page.open(folder.filePath("missing.log"));
        screens::save(page, "logfile-missing");
        page.open(file.fileName()); // and again something that is there
        QTRY_COMPARE(page.findChild<QTabWidget *>()->count(), 2);
    }
};

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
