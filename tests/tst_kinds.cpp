// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_kinds k8s_core
#include "models/kinds/generic.h"
#include "models/kinds/kindtable.h"
#include "support/jobsamples.h"

#include <QTest>

using namespace models;

class TestKinds : public QObject
{
    Q_OBJECT

    static QString cell(const QString &group, const QString &kindName, const QByteArray &json, const QString &title)
    {
        const auto *kind = findKind(group, kindName);
        k8s::JsonDocument document;
        const auto object = document.parse({json.constData(), size_t(json.size())});
        if (!kind || !object.exists())
            return "no such kind, or not JSON";
        for (const auto &column : columnsOf(*kind)) {
            if (column.title == title)
                return column.cell ? column.cell(object).text : "filled by others";
        }
        return "no such column";
    }

    static QByteArray v1(const QString &kind, const QString &specsKey, const QStringList &conditions,
                         const QString &statuses)
    {
        return QString(
                   R"({"kind":"%1","metadata":{"name":"j","uid":"u"},"spec":{"%2":{"Worker":{"replicas":4},"%5":{}}},"status":{"conditions":[%3],"replicaStatuses":%4}})")
            .arg(kind, specsKey, conditions.join(','), statuses, kind == "MPIJob" ? "Launcher" : "Master")
            .toUtf8();
    }

private slots:
    void everyKindOfTheSliceIsThere()
    {
        for (const auto *name : {"PyTorchJob", "TFJob", "MPIJob", "XGBoostJob", "PaddleJob", "JAXJob"}) {
            const auto *kind = findKind("kubeflow.org", name);
            QVERIFY2(kind && kind->job, name);
            QCOMPARE(kind->type().apiVersion(), "kubeflow.org/v1");
        }
        QVERIFY(findKind("trainer.kubeflow.org", "TrainJob")->job);
        QVERIFY(findKind("jobset.x-k8s.io", "JobSet")->job);
        QVERIFY(findKind("batch", "Job")->job);
        for (const auto *name : {"Pod", "Event", "Node", "Namespace", "ConfigMap"})
            QVERIFY2(findKind({}, name), name);
        QCOMPARE(findKind({}, "Unheard"), nullptr);
    }

    void allJobKindsHaveTheSameColumns()
    {
        const auto first = columnsOf(*jobKinds().first());
        for (const auto *kind : jobKinds()) {
            const auto columns = columnsOf(*kind);
            QCOMPARE(columns.size(), first.size());
            for (int i = 0; i < columns.size(); ++i)
                QCOMPARE(columns.at(i).title, first.at(i).title);
        }
    }

    void v1StateIsTheLastTrueCondition_data()
    {
        QTest::addColumn<QStringList>("conditions");
        QTest::addColumn<QString>("word");
        const auto yes = [](const char *type) { return samples::condition(type, true, "14:00:00"); };
        const auto no = [](const char *type) { return samples::condition(type, false, "14:00:00"); };
        QTest::newRow("none yet") << QStringList {} << "Pending";
        QTest::newRow("created") << QStringList {yes("Created")} << "Created";
        QTest::newRow("running") << QStringList {yes("Created"), yes("Running")} << "Running";
        QTest::newRow("restarting") << QStringList {yes("Created"), yes("Restarting")} << "Restarting";
        QTest::newRow("succeeded") << QStringList {yes("Created"), no("Running"), yes("Succeeded")} << "Succeeded";
        QTest::newRow("failed") << QStringList {yes("Created"), no("Running"), yes("Failed")} << "Failed";
        QTest::newRow("suspended") << QStringList {yes("Created"), no("Running"), yes("Suspended")} << "Suspended";
        QTest::newRow("resumed") << QStringList {yes("Created"), no("Suspended"), yes("Running")} << "Running";
    }
    void v1StateIsTheLastTrueCondition()
    {
        QFETCH(QStringList, conditions);
        for (const auto *kind : {"PyTorchJob", "TFJob", "MPIJob", "XGBoostJob", "PaddleJob", "JAXJob"})
            QTEST(cell("kubeflow.org", kind, v1(kind, "anyReplicaSpecs", conditions, "{}"), "State"), "word");
    }

    void v1ReplicasAreCountedOverAllTypes()
    {
        const QString statuses = R"({"Worker":{"active":2,"succeeded":1,"failed":1},"Master":{"active":1}})";
        QCOMPARE(cell("kubeflow.org", "PyTorchJob", v1("PyTorchJob", "pytorchReplicaSpecs", {}, statuses), "Ready"),
                 "4/5");
        QCOMPARE(cell("kubeflow.org", "TFJob", v1("TFJob", "tfReplicaSpecs", {}, "{}"), "Ready"), "0/5");
    }

