// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec
#include "models/spec/formbuilder.h"
#include "models/spec/formedit.h"
#include "models/spec/specdocument.h"
#include "models/spec/spectemplates.h"

#include <QRandomGenerator>
#include <QTest>

using namespace models;

/// What a form says of a text, and what its edits do to the text.
class TestSpecForm : public QObject
{
    Q_OBJECT

    SchemaStore m_store;
    SpecDocument m_spec {&m_store};

    SpecForm form(const QString &text, int document = 0) const
    {
        const auto parsed = k8s::parseSpec(text.toUtf8());
        return formOf(*parsed, document, m_store.lookup()).value_or(SpecForm());
    }

    QString done(const QString &text, int document, const FormEdit &edit)
    {
        const auto fix = m_spec.formEdit(text, document, edit);
        if (!fix)
            return "refused: " + fix.error();
        QString result = text;
        return result.replace(fix->position, fix->length, fix->replacement);
    }

    static QString master(const QString &field) { return "spec.pytorchReplicaSpecs.Master" + field; }
    static QString container(const QString &field)
    {
        return "spec.pytorchReplicaSpecs.Worker.template.spec.containers[0]" + field;
    }

    /// Each part that can be added can be removed again, and then the text is what it was.
    bool addAndRemove(const QString &text, const FormField &field)
    {
        for (const QString &part : field.choices) {
            const QString more = done(text, 0, {.kind = FormEdit::Kind::AddPart, .path = field.path, .value = part});
            const QString less = done(more, 0, {.kind = FormEdit::Kind::RemovePart, .path = field.path, .value = part});
            if (less == text)
                continue;
            QTest::qFail(qPrintable("not the same after " + part + ":\n" + less), __FILE__, __LINE__);
            return false;
        }
        return true;
    }

private slots:
    void everyTemplateHasAForm()
    {
        for (const SpecTemplate &one : specTemplates()) {
            const SpecForm shown = form(one.text);
            QVERIFY2(!shown.sections.isEmpty(), qPrintable(one.id));
            const FormField *name = shown.field("metadata.name");
            QVERIFY2(name && name->set && name->firstLine > 0, qPrintable(one.id));
            QVERIFY2(one.text.mid(name->position).startsWith(name->value), qPrintable(one.id));
        }
    }

    void aPyTorchJobIsShownByReplicaType()
    {
        const SpecForm shown = form(specTemplate("pytorchjob-ddp").text);
        QStringList ids;
        for (const FormSection &section : shown.sections)
            ids.append(section.id);
        QCOMPARE(ids, (QStringList {"identity", "Master", "Worker", "replicaTypes", "runPolicy", "elasticPolicy"}));
        QCOMPARE(shown.field(container(".image"))->value, "pytorch/pytorch:2.9.0-cuda12.8-cudnn9-runtime");
        QCOMPARE(shown.field(container(".command"))->value, "torchrun /workspace/train.py");
        QCOMPARE(shown.field(container(".resources.limits.memory"))->value, "2Gi");
        QCOMPARE(shown.field("spec.runPolicy.cleanPodPolicy")->value, "None");
        QVERIFY(!shown.field("spec.runPolicy.suspend")->set);
        QCOMPARE(shown.otherFields, 2); // the names of the containers
        QVERIFY(!shown.field("spec.runPolicy.backoffLimit")->toolTip.isEmpty());
    }

    void whatIsTypedGoesToItsPlace_data()
    {
        QTest::addColumn<FormEdit>("edit");
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("now");
        const QString worker = "    Worker:\n      replicas: 2\n";
        QTest::newRow("replicas") << FormEdit {.path = "spec.pytorchReplicaSpecs.Worker.replicas", .value = "4"}
                                  << worker << "    Worker:\n      replicas: 4\n";
        QTest::newRow("keeps the comment")
            << FormEdit {.path = master(".replicas"), .value = "3"} << "replicas: 1 # must" << "replicas: 3 # must";
        QTest::newRow("namespace") << FormEdit {.path = "metadata.namespace", .value = "team-a"} << "  name: my-ddp\n"
                                   << "  name: my-ddp\n  namespace: team-a\n";
        QTest::newRow("suspend") << FormEdit {.path = "spec.runPolicy.suspend", .value = "true"} << "  runPolicy:\n"
                                 << "  runPolicy:\n    suspend: true\n";
        QTest::newRow("quotes of a quantity")
            << FormEdit {.path = master(".template.spec.containers[0].resources.limits.cpu"), .value = "2"}
            << "cpu: \"1\"" << "cpu: \"2\"";
        QTest::newRow("a word more") << FormEdit {.path = container(".command"),
                                                  .value = "torchrun /workspace/train.py --lr 0.1"}
                                     << "\"/workspace/train.py\"]" << "\"/workspace/train.py\", --lr, \"0.1\"]";
        QTest::newRow("takes a key out") << FormEdit {.kind = FormEdit::Kind::Clear,
                                                      .path = "spec.runPolicy.backoffLimit"}
                                         << "    # Restarts of containers before the job fails.\n    backoffLimit: 3\n"
                                         << "";
        QTest::newRow("elastic") << FormEdit {.path = "spec.elasticPolicy.minReplicas", .value = "1"}
                                 << "  runPolicy:\n"
                                 << "  elasticPolicy:\n    minReplicas: 1\n  runPolicy:\n";
    }

