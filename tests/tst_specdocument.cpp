// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec
#include "models/spec/schemastore.h"
#include "models/spec/specdocument.h"
#include "models/spec/spectemplates.h"
#include "models/spec/yamlcontext.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace models;

/// A text that is being written.
class TestSpecDocument : public QObject
{
    Q_OBJECT

    static QStringList completions(const SpecDocument &document, qsizetype position)
    {
        QStringList texts;
        for (const SpecCompletion &completion : document.completionsAt(position))
            texts += completion.text;
        return texts;
    }

private slots:
    void theLastTextCounts()
    {
        SpecDocument document;
        QSignalSpy checked(&document, &SpecDocument::checked);
        for (int i = 0; i < 50; ++i)
            document.setText(QString("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a%1}\n").arg(i));
        QVERIFY(document.isChecking());
        QTRY_VERIFY(!document.isChecking());
        QCOMPARE(document.objects().size(), 1);
        QCOMPARE(document.objects().first().name, "a49");
        QVERIFY(checked.size() < 50);
        QVERIFY(document.diagnostics().isEmpty());
        QVERIFY(document.schemaNote().contains("Kubernetes 1.36"));
    }

    void aDocumentMayGoWhileItIsChecked()
    {
        for (int i = 0; i < 20; ++i) {
            SpecDocument document;
            document.setText(specTemplate("pytorchjob-ddp").text.repeated(5));
        }
        QVERIFY(true);
    }

    void largeTextsDoNotHoldUpTheCaller()
    {
        SpecDocument document;
        const QString text = "a:\n" + QString("  - {b: [1, 2, 3]}\n").repeated(20000);
        QElapsedTimer timer;
        timer.start();
        document.setText(text);
        QVERIFY(timer.elapsed() < 50);
        QTRY_VERIFY_WITH_TIMEOUT(!document.isChecking(), 20000);
    }

    void theServersWordsFindTheirPlace()
    {
        SpecDocument document;
        document.setText("# code\n---\n" + specTemplate("configmap").text + "---\n"
                         + specTemplate("pytorchjob-ddp").text);
        QTRY_VERIFY(!document.isChecking());
        QCOMPARE(document.objects().size(), 2);
        QCOMPARE(document.objects()[1].document, 2);
        k8s::Error error {.kind = k8s::Error::Kind::Invalid, .message = "denied", .reason = "Invalid"};
        error.causes = {{"spec.pytorchReplicaSpecs[Worker].replicas", "FieldValueInvalid", "too many"}};
        document.setServerError(error, 2);
        QCOMPARE(document.diagnostics().size(), 1);
        const SpecDiagnostic diagnostic = document.diagnostics().first();
        QCOMPARE(document.text().mid(diagnostic.position, diagnostic.length), "2");
        QVERIFY(diagnostic.text.contains("too many"));
        document.clearServerError();
        QVERIFY(document.diagnostics().isEmpty());
        error.causes.clear();
        document.setServerError(error, 2); // about the whole object: at its name
        QCOMPARE(document.text().mid(document.diagnostics().first().position, 6), "my-ddp");
        document.setServerError(error, -1);
        QVERIFY(document.diagnostics().isEmpty());
        document.setText("a: 1\n");
        QTRY_VERIFY(!document.isChecking());
        QVERIFY(!document.diagnostics().isEmpty()); // of the text, no longer of the server
        QVERIFY(document.diagnostics().first().source != DiagnosticSource::Server);
    }

