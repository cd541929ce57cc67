// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec
// label: bench
// timeout: 120
#include "k8s/spec/document.h"
#include "k8s/spec/validator.h"
#include "models/spec/schemastore.h"
#include "models/spec/speccheck.h"
#include "models/spec/spectemplates.h"

#include <QTest>

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
