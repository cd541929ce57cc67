// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_api k8s_config tests_support
// label: cluster
// timeout: 120
#include "k8s/api/apiclient.h"
#include "k8s/api/apiclient_p.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "tests/support/awaited.h"
#include "tests/support/kubectl.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace k8s;
using tests::await;
using tests::kubectl;

/// The client against a real API server with the real Kubeflow operators; kubectl is the judge.
class TestClientCluster : public QObject
{
    Q_OBJECT

    const QString m_ns = "client-test";
    const ResourceType m_configMaps {"", "v1", "configmaps", "ConfigMap", true};
    const ResourceType m_pyTorchJobs {"kubeflow.org", "v1", "pytorchjobs", "PyTorchJob", true};
    std::unique_ptr<NetThread> m_net;
    std::unique_ptr<ApiClient> m_client;

    Result<Response> get(const ObjectRef &object)
    {
        return await<Response>([&](auto reply) { m_client->get(object, reply); });
    }
    Result<Response> create(const ResourceType &type, const QJsonObject &object, const WriteOptions &options = {})
    {
        const QByteArray json = QJsonDocument(object).toJson();
        return await<Response>([&](auto reply) { m_client->create(type, m_ns, json, options, reply); });
    }
    Result<Response> patch(const ObjectRef &object, PatchKind kind, const QByteArray &body,
                           const WriteOptions &options = {})
    {
        return await<Response>([&](auto reply) { m_client->patch(object, kind, body, options, reply); });
    }
    Result<Response> remove(const ObjectRef &object)
    {
        return await<Response>([&](auto reply) { m_client->remove(object, reply); });
    }
    static QJsonObject configMap(const QString &name, const QJsonObject &data)
    {
        return {
            {"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"metadata", QJsonObject {{"name", name}}}, {"data", data}};
    }
    QJsonObject pyTorchJob(const QString &container, int masters)
    {
        const QJsonObject pod {{"containers", QJsonArray {QJsonObject {{"name", container}, {"image", "x"}}}}};
        const QJsonObject master {{"replicas", masters}, {"template", QJsonObject {{"spec", pod}}}};
        return {{"apiVersion", "kubeflow.org/v1"},
                {"kind", "PyTorchJob"},
                {"metadata", QJsonObject {{"name", "refused"}}},
                {"spec", QJsonObject {{"pytorchReplicaSpecs", QJsonObject {{"Master", master}}}}}};
    }
    static QJsonObject fromKubectl(const QStringList &arguments)
    {
        return QJsonDocument::fromJson(kubectl(arguments + QStringList {"-o", "json"}).out).object();
    }
    static QJsonObject objectOf(const Result<Response> &answer)
    {
        return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
    }
    /// Connections of this process to the server.
    int connections() const
    {
        QSet<QByteArray> mine;
        for (const auto &entry : QDir("/proc/self/fd").entryInfoList(QDir::Files | QDir::System)) {
            const QByteArray link = QFile::symLinkTarget(entry.filePath()).toLatin1();
            if (const auto at = link.indexOf("socket:["); at >= 0)
                mine.insert(link.sliced(at + 8).chopped(1));
        }
        const auto port
            = QByteArray::number(QUrl(m_client->context().server).port(443), 16).toUpper().rightJustified(4, '0');
        QFile table("/proc/self/net/tcp");
        if (!table.open(QIODevice::ReadOnly))
            return -1;
        int count = 0;
        for (const auto &line : table.readAll().split('\n')) {
            const auto columns = line.simplified().split(' ');
            count
                += columns.value(2).endsWith(':' + port) && columns.value(3) == "01" && mine.contains(columns.value(9));
        }
        return count;
    }

private slots:
    void initTestCase()
    {
        const auto config = Kubeconfig::load({qEnvironmentVariable("KUBECONFIG")});
        QVERIFY(config);
        const auto context = config->resolve();
        QVERIFY2(context, qPrintable(context ? QString() : context.error().message));
        m_net = std::make_unique<NetThread>();
        m_client = std::make_unique<ApiClient>(*m_net, *context);
        kubectl({"delete", "namespace", m_ns, "--ignore-not-found", "--wait"}, {}, 60000);
        QCOMPARE(kubectl({"create", "namespace", m_ns}).exitCode, 0);
    }
    void cleanupTestCase() { kubectl({"delete", "namespace", m_ns, "--wait=false"}); }

    void theVersionIsTheServers()
    {
        const auto version = await<ServerVersion>([&](auto reply) { m_client->version(reply); });
        QVERIFY(version);
        QCOMPARE(version->gitVersion, fromKubectl({"version"})["serverVersion"].toObject()["gitVersion"].toString());
        QVERIFY(version->serverDate.isValid());
    }

    void objectsGoThroughTheirLife()
    {
        const ObjectRef object {m_configMaps, m_ns, "life", {}};
        const auto created = create(m_configMaps, configMap("life", {{"a", "1"}}));
        QVERIFY2(created, qPrintable(created ? QString() : created.error().message));
        QCOMPARE(created->status, 201);
        QCOMPARE(objectOf(get(object)), fromKubectl({"get", "configmap", "-n", m_ns, "life", "--show-managed-fields"}));

        QVERIFY(patch(object, PatchKind::Merge, R"({"data":{"b":"2"}})"));
        QVERIFY(patch(object, PatchKind::Json, R"([{"op":"replace","path":"/data/a","value":"3"}])"));
        QCOMPARE(fromKubectl({"get", "configmap", "-n", m_ns, "life"})["data"].toObject(),
                 (QJsonObject {{"a", "3"}, {"b", "2"}}));

        ObjectRef another = object;
        another.uid = "00000000-0000-0000-0000-000000000000";
        QCOMPARE(remove(another).error().kind, Error::Kind::Conflict);
        QVERIFY(remove(object));
        QCOMPARE(get(object).error().kind, Error::Kind::NotFound);
        QVERIFY(kubectl({"get", "configmap", "-n", m_ns, "life"}).exitCode != 0);
    }

    void aDryRunLeavesNothingBehind()
    {
        QVERIFY(create(m_configMaps, configMap("dry", {}), {.dryRun = true}));
        QCOMPARE(get({m_configMaps, m_ns, "dry", {}}).error().kind, Error::Kind::NotFound);
    }

    void whatExistsConflicts()
    {
        QVERIFY(create(m_configMaps, configMap("twice", {})));
        const auto again = create(m_configMaps, configMap("twice", {}));
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
        QCOMPARE(again.error().reason, "AlreadyExists");
    }

    void fieldsOfAnotherManagerConflictUntilForced()
    {
        const ObjectRef object {m_configMaps, m_ns, "shared", {}};
        const auto body = [](const char *value) {
            return QByteArray("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shared}\ndata: {a: ") + value + "}\n";
        };
        QVERIFY(patch(object, PatchKind::Apply, body("one"), {.fieldManager = "first"}));
        const auto refused = patch(object, PatchKind::Apply, body("two"), {.fieldManager = "second"});
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QCOMPARE(refused.error().causes.value(0).reason, "FieldManagerConflict");
        QCOMPARE(refused.error().causes.value(0).field, ".data.a");
        QVERIFY(patch(object, PatchKind::Apply, body("two"), {.force = true, .fieldManager = "second"}));
    }

    void unknownFieldsAreRefusedOrWarnedOf()
    {
        QJsonObject object = configMap("strict", {});
        object["dataa"] = "x";
        const auto refused = create(m_configMaps, object);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QCOMPARE(refused.error().causes.value(0).field, "dataa");
        const auto warned = create(m_configMaps, object, {.strict = false});
        QVERIFY(warned);
        QVERIFY2(warned->warnings.value(0).contains("unknown field"), qPrintable(warned->warnings.join('\n')));
    }

    void invalidObjectsNameTheirFields()
    {
        const auto refused = create(m_configMaps, configMap("Not A Name", {}));
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QCOMPARE(refused.error().httpStatus, 422);
        QCOMPARE(refused.error().causes.value(0).field, "metadata.name");
        const QByteArray file = QJsonDocument(configMap("Not A Name", {})).toJson();
        const auto judged = kubectl({"create", "-n", m_ns, "-f", "-"}, file).err;
        QVERIFY2(judged.contains(refused.error().message.toUtf8()), judged.constData());
    }

    void aWebhooksRefusalNamesTheFields()
    {
        const auto refused = create(m_pyTorchJobs, pyTorchJob("other", 2));
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QStringList fields;
        for (const auto &cause : refused.error().causes)
            fields += cause.field;
        QVERIFY2(fields.contains("spec.pytorchReplicaSpecs[Master].replicas"), qPrintable(refused.error().message));
        const auto judged
            = kubectl({"create", "-n", m_ns, "-f", "-"}, QJsonDocument(pyTorchJob("other", 2)).toJson()).err;
        QVERIFY2(judged.contains("denied the request") && refused.error().message.contains("denied the request"),
                 judged.constData());
    }

    void rightsAreAsKubectlSays()
    {
        const auto may = await<bool>(
            [&](auto reply) { m_client->mayI({.verb = "create", .resource = "pods", .ns = m_ns}, reply); });
        QVERIFY(may);
        QCOMPARE(*may, kubectl({"auth", "can-i", "create", "pods", "-n", m_ns}).out.trimmed() == "yes");
    }

    void wrongCredentialsAndTrustAreToldApart()
    {
        ClusterContext context = m_client->context();
        context.clientCertificateData.clear();
        context.clientCertificateFile.clear();
        context.clientKeyData.clear();
        context.clientKeyFile.clear();
        context.token = "nonsense";
        ApiClient stranger(*m_net, context);
        const auto refused = await<Response>([&](auto reply) { stranger.get("/api/v1/namespaces", {}, reply); });
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorized);
        context.caData.clear();
        context.caFile.clear();
        ApiClient distrustful(*m_net, context);
        const auto untrusted = await<Response>([&](auto reply) { distrustful.get("/api/v1/namespaces", {}, reply); });
        QCOMPARE(untrusted.error().kind, Error::Kind::Tls);
        QCOMPARE(untrusted.error().reason, "UnknownAuthority");
    }

    void requestsShareAConnectionAndStreamsMayHaveTheirOwn()
    {
        NetThread net;
        ApiClient client(net, m_client->context());
        const int before = connections();
        QList<TransferHandle> watches;
        std::atomic<int> open = 0;
        for (int i = 0; i < 20; ++i) {
            ApiRequest watch {.path = "/api/v1/configmaps", .noTimeout = true};
            watch.query.addQueryItem("watch", "true");
            watches += client.internals().open(watch, {.head = [&](const TransferHead &) { ++open; }});
        }
        QTRY_COMPARE(open.load(), 20);
        QCOMPARE(connections() - before, 1);
        for (int i = 0; i < 2; ++i) {
            ApiRequest watch {.path = "/api/v1/configmaps", .http1Own = true, .noTimeout = true};
            watch.query.addQueryItem("watch", "true");
            watches += client.internals().open(watch, {.head = [&](const TransferHead &) { ++open; }});
        }
        QTRY_COMPARE(open.load(), 22);
        QCOMPARE(connections() - before, 3);
        for (auto &watch : watches)
            watch.cancel();
        QTRY_COMPARE(connections() - before, 1); // HTTP/1.1 can only be cancelled by hanging up
    }
};

QTEST_GUILESS_MAIN(TestClientCluster)
#include "tst_client_cluster.moc"
