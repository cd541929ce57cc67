// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_api tests_support
#include "k8s/api/apiclient.h"
#include "k8s/config/execplugin.h"
#include "k8s/net/netthread.h"
#include "tests/support/awaited.h"
#include "tests/support/scriptedserver.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace k8s;
using namespace tests;
using namespace std::chrono_literals;

/// Whom the client trusts and how it proves who it is: TLS, client certificates, credential plugins.
class TestTrust : public QObject
{
    Q_OBJECT

    NetThread m_net;
    QTemporaryDir m_folder;

    Result<Response> get(const ClusterContext &context)
    {
        ApiClient client(m_net, context);
        return await<Response>([&](auto reply) { client.get("/x", {}, reply); });
    }
    static ClusterContext contextOf(const ScriptedServer &server)
    {
        ClusterContext context;
        context.server = server.url();
        context.caData = server.caPem();
        return context;
    }
    static ExecPlugin shell(const QString &script)
    {
        return {.apiVersion = "client.authentication.k8s.io/v1",
                .command = "sh",
                .arguments = {"-c", script},
                .interactiveMode = "Never"};
    }
    static QString printsToken(const QString &token, const QString &expires = {})
    {
        const QString more = expires.isEmpty() ? "" : QString(",\"expirationTimestamp\":\"%1\"").arg(expires);
        return QString("echo "
                       "'{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/"
                       "v1\",\"status\":{\"token\":\"%1\"%2}}'")
            .arg(token, more);
    }

private slots:
    void aCertificateOfTheGivenAuthorityIsTrusted()
    {
        ScriptedServer server {ServerTls()};
        server.on("GET", "/x", Answer::json("{}"));
        QVERIFY(get(contextOf(server)));
    }

