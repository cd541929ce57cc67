// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_core
#include "app/commandline.h"
#include "app/commands.h"
#include "app/settings.h"

#include <QKeySequence>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using Mode = Invocation::Mode;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void nothingMeansTheWindow();
    void optionsAreTaken();
    void demoTakesPictures();
    void openTakesAFile();
    void validateAndSandboxKeepTheirOwnOptions();
    void mistakesAreToldWithExitCodeTwo_data();
    void mistakesAreToldWithExitCodeTwo();
    void helpNamesEveryCommand();
    void everyCommandHasItsPlaceAndItsOwnKey();
    void settingsSurviveAStart();
    void contextNamesWithSlashesAreRemembered();
    void theDraftIsForTheUserOnly();
};

void TestCommandLine::nothingMeansTheWindow()
{
    const auto invocation = parseCommandLine({});
    QVERIFY(invocation);
    QCOMPARE(*invocation, Invocation());
}

void TestCommandLine::optionsAreTaken()
{
    const auto invocation = parseCommandLine({"--kubeconfig", "/x/config", "--context", "team-a", "-n", "research",
                                              "--dark", "--scale", "1.5", "--start-sandbox"});
    QVERIFY(invocation);
    QCOMPARE(invocation->kubeconfig, "/x/config");
    QCOMPARE(invocation->context, "team-a");
    QCOMPARE(invocation->ns, "research");
    QCOMPARE(invocation->scheme, Invocation::Scheme::Dark);
    QCOMPARE(invocation->scale, 1.5);
    QVERIFY(invocation->startSandbox);
}

void TestCommandLine::demoTakesPictures()
{
    const auto invocation = parseCommandLine({"--demo", "--screenshots", "/tmp/x"});
    QVERIFY(invocation);
    QCOMPARE(invocation->mode, Mode::Demo);
    QCOMPARE(invocation->screenshots, "/tmp/x");
}

void TestCommandLine::openTakesAFile()
{
    const auto invocation = parseCommandLine({"open", "train.log"});
    QVERIFY(invocation);
    QCOMPARE(invocation->mode, Mode::Window);
    QCOMPARE(invocation->logFile, "train.log");
}

void TestCommandLine::validateAndSandboxKeepTheirOwnOptions()
{
    const auto validate = parseCommandLine({"validate", "--format", "json", "a.yaml"});
    QVERIFY(validate);
    QCOMPARE(validate->mode, Mode::Validate);
    QCOMPARE(validate->rest, QStringList({"--format", "json", "a.yaml"}));
    const auto convert = parseCommandLine({"convert", "-", "--to", "trainjob"});
    QVERIFY(convert);
    QCOMPARE(convert->mode, Mode::Convert);
    QCOMPARE(convert->rest, QStringList({"-", "--to", "trainjob"}));
    for (const QString &word : QStringList {"run", "logs", "triage"}) {
        const auto remote = parseCommandLine({word, "-n", "team-a", "x"});
        QVERIFY(remote);
        QCOMPARE(remote->mode, Mode::Remote);
        QCOMPARE(remote->rest, QStringList({word, "-n", "team-a", "x"}));
    }
    const auto sandbox = parseCommandLine({"sandbox", "up", "--json"});
    QVERIFY(sandbox);
    QCOMPARE(sandbox->mode, Mode::Sandbox);
    QCOMPARE(sandbox->rest, QStringList({"up", "--json"}));
}

void TestCommandLine::mistakesAreToldWithExitCodeTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList {"--frobnicate"};
    QTest::newRow("unknown command") << QStringList {"frobnicate"};
    QTest::newRow("open nothing") << QStringList {"open"};
    QTest::newRow("open two") << QStringList {"open", "a", "b"};
    QTest::newRow("both schemes") << QStringList {"--light", "--dark"};
    QTest::newRow("scale of words") << QStringList {"--scale", "big"};
    QTest::newRow("scale too large") << QStringList {"--scale", "40"};
    QTest::newRow("missing value") << QStringList {"--context"};
}

void TestCommandLine::mistakesAreToldWithExitCodeTwo()
{
    QFETCH(QStringList, arguments);
    const auto invocation = parseCommandLine(arguments);
    QVERIFY(!invocation);
    QCOMPARE(invocation.error().exitCode, 2);
    QVERIFY(invocation.error().text.startsWith("pilothouse: "));
}

void TestCommandLine::helpNamesEveryCommand()
{
    const auto help = parseCommandLine({"--help"});
    QVERIFY(!help);
    QCOMPARE(help.error().exitCode, 0);
    QVERIFY2(help.error().text.startsWith("Usage: pilothouse [options]"), qPrintable(help.error().text.left(60)));
    for (const char *word :
         {"--context", "--kubeconfig", "--namespace", "--demo", "--screenshots", "--light", "--dark", "--scale",
          "open FILE", "validate FILE", "convert FILE", "run FILE", "logs JOB", "triage JOB", "sandbox COMMAND"})
        QVERIFY2(help.error().text.contains(word), word);
    QVERIFY(parseCommandLine({"--version"}).error().text.startsWith("pilothouse "));
}

void TestCommandLine::everyCommandHasItsPlaceAndItsOwnKey()
{
    QSet<int> keys;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        QCOMPARE(std::size_t(commands.at(i).id), i);
        if (commands.at(i).key == noKey)
            continue;
        QVERIFY2(!keys.contains(commands.at(i).key.toCombined()), commands.at(i).text);
        keys.insert(commands.at(i).key.toCombined());
    }
}

void TestCommandLine::settingsSurviveAStart()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("config/pilothouse.ini");
    {
        Settings settings(file, folder.filePath("data"));
        QCOMPARE(settings.scheme(), "system");
        settings.setScheme("dark");
        settings.setProjector(true);
        settings.setGeometry("geometry");
        settings.setDraft("kind: PyTorchJob\n");
    }
    Settings settings(file, folder.filePath("data"));
    QCOMPARE(settings.scheme(), "dark");
    QVERIFY(settings.projector());
    QCOMPARE(settings.geometry(), "geometry");
    QCOMPARE(settings.draft(), "kind: PyTorchJob\n");
}

void TestCommandLine::contextNamesWithSlashesAreRemembered()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath("pilothouse.ini"), folder.path());
    settings.setNamespace("arn:aws:eks:eu/prod", "team-a");
    settings.setNamespace("arn:aws:eks:eu", "*");
    QCOMPARE(settings.ns("arn:aws:eks:eu/prod"), "team-a");
    QCOMPARE(settings.ns("arn:aws:eks:eu"), "*");
    QCOMPARE(settings.ns("other"), QString());
}

void TestCommandLine::theDraftIsForTheUserOnly()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath("pilothouse.ini"), folder.path());
    settings.setDraft("secret: yes\n");
    const auto permissions = QFile::permissions(folder.filePath("draft.yaml"));
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther)));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
