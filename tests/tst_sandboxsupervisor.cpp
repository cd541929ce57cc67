// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_sandbox
#include "models/sandbox/sandboxsupervisor.h"

#include <QSignalSpy>
#include <QTest>

using models::SandboxSupervisor;
using State = SandboxSupervisor::State;

class TestSandboxSupervisor : public QObject
{
    Q_OBJECT

private slots:
    void init() { qunsetenv("FAKE_SANDBOX"); }
    void stepsAreReportedUntilItIsReady();
    void aFailureIsToldInItsOwnWords();
    void aCrashIsAFailureWithTheExitCode();
    void anEndWithoutAKubeconfigIsAFailure();
    void aMissingProgramSaysWhatToDo();
    void cancelEndsTheProgram();
    void itCanBeStartedAgainAfterAFailure();
    void downEndsIt();
    void theClockMovesAStepButNeverFillsIt();
    void destroyingItEndsTheProgram();

private:
    static QString program() { return SOURCE_DIR "/tests/data/fake-sandbox"; }
};

void TestSandboxSupervisor::stepsAreReportedUntilItIsReady()
{
    SandboxSupervisor sandbox(program());
    QSignalSpy ready(&sandbox, &SandboxSupervisor::ready);
    QStringList steps;
    connect(&sandbox, &SandboxSupervisor::progressed, this, [&] {
        if (!steps.contains(sandbox.step().id))
            steps << sandbox.step().id;
    });
    QCOMPARE(sandbox.state(), State::Down);
    sandbox.start();
    QCOMPARE(sandbox.state(), State::Preparing);
    QTRY_COMPARE(ready.count(), 1);
    QCOMPARE(sandbox.state(), State::Ready);
    QCOMPARE(sandbox.kubeconfig(), "/tmp/fake/kubeconfig");
    QCOMPARE(steps, QStringList({"components", "images", "kubeflow"}));
    QCOMPARE(sandbox.stepNumber(), 6);
    QVERIFY(sandbox.log().contains("a line that is not JSON"));
    QVERIFY(sandbox.log().contains("\nWithout the kinds of KServe: no network\n"));
}

void TestSandboxSupervisor::aFailureIsToldInItsOwnWords()
{
    qputenv("FAKE_SANDBOX", "fail");
    SandboxSupervisor sandbox(program());
    QSignalSpy failed(&sandbox, &SandboxSupervisor::failed);
    sandbox.start();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(sandbox.problem().sentence, "The disk is full: 120 MiB are left in the cache folder.");
    QCOMPARE(sandbox.problem().remedy, "Free 6 GiB and start again.");
    QCOMPARE(sandbox.state(), State::Failed);
}

void TestSandboxSupervisor::aCrashIsAFailureWithTheExitCode()
{
    qputenv("FAKE_SANDBOX", "crash");
    SandboxSupervisor sandbox(program());
    sandbox.start();
    QTRY_COMPARE(sandbox.state(), State::Failed);
    QVERIFY(sandbox.problem().sentence.contains("9"));
}

void TestSandboxSupervisor::anEndWithoutAKubeconfigIsAFailure()
{
    qputenv("FAKE_SANDBOX", "garbage");
    SandboxSupervisor sandbox(program());
    sandbox.start();
    QTRY_COMPARE(sandbox.state(), State::Failed);
}

void TestSandboxSupervisor::aMissingProgramSaysWhatToDo()
{
    SandboxSupervisor sandbox("/nowhere/pilothouse-sandbox");
    sandbox.start();
    QCOMPARE(sandbox.state(), State::Failed);
    QVERIFY(!sandbox.problem().remedy.isEmpty());
}

void TestSandboxSupervisor::cancelEndsTheProgram()
{
    qputenv("FAKE_SANDBOX", "hang");
    SandboxSupervisor sandbox(program());
    sandbox.start();
    QTRY_COMPARE(sandbox.step().id, "components");
    sandbox.cancel();
    QTRY_COMPARE(sandbox.state(), State::Down);
    QVERIFY(sandbox.problem().isEmpty());
}

void TestSandboxSupervisor::itCanBeStartedAgainAfterAFailure()
{
    qputenv("FAKE_SANDBOX", "fail");
    SandboxSupervisor sandbox(program());
    sandbox.start();
    QTRY_COMPARE(sandbox.state(), State::Failed);
    qunsetenv("FAKE_SANDBOX");
    sandbox.start();
    QTRY_COMPARE(sandbox.state(), State::Ready);
    QVERIFY(sandbox.problem().isEmpty());
}

void TestSandboxSupervisor::downEndsIt()
{
    SandboxSupervisor sandbox(program());
    sandbox.start();
    QTRY_COMPARE(sandbox.state(), State::Ready);
    sandbox.down();
    QTRY_COMPARE(sandbox.state(), State::Down);
    QVERIFY(sandbox.kubeconfig().isEmpty());
}

void TestSandboxSupervisor::theClockMovesAStepButNeverFillsIt()
{
    qputenv("FAKE_SANDBOX", "hang");
    SandboxSupervisor sandbox(program());
    sandbox.start();
    QTRY_COMPARE(sandbox.step().id, "components");
    QVERIFY(sandbox.stepFraction() >= 1.0 / 3);
    QVERIFY(sandbox.stepFraction() < 2.0 / 3);
    sandbox.cancel();
    QTRY_COMPARE(sandbox.state(), State::Down);
}

void TestSandboxSupervisor::destroyingItEndsTheProgram()
{
    qputenv("FAKE_SANDBOX", "hang");
    auto sandbox = std::make_unique<SandboxSupervisor>(program());
    sandbox->start();
    QTRY_COMPARE(sandbox->step().id, "components");
    sandbox.reset(); // must come back: the program ends on SIGTERM
    QVERIFY(!sandbox);
}

QTEST_GUILESS_MAIN(TestSandboxSupervisor)
#include "tst_sandboxsupervisor.moc"
