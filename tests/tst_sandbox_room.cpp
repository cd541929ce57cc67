// SPDX-License-Identifier: GPL-3.0-or-later
// links: sandbox_room sandbox_core tests_support
#include "sandbox/room/backoff.h"
#include "sandbox/room/door.h"
#include "sandbox/room/processtable.h"
#include "sandbox/room/relay.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sandbox;

class TestSandboxRoom : public QObject
{
    Q_OBJECT

private:
    /// A relay in a process of its own, as in the room, to a server in this one.
    struct Relay
    {
        explicit Relay(int port)
            : door(openDoor(0).value())
            , pid(::fork())
        {
            if (pid == 0)
                relay(door.listener, port);
            ::close(door.listener);
        }
        ~Relay()
        {
            ::kill(pid, SIGKILL);
            ::waitpid(pid, nullptr, 0);
        }
        Door door;
        pid_t pid;
    };

    static QJsonObject statusOf(const Layout &layout)
    {
        return QJsonDocument::fromJson(readFile(layout.path("run/processes.json"_L1))).array().first().toObject();
    }

private slots:
    void theDoorKeepsItsPortWhereItIsFree()
    {
        const Door first = openDoor(0).value();
        QVERIFY(first.port > 0);
        const Door other = openDoor(first.port).value();
        QVERIFY2(other.port != first.port, "a port that is taken is not taken again");
        ::close(first.listener);
        const Door again = openDoor(first.port).value();
        QCOMPARE(again.port, first.port);
        ::close(again.listener);
        ::close(other.listener);
    }

    void aProcessThatEndsAtOnceIsRestartedEverLater()
    {
        Backoff backoff;
        QCOMPARE(backoff.next(10), 200);
        QCOMPARE(backoff.next(10), 400);
        QCOMPARE(backoff.next(10), 800);
        for (int i = 0; i < 10; ++i)
            (void)backoff.next(10);
        QCOMPARE(backoff.next(10), 10'000);
        QCOMPARE(backoff.next(60'000), 200);
    }

    void theListOfProcessesOfTheSandboxIsValid()
    {
        const auto specs = parseProcesses(readFile(QStringLiteral(SOURCE_DIR "/sandbox/config/processes.json")));
        QVERIFY(specs);
        QCOMPARE(specs->size(), 8);
        QVERIFY(parseProcesses(readFile(QStringLiteral(SOURCE_DIR "/sandbox/config/fleet.json"))));
        QVERIFY(!parseProcesses("[{\"name\":\"x\"}]"));
        QVERIFY(!parseProcesses("not json"));
    }

    void aKilledProcessComesBackAndItsLogGoesOn()
    {
        const QTemporaryDir folder;
        const Layout layout(folder.filePath(u"state"_s));
        QVERIFY(layout.create());
        ProcessTable table(layout);
        table.setSpecs({{.name = u"sleeper"_s,
                         .program = u"sh"_s,
                         .arguments = {u"-c"_s, u"echo started; exec sleep 100"_s},
                         .after = {}}});
        table.tick();
        const int pid = statusOf(layout)["pid"_L1].toInt();
        QVERIFY(pid > 0);
        QTRY_COMPARE(readFile(layout.log(u"sleeper"_s)), QByteArray("started\n"));
        ::kill(pid, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(pid, &status, 0), pid);
        table.ended(pid, status);
        QCOMPARE(statusOf(layout)["lastExit"_L1].toInt(), 137);
        QTRY_VERIFY((table.tick(), table.anyRunning()));
        QCOMPARE(statusOf(layout)["restarts"_L1].toInt(), 1);
        QTRY_COMPARE(readFile(layout.log(u"sleeper"_s)), QByteArray("started\nstarted\n"));
        table.setSpecs({});
        QVERIFY(!table.anyRunning());
    }

    void aProcessWaitsForWhatItNeeds()
    {
        const QTemporaryDir folder;
        const Layout layout(folder.filePath(u"state"_s));
        QVERIFY(layout.create());
        QTcpServer server;
        const Door free = openDoor(0).value();
        ::close(free.listener);
        ProcessTable table(layout);
        table.setSpecs({{.name = u"client"_s,
                         .program = u"sleep"_s,
                         .arguments = {u"100"_s},
                         .after = {u"tcp:127.0.0.1:%1"_s.arg(free.port)}}});
        table.tick();
        QVERIFY(!table.anyRunning());
        QVERIFY(server.listen(QHostAddress::LocalHost, static_cast<quint16>(free.port)));
        table.tick();
        QVERIFY(table.anyRunning());
        table.setSpecs({});
    }

    void aLongLogIsEmptiedAndItsPastKept()
    {
        const QTemporaryDir folder;
        const Layout layout(folder.filePath(u"state"_s));
        QVERIFY(layout.create());
        ProcessTable table(layout);
        table.setSpecs({{.name = u"talker"_s, .program = u"true"_s, .arguments = {}, .after = {u"tcp:127.0.0.1:1"_s}}});
        QVERIFY(writePrivate(layout.log(u"talker"_s), QByteArray(17 * 1024 * 1024, 'x')));
        table.rotateLogs();
        QCOMPARE(QFileInfo(layout.log(u"talker"_s)).size(), 0);
        QCOMPARE(QFileInfo(layout.log(u"talker"_s) + u".1"_s).size(), 17 * 1024 * 1024);
    }

    void theRelayPassesManyBytesBothWaysAndAHalfClosedEnd()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray received;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *peer = server.nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, this, [&received, peer] {
                const QByteArray bytes = peer->readAll();
                received += bytes;
                peer->write(bytes);
            });
            connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
        });
        const Relay through(server.serverPort());
        QByteArray sent(20 * 1024 * 1024, '\0');
        for (qsizetype i = 0; i < sent.size(); ++i)
            sent[i] = static_cast<char>(i * 31 % 251);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(through.door.port));
        QVERIFY(client.waitForConnected());
        QByteArray echoed;
        connect(&client, &QTcpSocket::readyRead, this, [&] { echoed += client.readAll(); });
        client.write(sent);
        QTRY_COMPARE_WITH_TIMEOUT(echoed.size(), sent.size(), 20'000);
        QVERIFY(echoed == sent && received == sent);
        client.disconnectFromHost();
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    }

    void theRelaySaysSoWhenNobodyIsBehindIt()
    {
        const Door nobody = openDoor(0).value();
        ::close(nobody.listener);
        const Relay through(nobody.port);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(through.door.port));
        QVERIFY(client.waitForConnected());
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    }
};

QTEST_GUILESS_MAIN(TestSandboxRoom)
#include "tst_sandbox_room.moc"
