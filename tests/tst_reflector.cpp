// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch tests_support
#include "k8s/net/netthread.h"
#include "k8s/watch/reflector.h"
#include "tests/support/collection.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace k8s;
using namespace tests;

class TestReflector : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<NetThread> m_net;
    std::unique_ptr<ApiClient> m_client;
    std::shared_ptr<Collection> m_collection;
    std::unique_ptr<Reflector> m_reflector;

    void follow(const QString &ns = {})
    {
        m_reflector = std::make_unique<Reflector>(*m_client, WatchTarget {jobs, ns, {}, {}}, m_collection);
        m_reflector->start();
    }

    /// Lists answer with one object of that version; watches are fed by send("watch", ...).
    void serve(int version = 10)
    {
        m_server->on("GET", ".*/jobs", [version](const Received &request) {
            if (request.parameter("watch") == "1")
                return Answer::stream().live("watch");
            if (request.parameter("limit") == "1")
                return Answer::json(list({}, 1000));
            return Answer::json(list({object("a", version)}, version));
        });
    }

    QList<Received> requests(bool watches) const
    {
        auto all = m_server->received();
        erase_if(all, [watches](const Received &request) {
            return (request.parameter("watch") == "1") != watches || request.parameter("limit") == "1";
        });
        return all;
    }

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_net = std::make_unique<NetThread>();
        ClusterContext context;
        context.server = m_server->url();
        m_client = std::make_unique<ApiClient>(*m_net, context);
        m_collection = std::make_shared<Collection>();
    }

    void cleanup()
    {
        m_reflector.reset();
        m_client.reset();
        m_net.reset();
        m_server.reset();
    }

    void listsInPagesAndFollowsTheWatch()
    {
        m_server->on("GET", "/apis/example.org/v1/namespaces/team/jobs", [](const Received &request) {
            if (request.parameter("watch") == "1")
                return Answer::stream().live("watch");
            if (request.parameter("continue") == "more+/=")
                return Answer::json(list({object("b", 8)}, 10));
            return Answer::json(list({object("a", 7)}, 10, "more+/="));
        });
        follow("team");
        QTRY_COMPARE(m_collection->text(), "a7 b8");
        QTRY_COMPARE(m_collection->state(), WatchState::Live);
        m_server->send("watch", frame("MODIFIED", object("a", 11)) + frame("DELETED", object("b", 12)).chopped(9));
        QTRY_COMPARE(m_collection->text(), "a11 b8");
        m_server->send("watch", frame("DELETED", object("b", 12)).last(9) + frame("ADDED", object("c", 13)));
        QTRY_COMPARE(m_collection->text(), "a11 c13");
        const auto lists = requests(false);
        QCOMPARE(lists.first().parameter("resourceVersion"), "0");
        QCOMPARE(lists.first().parameter("limit"), "500");
        QCOMPARE(lists.last().parameter("resourceVersion"), "");
        const auto watch = requests(true).first();
        QCOMPARE(watch.parameter("resourceVersion"), "10");
        QCOMPARE(watch.parameter("allowWatchBookmarks"), "true");
        QVERIFY(watch.parameter("timeoutSeconds").toInt() >= 300 && watch.parameter("timeoutSeconds").toInt() <= 600);
    }

    void aBrokenConnectionIsToldAtOnceAndGoesOnFromTheLastEvent()
    {
        serve();
        follow();
        QTRY_COMPARE(m_collection->state(), WatchState::Live);
        m_server->send("watch",
                       frame("MODIFIED", object("a", 25))
                           + "{\"type\":\"MODIFIED\",\"object\":{\"metadata\":{\"uid\":\"half");
        QTRY_COMPARE(m_collection->text(), "a25");
        m_server->reset("watch");
        QTRY_COMPARE(requests(true).size(), 2);
        QTRY_COMPARE(m_collection->state(), WatchState::Live);
        QVERIFY(m_collection->read(&Collection::m_states).contains(WatchState::Stale));
        QCOMPARE(requests(true).last().parameter("resourceVersion"), "25");
        QCOMPARE(requests(false).size(), 1);
        QCOMPARE(m_collection->text(), "a25");
    }

    void aServerThatGoesAwayIsStaleWithinAMomentAndResyncsWhenItIsBack()
    {
        serve();
        follow();
        QTRY_COMPARE(m_collection->state(), WatchState::Live);
        m_server->stop();
        QTRY_COMPARE(m_collection->state(), WatchState::Stale);
        QCOMPARE(m_collection->read(&Collection::m_error).kind, Error::Kind::Unreachable);
        QCOMPARE(m_collection->text(), "a10");
        m_server->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_collection->state(), WatchState::Live, 10'000);
        m_server->send("watch", frame("ADDED", object("b", 11)));
        QTRY_COMPARE(m_collection->text(), "a10 b11");
        QCOMPARE(requests(false).size(), 1);
    }

    void aServerThatIsNotThereYetIsTriedUntilItIs()
    {
        m_server->stop();
        serve();
        follow();
        QTRY_COMPARE(m_collection->state(), WatchState::Stale);
        m_server->start();
        m_reflector->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_collection->text(), "a10", 10'000);
    }

    void a410InTheStreamReplacesTheCollection()
    {
        serve();
        m_server->once("GET", ".*/jobs", Answer::json(list({object("a", 1), object("old", 2)}, 3)));
        follow();
        QTRY_COMPARE(m_collection->text(), "a1 old2");
        QTRY_COMPARE(requests(true).size(), 1);
        m_server->send("watch", frame("ERROR", goneStatus));
        QTRY_COMPARE_WITH_TIMEOUT(m_collection->text(), "a10", 10'000);
        QCOMPARE(requests(false).size(), 2);
        QCOMPARE(requests(false).last().parameter("resourceVersion"), "3");
        QCOMPARE(requests(false).last().parameter("limit"), "");
    }

    void tooManyRequestsWatchesAgainWithoutAList()
    {
        serve();
        m_server->once("GET", ".*/jobs", Answer::json(list({object("a", 1)}, 3)));
        m_server->once("GET", ".*/jobs",
                       Answer::failure(429, "TooManyRequests", "slow down").header("Retry-After", "1"));
        follow();
        QTRY_COMPARE_WITH_TIMEOUT(requests(true).size(), 2, 10'000);
        QTRY_COMPARE(m_collection->state(), WatchState::Live);
        QCOMPARE(requests(false).size(), 1);
    }

    void whatIsNotAllowedFailsWithTheServersWords()
    {
        m_server->on("GET", ".*/jobs", Answer::failure(403, "Forbidden", "jobs.example.org is forbidden"));
        follow();
        QTRY_COMPARE(m_collection->state(), WatchState::Failed);
        QCOMPARE(m_collection->read(&Collection::m_error).kind, Error::Kind::Forbidden);
        QVERIFY(m_collection->read(&Collection::m_error).message.contains("is forbidden"));
        serve();
        m_reflector->retryNow();
        QTRY_COMPARE(m_collection->state(), WatchState::Live);
    }

    void aListThatBreaksOffIsTakenAgain()
    {
        serve();
        m_server->once("GET", ".*/jobs",
                       Answer::stream().chunk(list({object("a", 1), object("x", 2)}, 3).chopped(5)).end());
        m_server->once("GET", ".*/jobs",
                       Answer::stream().chunk(list({object("a", 1), object("y", 2)}, 3).chopped(5)).reset());
        m_server->once("GET", ".*/jobs", Answer::text("<html>bad gateway</html>"));
        follow();
        QTRY_COMPARE_WITH_TIMEOUT(m_collection->text(), "a10", 15'000);
        QCOMPARE(m_collection->state(), WatchState::Live);
    }

    void nothingReachesTheSinkAfterItsReflectorIsGone()
    {
        serve();
        for (int i = 0; i < 20; ++i) {
            follow();
            if (i % 2 == 0)
                QTRY_VERIFY(m_collection->read(&Collection::m_lists) > 0);
            m_reflector.reset();
            const std::weak_ptr sink = m_collection;
            m_collection = std::make_shared<Collection>();
            QTRY_VERIFY(sink.expired());
        }
    }
};

QTEST_GUILESS_MAIN(TestReflector)
#include "tst_reflector.moc"