    void aFailureTellsTheOperatorsWords()
    {
        const auto failed = samples::condition("Failed", true, "14:00:00", "PyTorchJobFailed",
                                               "PyTorchJob j is failed because 1 Worker replica(s) failed.");
        QCOMPARE(cell("kubeflow.org", "PyTorchJob", samples::pytorchJob("j", {failed}), "Reason"),
                 "1 Worker replica(s) failed.");
        const auto running
            = samples::condition("Running", true, "14:00:00", "PyTorchJobRunning", "PyTorchJob j is running.");
        QCOMPARE(cell("kubeflow.org", "PyTorchJob", samples::pytorchJob("j", {running}), "Reason"), "");
    }

    void trainJobDerivesRunningFromItsJobs_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("ready");
        QTest::newRow("new") << "{}" << "Created" << "0/3";
        QTest::newRow("starting")
            << R"({"jobsStatus":[{"name":"node","active":1,"ready":0,"succeeded":0,"failed":0,"suspended":0}]})"
            << "Pending" << "0/3";
        QTest::newRow("running")
            << R"({"jobsStatus":[{"name":"node","active":1,"ready":1,"succeeded":0,"failed":0,"suspended":0}]})"
            << "Running" << "3/3";
        QTest::newRow("complete")
            << R"({"conditions":[{"type":"Complete","status":"True","reason":"AllJobsCompleted"}],"jobsStatus":[{"name":"node","succeeded":1}]})"
            << "Succeeded" << "3/3";
        QTest::newRow("failed")
            << R"({"conditions":[{"type":"Failed","status":"True","reason":"FailedJobs","message":"jobset failed"}],"jobsStatus":[{"name":"node","failed":1}]})"
            << "Failed" << "0/3";
        QTest::newRow("suspended") << R"({"conditions":[{"type":"Suspended","status":"True","reason":"Suspended"}]})"
                                   << "Suspended" << "0/3";
        QTest::newRow("resumed")
            << R"({"conditions":[{"type":"Suspended","status":"False","reason":"Resumed"}],"jobsStatus":[{"name":"node","active":1,"ready":1}]})"
            << "Running" << "3/3";
    }
    void trainJobDerivesRunningFromItsJobs()
    {
        QFETCH(QString, status);
        const auto json = QString(R"({"metadata":{"name":"t"},"spec":{"trainer":{"numNodes":3}},"status":%1})")
                              .arg(status)
                              .toUtf8();
        QTEST(cell("trainer.kubeflow.org", "TrainJob", json, "State"), "word");
        QTEST(cell("trainer.kubeflow.org", "TrainJob", json, "Ready"), "ready");
    }

    void trainJobShowsItsOwnProgress()
    {
        const QByteArray json = R"({"metadata":{"name":"t"},"status":{"trainerStatus":{"progressPercentage":70}}})";
        QCOMPARE(cell("trainer.kubeflow.org", "TrainJob", json, "Progress"), "70 %");
    }

    void batchJobCountsItsPods()
    {
        const QByteArray running
            = R"({"spec":{"parallelism":2,"completions":4},"status":{"active":2,"ready":2,"succeeded":1}})";
        QCOMPARE(cell("batch", "Job", running, "State"), "Running");
        QCOMPARE(cell("batch", "Job", running, "Ready"), "3/4");
        const QByteArray failed
            = R"({"spec":{},"status":{"failed":3,"conditions":[{"type":"FailureTarget","status":"True"},{"type":"Failed","status":"True","reason":"BackoffLimitExceeded","message":"Job has reached the specified backoff limit"}]}})";
        QCOMPARE(cell("batch", "Job", failed, "State"), "Failed");
        QCOMPARE(cell("batch", "Job", failed, "Reason"), "Job has reached the specified backoff limit");
    }

    void jobSetCountsReplicatedJobs()
    {
        const QByteArray running
            = R"({"spec":{"replicatedJobs":[{"name":"a","replicas":2},{"name":"b"}]},"status":{"replicatedJobsStatus":[{"name":"a","ready":2,"active":2},{"name":"b","ready":0,"active":1}]}})";
        QCOMPARE(cell("jobset.x-k8s.io", "JobSet", running, "State"), "Running");
        QCOMPARE(cell("jobset.x-k8s.io", "JobSet", running, "Ready"), "2/3");
    }

    void podStatusIsKubectls_data()
    {
        QTest::addColumn<QByteArray>("pod");
        QTest::addColumn<QString>("word");
        using samples::Pod;
        QTest::newRow("running") << samples::pod({.name = "p"}) << "Running";
        QTest::newRow("pulling fails") << samples::pod(
            {.name = "p", .phase = "Pending", .containerState = samples::waiting("ImagePullBackOff")})
                                       << "ImagePullBackOff";
        QTest::newRow("out of memory") << samples::pod(
            {.name = "p", .phase = "Failed", .containerState = samples::terminated(137, "OOMKilled", "14:02:11")})
                                       << "OOMKilled";
        QTest::newRow("no reason") << samples::pod(
            {.name = "p", .phase = "Failed", .containerState = samples::terminated(3, "", "14:02:11")})
                                   << "ExitCode:3";
        QTest::newRow("deleted") << samples::pod(
            {.name = "p", .metadata = R"(,"deletionTimestamp":"2026-11-24T14:03:00Z")"})
                                 << "Terminating";
        QTest::newRow("completed beside a running sidecar")
            << samples::pod({.name = "p", .containerState = samples::terminated(0, "Completed", "14:02:11")})
            << "Running";
        QTest::newRow("evicted") << QByteArray(R"({"status":{"phase":"Failed","reason":"Evicted"}})") << "Evicted";
        QTest::newRow("init counts") << QByteArray(
            R"({"spec":{"initContainers":[{},{}]},"status":{"phase":"Pending","initContainerStatuses":[{"state":{"terminated":{"exitCode":0}}},{"state":{"running":{}}}],"containerStatuses":[{"state":{"waiting":{"reason":"PodInitializing"}}}]}})")
                                     << "Init:1/2";
        QTest::newRow("init failed") << QByteArray(
            R"({"spec":{"initContainers":[{}]},"status":{"phase":"Pending","initContainerStatuses":[{"state":{"terminated":{"exitCode":1,"reason":"Error"}}}]}})")
                                     << "Init:Error";
    }
    void podStatusIsKubectls()
    {
        QFETCH(QByteArray, pod);
        QTEST(cell({}, "Pod", pod, "Status"), "word");
    }

    void otherKindsReadTheirFields()
    {
        const QByteArray node
            = R"({"metadata":{"name":"n","labels":{"node-role.kubernetes.io/control-plane":""}},"status":{"allocatable":{"cpu":"2","memory":"8046348Ki","nvidia.com/gpu":"4"},"conditions":[{"type":"Ready","status":"True"}],"nodeInfo":{"kubeletVersion":"v1.34.1"}}})";
        QCOMPARE(cell({}, "Node", node, "Status"), "Ready");
        QCOMPARE(cell({}, "Node", node, "Roles"), "control-plane");
        QCOMPARE(cell({}, "Node", node, "Memory"), "7.7 GiB");
        QCOMPARE(cell({}, "Node", node, "GPUs"), "4");
        QCOMPARE(cell({}, "Namespace", R"({"status":{"phase":"Active"}})", "Status"), "Active");
        QCOMPARE(cell({}, "ConfigMap", R"({"data":{"a":"1","b":"2"}})", "Data"), "2");
        const auto event = samples::event("e", "Pod", "p-0", "Warning", "FailedScheduling", "0/1 nodes are available");
        QCOMPARE(cell({}, "Event", event, "Object"), "Pod/p-0");
        QCOMPARE(cell({}, "Event", event, "Count"), "3");
    }

    void printerColumnsAreRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::newRow("member") << ".spec.size" << "3";
        QTest::newRow("last") << ".status.conditions[-1:].type" << "Ready";
        QTest::newRow("index") << ".status.conditions[0].type" << "Created";
        QTest::newRow("filter") << ".status.conditions[?(@.type==\"Ready\")].status" << "True";
        QTest::newRow("quoted key") << ".metadata.labels['a.b/c']" << "x";
        QTest::newRow("escaped key") << ".metadata.labels.a\\.b/c" << "x";
        QTest::newRow("all") << ".status.conditions[*].type" << "Created,Ready";
        QTest::newRow("braces") << "{.spec.size}" << "3";
        QTest::newRow("absent") << ".spec.nothing.there" << "";
        QTest::newRow("unclosed") << ".spec[" << "";
    }
    void printerColumnsAreRead()
    {
        QFETCH(QString, path);
        k8s::JsonDocument document;
        const auto object = document.parse(
            R"({"metadata":{"labels":{"a.b/c":"x"}},"spec":{"size":3},"status":{"conditions":[{"type":"Created","status":"True"},{"type":"Ready","status":"True"}]}})");
        if (path == ".spec[")
            QVERIFY(!valueAt(object, path).contains("size\"]"));
        else
            QTEST(valueAt(object, path), "value");
    }

    void aGenericKindShowsTheServersColumns()
    {
        k8s::JsonDocument document;
        const auto crd = document.parse(
            R"({"spec":{"versions":[{"name":"v1","additionalPrinterColumns":[{"name":"Size","type":"integer","jsonPath":".spec.size"},{"name":"Age","type":"date","jsonPath":".metadata.creationTimestamp"},{"name":"Wide","type":"string","jsonPath":".x","priority":1}]}]}})");
        const auto printer = printerColumns(crd, "v1");
        QCOMPARE(printer.size(), 3);
        QStringList titles;
        for (const auto &column : genericColumns({"x.io", "v1", "things", "Thing", true}, printer))
            titles += column.title;
        QCOMPARE(titles, (QStringList {"Name", "Size", "Age", "Namespace"}));
    }
};

QTEST_GUILESS_MAIN(TestKinds)
#include "tst_kinds.moc"
