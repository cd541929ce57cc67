// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_metrics k8s_api tests_support
// Event files inside a pod: the script runs in a real shell behind a server that speaks the channel protocol.
#include "k8s/api/apiclient.h"
#include "k8s/net/netthread.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/podevents.h"
#include "tests/support/channelframes.h"
#include "tests/support/scriptedserver.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace models;
using tests::Answer;
using tests::Received;
using tests::ScriptedServer;

class TestPodEvents : public QObject
{
    Q_OBJECT

    static constexpr auto data = SOURCE_DIR "/tests/data/tfevents";
    static constexpr auto eventName = "events.out.tfevents.1795000000.host.1.0";
    k8s::NetThread m_net;

    static k8s::ClusterContext contextOf(const ScriptedServer &server)
    {
        k8s::ClusterContext context;
        context.server = server.url();
        return context;
    }
    /// Runs what it is asked to run, as a kubelet would.
    static void serve(ScriptedServer &server)
    {
        server.on("GET", "/api/v1/namespaces/team-a/pods/p-0/exec", [](const Received &request) {
            using namespace tests::channels;
            QStringList command = request.query.allQueryItemValues("command", QUrl::FullyDecoded);
            QProcess process;
            const QString program = command.takeFirst();
            process.start(program, command);
            process.waitForFinished();
            return Answer::nothing()
                .raw(switching(request))
                .raw(message(1, process.readAllStandardOutput()))
                .raw(message(2, process.readAllStandardError()))
                .raw(process.exitCode() == 0 ? success() : failure(process.exitCode()))
                .close();
        });
    }
    static QByteArray fixture()
    {
        QFile file(
            QString("%1/%2/%3").arg(data, QDir(data).entryList(QDir::Dirs | QDir::NoDotAndDotDot).first(), eventName));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void append(const QString &name, const QByteArray &bytes)
    {
        QFile file(name);
        QVERIFY(QDir().mkpath(QFileInfo(name).path()));
        QVERIFY(file.open(QIODevice::Append) && file.write(bytes) == bytes.size());
    }
    static qsizetype points(const JobMetrics &metrics)
    {
        qsizetype count = 0;
        for (const MetricInfo &metric : metrics.metrics()) {
            for (const RankSeries *series : metrics.series(metric.name))
                count += series->series.size();
        }
        return count;
    }

private slots:
    void curvesComeOutOfAPodAndGrow()
    {
        QTemporaryDir pod;
        const QByteArray events = fixture();
        QVERIFY(events.size() > 1000);
        const QString file = pod.filePath("it's a log/run 1/" + QString(eventName));
        append(file, events.first(events.size() / 2));
        append(pod.filePath("it's a log/notes.txt"), "no events");
        ScriptedServer server;
        serve(server);
        k8s::ApiClient client(m_net, contextOf(server));
        JobMetrics metrics;
        PodEvents pods(&client, metrics);
        const PodFolder folder {"team-a", "p-0", "pytorch", pod.filePath("it's a log")};
        pods.follow(folder);
        QTRY_VERIFY(points(metrics) > 0);
        const qsizetype half = points(metrics);
        const auto series = metrics.series(metrics.metrics().first().name);
        QCOMPARE(series.first()->label, "run 1");
        append(file, events.sliced(events.size() / 2));
        pods.follow(folder); // at once instead of in ten seconds
        QTRY_VERIFY_WITH_TIMEOUT(points(metrics) > half, 8000);
        QVERIFY2(pods.remarks().first().contains("1 event file"), qPrintable(pods.remarks().first()));
        QCOMPARE(server.received().first().parameter("container"), "pytorch");
        // What came was not asked for again.
        const auto asked = server.received().last().query.allQueryItemValues("command", QUrl::FullyDecoded);
        QCOMPARE(asked.last(), QString::number(events.size() / 2));
    }
    void aFolderThatIsNotThereYetIsSaid()
    {
        ScriptedServer server;
        serve(server);
        k8s::ApiClient client(m_net, contextOf(server));
        JobMetrics metrics;
        PodEvents pods(&client, metrics);
        pods.follow({"team-a", "p-0", "pytorch", "/no/such/folder"});
        QTRY_VERIFY2(pods.remarks().first().contains("has no folder /no/such/folder"),
                     qPrintable(pods.remarks().first()));
    }
    void withoutTheRightItIsSaid()
    {
        ScriptedServer server;
        server.on("GET", "/api/v1/namespaces/team-a/pods/p-0/exec", Answer::failure(403, "Forbidden", "no"));
        k8s::ApiClient client(m_net, contextOf(server));
        JobMetrics metrics;
        PodEvents pods(&client, metrics);
        QSignalSpy changed(&pods, &PodEvents::changed);
        pods.follow({"team-a", "p-0", "pytorch", "/logs"});
        QTRY_VERIFY(changed.count() >= 2);
        QVERIFY(!pods.remarks().first().contains("Looking"));
        QCOMPARE(server.count("GET", ".*"), 1);
    }
    void aHostileAnswerStaysInItsFolder()
    {
        for (const auto *name : {"../x", "/etc/x", "a/../../x", "a//b", "", ".", "a\nb", "a/./b"})
            QVERIFY2(!isSafeName(name), name);
        QVERIFY(isSafeName("run 1/events.out.tfevents.1"));
        const auto whole = copiedPieces("@t 5 3 a b\nxyz@t.\n@t 0 0 c\n@t.\n", "t");
        QVERIFY(whole);
        QCOMPARE(whole->size(), 2);
        QCOMPARE(whole->first().name, "a b");
        QCOMPARE(whole->first().offset, 5);
        QCOMPARE(whole->first().bytes, "xyz");
        for (const auto *bad : {"@t 5 3 a\nxy@t.\n", "@u 5 3 a\nxyz@t.\n", "@t 5 9999999999 a\nxyz@t.\n", "junk",
                                "@t 5 -1 a\n@t.\n", "@t 5 3 a\nxyz"})
            QVERIFY2(!copiedPieces(bad, "t"), bad);
        QVERIFY(copiedPieces("", "t")->isEmpty());
    }
    void withoutAClusterNothingIsOffered()
    {
        JobMetrics metrics;
        PodEvents pods(nullptr, metrics);
        QVERIFY(!pods.isAvailable());
        pods.follow({"a", "b", "c", "/d"});
        QVERIFY(pods.remarks().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPodEvents)
#include "tst_podevents.moc"
