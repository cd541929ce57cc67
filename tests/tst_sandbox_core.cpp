// SPDX-License-Identifier: GPL-3.0-or-later
// links: sandbox_core sandbox_room
#include "sandbox/core/layout.h"
#include "sandbox/core/pki.h"
#include "sandbox/core/progress.h"
#include "sandbox/core/runstate.h"
#include "sandbox/core/templates.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sandbox;

class TestSandboxCore : public QObject
{
    Q_OBJECT

private:
    static QString verify(const QString &folder, const QStringList &arguments)
    {
        QProcess openssl;
        openssl.setProcessChannelMode(QProcess::MergedChannels);
        openssl.setWorkingDirectory(folder);
        openssl.start(u"openssl"_s, arguments);
        openssl.waitForFinished();
        return QString::fromUtf8(openssl.readAll());
    }

private slots:
    void everyCertificateIsSignedByTheAuthorityAndNamesItsOwner()
    {
        const QTemporaryDir folder;
        QVERIFY(ensurePki(folder.path(), identities()));
        for (const Identity &identity : identities()) {
            const QString file = identity.file + u".crt"_s;
            QCOMPARE(verify(folder.path(), {u"verify"_s, u"-CAfile"_s, u"ca.crt"_s, file}).trimmed(), file + u": OK"_s);
            const QString subject = verify(folder.path(), {u"x509"_s, u"-in"_s, file, u"-noout"_s, u"-subject"_s});
            QVERIFY2(subject.contains(u"CN = "_s + identity.commonName)
                         || subject.contains(u"CN="_s + identity.commonName),
                     qPrintable(subject));
        }
        const QString server = verify(
            folder.path(), {u"x509"_s, u"-in"_s, u"apiserver.crt"_s, u"-noout"_s, u"-ext"_s, u"subjectAltName"_s});
        QVERIFY(server.contains(u"IP Address:127.0.0.1"_s) && server.contains(u"DNS:kubernetes.default.svc"_s));
    }

    void keysStayAsTheyAreAndAreForTheOwnerOnly()
    {
        const QTemporaryDir folder;
        QVERIFY(ensurePki(folder.path(), identities()));
        const QByteArray key = readFile(folder.filePath(u"ca.key"_s));
        const QString token = adminToken(folder.path());
        QCOMPARE(token.size(), 64);
        QVERIFY(ensurePki(folder.path(), identities()));
        QCOMPARE(readFile(folder.filePath(u"ca.key"_s)), key);
        QCOMPARE(adminToken(folder.path()), token);
        for (const QFileInfo &file : QDir(folder.path()).entryInfoList(QDir::Files))
            QVERIFY2(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(file.fileName()));
    }

    void aDamagedAuthorityIsNamedWithItsRemedy()
    {
        const QTemporaryDir folder;
        QVERIFY(ensurePki(folder.path(), identities()));
        QVERIFY(writePrivate(folder.filePath(u"ca.key"_s), "nonsense"));
        const auto result = ensurePki(folder.path(), identities());
        QVERIFY(!result);
        QVERIFY(result.error().remedy.contains(u"reset"_s));
    }

    void aTemplateIsFilledOrRefused()
    {
        QCOMPARE(render("a @STATE@/b @STATE@", {{u"STATE"_s, u"/x"_s}}).value(), QByteArray("a /x/b /x"));
        QVERIFY(!render("@STATE@ @OTHER@", {{u"STATE"_s, u"/x"_s}}));
        QVERIFY(!render("", {}));
    }

    void theConfigurationIsWrittenWithoutAGap()
    {
        const QTemporaryDir folder;
        const Layout layout(folder.filePath(u"state"_s));
        QVERIFY(layout.create());
        QVERIFY(ensurePki(layout.path("pki"_L1), identities()));
        const auto written = writeConfiguration(layout);
        QVERIFY2(written, written ? "" : qPrintable(written.error().text));
        QVERIFY(writeUserKubeconfig(layout, 12345));
        const QByteArray kubeconfig = readFile(layout.kubeconfig());
        QVERIFY(kubeconfig.contains("server: https://127.0.0.1:12345"));
        QVERIFY(kubeconfig.contains(adminToken(layout.path("pki"_L1)).toLatin1()));
        QCOMPARE(readFile(layout.path("config/.hash"_L1)), configurationHash(layout));
        for (const QFileInfo &file : QDir(layout.path("config"_L1)).entryInfoList(QDir::Files))
            QVERIFY2(!readFile(file.filePath()).contains("@STATE@"), qPrintable(file.fileName()));
    }

    void aStateFolderThatIsALinkIsRefused()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir().mkpath(folder.filePath(u"elsewhere"_s)));
        QVERIFY(QFile::link(folder.filePath(u"elsewhere"_s), folder.filePath(u"state"_s)));
        QVERIFY(!Layout(folder.filePath(u"state"_s)).create());
        QVERIFY(!Layout(u"/run/pilothouse-test"_s).create());
    }

    void twoStateFoldersHaveTwoGroups()
    {
        QVERIFY(Layout(u"/a"_s).group() != Layout(u"/b"_s).group());
        QCOMPARE(Layout(u"/a"_s).group(), Layout(u"/a/"_s).group());
    }

    void progressOfAScriptIsReadAndGarbageIsNot()
    {
        const Progress sent {.step = u"images"_s,
                             .title = u"T"_s,
                             .text = u"quoted \" text"_s,
                             .done = 3,
                             .total = 9,
                             .expectedSeconds = 4};
        const auto read = parseProgress(toJsonLine(sent));
        QVERIFY(read);
        QCOMPARE(read->text, sent.text);
        QCOMPARE(read->done, 3);
        QCOMPARE(read->total, 9);
        QVERIFY(!parseProgress("folder /root/x"));
        QVERIFY(!parseProgress("{\"done\":1}"));
        QCOMPARE(parseProgress("{\"step\":\"a\",\"done\":9,\"total\":0}")->done, 1);
    }

    void aLockIsSeenByOthersOnlyWhileItIsHeld()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"lock"_s);
        QVERIFY(!FileLock::isHeld(path));
        {
            FileLock lock;
            QVERIFY(lock.take(path, false));
            QVERIFY(FileLock::isHeld(path));
            FileLock second;
            QVERIFY(!second.take(path, false));
        }
        QVERIFY(!FileLock::isHeld(path));
    }

    void aFileWithoutASupervisorSaysNothing()
    {
        const QTemporaryDir folder;
        const Layout layout(folder.filePath(u"state"_s));
        QVERIFY(layout.create());
        QVERIFY(writeRunState(layout, {.supervisor = 1, .room = 2, .port = 3, .components = u"/c"_s, .startedMs = 4}));
        QVERIFY(!readRunState(layout));
        FileLock lock;
        QVERIFY(lock.take(layout.path("run/supervisor.lock"_L1), false));
        QCOMPARE(readRunState(layout)->port, 3);
    }
};

QTEST_GUILESS_MAIN(TestSandboxCore)
#include "tst_sandbox_core.moc"
