// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_spec
#include "k8s/spec/document.h"
#include "k8s/spec/fieldlocator.h"
#include "k8s/spec/guards.h"
#include "k8s/spec/jsonwriter.h"

#include <QJsonDocument>
#include <QTest>

using namespace k8s;

/// YAML text to values with marks, and values to JSON.
class TestSpecText : public QObject
{
    Q_OBJECT

    static QByteArray json(const QByteArray &yaml)
    {
        const auto text = parseSpec(yaml);
        return text->parts().empty() ? QByteArray() : toJson(text->parts().front().root());
    }

private slots:
    void scalarsAreReadAsKubectlReadsThem_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("expected");
        const std::pair<const char *, const char *> rows[] {
            {"1", "1"},
            {"-7", "-7"},
            {"0x1F", "31"},
            {"017", "15"},
            {"0o17", "15"},
            {"1.5", "1.5"},
            {"1e3", "1000"},
            {"true", "true"},
            {"False", "false"},
            {"~", "null"},
            {"null", "null"},
            {"yes", "\"yes\""},
            {"on", "\"on\""},
            {"\"1\"", "\"1\""},
            {"'true'", "\"true\""},
            {"1.2.3", "\"1.2.3\""},
            {"12Gi", "\"12Gi\""},
            {"!!str 5", "\"5\""},
            {"2024-01-01", "\"2024-01-01\""},
            {"9223372036854775807", "9223372036854775807"},
            {".", "\".\""},
            {"08", "8"},
        };
        for (const auto &[yaml, expected] : rows)
            QTest::newRow(yaml) << QByteArray("a: ") + yaml << QByteArray("{\"a\":") + expected + '}';
    }

    void scalarsAreReadAsKubectlReadsThem()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, expected);
        QCOMPARE(json(yaml), expected);
    }

    void blocksQuotesAndFlowsKeepTheirText()
    {
        QCOMPARE(json("a: |\n  x\n   y\nb: >-\n  p\n  q\nc: {d: [1, \"two\"]}\ne: 'it''s'\n"),
                 "{\"a\":\"x\\n y\\n\",\"b\":\"p q\",\"c\":{\"d\":[1,\"two\"]},\"e\":\"it's\"}");
        QVERIFY(!QJsonDocument::fromJson(json("a: \"\\u0001\\t\\\"é\"\n")).isNull());
    }

    void documentsAreSplitAtMarkersOnly()
    {
        const QByteArray yaml = "# only a comment\n---\na: |\n  ---\n  b\n--- # second\nb: 2\n...\n---\n";
        const auto text = parseSpec(yaml);
        QVERIFY2(text->diagnostics().isEmpty(), qPrintable(text->diagnostics().value(0).message.text()));
        QByteArrayList found;
        for (const SpecPart &part : text->parts()) {
            if (!part.isEmpty())
                found.append(toJson(part.root()));
        }
        QCOMPARE(found, QByteArrayList({"{\"a\":\"---\\nb\\n\"}", "{\"b\":2}"}));
    }

    void marksCountInTheWholeText()
    {
        const QByteArray yaml = "a: 1\n---\nb:\n  - name: \xC3\xA4\xF0\x9F\x9A\x80x\n    value: 2\n";
        const auto text = parseSpec(yaml);
        const SpecValue value = text->parts()[1].root()["b"].at(0)["value"];
        const TextPlace place = text->index().place(value.node().offset);
        QCOMPARE(place.line, 5);
        QCOMPARE(place.column, 12);
        QCOMPARE(yaml.at(value.node().offset), '2');
        QCOMPARE(value.path(), "b[0].value");
        const qsizetype afterName = yaml.indexOf("x\n");
        QCOMPARE(text->index().place(afterName).column, 14); // the rocket is two UTF-16 units
        QCOMPARE(text->index().offset(text->index().place(afterName).position), afterName);
    }

    void anAliasStandsForItsAnchor()
    {
        QCOMPARE(json("a: &x {k: [1, 2]}\nb: *x\n"), "{\"a\":{\"k\":[1,2]},\"b\":{\"k\":[1,2]}}");
    }

    void aDuplicateKeyNamesBothLines()
    {
        const auto text = parseSpec("a: 1\nb: 2\na: 3\n");
        QCOMPARE(text->diagnostics().size(), 1);
        const Diagnostic diagnostic = text->diagnostics().first();
        QCOMPARE(diagnostic.id, "yaml/duplicate-key");
        QCOMPARE(text->index().lineOf(diagnostic.offset), 3);
        QVERIFY(diagnostic.message.text().contains("line 1"));
    }

    void fieldsOfTheServerAreFound_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("line");
        QTest::addColumn<bool>("exact");
        QTest::newRow("map key") << "spec.pytorchReplicaSpecs[Master].replicas" << 6 << true;
        QTest::newRow("index") << "spec.pytorchReplicaSpecs.Master.containers[1].name" << 9 << true;
        QTest::newRow("annotation") << "metadata.annotations[a.b/c]" << 3 << true;
        QTest::newRow("by name") << "spec.pytorchReplicaSpecs.Master.containers[name=\"two\"].name" << 9 << true;
        QTest::newRow("leading dot") << ".spec" << 4 << true;
        QTest::newRow("missing") << "spec.pytorchReplicaSpecs[Master].template.spec" << 5 << false;
        QTest::newRow("empty") << "" << 1 << true;
    }

    void fieldsOfTheServerAreFound()
    {
        QFETCH(QString, field);
        const auto text
            = parseSpec("metadata:\n  annotations:\n    a.b/c: x\nspec:\n  pytorchReplicaSpecs: {Master: {\n"
                        "    replicas: 2,\n    containers: [\n      {name: one},\n      {name: two}]}}\n");
        QVERIFY(text->diagnostics().isEmpty());
        const FieldPlace place = locateField(text->parts().front(), field);
        QTEST(text->index().lineOf(place.offset), "line");
        QTEST(place.exact, "exact");
    }

    void linesEndAsTheyLike()
    {
        QCOMPARE(json("a: 1\r\nb:\r\n  - x\r\n"), "{\"a\":1,\"b\":[\"x\"]}");
        QCOMPARE(json("\xEF\xBB\xBF"
                      "a: 1\n"),
                 "{\"a\":1}");
        QCOMPARE(json(""), "null");
    }
};

QTEST_GUILESS_MAIN(TestSpecText)
#include "tst_spectext.moc"
