// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_watch tests_support
#include "k8s/net/netthread.h"
#include "k8s/watch/logstream.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

#include <atomic>

using namespace k8s;
using namespace std::chrono_literals;
using tests::Answer;
using tests::Received;
using tests::ScriptedServer;

static QByteArray line(int second, int nanos, const QByteArray &text)
{
    return "2026-11-24T02:20:" + QByteArray::number(second).rightJustified(2, '0') + "."
        + QByteArray::number(nanos).rightJustified(9, '0') + "Z " + text + "\n";
}

/// What came out of a log. Called from the net thread.
class Reader : public LogSink
{
public:
    void append(std::string_view lines) override
    {
        const std::scoped_lock lock(m_mutex);
        m_text.append(lines.data(), qsizetype(lines.size()));
    }
    bool hasRoom() override { return m_hasRoom; }
    void finished(const Error *error) override
    {
        const std::scoped_lock lock(m_mutex);
        ++m_finished;
        m_error = error ? *error : Error {.kind = Error::Kind::Cancelled};
    }
    void interrupted(const Error &error) override
    {
        const std::scoped_lock lock(m_mutex);
        ++m_interrupted;
        m_error = error;
    }

    template <class T>
    T read(T Reader::*member)
    {
        const std::scoped_lock lock(m_mutex);
        return this->*member;
    }
    QByteArray text() { return read(&Reader::m_text); }

    std::atomic<bool> m_hasRoom = true;
    std::mutex m_mutex;
    QByteArray m_text;
    int m_finished = 0;
    int m_interrupted = 0;
    Error m_error;
};

class TestLogStream : public QObject
{
    Q_OBJECT

    const QString m_path = "/api/v1/namespaces/team/pods/worker-0/log";
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<NetThread> m_net;
    std::unique_ptr<ApiClient> m_client;
    std::shared_ptr<Reader> m_reader;
    std::unique_ptr<LogStream> m_stream;

    void read(LogTarget target = {})
    {
        target.ns = "team";
        target.pod = "worker-0";
        target.container = "pytorch";
        m_stream = std::make_unique<LogStream>(*m_client, target, m_reader);
        m_stream->start();
    }

    /// A log whose connection breaks after "before"; then the pod tells so many restarts, and the log is the new one's.
    void breakAndRestart(const Answer &pod, const QByteArray &previous)
    {
        m_server->on("GET", m_path, [previous](const Received &request) {
            if (request.parameter("previous") == "true" && previous.isEmpty())
                return Answer::failure(400, "BadRequest", "previous terminated container \"pytorch\" not found");
            if (request.parameter("previous") == "true")
                return Answer::stream(200, "text/plain").chunk(previous).end();
            if (request.parameter("sinceTime").isEmpty())
                return Answer::stream(200, "text/plain").chunk(line(5, 1, "before")).wait(50ms).reset();
            return Answer::stream(200, "text/plain").chunk(line(9, 2, "a new beginning")).stall();
        });
        m_server->on("GET", "/api/v1/namespaces/team/pods/worker-0", pod);
        read({.podUid = "u1", .attempt = 0});
    }

private slots:
    void init()
    {
        cleanup(); // a test may begin anew: what uses the net thread goes before it
        m_server = std::make_unique<ScriptedServer>();
        m_net = std::make_unique<NetThread>();
        ClusterContext context;
        context.server = m_server->url();
        m_client = std::make_unique<ApiClient>(*m_net, context);
        m_reader = std::make_shared<Reader>();
    }

    void cleanup()
    {
        m_stream.reset();
        m_client.reset();
        m_net.reset();
        m_server.reset();
    }

    void followsALogToItsEnd()
    {
        m_server->on("GET", m_path, Answer::stream(200, "text/plain").live("log"));
        read({.tailLines = 100});
        m_server->send("log", line(1, 1, "one") + line(1, 2, "t"));
        QTRY_COMPARE(m_reader->text(), line(1, 1, "one") + line(1, 2, "t"));
        m_server->send("log", line(1, 3, "cut").chopped(2));
        m_server->send("log", line(1, 3, "cut").last(2));
        QTRY_COMPARE(m_reader->text(), line(1, 1, "one") + line(1, 2, "t") + line(1, 3, "cut"));
        QCOMPARE(m_reader->read(&Reader::m_finished), 0);
        m_server->finish("log");
        QTRY_COMPARE(m_reader->read(&Reader::m_finished), 1);
        QCOMPARE(m_reader->read(&Reader::m_error).kind, Error::Kind::Cancelled);
        const auto request = m_server->received().first();
        QCOMPARE(request.parameter("container"), "pytorch");
        QCOMPARE(request.parameter("timestamps"), "true");
        QCOMPARE(request.parameter("follow"), "true");
        QCOMPARE(request.parameter("tailLines"), "100");
        QCOMPARE(m_server->received().size(), 1);
    }

