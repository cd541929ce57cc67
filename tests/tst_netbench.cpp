// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_net tests_support
// label: bench
// timeout: 300
#include "k8s/net/netthread.h"
#include "tests/support/scriptedserver.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <ctime>

using namespace k8s;
using namespace tests;

/// What a byte and an event cost on the net thread: CPU of that thread alone, the server's is not counted.
class BenchNet : public QObject
{
    Q_OBJECT

    /// Seconds of CPU that the net thread used so far.
    static double cpu(NetThread &net)
    {
        double seconds = 0;
        net.runAndWait([&] {
            timespec time {};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
            seconds = double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
        });
        return seconds;
    }

private slots:
    void oneBigAnswer_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("http") << false;
        QTest::newRow("https") << true;
    }
    void oneBigAnswer()
    {
        QFETCH(bool, tls);
        NetThread net;
        const auto server = tls ? std::make_unique<ScriptedServer>(ServerTls()) : std::make_unique<ScriptedServer>();
        constexpr int mebibytes = 512;
        Answer answer = Answer::stream();
        const QByteArray chunk(1 << 20, 'x');
        for (int i = 0; i < mebibytes; ++i)
            answer.chunk(chunk);
        server->on("GET", "/x", answer.end());
        QSemaphore done;
        qint64 bytes = 0;
        QElapsedTimer time;
        time.start();
        net.start({.url = server->url().toLatin1() + "/x",
                   .endpoint = std::make_shared<const Endpoint>(Endpoint {.caPem = server->caPem()})},
                  {.data = [&](std::string_view data) { bytes += qint64(data.size()); },
                   .done = [&](const Result<> &) { done.release(); }});
        QVERIFY(done.tryAcquire(1, 120000));
        QCOMPARE(bytes, qint64(mebibytes) << 20);
        const double gigabytes = double(bytes) * 1e-9;
        qInfo("%.0f MB/s, %.2f s of CPU per GB", gigabytes * 1e6 / double(time.elapsed()), cpu(net) / gigabytes);
    }

    void manyQuietStreams()
    {
        NetThread net;
        ScriptedServer server;
        constexpr int streams = 256;
        constexpr int events = 40;
        Answer answer = Answer::stream();
        for (int i = 0; i < events; ++i)
            answer.chunk(QByteArray(180, 'x')).wait(std::chrono::milliseconds(100));
        server.on("GET", "/x", answer.end());
        QSemaphore done;
        std::atomic<int> seen = 0;
        for (int i = 0; i < streams; ++i)
            net.start({.url = server.url().toLatin1() + "/x", .wire = Request::Wire::Own},
                      {.data = [&](std::string_view) { ++seen; }, .done = [&](const Result<> &) { done.release(); }});
        QVERIFY(done.tryAcquire(streams, 120000));
        qInfo("%d events of %d streams, %.1f us of CPU each", seen.load(), streams, cpu(net) * 1e6 / seen);
    }

    void theWayThereAndBack()
    {
        NetThread net;
        ScriptedServer server;
        server.on("GET", "/x", Answer::json("{}"));
        QBENCHMARK
        {
            QSemaphore done;
            net.start({.url = server.url().toLatin1() + "/x"}, {.done = [&](const Result<> &) { done.release(); }});
            QVERIFY(done.tryAcquire(1, 10000));
        }
    }
};

QTEST_GUILESS_MAIN(BenchNet)
#include "tst_netbench.moc"
