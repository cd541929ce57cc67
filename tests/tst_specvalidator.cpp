// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_spec
#include "k8s/spec/document.h"
#include "k8s/spec/schema.h"
#include "k8s/spec/suggestion.h"
#include "k8s/spec/validator.h"

#include <QTest>

using namespace k8s;

namespace {

const QByteArray openApi = R"({"components":{"schemas":{
 "io.k8s.apimachinery.pkg.api.resource.Quantity":{"type":"string"},
 "tree":{"type":"object","properties":{"leaf":{"type":"integer","format":"int32"},"tree":{"$ref":"#/components/schemas/tree"}}},
 "org.example.v1.Thing":{"type":"object","required":["spec"],
  "x-kubernetes-group-version-kind":[{"group":"example.org","kind":"Thing","version":"v1"}],
  "properties":{
   "apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"type":"object"},
   "spec":{"type":"object","required":["name","size"],"properties":{
     "name":{"type":"string","minLength":2,"maxLength":5,"pattern":"^[a-z]+$"},
     "size":{"type":"integer","minimum":1,"maximum":10},
     "ratio":{"type":"number","minimum":0,"exclusiveMinimum":true},
     "on":{"type":"boolean"},
     "mode":{"type":"string","enum":["Fast","Slow"]},
     "port":{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}]},
     "memory":{"allOf":[{"$ref":"#/components/schemas/io.k8s.apimachinery.pkg.api.resource.Quantity"}],"default":{}},
     "labels":{"type":"object","additionalProperties":{"type":"string"}},
     "free":{"type":"object","x-kubernetes-preserve-unknown-fields":true},
     "maybe":{"type":"string","nullable":true},
     "tree":{"$ref":"#/components/schemas/tree"},
     "replicas":{"type":"integer","format":"int32"},
     "list":{"type":"array","maxItems":3,"items":{"type":"object","required":["key"],"properties":{"key":{"type":"string"},"value":{"type":"string"}}},
       "x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["key"]},
     "ports":{"type":"array","items":{"type":"object","properties":{"protocol":{"type":"string","default":"TCP"},"port":{"x-kubernetes-int-or-string":true}}},
       "x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["port","protocol"]},
     "set":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"set"}}}}}}}})";

} // namespace

/// A document against a compiled schema.
class TestSpecValidator : public QObject
{
    Q_OBJECT

    SchemaPtr m_schema;

    QString verdict(const QByteArray &specLines) const
    {
        const QByteArray yaml = "apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: a, anything: 1}\nspec:\n  "
                                "name: abc\n  size: 1\n"
            + specLines;
        const auto text = parseSpec(yaml);
        Diagnostics found = text->diagnostics();
        validate(text->parts().front().root(), *m_schema, found);
        QStringList lines;
        for (const Diagnostic &diagnostic : found)
            lines += QString("%1:%2 %3%4")
                         .arg(text->index().lineOf(diagnostic.offset))
                         .arg(diagnostic.id, diagnostic.path.mid(5),
                              diagnostic.fix ? " -> " + QString(diagnostic.fix->replacement) : QString());
        return lines.join("; ");
    }

private slots:
    void initTestCase()
    {
        const auto schema = schemaOfOpenApi(openApi, "example.org/v1", "Thing");
        QVERIFY2(schema, schema ? "" : qPrintable(schema.error().message));
        m_schema = *schema;
    }

