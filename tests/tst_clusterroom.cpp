// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_spec
#include "models/spec/clusterroom.h"

#include <QTest>

using namespace models;

/// What a spec asks for against what the cluster has left.
class TestClusterRoom : public QObject
{
    Q_OBJECT

    static SpecPreview threePods()
    {
        SpecPreview preview {
            .pods = {}, .podCount = 3, .others = {}, .cpu = 3, .memory = 6e9, .gpus = 0, .ns = {}, .consequences = {}};
        for (int i = 0; i < 3; ++i)
            preview.pods.append({.name = QString("train-worker-%1").arg(i),
                                 .role = {},
                                 .host = {},
                                 .image = "pytorch/pytorch:2.9.0",
                                 .environment = {},
                                 .cpu = 1,
                                 .memory = 2e9,
                                 .gpuResource = {}});
        return preview;
    }
    static ClusterRoom roomy()
    {
        return {.cpu = 8, .memory = 32e9, .largestCpu = 4, .largestMemory = 16e9, .ns = {}, .quotas = {}, .images = {}};
    }
    static QStringList told(const SpecPreview &preview, const ClusterRoom &room)
    {
        QStringList lines;
        const QList<RoomSentence> sentences = roomFor(preview, room);
        for (const RoomSentence &sentence : sentences)
            lines += (sentence.fits ? "+ " : "- ") + sentence.text;
        return lines;
    }

private slots:
    void whatIsNotKnownIsNotTold()
    {
        QCOMPARE(told(threePods(), {}), QStringList());
        QCOMPARE(told({}, roomy()), QStringList());
    }

    void whatFitsIsToldWithWhatIsFree()
    {
        QCOMPARE(told(threePods(), roomy()), QStringList {"+ 8 CPU, 29.8 GiB are free."});
    }

    void moreThanIsFreeIsTold()
    {
        ClusterRoom room = roomy();
        room.cpu = 1.5;
        QCOMPARE(told(threePods(), room), QStringList {"- Only 1.5 CPU, 29.8 GiB are free: some pods will wait."});
    }

    void aPodThatFitsOnNoNodeIsNamed()
    {
        ClusterRoom room = roomy();
        room.largestCpu = 0.5;
        QCOMPARE(told(threePods(), room),
                 QStringList {"- 8 CPU, 29.8 GiB are free, but no node has 1 CPU, 1.9 GiB for train-worker-0."});
    }

    void gpusAreCounted()
    {
        ClusterRoom room = roomy();
        room.gpus = 1;
        room.allGpus = 8;
        SpecPreview preview = threePods();
        QCOMPARE(told(preview, room).size(), 1); // it asks for none
        preview.gpus = 3;
        QCOMPARE(told(preview, room).first(), "- 1 of 8 GPUs are free.");
        preview.gpus = 1;
        QCOMPARE(told(preview, room).first(), "+ 1 of 8 GPUs are free.");
    }

