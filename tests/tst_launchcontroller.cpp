// SPDX-License-Identifier: GPL-3.0-or-later
// links: app_control tests_support
#include "app/control/launchcontroller.h"
#include "app/control/launchplan.h"
#include "k8s/net/netthread.h"
#include "tests/support/scriptedapi.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace tests;

/// Launching against a server that answers as told.
class TestLaunchController : public QObject
{
    Q_OBJECT

    k8s::NetThread m_net;
    /// As the converter of MPIJobs writes it: the job and, after it, the runtime that it needs.
    const QString m_text = R"(apiVersion: trainer.kubeflow.org/v1alpha1
kind: TrainJob
metadata: {name: pi}
spec: {runtimeRef: {name: pi-mpi, kind: TrainingRuntime}}
---
apiVersion: trainer.kubeflow.org/v1alpha1
kind: TrainingRuntime
metadata: {name: pi-mpi}
)";
    static constexpr auto jobs = "/apis/trainer.kubeflow.org/v1alpha1/namespaces/team-a/trainjobs";
    static constexpr auto runtimes = "/apis/trainer.kubeflow.org/v1alpha1/namespaces/team-a/trainingruntimes";

    static Answer made(const Received &request)
    {
        QJsonObject object = QJsonDocument::fromJson(request.body).object();
        QJsonObject metadata = object.value("metadata").toObject();
        metadata.insert("uid", "u-1");
        object.insert("metadata", metadata);
        return Answer::json(QJsonDocument(object).toJson(), 201);
    }
    /// Word for word what Trainer v2.3 answers.
    static Answer missing(const QByteArray &runtime)
    {
        return Answer::failure(403, "Forbidden",
                               "admission webhook \"validator.trainjob.trainer.kubeflow.org\" denied the request: "
                               "spec.runtimeRef: Invalid value: {}: TrainingRuntime.trainer.kubeflow.org \""
                                   + runtime
                                   + "\" not found: specified trainingRuntime must be created before the TrainJob is "
                                     "created");
    }

    struct Run : ScriptedApi
    {
        LaunchController controller {client};

        explicit Run(k8s::NetThread &net)
            : ScriptedApi(
                  net,
                  {{"trainer.kubeflow.org", "v1alpha1", {"trainjobs TrainJob", "trainingruntimes TrainingRuntime"}}})
        {
            controller.setNamespace("team-a");
            server.on("POST", runtimes, made);
        }
    };

private slots:
    void aJobIsLaunchedWithTheRuntimeThatTheSameTextMakes()
    {
        Run run(m_net);
        int real = 0; // the operator's cache is behind: it knows the runtime at the third time of asking
        run.server.on("POST", jobs, [&real](const Received &request) {
            return request.parameter("dryRun").isEmpty() && ++real > 2 ? made(request) : missing("pi-mpi");
        });
        QSignalSpy launched(&run.controller, &LaunchController::launched);
        QSignalSpy failed(&run.controller, &LaunchController::failed);
        QSignalSpy progress(&run.controller, &LaunchController::progress);
        run.controller.launch(m_text);
        QTRY_COMPARE_WITH_TIMEOUT(launched.size() + failed.size(), 1, 10000);
        QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).value<k8s::Error>().message));
        QCOMPARE(launched.first().first().value<k8s::ObjectRef>().name, "pi");
        QCOMPARE(real, 3);
        QVERIFY(progress.contains(QVariantList {"Waiting until the cluster knows TrainingRuntime pi-mpi…"}));
        QVERIFY(launched.first().at(1).toStringList().isEmpty());
    }

    void aDryRunSaysWhatItCannotTryYet()
    {
        Run run(m_net);
        run.server.on("POST", jobs, missing("pi-mpi"));
        QSignalSpy passed(&run.controller, &LaunchController::dryRunPassed);
        run.controller.dryRun(m_text);
        QTRY_COMPARE(passed.size(), 1);
        QCOMPARE(passed.first().first().toInt(), 1);
        QCOMPARE(passed.first().at(1).toStringList(),
                 QStringList {"TrainJob pi can only be tried when TrainingRuntime pi-mpi has been made."});
    }

    void aRuntimeThatNobodyMakesIsAnErrorAtItsJob()
    {
        Run run(m_net);
        run.server.on("POST", jobs, missing("elsewhere"));
        QSignalSpy failed(&run.controller, &LaunchController::failed);
        run.controller.launch(m_text);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(1).toInt(), 0);
        QVERIFY(failed.first().first().value<k8s::Error>().message.contains("elsewhere"));
        QCOMPARE(run.server.count("POST", jobs), 1); // the dry run: nothing was made
    }

    void cancellingEndsTheWait()
    {
        Run run(m_net);
        run.server.on("POST", jobs, missing("pi-mpi"));
        QSignalSpy launched(&run.controller, &LaunchController::launched);
        QSignalSpy failed(&run.controller, &LaunchController::failed);
        run.controller.launch(m_text);
        QTRY_VERIFY(run.server.count("POST", jobs) > 2);
        run.controller.cancel();
        QVERIFY(!run.controller.isBusy());
        QCOMPARE(launched.size() + failed.size(), 0);
    }

    void theWaitEndsAfterAMinute()
    {
        std::chrono::milliseconds all {0};
        int number = 1;
        for (; pauseBeforeTry(number); ++number)
            all += *pauseBeforeTry(number);
        QVERIFY(all > std::chrono::seconds(55) && all < std::chrono::seconds(65));
        QVERIFY(!pauseBeforeTry(number + 100));
    }
};

QTEST_GUILESS_MAIN(TestLaunchController)
#include "tst_launchcontroller.moc"
