// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_control models_jobs k8s_config k8s_net tests_support
// label: cluster
// timeout: 240
#include "app/control/jobcontroller.h"
#include "k8s/api/apiclient.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "models/jobs/jobdetail.h"
#include "models/jobs/jobtable.h"
#include "tests/support/kubectl.h"

#include <QSignalSpy>
#include <QTest>

using namespace models;

/// The training table and its verbs against the real operators of the sandbox.
class TestJobsCluster : public QObject
{
    Q_OBJECT

    const QString m_ns = "jobs-test";
    std::unique_ptr<k8s::NetThread> m_net;
    std::unique_ptr<k8s::ApiClient> m_client;

    static const Row *rowNamed(const JobTable &table, const QString &name)
    {
        for (int i = 0; i < table.rowCount(); ++i) {
            if (table.rowAt(i)->name == name)
                return table.rowAt(i);
        }
        return nullptr;
    }
    static QString stateOf(const JobTable &table, const QString &name)
    {
        const auto *row = rowNamed(table, name);
        return row ? row->cells.at(JobTable::State).text : QString();
    }
    void apply(const QByteArray &yaml)
    {
        const auto applied = tests::kubectl({"apply", "-n", m_ns, "-f", "-"}, yaml);
        QVERIFY2(applied.exitCode == 0, applied.err.constData());
    }
    /// A PyTorchJob of one master that does what `command` says, on the sandbox's small image.
    static QByteArray job(const QString &name, const QString &command, const QString &extra = {})
    {
        return QString(R"(apiVersion: kubeflow.org/v1
kind: PyTorchJob
metadata: {name: %1}
spec:
  pytorchReplicaSpecs:
    Master:
      replicas: 1
      restartPolicy: Never
      template:
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: pytorch
            image: localhost/pilothouse/pytorch:1
            imagePullPolicy: IfNotPresent
            command: ["/bin/sh", "-c", "%2"]
%3)")
            .arg(name, command, extra)
            .toUtf8();
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(!tests::kubectlPath().isEmpty(), "the sandbox's kubectl is missing");
        tests::kubectl({"delete", "namespace", m_ns, "--ignore-not-found", "--wait"}, {}, 120000);
        QCOMPARE(tests::kubectl({"create", "namespace", m_ns}).exitCode, 0);
        const auto config = k8s::Kubeconfig::load({qEnvironmentVariable("KUBECONFIG")});
        QVERIFY(config);
        const auto context = config->resolve();
        QVERIFY(context);
        m_net = std::make_unique<k8s::NetThread>();
        m_client = std::make_unique<k8s::ApiClient>(*m_net, *context);
    }
    void cleanupTestCase() { tests::kubectl({"delete", "namespace", m_ns, "--wait=false"}); }

    void aJobIsSeenRunSuspendedResumedAndDeleted()
    {
        JobTable table;
        table.followAll(*m_client, m_ns);
        QTRY_COMPARE_WITH_TIMEOUT(table.freshness(), Freshness::Live, 10000);
        QCOMPARE(table.rowCount(), 0);
        apply(job("sleeper", "sleep 600"));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(table, "sleeper"), QString("Running"), 60000);
        QCOMPARE(rowNamed(table, "sleeper")->cells.at(JobTable::Ready).text, "1/1");
        app::JobController controller(*m_client);
        QSignalSpy failed(&controller, &app::JobController::failed);
        const auto ref = table.refAt(0);
        controller.setSuspended(ref, true);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(table, "sleeper"), QString("Suspended"), 60000);
        // Resumed while its old pod still ends, the operator would take that pod's end for the job's failure.
        tests::kubectl({"wait", "-n", m_ns, "--for=delete", "pod/sleeper-master-0", "--timeout=60s"}, {}, 70000);
        controller.setSuspended(ref, false);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(table, "sleeper"), QString("Running"), 90000);
        QSignalSpy removed(&controller, &app::JobController::removed);
        controller.remove(ref);
        QTRY_COMPARE_WITH_TIMEOUT(removed.count(), 1, 10000);
        QTRY_COMPARE_WITH_TIMEOUT(table.rowCount(), 0, 30000);
        QCOMPARE(failed.count(), 0);
    }

    void aFailedJobTellsItsStory()
    {
        apply(job("breaker", "echo last words; exit 3"));
        JobDetail detail;
        detail.watch(*m_client, {{"kubeflow.org", "v1", "pytorchjobs", "PyTorchJob", true}, m_ns, "breaker", {}});
        QTRY_COMPARE_WITH_TIMEOUT(detail.summary().state.word, QString("Failed"), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(
            detail.diagnosis().sentence.startsWith("Rank 0 (master-0) failed with exit code 3 at "), 10000);
        QCOMPARE(detail.diagnosis().pod, "breaker-master-0");
        QTRY_VERIFY_WITH_TIMEOUT(detail.events().rowCount() > 0, 10000);
        QCOMPARE(detail.phases().last().word, "Failed");
    }

    void anImageThatTheSandboxLacksIsNamed()
    {
        auto yaml = job("imageless", "true");
        yaml.replace("localhost/pilothouse/pytorch:1", "sandbox.local/no-such-image:1");
        apply(yaml);
        JobDetail detail;
        detail.watch(*m_client, {{"kubeflow.org", "v1", "pytorchjobs", "PyTorchJob", true}, m_ns, "imageless", {}});
        QTRY_VERIFY2_WITH_TIMEOUT(
            detail.diagnosis().sentence.contains("cannot get its image sandbox.local/no-such-image:1"),
            qPrintable(detail.diagnosis().sentence), 60000);
    }

    void aJobThatNoNodeCanTakeIsExplained()
    {
        apply(job("greedy", "true", R"(            resources: {limits: {cpu: "500"}})"));
        JobDetail detail;
        detail.watch(*m_client, {{"kubeflow.org", "v1", "pytorchjobs", "PyTorchJob", true}, m_ns, "greedy", {}});
        QTRY_VERIFY2_WITH_TIMEOUT(detail.diagnosis().detail.contains("Insufficient cpu"),
                                  qPrintable(detail.diagnosis().detail), 60000);
        QVERIFY(detail.diagnosis().sentence.contains("waits for a node"));
    }
};

QTEST_GUILESS_MAIN(TestJobsCluster)
#include "tst_jobs_cluster.moc"
