// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_core
#include "k8s/core/jsonview.h"
#include "k8s/core/resourcetype.h"

#include <QTest>

using namespace k8s;

class TestJsonView : public QObject
{
    Q_OBJECT

private slots:
    void membersAreFoundByTheirLiteralKeys()
    {
        JsonDocument document;
        const auto view
            = document.parse(R"({"metadata":{"labels":{"a.b/c":"yes"},"generation":7},"list":[1,2.5,"x",null,true]})");
        QCOMPARE(view.at("metadata", "labels", "a.b/c").string(), "yes");
        QCOMPARE(view.at("metadata", "generation").integer(), 7);
        QCOMPARE(view["list"].at(1).number(), 2.5);
        QCOMPARE(view["list"].at(2).text(), std::string_view("x"));
        QVERIFY(view["list"].at(4).boolean());
        QCOMPARE(view["list"].size(), 5);
        QCOMPARE(view.size(), 2);
        QVERIFY(view.isObject() && view["list"].isArray());
    }

    void whatIsMissingReadsAsEmpty()
    {
        JsonDocument document;
        const auto view = document.parse(R"({"a":"text","n":3.0,"big":18446744073709551615})");
        QVERIFY(!view["none"].exists());
        QVERIFY(!view.at("a", "b", "c").exists());
        QVERIFY(!view.at(0).exists() && !view["a"].at(-1).exists());
        QCOMPARE(view["none"].string("otherwise"), "otherwise");
        QCOMPARE(view["a"].integer(5), 5);
        QCOMPARE(view["n"].integer(), 3);
        QCOMPARE(view["big"].integer(-1), -1);
        QCOMPARE(view["none"].toJson(), "");
        QCOMPARE(JsonView().size(), 0);
        view["a"].forEach([](JsonView) { QFAIL("a string has no elements"); });
    }

    void elementsAndMembersAreVisitedInOrder()
    {
        JsonDocument document;
        const auto view = document.parse(R"({"z":[1,2],"a":{"k":"v"}})");
        QByteArray seen;
        view.forEachMember([&](std::string_view key, JsonView value) {
            seen.append(key.data(), qsizetype(key.size())).append(value.toJson());
        });
        QCOMPARE(seen, "z[1,2]a{\"k\":\"v\"}");
        qint64 sum = 0;
        view["z"].forEach([&](JsonView each) { sum += each.integer(); });
        QCOMPARE(sum, 3);
    }

    void brokenTextIsNoView_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half") << QByteArray("{\"a\":");
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("latin1") << QByteArray("{\"a\":\"\xff\"}");
        QTest::newRow("two") << QByteArray("{} {}");
        QTest::newRow("deep") << QByteArray(5000, '[') + QByteArray(5000, ']');
    }
    void brokenTextIsNoView()
    {
        QFETCH(QByteArray, text);
        JsonDocument document;
        QVERIFY(!document.parse({text.constData(), size_t(text.size())}).exists());
        QVERIFY(!document.errorText().isEmpty());
        QVERIFY(document.parse("{}").exists());
        QVERIFY(document.errorText().isEmpty());
    }

    void pathsAreThoseOfTheApi()
    {
        const ResourceType pods {"", "v1", "pods", "Pod", true};
        const ResourceType jobs {"kubeflow.org", "v1", "pytorchjobs", "PyTorchJob", true};
        const ResourceType nodes {"", "v1", "nodes", "Node", false};
        QCOMPARE(pods.path({}), "/api/v1/pods");
        QCOMPARE(pods.path("ns", "p", "log"), "/api/v1/namespaces/ns/pods/p/log");
        QCOMPARE(jobs.path("ns", "j"), "/apis/kubeflow.org/v1/namespaces/ns/pytorchjobs/j");
        QCOMPARE(nodes.path("ignored", "n"), "/api/v1/nodes/n");
        QCOMPARE(jobs.apiVersion(), "kubeflow.org/v1");
        QCOMPARE(pods.apiVersion(), "v1");
    }
};

QTEST_GUILESS_MAIN(TestJsonView)
#include "tst_jsonview.moc"