    void whatIsTypedGoesToItsPlace()
    {
        QFETCH(FormEdit, edit);
        QFETCH(QString, old);
        QFETCH(QString, now);
        QString text = specTemplate("pytorchjob-ddp").text;
        const QString result = done(text, 0, edit);
        // Master and Worker look alike: of some pieces the last one is meant.
        const qsizetype at = edit.path.contains("Worker") ? text.lastIndexOf(old) : text.indexOf(old);
        QVERIFY(at >= 0);
        QCOMPARE(result, text.replace(at, old.size(), now));
    }

    void gpusComeAndGo()
    {
        const QString text = specTemplate("pytorchjob-ddp").text;
        const QString path = container(".resources.limits#gpus");
        QCOMPARE(form(text).field(path)->value, "");
        const QString two = done(text, 0, {.path = path, .value = "2"});
        QVERIFY2(
            two.endsWith("memory: 2Gi\n                  nvidia.com/gpu: 2\n                  # nvidia.com/gpu: 1\n"),
            qPrintable(two));
        QCOMPARE(form(two).field(path)->value, "2");
        const QString amd = done(two, 0, {.kind = FormEdit::Kind::SetVendor, .path = path, .value = "amd.com/gpu"});
        QVERIFY(amd.contains("amd.com/gpu: 2"));
        QCOMPARE(form(amd).field(path)->vendor, "amd.com/gpu");
        QCOMPARE(done(amd, 0, {.path = path, .value = "0"}), text);
    }

    void theEnvironmentIsATable()
    {
        const QString text = specTemplate("trainjob").text;
        const QString path = "spec.trainer.env";
        QCOMPARE(form(text).field(path)->rows.first().cells, (QStringList {"EPOCHS", "10"}));
        QString now
            = done(text, 0, {.kind = FormEdit::Kind::SetCell, .path = path, .value = "20", .row = 0, .column = 1});
        QVERIFY(now.contains("        value: \"20\"\n"));
        now = done(now, 0, {.kind = FormEdit::Kind::AddRow, .path = path});
        QCOMPARE(form(now).field(path)->rows.size(), 2);
        now = done(now, 0, {.kind = FormEdit::Kind::RemoveRow, .path = path, .row = 0});
        QCOMPARE(form(now).field(path)->rows.size(), 1);
        QVERIFY2(!now.contains("EPOCHS") && now.contains("numNodes: 2"), qPrintable(now));
    }

    void aVolumeIsTwoPlacesInOne()
    {
        const QString text = specTemplate("pytorchjob-ddp").text;
        const QString path = container(".volumeMounts");
        QString now = done(text, 0, {.kind = FormEdit::Kind::AddRow, .path = path, .value = "memory"});
        now = done(now, 0, {.kind = FormEdit::Kind::AddRow, .path = path, .value = "claim"});
        const FormField volumes = *form(now).field(path);
        QCOMPARE(volumes.rows.size(), 2);
        QCOMPARE(volumes.rows[0].cells, (QStringList {"/dev/shm", "shared memory", "1Gi"}));
        QCOMPARE(volumes.rows[1].cells, (QStringList {"/data", "claim", "data"}));
        now = done(now, 0, {.kind = FormEdit::Kind::SetCell, .path = path, .value = "corpus", .row = 1, .column = 2});
        QVERIFY(now.contains("claimName: corpus"));
        now = done(now, 0, {.kind = FormEdit::Kind::RemoveRow, .path = path, .row = 1});
        now = done(now, 0, {.kind = FormEdit::Kind::RemoveRow, .path = path, .row = 0});
        QCOMPARE(form(now).field(path)->rows.size(), 0);
        QVERIFY(!now.contains("corpus") && !now.contains("dshm"));
    }