    void aQuotaSaysWhatItLeaves()
    {
        ClusterRoom room = roomy();
        room.quotas = quotasOf(R"({"kind":"ResourceQuotaList","items":[
            {"metadata":{"name":"small"},"status":{"hard":{"requests.cpu":"4","pods":"10","requests.memory":"64Gi",
             "services":"3"},"used":{"requests.cpu":"2500m","pods":"2","requests.memory":"1Gi","services":"3"}}},
            {"metadata":{"name":"fresh"},"spec":{"hard":{"pods":"1"}}}]})");
        QCOMPARE(room.quotas.size(), 4); // what has no status counts nothing yet
        const QStringList lines = told(threePods(), room);
        QCOMPARE(lines.last(), "- The quota small leaves 1.5 of 4 of requests.cpu: pods will be refused.");
        room.quotas[0].used = 0;
        for (QuotaShare &share : room.quotas)
            share.used = 0;
        QCOMPARE(told(threePods(), room).last(), "+ Within the quota small.");
        QCOMPARE(quotasOf("no JSON"), QList<QuotaShare>());
        QCOMPARE(quotasOf(R"({"items":[{"status":{"hard":{"pods":7,"cpu":"much"}}}]})"), QList<QuotaShare>());
    }

    void aQuotaOfOtherPodsIsNone()
    {
        QCOMPARE(quotasOf(R"({"items":[{"spec":{"scopes":["BestEffort"]},"status":{"hard":{"pods":"1"}}},
                              {"spec":{"scopeSelector":{"matchExpressions":[]}},"status":{"hard":{"pods":"1"}}}]})"),
                 QList<QuotaShare>());
        ClusterRoom room = roomy();
        room.ns = "team-a";
        room.quotas = {{"full", "pods", 10, 10}, {"gpus", "requests.amd.com/gpu", 1, 1}};
        SpecPreview preview = threePods();
        QVERIFY(told(preview, room).last().startsWith("- The quota full leaves 0 of 10 of pods"));
        preview.ns = "elsewhere";
        QCOMPARE(told(preview, room).size(), 1);
        preview.ns = "team-a";
        QCOMPARE(told(preview, room).size(), 2);
        room.quotas.removeFirst();
        for (PreviewPod &pod : preview.pods) {
            pod.gpus = 1;
            pod.gpuResource = "nvidia.com/gpu"; // the quota counts others
        }
        preview.gpus = 3;
        QCOMPARE(told(preview, room).size(), 1);
        room.quotas[0].resource = "requests.nvidia.com/gpu";
        QCOMPARE(told(preview, room).size(), 2);
    }

    void largeAmountsAreWrittenOut()
    {
        ClusterRoom room = roomy();
        room.cpu = 12345.678;
        QCOMPARE(told(threePods(), room), QStringList {"+ 12345.68 CPU, 29.8 GiB are free."});
        room.quotas = {{"large", "pods", 20'000, 19'999}};
        QVERIFY(told(threePods(), room).last().startsWith("- The quota large leaves 1 of 20000 of pods"));
    }

    void anImageThatTheSandboxLacksIsTold()
    {
        ClusterRoom room = roomy();
        room.images = imagesOf(R"({"items":[{"status":{"images":[
            {"names":["localhost/pilothouse/pytorch:1"]},{"names":["registry.example.com/pause:3.10.1"]}]}},
            {"status":{"images":[{"names":["localhost/pilothouse/pytorch:1"]}]}}]})");
        QCOMPARE(room.images.size(), 2);
        const QString line = told(threePods(), room).last();
        QVERIFY(line.startsWith("- The sandbox does not have the image pytorch/pytorch:2.9.0."));
        QVERIFY(line.contains("localhost/pilothouse/pytorch:1") && !line.contains("pause"));
        SpecPreview own = threePods();
        for (PreviewPod &pod : own.pods)
            pod.image = "localhost/pilothouse/pytorch:1";
        QCOMPARE(told(own, room).size(), 1);
        // As the container runtime writes it.
        const std::pair<const char *, const char *> same[] {
            {"pytorch/pytorch:2.9.0", "docker.io/pytorch/pytorch:2.9.0"},
            {"busybox", "docker.io/library/busybox:latest"},
            {"docker.io/busybox", "docker.io/library/busybox:latest"},
            {"pytorch/pytorch:2.9.0@sha256:00ff", "docker.io/pytorch/pytorch@sha256:00ff"},
            {"localhost:5000/a/b:1", "localhost:5000/a/b:1"},
        };
        for (const auto &[written, real] : same) {
            room.images = {QString::fromLatin1(real)};
            SpecPreview preview = threePods();
            for (PreviewPod &pod : preview.pods)
                pod.image = QString::fromLatin1(written);
            QVERIFY2(told(preview, room).size() == 1, written);
        }
    }
};

QTEST_GUILESS_MAIN(TestClusterRoom)
#include "tst_clusterroom.moc"
