// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_exec tests_support
// Pages of pods through a forwarded port, against a scripted server that speaks the channel protocol byte by byte.
#include "k8s/api/apiclient.h"
#include "k8s/exec/podpage.h"
#include "k8s/exec/portchannels.h"
#include "k8s/net/netthread.h"
#include "tests/support/awaited.h"
#include "tests/support/channelframes.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace k8s;
using tests::Answer;
using tests::Received;
using tests::ScriptedServer;
using namespace tests::channels;

class TestPodPage : public QObject
{
    Q_OBJECT

    NetThread m_net;
    static constexpr auto path = "/api/v1/namespaces/gpu-operator/pods/dcgm-x/portforward";
    const QByteArray m_question = "GET /metrics HTTP/1.0\r\nHost: localhost:9400\r\nAccept: text/plain, */*\r\n\r\n";

    /// What opens each of the two channels: the port's number.
    static QByteArray opening()
    {
        const QByteArray number("\xb8\x24", 2); // 9400
        return message(0, number) + message(1, number);
    }
    /// Answers once it has heard the whole question.
    void speak(ScriptedServer &server, const QByteArray &frames, bool closes = false)
    {
        server.on("GET", path, [this, frames, closes](const Received &request) {
            Answer answer = Answer::nothing()
                                .raw(switching(request, "v4.channel.k8s.io") + opening())
                                .hear(m_question.size() + 7) // the channel and the frame's head
                                .raw(frames);
            return closes ? answer.raw(closing()).close() : answer.stall();
        });
    }
    Result<QByteArray> get(ScriptedServer &server, PodPage page = {})
    {
        page.ns = "gpu-operator";
        page.pod = "dcgm-x";
        page.port = 9400;
        page.path = "/metrics";
        ClusterContext context;
        context.server = server.url();
        ApiClient client(m_net, context);
        return tests::await<QByteArray>([&](const auto &reply) { getPodPage(client, page, reply); });
    }

private slots:
    void thePageComesWhenItWasAskedFor()
    {
        ScriptedServer server;
        speak(server,
              message(0, "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Len")
                  + message(0, "gth: 11\r\n\r\nfirst ") + message(0, "line\nand what never belonged to it"));
        const auto page = get(server);
        QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
        QCOMPARE(*page, "first line\n"); // at once: the server keeps the connection open
        const Received asked = server.received().first();
        QCOMPARE(asked.parameter("ports"), "9400");
        QCOMPARE(asked.header("sec-websocket-protocol"), "v4.channel.k8s.io");
        QCOMPARE(unmasked(server.heard()), QByteArray(1, '\0') + m_question);
    }
    void withoutALengthItEndsWithTheConnection()
    {
        ScriptedServer server;
        speak(server, message(0, "HTTP/1.1 200 OK\r\n\r\na 1\n") + message(0, "b 2\n"), true);
        QCOMPARE(get(server).value_or("none"), "a 1\nb 2\n");
    }
    void whyThePortCannotBeHadIsTheKubeletsWord()
    {
        ScriptedServer server;
        speak(server, message(1, "error forwarding port 9400: connection refused"), true);
        const auto page = get(server);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::Unreachable);
        QVERIFY2(page.error().message.contains("connection refused"), qPrintable(page.error().message));
    }
    void aRefusalIsARefusal()
    {
        ScriptedServer server;
        server.on("GET", path, Answer::failure(403, "Forbidden", "no"));
        const auto page = get(server);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::Forbidden);
    }
    void aPageThatIsTooLongIsAnError()
    {
        ScriptedServer server;
        speak(server, message(0, "HTTP/1.0 200 OK\r\n\r\n" + QByteArray(5000, 'x')));
        const auto page = get(server, {.mostBytes = 4096});
        QVERIFY(!page);
        QVERIFY2(page.error().message.contains("longer"), qPrintable(page.error().message));
    }

    void answersAreJudged_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("body"); // null: an error
        QTest::addColumn<int>("kind");
        const int none = -1;
        QTest::newRow("a page") << QByteArray("HTTP/1.1 200 OK\r\nA: b\r\n\r\nx") << QByteArray("x") << none;
        QTest::newRow("empty") << QByteArray("HTTP/1.1 204 No\r\n\r\n") << QByteArray("") << none;
        QTest::newRow("longer than told")
            << QByteArray("HTTP/1.0 200 OK\r\ncontent-length: 1\r\n\r\nxy") << QByteArray("x") << none;
        QTest::newRow("shorter than told") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 9\r\n\r\nx")
                                           << QByteArray() << int(Error::Kind::Protocol);
        QTest::newRow("a length that is none")
            << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: -4\r\n\r\nx") << QByteArray("x") << none;
        QTest::newRow("not found") << QByteArray("HTTP/1.0 404 Not Found\r\n\r\nno") << QByteArray()
                                   << int(Error::Kind::Server);
        QTest::newRow("no HTTP") << QByteArray("220 mail\r\n\r\n") << QByteArray() << int(Error::Kind::Protocol);
        QTest::newRow("a head that ends early")
            << QByteArray("HTTP/1.0 200 OK\r\nA") << QByteArray() << int(Error::Kind::Protocol);
        QTest::newRow("a status line that ends early")
            << QByteArray("HTTP/1.\r\n\r\n") << QByteArray() << int(Error::Kind::Server);
        QTest::newRow("nothing") << QByteArray() << QByteArray() << int(Error::Kind::Protocol);
    }
    void answersAreJudged()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        const auto got = bodyOfAnswer(answer);
        QCOMPARE(got.has_value(), !body.isNull());
        if (got)
            QCOMPARE(*got, body);
        else
            QCOMPARE(int(got.error().kind), kind);
    }
    void theNumberThatOpensAChannelMayComeInPieces()
    {
        PortChannels channels(100);
        QVERIFY(channels.take({"\0\xb8", 2}, true));
        QVERIFY(!channels.isOpen());
        QVERIFY(channels.take("\x24HT", false));
        QVERIFY(channels.isOpen());
        QVERIFY(channels.take({"\x07what is this", 13}, true)); // no channel of ours
        QVERIFY(channels.take({"\0TP", 3}, true));
        QCOMPARE(channels.data(), "HTTP");
        QVERIFY(channels.errors().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPodPage)
#include "tst_podpage.moc"