    void nothingIsLostOrRepeatedWhenTheConnectionBreaks()
    {
        const auto truth = line(1, 1, "same") + line(2, 1, "same") + line(2, 1, "same") + line(2, 2, "x")
            + line(3, 1, "same") + line(3, 1, "y") + line(4, 0, "end");
        for (int cut = 1; cut < truth.size(); cut += 37) {
            init();
            m_server->once("GET", m_path, Answer::stream(200, "text/plain").chunk(truth.first(cut)).reset());
            m_server->on("GET", m_path, [&truth](const Received &request) {
                const auto since = request.parameter("sinceTime").toLatin1();
                auto rest = truth;
                while (!since.isEmpty() && rest.first(19) < since.first(19))
                    rest = rest.sliced(rest.indexOf('\n') + 1);
                return Answer::stream(200, "text/plain").split(rest, 11).end();
            });
            read();
            QTRY_COMPARE_WITH_TIMEOUT(m_reader->read(&Reader::m_finished), 1, 10'000);
            QCOMPARE(m_reader->text(), truth);
            QCOMPARE(m_reader->read(&Reader::m_interrupted), 1);
            cleanup();
        }
    }

    void aReaderWithoutRoomIsGivenNoMoreUntilItHasSome()
    {
        QByteArray truth;
        for (int i = 0; truth.size() < 24'000'000; ++i)
            truth += line(i / 40'000, i, QByteArray(300, 'x'));
        m_server->on("GET", m_path, Answer::stream(200, "text/plain").split(truth, 1'000'000).end());
        m_reader->m_hasRoom = false;
        read();
        QTRY_VERIFY(!m_reader->text().isEmpty());
        // The net thread goes on: what is asked of it now comes after everything that it had to read.
        for (int i = 0; i < 20; ++i) {
            bool ran = false;
            m_net->runAndWait([&ran] { ran = true; });
            QVERIFY(ran);
            QTest::qWait(10);
        }
        QVERIFY(m_reader->text().size() < 4'000'000);
        QCOMPARE(m_reader->read(&Reader::m_finished), 0);
        m_reader->m_hasRoom = true;
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->read(&Reader::m_finished), 1, 10'000);
        QVERIFY(m_reader->text() == truth);
    }

    void aReaderWithoutRoomCanBeLeft()
    {
        m_server->on("GET", m_path,
                     Answer::stream(200, "text/plain").split(line(1, 1, "x").repeated(100'000), 100'000).end());
        m_reader->m_hasRoom = false;
        read();
        QTRY_VERIFY(!m_reader->text().isEmpty());
        m_stream.reset();
        const qsizetype size = m_reader->text().size();
        QTest::qWait(50);
        QCOMPARE(m_reader->text().size(), size);
    }

    void aServerThatGoesAwayIsToldAndTheLogGoesOnWhenItIsBack()
    {
        m_server->on("GET", m_path, [](const Received &request) {
            if (request.parameter("sinceTime").isEmpty())
                return Answer::stream(200, "text/plain").chunk(line(5, 1, "before")).stall();
            return Answer::stream(200, "text/plain").chunk(line(5, 1, "before") + line(9, 2, "after")).end();
        });
        read({.tailLines = 10});
        QTRY_COMPARE(m_reader->text(), line(5, 1, "before"));
        m_server->stop();
        QTRY_VERIFY(m_reader->read(&Reader::m_interrupted) > 0);
        m_server->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->text(), line(5, 1, "before") + line(9, 2, "after"), 10'000);
        QCOMPARE(m_server->received().last().parameter("sinceTime"), "2026-11-24T02:20:04Z");
        QCOMPARE(m_server->received().last().parameter("tailLines"), "");
    }

    void linesOfTheNextAttemptAreNotTakenForThisOnes()
    {
        breakAndRestart(Answer::json(R"({"metadata":{"uid":"u1"},"status":{"containerStatuses":[
            {"name":"sidecar","restartCount":0},{"name":"pytorch","restartCount":1}]}})"),
                        line(5, 1, "before") + line(6, 1, "last"));
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->read(&Reader::m_finished), 1, 10'000);
        QCOMPARE(m_reader->text(), line(5, 1, "before") + line(6, 1, "last"));
    }

