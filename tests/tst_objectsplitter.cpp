// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch
#include "k8s/watch/jsonsplitter.h"
#include "k8s/watch/protosplitter.h"

#include <QTest>

#include <protozero/pbf_writer.hpp>

using namespace k8s;

using Objects = std::vector<std::string>;

/// What came out of a splitter that was fed pieces of a text.
struct Outcome
{
    Objects objects;
    bool failed = false;
    ListMeta meta;
};

static Outcome split(ObjectSplitter &splitter, const std::vector<std::string_view> &pieces, bool isList)
{
    Outcome outcome;
    for (const auto piece : pieces) {
        if (!splitter.feed(piece, [&](std::string_view object) { outcome.objects.emplace_back(object); }))
            outcome.failed = true;
    }
    outcome.failed = !splitter.finish() || outcome.failed;
    if (!outcome.failed && isList)
        outcome.meta = splitter.listMeta().value_or(ListMeta {"no meta", {}, 0});
    return outcome;
}

static Outcome splitJson(BodyShape shape, const std::vector<std::string_view> &pieces)
{
    JsonSplitter splitter(shape);
    return split(splitter, pieces, shape == BodyShape::List);
}

static Outcome splitProto(BodyShape shape, const std::vector<std::string_view> &pieces)
{
    ProtoSplitter splitter(shape);
    return split(splitter, pieces, shape == BodyShape::List);
}

static std::vector<std::string_view> bytes(std::string_view text)
{
    std::vector<std::string_view> pieces;
    for (size_t i = 0; i < text.size(); ++i)
        pieces.push_back(text.substr(i, 1));
    return pieces;
}

static std::string protoList(const Objects &items, std::string_view version, std::string_view next)
{
    std::string meta;
    protozero::pbf_writer metaWriter(meta);
    metaWriter.add_string(1, "");
    metaWriter.add_string(2, version.data(), version.size());
    metaWriter.add_string(3, next.data(), next.size());
    metaWriter.add_int64(4, 42);
    std::string list;
    protozero::pbf_writer listWriter(list);
    listWriter.add_message(1, meta);
    for (const auto &item : items)
        listWriter.add_message(2, item);
    std::string type;
    protozero::pbf_writer typeWriter(type);
    typeWriter.add_string(1, "v1");
    typeWriter.add_string(2, "PodList");
    std::string unknown;
    protozero::pbf_writer writer(unknown);
    writer.add_message(1, type);
    writer.add_message(2, list);
    writer.add_string(3, "");
    writer.add_string(4, "");
    return std::string("k8s\0", 4) + unknown;
}

/// Objects with everything that could fool a splitter that counts braces.
static const Objects objects {
    "{\"metadata\":{\"name\":\"a \\\" } ] { [ \\\\\"},\"x\":[1,[2,{}],\"]\"]}",
    "{}",
    "{\"items\":[{\"deep\":\"}}}}}}\\\\\\\\\"}],\"t\":\"äöü€😀\\u00e4\"}",
    "{\"long\":\"" + std::string(200, '\\') + "\",\"q\":\"\\\\\\\"\",\"n\":[[[[[[]]]]]]}",
    "{\"pad\":\"" + std::string(150, '{') + "\",\"more\":\"                 \"}",
};

static std::string listOf(const std::string &between, bool metaLast)
{
    const std::string meta = "\"metadata\":{\"resourceVersion\":\"7\",\"continue\":\"n\\\"ext\",\"remainingItemCount\":"
                             "12,\"items\":[{\"no\":1}]}";
    std::string text = "{\"kind\":\"PodList\",\"apiVersion\":\"v1\"," + (metaLast ? "" : meta + ",") + "\"items\" : [";
    for (size_t i = 0; i < objects.size(); ++i)
        text += (i > 0 ? "," + between : between) + objects[i];
    return text + between + "]" + (metaLast ? "," + meta : "") + "}\n";
}

