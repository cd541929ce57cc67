// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_control tests_support
// label: cluster
// timeout: 300
#include "app/control/launchplan.h"
#include "k8s/api/discovery.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "k8s/spec/document.h"
#include "models/spec/schemastore.h"
#include "models/spec/speccheck.h"
#include "models/spec/spectemplates.h"
#include "tests/support/kubectl.h"
#include "tests/support/specmutations.h"

#include <QTest>

using namespace models;

/// Our verdict on a spec against that of the real API server with the real webhooks (strict dry run).
class TestSpecVerdicts : public QObject
{
    Q_OBJECT

    struct Verdict
    {
        tests::SpecCase spec;
        bool refusedHere = false, refusedThere = false;
        bool trap = false; ///< refused here only for reasons that the server does not look at
        QString words {}; ///< of both
    };

    const QString m_ns = "verdicts-test";
    std::unique_ptr<k8s::NetThread> m_net;
    std::unique_ptr<k8s::ApiClient> m_client;
    QList<k8s::ApiResource> m_resources;
    SchemaStore m_store;

    /// What the server takes although it cannot work: told by us on purpose, counted apart.
    static bool isTrap(const SpecDiagnostic &diagnostic)
    {
        static const QStringList traps {"job/derived-name",
                                        "job/restart-policy",
                                        "job/clean-pod-policy",
                                        "job/gang-size",
                                        "job/negative",
                                        "job/replica-type",
                                        "job/replica-specs",
                                        "job/containers",
                                        "job/image",
                                        "job/container-name",
                                        "trainjob/pod-name",
                                        "trainjob/nodes",
                                        "tfjob/chief",
                                        "tfjob/success-policy",
                                        "mpijob/launcher",
                                        "pytorchjob/nproc",
                                        "pytorchjob/elastic-range",
                                        "runtime/replicas",
                                        "trainjob/runtime-kind",
                                        "job/managed-by"};
        return traps.contains(diagnostic.ruleId) || diagnostic.ruleId.startsWith("pod/");
    }

    void ask(QList<Verdict> &verdicts)
    {
        int open = 0;
        qsizetype next = 0;
        std::function<void()> more = [&] {
            while (open < 16 && next < verdicts.size()) {
                Verdict &verdict = verdicts[next++];
                app::LaunchPlan plan;
                const auto planned = app::makeLaunchPlan(verdict.spec.text.toUtf8(), m_ns, m_resources, plan);
                if (!planned || plan.items.size() != 1) {
                    verdict.refusedThere = true; // it cannot even be sent
                    verdict.words += planned ? QString("nothing to send") : planned.error().message;
                    continue;
                }
                ++open;
                const app::LaunchItem item = plan.items.first();
                m_client->create(item.object.type, item.object.ns, item.json, {.dryRun = true},
                                 {this, [&](const k8s::Result<k8s::Response> &answer) {
                                      verdict.refusedThere = !answer;
                                      if (!answer)
                                          verdict.words += " | " + answer.error().message;
                                      --open;
                                      more();
                                  }});
            }
        };
        more();
        QTRY_VERIFY_WITH_TIMEOUT(open == 0 && next >= verdicts.size(), 240000);
    }

    Verdict judge(const tests::SpecCase &spec)
    {
        Verdict verdict {.spec = spec};
        bool trap = false;
        bool other = false;
        const auto checked = checkSpecText(spec.text, m_store.lookup());
        for (const SpecDiagnostic &diagnostic : checked->diagnostics) {
            if (diagnostic.severity != DiagnosticSeverity::Error)
                continue;
            verdict.words += diagnostic.ruleId + ": " + diagnostic.text + "; ";
            (isTrap(diagnostic) ? trap : other) = true;
        }
        verdict.refusedHere = trap || other;
        verdict.trap = trap && !other;
        return verdict;
    }

private slots:
    void initTestCase()
    {
        const auto config = k8s::Kubeconfig::load({qEnvironmentVariable("KUBECONFIG")});
        QVERIFY(config);
        m_net = std::make_unique<k8s::NetThread>();
        m_client = std::make_unique<k8s::ApiClient>(*m_net, *config->resolve());
        tests::kubectl({"create", "namespace", m_ns});
        bool done = false;
        k8s::Discovery(*m_client).refresh({this, [&](const auto &answer) {
                                               done = true;
                                               if (answer)
                                                   m_resources = *answer;
                                           }});
        QTRY_VERIFY_WITH_TIMEOUT(done, 20000);
        QVERIFY(!m_resources.isEmpty());
        m_store.setClient(m_client.get());
        for (const SpecTemplate &entry : specTemplates()) {
            const auto checked = checkSpecText(entry.text, m_store.lookup());
            m_store.request(checked->objects.first().apiVersion, entry.kind);
        }
    }

    void cleanupTestCase()
    {
        m_store.setClient(nullptr);
        tests::kubectl({"delete", "namespace", m_ns, "--wait=false"});
    }

    void theClustersOwnSchemasAreUsed()
    {
        for (const SpecTemplate &entry : specTemplates()) {
            const SpecObject object = checkSpecText(entry.text, m_store.lookup())->objects.first();
            QTRY_COMPARE_WITH_TIMEOUT(m_store.origin(object.apiVersion, object.kind), SchemaStore::Origin::Cluster,
                                      30000);
        }
        m_store.request("serving.kserve.io/v1beta1", "InferenceService");
        QTRY_COMPARE_WITH_TIMEOUT(m_store.origin("serving.kserve.io/v1beta1", "InferenceService"),
                                  SchemaStore::Origin::NotServed, 10000);
    }

    void everyTemplateIsTaken()
    {
        QList<Verdict> verdicts;
        for (const SpecTemplate &entry : specTemplates()) {
            verdicts.append(judge({entry.id, entry.text}));
        }
        ask(verdicts);
        for (const Verdict &verdict : std::as_const(verdicts)) {
            QVERIFY2(!verdict.refusedHere, qPrintable(verdict.spec.name + ": " + verdict.words));
            QVERIFY2(!verdict.refusedThere, qPrintable(verdict.spec.name + ": " + verdict.words));
        }
    }

    void weAgreeWithTheServer()
    {
        QList<Verdict> verdicts;
        for (const SpecTemplate &entry : specTemplates()) {
            for (const tests::SpecCase &spec : tests::mutationsOf(entry.id, entry.text))
                verdicts.append(judge(spec));
        }
        ask(verdicts);
        QStringList falseAlarms;
        QStringList misses;
        int refused = 0;
        int traps = 0;
        for (const Verdict &verdict : std::as_const(verdicts)) {
            refused += verdict.refusedThere ? 1 : 0;
            if (verdict.trap && !verdict.refusedThere)
                ++traps;
            else if (verdict.refusedHere && !verdict.refusedThere)
                falseAlarms += verdict.spec.name + ": " + verdict.words;
            else if (!verdict.refusedHere && verdict.refusedThere)
                misses += verdict.spec.name + ": " + verdict.words;
        }
        qInfo("%d specs: %d refused by the server, %d traps beyond it, %d false alarms, %d misses",
              int(verdicts.size()), refused, traps, int(falseAlarms.size()), int(misses.size()));
        for (const QString &line : falseAlarms + misses)
            qInfo("%s", qPrintable(line.left(400)));
        QVERIFY(refused >= 600);
        QVERIFY(falseAlarms.size() * 200 <= verdicts.size());
        QVERIFY(misses.size() * 200 <= verdicts.size());
    }
};

QTEST_GUILESS_MAIN(TestSpecVerdicts)
#include "tst_specverdicts_cluster.moc"