    void whatTheServerWouldRefuseIsTold_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("verdict");
        const std::pair<const char *, const char *> rows[] {
            {"", ""},
            {"  on: true\n  ratio: 1\n  port: http\n  memory: 4Gi\n  labels: {a.b/c: d}\n  free: {x: [1]}\n  maybe: "
             "null\n",
             ""},
            {"  port: 80\n  memory: 2\n  mode: Fast\n  list: [{key: a}, {key: b}]\n  set: [a, b]\n", ""},
            {"  ratio: 0\n", "7:schema/minimum ratio"},
            {"  replicas: two\n", "7:schema/type replicas -> 2"},
            {"  replicas: \"2\"\n", "7:schema/type replicas -> 2"},
            {"  replicas: 2.5\n", "7:schema/type replicas"},
            {"  replicas: 3000000000\n", "7:schema/range replicas"},
            {"  on: yes\n", "7:schema/type on -> true"},
            {"  on: \"false\"\n", "7:schema/type on -> false"},
            {"  mode: fast\n", "7:schema/enum mode -> Fast"},
            {"  mode: Crawl\n", "7:schema/enum mode"},
            {"  memory: 4GB\n", "7:schema/quantity memory"},
            {"  memory: []\n", "7:schema/type memory"},
            {"  labels: {a: 1}\n", "7:schema/type labels.a -> \"1\""},
            {"  labels: {a: yes}\n", "7:yaml/old-boolean labels.a -> \"yes\""},
            {"  labels: [a]\n", "7:schema/type labels"},
            {"  replica: 2\n", "7:schema/unknown-field replica -> replicas"},
            {"  zzzzzz: 2\n", "7:schema/unknown-field zzzzzz"},
            {"  tree: {leaf: 1, tree: {leaf: x}}\n", "7:schema/type tree.tree.leaf"},
            {"  on: null\n", "7:schema/null on"},
            {"  list: [{value: a}]\n", "7:schema/required list[0].key"},
            {"  list: [{key: a}, {key: a}]\n", "7:schema/duplicate list[1].key"},
            {"  ports: [{port: a}, {port: a, protocol: UDP}, {port: 1}, {port: \"1\"}]\n", ""},
            {"  ports: [{port: 80}, {port: 80, protocol: TCP}]\n", "7:schema/duplicate ports[1].port"},
            {"  ports: [{port: a}, {port: a, protocol: TCP}]\n", "7:schema/duplicate ports[1].port"},
            {"  list: [null]\n", "7:schema/type list[0]"},
            {"  set: [a, b, a]\n", "7:schema/duplicate set[2]"},
            {"  list: [{key: a}, {key: b}, {key: c}, {key: d}]\n", "7:schema/size list"},
            {"  replicas: 010\n", "7:yaml/octal replicas"},
        };
        for (const auto &[yaml, expected] : rows)
            QTest::newRow(*yaml ? yaml : "nothing") << QByteArray(yaml) << expected;
    }

    void whatTheServerWouldRefuseIsTold()
    {
        QFETCH(QByteArray, yaml);
        QTEST(verdict(yaml), "verdict");
    }

    void theOneThatComesTwiceIsFoundAmongThousands()
    {
        QByteArray set = "  set:\n";
        for (int i = 0; i < 5000; ++i)
            set += "    - entry-" + QByteArray::number(i) + '\n';
        QCOMPARE(verdict(set), "");
        QCOMPARE(verdict(set + "    - entry-17\n"), "5008:schema/duplicate set[5000]");
    }

    void whatIsMissingIsTold()
    {
        const auto text = parseSpec("apiVersion: example.org/v1\nspec:\n  size: 99\n");
        Diagnostics found;
        validate(text->parts().front().root(), *m_schema, found);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].id, "schema/maximum");
        QCOMPARE(found[1].path, "spec.name");
        QCOMPARE(text->index().lineOf(found[1].offset), 2);
        QVERIFY(found[1].message.text().contains("name"));
    }

    void aFieldOnTheWrongLevelIsSentHome()
    {
        const auto text
            = parseSpec("spec:\n  name: abc\n  size: 1\n  list:\n    - key: a\n      set: [b]\n  leaf: 3\n");
        Diagnostics found;
        validate(text->parts().front().root(), *m_schema, found);
        QCOMPARE(found.size(), 2);
        QVERIFY2(found[1].remedy.text().contains("tree"), qPrintable(found[1].remedy.text()));
    }

    void nonsenseIsNoSchema()
    {
        QVERIFY(!schemaOfOpenApi("{", "a/v1", "B"));
        QVERIFY(!schemaOfOpenApi("[]", "a/v1", "B"));
        QVERIFY(!schemaOfOpenApi(openApi, "example.org/v2", "Thing"));
        QVERIFY(!SchemaBundle::parse("{}"));
    }

    void theNearestWordIsFound()
    {
        const std::vector<std::string_view> words {"replicas", "restartPolicy", "template", "command", "args"};
        QCOMPARE(nearestWord("replica", words), "replicas");
        QCOMPARE(nearestWord("RestartPolicy", words), "restartPolicy");
        QCOMPARE(nearestWord("tempalte", words), "template");
        QCOMPARE(nearestWord("xyz", words), "");
        QCOMPARE(nearestWord("", words), "");
    }
};

QTEST_GUILESS_MAIN(TestSpecValidator)
#include "tst_specvalidator.moc"
