// SPDX-License-Identifier: GPL-3.0-or-later
// links: sandbox_core
// label: cluster
// timeout: 300
#include "sandbox/core/layout.h"
#include "sandbox/core/runstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sandbox;

/// The samples do on the sandbox what they say: they train, or they fail in the way they are there for.
class TestSamplesCluster : public QObject
{
    Q_OBJECT

private:
    struct Output
    {
        int code;
        QByteArray text;
    };

    Output kubectl(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(m_kubectl, QStringList {u"--kubeconfig"_s, m_kubeconfig, u"-n"_s, m_space} + arguments);
        process.waitForFinished(60'000);
        return {.code = process.exitCode(), .text = process.readAll()};
    }

    QJsonObject get(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(kubectl(QStringList {u"get"_s, u"-o"_s, u"json"_s} + arguments).text).object();
    }

    /// The types of the job's conditions that are true.
    QStringList conditions(const QString &resource, const QString &name) const
    {
        QStringList types;
        for (const auto &value : get({resource, name})["status"_L1].toObject()["conditions"_L1].toArray()) {
            if (value.toObject()["status"_L1].toString() == "True"_L1)
                types.append(value.toObject()["type"_L1].toString());
        }
        return types;
    }

    /// What the first container of a pod says of itself: the state's object, under "terminated" or "waiting".
    QJsonObject containerState(const QString &pod) const
    {
        return get({u"pod"_s, pod})["status"_L1]
            .toObject()["containerStatuses"_L1]
            .toArray()
            .first()
            .toObject()["state"_L1]
            .toObject();
    }

    void apply(const QString &file) const
    {
        const Output applied = kubectl({u"apply"_s, u"-f"_s, QStringLiteral(SOURCE_DIR "/resources/examples/") + file});
        QVERIFY2(applied.code == 0, applied.text.constData());
    }

    QString m_kubectl;
    QString m_kubeconfig;
    const QString m_space = u"test-samples"_s;

private slots:
    void initTestCase()
    {
        const Layout layout(qEnvironmentVariable("PILOTHOUSE_SANDBOX_STATE"));
        const auto run = readRunState(layout);
        if (!run)
            QSKIP("The sandbox is not up");
        m_kubectl = run->components + u"/kubectl"_s;
        m_kubeconfig = layout.kubeconfig();
        kubectl({u"create"_s, u"namespace"_s, m_space});
    }

    void cleanupTestCase()
    {
        if (!m_kubectl.isEmpty())
            kubectl({u"delete"_s, u"namespace"_s, m_space, u"--wait=false"_s});
    }

    void thePyTorchJobLearnsToReadDigits()
    {
        apply(u"digits-ddp.yaml"_s);
        QTRY_VERIFY_WITH_TIMEOUT(conditions(u"pytorchjob"_s, u"digits-ddp"_s).contains(u"Succeeded"_s), 120'000);
        static const QRegularExpression metric(
            u"^epoch=\\d+ step=\\d+ loss=\\d+\\.\\d+ accuracy=\\d\\.\\d+ lr=\\d\\.\\d+ samples/s=\\d+$"_s,
            QRegularExpression::MultilineOption);
        for (const QString &pod : {u"digits-ddp-master-0"_s, u"digits-ddp-worker-0"_s, u"digits-ddp-worker-1"_s}) {
            const QString log = QString::fromUtf8(kubectl({u"logs"_s, pod, u"-c"_s, u"pytorch"_s}).text);
            QVERIFY2(log.count(metric) > 50, qPrintable(log.left(2000)));
            const auto final = QRegularExpression(u"final accuracy=(\\S+)"_s).match(log);
            QVERIFY2(final.captured(1).toDouble() > 0.95, qPrintable(log.right(500)));
        }
    }

    void theTrainJobLearnsTheSame()
    {
        apply(u"digits-trainjob.yaml"_s);
        QTRY_VERIFY_WITH_TIMEOUT(conditions(u"trainjob"_s, u"digits-trainjob"_s).contains(u"Complete"_s), 120'000);
        const QByteArray log
            = kubectl({u"logs"_s, u"-l"_s, u"jobset.sigs.k8s.io/jobset-name=digits-trainjob"_s, u"--tail=1"_s}).text;
        QCOMPARE(log.count("final accuracy="), 2);
    }

    void outOfMemoryIsOomKilled()
    {
        apply(u"failures/out-of-memory.yaml"_s);
        QTRY_VERIFY_WITH_TIMEOUT(conditions(u"pytorchjob"_s, u"out-of-memory"_s).contains(u"Failed"_s), 60'000);
        const QJsonObject ended = containerState(u"out-of-memory-master-0"_s)["terminated"_L1].toObject();
        QCOMPARE(ended["reason"_L1].toString(), u"OOMKilled"_s);
        QCOMPARE(ended["exitCode"_L1].toInt(), 137);
    }

    void aRankThatCrashesSaysWhy()
    {
        apply(u"failures/crash-rank-1.yaml"_s);
        QTRY_VERIFY_WITH_TIMEOUT(conditions(u"pytorchjob"_s, u"crash-rank-1"_s).contains(u"Failed"_s), 60'000);
        QTRY_VERIFY(kubectl({u"logs"_s, u"crash-rank-1-worker-0"_s, u"-c"_s, u"pytorch"_s})
                        .text.contains("ValueError: batch 20"));
    }

    void aMissingImageIsNamed()
    {
        apply(u"failures/missing-image.yaml"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            containerState(u"missing-image-master-0"_s)["waiting"_L1].toObject()["reason"_L1].toString().contains(
                "Pull"_L1),
            60'000);
    }

    void tooManyGpusStayPendingWithTheSchedulersWords()
    {
        apply(u"failures/unschedulable-gpus.yaml"_s);
        const auto words = [this] {
            const QJsonArray all
                = get({u"pod"_s, u"unschedulable-gpus-master-0"_s})["status"_L1].toObject()["conditions"_L1].toArray();
            return QString::fromUtf8(QJsonDocument(all).toJson());
        };
        QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"Insufficient nvidia.com/gpu"_s), 30'000);
    }

    void aWrongContainerNameIsRefusedByTheWebhook()
    {
        const Output refused = kubectl(
            {u"apply"_s, u"-f"_s, QStringLiteral(SOURCE_DIR "/resources/examples/failures/wrong-container-name.yaml")});
        QVERIFY(refused.code != 0);
        QVERIFY2(refused.text.contains("must have at least one container with name pytorch"), refused.text.constData());
    }

    void aPrivilegedPodIsRefused()
    {
        const QString overrides
            = uR"({"spec":{"containers":[{"name":"a","image":"localhost/pilothouse/pytorch:1","securityContext":{"privileged":true}}]}})"_s;
        const Output refused
            = kubectl({u"run"_s, u"a"_s, u"--image=localhost/pilothouse/pytorch:1"_s, u"--overrides="_s + overrides});
        QVERIFY(refused.code != 0);
        QVERIFY2(refused.text.contains("violates PodSecurity"), refused.text.constData());
    }
};

QTEST_GUILESS_MAIN(TestSamplesCluster)
#include "tst_samples_cluster.moc"
