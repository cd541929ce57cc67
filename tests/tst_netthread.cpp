// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_net tests_support
#include "k8s/net/netthread.h"
#include "tests/support/scriptedserver.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace k8s;
using namespace tests;
using namespace std::chrono_literals;

/// Transfers, cancelling, timers and posted functions of the net thread.
class TestNetThread : public QObject
{
    Q_OBJECT

    /// Runs one request to its end.
    struct Outcome
    {
        TransferHead head;
        QByteArray body;
        Result<> result;
    };
    static Request request(const ScriptedServer &server, const QByteArray &path)
    {
        return {.url = server.url().toLatin1() + path};
    }
    static Outcome run(NetThread &net, Request request)
    {
        Outcome outcome;
        QSemaphore done;
        net.start(std::move(request),
                  {.head = [&](const TransferHead &head) { outcome.head = head; },
                   .data = [&](std::string_view data) { outcome.body.append(data.data(), qsizetype(data.size())); },
                   .done =
                       [&](const Result<> &result) {
                           outcome.result = result;
                           done.release();
                       }});
        if (!done.tryAcquire(1, 20000))
            outcome.result = std::unexpected(Error {.message = "the test waited in vain"});
        return outcome;
    }

private slots:
    void anAnswerComesInOrder()
    {
        NetThread net;
        ScriptedServer server;
        server.on("POST", "/x", [](const Received &request) {
            return Answer::stream().header("X-One", " a ").header("x-one", "b").split(request.body, 3).end();
        });
        Request post = request(server, "/x");
        post.method = "POST";
        post.body = QByteArray(10000, 'z');
        const auto outcome = run(net, post);
        QVERIFY(outcome.result);
        QCOMPARE(outcome.head.status, 200);
        QCOMPARE(outcome.head.header("x-one"), "a");
        QCOMPARE(outcome.head.all("x-one"), QByteArrayList({"a", "b"}));
        QCOMPARE(outcome.body, post.body);
        QVERIFY(server.received()[0].header("expect").isEmpty());
    }

