// SPDX-License-Identifier: GPL-3.0-or-later
// links: models_logs tests_support
// timeout: 120
#include "k8s/net/netthread.h"
#include "k8s/watch/logstream.h"
#include "models/logs/joblogs.h"
#include "tests/support/scriptedserver.h"

#include <QCryptographicHash>
#include <QMutex>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace models;
using tests::Answer;
using tests::Received;
using tests::ScriptedServer;

/// Bytes on disk equal bytes sent, whatever happens on the way (design notes, reliability: rows 1-3 and 14).
class TestLogFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<k8s::NetThread> m_net;
    std::unique_ptr<k8s::ApiClient> m_client;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobLogs> m_logs;

    static QByteArray line(int milliseconds, const QByteArray &text)
    {
        return QDateTime::fromMSecsSinceEpoch(1'795'486'950'000 + milliseconds, QTimeZone::UTC)
                   .toString(u"yyyy-MM-ddTHH:mm:ss.zzz")
                   .toLatin1()
            + "000000Z " + text + '\n';
    }
    static ContainerState container(const QString &name, const QString &state, int restarts = 0, bool init = false)
    {
        ContainerState made;
        made.name = name;
        made.init = init;
        made.restarts = restarts;
        made.state = state;
        return made;
    }
    static Rank rank(const QList<ContainerState> &containers)
    {
        Rank rank;
        rank.ns = "team";
        rank.pod = "worker-0";
        rank.podUid = "uid-0";
        rank.replicaType = "worker";
        rank.rank = 0;
        rank.label = "worker-0";
        rank.mainContainer = "pytorch";
        rank.containers = containers;
        return rank;
    }
    /// What a server gives of a log from a full second on, as the real one does.
    static QByteArray since(const QByteArray &truth, const Received &request)
    {
        const QByteArray from = request.parameter("sinceTime").toLatin1();
        if (from.isEmpty())
            return truth;
        qsizetype at = 0;
        while (at < truth.size() && truth.sliced(at, 19) < from.first(19))
            at = truth.indexOf('\n', at) + 1;
        return truth.sliced(at);
    }
    QByteArray spooled(int source) const
    {
        QByteArray all;
        m_logs->lineSource(source)->scan(0, [&](qint64, std::string_view bytes) {
            all.append(bytes.data(), qsizetype(bytes.size()));
            return true;
        });
        return all;
    }
    int sourceOf(const QString &label) const
    {
        for (const LogSource &source : m_logs->sources()) {
            if (source.label == label)
                return source.id;
        }
        return -1;
    }
    static QByteArray sha256(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    }
    /// Lines as programs print them when all goes wrong: NULs, bytes that are not UTF-8, floods of escapes, progress
    /// bars, and one line of 5 MB.
    static QByteArray hostileLog(int lines, quint32 seed)
    {
        QRandomGenerator random(seed);
        QByteArray all;
        for (int i = 0; i < lines; ++i) {
            QByteArray text = "step " + QByteArray::number(i);
            switch (random.bounded(7)) {
            case 0:
                text += QByteArray("\0\0\x01", 3);
                break;
            case 1:
                text += "\xff\xfe\xc3\x28";
                break;
            case 2:
                text += QByteArray("\x1b[31m\x1b[1;4m").repeated(20);
                break;
            case 3:
                for (int percent = 0; percent < 20; ++percent)
                    text += '\r' + QByteArray::number(percent * 5) + "% |####|";
                break;
            case 4:
                text += QByteArray(random.bounded(3000), 'x');
                break;
            default:
                text += " loss=0.5";
            }
            all += line(i * 7, text);
            if (i == lines / 2)
                all += line(i * 7 + 1, QByteArray(5 * 1024 * 1024, 'L'));
        }
        return all;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_net = std::make_unique<k8s::NetThread>();
        k8s::ClusterContext context;
        context.server = m_server->url();
        m_client = std::make_unique<k8s::ApiClient>(*m_net, context);
        m_folder = std::make_unique<QTemporaryDir>();
        m_logs = std::make_unique<JobLogs>(*m_client, m_folder->path());
    }

    void cleanup()
    {
        m_logs.reset();
        m_client.reset();
        m_net.reset();
        m_server.reset();
    }

    void everyContainerAndEveryAttemptIsASourceOfItsOwn()
    {
        m_server->on("GET", ".*/log", [](const Received &request) {
            const QByteArray name = request.parameter("container").toLatin1();
            const QByteArray which = request.parameter("previous") == "true" ? " before" : " now";
            return Answer::stream(200, "text/plain").chunk(line(name == "prepare" ? 1 : 100, name + which)).end();
        });
        m_logs->setRanks({rank({container("prepare", "terminated", 0, true), container("pytorch", "running", 2),
                                container("proxy", "running")})});
        QStringList labels;
        for (const LogSource &source : m_logs->sources())
            labels += source.label + (source.init ? " init" : "") + (source.main ? " main" : "");
        QCOMPARE(labels,
                 QStringList({"worker-0 #2 main", "worker-0 #3 main", "worker-0/prepare init", "worker-0/proxy"}));
        QTRY_COMPARE(m_logs->lineCount(), 4);
        QCOMPARE(m_logs->line(0).text, "prepare now");
        QCOMPARE(m_logs->sourceLines(sourceOf("worker-0 #2"), 0, 9).first().text, "pytorch before");
        QCOMPARE(m_logs->sourceLines(sourceOf("worker-0 #3"), 0, 9).first().text, "pytorch now");
        QCOMPARE(m_logs->sourceLines(sourceOf("worker-0/proxy"), 0, 9).first().text, "proxy now");
        for (const Received &request : m_server->received())
            QCOMPARE(request.parameter("follow") == "true", request.parameter("previous") != "true");
    }

    void bytesOnDiskEqualBytesSentUnderBreaks()
    {
        const QByteArray truth = hostileLog(4000, 11);
        std::atomic<int> requests = 0;
        // Every answer breaks somewhere else: RST or FIN, in the middle of a line, a chunk, a character.
        m_server->on("GET", ".*/log", [&](const Received &request) {
            const int number = requests++;
            const QByteArray rest = since(truth, request);
            if (number >= 12)
                return Answer::stream(200, "text/plain").chunk(rest).end();
            QRandomGenerator random {quint32(number)};
            const qsizetype part = std::min<qsizetype>(rest.size(), 1 + random.bounded(int(truth.size() / 10)));
            Answer answer = Answer::stream(200, "text/plain").chunk(rest.first(part));
            return number % 2 ? answer.raw("7a\r\nhalf a chu").close() : answer.reset();
        });
        m_logs->setRanks({rank({container("pytorch", "running")})});
        QTRY_COMPARE_WITH_TIMEOUT(m_logs->byteCount(), truth.size(), 60'000);
        m_logs->drain();
        QCOMPARE(sha256(spooled(0)), sha256(truth));
        QVERIFY(requests > 12);
    }

    void aSilentConnectionThatIsCutResumes()
    {
        const QByteArray truth = hostileLog(50, 3);
        m_server->once("GET", ".*/log", Answer::stream(200, "text/plain").chunk(truth.first(3000)).stall());
        m_server->on("GET", ".*/log", [&](const Received &request) {
            return Answer::stream(200, "text/plain").split(since(truth, request), 100'000).end();
        });
        m_logs->setRanks({rank({container("pytorch", "running")})});
        QTRY_VERIFY(m_logs->lineCount() > 0);
        m_server->stop();
        QTRY_COMPARE(m_logs->interruptedCount(), 1);
        m_server->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_logs->byteCount(), truth.size(), 20'000);
        m_logs->drain();
        QCOMPARE(sha256(spooled(0)), sha256(truth));
        QTRY_COMPARE(m_logs->interruptedCount(), 0);
    }

    void anAttemptWhoseConnectionBrokeIsReadToItsEndFromBefore()
    {
        const QByteArray first = line(1, "one") + line(2, "two") + line(1500, "Traceback"),
                         second = line(9000, "again");
        m_server->once("GET", ".*/log", Answer::stream(200, "text/plain").chunk(first.first(first.size() / 2)).reset());
        m_server->on("GET", ".*/log", [&](const Received &request) {
            if (request.parameter("previous") == "true")
                return Answer::stream(200, "text/plain").chunk(since(first, request)).end();
            // Before the status says that it was started again, this is the next attempt's log already.
            return Answer::stream(200, "text/plain").gate("status").chunk(second).end();
        });
        m_logs->setRanks({rank({container("pytorch", "running")})});
        QTRY_COMPARE(m_logs->interruptedCount(), 1);
        m_logs->setRanks({rank({container("pytorch", "running", 1)})});
        m_server->open("status");
        QTRY_COMPARE(m_logs->lineCount(), 4);
        m_logs->drain();
        QCOMPARE(spooled(sourceOf("worker-0")), first);
        QCOMPARE(spooled(sourceOf("worker-0 #2")), second);
    }

    void aRestartIsNotMixedIntoTheAttemptBefore()
    {
        const QByteArray first = line(1, "one") + line(2, "died"), second = line(3000, "again");
        m_server->once("GET", ".*/log", Answer::stream(200, "text/plain").chunk(first).end());
        m_server->on("GET", ".*/log", Answer::stream(200, "text/plain").chunk(second).end());
        m_logs->setRanks({rank({container("pytorch", "running")})});
        QTRY_COMPARE(m_logs->lineCount(), 2);
        // The status comes a while after the log's end, as it does with a real kubelet.
        QTest::qWait(1500);
        m_logs->setRanks({rank({container("pytorch", "running", 1)})});
        QTRY_COMPARE(m_logs->lineCount(), 3);
        QTest::qWait(2500); // past the moment at which the first would have been asked for again
        m_logs->drain();
        QCOMPARE(spooled(0), first);
        QCOMPARE(spooled(1), second);
    }
};

QTEST_GUILESS_MAIN(TestLogFaults)
#include "tst_logfaults.moc"
