// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec tests_support
#include "k8s/spec/rules.h"
#include "models/spec/schemastore.h"
#include "models/spec/speccheck.h"
#include "models/spec/spectemplates.h"
#include "tests/support/rulecases.h"

#include <QTest>

using namespace models;

/// Every rule with a spec that breaks it and the place where it is told; the templates are the good specs.
class TestRules : public QObject
{
    Q_OBJECT

    SchemaStore m_store;
    QSet<QString> m_seen;

    struct Text
    {
        const char *rule;
        QString text;
    };

    /// Texts that break a rule that no template comes near.
    static QList<Text> texts()
    {
        const QString head = "apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: %1}\nspec:\n%2";
        const QString job = "  replicatedJobs:\n  - name: main\n%1    template: {spec: {template: {spec: {containers: "
                            "[{name: a, image: b}]}}}}\n";
        QString tune = specTemplate("trainjob-torchtune").text;
        tune.replace("llama3.2-1b", "llama3.3-70b").replace("numNodes: 1", "numNodes: 2");
        QString quantized = specTemplate("trainjob-torchtune").text;
        quantized.replace("llama3.2-1b", "qwen2.5-1.5b").replace("epochs=1", "model.quantize_base=True");
        QString flux = specTemplate("trainingruntime").text;
        flux.replace("torch: {}", "flux: {}")
            .replace("                  containers:",
                     "                  initContainers: [{name: flux-installer}]\n                  containers:");
        QString worker = specTemplate("servingruntime").text;
        worker.replace("spec:\n", "spec:\n  workerSpec: {containers: [{name: a}]}\n")
            .replace("      args:", "      env: [{name: TENSOR_PARALLEL_SIZE, value: \"2\"}]\n      args:");
        QString shadow = specTemplate("seldondeployment").text;
        shadow.replace("traffic: 10", "shadow: true").replace("traffic: 90", "shadow: true");
        QString transport = specTemplate("seldondeployment").text;
        transport.replace("protocol: v2", "transport: grpc").replace("type: MODEL", "endpoint: {type: REST}");
        return {
            {"jobset/name-dns1035", head.arg("1-set", job.arg(""))},
            {"jobset/name-length", head.arg(QString(59, 'a'), job.arg(""))},
            {"jobset/depends-on", head.arg("a", job.arg("    dependsOn: [{name: other, status: Ready}]\n"))},
            {"jobset/target",
             head.arg("a", "  successPolicy: {operator: All, targetReplicatedJobs: [other]}\n" + job.arg(""))},
            {"jobset/subdomain", head.arg("a", "  network: {subdomain: a.b}\n" + job.arg(""))},
            {"trainjob/torchtune-lora", tune},
            {"trainjob/torchtune-qlora", quantized},
            {"runtime/flux-installer", flux},
            {"kserve/worker-env", worker},
            {"seldon/shadow", shadow},
            {"seldon/transport", transport},
        };
    }

private slots:
    void aBrokenTextIsTold_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("text");
        for (const Text &entry : texts())
            QTest::newRow(entry.rule) << entry.rule << entry.text;
    }

    void aBrokenTextIsTold()
    {
        QFETCH(QString, rule);
        QFETCH(QString, text);
        QStringList found;
        const auto checked = checkSpecText(text, m_store.lookup());
        for (const SpecDiagnostic &diagnostic : checked->diagnostics) {
            QVERIFY(!diagnostic.text.contains("%1"));
            found += diagnostic.ruleId;
        }
        QVERIFY2(found.contains(rule), qPrintable(found.join(' ')));
    }

    void aBrokenSpecIsToldAtItsLine_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        int number = 0;
        for (const tests::RuleCase &entry : tests::jobRuleCases() + tests::kindRuleCases()) {
            QString text = specTemplate(entry.base).text;
            const qsizetype at = text.indexOf(entry.search);
            QVERIFY2(at >= 0, qPrintable(QString("%1: %2 is not in %3").arg(entry.rule, entry.search, entry.base)));
            text.replace(at, qsizetype(strlen(entry.search)), entry.replacement);
            if (entry.line && *entry.line)
                QTest::addRow("%d %s", ++number, entry.rule) << entry.rule << text << entry.line;
        }
    }

    void aBrokenSpecIsToldAtItsLine()
    {
        QFETCH(QString, rule);
        QFETCH(QString, text);
        QFETCH(QString, line);
        const auto checked = checkSpecText(text, m_store.lookup());
        QStringList found;
        for (const SpecDiagnostic &diagnostic : checked->diagnostics) {
            const QString where = text.split('\n')[diagnostic.line - 1].trimmed();
            found += diagnostic.ruleId + " at " + where + ": " + diagnostic.text;
            if (diagnostic.ruleId != rule || !where.startsWith(line))
                continue;
            m_seen.insert(rule);
            QVERIFY(!diagnostic.text.contains('%'));
            QVERIFY(!diagnostic.remedy.contains("%1"));
            return;
        }
        QFAIL(qPrintable("not told; found:\n" + found.join('\n')));
    }

    void everyRuleIsTriedAndExplainsItself()
    {
        QStringList elsewhere {"object/map", "job/backoff-never", "data/size"};
        for (const Text &entry : texts())
            elsewhere.append(entry.rule);
        QSet<QString> ids;
        for (const k8s::Rule *rule : k8s::allRules()) {
            QVERIFY2(!ids.contains(rule->id), rule->id);
            ids.insert(rule->id);
            QVERIFY2(rule->sentence && *rule->sentence && rule->source && *rule->source, rule->id);
            QVERIFY2(m_seen.contains(rule->id) || elsewhere.contains(rule->id), rule->id);
        }
    }

    void whatThePodsPartsMayBeIsNotTold_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("replacement");
        QTest::newRow("a probe at a number") << "port: http" << "port: 8501";
        QTest::newRow("a probe at the largest number") << "port: http" << "port: 65535";
        QTest::newRow("a port name of fifteen") << "- name: grpc\n              containerPort"
                                                << "- name: a23456789-12345\n              containerPort";
        QTest::newRow("ports without names") << "- name: grpc\n              containerPort" << "- containerPort";
        QTest::newRow("a volume that is a digit") << "claimName: models"
                                                  << "claimName: models\n        - {name: \"1\", "
                                                     "emptyDir: {}}";
        QTest::newRow("a name with dots") << "claimName: models" << "claimName: models.of.all";
        QTest::newRow("a hook") << "          readinessProbe:"
                                << "          lifecycle: {preStop: {tcpSocket: {port: grpc}}}\n"
                                   "          readinessProbe:";
    }

    void whatThePodsPartsMayBeIsNotTold()
    {
        QFETCH(QString, search);
        QFETCH(QString, replacement);
        QString text = specTemplate("tf-serving").text;
        QVERIFY(text.contains(search));
        text.replace(text.indexOf(search), search.size(), replacement);
        const auto checked = checkSpecText(text, m_store.lookup());
        QVERIFY2(checked->diagnostics.isEmpty(), qPrintable(checked->diagnostics.value(0).text));
    }

    void aRuntimesNameMayHaveDots()
    {
        const QString text = specTemplate("trainjob").text.replace("torch-distributed", "my.runtime-1");
        QVERIFY(text.contains("my.runtime-1"));
        const auto checked = checkSpecText(text, m_store.lookup());
        QVERIFY2(checked->diagnostics.isEmpty(), qPrintable(checked->diagnostics.value(0).text));
    }

    void aFixMendsWhatItPromises()
    {
        QString text = specTemplate("pytorchjob-ddp").text;
        text.replace("    Worker:", "    worker:")
            .replace("cleanPodPolicy: None", "cleanPodPolicy: none")
            .replace("name: my-ddp", "name: My_DDP")
            .replace("restartPolicy: OnFailure", "restartPolicy: onfailure");
        for (int round = 0; round < 10; ++round) {
            const auto checked = checkSpecText(text, m_store.lookup());
            if (checked->diagnostics.isEmpty())
                break;
            const SpecDiagnostic first = checked->diagnostics.first();
            QVERIFY2(!first.fixes.isEmpty(), qPrintable(first.text));
            text.replace(first.fixes[0].position, first.fixes[0].length, first.fixes[0].replacement);
        }
        QVERIFY(checkSpecText(text, m_store.lookup())->diagnostics.isEmpty());
        QVERIFY(text.contains("name: my-ddp\n") && text.contains("    Worker:\n"));
    }

    void aFixMendsOtherKindsToo()
    {
        const auto mended = [&](const char *id, const QString &good, const QString &bad) {
            QString text = specTemplate(id).text;
            const QString whole = text;
            text.replace(text.indexOf(good), good.size(), bad);
            const auto checked = checkSpecText(text, m_store.lookup());
            const auto hasFix = [](const SpecDiagnostic &diagnostic) { return !diagnostic.fixes.isEmpty(); };
            const auto found = std::ranges::find_if(checked->diagnostics, hasFix);
            if (found == checked->diagnostics.end())
                return false;
            const SpecFix fix = found->fixes.first();
            return text.replace(fix.position, fix.length, fix.replacement) == whole;
        };
        QVERIFY(mended("notebook", "- name: my-notebook", "- name: server"));
        QVERIFY(mended("experiment", "primaryContainerName: trial", "primaryContainerName: training"));
        QVERIFY(mended("experiment", "reference: batch", "reference: batches"));
        QVERIFY(mended("servingruntime", "- name: kserve-container", "- name: main"));
        QVERIFY(mended("seldondeployment", "implementation: SKLEARN_SERVER", "implementation: SKLEARN_SERVR"));
        QVERIFY(mended("tf-serving", "      app: tf-serving # the same", "      app: serving # the same"));
    }

    void largeDataAreRefused()
    {
        const QString text
            = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: " + QString(1 << 20, 'x') + '\n';
        QCOMPARE(checkSpecText(text, m_store.lookup())->diagnostics.value(0).ruleId, "data/size");
        QCOMPARE(checkSpecText("- 1\n", m_store.lookup())->diagnostics.value(0).ruleId, "object/map");
        QString never = specTemplate("xgboostjob").text;
        never.replace("restartPolicy: ExitCode", "restartPolicy: Never")
            .replace("cleanPodPolicy: None", "backoffLimit: 2");
        QCOMPARE(checkSpecText(never, m_store.lookup())->diagnostics.value(0).ruleId, "job/backoff-never");
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
