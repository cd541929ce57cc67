// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_control models_convert tests_support
// label: cluster
// timeout: 240
#include "app/control/launchcontroller.h"
#include "k8s/config/kubeconfig.h"
#include "k8s/net/netthread.h"
#include "models/spec/convert/conversion.h"
#include "tests/support/kubectl.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

/// What the converters write, asked of the sandbox's API server: strict dry run with the Trainer's and the Training
/// Operator's own webhooks.
class TestConvertCluster : public QObject
{
    Q_OBJECT

    const QString m_ns = "convert-test";

private slots:
    void initTestCase()
    {
        QVERIFY2(!tests::kubectlPath().isEmpty(), "the sandbox's kubectl is not there");
        tests::kubectl({"create", "namespace", m_ns});
        QCOMPARE(tests::kubectl({"get", "namespace", m_ns}).exitCode, 0);
    }

    void cleanupTestCase() { tests::kubectl({"delete", "namespace", m_ns, "--wait=false"}); }

    void theServerTakesEveryResult_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(SOURCE_DIR "/tests/data/convert");
        const QStringList files
            = folder.entryList({"*.yaml", "*.yml", "*.json", "*.libsonnet"}, QDir::Files, QDir::Name);
        QVERIFY(files.size() > 20);
        for (const QString &name : files) {
            if (!name.contains(".refused."))
                QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }

    void theServerTakesEveryResult()
    {
        QFETCH(QString, file);
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const auto conversion = models::convertSpec(source.readAll());
        QVERIFY(conversion);
        QString text = conversion->text;
        text.remove(QRegularExpression("^  namespace: .*\n", QRegularExpression::MultilineOption));
        const QStringList documents = text.split("\n---\n");
        for (const QString &document : documents) {
            // A TrainJob's webhook looks for its runtime, so that one is made, not only tried.
            const bool runtime = document.contains("\nkind: TrainingRuntime\n");
            QStringList arguments {"-n", m_ns, "create", "--validate=strict", "-f", "-"};
            if (!runtime)
                arguments.append("--dry-run=server");
            tests::KubectlAnswer answer;
            // The webhook asks its operator's cache, which may be behind: up to a minute where the API server was away.
            const auto settled = [&] {
                answer = tests::kubectl(arguments, document.toUtf8());
                return answer.exitCode == 0 || !answer.err.contains("must be created before");
            };
            const bool known = QTest::qWaitFor(settled, 90000);
            QVERIFY2(known && answer.exitCode == 0, answer.err + "\n" + document.toUtf8());
        }
    }

    /// A runtime and the job that needs it are one text: no dry run can know the second, and its webhook learns of the
    /// first with a delay.
    void aResultWithARuntimeOfItsOwnIsLaunchedWhole()
    {
        QFile source(SOURCE_DIR "/tests/data/convert/mpijob-v2.yaml");
        QVERIFY(source.open(QIODevice::ReadOnly));
        const auto conversion = models::convertSpec(source.readAll());
        QVERIFY(conversion && conversion->text.contains("\nkind: TrainingRuntime\n"));
        QString text = conversion->text;
        text.remove(QRegularExpression("^  namespace: .*\n", QRegularExpression::MultilineOption));
        const QString ns = m_ns + "-whole";
        tests::kubectl({"create", "namespace", ns});
        const auto config = k8s::Kubeconfig::load({qEnvironmentVariable("KUBECONFIG")});
        QVERIFY(config);
        k8s::NetThread net;
        k8s::ApiClient client(net, *config->resolve());
        app::LaunchController controller(client);
        controller.setNamespace(ns);
        QSignalSpy passed(&controller, &app::LaunchController::dryRunPassed);
        QSignalSpy launched(&controller, &app::LaunchController::launched);
        QSignalSpy failed(&controller, &app::LaunchController::failed);
        const auto why = [&failed] { return qPrintable(failed.value(0).value(0).value<k8s::Error>().message); };

        controller.dryRun(text);
        QTRY_COMPARE_WITH_TIMEOUT(passed.size() + failed.size(), 1, 20000);
        QVERIFY2(failed.isEmpty(), why());
        QCOMPARE(passed.first().at(1).toStringList().size(), 1);
        controller.launch(text);
        QTRY_COMPARE_WITH_TIMEOUT(launched.size() + failed.size(), 1, 90000);
        QVERIFY2(failed.isEmpty(), why());
        QCOMPARE(launched.first().first().value<k8s::ObjectRef>().name, "pi");
        QCOMPARE(tests::kubectl({"-n", ns, "get", "trainjob", "pi"}).exitCode, 0);
        tests::kubectl({"delete", "namespace", ns, "--wait=false"});
    }
};

QTEST_GUILESS_MAIN(TestConvertCluster)
#include "tst_convert_cluster.moc"
