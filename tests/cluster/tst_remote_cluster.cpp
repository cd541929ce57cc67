// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_remote tests_support
// label: cluster
// timeout: 300
#include "app/remote/remote.h"
#include "tests/support/commandrun.h"
#include "tests/support/kubectl.h"

#include <QRegularExpression>
#include <QTest>

using namespace app;
using Command = RemoteOptions::Command;

/// `pilothouse run`, `logs` and `triage` against the real operators: a job that trains and one that breaks.
class TestRemoteCluster : public QObject
{
    Q_OBJECT

    const QString m_ns = "remote-test";

    tests::CommandRun remote(Command command, const QStringList &arguments) const
    {
        return tests::runOf([&](QTextStream &out, QTextStream &err) {
            return runRemote(command, QStringList {"-n", m_ns} + arguments, out, err);
        });
    }

    static QString example(const QString &file) { return SOURCE_DIR "/resources/examples/" + file; }

private slots:
    void initTestCase()
    {
        QVERIFY2(!tests::kubectlPath().isEmpty(), "the sandbox's kubectl is missing");
        tests::kubectl({"delete", "namespace", m_ns, "--ignore-not-found", "--wait"}, {}, 120000);
        QCOMPARE(tests::kubectl({"create", "namespace", m_ns}).exitCode, 0);
    }
    void cleanupTestCase() { tests::kubectl({"delete", "namespace", m_ns, "--wait=false"}); }

    void aJobThatTrainsIsFollowedToItsSuccess()
    {
        const tests::CommandRun run = remote(Command::Run, {"--follow", example("digits-ddp.yaml")});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QVERIFY(run.out.startsWith("pytorchjob/digits-ddp\n"));
        for (const QString &rank : QStringList {"master-0", "worker-0", "worker-1"}) {
            const QRegularExpression metric("^\\[" + rank + "\\] epoch=\\d+ step=\\d+ loss=",
                                            QRegularExpression::MultilineOption);
            QVERIFY2(run.out.count(metric) > 50, qPrintable(rank));
            QVERIFY2(run.out.contains("[" + rank + "] final accuracy="), qPrintable(rank)); // to the very end
        }
        QVERIFY(!run.out.contains("init-pytorch"));
        QVERIFY2(run.err.contains("Running") && run.err.contains("Succeeded"), qPrintable(run.err));
        const tests::CommandRun again = remote(Command::Run, {example("digits-ddp.yaml")});
        QCOMPARE(again.code, 2);
        QVERIFY2(again.err.contains("exists already"), qPrintable(again.err));
    }

    void itsLogsCanBeHadAfterwards()
    {
        const tests::CommandRun all = remote(Command::Logs, {"digits-ddp"});
        QCOMPARE(all.code, 0);
        for (const QString &pod : QStringList {"master-0", "worker-0", "worker-1"}) {
            const auto theirs = tests::kubectl({"logs", "-n", m_ns, "digits-ddp-" + pod, "-c", "pytorch"});
            QCOMPARE(all.out.count("[" + pod + "] "), QString::fromUtf8(theirs.out).count('\n'));
        }
        const tests::CommandRun one = remote(Command::Logs, {"--rank", "1", "--tail", "3", "pytorchjob/digits-ddp"});
        QCOMPARE(one.code, 0);
        QCOMPARE(one.out.count('\n'), 3);
        QCOMPARE(one.out.count("[worker-0] "), 3);
        const tests::CommandRun none = remote(Command::Logs, {"--rank", "7", "digits-ddp"});
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains("no rank 7"));
        const tests::CommandRun well = remote(Command::Triage, {"digits-ddp"});
        QCOMPARE(well.code, 0);
        QVERIFY2(well.out.startsWith("digits-ddp: PyTorchJob in remote-test, Succeeded")
                     && well.out.contains("Nothing is wrong."),
                 qPrintable(well.out));
    }

    void aJobThatBreaksSaysWhichRankWasFirst()
    {
        const tests::CommandRun run = remote(Command::Run, {"-f", example("failures/crash-rank-1.yaml")});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("Rank 1 (worker-0) failed with exit code 1"), qPrintable(run.err));
        QVERIFY2(run.err.contains("ValueError: batch 20"), qPrintable(run.err));
        const tests::CommandRun triage = remote(Command::Triage, {"crash-rank-1"});
        QCOMPARE(triage.code, 1);
        QVERIFY2(triage.out.contains("Rank 1 (worker-0) failed with exit code 1"), qPrintable(triage.out));
        QVERIFY2(triage.out.contains("ValueError: batch 20"), qPrintable(triage.out));
        const tests::CommandRun followed = remote(Command::Logs, {"-f", "--rank", "1", "crash-rank-1"});
        QCOMPARE(followed.code, 1);
        QVERIFY(followed.out.contains("[worker-0] ") && !followed.out.contains("[master-0] "));
    }

    void whatTheWebhookRefusesIsCodeTwo()
    {
        const tests::CommandRun run
            = remote(Command::Run, {"--no-check", example("failures/wrong-container-name.yaml")});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains("container with name pytorch"), qPrintable(run.err));
        QCOMPARE(remote(Command::Run, {example("failures/wrong-container-name.yaml")}).code, 2);
        QCOMPARE(remote(Command::Triage, {"wrong-container-name"}).code, 2);
    }

    void aJobThatCannotStartIsToldWhy()
    {
        QCOMPARE(remote(Command::Run, {example("failures/missing-image.yaml")}).code, 0);
        tests::CommandRun triage;
        QTRY_VERIFY_WITH_TIMEOUT((triage = remote(Command::Triage, {"missing-image"})).code == 1, 60000);
        QVERIFY2(triage.out.contains("cannot get its image"), qPrintable(triage.out));
        const tests::CommandRun logs = remote(Command::Logs, {"missing-image"});
        QCOMPARE(logs.code, 1);
        QVERIFY2(logs.err.contains("no log lines yet"), qPrintable(logs.err));
    }
};

QTEST_GUILESS_MAIN(TestRemoteCluster)
#include "tst_remote_cluster.moc"