    void nodeLabelsAndTolerations()
    {
        const QString text = specTemplate("job").text;
        const QString labels = "spec.template.spec.nodeSelector", tolerations = "spec.template.spec.tolerations";
        QString now = done(text, 0, {.kind = FormEdit::Kind::AddRow, .path = labels});
        now = done(
            now, 0,
            {.kind = FormEdit::Kind::SetCell, .path = labels, .value = "zone.example/gpu", .row = 0, .column = 0});
        now = done(now, 0, {.kind = FormEdit::Kind::SetCell, .path = labels, .value = "yes", .row = 0, .column = 1});
        QVERIFY2(now.contains("      nodeSelector:\n        zone.example/gpu: \"yes\"\n"), qPrintable(now));
        now = done(now, 0, {.kind = FormEdit::Kind::AddRow, .path = tolerations});
        QVERIFY2(now.contains("- key: nvidia.com/gpu\n          operator: Exists\n          effect: NoSchedule\n"),
                 qPrintable(now));
        now = done(now, 0, {.kind = FormEdit::Kind::RemoveRow, .path = tolerations, .row = 0});
        now = done(now, 0, {.kind = FormEdit::Kind::RemoveRow, .path = labels, .row = 0});
        QVERIFY(now.contains("nodeSelector: {}") && now.contains("tolerations: []"));
    }

    void aReplicaTypeIsAddedLikeTheOthers()
    {
        const QString text = "apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nmetadata:\n  name: a\nspec:\n"
                             "  pytorchReplicaSpecs:\n    # leads\n    Master:\n      replicas: 1\n"
                             "      restartPolicy: Never # once\n      template:\n        spec:\n"
                             "          containers:\n            - name: pytorch\n              image: torch:2\n"
                             "              command:\n                - sh\n                - -c\n"
                             "                - |\n                  one\n\n                  two\n"
                             "              resources:\n                limits:\n                  cpu: \"1\"\n"
                             "                  # nvidia.com/gpu: 1\n"
                             "  # at the end\n  runPolicy: {}\n";
        const QString path = "spec.pytorchReplicaSpecs#types";
        QCOMPARE(form(text).field(path)->choices, QStringList {"Worker"});
        const QString now = done(text, 0, {.kind = FormEdit::Kind::AddPart, .path = path, .value = "Worker"});
        const QString added = "    Worker:\n      replicas: 1\n      restartPolicy: Never\n      template:\n"
                              "        spec:\n          containers:\n            - name: pytorch\n"
                              "              image: torch:2\n              command:\n                - sh\n"
                              "                - -c\n                - |\n                  one\n\n"
                              "                  two\n              resources:\n                limits:\n"
                              "                  cpu: \"1\"\n";
        QString expected = text;
        QCOMPARE(now, expected.insert(text.indexOf("  # at the end"), added));
        QVERIFY(form(now).field(path)->choices.isEmpty());
        QCOMPARE(done(now, 0, {.kind = FormEdit::Kind::RemovePart, .path = path, .value = "Worker"}), text);
        // What belongs to the first one goes with it: the comment above and the one at its end.
        const QString alone = done(now, 0, {.kind = FormEdit::Kind::RemovePart, .path = path, .value = "Master"});
        QString without = now;
        const auto from = now.indexOf("    # leads");
        QCOMPARE(alone, without.remove(from, now.indexOf("    Worker:") - from));
    }

    void onlyWhatTheKindHasIsOffered_data()
    {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QStringList>("offered");
        QTest::newRow("TFJob: Master is an older Chief") << "tfjob-worker" << QStringList {"PS", "Evaluator"};
        QTest::newRow("TFJob with PS") << "tfjob-ps" << QStringList {"Chief", "Evaluator"};
        QTest::newRow("MPIJob has both") << "mpijob" << QStringList {};
        QTest::newRow("elastic") << "pytorchjob-elastic" << QStringList {"Master"};
    }

    void onlyWhatTheKindHasIsOffered()
    {
        QFETCH(QString, sample);
        QFETCH(QStringList, offered);
        const SpecForm shown = form(specTemplate(sample).text);
        QStringList found;
        bool removable = false;
        for (const FormSection &section : shown.sections) {
            removable = removable || !section.partOf.isEmpty();
            for (const FormField &field : section.fields)
                found += field.kind == FormField::Kind::Parts ? field.choices : QStringList();
        }
        QCOMPARE(found, offered);
        QCOMPARE(removable, sample != "pytorchjob-elastic"); // the last type stays
    }

    void aKindOfOneReplicaTypeOffersNoOther()
    {
        const SpecForm shown = form(specTemplate("jaxjob").text);
        QVERIFY(!shown.sections.isEmpty());
        QVERIFY(!shown.field("spec.jaxReplicaSpecs#types"));
    }

