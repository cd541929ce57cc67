// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_jobs k8s_config k8s_net tests_support
// label: cluster
// timeout: 240
#include "k8s/api/apiclient.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "models/jobs/jobdetail.h"
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "tests/support/kubectl.h"
#include "tests/support/seriesvalues.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

/// The main job, without a screen: a real PyTorchJob trains in the sandbox, and what Pilothouse draws is what the pods
/// wrote.
class TestCurveCluster : public QObject
{
    Q_OBJECT

    const QString m_ns = "curve-test";

    /// The numbers after `name=` in a pod's log, as kubectl prints it.
    static QList<float> numbersInLog(const QString &ns, const QString &pod, const QString &name)
    {
        const auto log = tests::kubectl({"logs", "-n", ns, pod});
        QList<float> numbers;
        static const QRegularExpression line("^epoch=.*$", QRegularExpression::MultilineOption);
        const QRegularExpression number("(?:^| )" + name + "=([-+0-9.e]+)");
        const QString text = QString::fromUtf8(log.out);
        for (auto match = line.globalMatch(text); match.hasNext();) {
            const auto found = number.match(match.next().captured());
            if (found.hasMatch())
                numbers.append(found.captured(1).toFloat());
        }
        return numbers;
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY2(!tests::kubectlPath().isEmpty(), "the sandbox's kubectl is missing");
        tests::kubectl({"delete", "namespace", m_ns, "--ignore-not-found", "--wait"}, {}, 120000);
        QCOMPARE(tests::kubectl({"create", "namespace", m_ns}).exitCode, 0);
    }

    void cleanupTestCase() { tests::kubectl({"delete", "namespace", m_ns, "--wait=false"}); }

    void theCurveOfARealJobEqualsItsLog()
    {
        const auto config = k8s::Kubeconfig::load({qEnvironmentVariable("KUBECONFIG")});
        QVERIFY(config);
        const auto context = config->resolve();
        QVERIFY(context);
        k8s::NetThread net;
        k8s::ApiClient client(net, *context);

        models::JobMetrics metrics;
        models::JobLogs logs(client);
        logs.setTap(metrics.tap());
        models::JobDetail detail;
        connect(&detail, &models::JobDetail::ranksChanged, &logs, [&] { logs.setRanks(detail.ranks()); });

        const auto applied
            = tests::kubectl({"apply", "-n", m_ns, "-f", SOURCE_DIR "/resources/examples/digits-ddp.yaml"});
        QVERIFY2(applied.exitCode == 0, applied.err.constData());
        const k8s::ResourceType type {"kubeflow.org", "v1", "pytorchjobs", "PyTorchJob", true};
        detail.watch(client, {type, m_ns, "digits-ddp", {}});

        QTRY_COMPARE_WITH_TIMEOUT(detail.ranks().size(), 3, 30000);
        QTRY_VERIFY2_WITH_TIMEOUT(metrics.figures().loss.has_value(), "no loss was drawn while the job ran", 60000);
        QTRY_COMPARE_WITH_TIMEOUT(detail.summary().state.word, QString("Succeeded"), 150000);
        QTRY_VERIFY_WITH_TIMEOUT(!logs.isLive(), 20000);
        logs.drain();
        metrics.flush();

        for (const QString &name : QStringList {"loss", "accuracy"}) {
            const auto curves = metrics.series(name);
            QCOMPARE(curves.size(), 3);
            for (const auto *curve : curves) {
                const QList<float> wanted = numbersInLog(m_ns, "digits-ddp-" + curve->label, name);
                QVERIFY(wanted.size() > 20);
                QCOMPARE(tests::valuesOf(curve->series).first(wanted.size()), wanted);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCurveCluster)
#include "tst_curve_cluster.moc"
