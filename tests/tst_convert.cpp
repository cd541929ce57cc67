// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec models_convert
#include "models/spec/convert/conversion.h"

#include "k8s/spec/document.h"
#include "models/spec/schemastore.h"
#include "models/spec/speccheck.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace models;
using Kind = ConversionNote::Kind;

/// Every converter over realistic texts in tests/data/convert; the results that were looked at stand beside them as
/// NAME.out and NAME.notes. PILOTHOUSE_WRITE_GOLDEN=1 writes them anew.
class TestConvert : public QObject
{
    Q_OBJECT

    static QDir folder() { return QDir(SOURCE_DIR "/tests/data/convert"); }

    static QByteArray read(const QString &name)
    {
        QFile file(folder().filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QStringList sources()
    {
        return folder().entryList({"*.yaml", "*.yml", "*.json", "*.libsonnet"}, QDir::Files, QDir::Name);
    }

    static QByteArray notesText(const QList<ConversionNote> &notes)
    {
        QByteArray text;
        for (const ConversionNote &note : notes) {
            constexpr std::array words {"kept", "changed", "lost"};
            QString line = QString("%1:%2: %3: %4: %5")
                               .arg(note.line)
                               .arg(note.column)
                               .arg(QLatin1StringView(words[size_t(note.kind)]), note.path, note.text);
            if (!note.remedy.isEmpty())
                line += " " + note.remedy;
            text += line.toUtf8() + '\n';
        }
        return text;
    }

    static void compareOrWrite(const QString &name, const QByteArray &text)
    {
        if (qEnvironmentVariableIsSet("PILOTHOUSE_WRITE_GOLDEN")) {
            QFile file(folder().filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
            return;
        }
        QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(read(name)));
    }

    static QStringList errorsOf(const QString &text, const SchemaStore::Lookup &lookup)
    {
        QStringList errors;
        const auto checked = checkSpecText(text, lookup);
        for (const SpecDiagnostic &diagnostic : checked->diagnostics) {
            if (diagnostic.severity == DiagnosticSeverity::Error)
                errors.append(QString("%1: %2 [%3]").arg(diagnostic.line).arg(diagnostic.text, diagnostic.ruleId));
        }
        return errors;
    }

    SchemaStore m_schemas;

private slots:
    void everySampleConvertsAsItWasReviewed_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : sources())
            QTest::newRow(qPrintable(name)) << name;
    }

    void everySampleConvertsAsItWasReviewed()
    {
        QFETCH(QString, name);
        const QByteArray source = read(name);
        const auto conversion = convertSpec(source);
        QCOMPARE(conversion.has_value(), !name.contains(".refused."));
        QVERIFY(!conversionOffers(source).isEmpty());
        if (!conversion) {
            const ConversionRefusal &refusal = conversion.error();
            compareOrWrite(name + ".notes",
                           QString("%1:%2: %3 %4\n")
                               .arg(refusal.line)
                               .arg(refusal.column)
                               .arg(refusal.problem.sentence, refusal.problem.remedy)
                               .toUtf8());
            return;
        }
        compareOrWrite(name + ".out", conversion->text.toUtf8());
        compareOrWrite(name + ".notes", notesText(conversion->notes));
        QCOMPARE(errorsOf(conversion->text, m_schemas.lookup()), QStringList());
        const auto again = k8s::parseSpec(conversion->text.toUtf8());
        QVERIFY(!again->hasErrors());
    }

    void olderTrainersGetTheFieldsThatTheyServe()
    {
        const QByteArray source = read("pytorchjob-ddp.yaml");
        const auto text = [&](int minor) { return convertSpec(source, {.to = {}, .trainer = {2, minor}})->text; };
        QVERIFY(text(3).contains("  runtimePatches:\n    - manager: "));
        QVERIFY(text(2).contains("  runtimePatches:\n"));
        QVERIFY(
            text(1).contains("  podTemplateOverrides:\n    - targetJobs:\n        - name: node\n      metadata:\n"));
        QVERIFY(text(0).contains("  podSpecOverrides:\n    - targetJobs:\n        - name: node\n      volumes:\n"));
        QVERIFY(!text(1).contains("activeDeadlineSeconds"));
        QVERIFY(!text(0).contains("sidecar.istio.io"));
        for (int minor : {0, 1}) {
            const QStringList errors = errorsOf(text(minor), m_schemas.lookup()); // the schema is that of 2.3
            QVERIFY2(errors.size() <= 2 && errors.join(' ').contains("Overrides"), qPrintable(errors.join('\n')));
        }
    }

