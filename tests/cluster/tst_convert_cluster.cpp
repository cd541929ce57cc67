// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_convert tests_support
// label: cluster
// timeout: 180
#include "models/spec/convert/conversion.h"
#include "tests/support/kubectl.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// What the converters write, asked of the sandbox's API server: strict dry run with the Trainer's and the Training
/// Operator's own webhooks.
class TestConvertCluster : public QObject
{
    Q_OBJECT

    const QString m_ns = "convert-test";

private slots:
    void initTestCase()
    {
        QVERIFY2(!tests::kubectlPath().isEmpty(), "the sandbox's kubectl is not there");
        tests::kubectl({"create", "namespace", m_ns});
        QCOMPARE(tests::kubectl({"get", "namespace", m_ns}).exitCode, 0);
    }

    void cleanupTestCase() { tests::kubectl({"delete", "namespace", m_ns, "--wait=false"}); }

    void theServerTakesEveryResult_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(SOURCE_DIR "/tests/data/convert");
        const QStringList files
            = folder.entryList({"*.yaml", "*.yml", "*.json", "*.libsonnet"}, QDir::Files, QDir::Name);
        QVERIFY(files.size() > 20);
        for (const QString &name : files) {
            if (!name.contains(".refused."))
                QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }

    void theServerTakesEveryResult()
    {
        QFETCH(QString, file);
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const auto conversion = models::convertSpec(source.readAll());
        QVERIFY(conversion);
        QString text = conversion->text;
        text.remove(QRegularExpression("^  namespace: .*\n", QRegularExpression::MultilineOption));
        const QStringList documents = text.split("\n---\n");
        for (const QString &document : documents) {
            // A TrainJob's webhook looks for its runtime, so that one is made, not only tried.
            const bool runtime = document.contains("\nkind: TrainingRuntime\n");
            QStringList arguments {"-n", m_ns, "create", "--validate=strict", "-f", "-"};
            if (!runtime)
                arguments.append("--dry-run=server");
            const tests::KubectlAnswer answer = tests::kubectl(arguments, document.toUtf8());
            QVERIFY2(answer.exitCode == 0, answer.err + "\n" + document.toUtf8());
        }
    }
};

QTEST_GUILESS_MAIN(TestConvertCluster)
#include "tst_convert_cluster.moc"
