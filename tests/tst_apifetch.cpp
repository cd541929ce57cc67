// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_api tests_support
#include "k8s/api/apiclient.h"
#include "k8s/net/netthread.h"
#include "tests/support/awaited.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace k8s;
using namespace tests;

/// What is tried again, and what never is.
class TestApiFetch : public QObject
{
    Q_OBJECT

    NetThread m_net;
    const ResourceType m_jobs {"kubeflow.org", "v1", "pytorchjobs", "PyTorchJob", true};

    static ClusterContext contextOf(const ScriptedServer &server)
    {
        ClusterContext context;
        context.server = server.url();
        return context;
    }
    static Result<Response> get(ApiClient &client, const QString &path)
    {
        return await<Response>([&](auto reply) { client.get(path, {}, reply); });
    }

private slots:
    void readsAreRepeatedWhenTheServerSaysWhen()
    {
        ScriptedServer server;
        server.once("GET", "/x", Answer::failure(429, "TooManyRequests", "slow down").header("Retry-After", "0"));
        server.once("GET", "/x", Answer::text("<html><title>503</title>", 503).header("Retry-After", "0"));
        server.once("GET", "/x", Answer::nothing().reset());
        server.on("GET", "/x", Answer::json("{}"));
        ApiClient client(m_net, contextOf(server));
        QVERIFY(get(client, "/x"));
        QCOMPARE(server.count("GET", "/x"), 4);
    }

    void aLongRetryAfterIsTheCallersAffair()
    {
        ScriptedServer server;
        server.on("GET", "/x",
                  Answer::failure(429, "TooManyRequests", "slow down").header("Retry-After", "1000000000"));
        ApiClient client(m_net, contextOf(server));
        const auto answer = get(client, "/x");
        QCOMPARE(answer.error().kind, Error::Kind::TooManyRequests);
        QCOMPARE(answer.error().retryAfterSeconds, 1000000000);
        QCOMPARE(server.count("GET", "/x"), 1);
    }

    void aWriteIsNeverSentTwice()
    {
        ScriptedServer server;
        server.on("GET", "/x", Answer::json("{}"));
        server.on("POST", ".*", Answer::nothing().close());
        ApiClient client(m_net, contextOf(server));
        QVERIFY(get(client, "/x")); // leaves a connection that curl will use again, and by itself would repeat on
        const auto answer = await<Response>([&](auto reply) { client.create(m_jobs, "team", "{}", {}, reply); });
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
        QCOMPARE(answer.error().reason, "OutcomeUnknown");
        QCOMPARE(server.count("POST", ".*"), 1);
    }

    void aBrokenBodyIsAnErrorAndNotHalfAnAnswer()
    {
        ScriptedServer server;
        server.on("GET", "/x", Answer::stream().chunk("{\"half\":").close());
        ApiClient client(m_net, contextOf(server));
        const auto answer = get(client, "/x");
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
        QCOMPARE(answer.error().reason, "Truncated");
        QCOMPARE(server.count("GET", "/x"), 4);
    }
};

QTEST_GUILESS_MAIN(TestApiFetch)
#include "tst_apifetch.moc"
