// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch tests_support
// sanitizers: tsan
// timeout: 120
#include "k8s/net/netthread.h"
#include "k8s/watch/reflector.h"
#include "tests/support/collection.h"
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <random>

using namespace k8s;
using namespace tests;

/// A collection with its history, served with watches that resume at any version and break where they please.
class Truth
{
public:
    explicit Truth(unsigned seed)
        : m_random(seed)
    {
    }

    void change()
    {
        const std::scoped_lock lock(m_mutex);
        const QByteArray uid = "u" + QByteArray::number(m_random() % 20);
        const int version = ++m_version;
        if (!m_objects.contains(uid))
            m_history.emplace_back(version, frame("ADDED", object(uid, version)));
        else if (m_random() % 4 == 0)
            m_history.emplace_back(version, frame("DELETED", object(uid, version)));
        else
            m_history.emplace_back(version, frame("MODIFIED", object(uid, version)));
        if (m_history.back().second.contains("DELETED"))
            m_objects.erase(uid);
        else
            m_objects[uid] = version;
    }

    Answer answer(const Received &request)
    {
        const std::scoped_lock lock(m_mutex);
        if (request.parameter("limit") == "1")
            return m_random() % 5 == 0 ? Answer::nothing().reset() : Answer::json(list({}, m_version));
        if (request.parameter("watch") != "1") {
            ++m_lists;
            QList<QByteArray> items;
            for (const auto &[uid, version] : m_objects)
                items += object(uid, version);
            return Answer::json(list(items, m_version));
        }
        QByteArray bytes;
        for (const auto &[version, event] : m_history) {
            if (version > request.parameter("resourceVersion").toInt())
                bytes += event;
        }
        const auto size = qsizetype(m_random() % size_t(bytes.size() + 1));
        auto stream = Answer::stream();
        if (m_calm)
            return bytes.isEmpty() ? stream.stall() : stream.chunk(bytes).stall(); // an empty chunk is the last one
        stream.split(bytes.first(size), 16 + int(m_random() % 200));
        return m_random() % 2 == 0 ? stream.reset() : stream.close();
    }

    void calmDown()
    {
        const std::scoped_lock lock(m_mutex);
        m_calm = true;
    }
    int lists()
    {
        const std::scoped_lock lock(m_mutex);
        return m_lists;
    }
    QString text()
    {
        const std::scoped_lock lock(m_mutex);
        QStringList entries;
        for (const auto &[uid, version] : m_objects)
            entries += QString(uid) + QString::number(version);
        return entries.join(' ');
    }

private:
    std::mutex m_mutex;
    std::mt19937 m_random;
    std::map<QByteArray, int> m_objects;
    std::vector<std::pair<int, QByteArray>> m_history;
    int m_version = 100;
    int m_lists = 0;
    bool m_calm = false;
};

class TestReflectorFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<NetThread> m_net;
    std::unique_ptr<ApiClient> m_client;

    std::unique_ptr<Reflector> follow(const std::shared_ptr<Collection> &collection, const QString &ns = {},
                                      const ResourceType &type = jobs)
    {
        auto reflector = std::make_unique<Reflector>(*m_client, WatchTarget {.type = type, .ns = ns}, collection);
        reflector->start();
        return reflector;
    }

    static constexpr int cutsAtOnce = 40; ///< each takes a connection, and the server a thread for it

    static QByteArray cutEvents()
    {
        return frame("MODIFIED", object("ä", 11)) + frame("ADDED", object("b", 12)) + frame("DELETED", object("a", 13));
    }

    static QByteArray sample(const QString &name)
    {
        QFile file(SOURCE_DIR "/tests/data/proto/" + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_net = std::make_unique<NetThread>();
        ClusterContext context;
        context.server = m_server->url();
        m_client = std::make_unique<ApiClient>(*m_net, context);
    }

    void cleanup()
    {
        m_client.reset();
        m_net.reset();
        m_server.reset();
    }

    void manyBreaksLoseNothingAndNeedNoSecondList()
    {
        std::vector<std::unique_ptr<Truth>> truths;
        std::vector<std::shared_ptr<Collection>> collections;
        std::vector<std::unique_ptr<Reflector>> reflectors;
        for (unsigned seed = 0; seed < 8; ++seed) {
            auto *truth = truths.emplace_back(std::make_unique<Truth>(seed)).get();
            for (int i = 0; i < 10; ++i)
                truth->change();
            const QString ns = "n" + QString::number(seed);
            m_server->on("GET", ".*/namespaces/" + ns + "/jobs", [truth](const Received &request) {
                truth->change();
                return truth->answer(request);
            });
            reflectors.push_back(follow(collections.emplace_back(std::make_shared<Collection>()), ns));
        }
        for (int i = 0; i < 300; ++i) {
            for (const auto &truth : truths)
                truth->change();
            if (i % 10 == 0)
                QTest::qWait(5);
        }
        for (const auto &truth : truths)
            truth->calmDown();
        for (size_t i = 0; i < truths.size(); ++i) {
            QTRY_COMPARE_WITH_TIMEOUT(collections[i]->text(), truths[i]->text(), 20'000);
            QCOMPARE(truths[i]->lists(), 1);
        }
    }

    void aStreamCutAtAnyByteNeverAppliesAPart_data()
    {
        QTest::addColumn<int>("first");
        for (int first = 1; first < cutEvents().size(); first += cutsAtOnce)
            QTest::addRow("from %d", first) << first;
    }

    void aStreamCutAtAnyByteNeverAppliesAPart()
    {
        QFETCH(int, first);
        std::vector<std::shared_ptr<Collection>> collections;
        std::vector<std::unique_ptr<Reflector>> reflectors;
        for (qsizetype cut = first; cut < std::min<qsizetype>(first + cutsAtOnce, cutEvents().size()); ++cut) {
            const QString path = QString("/apis/example.org/v1/namespaces/n%1/jobs").arg(cut);
            m_server->on("GET", path, [](const Received &request) {
                if (request.parameter("watch") != "1")
                    return Answer::json(
                        list({object("a", 9), object("ä", 10)}, request.parameter("limit") == "1" ? 13 : 10));
                auto rest = cutEvents();
                for (int i = 10; i < request.parameter("resourceVersion").toInt(); ++i)
                    rest = rest.sliced(rest.indexOf('\n') + 1);
                return rest.isEmpty() ? Answer::stream().stall() : Answer::stream().chunk(rest).stall();
            });
            m_server->once("GET", path, Answer::json(list({object("a", 9), object("ä", 10)}, 10)));
            auto broken = Answer::stream().chunk(cutEvents().first(cut));
            m_server->once("GET", path, cut % 3 == 0 ? broken.reset() : cut % 3 == 1 ? broken.close() : broken.end());
            reflectors.push_back(
                follow(collections.emplace_back(std::make_shared<Collection>()), QString("n%1").arg(cut)));
        }
        for (const auto &collection : collections)
            QTRY_COMPARE_WITH_TIMEOUT(collection->text(), QString::fromUtf8("b12 ä11"), 30'000);
    }

    void anEventOfSixteenMegabytesIsTakenALargerOneIsNot()
    {
        const auto large = [](int version, int bytes) {
            return frame("ADDED",
                         "{\"metadata\":{\"uid\":\"large\",\"resourceVersion\":\"" + QByteArray::number(version)
                             + "\"},\"x\":\"" + QByteArray(bytes, 'x') + "\"}");
        };
        m_server->on("GET", ".*/jobs", Answer::json(list({object("a", 20)}, 20)));
        m_server->once("GET", ".*/jobs", Answer::json(list({}, 10)));
        m_server->once("GET", ".*/jobs",
                       Answer::stream().chunk(large(11, 16'600'000)).chunk(large(12, 16'800'000)).stall());
        const auto collection = std::make_shared<Collection>();
        const auto reflector = follow(collection);
        QTRY_COMPARE_WITH_TIMEOUT(collection->text(), "large11", 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(collection->text(), "a20", 20'000);
    }

    void aServerInTroubleIsToldInItsWordsAndComesBack()
    {
        m_server->on("GET", ".*/jobs", [](const Received &request) {
            return request.parameter("watch") == "1" ? Answer::stream().stall()
                                                     : Answer::json(list({object("a", 1)}, 1));
        });
        m_server->once("GET", ".*/jobs", Answer::text("<html><h1>502 Bad Gateway</h1></html>", 502, "text/html"));
        const auto collection = std::make_shared<Collection>();
        const auto reflector = follow(collection);
        QTRY_COMPARE(collection->state(), WatchState::Stale);
        QCOMPARE(collection->read(&Collection::m_error).httpStatus, 502);
        QTRY_COMPARE_WITH_TIMEOUT(collection->state(), WatchState::Live, 10'000);
        QCOMPARE(collection->text(), "a1");
    }

    void podsAreAskedForInProtobuf()
    {
        const QByteArray protobuf = "application/vnd.kubernetes.protobuf";
        m_server->on("GET", "/api/v1/pods", [&](const Received &request) {
            if (request.parameter("watch") == "1")
                return Answer::stream(200, protobuf + ";stream=watch").stall();
            return Answer::text(sample("pods.pb"), 200, protobuf);
        });
        const auto collection = std::make_shared<Collection>();
        const auto reflector = follow(collection, {}, {"", "v1", "pods", "Pod", true});
        const auto items = QJsonDocument::fromJson(sample("pods.json")).object().value("items").toArray();
        QTRY_COMPARE(collection->read(&Collection::m_objects).size(), size_t(items.size()));
        QVERIFY(m_server->received().first().header("accept").startsWith(protobuf));
        QTRY_COMPARE(collection->state(), WatchState::Live);
    }

    void aServerWithoutProtobufIsAskedForJson()
    {
        m_server->on("GET", "/api/v1/pods", [](const Received &request) {
            if (request.header("accept").contains("protobuf"))
                return Answer::failure(406, "NotAcceptable",
                                       "only the following media types are accepted: application/json");
            return request.parameter("watch") == "1" ? Answer::stream().stall()
                                                     : Answer::json(list({object("a", 1)}, 1));
        });
        const auto collection = std::make_shared<Collection>();
        const auto reflector = follow(collection, {}, {"", "v1", "pods", "Pod", true});
        QTRY_COMPARE(collection->state(), WatchState::Live);
        QCOMPARE(collection->text(), "a1");
        QTRY_COMPARE(m_server->received().size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestReflectorFaults)
#include "tst_reflectorfaults.moc"
