// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_jobs
#include "models/jobs/diagnosis.h"
#include "models/jobs/victims.h"

#include <QTest>

using namespace models;

/// Who of several ranks that failed was only left alone by another.
class TestVictims : public QObject
{
    Q_OBJECT

    static PodFacts pod(int index, int exitCode, int second)
    {
        const QDateTime end = QDateTime::fromString("2026-11-24T14:02:00Z", Qt::ISODate).addSecs(second);
        PodFacts facts;
        facts.uid = QString::number(index);
        facts.rank.pod = "job-worker-" + facts.uid;
        facts.rank.label = "worker-" + facts.uid;
        facts.rank.rank = index;
        ContainerState container;
        container.name = "pytorch";
        container.state = "terminated";
        container.reason = exitCode == 137 ? "OOMKilled" : "Error";
        container.exitCode = exitCode;
        container.finishedAt = end;
        facts.rank.containers = {container};
        return facts;
    }
    static QList<Rank> ranks(const QList<PodFacts> &pods)
    {
        QList<Rank> list;
        for (const PodFacts &one : pods)
            list.append(one.rank);
        return list;
    }
    static QList<LogLine> lines(const QByteArray &text) { return {{.source = 0, .number = 0, .text = text}}; }

private slots:
    void whoeverLostItsPeerIsAVictim()
    {
        const QList<PodFacts> pods {pod(0, 1, 4), pod(1, 1, 5), pod(2, 0, 5)};
        const auto victims = victimsOf(ranks(pods), [](const QString &name) {
            return lines(name == "job-worker-1"
                             ? "ValueError: batch 20"
                             : "RuntimeError: [gloo/pair.cc:534] Connection closed by peer [10.0.0.9]");
        });
        QCOMPARE(victims, QStringList {"job-worker-0"});
        JobSummary job;
        job.state.shape = StateShape::Failed;
        const auto told = diagnose(job, pods, {}, QDateTime::currentDateTimeUtc(), victims);
        QVERIFY2(told.sentence.startsWith("Rank 1 (worker-1) failed with exit code 1"), qPrintable(told.sentence));
        QVERIFY(told.sentence.endsWith("Rank 0 only followed."));
        QCOMPARE(told.pod, "job-worker-1");
        const auto byTime = diagnose(job, pods, {}, QDateTime::currentDateTimeUtc());
        QVERIFY(byTime.sentence.startsWith("Rank 0 (worker-0)"));
    }

    void whereAllLostTheirPeersTimeDecides()
    {
        QVERIFY(victimsOf(ranks({pod(0, 1, 4), pod(1, 1, 5)}), [](const QString &) {
                    return lines("Connection reset by peer");
                }).isEmpty());
    }

    void whoeverWasKilledHasAReasonOfItsOwn()
    {
        const auto victims
            = victimsOf(ranks({pod(0, 137, 5), pod(1, 1, 4)}), [](const QString &) { return lines("Broken pipe"); });
        QCOMPARE(victims, QStringList {"job-worker-1"});
    }

    void nobodyFailedNobodyIsAVictim()
    {
        QVERIFY(victimsOf(ranks({pod(0, 0, 5)}), [](const QString &) { return lines("Broken pipe"); }).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVictims)
#include "tst_victims.moc"
