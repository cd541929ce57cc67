// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_control tests_support
// label: cluster
// timeout: 420
#include "app/control/clustersession.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "tests/support/kubectl.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <csignal>

/// The API server dies in mid-training: the session says so within five seconds, keeps what it has, and is whole again
/// afterwards.
class TestApiServerDeath : public QObject
{
    Q_OBJECT

    const QString m_ns = "death-test";

    /// A process of the sandbox, by words of its command line: those of the room are visible from outside, by another
    /// number.
    static qint64 pidOf(const QList<QByteArray> &words)
    {
        for (const QString &entry : QDir("/proc").entryList(QDir::Dirs)) {
            QFile file("/proc/" + entry + "/cmdline");
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray command = file.readAll();
            if (std::ranges::all_of(words, [&command](const QByteArray &word) { return command.contains(word); }))
                return entry.toLongLong();
        }
        return 0;
    }
    static qint64 apiServerPid()
    {
        return pidOf({"kube-apiserver", "--etcd-servers", qgetenv("PILOTHOUSE_SANDBOX_STATE")});
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY2(qEnvironmentVariableIsSet("PILOTHOUSE_SANDBOX_STATE"),
                 "which sandbox? PILOTHOUSE_SANDBOX_STATE is not set");
        tests::kubectl({"delete", "namespace", m_ns, "--ignore-not-found", "--wait"}, {}, 120000);
        QCOMPARE(tests::kubectl({"create", "namespace", m_ns}).exitCode, 0);
    }

    void cleanupTestCase() { tests::kubectl({"delete", "namespace", m_ns, "--wait=false"}); }

    void aDeadApiServerIsToldKeptAndOutlived()
    {
        const auto config = k8s::Kubeconfig::load({qEnvironmentVariable("KUBECONFIG")});
        QVERIFY(config);
        const auto context = config->resolve();
        QVERIFY(context);
        k8s::NetThread net;
        app::ClusterSession session(net, *context);
        session.setNamespace(m_ns);
        session.start();
        using State = app::ClusterHealth::State;
        QTRY_COMPARE_WITH_TIMEOUT(session.health().state, State::Connected, 10000);

        QCOMPARE(tests::kubectl({"apply", "-n", m_ns, "-f", SOURCE_DIR "/resources/examples/digits-ddp.yaml"}).exitCode,
                 0);
        QTRY_COMPARE_WITH_TIMEOUT(session.jobs().rowCount(), 1, 10000);
        auto &run = session.open(session.jobs().refAt(0));
        QTRY_VERIFY_WITH_TIMEOUT(run.metrics().figures().loss.has_value(), 60000);
        const qsizetype before = run.metrics().series("loss").first()->series.size();

        const qint64 victim = apiServerPid();
        QVERIFY(victim > 1);
        QElapsedTimer sinceDeath;
        sinceDeath.start();
        QCOMPARE(::kill(pid_t(victim), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            session.health().state == State::Lost || session.jobs().freshness() == models::Freshness::Stale, 5000);
        QCOMPARE(session.jobs().rowCount(), 1);
        QVERIFY(run.metrics().series("loss").first()->series.size() >= before);

        QTRY_COMPARE_WITH_TIMEOUT(session.health().state, State::Connected, 40000);
        QTRY_COMPARE_WITH_TIMEOUT(session.jobs().freshness(), models::Freshness::Live, 40000);
        QTRY_COMPARE_WITH_TIMEOUT(run.detail().summary().state.word, QString("Succeeded"), 120000);
        QVERIFY(run.metrics().series("loss").first()->series.size() > before);
    }

    void aContainerThatIsStartedAgainMeanwhileIsAnotherAttempt()
    {
        const auto config = k8s::Kubeconfig::load({qEnvironmentVariable("KUBECONFIG")});
        QVERIFY(config);
        k8s::NetThread net;
        app::ClusterSession session(net, *config->resolve());
        session.setNamespace(m_ns);
        session.start();
        const QByteArray job = R"(apiVersion: kubeflow.org/v1
kind: PyTorchJob
metadata: {name: again}
spec:
  pytorchReplicaSpecs:
    Master:
      replicas: 1
      restartPolicy: OnFailure
      template:
        spec:
          containers:
            - name: pytorch
              image: localhost/pilothouse/pytorch:1
              command: [sh, -c]
              args: ["for i in $(seq 1 600); do echo step=$i loss=0.5; sleep 0.1; done; : restart-me"]
)";
        QCOMPARE(tests::kubectl({"apply", "-n", m_ns, "-f", "-"}, job).exitCode, 0);
        const auto row = [&session] {
            for (int i = 0; i < session.jobs().rowCount(); ++i) {
                if (session.jobs().refAt(i).name == "again")
                    return i;
            }
            return -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(row() >= 0, 20000);
        auto &run = session.open(session.jobs().refAt(row()));
        const auto points = [&run] {
            const auto all = run.metrics().series("loss");
            return all.isEmpty() ? 0 : all.first()->series.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(points() > 20, 60000);

        QCOMPARE(::kill(pid_t(apiServerPid()), SIGKILL), 0);
        const qint64 container = pidOf({"sh", "restart-me"});
        QVERIFY(container > 1);
        QCOMPARE(::kill(pid_t(container), SIGKILL), 0);

        const auto hasAttempt = [&run](int attempt) {
            return std::ranges::any_of(
                run.logs().sources(), [attempt](const models::LogSource &source) { return source.attempt == attempt; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasAttempt(1), 90000);
        const auto before = points();
        QTRY_VERIFY_WITH_TIMEOUT(points() > before + 30, 60000);
        // Every attempt counts from one: of no source does a line come twice, or one of the other attempt.
        QHash<int, int> last;
        const auto &logs = run.logs();
        for (const models::LogLine &line : logs.lines(0, logs.lineCount())) {
            const int step = QString::fromUtf8(line.text).section('=', 1).section(' ', 0, 0).toInt();
            const int source = logs.sources()[line.source].id;
            QCOMPARE(step, last.value(source) + 1);
            last[source] = step;
        }
        QCOMPARE(last.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestApiServerDeath)
#include "tst_apiserverdeath_cluster.moc"
