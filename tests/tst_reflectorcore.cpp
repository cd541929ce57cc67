// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch
#include "k8s/watch/reflectorcore.h"

#include "tests/support/watchnotes.h"

#include <QTest>

using namespace k8s;

class TestReflectorCore : public QObject
{
    Q_OBJECT

    qint64 m_now = 0;
    double m_random = 0;
    WatchNotes m_notes;
    std::unique_ptr<ReflectorCore> m_core;

    /// A core whose first list gave version 10 and whose watch runs for a while.
    void watching(const QByteArray &version = "10")
    {
        m_core->start();
        m_core->listPageDone({version, {}, 0});
        m_core->watchOpened();
        m_now += 5000;
        m_notes.take();
    }

    std::optional<ReflectorCore::Action> event(WatchEvent::Type type, const char *version, const char *uid = "u")
    {
        return m_core->watchEvent({.type = type, .object = version, .uid = uid, .resourceVersion = version});
    }

private slots:
    void init()
    {
        m_now = 1'000'000;
        m_random = 0;
        m_notes = {};
        m_core = std::make_unique<ReflectorCore>(
            m_notes, ReflectorCore::Surroundings {[this] { return m_now; }, [this] { return m_random; }});
    }

    void listsFromTheCacheInPagesThenWatchesFromTheListsVersion()
    {
        QCOMPARE(text(m_core->start()), "list rv=0 continue= limit=500");
        m_core->listItem("a");
        QCOMPARE(text(m_core->listPageDone({"10", "next", 7})), "list rv= continue=next limit=500");
        m_core->listItem("b");
        m_random = 0.5;
        QCOMPARE(text(m_core->listPageDone({"10", {}, 0})), "watch rv=10 for 450");
        QCOMPARE(m_notes.take(), (QStringList {"listing", "begin", "+a", "+b", "end", "live"}));
    }

    void eventsReachTheSinkAndMoveTheVersion()
    {
        watching();
        QVERIFY(!event(WatchEvent::Type::Added, "11") && !event(WatchEvent::Type::Modified, "12"));
        QVERIFY(!event(WatchEvent::Type::Deleted, "13", "gone") && !event(WatchEvent::Type::Bookmark, "20"));
        QVERIFY(!event(WatchEvent::Type::Unknown, "21"));
        QCOMPARE(m_notes.take(), (QStringList {"+11", "+12", "-gone"}));
        QCOMPARE(m_core->resourceVersion(), "20");
    }

    void aWatchThatEndsProperlyGoesOnFromTheLastVersion()
    {
        watching();
        event(WatchEvent::Type::Bookmark, "15");
        QCOMPARE(text(m_core->watchClosed(nullptr)), "watch rv=15 for 300");
        QVERIFY(m_notes.take().isEmpty());
    }

    void aBrokenWatchIsToldAndGoesOnAtOnceWithoutAList()
    {
        watching();
        QCOMPARE(text(m_core->watchClosed(&reset)), "check");
        QCOMPARE(text(m_core->versionChecked("10")), "watch rv=10 for 300");
        QCOMPARE(m_notes.take(), QStringList {"stale"});
        m_core->watchOpened();
        QCOMPARE(m_notes.take(), QStringList {"live"});
    }

    void aServerThatIsDownIsTriedWithBackOffAndNeverListed()
    {
        watching();
        m_core->watchClosed(&reset);
        QStringList waits;
        for (int i = 0; i < 7; ++i) {
            waits += text(m_core->versionCheckFailed(refused));
            QVERIFY(m_core->isWaiting());
            QCOMPARE(text(m_core->waited()), "check");
        }
        QCOMPARE(waits,
                 (QStringList {"wait 800", "wait 1600", "wait 3200", "wait 6400", "wait 12800", "wait 25600",
                               "wait 30000"}));
        m_core->versionChecked("11");
        m_core->watchOpened();
        QCOMPARE(m_notes.take(), (QStringList {"stale", "stale", "live"}));
    }

    void aServerThatCountsFromAnOlderVersionIsListedAnew()
    {
        watching("1000");
        m_core->watchClosed(&reset);
        QCOMPARE(text(m_core->versionChecked("77")), "list rv= continue= limit=500");
        QCOMPARE(m_notes.error.reason, "ResourceVersionWentBackwards");
        m_core->listPageDone({"78", {}, 0});
        QCOMPARE(m_core->resourceVersion(), "78");
    }

