// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_exec tests_support
// Commands in pods over WebSocket: the channel protocol against a scripted server that speaks it byte by byte.
#include "k8s/api/apiclient.h"
#include "k8s/exec/channels.h"
#include "k8s/exec/podexec.h"
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

class TestPodExec : public QObject
{
    Q_OBJECT

    NetThread m_net;
    static constexpr auto path = "/api/v1/namespaces/team-a/pods/p-0/exec";

    /// With ' for the quotes of JSON.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    static void speak(ScriptedServer &server, const QByteArray &frames,
                      const QByteArray &protocol = "v5.channel.k8s.io")
    {
        server.on("GET", path, [frames, protocol](const Received &request) {
            return Answer::nothing().raw(switching(request, protocol)).raw(frames).close();
        });
    }
    Result<ExecResult> run(ScriptedServer &server, ExecTarget target = {})
    {
        target.ns = "team-a";
        target.pod = "p-0";
        if (target.command.isEmpty())
            target.command = QStringList {"sh", "-c", "ls '/a b' & echo $?"};
        ClusterContext context;
        context.server = server.url();
        ApiClient client(m_net, context);
        return tests::await<ExecResult>([&](const auto &reply) { execInPod(client, target, reply); });
    }

private slots:
    void outputErrorsAndEndComeApart()
    {
        ScriptedServer server;
        speak(server,
              message(1, "one ") + message(2, "warning") + message(1, QByteArray("two\0\xff", 5)) + success()
                  + closing());
        const auto result = run(server, {.container = "pytorch"});
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QCOMPARE(result->output, QByteArray("one two\0\xff", 9));
        QCOMPARE(result->errors, "warning");
        QCOMPARE(result->exitCode, 0);
        const Received asked = server.received().first();
        QCOMPARE(asked.header("sec-websocket-protocol"), "v5.channel.k8s.io, v4.channel.k8s.io");
        QCOMPARE(asked.header("upgrade").toLower(), "websocket");
        QCOMPARE(asked.query.allQueryItemValues("command", QUrl::FullyDecoded),
                 QStringList({"sh", "-c", "ls '/a b' & echo $?"}));
        QCOMPARE(asked.parameter("container"), "pytorch");
        QCOMPARE(asked.parameter("stdout"), "true");
        QVERIFY(asked.parameter("stdin").isEmpty());
    }
    void anOldServerSpeaksTheVersionBefore()
    {
        ScriptedServer server;
        speak(server, message(1, "x") + success() + closing(), "v4.channel.k8s.io");
        QCOMPARE(run(server)->output, "x");
    }
    void longAndBrokenUpMessagesAreWhole()
    {
        QByteArray big(300'000, 'a');
        for (qsizetype i = 0; i < big.size(); ++i)
            big[i] = char(i % 251);
        ScriptedServer server;
        speak(server,
              message(1, big) + frame(QByteArray("\1fir"), 2, false) + frame("ping", 9) + frame("st ", 0, false)
                  + frame("message", 0, true) + message(1, "!") + success() + closing());
        const auto result = run(server);
        QVERIFY(result);
        QCOMPARE(result->output.size(), big.size() + 14);
        QVERIFY(result->output.startsWith(big));
        QCOMPARE(result->output.last(14), "first message!");
    }
    void anExitCodeIsAnAnswer()
    {
        ScriptedServer server;
        speak(server, message(2, "no such file") + failure(44));
        const auto result = run(server);
        QVERIFY(result);
        QCOMPARE(result->exitCode, 44);
        QCOMPARE(result->errors, "no such file");
    }
    void aProgramThatIsNotThereIsToldInTheRuntimesWords()
    {
        ScriptedServer server;
        speak(
            server,
            message(3,
                    json("{'status':'Failure','reason':'InternalError','code':500,'message':'exec: sh: executable file "
                         "not found in $PATH'}")));
        const auto result = run(server);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Invalid);
        QVERIFY2(result.error().message.contains("not found in $PATH"), qPrintable(result.error().message));
    }
    void aRefusalIsARefusal_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("403") << 403 << int(Error::Kind::Forbidden);
        QTest::newRow("404") << 404 << int(Error::Kind::NotFound);
        QTest::newRow("500") << 500 << int(Error::Kind::Server);
        QTest::newRow("200") << 200 << int(Error::Kind::Protocol);
    }
    void aRefusalIsARefusal()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        ScriptedServer server;
        server.on("GET", path, Answer::json(json("{'kind':'Status','status':'Failure','message':'no'}"), status));
        const auto result = run(server);
        QVERIFY(!result);
        QCOMPARE(int(result.error().kind), kind);
        QCOMPARE(server.count("GET", path), 1);
    }
    void aConnectionThatBreaksIsNoEnd()
    {
        ScriptedServer server;
        speak(server, message(1, "half"));
        QVERIFY(!run(server));
        server.on("GET", path, [](const Received &request) {
            return Answer::nothing().raw(switching(request)).raw(message(1, "half")).reset();
        });
        QVERIFY(!run(server));
    }
    void tooMuchIsCutOff()
    {
        ScriptedServer server;
        server.on("GET", path, [](const Received &request) {
            return Answer::nothing().raw(switching(request)).raw(message(1, QByteArray(5000, 'x'))).stall();
        });
        const auto result = run(server, {.mostBytes = 4000});
        QVERIFY(!result);
        QCOMPARE(result.error().reason, "TooLong");
        QTRY_COMPARE(server.openConnections(), 0);
    }
    void anAnswerThatNeverEndsIsGivenUp()
    {
        ScriptedServer server;
        server.on("GET", path, [](const Received &request) {
            return Answer::nothing().raw(switching(request)).raw(message(1, "x")).stall();
        });
        const auto result = run(server, {.timeout = std::chrono::milliseconds(300)});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Timeout);
    }
};

QTEST_GUILESS_MAIN(TestPodExec)
#include "tst_podexec.moc"