    void anotherPodOfTheSameNameOrAnAttemptThatIsLongGoneEndsTheLog_data()
    {
        QTest::addColumn<QByteArray>("pod");
        QTest::newRow("another pod") << QByteArray(R"({"metadata":{"uid":"u2"}})");
        QTest::newRow("two restarts, and the pod is behind") << QByteArray(R"({"metadata":{"uid":"u1"}})");
        QTest::newRow("two restarts") << QByteArray(
            R"({"metadata":{"uid":"u1"},"status":{"initContainerStatuses":[{"name":"pytorch","restartCount":2}]}})");
    }
    void anotherPodOfTheSameNameOrAnAttemptThatIsLongGoneEndsTheLog()
    {
        QFETCH(QByteArray, pod);
        breakAndRestart(Answer::json(pod), line(8, 1, "a later attempt"));
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->read(&Reader::m_finished), 1, 10'000);
        QCOMPARE(m_reader->read(&Reader::m_error).kind, Error::Kind::NotFound);
        QCOMPARE(m_reader->text(), line(5, 1, "before"));
    }

    void aPodThatIsBehindIsNotBelieved()
    {
        breakAndRestart(
            Answer::json(
                R"({"metadata":{"uid":"u1"},"status":{"containerStatuses":[{"name":"pytorch","restartCount":0}]}})"),
            line(5, 1, "before") + line(6, 1, "last"));
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->read(&Reader::m_finished), 1, 10'000);
        QCOMPARE(m_reader->text(), line(5, 1, "before") + line(6, 1, "last"));
    }

    void theSameAttemptGoesOnAfterABreak_data()
    {
        const QByteArray running
            = R"({"metadata":{"uid":"u1"},"status":{"containerStatuses":[{"name":"pytorch","restartCount":0}]}})";
        QTest::addColumn<QByteArray>("pod");
        QTest::addColumn<QByteArray>("previous");
        QTest::newRow("it is the first") << running << QByteArray();
        QTest::newRow("there was one before") << running << line(3, 1, "older");
        QTest::newRow("nobody may read the pod") << QByteArray() << QByteArray();
    }
    void theSameAttemptGoesOnAfterABreak()
    {
        QFETCH(QByteArray, pod);
        QFETCH(QByteArray, previous);
        breakAndRestart(pod.isEmpty() ? Answer::failure(403, "Forbidden", "no") : Answer::json(pod), previous);
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->text(), line(5, 1, "before") + line(9, 2, "a new beginning"), 10'000);
        QCOMPARE(m_reader->read(&Reader::m_finished), 0);
    }

    void aContainerThatHasNotStartedIsNotTriedAgainByItself()
    {
        m_server->once(
            "GET", m_path,
            Answer::failure(400, "BadRequest",
                            "container \"pytorch\" in pod \"worker-0\" is waiting to start: ContainerCreating"));
        m_server->on("GET", m_path, Answer::stream(200, "text/plain").chunk(line(1, 1, "started")).end());
        read();
        QTRY_COMPARE(m_reader->read(&Reader::m_finished), 1);
        QCOMPARE(m_reader->read(&Reader::m_error).kind, Error::Kind::Invalid);
        QCOMPARE(m_reader->read(&Reader::m_interrupted), 0);
        m_stream->resume();
        QTRY_COMPARE(m_reader->text(), line(1, 1, "started"));
        QTRY_COMPARE(m_reader->read(&Reader::m_finished), 2);
    }

    void aPodThatIsGoneIsToldAsNotFound()
    {
        read();
        QTRY_COMPARE(m_reader->read(&Reader::m_finished), 1);
        QCOMPARE(m_reader->read(&Reader::m_error).kind, Error::Kind::NotFound);
    }

    void resumeAfterAProperEndRepeatsNothing()
    {
        m_server->once("GET", m_path, Answer::stream(200, "text/plain").chunk(line(1, 1, "a")).end());
        m_server->on("GET", m_path, Answer::stream(200, "text/plain").chunk(line(1, 1, "a") + line(1, 2, "b")).end());
        read();
        QTRY_COMPARE(m_reader->read(&Reader::m_finished), 1);
        m_stream->resume();
        QTRY_COMPARE(m_reader->read(&Reader::m_finished), 2);
        QCOMPARE(m_reader->text(), line(1, 1, "a") + line(1, 2, "b"));
    }

    void everyLogHasAConnectionOfItsOwnAndGivesItBack()
    {
        m_server->on("GET", ".*/log", Answer::stream(200, "text/plain").stall());
        std::vector<std::unique_ptr<LogStream>> streams;
        for (int i = 0; i < 5; ++i) {
            LogTarget target {.ns = "team", .pod = "pod", .container = "c"};
            streams.push_back(std::make_unique<LogStream>(*m_client, target, m_reader));
            streams.back()->start();
        }
        QTRY_COMPARE(m_server->openConnections(), 5);
        streams.clear();
        QTRY_COMPARE(m_server->openConnections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLogStream)
#include "tst_logstream.moc"