    void aWatchThatWasSilentToItsEndIsChecked()
    {
        watching();
        m_now += 300'000;
        QCOMPARE(text(m_core->watchClosed(nullptr)), "check");
        QCOMPARE(text(m_core->versionCheckFailed(forbidden)), "watch rv=10 for 300");
        QVERIFY(m_notes.take().isEmpty());
    }

    void aFirstListThatFailsIsToldAndTriedAgain()
    {
        m_core->start();
        QCOMPARE(text(m_core->listFailed(refused)), "wait 800");
        QCOMPARE(m_notes.error, refused);
        QCOMPARE(text(m_core->waited()), "list rv=0 continue= limit=500");
        m_core->listPageDone({"10", {}, 0});
        QCOMPARE(m_notes.take(), (QStringList {"listing", "begin", "stale", "begin", "end", "live"}));
    }

    void an410ByAnswerOrInTheStreamListsOnceFromTheLastVersion()
    {
        for (const bool inStream : {false, true}) {
            init();
            watching();
            event(WatchEvent::Type::Modified, "12");
            QCOMPARE(text(inStream ? m_core->watchErrorEvent(expired) : m_core->watchClosed(&expired)), "wait 800");
            QCOMPARE(text(m_core->waited()), "list rv=12 continue= limit=0");
            QCOMPARE(text(m_core->listPageDone({"30", {}, 0})), "watch rv=30 for 300");
        }
    }

    void repeated410sMakeTheWaitGrow()
    {
        watching();
        QStringList waits;
        for (int i = 0; i < 3; ++i) {
            waits += text(m_core->watchErrorEvent(expired));
            QVERIFY(text(m_core->waited()).startsWith("list"));
            m_core->listPageDone({"10", {}, 0});
        }
        QCOMPARE(waits, (QStringList {"wait 800", "wait 1600", "wait 3200"}));
    }

    void aListWhoseVersionIsGoneIsTriedWithTheNewestAtOnce()
    {
        for (const auto &error : {expired, tooLarge}) {
            init();
            watching();
            m_core->watchErrorEvent(expired);
            m_core->waited();
            QCOMPARE(text(m_core->listFailed(error)), "list rv= continue= limit=500");
            QVERIFY(text(m_core->listFailed(error)).startsWith("wait"));
            QCOMPARE(text(m_core->waited()), "list rv= continue= limit=500");
            m_core->listPageDone({"4", {}, 0});
            QCOMPARE(m_core->resourceVersion(), "4");
        }
    }

    void pagesThatExpireAreReplacedByOneFullList()
    {
        m_core->start();
        m_core->listPageDone({"10", "next", 0});
        QCOMPARE(text(m_core->listFailed(expired)), "list rv=0 continue= limit=0");
        m_core->listItem("all");
        m_core->listPageDone({"11", {}, 0});
        QCOMPARE(m_notes.take(), (QStringList {"listing", "begin", "begin", "+all", "end", "live"}));
    }

