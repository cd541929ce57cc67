// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch tests_support
// label: cluster
// timeout: 180
#include "k8s/api/discovery.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "k8s/watch/logstream.h"
#include "k8s/watch/reflector.h"
#include "tests/support/awaited.h"
#include "tests/support/kubectl.h"
#include "tests/support/projection.h"

#include <QJsonDocument>
#include <QTest>

using namespace k8s;
using namespace Qt::StringLiterals;
using tests::kubectl;

static const ResourceType pods {"", "v1", "pods", "Pod", true};
static const ResourceType configMaps {"", "v1", "configmaps", "ConfigMap", true};

/// The objects of a collection by uid, as the sink got them.
class Collection : public WatchSink
{
public:
    void beginReplace() override { m_seen.clear(); }
    void endReplace() override
    {
        const std::scoped_lock lock(m_mutex);
        erase_if(m_objects, [this](const auto &entry) { return !m_seen.contains(entry.first); });
    }
    void upsert(std::string_view json) override
    {
        const auto object = QJsonDocument::fromJson(QByteArray(json.data(), qsizetype(json.size()))).object();
        const auto uid = object["metadata"].toObject()["uid"].toString();
        const std::scoped_lock lock(m_mutex);
        m_objects[uid] = object;
        m_seen.insert(uid);
    }
    void remove(std::string_view uid) override
    {
        const std::scoped_lock lock(m_mutex);
        m_objects.erase(QString::fromUtf8(uid.data(), qsizetype(uid.size())));
    }
    void stateChanged(WatchState state, const Error &) override { m_state = state; }

    std::map<QString, QJsonObject> objects()
    {
        const std::scoped_lock lock(m_mutex);
        return m_objects;
    }
    WatchState state() const { return m_state; }

private:
    std::mutex m_mutex;
    std::map<QString, QJsonObject> m_objects;
    QSet<QString> m_seen;
    std::atomic<WatchState> m_state {};
};

class Reader : public LogSink
{
public:
    void append(std::string_view lines) override { m_text.append(lines.data(), qsizetype(lines.size())); }
    void finished(const Error *) override { m_done = true; }
    void interrupted(const Error &) override { }

    QByteArray m_text; ///< to be read once it is done
    std::atomic_bool m_done = false;
};

class TestReflectorCluster : public QObject
{
    Q_OBJECT

    const QString m_ns = "watch-test-" + QString::number(QDateTime::currentMSecsSinceEpoch(), 36);
    std::unique_ptr<NetThread> m_net;
    std::unique_ptr<ApiClient> m_client;

    std::unique_ptr<Reflector> follow(const ResourceType &type, const std::shared_ptr<Collection> &collection,
                                      const QString &ns)
    {
        auto reflector = std::make_unique<Reflector>(*m_client, WatchTarget {type, ns, {}, {}}, collection);
        reflector->start();
        return reflector;
    }

    static QByteArray gatedPod(int index)
    {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: p" + QByteArray::number(index)
            + ", annotations: {note: \"\\u00e9 \\\"x\\\"\"}}\nspec:\n  schedulingGates: [{name: example.org/never}]\n"
              "  containers: [{name: c, image: none, resources: {limits: {cpu: 10m, memory: 8Mi}}, env: [{name: RANK, "
              "value: \"3\"}]}]\n---\n";
    }

    /// What kubectl shows, by uid, reduced to what the projection carries.
    static std::map<QString, QJsonObject> truth(const QString &plural, const QString &ns, const ProtoMessage *message)
    {
        const auto list = QJsonDocument::fromJson(kubectl({"get", plural, "-n", ns, "-o", "json"}).out).object();
        std::map<QString, QJsonObject> objects;
        for (const auto &item : list["items"].toArray()) {
            auto object = message ? tests::projected(item.toObject(), *message) : item.toObject();
            object.remove("apiVersion");
            object.remove("kind");
            objects[object["metadata"].toObject()["uid"].toString()] = object;
        }
        return objects;
    }

    static std::map<QString, QJsonObject> seen(Collection &collection)
    {
        auto objects = collection.objects();
        for (auto &[uid, object] : objects) {
            object.remove("apiVersion");
            object.remove("kind");
            // kubectl leaves them out unless told otherwise
            auto metadata = object["metadata"].toObject();
            metadata.remove("managedFields");
            object["metadata"] = metadata;
        }
        return objects;
    }

private slots:
    void initTestCase()
    {
        if (tests::kubectlPath().isEmpty() || qEnvironmentVariableIsEmpty("KUBECONFIG"))
            QSKIP("no sandbox: set KUBECONFIG");
        const auto config = Kubeconfig::load(Kubeconfig::defaultFiles());
        QVERIFY(config);
        const auto context = config->resolve();
        QVERIFY(context);
        m_net = std::make_unique<NetThread>();
        m_client = std::make_unique<ApiClient>(*m_net, *context);
        QCOMPARE(kubectl({"create", "namespace", m_ns}).exitCode, 0);
    }

    void cleanupTestCase()
    {
        if (m_client)
            kubectl({"delete", "namespace", m_ns, "--wait=false"});
        m_client.reset();
        m_net.reset();
    }

