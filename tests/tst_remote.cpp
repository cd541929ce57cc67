// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_remote tests_support
#include "app/remote/joblookup.h"
#include "app/remote/remote.h"
#include "k8s/net/netthread.h"
#include "tests/support/commandrun.h"
#include "tests/support/discovery.h"
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace tests;
using Command = RemoteOptions::Command;

/// `pilothouse run`, `logs` and `triage` as a script sees them, before a real cluster comes in.
class TestRemote : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static CommandRun remote(Command command, const QStringList &arguments)
    {
        return runOf([&](QTextStream &out, QTextStream &err) { return runRemote(command, arguments, out, err); });
    }

    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }

    QString kubeconfig(const ScriptedServer &server) const
    {
        return write("config",
                     "apiVersion: v1\nkind: Config\ncurrent-context: a\nclusters: [{name: a, cluster: {server: \""
                         + server.url().toUtf8()
                         + "\"}}]\nusers: [{name: a, user: {}}]\ncontexts: [{name: a, context: {cluster: a, user: a, "
                           "namespace: team-a}}]\n");
    }

    static void serve(ScriptedServer &server)
    {
        serveKinds(server,
                   {{"", "v1", {"pods Pod", "configmaps ConfigMap"}},
                    {"kubeflow.org", "v1", {"pytorchjobs PyTorchJob", "tfjobs TFJob"}},
                    {"trainer.kubeflow.org", "v1alpha1", {"trainjobs TrainJob"}},
                    {"jobset.x-k8s.io", "v1alpha2", {"jobsets JobSet"}},
                    {"batch", "v1", {"jobs Job"}}});
    }

    static QByteArray object(const QByteArray &metadata = {})
    {
        return "{\"metadata\":{\"name\":\"a\",\"uid\":\"uid-a\"" + metadata + "}}";
    }

