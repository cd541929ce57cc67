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

#if __has_include(<valijson/validator.hpp>)
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#endif

/// What a key press costs on the pool: 2,000 lines of a PyTorchJob from text to diagnostics and preview.
class BenchSpec : public QObject
{
    Q_OBJECT

    models::SchemaStore m_store;
    QString m_text;

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

    /// Both have the text parsed and the schema compiled; both take the good spec and refuse the bad one. Ours knows
    /// the place of each mistake and looks for keys that are not in the schema besides.
    void theSchemaAgainstValijson()
    {
#if __has_include(<valijson/validator.hpp>)
        QFile bundle(":/schemas/trainingoperator.json");
        QVERIFY(bundle.open(QIODevice::ReadOnly));
        const auto all = nlohmann::json::parse(bundle.readAll().toStdString());
        nlohmann::json definition = all["kinds"]["kubeflow.org/v1/PyTorchJob"];
        definition["$defs"] = all["$defs"];
        valijson::Schema theirSchema;
        valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(definition), theirSchema);
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        const auto theirs = [&](const nlohmann::json &document) {
            return validator.validate(theirSchema, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
        };
        const auto schema = m_store.schema("kubeflow.org/v1", "PyTorchJob");
        const auto ours = [&](const k8s::SpecText &text) {
            k8s::Diagnostics found;
            k8s::validate(text.parts().front().root(), *schema, found);
            return found.empty();
        };
        const auto text = k8s::parseSpec(m_text.toUtf8());
        const auto document = nlohmann::json::parse(k8s::toJson(text->parts().front().root()).toStdString());
        const auto bad = k8s::parseSpec(QString(m_text).replace("replicas: 1", "replicas: one").toUtf8());
        QVERIFY(ours(*text) && theirs(document) && !ours(*bad)
                && !theirs(nlohmann::json::parse(k8s::toJson(bad->parts().front().root()).toStdString())));
        const auto pairs = bench::byTurns(
            15, [&] { return bench::ownSeconds([&] { (void)ours(*text); }); },
            [&] { return bench::ownSeconds([&] { (void)theirs(document); }); });
        BENCH_GATE("schema", 1 / pairs.ratio, bench::inMilliseconds(pairs.ours), bench::inMilliseconds(pairs.theirs));
#else
        qInfo("valijson is not there: not compared");
#endif
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
