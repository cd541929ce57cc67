// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_cli
#include "app/cli/convert.h"
#include "tests/support/commandrun.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using tests::CommandRun;
using tests::runOf;

/// `pilothouse convert` as a script sees it.
class TestConvertCli : public QObject
{
    Q_OBJECT

    static CommandRun convert(const QStringList &arguments)
    {
        return runOf([&](QTextStream &out, QTextStream &err) { return app::runConvert(arguments, out, err); });
    }

    static QString sample(const QString &name) { return SOURCE_DIR "/tests/data/convert/" + name; }

private slots:
    void theResultIsOnTheOutputAndTheNotesOnTheErrors()
    {
        const CommandRun run = convert({sample("pytorchjob-ddp.yaml")});
        QCOMPARE(run.code, 1);
        QVERIFY(run.out.contains("kind: TrainJob\n"));
        QVERIFY(!run.out.contains("lost:"));
        QVERIFY2(
            run.err.contains(sample("pytorchjob-ddp.yaml") + ":14:5: lost: spec.runPolicy.ttlSecondsAfterFinished: "),
            qPrintable(run.err));
        QVERIFY(run.err.contains(": kept: metadata.name: "));
    }

    void quietTellsOnlyWhatIsLost()
    {
        const CommandRun run = convert({"-q", sample("pytorchjob-ddp.yaml")});
        QVERIFY(!run.err.contains(": kept: "));
        QVERIFY(run.err.contains(": lost: "));
    }

    void nothingLostIsCodeZero()
    {
        const CommandRun run = convert({sample("polyaxon-mpi.yml")});
        QVERIFY(!run.err.contains(": lost: "));
        QCOMPARE(run.code, 0);
    }

    void whatCannotBeConvertedIsCodeTwo()
    {
        const CommandRun servers = convert({sample("tfjob-ps.refused.yaml")});
        QCOMPARE(servers.code, 2);
        QCOMPARE(servers.out, "");
        QVERIFY2(servers.err.contains(":7:5: error: A PS never ends"), qPrintable(servers.err));
        QCOMPARE(convert({"/nowhere/x.yaml"}).code, 2);
        QCOMPARE(convert({}).code, 2);
        QCOMPARE(convert({"a", "b"}).code, 2);
        QCOMPARE(convert({"--wrong"}).code, 2);
        QCOMPARE(convert({"--trainer-version", "1.9", sample("jaxjob-simple.yaml")}).code, 2);
        QCOMPARE(convert({"--to", "Pod", sample("jaxjob-simple.yaml")}).code, 2);
        QCOMPARE(convert({"--help"}).code, 0);
    }

    void theVersionOfTheTrainerDecidesTheField()
    {
        QVERIFY(
            convert({"--trainer-version", "2.1", sample("pytorchjob-ddp.yaml")}).out.contains("podTemplateOverrides:"));
        QVERIFY(convert({"--to", "TRAINJOB", sample("pytorchjob-ddp.yaml")}).out.contains("runtimePatches:"));
    }

    void theResultGoesToAFile()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath("out.yaml");
        const CommandRun run = convert({"-o", name, sample("jaxjob-simple.yaml")});
        QCOMPARE(run.out, "");
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("kind: TrainJob"));
        QCOMPARE(convert({"-o", "/nowhere/x.yaml", sample("jaxjob-simple.yaml")}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestConvertCli)
#include "tst_convertcli.moc"