    void manyTransfersRunAtOnce_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("http") << false;
        QTest::newRow("https") << true;
    }
    void manyTransfersRunAtOnce()
    {
        QFETCH(bool, tls);
        NetThread net;
        const auto made = tls ? std::make_unique<ScriptedServer>(ServerTls()) : std::make_unique<ScriptedServer>();
        ScriptedServer &server = *made;
        const auto endpoint = std::make_shared<const Endpoint>(Endpoint {.caPem = server.caPem()});
        server.on("GET", "/.*", [](const Received &request) {
            return Answer::stream().gate("all here").chunk(request.target).end();
        });
        QSemaphore done;
        std::atomic<int> wrong = 0;
        constexpr int count = 100;
        for (int i = 0; i < count; ++i) {
            const QByteArray path = "/" + QByteArray::number(i);
            auto body = std::make_shared<QByteArray>();
            Request get = request(server, path);
            get.endpoint = endpoint;
            net.start(get,
                      {.data = [body](std::string_view data) { body->append(data.data(), qsizetype(data.size())); },
                       .done =
                           [&, body, path](const Result<> &result) {
                               wrong += !result || *body != path;
                               done.release();
                           }});
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.received().size(), count, 20000);
        server.open("all here");
        QVERIFY(done.tryAcquire(count, 20000));
        QCOMPARE(wrong.load(), 0);
    }

    void nothingComesAfterCancel()
    {
        NetThread net;
        ScriptedServer server;
        server.on("GET", "/x", Answer::stream().chunk("first").live("more"));
        std::atomic<bool> cancelled = false;
        std::atomic<int> late = 0;
        QSemaphore first;
        auto handle = net.start(request(server, "/x"),
                                {.data =
                                     [&](std::string_view) {
                                         late += cancelled;
                                         first.release();
                                     },
                                 .done = [&](const Result<> &) { ++late; }});
        QVERIFY(first.tryAcquire(1, 10000));
        net.runAndWait([&] {
            handle.cancel();
            cancelled = true;
        });
        server.send("more", "second");
        server.finish("more");
        QTRY_COMPARE(server.openConnections(), 0);
        net.runAndWait([] { });
        QCOMPARE(late.load(), 0);
    }

    void cancelWorksFromInsideACallback()
    {
        NetThread net;
        ScriptedServer server;
        server.on("GET", "/x", Answer::stream().chunk("first").chunk("second").stall());
        TransferHandle handle;
        std::atomic<int> calls = 0;
        net.runAndWait([&] {
            handle = net.start(request(server, "/x"),
                               {.head =
                                    [&](const TransferHead &) {
                                        ++calls;
                                        handle.cancel();
                                    },
                                .data = [&](std::string_view) { ++calls; },
                                .done = [&](const Result<> &) { ++calls; }});
        });
        QTRY_COMPARE(server.received().size(), 1);
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(calls.load(), 1);
    }

    void cancellingWhatHasNotBegunOrHasEndedIsHarmless()
    {
        NetThread net;
        ScriptedServer server;
        server.on("GET", "/x", Answer::json("{}"));
        std::atomic<int> calls = 0;
        TransferHandle handle;
        net.runAndWait([&] {
            handle = net.start(request(server, "/x"), {.done = [&](const Result<> &) { ++calls; }});
            handle.cancel();
        });
        QVERIFY(run(net, request(server, "/x")).result);
        handle.cancel();
        TransferHandle().cancel();
        QCOMPARE(calls.load(), 0);
        QCOMPARE(server.received().size(), 1);
    }

    void theThreadMayGoWhileTransfersRun()
    {
        ScriptedServer server;
        server.on("GET", "/x", Answer::stream().chunk("a").stall());
        TransferHandle handle;
        auto net = std::make_unique<NetThread>();
        const auto alive = std::make_shared<int>();
        handle = net->start(request(server, "/x"), {.done = [alive](const Result<> &) { QFAIL("nothing may come"); }});
        net->after(1h, [alive] { });
        QTRY_COMPARE(server.received().size(), 1);
        net.reset();
        handle.cancel();
        QCOMPARE(alive.use_count(), 1);
    }

    void breaksAreToldApart_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("reason");
        QTest::newRow("end in the middle") << 0 << "Truncated";
        QTest::newRow("reset in the middle") << 1 << "ConnectionLost";
        QTest::newRow("silence, then the end") << 2 << "ConnectionLost";
    }
    void breaksAreToldApart()
    {
        QFETCH(int, how);
        NetThread net;
        ScriptedServer server;
        const Answer answers[] {Answer::stream().chunk("half").close(),
                                Answer::stream().chunk("half").wait(50ms).reset(), Answer::nothing().close()};
        server.on("GET", "/x", answers[how]);
        const auto outcome = run(net, request(server, "/x"));
        QVERIFY(!outcome.result);
        QCOMPARE(outcome.result.error().kind, Error::Kind::Unreachable);
        QTEST(outcome.result.error().reason, "reason");
    }

    void aServerThatDoesNotAnswerIsGivenUp()
    {
        NetThread net;
        ScriptedServer server;
        server.on("GET", "/x", Answer::nothing().stall());
        Request get = request(server, "/x");
        get.headTimeout = 100ms;
        QCOMPARE(run(net, get).result.error().kind, Error::Kind::Timeout);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void aBodyThatIsTooLongIsCut()
    {
        NetThread net;
        ScriptedServer server;
        server.on("GET", "/x", Answer::json(QByteArray(5000, ' ')));
        Request get = request(server, "/x");
        get.maxBytes = 4999;
        QCOMPARE(run(net, get).result.error().reason, "TooLong");
        get.maxBytes = 5000;
        QVERIFY(run(net, get).result);
    }

    void whatIsCompressedIsCountedAsItComesOut()
    {
        NetThread net;
        ScriptedServer server;
        const QByteArray bomb = qCompress(QByteArray(10'000'000, ' '), 9).sliced(4); // without Qt's own head
        server.on("GET", "/x", Answer::json(bomb).header("Content-Encoding", "deflate"));
        Request get = request(server, "/x");
        get.gzip = true;
        QCOMPARE(run(net, get).body.size(), 10'000'000);
        QCOMPARE(server.received()[0].header("accept-encoding"), "gzip");
        get.maxBytes = 1'000'000;
        const auto cut = run(net, get);
        QCOMPARE(cut.result.error().reason, "TooLong");
        QVERIFY(cut.body.size() <= 1'000'000);
    }

    void lineBreaksInHeadersAreRefused()
    {
        NetThread net;
        ScriptedServer server;
        Request get = request(server, "/x");
        get.headers.append(std::pair<QByteArray, QByteArray>("X-A", "b\r\nX-Injected: c"));
        QCOMPARE(run(net, get).result.error().kind, Error::Kind::Config);
        QCOMPARE(server.received().size(), 0);
    }

    void postedFunctionsRunInOrderOnTheThread()
    {
        NetThread net;
        QList<int> order;
        for (int i = 0; i < 100; ++i)
            net.post([&, i] {
                if (net.isCurrent())
                    order += i;
            });
        net.runAndWait([&] { net.runAndWait([&] { order += 100; }); });
        QCOMPARE(order.size(), 101);
        QVERIFY(std::ranges::is_sorted(order));
        QVERIFY(!net.isCurrent());
    }

    void timersFireInTheirOrderUnlessCancelled()
    {
        NetThread net;
        QList<int> order;
        QSemaphore done;
        net.runAndWait([&] {
            net.after(30ms, [&] {
                order += 3;
                done.release();
            });
            net.after(10ms, [&] { order += 1; });
            const auto dropped = net.after(20ms, [&] { order += 2; });
            const auto alsoDropped = net.after(10ms, [&] { order += 4; });
            net.after(5ms, [&, alsoDropped] { net.cancelTimer(alsoDropped); });
            net.cancelTimer(dropped);
            net.cancelTimer(dropped);
        });
        QVERIFY(done.tryAcquire(1, 10000));
        QCOMPARE(order, QList<int>({1, 3}));
    }
};

QTEST_GUILESS_MAIN(TestNetThread)
#include "tst_netthread.moc"