    void aTfJobOf2018BecomesATrainJobInTwoSteps()
    {
        const auto first = convertSpec(read("tfjobv1alpha1-gpu.yaml"));
        QVERIFY(first);
        const auto second = convertSpec(first->text.toUtf8(), {.to = "trainjob", .trainer = {}});
        QVERIFY(!second); // its workers have no command: TF_CONFIG could not be set
        QString withCommand = first->text;
        withCommand.replace("args: [", "command: [");
        const auto third = convertSpec(withCommand.toUtf8(), {.to = "trainjob", .trainer = {}});
        QVERIFY(third);
        QVERIFY(third->text.contains("kind: TrainJob"));
        QVERIFY(third->text.contains("gpu-job-node-0-3.gpu-job:2222"));
    }

    void everyFieldIsInTheResultOrHasANote_data() { everySampleConvertsAsItWasReviewed_data(); }

    void everyFieldIsInTheResultOrHasANote()
    {
        QFETCH(QString, name);
        QByteArray source = read(name);
        const auto conversion = convertSpec(source);
        if (!conversion)
            return;
        // A field that no converter can know must be told of, wherever it is put.
        const auto parsed = k8s::parseSpec(source);
        const bool yaml = source.contains("\nspec:\n");
        if (!yaml)
            return;
        source.replace("\nspec:\n", "\nspec:\n  zzUnknown: 1\n");
        const auto more = convertSpec(source);
        QVERIFY(more);
        const auto told = std::ranges::count(more->notes, QString("spec.zzUnknown"), &ConversionNote::path);
        QCOMPARE(told, 1);
        QCOMPARE(more->count(Kind::Lost), conversion->count(Kind::Lost) + 1);
    }

    void commentsStayWithTheirFields()
    {
        const QString text = convertSpec(read("pytorchjob-ddp.yaml"))->text;
        QVERIFY(text.startsWith("# Digits on three ranks. Written for Training Operator 1.5.\napiVersion: trainer."));
        QVERIFY(text.contains("team: vision # who pays\n"));
        QVERIFY(text.contains("    # the same on all ranks\n    command: "));
        QVERIFY(text.contains("nvidia.com/gpu: 1 # one each\n"));
    }

    void otherDocumentsStayAsTheyAre()
    {
        const QString text = convertSpec(read("pytorchjob-live.yaml"))->text;
        QVERIFY(text.endsWith("---\n# Read by the job above.\napiVersion: v1\nkind: ConfigMap\nmetadata:\n"
                              "  name: bert-config\ndata:\n  lr: \"0.01\"\n"));
        QVERIFY(!text.contains("resourceVersion"));
        QVERIFY(!text.contains("last-applied"));
    }

    void whatCannotBeConvertedIsRefusedWithItsPlace()
    {
        const auto pod = convertSpec("\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\n");
        QVERIFY(!pod);
        QCOMPARE(pod.error().line, 2);
        QVERIFY(pod.error().problem.sentence.startsWith("Pod cannot be converted"));
        const auto wrong = convertSpec(read("jaxjob-simple.yaml"), {.to = "TFJob", .trainer = {}});
        QVERIFY(!wrong);
        QVERIFY(wrong.error().problem.sentence.contains("TFJob"));
        QVERIFY(!convertSpec({}));
        QVERIFY(!convertSpec("a: [b\n"));
    }

    void hostileTextIsBounded()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!convertSpec(QByteArray(5 << 20, 'a')));
        QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 10; ++i)
            bomb += QString("a%1: &a%1 [*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2]\n").arg(i).arg(i - 1).toUtf8();
        QVERIFY(!convertSpec(bomb));
        QVERIFY(!convertSpec(QByteArray(100000, '[')));
        QByteArray many
            = "apiVersion: kubeflow.org/v1\nkind: TFJob\nmetadata: {name: a}\nspec:\n  tfReplicaSpecs:\n"
              "    Worker: {replicas: 2000000000, template: {spec: {containers: [{name: tensorflow, image: a, "
              "command: [a]}]}}}\n";
        QVERIFY(!convertSpec(many));
        many.replace("TFJob", "PyTorchJob").replace("tfReplica", "pytorchReplica");
        QVERIFY(convertSpec(many));
        QVERIFY(timer.elapsed() < 5000);
    }

    void brokenJobsNeverCrash()
    {
        for (const QString &name : sources()) {
            const QByteArray source = read(name);
            for (qsizetype cut = 0; cut < source.size(); cut += 37) {
                convertSpec(source.first(cut));
                QByteArray holed = source;
                convertSpec(holed.replace(cut, 11, " "));
                holed = source;
                const qsizetype line = holed.indexOf('\n', cut) + 1;
                convertSpec(holed.remove(line, holed.indexOf('\n', line) - line + 1));
            }
        }
    }

    void versionsAreRead()
    {
        QCOMPARE(TrainerVersion::parse("2.1"), (TrainerVersion {2, 1}));
        QCOMPARE(TrainerVersion::parse("v2.0.1"), (TrainerVersion {2, 0}));
        QVERIFY(!TrainerVersion::parse("1.9"));
        QVERIFY(!TrainerVersion::parse("new"));
    }
};

QTEST_GUILESS_MAIN(TestConvert)
#include "tst_convert.moc"
