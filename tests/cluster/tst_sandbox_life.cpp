// SPDX-License-Identifier: GPL-3.0-or-later
// links: sandbox_core
// label: cluster
// timeout: 400
#include "sandbox/core/layout.h"
#include "sandbox/core/pki.h"
#include "sandbox/core/runstate.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sandbox;

/// Raises a sandbox of its own (Kubernetes alone), ends it in every way, and looks at what is left.
class TestSandboxLife : public QObject
{
    Q_OBJECT

private:
    struct Output
    {
        int code;
        QString text;
    };

    Output run(const QString &program, const QStringList &arguments, int timeoutMs = 120'000) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.waitForFinished(timeoutMs);
        return {.code = process.exitCode(), .text = QString::fromUtf8(process.readAll())};
    }

    Output sandbox(const QStringList &arguments) const
    {
        return run(QStringLiteral(BINARY_DIR "/bin/pilothouse-sandbox"),
                   QStringList {u"--state"_s, m_layout->state()} + arguments);
    }

    Output kubectl(const QStringList &arguments) const
    {
        const auto current = readRunState(*m_layout);
        if (!current)
            return {.code = -1, .text = u"down"_s};
        return run(current->components + u"/kubectl"_s,
                   QStringList {u"--kubeconfig"_s, m_layout->kubeconfig()} + arguments, 20'000);
    }

    QJsonObject status() const
    {
        return QJsonDocument::fromJson(sandbox({u"status"_s, u"--json"_s}).text.toUtf8()).object();
    }

    QHash<QString, int> processes() const
    {
        QHash<QString, int> result;
        for (const auto &value : status()["processes"_L1].toArray())
            result.insert(value.toObject()["name"_L1].toString(), value.toObject()["pid"_L1].toInt());
        return result;
    }

    /// What of the sandbox is still on the machine: processes of its group or with its folder in their words, groups,
    /// mounts, open doors.
    QStringList remains() const
    {
        QStringList found;
        for (const QString &name : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
            if (name.toInt() == ::getpid())
                continue;
            const QByteArray words = readFile(u"/proc/%1/cmdline"_s.arg(name)).replace('\0', ' ');
            const QByteArray group = readFile(u"/proc/%1/cgroup"_s.arg(name));
            if (words.contains(m_layout->state().toUtf8()) || group.contains(m_layout->group().toUtf8()))
                found.append(name + u' ' + QString::fromUtf8(words));
        }
        const auto groups = run(u"find"_s, {u"/sys/fs/cgroup"_s, u"-type"_s, u"d"_s, u"-name"_s, m_layout->group()});
        found += groups.text.split(u'\n', Qt::SkipEmptyParts);
        if (readFile(u"/proc/self/mountinfo"_s).contains(m_layout->state().toUtf8()))
            found.append(u"a mount"_s);
        const QString door
            = u":%1 "_s.arg(readFile(m_layout->path("run/port"_L1)).toInt(), 4, 16, QLatin1Char('0')).toUpper();
        if (QString::fromUtf8(readFile(u"/proc/net/tcp"_s))
                .contains(QRegularExpression(u"0100007F%1\\S+ 0A"_s.arg(door))))
            found.append(u"the door"_s);
        return found;
    }

    std::optional<QTemporaryDir> m_folder;
    std::optional<Layout> m_layout;

private slots:
    void initTestCase()
    {
        m_folder.emplace(QDir::homePath() + u"/.cache/pilothouse-test-XXXXXX"_s);
        m_layout.emplace(m_folder->filePath(u"state"_s));
        const Output up = sandbox({u"up"_s, u"--bare"_s});
        if (up.code == codeNotAllowed)
            QSKIP(qPrintable(u"This machine does not allow the sandbox: "_s + up.text));
        QVERIFY2(up.code == 0, qPrintable(up.text));
        const Output made = kubectl({u"create"_s, u"configmap"_s, u"kept"_s, u"--from-literal=a=1"_s});
        QVERIFY2(made.code == 0, qPrintable(made.text));
    }

    void cleanupTestCase()
    {
        sandbox({u"down"_s});
        QTRY_COMPARE(remains(), QStringList());
    }

    void onlyWhoHasTheTokenComesThroughTheDoor()
    {
        const QString url = u"https://127.0.0.1:%1/api/v1/namespaces"_s.arg(readRunState(*m_layout)->port);
        const QStringList curl {u"-s"_s, u"--noproxy"_s, u"*"_s,  u"--cacert"_s,     m_layout->path("pki/ca.crt"_L1),
                                u"-o"_s, u"/dev/null"_s, u"-w"_s, u"%{http_code}"_s, url};
        QCOMPARE(run(u"curl"_s, curl).text, u"401"_s);
        QCOMPARE(run(u"curl"_s, QStringList {u"-H"_s, u"Authorization: Bearer wrong"_s} + curl).text, u"401"_s);
        QCOMPARE(run(u"curl"_s,
                     QStringList {u"-H"_s, u"Authorization: Bearer "_s + adminToken(m_layout->path("pki"_L1))} + curl)
                     .text,
                 u"200"_s);
        QCOMPARE(QFileInfo(m_layout->kubeconfig()).permissions() & 0x0077, QFile::Permissions());
    }

    void nothingOfTheUsersEnvironmentReachesTheRoom()
    {
        for (const int pid : processes()) {
            for (const QByteArray &variable : readFile(u"/proc/%1/environ"_s.arg(pid)).split('\0')) {
                const QByteArray name = variable.left(variable.indexOf('='));
                QVERIFY2(variable.isEmpty() || QList<QByteArray>({"PATH", "HOME", "TMPDIR", "LANG"}).contains(name),
                         name.constData());
            }
        }
    }

    void aSecondUpFindsTheFirst()
    {
        const auto before = processes();
        QCOMPARE(sandbox({u"up"_s, u"--bare"_s}).code, 0);
        QCOMPARE(processes(), before);
    }

    void everyProcessComesBackAfterSigkill()
    {
        const auto before = processes();
        QCOMPARE(before.size(), 9);
        for (const auto &[name, pid] : before.asKeyValueRange()) {
            QVERIFY2(pid > 0, qPrintable(name));
            ::kill(pid, SIGKILL);
            QTRY_VERIFY2_WITH_TIMEOUT(processes().value(name) > 0 && processes().value(name) != pid, qPrintable(name),
                                      30'000);
        }
        QTRY_COMPARE_WITH_TIMEOUT(kubectl({u"get"_s, u"configmap"_s, u"kept"_s, u"-o"_s, u"jsonpath={.data.a}"_s}).text,
                                  u"1"_s, 30'000);
    }

    void theRoomComesBackWhenItsFirstProcessIsKilled()
    {
        const qint64 room = readRunState(*m_layout)->room;
        ::kill(static_cast<pid_t>(room), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(readRunState(*m_layout) && readRunState(*m_layout)->room != room, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(kubectl({u"get"_s, u"configmap"_s, u"kept"_s, u"-o"_s, u"jsonpath={.data.a}"_s}).text,
                                  u"1"_s, 30'000);
    }

    void aKilledSupervisorLeavesNoProcessAndTheNextUpKeepsEverything()
    {
        const RunState before = *readRunState(*m_layout);
        ::kill(static_cast<pid_t>(before.supervisor), SIGKILL);
        QTRY_VERIFY(!readRunState(*m_layout));
        QTRY_VERIFY_WITH_TIMEOUT(remains().filter(QRegularExpression(u"^\\d"_s)).isEmpty(), 10'000);
        QCOMPARE(sandbox({u"status"_s}).code, codeDown);
        const Output up = sandbox({u"up"_s, u"--bare"_s});
        QVERIFY2(up.code == 0, qPrintable(up.text));
        QCOMPARE(kubectl({u"get"_s, u"configmap"_s, u"kept"_s, u"-o"_s, u"jsonpath={.data.a}"_s}).text, u"1"_s);
        QCOMPARE(readRunState(*m_layout)->port, before.port);
    }

    void downLeavesNothingAndUpKeepsEverything()
    {
        QCOMPARE(sandbox({u"down"_s}).code, 0);
        QCOMPARE(remains(), QStringList());
        QCOMPARE(sandbox({u"up"_s, u"--bare"_s}).code, 0);
        QCOMPARE(kubectl({u"get"_s, u"configmap"_s, u"kept"_s, u"-o"_s, u"jsonpath={.data.a}"_s}).text, u"1"_s);
    }

    void downEndsAStartThatIsUnderWay()
    {
        QCOMPARE(sandbox({u"down"_s}).code, 0);
        QProcess up;
        up.setProcessChannelMode(QProcess::MergedChannels);
        up.start(QStringLiteral(BINARY_DIR "/bin/pilothouse-sandbox"),
                 {u"--state"_s, m_layout->state(), u"up"_s, u"--bare"_s});
        QTRY_VERIFY_WITH_TIMEOUT(readRunState(*m_layout), 30'000);
        QCOMPARE(sandbox({u"down"_s}).code, 0);
        QVERIFY(up.waitForFinished(10'000));
        QVERIFY(up.exitCode() != 0);
        const QString said = QString::fromUtf8(up.readAll());
        QVERIFY2(said.contains(u"stopped while it was starting"_s), qPrintable(said));
        QCOMPARE(remains(), QStringList());
        QCOMPARE(sandbox({u"up"_s, u"--bare"_s}).code, 0);
    }

    void aFleetComesAndGoes()
    {
        const Output made = sandbox({u"fleet"_s, u"5"_s, u"40"_s});
        QVERIFY2(made.code == 0, qPrintable(made.text));
        QCOMPARE(kubectl({u"get"_s, u"pods"_s, u"-n"_s, u"fleet"_s, u"--field-selector=status.phase=Running"_s, u"-o"_s,
                          u"name"_s})
                     .text.count(u'\n'),
                 40);
        QCOMPARE(sandbox({u"fleet"_s, u"2"_s, u"10"_s}).code, 0);
        QCOMPARE(kubectl({u"get"_s, u"pods"_s, u"-n"_s, u"fleet"_s, u"-o"_s, u"name"_s}).text.count(u'\n'), 10);
        QCOMPARE(sandbox({u"fleet"_s, u"0"_s, u"0"_s}).code, 0);
        QCOMPARE(kubectl({u"get"_s, u"nodes"_s, u"-o"_s, u"name"_s}).text.trimmed(), u"node/sandbox"_s);
    }
};

QTEST_GUILESS_MAIN(TestSandboxLife)
#include "tst_sandbox_life.moc"
