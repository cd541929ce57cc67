// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec tests_support
// label: cluster
// timeout: 420
#include "models/spec/speccheck.h"
#include "models/spec/spectemplates.h"
#include "tests/support/kubectl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace models;

/// Templates whose operators run in the sandbox are launched there: the operators must make the pods that the preview
/// foretold, with the names and the environment that it showed.
class TestPreviewsCluster : public QObject
{
    Q_OBJECT

    const QString m_ns = u"previews-test"_s;

    /// The same job with an image that is there and as little as a node can always give.
    static QString small(QString text)
    {
        const auto replaceAll = [&text](const char *expression, const QString &with) {
            text.replace(QRegularExpression(QString::fromLatin1(expression), QRegularExpression::MultilineOption),
                         with);
        };
        replaceAll("image: .*$", u"image: localhost/pilothouse/pytorch:1"_s);
        replaceAll("^  namespace: .*\n", {});
        replaceAll("cpu: [^,}\n]*", u"cpu: 5m"_s);
        replaceAll("memory: [^,}\n]*", u"memory: 32Mi"_s);
        replaceAll("^ *nvidia.com/gpu: .*\n", {});
        return text;
    }

    QHash<QString, QJsonObject> pods() const
    {
        QHash<QString, QJsonObject> found;
        const auto answer = tests::kubectl({"-n", m_ns, "get", "pods", "-o", "json"});
        for (const auto &item : QJsonDocument::fromJson(answer.out).object()["items"_L1].toArray()) {
            const QJsonObject pod = item.toObject();
            if (!pod["metadata"_L1].toObject().contains("deletionTimestamp"_L1))
                found.insert(pod["metadata"_L1].toObject()["name"_L1].toString(), pod);
        }
        return found;
    }

    static QString realName(const QString &foretold, const QHash<QString, QJsonObject> &pods)
    {
        const auto name = QRegularExpression::fromWildcard(foretold);
        for (auto pod = pods.cbegin(); pod != pods.cend(); ++pod) {
            if (name.match(pod.key()).hasMatch())
                return pod.key();
        }
        return {};
    }

    static QStringList environmentOf(const QJsonObject &pod)
    {
        QStringList variables;
        for (const auto &container : pod["spec"_L1].toObject()["containers"_L1].toArray()) {
            for (const auto &entry : container.toObject()["env"_L1].toArray()) {
                const QJsonObject variable = entry.toObject();
                const bool reference = variable.contains("valueFrom"_L1); // the kubelet fills it in
                variables.append(variable["name"_L1].toString() + u'='
                                 + (reference ? u"…"_s : variable["value"_L1].toString()));
            }
        }
        return variables;
    }

    static QStringList missing(const PreviewPod &foretold, const QJsonObject &real, const QString &ns)
    {
        static const QRegularExpression variable(u"^[A-Z][A-Z0-9_]*="_s);
        const QStringList there = environmentOf(real);
        QStringList lacking;
        for (const QString &entry : foretold.environment) {
            const QString name = entry.section(u'=', 0, 0);
            const QString whole = QString(entry).replace("<namespace>"_L1, ns);
            if (variable.match(entry).hasMatch() && !there.contains(whole) && !there.contains(name + u"=…"_s))
                lacking.append(entry);
        }
        return lacking;
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(!tests::kubectlPath().isEmpty(), "the sandbox's kubectl is not there");
        // That of a run before may be left, or still be going away.
        tests::kubectl({"delete", "namespace", m_ns, "--ignore-not-found", "--wait=false"});
        QVERIFY(
            QTest::qWaitFor([this] { return tests::kubectl({"create", "namespace", m_ns}).exitCode == 0; }, 60'000));
    }

    void cleanupTestCase() { tests::kubectl({"delete", "namespace", m_ns, "--wait=false"}); }

    void theOperatorMakesWhatWasForetold_data()
    {
        QTest::addColumn<QString>("text");
        const QSet<QString> running {u"PyTorchJob"_s, u"TFJob"_s,  u"MPIJob"_s,   u"XGBoostJob"_s,
                                     u"PaddleJob"_s,  u"JAXJob"_s, u"TrainJob"_s, u"Job"_s};
        const QList<SpecTemplate> templates = specTemplates();
        for (const SpecTemplate &each : templates) {
            // The sandbox serves MPIJob v1, its other version needs the other operator; torchtune fetches a model
            // first.
            if (running.contains(each.kind) && !each.text.contains("v2beta1"_L1) && !each.id.contains("torchtune"_L1))
                QTest::newRow(qPrintable(each.id)) << each.text;
        }
        for (const auto &[id, port] : {std::pair {"pytorchjob-ddp", "pytorchjob-port"},
                                       {"pytorchjob-elastic", "pytorchjob-port"},
                                       {"tfjob-ps", "tfjob-port"},
                                       {"xgboostjob", "xgboostjob-port"},
                                       {"jaxjob", "jaxjob-port"}}) {
            QString text = specTemplate(QString::fromLatin1(id)).text;
            text.replace(QRegularExpression(u"(\n +)(image: )"_s),
                         u"\\1ports: [{name: %1, containerPort: 12345}]\\1\\2"_s.arg(QString::fromLatin1(port)));
            QTest::newRow(qPrintable(QString::fromLatin1(id) + u" with a port of its own"_s)) << text;
        }
    }

    void theOperatorMakesWhatWasForetold()
    {
        QFETCH(QString, text);
        text = small(text);
        SchemaStore schemas;
        const SpecPreview preview = checkSpecText(text, schemas.lookup())->preview;
        QVERIFY(preview.podCount > 0 && preview.pods.size() == preview.podCount);
        const auto made = tests::kubectl({"-n", m_ns, "create", "-f", "-"}, text.toUtf8());
        QVERIFY2(made.exitCode == 0, made.err);
        const auto removed
            = qScopeGuard([&] { tests::kubectl({"-n", m_ns, "delete", "--wait=false", "-f", "-"}, text.toUtf8()); });

        QHash<QString, QJsonObject> real;
        const bool complete = QTest::qWaitFor(
            [&] {
                real = pods();
                return std::ranges::all_of(
                    preview.pods, [&real](const PreviewPod &pod) { return !realName(pod.name, real).isEmpty(); });
            },
            60'000);
        QVERIFY2(complete, qPrintable(QStringList(real.keys()).join(u' ')));
        QStringList faults;
        for (const PreviewPod &pod : preview.pods) {
            const QStringList lacking = missing(pod, real.value(realName(pod.name, real)), m_ns);
            if (!lacking.isEmpty())
                faults.append(pod.name + u" lacks "_s + lacking.join(u", "_s) + u" but has "_s
                              + environmentOf(real.value(realName(pod.name, real))).join(u", "_s));
        }
        QCOMPARE(real.size(), preview.podCount);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void cleanup()
    {
        QVERIFY(QTest::qWaitFor([this] { return pods().isEmpty(); }, 60'000));
    }
};

QTEST_GUILESS_MAIN(TestPreviewsCluster)
#include "tst_previews_cluster.moc"