class TestObjectSplitter : public QObject
{
    Q_OBJECT

private slots:
    void findsEveryItemOfAListCutAtEveryOffset_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("compact") << QByteArray::fromStdString(listOf("", false));
        QTest::newRow("indented") << QByteArray::fromStdString(listOf("\n   ", false));
        QTest::newRow("metadata last") << QByteArray::fromStdString(listOf(" ", true));
    }

    void findsEveryItemOfAListCutAtEveryOffset()
    {
        QFETCH(QByteArray, text);
        const std::string_view whole(text.constData(), size_t(text.size()));
        const ListMeta meta {"7", "n\"ext", 12};
        for (size_t cut = 0; cut <= whole.size(); ++cut) {
            const auto outcome = splitJson(BodyShape::List, {whole.substr(0, cut), whole.substr(cut)});
            QVERIFY2(!outcome.failed && outcome.objects == objects && outcome.meta == meta,
                     qPrintable(QString::number(cut)));
        }
        const auto outcome = splitJson(BodyShape::List, bytes(whole));
        QVERIFY(!outcome.failed && outcome.objects == objects && outcome.meta == meta);
    }

    void aListThatEndsEarlyIsAnErrorAtEveryOffset()
    {
        const auto text = listOf("", false);
        const size_t end = text.rfind('}') + 1;
        for (size_t cut = 0; cut < end; ++cut)
            QVERIFY2(splitJson(BodyShape::List, {std::string_view(text).substr(0, cut)}).failed,
                     qPrintable(QString::number(cut)));
    }

    void findsEveryEventOfAStreamCutAtEveryOffset()
    {
        std::string text;
        for (const auto &object : objects)
            text += object + "\n";
        const std::string_view whole(text);
        for (size_t cut = 0; cut <= whole.size(); ++cut) {
            const auto outcome = splitJson(BodyShape::Stream, {whole.substr(0, cut), whole.substr(cut)});
            QVERIFY2(!outcome.failed && outcome.objects == objects, qPrintable(QString::number(cut)));
        }
        QVERIFY(splitJson(BodyShape::Stream, bytes(whole)).objects == objects);
    }

    void aBackslashOutsideTextIsReadAlikeHoweverTheStreamIsCut()
    {
        const std::string text = "{\"a\":\\{}" + std::string(80, ' ') + "}{}";
        const std::string_view whole(text);
        const auto expected = splitJson(BodyShape::Stream, {whole});
        QCOMPARE(expected.objects.size(), size_t(2));
        for (size_t cut = 0; cut <= whole.size(); ++cut) {
            const auto outcome = splitJson(BodyShape::Stream, {whole.substr(0, cut), whole.substr(cut)});
            QVERIFY2(outcome.objects == expected.objects, qPrintable(QString::number(cut)));
        }
    }

    void aPartOfAnEventIsNeverHandedOut()
    {
        const std::string text = objects[0] + "\n" + objects[2] + "\n";
        for (size_t cut = 0; cut < text.size(); ++cut) {
            const auto outcome = splitJson(BodyShape::Stream, {std::string_view(text).substr(0, cut)});
            const size_t firstEnd = objects[0].size();
            const size_t secondEnd = firstEnd + 1 + objects[2].size();
            const size_t whole = (cut >= firstEnd ? 1 : 0) + (cut >= secondEnd ? 1 : 0);
            QCOMPARE(outcome.objects.size(), whole);
            const bool clean = cut == 0 || cut == firstEnd || cut == firstEnd + 1 || cut >= secondEnd;
            QCOMPARE(outcome.failed, !clean);
        }
    }

    void anEmptyListHasNoItems()
    {
        for (const auto *items : {"[]", "null", "[ ]"}) {
            const auto text = std::string("{\"items\":") + items + ",\"metadata\":{\"resourceVersion\":\"5\"}}";
            const auto outcome = splitJson(BodyShape::List, bytes(text));
            QVERIFY2(!outcome.failed && outcome.objects.empty() && outcome.meta.resourceVersion == "5", items);
        }
    }

    void whatIsNoListIsAnError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("HTML") << QByteArray("<html><body>502 Bad Gateway</body></html>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("numbers for items") << QByteArray("{\"items\":[1,2],\"metadata\":{}}");
        QTest::newRow("text behind the end") << QByteArray("{\"items\":[]}{\"items\":[]}");
    }

    void whatIsNoListIsAnError()
    {
        QFETCH(QByteArray, text);
        QVERIFY(splitJson(BodyShape::List, {{text.constData(), size_t(text.size())}}).failed);
        QVERIFY(splitProto(BodyShape::List, {{text.constData(), size_t(text.size())}}).failed);
    }

    void anObjectWithoutItemsIsNoList()
    {
        JsonSplitter splitter(BodyShape::List);
        QVERIFY(splitter.feed("{\"kind\":\"Pod\",\"metadata\":{\"resourceVersion\":\"1\"}}", [](auto) { }));
        QVERIFY(splitter.finish());
        QVERIFY(!splitter.listMeta());
    }

    void anObjectOverTheLimitIsAnError()
    {
        const std::string object = "{\"a\":\"" + std::string(90, 'x') + "\"}";
        for (const qsizetype limit : {qsizetype(object.size()), qsizetype(object.size()) - 1}) {
            JsonSplitter splitter(BodyShape::Stream, limit);
            Outcome outcome
                = split(splitter, {std::string_view(object).substr(0, 50), std::string_view(object).substr(50)}, false);
            QCOMPARE(outcome.failed, limit < qsizetype(object.size()));
            QCOMPARE(outcome.objects.empty(), outcome.failed);
            ProtoSplitter proto(BodyShape::List, limit);
            outcome = split(proto, {protoList({object}, "1", "")}, true);
            QCOMPARE(outcome.failed, limit < qsizetype(object.size()));
        }
    }

    void findsEveryItemOfAProtobufListCutAtEveryOffset()
    {
        const Objects items {"", std::string(300, 'p'), "x", std::string(20'000, '\xff')};
        const auto text = protoList(items, "9", "more");
        const std::string_view whole(text);
        const ListMeta meta {"9", "more", 42};
        for (size_t cut = 0; cut <= whole.size(); cut += cut < 500 || cut + 100 > whole.size() ? 1 : 97) {
            const auto outcome = splitProto(BodyShape::List, {whole.substr(0, cut), whole.substr(cut)});
            QVERIFY2(!outcome.failed && outcome.objects == items && outcome.meta == meta,
                     qPrintable(QString::number(cut)));
        }
        QVERIFY(splitProto(BodyShape::List, bytes(whole)).objects == items);
    }

    void aProtobufListThatEndsEarlyIsAnError()
    {
        const auto text = protoList({"one", "two"}, "9", "");
        const size_t end = text.size() - 4; // two empty fields of the envelope may be missing
        for (size_t cut = 0; cut < end; ++cut)
            QVERIFY2(splitProto(BodyShape::List, {std::string_view(text).substr(0, cut)}).failed,
                     qPrintable(QString::number(cut)));
    }

    void findsEveryFrameOfAProtobufWatchCutAtEveryOffset()
    {
        const Objects frames {"abc", std::string(70'000, 'f'), "z"};
        std::string text;
        for (const auto &frame : frames) {
            const auto size = frame.size();
            text += {char(size >> 24), char(size >> 16), char(size >> 8), char(size)};
            text += frame;
        }
        const std::string_view whole(text);
        for (size_t cut = 0; cut <= whole.size(); cut += cut < 50 || cut + 50 > whole.size() ? 1 : 1009) {
            const auto outcome = splitProto(BodyShape::Stream, {whole.substr(0, cut), whole.substr(cut)});
            QVERIFY2(!outcome.failed && outcome.objects == frames, qPrintable(QString::number(cut)));
        }
        QVERIFY(splitProto(BodyShape::Stream, {whole.substr(0, whole.size() - 1)}).failed);
        QVERIFY(splitProto(BodyShape::Stream, {std::string_view("\x7f\0\0\0", 4)}).failed);
    }
};

QTEST_GUILESS_MAIN(TestObjectSplitter)
#include "tst_objectsplitter.moc"
