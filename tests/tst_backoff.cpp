// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch
#include "k8s/watch/backoff.h"
#include "k8s/watch/resourceversion.h"

#include <QTest>

using namespace k8s;

class TestBackoff : public QObject
{
    Q_OBJECT

private slots:
    void doublesFrom800MillisecondsTo30Seconds()
    {
        Backoff backoff;
        QList<qint64> waits;
        for (int i = 0; i < 8; ++i)
            waits += backoff.next(1000 + i, 0);
        QCOMPARE(waits, (QList<qint64> {800, 1600, 3200, 6400, 12800, 25600, 30000, 30000}));
    }

    void jitterAddsUpToTheWholeWait()
    {
        Backoff backoff;
        QCOMPARE(backoff.next(0, 0.5), 1200);
        QCOMPARE(backoff.next(0, 0.999), 3198);
    }

    void beginsAnewAfterTwoHealthyMinutes()
    {
        Backoff backoff;
        backoff.next(0, 0);
        QCOMPARE(backoff.next(120'000, 0), 1600);
        QVERIFY(!backoff.isFresh(240'000));
        QVERIFY(backoff.isFresh(240'001));
        QCOMPARE(backoff.next(240'001, 0), 800);
    }

    void resetBeginsAnew()
    {
        Backoff backoff;
        backoff.next(0, 0);
        backoff.next(0, 0);
        backoff.reset();
        QCOMPARE(backoff.next(0, 0), 800);
    }

    void keepsToItsOwnCap()
    {
        Backoff backoff(Backoff::Figures {.cap = 2000});
        QList<qint64> waits;
        for (int i = 0; i < 4; ++i)
            waits += backoff.next(0, 0);
        QCOMPARE(waits, (QList<qint64> {800, 1600, 2000, 2000}));
    }

    void resourceVersionsCompareAsNumbersOfAnyLength()
    {
        QVERIFY(compareResourceVersions("9", "10") == std::strong_ordering::less);
        QVERIFY(compareResourceVersions("123456789012345678901234567890", "99999999999999999999")
                == std::strong_ordering::greater);
        QVERIFY(compareResourceVersions("77", "77") == std::strong_ordering::equal);
        for (const auto *odd : {"", "0", "01", "1a", "-1", "v7"})
            QVERIFY2(!compareResourceVersions(odd, "5") && !compareResourceVersions("5", odd), odd);
    }
};

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
