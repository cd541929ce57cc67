// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_cli
#include "app/cli/validate.h"
#include "tests/support/commandrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using tests::CommandRun;
using tests::runOf;

/// `pilothouse validate` as a script sees it.
class TestValidateCli : public QObject
{
    Q_OBJECT

    static CommandRun validate(const QStringList &arguments)
    {
        return runOf([&](QTextStream &out, QTextStream &err) { return app::runValidate(arguments, out, err); });
    }

    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }

    QTemporaryDir m_folder;

private slots:
    void aGoodFileIsSilent()
    {
        const CommandRun run = validate({SOURCE_DIR "/resources/templates/01-pytorchjob-ddp.yaml"});
        QCOMPARE(run.out, "");
        QCOMPARE(run.err, "");
        QCOMPARE(run.code, 0);
    }

    void aMistakeIsToldWithItsPlaceAndRule()
    {
        const QString file = write("bad.yaml",
                                   "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n  template:\n"
                                   "    spec:\n      restartPolicy: Never\n      containers:\n        - name: a\n"
                                   "          image: b\n          comand: [x]\n");
        const CommandRun run = validate({file});
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out,
                 file + ":12:11: error: There is no field comand here. Did you mean command? [schema/unknown-field]\n");
    }

    void jsonTellsTheSame()
    {
        const QString file = write("dup.yaml", "a: 1\na: 2\n");
        const CommandRun run = validate({"--format", "json", file});
        QCOMPARE(run.code, 1);
        const QJsonArray entries = QJsonDocument::fromJson(run.out.toUtf8()).array();
        QVERIFY(!entries.isEmpty());
        const QJsonObject duplicate = entries.last().toObject();
        QCOMPARE(duplicate["rule"].toString(), "yaml/duplicate-key");
        QCOMPARE(duplicate["line"].toInt(), 2);
        QCOMPARE(duplicate["severity"].toString(), "error");
        QCOMPARE(validate({"--format", "json", SOURCE_DIR "/resources/templates/11-job.yaml"}).out.trimmed(), "[\n]");
    }

    void warningsLeaveTheCodeAtZero()
    {
        const QString file
            = write("warn.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  a: no\n");
        QCOMPARE(validate({file}).code, 0);
        QVERIFY(validate({file}).out.contains(": note: "));
        QCOMPARE(validate({"--quiet", file}).out, "");
    }

    void whatCannotBeReadIsCodeTwo()
    {
        const CommandRun run = validate({m_folder.filePath("nothing.yaml")});
        QCOMPARE(run.code, 2);
        QVERIFY(run.err.contains("nothing.yaml"));
        QCOMPARE(validate({}).code, 2);
        QCOMPARE(validate({"--format", "xml", "a"}).code, 2);
        QCOMPARE(validate({"--wrong"}).code, 2);
        QCOMPARE(validate({"--help"}).code, 0);
    }

    void sarifHasRulesAndPlaces()
    {
        const QString file = write("a b.yaml", "a: 1\na: 2\n");
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder.path()));
        const CommandRun run = validate({"--format", "sarif", "a b.yaml", "gone.yaml"});
        QVERIFY(QDir::setCurrent(before));
        QCOMPARE(run.code, 2);
        const QJsonObject log = QJsonDocument::fromJson(run.out.toUtf8()).object();
        QCOMPARE(log["version"].toString(), "2.1.0");
        QVERIFY(log["$schema"].toString().endsWith("sarif-2.1.0.json"));
        const QJsonObject sarifRun = log["runs"].toArray().at(0).toObject();
        const QJsonArray rules = sarifRun["tool"]["driver"]["rules"].toArray();
        const QJsonArray results = sarifRun["results"].toArray();
        QVERIFY(!results.isEmpty());
        for (const auto &value : results) {
            const QJsonObject result = value.toObject();
            const QJsonObject rule = rules.at(result["ruleIndex"].toInt()).toObject();
            QCOMPARE(rule["id"].toString(), result["ruleId"].toString());
            QVERIFY(!rule["help"]["text"].toString().isEmpty());
            QVERIFY(QStringList({"error", "warning", "note"}).contains(result["level"].toString()));
            QVERIFY(!result["message"]["text"].toString().isEmpty());
            const auto place = result["locations"][0]["physicalLocation"];
            QCOMPARE(place["artifactLocation"]["uri"].toString(), "a%20b.yaml");
            QVERIFY(place["region"]["startLine"].toInt() >= 1 && place["region"]["startColumn"].toInt() >= 1);
        }
        const QJsonObject invocation = sarifRun["invocations"][0].toObject();
        QCOMPARE(invocation["executionSuccessful"].toBool(true), false);
        QVERIFY(invocation["toolExecutionNotifications"].toArray().size() == 1);
        const CommandRun elsewhere = validate({"--format", "sarif", file});
        QVERIFY(elsewhere.out.contains("\"file:///"));
    }

    /// What GitHub's code scanning asks of a SARIF file ("SARIF support for code scanning").
    void codeScanningFindsWhatItAsksFor()
    {
        QByteArray text = "apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nmetadata: {name: A_b}\nspec:\n"
                          "  pytorchReplicaSpecs:\n    Master:\n      replicas: 2\n      template: {spec: {containers: "
                          "[{name: a, comand: b}, {name: a, comand: b}]}}\n";
        const auto scan = [&] {
            const CommandRun run = validate({"--format", "sarif", write("job.yaml", text)});
            return QJsonDocument::fromJson(run.out.toUtf8()).object()["runs"].toArray().at(0).toObject();
        };
        const QJsonObject sarif = scan();
        const auto sentence = [](const QJsonValue &message) { return message["text"].toString(); };
        const QJsonObject driver = sarif["tool"]["driver"].toObject();
        QVERIFY(!driver["name"].toString().isEmpty() && !driver["semanticVersion"].toString().isEmpty());
        const QJsonArray rules = driver["rules"].toArray();
        for (const QJsonValue &rule : rules) {
            QVERIFY(!rule["id"].toString().isEmpty());
            for (const QString &field : QStringList {"shortDescription", "fullDescription", "help"}) {
                const QString words = sentence(rule[field]);
                QVERIFY2(!words.isEmpty() && words.size() <= 1024 && !words.contains('%'), qPrintable(words));
            }
        }
        const QJsonArray results = sarif["results"].toArray();
        QVERIFY(results.size() > 4);
        QSet<QString> fingerprints;
        for (const QJsonValue &result : results) {
            QCOMPARE(result["ruleId"].toString(), rules.at(result["ruleIndex"].toInt(-1))["id"].toString());
            QVERIFY(!sentence(result["message"]).isEmpty());
            QCOMPARE(result["locations"].toArray().size(), 1);
            const QJsonValue place = result["locations"][0]["physicalLocation"];
            QVERIFY(!place["artifactLocation"]["uri"].toString().isEmpty());
            const QJsonValue region = place["region"];
            QVERIFY(region["startLine"].toInt() >= 1 && region["startColumn"].toInt() >= 1);
            QVERIFY(region["endLine"].toInt() >= region["startLine"].toInt());
            QVERIFY(region["endColumn"].toInt() >= region["startColumn"].toInt());
            fingerprints.insert(result["partialFingerprints"]["primaryLocationLineHash"].toString());
        }
        QCOMPARE(fingerprints.size(), results.size());
        text.prepend("# a line more\n");
        const QJsonArray again = scan()["results"].toArray();
        QCOMPARE(again.size(), results.size());
        for (const QJsonValue &result : again)
            QVERIFY(fingerprints.contains(result["partialFingerprints"]["primaryLocationLineHash"].toString()));
    }

    void foldersAndPatternsStandForTheirFiles()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath("deep"));
        for (const char *name : {"one.yaml", "deep/two.yml", "notes.txt"}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("a: 1\na: 2\n");
        }
        const CommandRun whole = validate({folder.path()});
        QCOMPARE(whole.code, 1);
        QVERIFY(whole.out.contains("/one.yaml:2:1: error"));
        QVERIFY(whole.out.contains("/deep/two.yml:2:1: error"));
        QVERIFY(!whole.out.contains("notes.txt"));
        const CommandRun pattern = validate({folder.filePath("*.yaml")});
        QVERIFY(pattern.out.contains("/one.yaml:2:1: error"));
        QVERIFY(!pattern.out.contains("two.yml"));
    }

    void bytesThatAreNoTextAreRefused()
    {
        const CommandRun run = validate({write("latin.yaml", "a: caf\xE9\n")});
        QCOMPARE(run.code, 1);
        QVERIFY(run.out.contains("yaml/encoding"));
    }
};

QTEST_GUILESS_MAIN(TestValidateCli)
#include "tst_validatecli.moc"
