// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_jobs k8s_core
#include "models/jobs/jobdetail.h"
#include "models/jobs/phases.h"
#include "models/kinds/kindtable.h"
#include "support/jobsamples.h"
#include "tests/support/sinks.h"

#include <QSignalSpy>
#include <QTest>

using namespace models;
using samples::condition;
using tests::upsert;

class TestJobDetail : public QObject
{
    Q_OBJECT

    static k8s::ObjectRef digits()
    {
        return {findKind("kubeflow.org", "PyTorchJob")->type(), "team-a", "digits-ddp", {}};
    }
    static QByteArray job(const QStringList &conditions)
    {
        return samples::pytorchJob("digits-ddp", conditions, R"({"Master":{"active":1},"Worker":{"active":2}})");
    }
    static QByteArray pod(const QString &type, int index, samples::Pod one = {})
    {
        one.name = QString("digits-ddp-%1-%2").arg(type).arg(index);
        one.type = type;
        one.index = index;
        return samples::pod(one);
    }

private slots:
    void whatHappensWithinOneSecondKeepsItsOrder()
    {
        const auto at = QDateTime::fromString("2026-11-26T13:39:00Z", Qt::ISODate);
        PodFacts pod;
        pod.rank.createdAt = at;
        const QList<PhaseMark> marks {{at, "Created"}, {at, "Running"}, {at.addSecs(30), "Succeeded"}};
        QStringList words;
        for (const JobPhase &phase : phasesOf({}, marks, {pod}))
            words.append(phase.word);
        QCOMPARE(words, QStringList({"Created", "Pending", "Running", "Succeeded"}));
    }
    void ranksComeInTheirOrderAndKeepTheirNumbers()
    {
        JobDetail detail;
        detail.prepare(digits());
        upsert(detail.jobSink(), job({condition("Created", true, "14:00:00")}));
        QTRY_VERIFY(detail.summary().createdAt.isValid());
        QSignalSpy ranks(&detail, &JobDetail::ranksChanged);
        upsert(detail.podSink(), pod("worker", 1, {.rank = "2"}));
        upsert(detail.podSink(), pod("master", 0, {.rank = "0"}));
        upsert(detail.podSink(), pod("worker", 0, {.rank = "1"}));
        QTRY_COMPARE(detail.ranks().size(), 3);
        QCOMPARE(ranks.count(), 1);
        QStringList labels;
        for (const auto &rank : detail.ranks())
            labels += QString("%1=%2").arg(rank.label).arg(rank.rank);
        QCOMPARE(labels, (QStringList {"master-0=0", "worker-0=1", "worker-1=2"}));
        QCOMPARE(detail.ranks().first().mainContainer, "pytorch"); // not the sidecar before it
        QCOMPARE(detail.ranks().first().phase, "Running");
        upsert(detail.podSink(), pod("worker", 0, {.rank = "1"}));
        QTest::qWait(50);
        QCOMPARE(ranks.count(), 1); // a heartbeat says nothing
    }

    void theSummaryFollowsTheObject()
    {
        JobDetail detail;
        detail.prepare(digits());
        QCOMPARE(detail.freshness(), Freshness::Loading);
        upsert(detail.jobSink(), job({condition("Created", true, "14:00:00"), condition("Running", true, "14:01:00")}));
        detail.jobSink()->stateChanged(k8s::WatchState::Live, {});
        QTRY_COMPARE(detail.summary().state.word, "Running");
        QCOMPARE(detail.freshness(), Freshness::Live);
        QCOMPARE(detail.summary().replicas, (JobReplicas {3, 3, 0}));
        QCOMPARE(detail.ref().uid, "uid-digits-ddp");
        QVERIFY(detail.summary().canSuspend);
        QVERIFY(!detail.summary().suspended);
        detail.jobSink()->stateChanged(k8s::WatchState::Stale, {.kind = k8s::Error::Kind::Unreachable});
        QTRY_COMPARE(detail.freshness(), Freshness::Stale);
        QCOMPARE(detail.summary().name, "digits-ddp");
    }

    void aJobThatIsNotThereIsAnError()
    {
        JobDetail detail;
        detail.prepare(digits());
        detail.jobSink()->beginReplace();
        detail.jobSink()->endReplace();
        detail.jobSink()->stateChanged(k8s::WatchState::Live, {});
        QTRY_COMPARE(detail.freshness(), Freshness::Failed);
        QCOMPARE(detail.error().kind, k8s::Error::Kind::NotFound);
    }