    void aWorkerOfMpiDoesNotRunTheLaunchersProgram()
    {
        const QString text = specTemplate("mpijob").text;
        const QString path = "spec.mpiReplicaSpecs#types";
        const QString alone = done(text, 0, {.kind = FormEdit::Kind::RemovePart, .path = path, .value = "Worker"});
        const QString image
            = form(alone).field("spec.mpiReplicaSpecs.Launcher.template.spec.containers[0].image")->value;
        const QString now = done(alone, 0, {.kind = FormEdit::Kind::AddPart, .path = path, .value = "Worker"});
        const QString worker = "spec.mpiReplicaSpecs.Worker.template.spec.containers[0]";
        QCOMPARE(form(now).field(worker + ".image")->value, image);
        QVERIFY(!form(now).field(worker + ".command")->set);
    }

    void everyDocumentHasItsForm()
    {
        const QString text = specTemplate("configmap").text + "---\n" + specTemplate("trainjob").text;
        SpecDocument spec;
        spec.setText(text);
        QTRY_VERIFY(!spec.isChecking());
        QCOMPARE(spec.forms().size(), 2);
        QCOMPARE(spec.forms()[1].title, "TrainJob my-trainjob");
        QVERIFY(spec.forms()[1].firstLine > spec.forms()[0].firstLine);
        const QString now = done(text, 1, {.path = "spec.trainer.numNodes", .value = "8"});
        QVERIFY(now.startsWith(specTemplate("configmap").text) && now.contains("numNodes: 8"));
    }

    void whatItDoesNotKnowIsCounted()
    {
        const SpecForm shown = form("apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: a, labels: {x: y}}\n"
                                    "spec:\n  size: 3\n  on: true\n  list:\n    - {a: 1, b: 2}\n");
        QCOMPARE(shown.field("spec.size")->value, "3");
        QCOMPARE(shown.otherFields, 1); // the label
        QVERIFY(form("apiVersion: v1\nkind: [x\n").sections.isEmpty());
        QVERIFY(form("# nothing\n").sections.isEmpty());
        QVERIFY(form("kind: Pod\nx: " + QString(longestFormText, 'x')).sections.isEmpty());
    }

    void linesOfTheirOwnAreShownOnly()
    {
        const QString text
            = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n"
              "      containers:\n        - name: a\n          image: b\n          command:\n"
              "            - sh\n            - -c\n            - |\n              one\n              two\n";
        const FormField command = *form(text).field("spec.template.spec.containers[0].command");
        QVERIFY(!command.lockedBecause.isEmpty());
        QVERIFY(done(text, 0, {.path = command.path, .value = "x"}).startsWith("refused"));
    }

    void wordsAreReadAsAShellReadsThem()
    {
        QStringList words;
        QVERIFY(splitWords("sh -c 'echo \"a b\"' --x=\"y z\" \"\"", words));
        QCOMPARE(words, (QStringList {"sh", "-c", "echo \"a b\"", "--x=y z", ""}));
        QVERIFY(!splitWords("sh 'open", words));
        for (const QStringList &one :
             {QStringList {"a", "b c", "it's", "", "\\", "\"q'\""}, QStringList {"it's \\ \"x\""}}) {
            QVERIFY(splitWords(joinWords(one), words));
            QCOMPARE(words, one);
        }
    }

    void randomEditsThroughTheFormComeBack()
    {
        QRandomGenerator random(7);
        int changed = 0;
        for (const SpecTemplate &one : specTemplates()) {
            QString text = one.text;
            for (int i = 0; i < 25; ++i) {
                const SpecForm shown = form(text);
                QVERIFY(!shown.sections.isEmpty());
                const FormSection &section = shown.sections[random.bounded(shown.sections.size())];
                if (section.fields.isEmpty())
                    continue;
                const FormField &field = section.fields[random.bounded(section.fields.size())];
                FormEdit edit {.path = field.path, .value = QString::number(1 + random.bounded(9))};
                if (field.kind == FormField::Kind::Table)
                    edit = {.kind = FormEdit::Kind::AddRow, .path = field.path, .value = "claim"};
                else if (field.kind == FormField::Kind::Flag)
                    edit.value = "true";
                else if (field.kind == FormField::Kind::Parts && !addAndRemove(text, field))
                    return;
                else if (field.kind == FormField::Kind::Parts)
                    edit = {.kind = FormEdit::Kind::AddPart, .path = field.path, .value = field.choices.value(0)};
                else if (field.write == FormField::Write::Words)
                    edit.value = field.value + " more"; // a word that goes takes its own comment with it
                const QString now = done(text, 0, edit);
                if (now.startsWith("refused"))
                    continue;
                ++changed;
                for (const QString &line : text.split('\n')) {
                    if (line.trimmed().startsWith('#'))
                        QVERIFY2(now.contains(line), qPrintable(line + " is lost in\n" + now));
                }
                QVERIFY(form(now).field(field.path));
                text = now;
            }
        }
        QVERIFY2(changed > 150, qPrintable(QString::number(changed)));
    }
};

QTEST_GUILESS_MAIN(TestSpecForm)
#include "tst_specform.moc"