    void whatFitsIsOffered_data()
    {
        QTest::addColumn<QString>("text"); // | is the cursor
        QTest::addColumn<QStringList>("first");
        const QString head = "apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nspec:\n";
        QTest::newRow("top") << "ap|" << QStringList {"apiVersion"};
        QTest::newRow("field") << head + "  nproc|" << QStringList {"nprocPerNode"};
        QTest::newRow("replica type") << head + "  pytorchReplicaSpecs:\n    Master:\n      replicas: 1\n    |"
                                      << QStringList {"Worker"};
        QTest::newRow("required first") << head
                + "  pytorchReplicaSpecs:\n    Worker:\n      template:\n        spec:\n          |"
                                        << QStringList {"containers"};
        QTest::newRow("list entry") << head
                + "  pytorchReplicaSpecs:\n    Worker:\n      template:\n        spec:\n          containers:\n        "
                  "    - name: a\n              imag|"
                                    << QStringList {"image", "imagePullPolicy"};
        QTest::newRow("list in the same column") << head
                + "  pytorchReplicaSpecs:\n    Worker:\n      template:\n        spec:\n          containers:\n        "
                  "  - name: a\n            work|"
                                                 << QStringList {"workingDir"};
        QTest::newRow("choice") << head + "  pytorchReplicaSpecs:\n    Worker:\n      restartPolicy: |"
                                << QStringList {"Always", "OnFailure", "Never", "ExitCode"};
        QTest::newRow("boolean") << head + "  runPolicy:\n    suspend: |" << QStringList {"true", "false"};
        QTest::newRow("second document")
            << "apiVersion: v1\nkind: ConfigMap\n---\napiVersion: batch/v1\nkind: Job\nspec:\n  backoff|"
            << QStringList {"backoffLimit", "backoffLimitPerIndex"};
        QTest::newRow("no schema") << "kind: X\napiVersion: y/v1\nspec:\n  |" << QStringList {};
    }

    void whatFitsIsOffered()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, first);
        const qsizetype position = text.indexOf('|');
        text.remove('|');
        SpecDocument document;
        document.setText(text);
        QCOMPARE(completions(document, position).mid(0, std::max<qsizetype>(1, first.size())), first);
    }

    void piecesOfSeveralLinesAreOffered()
    {
        SpecDocument document;
        const QString head
            = "apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nspec:\n  pytorchReplicaSpecs:\n    Worker:\n"
              "      template:\n        spec:\n          vol";
        document.setText(head);
        const auto found = document.completionsAt(head.size());
        const auto memory = std::ranges::find(found, QString("volume-shm"), &SpecCompletion::text);
        QVERIFY(memory != found.end());
        const QString text = head.left(memory->position) + memory->insertion + "\n";
        QVERIFY2(text.endsWith("          volumes:\n            - name: dshm\n              emptyDir:\n"
                               "                medium: Memory\n                sizeLimit: 1Gi\n"),
                 qPrintable(text));
        QVERIFY(!completions(document, head.indexOf("spec:")).contains("volume-shm"));
    }

    void aFieldExplainsItself()
    {
        SpecDocument document;
        const QString text = specTemplate("pytorchjob-ddp").text;
        document.setText(text);
        QTRY_VERIFY(!document.isChecking());
        const QString words = document.explanationAt(text.indexOf("backoffLimit") + 3);
        QVERIFY2(words.startsWith("backoffLimit: whole number\n"), qPrintable(words));
        QVERIFY(document.explanationAt(text.indexOf("containers:") + 2).contains("required"));
        QCOMPARE(document.explanationAt(text.indexOf("# Processes") + 3), "");
    }

    void anyPositionOfAnyTextIsSafe()
    {
        const QString text = specTemplate("pytorchjob-ddp").text + "---\n- - a: b\n-\n  - : x\n\"q\": 'w'\n:\n";
        SpecDocument document;
        for (qsizetype i = 0; i <= text.size(); i += 7) {
            document.setText(text.left(i));
            (void)document.completionsAt(i);
            (void)document.explanationAt(i);
            (void)yamlContextAt(text, i);
        }
        (void)document.completionsAt(-5);
        (void)document.explanationAt(text.size() + 10);
        QTRY_VERIFY(!document.isChecking());
    }
};

QTEST_GUILESS_MAIN(TestSpecDocument)
#include "tst_specdocument.moc"