    void tooManyRequestsWaitsAsToldAndWatchesAgain()
    {
        for (const auto &[told, wait] :
             {std::pair(1, "wait 1000"), {30, "wait 30000"}, {-1, "wait 800"}, {1'000'000'000, "wait 300000"}}) {
            init();
            watching();
            const Error error = busy(told);
            QCOMPARE(text(m_core->watchClosed(&error)), wait);
            QCOMPARE(text(m_core->waited()), "watch rv=10 for 300");
            QVERIFY(text(m_core->watchErrorEvent(error)).startsWith("wait"));
            QCOMPARE(text(m_core->waited()), "watch rv=10 for 300");
        }
    }

    void aVeryShortWatchWithoutEventsIsAnError()
    {
        watching();
        event(WatchEvent::Type::Bookmark, "10");
        m_core->watchClosed(nullptr);
        m_core->watchOpened();
        m_now += 999;
        QCOMPARE(text(m_core->watchClosed(nullptr)), "wait 800");
        QCOMPARE(m_notes.take(), QStringList {"stale"});
        QCOMPARE(text(m_core->waited()), "list rv=10 continue= limit=0");
    }

    void aServerErrorIsTriedTwiceBeforeTheListIsTakenAgain()
    {
        watching();
        QVERIFY(text(m_core->watchErrorEvent(serverError)).startsWith("wait"));
        QVERIFY(text(m_core->waited()).startsWith("watch"));
        m_core->watchErrorEvent(serverError);
        QVERIFY(text(m_core->waited()).startsWith("watch"));
        m_core->watchErrorEvent(serverError);
        QVERIFY(text(m_core->waited()).startsWith("list"));
    }

    void aVersionThatWentBackwardsListsTheNewest()
    {
        watching("1000");
        const auto action = event(WatchEvent::Type::Modified, "999");
        QVERIFY(action && text(*action).startsWith("wait"));
        QCOMPARE(m_notes.error.reason, "ResourceVersionWentBackwards");
        QCOMPARE(text(m_core->waited()), "list rv= continue= limit=500");
        m_core->listPageDone({"500", {}, 0});
        QCOMPARE(m_core->resourceVersion(), "500");
    }

    void oneLaggingBookmarkIsIgnoredTwoInARowAreNot()
    {
        watching("1000");
        QVERIFY(!event(WatchEvent::Type::Bookmark, "998"));
        QCOMPARE(m_core->resourceVersion(), "1000");
        QVERIFY(!event(WatchEvent::Type::Bookmark, "1001"));
        QVERIFY(!event(WatchEvent::Type::Bookmark, "999"));
        QVERIFY(event(WatchEvent::Type::Bookmark, "999"));
    }

    void syntheticEventsOfAWatchFromZeroDoNotMoveTheVersion()
    {
        watching("0");
        QVERIFY(!event(WatchEvent::Type::Added, "50") && !event(WatchEvent::Type::Added, "20"));
        QCOMPARE(m_core->resourceVersion(), "0");
        event(WatchEvent::Type::Modified, "60");
        QCOMPARE(m_core->resourceVersion(), "60");
    }

    void forbiddenAndNotFoundFailAndAreTriedSlowly()
    {
        for (const auto kind : {Error::Kind::Forbidden, Error::Kind::NotFound, Error::Kind::Unauthorized}) {
            init();
            m_core->start();
            QCOMPARE(text(m_core->listFailed({.kind = kind})), "wait 3000");
            QCOMPARE(m_notes.state, WatchState::Failed);
            for (int i = 0; i < 10; ++i) {
                QVERIFY(text(m_core->waited()).startsWith("list"));
                m_core->listFailed({.kind = kind});
            }
            m_core->waited();
            QCOMPARE(text(m_core->listFailed({.kind = kind})), "wait 60000");
        }
    }

    void aForbiddenWatchKeepsItsListButIsNotLive()
    {
        watching();
        m_core->watchClosed(&forbidden);
        QCOMPARE(m_notes.take(), QStringList {"failed"});
        m_core->waited();
        QVERIFY(text(m_core->listPageDone({"11", {}, 0})).startsWith("watch"));
        m_core->watchClosed(&forbidden);
        QCOMPARE(m_notes.take(), (QStringList {"begin", "end"}));
        m_core->waited();
        m_core->listPageDone({"12", {}, 0});
        m_core->watchOpened();
        QCOMPARE(m_notes.take(), (QStringList {"begin", "end", "live"}));
    }

    void retryNowSkipsTheWaitAndForgetsIt()
    {
        m_core->start();
        for (int i = 0; i < 4; ++i) {
            m_core->listFailed(refused);
            m_core->waited();
        }
        QVERIFY(text(m_core->listFailed(refused)) != "wait 800");
        QVERIFY(text(m_core->retryNow()).startsWith("list"));
        QVERIFY(!m_core->isWaiting());
        QCOMPARE(text(m_core->listFailed(refused)), "wait 800");
    }

    void aServerThatIsDownIsAskedOnceInFiveSecondsAtMost()
    {
        m_random = 0.5;
        m_core->start();
        int requests = 0;
        for (const qint64 end = m_now + 600'000; m_now < end; ++requests) {
            m_now += std::get<ReflectorCore::Wait>(m_core->listFailed(refused)).milliseconds;
            m_core->waited();
        }
        QVERIFY2(requests < 600 / 5, qPrintable(QString::number(requests)));
    }
};

QTEST_GUILESS_MAIN(TestReflectorCore)
#include "tst_reflectorcore.moc"