    void theTimelineRemembersWhatTheOperatorOverwrites()
    {
        JobDetail detail;
        detail.prepare(digits());
        upsert(detail.jobSink(), job({condition("Created", true, "14:00:00"), condition("Running", true, "14:01:00")}));
        QTRY_COMPARE(detail.phases().size(), 2);
        upsert(detail.jobSink(),
               job({condition("Created", true, "14:00:00"), condition("Restarting", true, "14:02:00")}));
        QTRY_COMPARE(detail.phases().size(), 3);
        upsert(detail.jobSink(),
               job({condition("Created", true, "14:00:00"), condition("Running", false, "14:03:00"),
                    condition("Succeeded", true, "14:05:00")}));
        QTRY_COMPARE(detail.phases().last().word, "Succeeded");
        QStringList words;
        for (const auto &phase : detail.phases())
            words += phase.word;
        QCOMPARE(words, (QStringList {"Created", "Running", "Restarting", "Running", "Succeeded"}));
        QCOMPARE(detail.phases().at(3).to, detail.phases().at(4).from);
    }

    void theFirstFailureIsTheStory()
    {
        JobDetail detail;
        detail.prepare(digits());
        upsert(detail.jobSink(),
               job({condition("Failed", true, "14:02:30", "PyTorchJobFailed", "1 Worker replica(s) failed.")}));
        upsert(detail.podSink(),
               pod("master", 0,
                   {.phase = "Failed", .containerState = samples::terminated(1, "Error", "14:02:20"), .rank = "0"}));
        upsert(detail.podSink(),
               pod("worker", 1,
                   {.phase = "Failed",
                    .containerState = samples::terminated(137, "OOMKilled", "14:02:11"),
                    .limits = R"({"memory":"100Mi"})",
                    .rank = "2"}));
        QTRY_COMPARE(detail.diagnosis().tone, Tone::Bad);
        QTRY_COMPARE(detail.diagnosis().pod, "digits-ddp-worker-1");
        const auto at = QDateTime::fromString("2026-11-24T14:02:11Z", Qt::ISODate).toLocalTime().toString("HH:mm:ss");
        QCOMPARE(
            detail.diagnosis().sentence,
            QString(
                "Rank 2 (worker-1) ran out of memory (limit 100Mi, exit 137, OOMKilled) at %1. Rank 0 only followed.")
                .arg(at));
        QVERIFY(detail.diagnosis().remedy.contains("limits.memory"));
    }

    void aRestartedRankIsAWarningNotAFailure()
    {
        JobDetail detail;
        detail.prepare(digits());
        upsert(detail.jobSink(), job({condition("Running", true, "14:01:00")}));
        upsert(
            detail.podSink(),
            pod("worker", 0, {.lastState = samples::terminated(1, "Error", "14:02:11"), .restarts = 2, .rank = "1"}));
        QTRY_COMPARE(detail.diagnosis().tone, Tone::Warning);
        QVERIFY(detail.diagnosis().sentence.contains("runs again"));
    }

