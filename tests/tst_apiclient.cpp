// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_api tests_support
#include "k8s/api/apiclient.h"
#include "k8s/net/netthread.h"
#include "tests/support/awaited.h"
#include "tests/support/scriptedserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace k8s;
using namespace tests;
using namespace Qt::StringLiterals;

/// What the client sends, and what it makes of the answers that a server or something in front of it can give.
class TestApiClient : public QObject
{
    Q_OBJECT

    NetThread m_net;
    const ResourceType m_jobs {"kubeflow.org", "v1", "pytorchjobs", "PyTorchJob", true};

    static ClusterContext contextOf(const ScriptedServer &server)
    {
        ClusterContext context;
        context.name = "test";
        context.server = server.url();
        context.caData = server.caPem();
        context.token = "secret-token";
        return context;
    }
    static Result<Response> get(ApiClient &client, const QString &path, const QUrlQuery &query = {})
    {
        return await<Response>([&](auto reply) { client.get(path, query, reply); });
    }
    static Result<Response> create(ApiClient &client, const ResourceType &type, const WriteOptions &options = {})
    {
        return await<Response>([&](auto reply) { client.create(type, "team", "{\"a\":1}", options, reply); });
    }

private slots:
    void getSendsWhatAServerExpects()
    {
        ScriptedServer server;
        server.on("GET", "/api/v1/pods",
                  Answer::json("{}")
                      .header("Warning", "299 - \"v1 \\\"X\\\" is old\", 299 - \"and more\"")
                      .header("Date", "Tue, 24 Nov 2026 02:30:00 GMT"));
        ApiClient client(m_net, contextOf(server));
        QUrlQuery query;
        query.addQueryItem("labelSelector", "a=b,c in (x+y)");
        const auto answer = get(client, "/api/v1/pods", query);
        QVERIFY2(answer, qPrintable(answer ? "" : answer.error().message));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "{}");
        QCOMPARE(answer->warnings, QStringList({"v1 \"X\" is old", "and more"}));
        QCOMPARE(answer->serverDate, QDateTime(QDate(2026, 11, 24), QTime(2, 30), QTimeZone::UTC));
        QVERIFY(answer->roundTripMicroseconds > 0);
        const auto request = server.received().constFirst();
        QCOMPARE(request.target, "/api/v1/pods?labelSelector=a%3Db%2Cc%20in%20%28x%2By%29");
        QCOMPARE(request.header("authorization"), "Bearer secret-token");
        QCOMPARE(request.header("accept"), "application/json");
        QVERIFY(request.header("user-agent").startsWith("pilothouse/"));
        QVERIFY(request.header("accept-encoding").isEmpty()); // a server on this machine would only lose time
    }

    void objectsAreCreatedStrictlyPatchedAndRemoved()
    {
        ScriptedServer server;
        const QString path = "/apis/kubeflow.org/v1/namespaces/team/pytorchjobs";
        server.on("POST", path, Answer::json("{}", 201));
        server.on("PATCH", path + "/x", Answer::json("{}"));
        server.on("DELETE", path + "/x", Answer::json("{}"));
        ApiClient client(m_net, contextOf(server));
        QCOMPARE(create(client, m_jobs, {.dryRun = true})->status, 201);
        const ObjectRef object {m_jobs, "team", "x", "the-uid"};
        QVERIFY(await<Response>([&](auto reply) { client.patch(object, PatchKind::Merge, "{}", {}, reply); }));
        QVERIFY(
            await<Response>([&](auto reply) { client.patch(object, PatchKind::Apply, "{}", {.force = true}, reply); }));
        QVERIFY(await<Response>([&](auto reply) { client.remove(object, reply); }));
        const auto all = server.received();
        QCOMPARE(all[0].body, "{\"a\":1}");
        QCOMPARE(all[0].header("content-type"), "application/json");
        QCOMPARE(all[0].parameter("fieldValidation"), "Strict");
        QCOMPARE(all[0].parameter("fieldManager"), "pilothouse");
        QCOMPARE(all[0].parameter("dryRun"), "All");
        QCOMPARE(all[1].header("content-type"), "application/merge-patch+json");
        QVERIFY(!all[1].query.hasQueryItem("force"));
        QCOMPARE(all[2].header("content-type"), "application/apply-patch+yaml");
        QCOMPARE(all[2].parameter("force"), "true");
        const auto options = QJsonDocument::fromJson(all[3].body).object();
        QCOMPARE(options["propagationPolicy"].toString(), "Background");
        QCOMPARE(options["preconditions"]["uid"].toString(), "the-uid");
        QCOMPARE(server.connections(), 1);
    }

    void refusalsBecomeErrors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("forbidden") << 403 << QByteArray("Forbidden") << Error::Kind::Forbidden;
        QTest::newRow("not found") << 404 << QByteArray("NotFound") << Error::Kind::NotFound;
        QTest::newRow("conflict") << 409 << QByteArray("AlreadyExists") << Error::Kind::Conflict;
        QTest::newRow("gone") << 410 << QByteArray("Expired") << Error::Kind::Expired;
        QTest::newRow("invalid") << 422 << QByteArray("Invalid") << Error::Kind::Invalid;
        QTest::newRow("unauthorized") << 401 << QByteArray("Unauthorized") << Error::Kind::Unauthorized;
        QTest::newRow("server") << 500 << QByteArray("InternalError") << Error::Kind::Server;
    }
    void refusalsBecomeErrors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, reason);
        ScriptedServer server;
        const QByteArray details
            = R"({"causes":[{"field":"spec.x[0]","reason":"FieldValueInvalid","message":"must be good"}]})";
        server.on("POST", ".*", Answer::failure(status, reason, "the words of the server", details));
        ApiClient client(m_net, contextOf(server));
        const auto answer = create(client, m_jobs);
        QVERIFY(!answer);
        QTEST(answer.error().kind, "kind");
        QCOMPARE(answer.error().httpStatus, status);
        QCOMPARE(answer.error().reason, QString(reason));
        QCOMPARE(answer.error().message, "the words of the server");
        QCOMPARE(answer.error().context, "POST /apis/kubeflow.org/v1/namespaces/team/pytorchjobs");
        QCOMPARE(answer.error().causes, (QList<FieldCause> {{"spec.x[0]", "FieldValueInvalid", "must be good"}}));
        QCOMPARE(server.count("POST", ".*"), 1);
    }

    void whatIsNotAnApiServerIsSaidSo()
    {
        ScriptedServer server;
        const QByteArray page
            = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
        server.on("GET", "/bad", Answer::text(page, 502, "text/html"));
        server.on("GET", "/login",
                  Answer::text("<html><body>Please log in</body></html>", 200, "text/html; charset=utf-8"));
        server.on("GET", "/moved", Answer::text("", 302).header("Location", "http://127.0.0.1:1/elsewhere"));
        ApiClient client(m_net, contextOf(server));
        const auto bad = get(client, "/bad");
        QCOMPARE(bad.error().kind, Error::Kind::Server);
        QCOMPARE(bad.error().message, "HTTP 502: 502 Bad Gateway: nginx");
        const auto login = get(client, "/login");
        QCOMPARE(login.error().kind, Error::Kind::Protocol);
        QVERIFY(login.error().message.contains("Please log in"));
        const auto moved = get(client, "/moved");
        QCOMPARE(moved.error().kind, Error::Kind::Protocol);
        QVERIFY(moved.error().message.contains("http://127.0.0.1:1/elsewhere"));
        QCOMPARE(server.received().size(), 3);
    }

    void aRefusedConnectionIsToldAtOnce()
    {
        ScriptedServer server;
        ApiClient client(m_net, contextOf(server));
        server.stop();
        const auto answer = get(client, "/x");
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
        QCOMPARE(answer.error().reason, "Refused");
        QCOMPARE(answer.error().httpStatus, 0);
        ClusterContext nowhere;
        nowhere.server = "https://no-such-host.invalid";
        ApiClient lost(m_net, nowhere);
        QCOMPARE(get(lost, "/x").error().reason, "UnknownHost");
    }

    void aServerAddressThatIsNoneIsAConfigError()
    {
        ClusterContext context;
        context.server = "ftp://somewhere";
        ApiClient client(m_net, context);
        QCOMPARE(get(client, "/x").error().kind, Error::Kind::Config);
    }

    void aTokenFileIsReadAgainWhenTheServerRefuses()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("token"));
        const auto write = [&](const QByteArray &token) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(token);
            file.close();
        };
        write("old\n");
        ScriptedServer server;
        server.on("GET", "/x", [](const Received &request) {
            return request.header("authorization") == "Bearer new"
                ? Answer::json("{}")
                : Answer::failure(401, "Unauthorized", "Unauthorized");
        });
        ClusterContext context = contextOf(server);
        context.token.clear();
        context.tokenFile = file.fileName();
        ApiClient client(m_net, context);
        QCOMPARE(get(client, "/x").error().kind, Error::Kind::Unauthorized);
        QCOMPARE(server.received().size(), 1); // nothing new to try
        write("new\n");
        QVERIFY(get(client, "/x"));
        QCOMPARE(server.received().size(), 3);
    }

    void theVersionIsTheSignOfLife()
    {
        ScriptedServer server;
        server.on("GET", "/version",
                  Answer::json(R"({"major":"1","minor":"36+","gitVersion":"v1.36.3","platform":"linux/amd64"})"));
        ApiClient client(m_net, contextOf(server));
        const auto version = await<ServerVersion>([&](auto reply) { client.version(reply); });
        QCOMPARE(version->gitVersion, "v1.36.3");
        QCOMPARE(version->major, 1);
        QCOMPARE(version->minor, 36);
        QVERIFY(version->roundTripMicroseconds > 0);
    }

    void accessIsAskedForAndAnswered()
    {
        ScriptedServer server;
        server.on("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", [](const Received &request) {
            const QJsonValue spec = QJsonDocument::fromJson(request.body)["spec"]["resourceAttributes"];
            return Answer::json(
                spec["verb"] == "delete" ? R"({"status":{"allowed":false}})" : R"({"status":{"allowed":true}})", 201);
        });
        ApiClient client(m_net, contextOf(server));
        const auto may = [&](const QString &verb) {
            return *await<bool>(
                [&](auto reply) { client.mayI({.verb = verb, .resource = "pods", .ns = "team"}, reply); });
        };
        QVERIFY(may("list"));
        QVERIFY(!may("delete"));
    }

    void aClientThatGoesAnswersItsCalls()
    {
        ScriptedServer server;
        server.on("GET", "/x", Answer::stream().stall());
        Awaited<Response> answer;
        {
            ApiClient client(m_net, contextOf(server));
            client.get("/x", {}, answer.reply());
            QTRY_COMPARE(server.received().size(), 1);
        }
        QVERIFY(answer.wait());
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void aReceiverThatGoesIsNotAnswered()
    {
        ScriptedServer server;
        server.on("GET", "/x", Answer::stream().gate("go").chunk("{}").end());
        ApiClient client(m_net, contextOf(server));
        bool called = false;
        auto receiver = std::make_unique<QObject>();
        client.get("/x", {}, Reply<Response>(receiver.get(), [&](const auto &) { called = true; }));
        QTRY_COMPARE(server.received().size(), 1);
        receiver.reset();
        server.open("go");
        QVERIFY(get(client, "/x"));
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"