    void certificatesThatAreWrongAreRefused_data()
    {
        QTest::addColumn<QList<QByteArray>>("names");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("reason");
        QTest::newRow("expired") << QList<QByteArray> {"127.0.0.1"} << -2 << -1 << "CertificateExpired";
        QTest::newRow("not yet") << QList<QByteArray> {"127.0.0.1"} << 1 << 2 << "CertificateNotYetValid";
        QTest::newRow("name") << QList<QByteArray> {"example.org"} << -1 << 1 << "WrongName";
    }
    void certificatesThatAreWrongAreRefused()
    {
        QFETCH(QList<QByteArray>, names);
        QFETCH(int, from);
        QFETCH(int, to);
        ScriptedServer server(ServerTls {.names = names, .validFromDays = from, .validToDays = to});
        server.on("GET", "/x", Answer::json("{}"));
        const auto answer = get(contextOf(server));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Tls);
        QTEST(answer.error().reason, "reason");
        QCOMPARE(server.received().size(), 0);
    }

    void anotherAuthorityIsRefusedUnlessNothingIsVerified()
    {
        ScriptedServer server {ServerTls()};
        const ScriptedServer stranger {ServerTls()};
        server.on("GET", "/x", Answer::json("{}"));
        ClusterContext context = contextOf(server);
        context.caData = stranger.caPem();
        const auto answer = get(context);
        QCOMPARE(answer.error().kind, Error::Kind::Tls);
        QVERIFY2(answer.error().reason == "UnknownAuthority", qPrintable(answer.error().message));
        context.caData.clear(); // the system's
        QCOMPARE(get(context).error().reason, "UnknownAuthority");
        context.insecureSkipTlsVerify = true;
        QVERIFY(get(context));
    }

    void theServersNameMayBeAnother()
    {
        ScriptedServer server(ServerTls {.names = {"api.example.org"}});
        server.on("GET", "/x", Answer::json("{}"));
        ClusterContext context = contextOf(server);
        context.tlsServerName = "api.example.org";
        QVERIFY(get(context));
        QCOMPARE(server.received()[0].header("host"), "127.0.0.1:" + QByteArray::number(server.port()));
        context.tlsServerName = "other.example.org";
        QCOMPARE(get(context).error().reason, "WrongName");
    }

    void aClientCertificateProvesWhoWeAre()
    {
        ScriptedServer server(ServerTls {.asksForClientCertificate = true});
        server.on("GET", "/x", Answer::json("{}"));
        ClusterContext context = contextOf(server);
        QCOMPARE(get(context).error().reason, "ClientCertificateRequired");
        context.clientCertificateData = server.clientCertificatePem();
        context.clientKeyData = server.clientKeyPem();
        QVERIFY(get(context));
    }

    void aProxyDoesNotSeeTheToken()
    {
        ScriptedServer proxy;
        proxy.on("CONNECT", ".*", Answer::text("", 407));
        ClusterContext context;
        context.server = "https://cluster.example:6443";
        context.proxyUrl = proxy.url();
        context.token = "secret";
        QCOMPARE(get(context).error().kind, Error::Kind::Unreachable);
        QCOMPARE(proxy.received()[0].target, "cluster.example:6443");
        QVERIFY(proxy.received()[0].header("authorization").isEmpty());
    }

    void aPluginRunsOncePerExpiry()
    {
        ScriptedServer server;
        server.on("GET", "/x", Answer::json("{}"));
        const QString runs = m_folder.filePath("runs");
        ClusterContext context = contextOf(server);
        context.exec = shell("echo x >> " + runs + "; " + printsToken("good", "2999-01-01T00:00:00Z"));
        ApiClient client(m_net, context);
        Awaited<Response> first, second;
        client.get("/x", {}, first.reply());
        client.get("/x", {}, second.reply());
        QVERIFY(first.wait() && second.wait());
        QVERIFY(*first && *second);
        QCOMPARE(server.received()[1].header("authorization"), "Bearer good");
        QFile file(runs);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "x\n");
    }

    void aRefusedTokenMakesThePluginRunAgainOnce()
    {
        ScriptedServer server;
        server.on("GET", "/x", Answer::failure(401, "Unauthorized", "Unauthorized"));
        const QString runs = m_folder.filePath("again");
        ClusterContext context = contextOf(server);
        context.exec = shell("echo x >> " + runs + "; " + printsToken("bad"));
        QCOMPARE(get(context).error().kind, Error::Kind::Unauthorized);
        QFile file(runs);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "x\nx\n");
        QCOMPARE(server.received().size(), 2);
    }

    void pluginsThatFailAreExplained_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("message");
        QTest::newRow("exit code") << "echo no luck >&2; exit 3" << "(exit code 3): no luck";
        QTest::newRow("no json") << "echo hello" << "did not print JSON";
        QTest::newRow("other version") << "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"v9\"}'"
                                       << "answered in version v9";
        QTest::newRow("nothing in it")
            << "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\"}'"
            << "neither a token nor a certificate";
        QTest::newRow("flood") << "yes" << "more than 1 MiB";
        QTest::newRow("killed") << "kill -9 $$" << "crashed";
        QTest::newRow("wants input") << "read line || echo no input >&2; exit 1" << "no input";
    }
    void pluginsThatFailAreExplained()
    {
        QFETCH(QString, script);
        QFETCH(QString, message);
        ClusterContext context;
        context.exec = shell(script);
        const auto credential = runExecPlugin(context, 30s);
        QVERIFY(!credential);
        QVERIFY2(credential.error().message.contains(message), qPrintable(credential.error().message));
        QCOMPARE(credential.error().context, "sh");
    }

    void aPluginThatHangsIsKilledWithItsChildren()
    {
        ClusterContext context;
        context.exec = shell("sleep 1000 & echo $! > " + m_folder.filePath("child") + "; wait");
        QCOMPARE(runExecPlugin(context, 300ms).error().kind, Error::Kind::Timeout);
        QFile file(m_folder.filePath("child"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString stat = QString("/proc/%1/stat").arg(QString::fromLatin1(file.readAll().trimmed()));
        const auto isGone = [&] {
            QFile state(stat); // a zombie that nobody collects is gone too
            return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
        };
        QTRY_VERIFY(isGone());
    }

    void aPluginThatIsNotThereSaysHowToGetIt()
    {
        ClusterContext context;
        context.exec = ExecPlugin {.apiVersion = "client.authentication.k8s.io/v1",
                                   .command = "no-such-plugin",
                                   .installHint = "apt install it"};
        QVERIFY(runExecPlugin(context, 10s).error().message.endsWith("apt install it"));
        context.exec->interactiveMode = "Always";
        QVERIFY(runExecPlugin(context, 10s).error().message.contains("standard input is unavailable"));
    }

    void thePluginIsToldAboutTheClusterIfItWantsToKnow()
    {
        ClusterContext context;
        context.server = "https://x";
        context.exec = shell("echo \"$KUBERNETES_EXEC_INFO $A\" >&2; exit 1");
        context.exec->environment = {{"A", "from-env"}};
        context.exec->clusterConfig = "{\"audience\":\"abc\"}";
        auto told = runExecPlugin(context, 10s).error().message;
        QVERIFY(told.contains("\"interactive\":false") && told.contains("from-env") && !told.contains("audience"));
        context.exec->provideClusterInfo = true;
        told = runExecPlugin(context, 10s).error().message;
        QVERIFY(told.contains("\"audience\":\"abc\"") && told.contains("https://x"));
    }

    void aClientGoesAtOnceThoughItsPluginHangs()
    {
        ScriptedServer server;
        QElapsedTimer time;
        time.start();
        {
            NetThread net;
            ClusterContext context = contextOf(server);
            context.exec = shell("sleep 1000");
            ApiClient client(net, context);
            Awaited<Response> answer;
            client.get("/x", {}, answer.reply());
            net.runAndWait([] { });
        }
        QVERIFY2(time.elapsed() < 30000, "it waited for the plugin");
    }
};

QTEST_GUILESS_MAIN(TestTrust)
#include "tst_trust.moc"