    void pendingIsExplained_data()
    {
        QTest::addColumn<QByteArray>("pod");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("detail");
        QTest::newRow("no node") << pod(
            "worker", 0,
            {.phase = "Pending",
             .containerState = "{}",
             .conditions
             = R"({"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"0/1 nodes are available: 1 Insufficient nvidia.com/gpu."})",
             .rank = "1"}) << "waits for a node"
                                 << "0/1 nodes are available: 1 Insufficient nvidia.com/gpu.";
        QTest::newRow("no image") << pod(
            "worker", 0,
            {.phase = "Pending", .containerState = samples::waiting("ErrImagePull", "not found"), .rank = "1"})
                                  << "cannot get its image registry.example/pytorch:1 (ErrImagePull)" << "not found";
        QTest::newRow("no secret") << pod(
            "worker", 0,
            {.phase = "Pending",
             .containerState = samples::waiting("CreateContainerConfigError", "secret \\\"x\\\" not found"),
             .rank = "1"}) << "cannot be started (CreateContainerConfigError)"
                                   << "secret \"x\" not found";
        QTest::newRow("init") << pod(
            "worker", 0,
            {.phase = "Pending",
             .containerState = samples::waiting("PodInitializing"),
             .initStatuses = R"([{"name":"init-pytorch","state":{"running":{"startedAt":"2026-11-01T14:00:00Z"}}}])",
             .rank = "1"}) << "still waits for its init container init-pytorch"
                              << "";
    }
    void pendingIsExplained()
    {
        QFETCH(QByteArray, pod);
        QFETCH(QString, says);
        JobDetail detail;
        detail.prepare(digits());
        upsert(detail.jobSink(), job({condition("Created", true, "14:00:00")}));
        upsert(detail.podSink(), pod);
        QTRY_VERIFY2(detail.diagnosis().sentence.contains(says), qPrintable(detail.diagnosis().sentence));
        QTEST(detail.diagnosis().detail, "detail");
        QVERIFY(!detail.diagnosis().remedy.isEmpty());
    }

    void anOperatorThatCannotMakePodsIsHeard()
    {
        JobDetail detail;
        detail.prepare(digits());
        upsert(detail.jobSink(), job({condition("Created", true, "14:00:00")}));
        upsert(detail.eventSink(),
               samples::event("e1", "PyTorchJob", "digits-ddp", "Warning", "FailedCreatePod", "exceeded quota"));
        upsert(detail.eventSink(), samples::event("e2", "Pod", "other-job-0", "Warning", "Failed", "not ours"));
        QTRY_COMPARE(detail.diagnosis().detail, "exceeded quota");
        QCOMPARE(detail.events().rowCount(), 1);
    }

    void podsOfAnEarlierJobOfTheSameNameAreNotShown()
    {
        JobDetail detail;
        detail.prepare(digits());
        QByteArray old = pod("worker", 0);
        old.replace("creationTimestamp\":\"2026-11-24T14:00:05Z", "creationTimestamp\":\"2026-11-24T13:59:01Z");
        upsert(detail.podSink(), old);
        upsert(detail.podSink(), pod("master", 0));
        upsert(detail.jobSink(), job({condition("Running", true, "14:01:00")}));
        QTRY_COMPARE(detail.ranks().size(), 1);
        QCOMPARE(detail.ranks().first().label, QString("master-0"));
    }

    void aDeletedJobKeepsWhatIsKnown()
    {
        JobDetail detail;
        detail.prepare(digits());
        upsert(detail.jobSink(), job({condition("Running", true, "14:01:00")}));
        upsert(detail.podSink(), pod("master", 0));
        QTRY_COMPARE(detail.ranks().size(), 1);
        QSignalSpy gone(&detail, &JobDetail::gone);
        detail.jobSink()->remove("uid-digits-ddp");
        QTRY_COMPARE(gone.count(), 1);
        detail.podSink()->remove("uid-digits-ddp-master-0");
        QTest::qWait(50);
        QCOMPARE(detail.ranks().size(), 1);
        QVERIFY(detail.isGone());
        QVERIFY(detail.diagnosis().isEmpty());
    }

    void aJobMadeAnewUnderTheSameNameIsAnotherJob()
    {
        JobDetail detail;
        detail.prepare(digits());
        upsert(detail.jobSink(), job({condition("Succeeded", true, "14:01:00")}));
        upsert(detail.podSink(), pod("master", 0));
        QTRY_COMPARE(detail.ranks().size(), 1);
        QSignalSpy gone(&detail, &JobDetail::gone);
        QByteArray next = job({condition("Running", true, "15:01:00")});
        next.replace("uid-digits-ddp", "uid-the-next");
        next.replace("creationTimestamp\":\"2026-11-24T14:00:00Z", "creationTimestamp\":\"2026-11-24T15:00:00Z");
        QVERIFY(next.contains("15:00:00Z"));
        QByteArray worker = pod("worker", 0);
        worker.replace("creationTimestamp\":\"2026-11-24T14:00:05Z", "creationTimestamp\":\"2026-11-24T15:00:01Z");
        QVERIFY(worker.contains("15:00:01Z"));
        upsert(detail.jobSink(), next);
        upsert(detail.podSink(), worker);
        QTRY_COMPARE(gone.count(), 1);
        detail.jobSink()->remove("uid-digits-ddp");
        detail.podSink()->remove("uid-digits-ddp-master-0");
        QTest::qWait(50);
        QCOMPARE(gone.count(), 1);
        QVERIFY(detail.isGone());
        QCOMPARE(detail.summary().uid, "uid-digits-ddp");
        QCOMPARE(detail.summary().state.shape, StateShape::Succeeded);
        QCOMPARE(detail.ranks().size(), 1);
        QCOMPARE(detail.ranks().first().label, QString("master-0"));
    }

    void theYamlHidesWhatNobodyReads()
    {
        JobDetail detail;
        detail.prepare(digits());
        upsert(detail.jobSink(),
               job({condition("Failed", true, "14:02:30", "PyTorchJobFailed", "line one\\nline: two")}));
        QTRY_VERIFY(!detail.yaml().isEmpty());
        const QString yaml = detail.yaml();
        QVERIFY(yaml.startsWith("apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nmetadata:\n  name: digits-ddp\n"));
        QVERIFY(!yaml.contains("managedFields"));
        QVERIFY(!yaml.contains("last-applied"));
        QVERIFY(yaml.contains("    note: \"yes\"\n"));
        QVERIFY2(yaml.contains("    message: |-\n      line one\n      line: two\n"), qPrintable(yaml));
        QVERIFY(yaml.contains("          - name: pytorch\n            image: registry.example/pytorch:1\n"));
        QVERIFY(yaml.contains("            - \"-u\"\n") || yaml.contains("            - -u\n"));
        QVERIFY(yaml.contains("creationTimestamp: \"2026-11-24T14:00:00Z\"\n"));
        QVERIFY(!detail.manifest().contains("status:"));
        QVERIFY(!detail.manifest().contains("uid"));
    }
};

QTEST_GUILESS_MAIN(TestJobDetail)
#include "tst_jobdetail.moc"