private slots:
    void initTestCase()
    {
        qputenv("KUBECONFIG", m_folder.filePath("none").toLocal8Bit());
        qputenv("HOME", m_folder.path().toLocal8Bit());
    }

    void mistakesAreCodeTwoWithTheUsage_data()
    {
        QTest::addColumn<Command>("command");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("run nothing") << Command::Run << QStringList {};
        QTest::newRow("run two") << Command::Run << QStringList {"a", "b"};
        QTest::newRow("rank of words") << Command::Logs << QStringList {"--rank", "one", "a"};
        QTest::newRow("rank below zero") << Command::Logs << QStringList {"--rank=-1", "a"};
        QTest::newRow("tail of words") << Command::Logs << QStringList {"--tail", "all", "a"};
        QTest::newRow("triage does not follow") << Command::Triage << QStringList {"-f", "a"};
        QTest::newRow("two clusters") << Command::Logs << QStringList {"--sandbox", "--context", "x", "a"};
        QTest::newRow("unknown option") << Command::Run << QStringList {"--frobnicate", "a"};
    }

    void mistakesAreCodeTwoWithTheUsage()
    {
        QFETCH(Command, command);
        QFETCH(QStringList, arguments);
        const CommandRun run = remote(command, arguments);
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains("Usage: pilothouse "), qPrintable(run.err));
        QCOMPARE(run.out, "");
    }

    void everyCommandExplainsItself()
    {
        for (const Command command : {Command::Run, Command::Logs, Command::Triage}) {
            const CommandRun help = remote(command, {"--help"});
            QCOMPARE(help.code, 0);
            QVERIFY2(help.out.startsWith("Usage: pilothouse ") && help.out.contains("--context"), qPrintable(help.out));
        }
    }

    void optionsAreTaken()
    {
        const auto options
            = parseRemote(Command::Logs, {"-f", "--rank", "2", "--tail=50", "-n", "team-b", "pytorchjob/digits"});
        QVERIFY(options);
        QCOMPARE(*options,
                 (RemoteOptions {.command = Command::Logs,
                                 .target = "pytorchjob/digits",
                                 .ns = "team-b",
                                 .follow = true,
                                 .rank = 2,
                                 .tail = 50}));
        QVERIFY(remoteCommand("triage") && !remoteCommand("validate") && !remoteCommand(""));
    }

    void aBadSpecIsNotSent()
    {
        ScriptedServer server;
        serve(server);
        const QString file = write("bad.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {}\n");
        const CommandRun run = remote(Command::Run, {"--kubeconfig", kubeconfig(server), file});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains("bad.yaml:4:") && run.err.contains("error: "), qPrintable(run.err));
        QCOMPARE(server.count("POST", ".*"), 0);
        QCOMPARE(remote(Command::Run, {m_folder.filePath("gone.yaml")}).code, 2);
    }

    void whatWasCreatedIsPrinted()
    {
        ScriptedServer server;
        serve(server);
        server.on("POST", ".*/configmaps", Answer::json(object(), 201));
        const QString file = write("map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: c}\n");
        const CommandRun run = remote(Command::Run, {"--kubeconfig", kubeconfig(server), "--follow", file});
        QCOMPARE(run.out, "configmap/a\n");
        QCOMPARE(run.code, 0);
        QVERIFY2(run.err.contains("no job to follow"), qPrintable(run.err));
        QVERIFY(server.received().last().path.contains("/namespaces/team-a/"));
    }

    void aRefusalOfTheServerIsCodeTwo()
    {
        ScriptedServer server;
        serve(server);
        server.on("POST", ".*/configmaps",
                  Answer::failure(403, "Forbidden",
                                  "User \"ana\" cannot create resource "
                                  "\"configmaps\" in API group \"\" in the "
                                  "namespace \"team-a\""));
        const QString file = write("map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
        const CommandRun run = remote(Command::Run, {"--kubeconfig", kubeconfig(server), file});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains("ana may not create configmaps in namespace team-a"), qPrintable(run.err));
    }

    void aClusterThatIsNotThereIsCodeTwo()
    {
        const CommandRun none = remote(Command::Triage, {"a"});
        QCOMPARE(none.code, 2);
        QVERIFY(!none.err.isEmpty());
        ScriptedServer server;
        const QString config = kubeconfig(server);
        server.stop();
        const CommandRun refused = remote(Command::Triage, {"--kubeconfig", config, "a"});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("refused"), qPrintable(refused.err));
    }

    void aJobIsFoundByItsName_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("error");
        QTest::newRow("the only one") << "only" << "TFJob" << "";
        QTest::newRow("not what a TrainJob made") << "made" << "TrainJob" << "";
        QTest::newRow("unless it is asked for") << "jobset/made" << "JobSet" << "";
        QTest::newRow("one of two") << "pytorchjobs/twice" << "PyTorchJob" << "";
        QTest::newRow("two") << "twice" << "" << "Several jobs have this name: say pytorchjob/twice or tfjob/twice.";
        QTest::newRow("none") << "nobody" << "" << "There is no job nobody in the namespace team-a.";
        QTest::newRow("no job kind") << "pods/only" << "" << "There is no job pods/only in the namespace team-a.";
    }

    void aJobIsFoundByItsName()
    {
        QFETCH(QString, word);
        QFETCH(QString, found);
        QFETCH(QString, error);
        ScriptedServer server;
        serve(server);
        server.on("GET", ".*/tfjobs/only", Answer::json(object()));
        server.on("GET", ".*/(pytorchjobs|tfjobs)/twice", Answer::json(object()));
        server.on("GET", ".*/trainjobs/made", Answer::json(object()));
        server.on("GET", ".*/jobsets/made", Answer::json(object(",\"ownerReferences\":[{\"kind\":\"TrainJob\"}]")));
        k8s::NetThread net;
        k8s::ClusterContext context;
        context.server = server.url();
        k8s::ApiClient client(net, context);
        JobLookup lookup(client, "team-a");
        QSignalSpy good(&lookup, &JobLookup::found);
        QSignalSpy bad(&lookup, &JobLookup::failed);
        lookup.find(word);
        QTRY_COMPARE(good.size() + bad.size(), 1);
        QCOMPARE(good.isEmpty() ? QString() : good.first().first().value<k8s::ObjectRef>().type.kind, found);
        QCOMPARE(bad.isEmpty() ? QString() : bad.first().first().value<k8s::Error>().message, error);
    }
};

QTEST_GUILESS_MAIN(TestRemote)
#include "tst_remote.moc"
