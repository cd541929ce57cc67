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
        QVERIFY2(watch.longestMicroseconds() >= 60'000, qPrintable(QString::number(watch.longestMicroseconds())));
        QVERIFY(watch.busiestMicroseconds() <= watch.longestMicroseconds());
    }
    void waitingIsNoStall()
    {
        app::StallWatch watch;
        QEventLoop loop;
        QTimer::singleShot(200, &loop, &QEventLoop::quit);
        loop.exec();
        // The thread slept: it did next to nothing, whatever else the machine was busy with.
        QVERIFY2(watch.busiestMicroseconds() < 100'000, qPrintable(QString::number(watch.busiestMicroseconds())));
    }
    void aSkippedSpellDoesNotCount()
    {
        app::StallWatch watch;
        workInTheLoop(60, [&] { watch.skipThisSpell(); });
        QVERIFY(watch.busiestMicroseconds() < 60'000);
        workInTheLoop(70);
        QVERIFY2(watch.longestMicroseconds() >= 70'000, "only the one spell was skipped");
    }
};

QTEST_MAIN(TestStallWatch)
#include "tst_stallwatch.moc"