    void podsStayEqualToWhatKubectlShows()
    {
        const auto collection = std::make_shared<Collection>();
        const auto reflector = follow(pods, collection, m_ns);
        QTRY_COMPARE(collection->state(), WatchState::Live);
        QByteArray manifests;
        for (int i = 0; i < 30; ++i)
            manifests += gatedPod(i);
        const auto made = kubectl({"apply", "-n", m_ns, "-f", "-"}, manifests);
        QVERIFY2(made.exitCode == 0, made.err);
        QTRY_COMPARE(collection->objects().size(), 30);
        kubectl({"label", "pods", "-n", m_ns, "--all", "round=two"});
        kubectl({"delete", "pods", "-n", m_ns, "--grace-period=0", "--force", "p3", "p7", "p29"});
        kubectl({"apply", "-n", m_ns, "-f", "-"}, gatedPod(3)); // the same name, another uid
        const auto *message = protoMessageOf("v1", "Pod");
        QTRY_COMPARE(collection->objects().size(), 28);
        QTRY_VERIFY(seen(*collection) == truth("pods", m_ns, message));

        const auto late = std::make_shared<Collection>();
        const auto second = follow(pods, late, m_ns); // the same through a list
        QTRY_COMPARE(late->state(), WatchState::Live);
        QTRY_VERIFY(seen(*late) == truth("pods", m_ns, message));
    }

    void podsOfTheWholeClusterAreEqualInBothRepresentations()
    {
        const auto collection = std::make_shared<Collection>();
        const auto reflector = follow(pods, collection, {});
        QTRY_COMPARE(collection->state(), WatchState::Live);
        for (const QString ns : {"kubeflow", "kubeflow-system", "jobset-system"}) {
            const auto expected = truth("pods", ns, protoMessageOf("v1", "Pod"));
            const auto all = seen(*collection);
            for (const auto &[uid, object] : expected) {
                QVERIFY(all.contains(uid));
                QCOMPARE(QJsonDocument(all.at(uid)).toJson(), QJsonDocument(object).toJson());
            }
        }
    }

    void kindsWithoutAProjectionComeAsTheServerWroteThem()
    {
        const auto collection = std::make_shared<Collection>();
        const auto reflector = follow(configMaps, collection, m_ns);
        QTRY_COMPARE(collection->state(), WatchState::Live);
        kubectl({"create", "configmap", "-n", m_ns, "one", "--from-literal=key=a \"quoted\" }]{[ value"});
        kubectl({"create", "configmap", "-n", m_ns, "two"});
        kubectl({"delete", "configmap", "-n", m_ns, "two"});
        QTRY_VERIFY(collection->objects().size() >= 1 && seen(*collection) == truth("configmaps", m_ns, nullptr));
    }

    void aLogIsReadAsKubectlReadsIt()
    {
        const QByteArray pod
            = "apiVersion: v1\nkind: Pod\nmetadata: {name: talker}\nspec:\n  restartPolicy: Never\n  containers:\n"
              "  - {name: main, image: localhost/pilothouse/pytorch:1, command: [sh, -c, 'for i in $(seq 3000); do "
              "echo line $i; done; printf end']}\n";
        QVERIFY(kubectl({"apply", "-n", m_ns, "-f", "-"}, pod).exitCode == 0);
        const auto waited
            = kubectl({"wait", "-n", m_ns, "pod/talker", "--for=jsonpath={.status.phase}=Succeeded", "--timeout=60s"},
                      {}, 70'000);
        QVERIFY2(waited.exitCode == 0, waited.err);
        const auto reader = std::make_shared<Reader>();
        LogStream stream(*m_client, {.ns = m_ns, .pod = "talker", .container = "main"}, reader);
        stream.start();
        QTRY_VERIFY(reader->m_done.load());
        auto expected = kubectl({"logs", "-n", m_ns, "talker", "--timestamps"}).out;
        if (!expected.endsWith('\n'))
            expected += '\n';
        QCOMPARE(reader->m_text, expected);
    }

    void theClusterTellsWhichVersionsOfTheTrainingKindsItServes()
    {
        const auto answer
            = tests::await<QList<ApiResource>>([&](const auto &reply) { Discovery(*m_client).refresh(reply); });
        QVERIFY(answer);
        for (const auto &[group, kind] : {std::pair("kubeflow.org", "PyTorchJob"),
                                          {"trainer.kubeflow.org", "TrainJob"},
                                          {"jobset.x-k8s.io", "JobSet"},
                                          {"", "Pod"}}) {
            const auto *resource = findKind(*answer, QString(group), QString(kind));
            QVERIFY2(resource && resource->can("watch"_L1) && resource->type.namespaced, kind);
        }
        const auto table
            = tests::await<Table>([&](const auto &reply) { fetchTable(*m_client, configMaps, m_ns, {}, reply); });
        QVERIFY(table);
        QCOMPARE(table->columns.first().name, "Name");
    }
};

QTEST_GUILESS_MAIN(TestReflectorCluster)
#include "tst_reflector_cluster.moc"
