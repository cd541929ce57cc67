// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_control tests_support
// label: cluster
// timeout: 240
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

#include <csignal>

/// The API server dies in mid-training: the session says so within five seconds, keeps what it has, and is whole again
/// afterwards.
class TestApiServerDeath : public QObject
{
    Q_OBJECT

    const QString m_ns = "death-test";

    /// The API server of the sandbox under test: the processes of the room are visible from outside, by another number.
    static qint64 apiServerPid()
    {
        const QByteArray state = qgetenv("PILOTHOUSE_SANDBOX_STATE");
        for (const QString &entry : QDir("/proc").entryList(QDir::Dirs)) {
            QFile file("/proc/" + entry + "/cmdline");
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray command = file.readAll();
            if (command.contains("kube-apiserver") && command.contains("--etcd-servers") && command.contains(state))
                return entry.toLongLong();
        }
        return 0;
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
};

QTEST_GUILESS_MAIN(TestApiServerDeath)
#include "tst_apiserverdeath_cluster.moc"
