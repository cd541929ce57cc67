// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_core
// How long the window was deaf is told, however the event loop was kept busy.
#include "app/stallwatch.h"

#include <QDeadlineTimer>
#include <QTest>
#include <QTimer>

class TestStallWatch : public QObject
{
    Q_OBJECT

    /// One turn of the event loop that works for a while.
    static void workInTheLoop(int milliseconds, const std::function<void()> &inside = {})
    {
        QEventLoop loop;
        QTimer::singleShot(1, &loop, [&] {
            if (inside)
                inside();
            const QDeadlineTimer end(milliseconds);
            while (!end.hasExpired()) { }
        });
        QTimer::singleShot(milliseconds + 30, &loop, &QEventLoop::quit);
        loop.exec();
    }

private slots:
    void aLongEventIsTheLongestSpell()
    {
        app::StallWatch watch;
        workInTheLoop(60);
        // The timer may have been due up to one tick later.
        QVERIFY2(watch.longestMilliseconds() >= 45, qPrintable(QString::number(watch.longestMilliseconds())));
    }
    void waitingIsNoStall()
    {
        app::StallWatch watch;
        QEventLoop loop;
        QTimer::singleShot(200, &loop, &QEventLoop::quit);
        loop.exec();
        // The thread slept: it did next to nothing, whatever else the machine was busy with.
        QVERIFY2(watch.busiestMilliseconds() < 100, qPrintable(QString::number(watch.busiestMilliseconds())));
    }
    void aSkippedSpellDoesNotCount()
    {
        app::StallWatch watch;
        workInTheLoop(400, [&] { watch.skipThisSpell(); });
        QVERIFY2(watch.busiestMilliseconds() < 200, qPrintable(QString::number(watch.busiestMilliseconds())));
        workInTheLoop(400);
        QVERIFY2(watch.longestMilliseconds() >= 385, "only the one spell was skipped");
    }
};

QTEST_MAIN(TestStallWatch)
#include "tst_stallwatch.moc"
