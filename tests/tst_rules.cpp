// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec
#include "k8s/spec/rules.h"
#include "models/spec/schemastore.h"
#include "models/spec/speccheck.h"
#include "models/spec/spectemplates.h"

#include <QTest>

using namespace models;

/// Every rule with a spec that breaks it and the place where it is told; the templates are the good specs.
class TestRules : public QObject
{
    Q_OBJECT

    SchemaStore m_store;
    QSet<QString> m_seen;

    struct Case
    {
        const char *rule;
        const char *base; ///< template
        const char *search, *replacement; ///< the first occurrence
        const char *line; ///< begins the line that is pointed at, after spaces
    };

    static const QList<Case> &cases()
    {
        static const QList<Case> list {
            {"object/api-version", "job", "apiVersion: batch/v1\n", "", "kind"},
            {"object/kind", "job", "kind: Job\n", "", "apiVersion"},
            {"object/served-version", "job", "batch/v1", "batch/v2", ""},
            {"object/served-version", "pytorchjob-ddp", "kubeflow.org/v1", "kubeflow.org/v1beta2", "apiVersion"},
            {"object/name", "job", "  name: my-job", "  labels: {}", "metadata"},
            {"object/name-syntax", "job", "name: my-job", "name: My_Job", "name"},
            {"object/namespace-syntax", "job", "name: my-job", "name: my-job\n  namespace: Team_A", "namespace"},
            {"object/label-key", "job", "name: my-job", "name: my-job\n  labels:\n    a b: c", "a b"},
            {"object/label-value", "job", "name: my-job", "name: my-job\n  labels:\n    a: b c", "a:"},
            {"job/name-dns1035", "pytorchjob-ddp", "name: my-ddp", "name: 1-ddp", "name"},
            {"job/name-dns1035", "tfjob-worker", "name: my-tfjob", "name: my.tfjob", "name"},
            {"job/derived-name", "pytorchjob-ddp", "name: my-ddp",
             "name: a123456789-b123456789-c123456789-d123456789-e1234567890", "name"},
            {"job/replica-specs", "jaxjob",
             "  jaxReplicaSpecs:\n    Worker:", "  jaxReplicaSpecs: {}\n  x:\n    Worker:", "jaxReplicaSpecs"},
            {"job/replica-type", "pytorchjob-ddp", "    Worker:", "    Workers:", "Workers"},
            {"job/replica-type", "tfjob-worker", "    Worker: #", "    worker: #", "worker"},
            {"job/replica-type", "jaxjob", "    Worker: #", "    Master: #", "Master"},
            {"job/containers", "pytorchjob-ddp", "          containers:\n", "          containers: []\n          x:\n",
             "containers"},
            {"job/container-name", "pytorchjob-ddp", "- name: pytorch", "- name: torch", "- name"},
            {"job/container-name", "xgboostjob", "- name: xgboost", "- name: xgb", "- name"},
            {"job/image", "paddlejob", "              image: paddlepaddle/paddle:3.2.0\n", "", "- name"},
            {"job/restart-policy", "mpijob", "restartPolicy: OnFailure", "restartPolicy: onFailure", "restartPolicy"},
            {"job/template-restart-policy", "pytorchjob-ddp", "        spec:\n",
             "        spec:\n          restartPolicy: Always\n", "restartPolicy: Always"},
            {"job/managed-by", "pytorchjob-ddp", "  runPolicy:\n", "  runPolicy:\n    managedBy: me\n", "managedBy"},
            {"job/clean-pod-policy", "jaxjob", "cleanPodPolicy: None", "cleanPodPolicy: none", "cleanPodPolicy"},
            {"job/gang-size", "pytorchjob-ddp", "  runPolicy:\n",
             "  runPolicy:\n    schedulingPolicy: {minAvailable: 4}\n", "schedulingPolicy"},
            {"job/backoff-never", "xgboostjob", "cleanPodPolicy: None", "backoffLimit: 2", ""},
            {"job/negative", "pytorchjob-ddp", "backoffLimit: 3", "backoffLimit: -1", "backoffLimit"},
            {"pytorchjob/master-replicas", "pytorchjob-ddp", "replicas: 1 #", "replicas: 2 #", "replicas: 2 #"},
            {"pytorchjob/master-replicas", "pytorchjob-ddp", "      replicas: 1 # must be written, must be 1\n", "",
             "Master"},
            {"pytorchjob/worker-replicas", "pytorchjob-ddp", "replicas: 2", "replicas: 0", "replicas: 0"},
            {"pytorchjob/elastic-worker", "pytorchjob-elastic", "    Worker:\n      replicas: 2",
             "    Master:\n      replicas: 1", "elasticPolicy"},
            {"pytorchjob/elastic-range", "pytorchjob-elastic", "minReplicas: 1", "minReplicas: 5", "minReplicas"},
            {"pytorchjob/elastic-range", "pytorchjob-elastic", "replicas: 2", "replicas: 9", "replicas"},
            {"pytorchjob/nproc-twice", "pytorchjob-elastic", "maxRestarts: 10", "nProcPerNode: 2", "nProcPerNode"},
            {"pytorchjob/nproc-old", "pytorchjob-elastic", "  nprocPerNode: \"1\"\n  elasticPolicy:\n",
             "  elasticPolicy:\n    nProcPerNode: 2\n", "nProcPerNode"},
            {"pytorchjob/nproc", "pytorchjob-ddp", "nprocPerNode: \"auto\"", "nprocPerNode: \"many\"", "nprocPerNode"},
            {"pytorchjob/rendezvous", "pytorchjob-elastic", "rdzvBackend: c10d", "rdzvBackend: redis", "rdzvBackend"},
            {"tfjob/chief", "tfjob-worker", "    Worker: #", "    Master: #", "Master"},
            {"tfjob/chief", "tfjob-worker", "replicas: 1", "replicas: 2", "replicas"},
            {"tfjob/success-policy", "tfjob-ps", "AllWorkers", "allWorkers", "successPolicy"},
            {"xgboostjob/master", "xgboostjob", "      replicas: 1\n", "", "Master"},
            {"xgboostjob/master", "xgboostjob", "    Master: #", "    Worker2: #", "xgbReplicaSpecs"},
            {"mpijob/launcher", "mpijob", "    Launcher: #", "    launcher: #", "mpiReplicaSpecs"},
            {"mpijob/launcher", "mpijob", "replicas: 1", "replicas: 2", "replicas"},
            {"mpijob/workers", "mpijob", "      replicas: 2 # the default is 0\n", "", "Worker"},
            {"mpijob/clean-pod-policy", "mpijob", "  slotsPerWorker: 1", "  cleanPodPolicy: All",
             "cleanPodPolicy: All"},
            {"trainjob/name-dns1035", "trainjob", "name: my-trainjob", "name: 1job", "name"},
            {"trainjob/pod-name", "trainjob", "name: my-trainjob",
             "name: a123456789-b123456789-c123456789-d123456789-e1234567", "name"},
            {"trainjob/runtime-kind", "trainjob", "    name: torch-distributed",
             "    name: torch-distributed\n    kind: Runtime", "kind: Runtime"},
            {"trainjob/managed-by", "trainjob", "  runtimeRef:", "  managedBy: me\n  runtimeRef:", "managedBy"},
            {"trainjob/reserved-env", "trainjob", "- name: EPOCHS", "- name: PET_NNODES", "- name"},
            {"trainjob/storage-uri", "trainjob",
             "  runtimeRef:", "  initializer: {model: {storageUri: bert}}\n  runtimeRef:", "initializer"},
            {"trainjob/nodes", "trainjob", "numNodes: 2", "numNodes: 0", "numNodes"},
            {"trainjob/patch-manager", "trainjob",
             "  runtimeRef:", "  runtimePatches: [{manager: me}]\n  runtimeRef:", "runtimePatches"},
            {"trainjob/old-overrides", "trainjob",
             "  runtimeRef:", "  podTemplateOverrides: []\n  runtimeRef:", "podTemplateOverrides"},
            {"runtime/one-policy", "trainingruntime", "    torch: {}", "    torch: {}\n    mpi: {}", "mlPolicy"},
            {"runtime/framework-label", "trainingruntime", "trainer.kubeflow.org/framework: torch", "a: b", "metadata"},
            {"runtime/replicas", "trainingruntime", "replicas: 1 #", "replicas: 2 #", "replicas"},
            {"batchjob/restart-policy", "job", "restartPolicy: Never", "restartPolicy: Always", "restartPolicy"},
            {"batchjob/indexed", "job", "  backoffLimit: 2", "  completionMode: Indexed", "completionMode"},
            {"batchjob/negative", "job", "backoffLimit: 2", "backoffLimit: -2", "backoffLimit"},
            {"data/key", "configmap", "  train.py: |", "  train py: |", "train py"},
            {"data/base64", "configmap", "\ndata:\n", "\nbinaryData: {a: \"%%\"}\ndata:\n", "binaryData"},
            {"claim/storage", "persistentvolumeclaim", "      storage: 10Gi\n", "", "requests"},
            {"claim/storage", "persistentvolumeclaim", "storage: 10Gi", "storage: 0", "storage"},
            {"pod/image", "job", "          image: busybox:1.37\n", "", "- name"},
            {"pod/resource", "job", "memory: 128Mi", "Memory: 128Mi", "Memory"},
            {"pod/negative", "job", "cpu: 500m", "cpu: -1", "cpu"},
            {"pod/containers", "job", "      containers:\n", "      containers: []\n      x:\n", "containers"},
            {"pod/container-name", "job", "- name: main", "- name: Main_1", "- name"},
            {"pod/container-name-twice", "job", "      containers:\n",
             "      containers:\n        - {name: main, image: a}\n", "- name: main"},
            {"pod/volume-name-twice", "paddlejob", "          volumes:\n",
             "          volumes:\n            - {name: dshm, emptyDir: {}}\n", "- name: dshm"},
            {"pod/mount-path-twice", "paddlejob", "                - name: dshm\n",
             "                - {name: dshm, mountPath: /dev/shm}\n                - name: dshm\n",
             "mountPath: /dev/shm"},
            {"pod/mount", "paddlejob", "            - name: dshm\n              emptyDir:",
             "            - name: shm\n              emptyDir:", "- name: dshm"},
            {"pod/volume-source", "paddlejob", "              emptyDir:\n",
             "              hostPath: {path: /x}\n              emptyDir:\n", "- name: dshm"},
            {"pod/request-over-limit", "job", "            limits:\n",
             "            requests: {cpu: 2}\n            limits:\n", "requests"},
            {"pod/device-fraction", "job", "cpu: 500m", "nvidia.com/gpu: 500m", "nvidia.com/gpu"},
            {"pod/device-limit", "job", "            limits:\n",
             "            requests: {nvidia.com/gpu: 1}\n            limits:\n", "requests"},
            {"pod/env-name", "trainjob", "EPOCHS", "EPOCHS", nullptr},
            {"pod/env-name", "job", "          image: busybox:1.37\n",
             "          image: busybox\n          env: [{name: 1 A, value: b}]\n", "env"},
            {"pod/env-twice", "job", "          image: busybox:1.37\n",
             "          image: busybox\n          env: [{name: A, value: b, valueFrom: {fieldRef: {fieldPath: a}}}]\n",
             "env"},
            {"pod/port", "paddlejob", "containerPort: 37777", "containerPort: 377777", "containerPort"},
            {"pod/pull-policy", "job", "          image: busybox:1.37\n",
             "          image: busybox\n          imagePullPolicy: always\n", "imagePullPolicy"},
            {"pod/restart-policy", "pytorchjob-ddp", "        spec:\n",
             "        spec:\n          restartPolicy: ExitCode\n", "restartPolicy: ExitCode"},
            {"pod/image-space", "job", "image: busybox:1.37", "image: \"busybox :1.37\"", "image"},
        };
        return list;
    }

private slots:
    void aBrokenSpecIsToldAtItsLine_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        int number = 0;
        for (const Case &entry : cases()) {
            QString text = specTemplate(entry.base).text;
            const qsizetype at = text.indexOf(entry.search);
            QVERIFY2(at >= 0, entry.search);
            text.replace(at, qsizetype(strlen(entry.search)), entry.replacement);
            if (entry.line && *entry.line)
                QTest::addRow("%d %s", ++number, entry.rule) << entry.rule << text << entry.line;
        }
    }

    void aBrokenSpecIsToldAtItsLine()
    {
        QFETCH(QString, rule);
        QFETCH(QString, text);
        QFETCH(QString, line);
        const auto checked = checkSpecText(text, m_store.lookup());
        QStringList found;
        for (const SpecDiagnostic &diagnostic : checked->diagnostics) {
            const QString where = text.split('\n')[diagnostic.line - 1].trimmed();
            found += diagnostic.ruleId + " at " + where + ": " + diagnostic.text;
            if (diagnostic.ruleId != rule || !where.startsWith(line))
                continue;
            m_seen.insert(rule);
            QVERIFY(!diagnostic.text.contains('%'));
            QVERIFY(!diagnostic.remedy.contains("%1"));
            return;
        }
        QFAIL(qPrintable("not told; found:\n" + found.join('\n')));
    }

    void everyRuleIsTriedAndExplainsItself()
    {
        const QStringList elsewhere {"object/map", "job/backoff-never", "data/size"};
        QSet<QString> ids;
        for (const k8s::Rule *rule : k8s::allRules()) {
            QVERIFY2(!ids.contains(rule->id), rule->id);
            ids.insert(rule->id);
            QVERIFY2(rule->sentence && *rule->sentence && rule->source && *rule->source, rule->id);
            QVERIFY2(m_seen.contains(rule->id) || elsewhere.contains(rule->id), rule->id);
        }
    }

    void aFixMendsWhatItPromises()
    {
        QString text = specTemplate("pytorchjob-ddp").text;
        text.replace("    Worker:", "    worker:")
            .replace("cleanPodPolicy: None", "cleanPodPolicy: none")
            .replace("name: my-ddp", "name: My_DDP")
            .replace("restartPolicy: OnFailure", "restartPolicy: onfailure");
        for (int round = 0; round < 10; ++round) {
            const auto checked = checkSpecText(text, m_store.lookup());
            if (checked->diagnostics.isEmpty())
                break;
            const SpecDiagnostic first = checked->diagnostics.first();
            QVERIFY2(!first.fixes.isEmpty(), qPrintable(first.text));
            text.replace(first.fixes[0].position, first.fixes[0].length, first.fixes[0].replacement);
        }
        QVERIFY(checkSpecText(text, m_store.lookup())->diagnostics.isEmpty());
        QVERIFY(text.contains("name: my-ddp\n") && text.contains("    Worker:\n"));
    }

    void largeDataAreRefused()
    {
        const QString text
            = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: " + QString(1 << 20, 'x') + '\n';
        QCOMPARE(checkSpecText(text, m_store.lookup())->diagnostics.value(0).ruleId, "data/size");
        QCOMPARE(checkSpecText("- 1\n", m_store.lookup())->diagnostics.value(0).ruleId, "object/map");
        QString never = specTemplate("xgboostjob").text;
        never.replace("restartPolicy: ExitCode", "restartPolicy: Never")
            .replace("cleanPodPolicy: None", "backoffLimit: 2");
        QCOMPARE(checkSpecText(never, m_store.lookup())->diagnostics.value(0).ruleId, "job/backoff-never");
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
