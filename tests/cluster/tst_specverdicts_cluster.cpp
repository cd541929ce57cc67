// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_control tests_support
// label: cluster
// timeout: 300
#include "app/control/launchplan.h"
#include "k8s/api/discovery.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "k8s/spec/document.h"
#include "k8s/spec/rules.h"
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
        const auto isRule = [&](const k8s::Rule *rule) { return diagnostic.ruleId == rule->id; };
        const QList<const k8s::Rule *> rules = k8s::allRules();
        const auto rule = std::ranges::find_if(rules, isRule);
        return traps.contains(diagnostic.ruleId) || diagnostic.ruleId.startsWith("pod/")
            || (rule != rules.end() && (*rule)->trap);
    }

    /// A verdict waits for as many answers as its text has documents.
    struct Question
    {
        Verdict *verdict;
        app::LaunchItem item;
        int tries = 0;
    };

    QList<Question> questions(QList<Verdict> &verdicts) const
    {
        QList<Question> all;
        for (Verdict &verdict : verdicts) {
            app::LaunchPlan plan;
            const auto planned = app::makeLaunchPlan(verdict.spec.text.toUtf8(), m_ns, m_resources, plan);
            if (!planned || plan.items.isEmpty()) {
                verdict.refusedThere = true; // it cannot even be sent
                verdict.words += planned ? QString("nothing to send") : planned.error().message;
                continue;
            }
            for (const app::LaunchItem &item : std::as_const(plan.items))
                all.append({&verdict, item});
        }
        return all;
    }

    void ask(QList<Verdict> &verdicts)
    {
        QList<Question> all = questions(verdicts);
        int open = 0;
        qsizetype next = 0;
        std::function<void()> more;
        const auto take = [&](Question question, const k8s::Result<k8s::Response> &answer) {
            // A webhook that is too busy to answer has not judged.
            const bool unheard = !answer && answer.error().message.contains("failed calling webhook");
            if (unheard && ++question.tries < 5) {
                all.append(question);
            } else if (!answer) {
                question.verdict->refusedThere = true;
                question.verdict->words += " | " + answer.error().message;
            }
            --open;
            more();
        };
        more = [&] {
            while (open < 16 && next < all.size()) {
                const Question question = all[next++];
                ++open;
                const app::LaunchItem &item = question.item;
                m_client->create(
                    item.object.type, item.object.ns, item.json, {.dryRun = true},
                    {this, [&take, question](const k8s::Result<k8s::Response> &answer) { take(question, answer); }});
            }
        };
        more();
        QTRY_VERIFY_WITH_TIMEOUT(open == 0 && next >= all.size(), 240000);
    }

    static bool isKatib(const SpecObject &object) { return object.apiVersion == "kubeflow.org/v1beta1"; }

    /// The sandbox has their definitions, but no operator and so no webhook; Katib's definitions take any spec.
    static bool isBeyondTheSandbox(const SpecDiagnostic &diagnostic, const QList<SpecObject> &objects)
    {
        const SpecObject &object = objects.first();
        return isKatib(object)
            || (object.apiVersion.startsWith("serving.kserve.io") && diagnostic.source == DiagnosticSource::Rules);
    }

    /// Kinds that the sandbox cannot have: MPI Operator (the name of its definition is taken), Notebook, Seldon.
    bool isServed(const CheckedSpec &checked) const
    {
        return std::ranges::all_of(checked.objects, [&](const SpecObject &object) {
            return std::ranges::any_of(m_resources, [&](const k8s::ApiResource &resource) {
                return resource.type.kind == object.kind && resource.type.apiVersion() == object.apiVersion;
            });
        });
    }

    QList<SpecTemplate> servedTemplates() const
    {
        QList<SpecTemplate> served;
        for (const SpecTemplate &entry : specTemplates()) {
            if (isServed(*checkSpecText(entry.text, m_store.lookup())))
                served.append(entry);
        }
        return served;
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
            const bool beyond = isTrap(diagnostic) || isBeyondTheSandbox(diagnostic, checked->objects);
            (beyond ? trap : other) = true;
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
            for (const SpecObject &object : std::as_const(checked->objects))
                m_store.request(object.apiVersion, object.kind);
        }
    }

    void cleanupTestCase()
    {
        m_store.setClient(nullptr);
        tests::kubectl({"delete", "namespace", m_ns, "--wait=false"});
    }

    void theClustersOwnSchemasAreUsed()
    {
        for (const SpecTemplate &entry : servedTemplates()) {
            const auto checked = checkSpecText(entry.text, m_store.lookup());
            for (const SpecObject &object : std::as_const(checked->objects)) {
                const auto expected = isKatib(object) ? SchemaStore::Origin::Bundled : SchemaStore::Origin::Cluster;
                QTRY_COMPARE_WITH_TIMEOUT(m_store.origin(object.apiVersion, object.kind), expected, 30000);
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_store.origin("machinelearning.seldon.io/v1", "SeldonDeployment"),
                                  SchemaStore::Origin::NotServed, 10000);
    }

    void everyTemplateAndItsVariantsAreTaken()
    {
        QList<Verdict> verdicts;
        for (const SpecTemplate &entry : servedTemplates()) {
            verdicts.append(judge({entry.id, entry.text}));
            for (const tests::SpecCase &spec : tests::variantsOf(entry.id, entry.text))
                verdicts.append(judge(spec));
        }
        qInfo("%d good specs of %d templates", int(verdicts.size()), int(servedTemplates().size()));
        QVERIFY(verdicts.size() >= 60);
        ask(verdicts);
        for (const Verdict &verdict : std::as_const(verdicts)) {
            QVERIFY2(!verdict.refusedHere, qPrintable(verdict.spec.name + ": " + verdict.words));
            QVERIFY2(!verdict.refusedThere, qPrintable(verdict.spec.name + ": " + verdict.words));
        }
    }

    void weAgreeWithTheServer()
    {
        QList<Verdict> verdicts;
        for (const SpecTemplate &entry : servedTemplates()) {
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
