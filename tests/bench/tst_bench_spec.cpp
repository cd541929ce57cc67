// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec
// label: bench
// timeout: 120
#include "k8s/spec/document.h"
#include "k8s/spec/jsonwriter.h"
#include "k8s/spec/validator.h"
#include "models/spec/schemastore.h"
#include "models/spec/speccheck.h"
#include "models/spec/spectemplates.h"
#include "tests/bench/gates.h"
#include "tests/bench/measure.h"

#include <QTest>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

/// What a key press costs on the pool: 2,000 lines of a PyTorchJob from text to diagnostics and preview.
class BenchSpec : public QObject
{
    Q_OBJECT

    models::SchemaStore m_store;
    QString m_text;

    /// The schema without references, which valijson cannot follow in ours.
    static nlohmann::json writtenOut(const nlohmann::json &schema, const nlohmann::json &definitions)
    {
        constexpr std::string_view prefix = "#/$defs/";
        if (const auto reference = schema.find("$ref"); schema.is_object() && reference != schema.end())
            return writtenOut(definitions.at(reference->get<std::string>().substr(prefix.size())), definitions);
        nlohmann::json written = schema;
        if (schema.is_structured()) {
            for (auto &part : written)
                part = writtenOut(part, definitions);
        }
        return written;
    }

    static bool isValid(const valijson::Schema &schema, const nlohmann::json &object)
    {
        const valijson::adapters::NlohmannJsonAdapter target(object);
        valijson::ValidationResults results;
        return valijson::Validator().validate(schema, target, &results) && results.numErrors() == 0;
    }

private slots:
    void initTestCase()
    {
        m_text = models::specTemplate("pytorchjob-ddp").text;
        const QString entry = "              env:\n";
        QString variables = entry;
        for (int i = 0; i < 980; ++i)
            variables += QString("                - name: VARIABLE_%1\n                  value: \"%1\"\n").arg(i);
        m_text.replace("              resources:\n", variables + "              resources:\n");
        m_text = m_text.left(m_text.indexOf("    Worker:"));
        QVERIFY(m_text.count('\n') > 1900 && m_text.count('\n') < 2100);
        QVERIFY(models::checkSpecText(m_text, m_store.lookup())->diagnostics.isEmpty());
    }

    void parsing()
    {
        const QByteArray utf8 = m_text.toUtf8();
        QBENCHMARK { (void)k8s::parseSpec(utf8); }
    }

    void comparingWithTheSchema()
    {
        const auto text = k8s::parseSpec(m_text.toUtf8());
        const auto schema = m_store.schema("kubeflow.org/v1", "PyTorchJob");
        QBENCHMARK
        {
            k8s::Diagnostics found;
            k8s::validate(text->parts().front().root(), *schema, found);
        }
    }

    /// valijson checks JSON that is parsed already, ours the text's own tree, and fields that the schema does not know.
    void theSchemaAgainstValijson()
    {
        QFile file(":/schemas/trainingoperator.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bundle = nlohmann::json::parse(file.readAll().toStdString());
        const nlohmann::json written = writtenOut(bundle.at("kinds").at("kubeflow.org/v1/PyTorchJob"), bundle["$defs"]);
        valijson::Schema theirs;
        valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(written), theirs);
        const auto ours = m_store.schema("kubeflow.org/v1", "PyTorchJob");

        const auto text = k8s::parseSpec(m_text.toUtf8());
        const auto root = text->parts().front().root();
        const auto object = nlohmann::json::parse(k8s::toJson(root).toStdString());
        // Both know right from wrong.
        nlohmann::json wrong = object;
        wrong["spec"]["pytorchReplicaSpecs"]["Master"]["replicas"] = "two";
        QVERIFY(isValid(theirs, object));
        QVERIFY(!isValid(theirs, wrong));
        const auto wrongText = k8s::parseSpec(QByteArray::fromStdString(wrong.dump()));
        k8s::Diagnostics found;
        k8s::validate(wrongText->parts().front().root(), *ours, found);
        QCOMPARE(found.size(), 1);

        constexpr int rounds = 20;
        const auto took = bench::byTurns(
            9,
            [&] {
                return bench::ownSeconds([&] {
                           for (int i = 0; i < rounds; ++i) {
                               k8s::Diagnostics none;
                               k8s::validate(root, *ours, none);
                               if (!none.empty())
                                   qFatal("ours finds faults in a good spec");
                           }
                       })
                    / rounds;
            },
            [&] {
                return bench::ownSeconds([&] {
                           for (int i = 0; i < rounds; ++i) {
                               if (!isValid(theirs, object))
                                   qFatal("valijson finds faults in a good spec");
                           }
                       })
                    / rounds;
            });
        BENCH_GATE("schema", 1 / took.ratio, bench::inMilliseconds(took.ours), bench::inMilliseconds(took.theirs));
    }

    void textToDiagnostics()
    {
        QBENCHMARK { (void)models::checkSpecText(m_text, m_store.lookup()); }
    }

    void readingTheBundledSchemas()
    {
        QBENCHMARK_ONCE
        {
            models::SchemaStore fresh;
            QVERIFY(fresh.schema("kubeflow.org/v1", "PyTorchJob"));
        }
    }
};

QTEST_GUILESS_MAIN(BenchSpec)
#include "tst_bench_spec.moc"
