// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch
#include "k8s/watch/protojson.h"
#include "k8s/watch/protosplitter.h"
#include "k8s/watch/watchevent.h"
#include "tests/support/projection.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <protozero/pbf_writer.hpp>

using namespace k8s;

static QByteArray data(const QString &name)
{
    QFile file(SOURCE_DIR "/tests/data/proto/" + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static std::string_view view(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }

class TestPodProtobuf : public QObject
{
    Q_OBJECT

    static QJsonObject parse(const std::string &json)
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    }

    static QByteArray text(const QJsonObject &object) { return QJsonDocument(object).toJson(); }

private slots:
    void bothRepresentationsOfARealListGiveTheSameObjects_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("pods") << QByteArray("Pod");
        QTest::newRow("events") << QByteArray("Event");
        QTest::newRow("nodes") << QByteArray("Node");
    }

    void bothRepresentationsOfARealListGiveTheSameObjects()
    {
        QFETCH(QByteArray, kind);
        const auto name = QString(QTest::currentDataTag());
        const auto list = QJsonDocument::fromJson(data(name + ".json")).object();
        const auto &message = *protoMessageOf("v1", kind.toStdString());
        ProtoSplitter splitter(BodyShape::List);
        QJsonArray fromProto;
        const auto fed = splitter.feed(view(data(name + ".pb")), [&](std::string_view object) {
            std::string json;
            QVERIFY(protoObjectToJson(object, "v1", kind.toStdString(), json));
            fromProto += parse(json);
        });
        QVERIFY(fed && splitter.finish());
        QCOMPARE(splitter.listMeta()->resourceVersion, list["metadata"]["resourceVersion"].toString().toLatin1());
        QCOMPARE(splitter.listMeta()->continueToken, list["metadata"]["continue"].toString().toLatin1());
        const auto items = list["items"].toArray();
        QVERIFY(!items.isEmpty());
        QCOMPARE(fromProto.size(), items.size());
        for (qsizetype i = 0; i < items.size(); ++i) {
            auto expected = tests::projected(items[i].toObject(), message);
            expected["apiVersion"] = "v1";
            expected["kind"] = QString(kind);
            QCOMPARE(text(fromProto[i].toObject()), text(expected));
        }
    }

    void readsTheEventsOfARealWatch()
    {
        ProtoSplitter splitter(BodyShape::Stream);
        WatchEventParser parser;
        int added = 0;
        int bookmarks = 0;
        const auto fed = splitter.feed(view(data("watch.pb")), [&](std::string_view frame) {
            const auto event = parser.parseProto(frame);
            QVERIFY2(event, qPrintable(event ? QString() : event.error().message));
            const auto object
                = QJsonDocument::fromJson(QByteArray(event->object.data(), qsizetype(event->object.size()))).object();
            QCOMPARE(object["kind"].toString(), "Pod");
            QCOMPARE(object["metadata"]["uid"].toString(),
                     QString::fromUtf8(event->uid.data(), qsizetype(event->uid.size())));
            QVERIFY(!event->resourceVersion.empty());
            added += event->type == WatchEvent::Type::Added;
            bookmarks += event->type == WatchEvent::Type::Bookmark;
        });
        QVERIFY(fed && splitter.finish());
        QVERIFY(added > 0);
        QCOMPARE(bookmarks, 0);
    }

    void readsAJsonEvent()
    {
        WatchEventParser parser;
        const std::string object = "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\",\"resourceVersion\":\"12\",\"uid\":"
                                   "\"u\\u0031\"},\"spec\":{\"x\":[1,2]}}";
        for (const auto &[name, type] : {std::pair("ADDED", WatchEvent::Type::Added),
                                         {"MODIFIED", WatchEvent::Type::Modified},
                                         {"DELETED", WatchEvent::Type::Deleted},
                                         {"BOOKMARK", WatchEvent::Type::Bookmark},
                                         {"ERROR", WatchEvent::Type::Error},
                                         {"NEW", WatchEvent::Type::Unknown}}) {
            for (const auto &frame : {"{\"type\":\"" + std::string(name) + "\",\"object\":" + object + "}",
                                      "{\"object\": " + object + " , \"type\":\"" + name + "\"}"}) {
                const auto event = parser.parseJson(frame);
                QVERIFY2(event, frame.c_str());
                QCOMPARE(event->type, type);
                QCOMPARE(QByteArray(event->object.data(), qsizetype(event->object.size())).trimmed(),
                         QByteArray::fromStdString(object));
                QVERIFY(event->uid == "u1" && event->resourceVersion == "12");
            }
        }
    }

    void whatIsNoEventIsAnError()
    {
        WatchEventParser parser;
        for (const auto *frame : {"", "{}", "{\"type\":\"ADDED\"}", "{\"type\":1,\"object\":{}}",
                                  "{\"type\":\"ADDED\",\"object\":[]}", "{\"type\":\"ADDED\",\"object\":{}}"}) {
            QVERIFY2(!parser.parseJson(frame), frame);
            QVERIFY2(!parser.parseProto(frame), frame);
        }
        QVERIFY(parser.parseJson("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410}}"));
    }

    void textIsEscapedAndRepairedAsGoDoesIt()
    {
        std::string metadata;
        protozero::pbf_writer meta(metadata);
        meta.add_string(1, std::string("q\" b\\ n\n t\t z\0 e\x1b é \xff\xfe \xe2\x82", 27));
        std::string pod;
        protozero::pbf_writer(pod).add_message(1, metadata);
        std::string json;
        QVERIFY(protoObjectToJson(pod, "v1", "Pod", json));
        const auto name = parse(json).value("metadata").toObject().value("name").toString();
        QCOMPARE(name.toUtf8(),
                 QByteArray("q\" b\\ n\n t\t z\0 e\x1b é \xEF\xBF\xBD\xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD", 35));
    }

    void emptyValuesAreLeftOutWhereTheApiLeavesThemOut()
    {
        std::string status;
        protozero::pbf_writer writer(status);
        writer.add_string(1, "");
        writer.add_bool(4, false);
        writer.add_int32(5, 0);
        writer.add_int32(77, 5);
        std::string json;
        QVERIFY(appendProtoAsJson(status, *protoMessageOf("v1", "Pod")->fields[2].message->fields[7].message, json));
        QCOMPARE(QByteArray::fromStdString(json), "{\"name\":\"\",\"ready\":false,\"restartCount\":0}");
    }

    void aFieldOfAnotherTypeIsLeftOut()
    {
        const std::string_view envelope("k8s\0\x10\x01\x12\x01"
                                        "a",
                                        9);
        const auto opened = openProtoEnvelope(envelope);
        QVERIFY(opened);
        QVERIFY(opened->raw == "a");
        WatchEventParser parser;
        QVERIFY(!parser.parseProto(std::string_view("\x08\x01\x10\x01", 4)));
    }

    void damagedBytesAreAnErrorNotACrash()
    {
        const auto pods = data("pods.pb");
        for (qsizetype i = 4; i < pods.size(); i += 7) {
            auto damaged = pods;
            damaged[i] = char(damaged[i] ^ 0x55);
            ProtoSplitter splitter(BodyShape::List);
            (void)splitter.feed(view(damaged), [](std::string_view object) {
                std::string json;
                if (protoObjectToJson(object, "v1", "Pod", json))
                    QVERIFY(!parse(json).isEmpty());
            });
        }
    }
};

QTEST_GUILESS_MAIN(TestPodProtobuf)
#include "tst_podprotobuf.moc"
