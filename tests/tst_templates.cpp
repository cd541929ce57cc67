// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec
#include "models/spec/schemastore.h"
#include "models/spec/speccheck.h"
#include "models/spec/spectemplates.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace models;

/// What the gallery offers and the samples must be beyond reproach.
class TestTemplates : public QObject
{
    Q_OBJECT

    SchemaStore m_store;

    static QString complaints(const CheckedSpec &checked)
    {
        QStringList lines;
        for (const SpecDiagnostic &diagnostic : checked.diagnostics)
            lines += QString("%1:%2 %3 [%4]")
                         .arg(diagnostic.line)
                         .arg(diagnostic.column)
                         .arg(diagnostic.text, diagnostic.ruleId);
        return lines.join('\n');
    }

private slots:
    void everyTemplateIsClean_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        for (const SpecTemplate &entry : specTemplates()) {
            QVERIFY(!entry.title.isEmpty() && !entry.kind.isEmpty() && !entry.description.isEmpty());
            QVERIFY2(QStringList({"training", "serving", "notebooks", "tuning", "storage"}).contains(entry.group),
                     qPrintable(entry.id));
            QVERIFY(entry.text.startsWith("apiVersion:"));
            QTest::newRow(qPrintable(entry.id)) << entry.text << entry.kind;
        }
        QDirIterator examples(SOURCE_DIR "/resources/examples", {"*.yaml"}, QDir::Files);
        while (examples.hasNext()) {
            QFile file(examples.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(file.fileName())) << QString::fromUtf8(file.readAll()) << QString();
        }
    }

    void everyTemplateIsClean()
    {
        QFETCH(QString, text);
        QFETCH(QString, kind);
        const auto checked = checkSpecText(text, m_store.lookup());
        QVERIFY2(checked->diagnostics.isEmpty(), qPrintable(complaints(*checked)));
        QVERIFY(!checked->objects.isEmpty());
        for (const SpecObject &object : checked->objects)
            QVERIFY2(m_store.schema(object.apiVersion, object.kind), qPrintable(object.kind));
        const auto isOfKind = [&](const SpecObject &object) { return object.kind == kind; };
        QVERIFY2(kind.isEmpty() || std::ranges::any_of(checked->objects, isOfKind), qPrintable(kind));
    }

    void thereIsOneForEveryKind()
    {
        QStringList kinds;
        for (const SpecTemplate &entry : specTemplates())
            kinds += entry.kind;
        for (const char *kind : {"PyTorchJob",
                                 "TFJob",
                                 "MPIJob",
                                 "XGBoostJob",
                                 "PaddleJob",
                                 "JAXJob",
                                 "TrainJob",
                                 "TrainingRuntime",
                                 "ClusterTrainingRuntime",
                                 "Job",
                                 "Notebook",
                                 "InferenceService",
                                 "ServingRuntime",
                                 "ClusterServingRuntime",
                                 "SeldonDeployment",
                                 "Deployment",
                                 "Experiment",
                                 "PersistentVolumeClaim",
                                 "ConfigMap",
                                 "Secret"})
            QVERIFY2(kinds.contains(kind), kind);
        QCOMPARE(specTemplate("pytorchjob-ddp").kind, "PyTorchJob");
        QVERIFY(specTemplate("none of them").id.isEmpty());
    }

    void thePreviewSaysWhatTheOperatorMakes()
    {
        const auto ddp = checkSpecText(specTemplate("pytorchjob-ddp").text, m_store.lookup());
        QCOMPARE(ddp->preview.podCount, 3);
        QCOMPARE(ddp->preview.cpu, 3.0);
        QCOMPARE(ddp->preview.pods[0].name, "my-ddp-master-0");
        QCOMPARE(ddp->preview.pods[2].name, "my-ddp-worker-1");
        QCOMPARE(ddp->preview.pods[2].rank, 2);
        QVERIFY(ddp->preview.pods[2].environment.contains("RANK=2"));
        QVERIFY(ddp->preview.pods[0].environment.contains("WORLD_SIZE=3"));
        const auto train = checkSpecText(specTemplate("trainjob").text, m_store.lookup());
        QCOMPARE(train->preview.pods[1].host, "my-trainjob-node-0-1.my-trainjob");
        const auto mpi = checkSpecText(specTemplate("mpijob").text, m_store.lookup());
        QCOMPARE(mpi->preview.pods[0].name, "my-mpijob-launcher");
        QCOMPARE(mpi->preview.pods[0].rank, -1);
        QCOMPARE(mpi->preview.pods[1].rank, 0);
    }

    void thePreviewCountsPartsOfGpusAsTheNodesDo()
    {
        const auto checked
            = checkSpecText("apiVersion: batch/v1\nkind: Job\nmetadata: {name: mig}\nspec:\n  template:\n"
                            "    spec:\n      restartPolicy: Never\n      containers:\n      - name: a\n"
                            "        image: a\n        resources: {limits: {nvidia.com/mig-1g.5gb: 2, "
                            "gpu.intel.com/millicores: 500}}\n",
                            m_store.lookup());
        QCOMPARE(checked->preview.gpus, 2.0);
        QCOMPARE(checked->preview.pods[0].gpuResource, "nvidia.com/mig-1g.5gb");
    }

    void thePreviewKnowsServingNotebooksAndTuning()
    {
        const auto preview
            = [&](const char *id) { return checkSpecText(specTemplate(id).text, m_store.lookup())->preview; };
        const SpecPreview notebook = preview("notebook");
        QCOMPARE(notebook.pods[0].name, "my-notebook-0");
        QCOMPARE(notebook.pods[0].environment, QStringList {"NB_PREFIX=/notebook/<namespace>/my-notebook"});
        QVERIFY(notebook.others.contains("StatefulSet my-notebook"));
        const SpecPreview sklearn = preview("inferenceservice-sklearn");
        QCOMPARE(sklearn.podCount, 1);
        QCOMPARE(sklearn.pods[0].name, "my-sklearn-predictor-*");
        QCOMPARE(sklearn.cpu, 0.1);
        QVERIFY(sklearn.consequences.join(' ').contains("/v2/models/my-sklearn/infer"));
        const SpecPreview custom = preview("inferenceservice-custom");
        QCOMPARE(custom.podCount, 2);
        const SpecPreview seldon = preview("seldondeployment");
        QCOMPARE(seldon.pods[1].name, "my-model-canary-0-classifier-*");
        const SpecPreview search = preview("experiment");
        QCOMPARE(search.podCount, 3);
        QVERIFY(search.consequences.first().contains("12"));
        const SpecPreview distributed = preview("experiment-pytorchjob");
        QCOMPARE(distributed.podCount, 4); // two trials of a master and a worker
        const SpecPreview mpi = preview("mpijob-v2beta1");
        QCOMPARE(mpi.pods[1].host, "my-mpijob-worker-0.my-mpijob.<namespace>.svc");
        QVERIFY(mpi.others.contains("Secret my-mpijob-ssh"));
    }

    void aMillionWorkersAreAFigure()
    {
        QString text = specTemplate("jaxjob").text;
        text.replace("replicas: 2", "replicas: 1000000");
        const auto checked = checkSpecText(text, m_store.lookup());
        QCOMPARE(checked->preview.podCount, 1000000);
        QCOMPARE(checked->preview.pods.size(), 200);
    }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
