// SPDX-License-Identifier: GPL-3.0-or-later
// links: k8s_config tests_support
#include "k8s/config/kubeconfig.h"
#include "tests/support/testcertificates.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace k8s;
using tests::TestAuthority;

/// Kubeconfig files as people have them: several, merged, half broken.
class TestKubeconfig : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    TestAuthority m_authority;

    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    static QByteArray config(const QByteArray &cluster, const QByteArray &user, const QByteArray &context = "")
    {
        return "apiVersion: v1\nkind: Config\ncurrent-context: dev\n"
               "clusters:\n- name: c\n  cluster: {"
            + cluster
            + "}\n"
              "users:\n- name: u\n  user: {"
            + user
            + "}\n"
              "contexts:\n- name: dev\n  context: {cluster: c, user: u"
            + context + "}\n";
    }
    Result<ClusterContext> resolve(const QByteArray &text)
    {
        return Kubeconfig::load({write("config", text)}).and_then([](const auto &config) { return config.resolve(); });
    }

private slots:
    void defaultFilesAreThoseOfTheEnvironment()
    {
        QProcessEnvironment environment;
        environment.insert("HOME", "/home/ada");
        QCOMPARE(Kubeconfig::defaultFiles(environment), QStringList("/home/ada/.kube/config"));
        environment.insert("KUBECONFIG", "/a::/b:/a");
        QCOMPARE(Kubeconfig::defaultFiles(environment), QStringList({"/a", "/b"}));
    }

    void aContextIsResolvedWithAllItsParts()
    {
        const auto pair = m_authority.clientPair("ada");
        write("pki/ca.pem", m_authority.certificatePem());
        write("token", "t");
        const auto context
            = resolve(config("server: 'https://example.org:6443/prefix', certificate-authority: pki/ca.pem, "
                             "tls-server-name: api.example.org, proxy-url: 'socks5://localhost:1080'",
                             "client-certificate-data: " + pair.certificate.toBase64() + ", client-key-data: "
                                 + pair.key.toBase64() + ", tokenFile: token, as: bob, as-groups: [g1, g2]",
                             ", namespace: team"));
        QVERIFY2(context, qPrintable(context ? "" : context.error().message));
        QCOMPARE(context->name, "dev");
        QCOMPARE(context->server, "https://example.org:6443/prefix");
        QCOMPARE(context->ns, "team");
        QCOMPARE(context->caFile, m_folder.filePath("pki/ca.pem"));
        QCOMPARE(context->tlsServerName, "api.example.org");
        QCOMPARE(context->proxyUrl, "socks5://localhost:1080");
        QCOMPARE(context->clientCertificateData, pair.certificate);
        QCOMPARE(context->clientKeyData, pair.key);
        QCOMPARE(context->tokenFile, m_folder.filePath("token"));
        QCOMPARE(context->impersonateUser, "bob");
        QCOMPARE(context->impersonateGroups, QStringList({"g1", "g2"}));
    }

    void anExecPluginIsReadWithItsClusterConfig()
    {
        const auto context
            = resolve("current-context: dev\nclusters:\n- name: c\n  cluster:\n    server: https://x\n    extensions:\n"
                      "    - name: client.authentication.k8s.io/exec\n      extension: {audience: abc, n: 3}\n"
                      "users:\n- name: u\n  user:\n    exec:\n      apiVersion: client.authentication.k8s.io/v1\n"
                      "      command: ./bin/login\n      args: [get, token]\n      env: [{name: A, value: b}]\n"
                      "      interactiveMode: Never\n      provideClusterInfo: true\n      installHint: get it\n"
                      "contexts:\n- name: dev\n  context: {cluster: c, user: u}\n");
        QVERIFY2(context, qPrintable(context ? "" : context.error().message));
        QVERIFY(context->exec);
        QCOMPARE(context->exec->command, m_folder.filePath("bin/login"));
        QCOMPARE(context->exec->arguments, QStringList({"get", "token"}));
        QCOMPARE(context->exec->environment.constFirst(), std::pair(QString("A"), QString("b")));
        QCOMPARE(context->exec->clusterConfig, QByteArray(R"({"audience":"abc","n":3})"));
        QCOMPARE(context->exec->installHint, "get it");
    }

    void theFirstFileWinsPerWholeEntry()
    {
        const auto first = write("a/first",
                                 "users:\n- name: red\n  user: {token: one}\n"
                                 "contexts:\n- name: dev\n  context: {cluster: c, user: red}\n");
        const auto second = write("b/second",
                                  "current-context: dev\nclusters:\n- name: c\n  cluster: {server: 'https://x'}\n"
                                  "users:\n- name: red\n  user: {token: two, as: somebody}\n"
                                  "contexts:\n- name: dev\n  context: {cluster: other, user: red}\n"
                                  "- name: more\n  context: {cluster: c, user: red}\n");
        const auto config = Kubeconfig::load({first, m_folder.filePath("missing"), second});
        QVERIFY(config);
        QCOMPARE(config->files(), QStringList({first, second}));
        QCOMPARE(config->currentContext(), "dev");
        QCOMPARE(config->contexts().size(), 2);
        QCOMPARE(config->contexts()[1].line, 11);
        const auto context = config->resolve();
        QVERIFY(context);
        QCOMPARE(context->token, "one");
        QVERIFY(context->impersonateUser.isEmpty());
        QCOMPARE(context->sourceFile, first);
    }

    void whatIsWrongIsNamedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("cluster");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const char *cluster, const char *user, const char *message, int line) {
            QTest::newRow(name) << QByteArray(cluster) << QByteArray(user) << QString(message) << line;
        };
        row("no server", "", "token: t", "no server", 5);
        row("not an address", "server: 'ftp://x'", "token: t", "not the address of a server", 6);
        row("broken base64", "server: 'https://x', certificate-authority-data: '%%%'", "token: t", "is not base64", 6);
        row("no certificate", "server: 'https://x', certificate-authority-data: aGVsbG8=", "token: t",
            "not a certificate", 6);
        row("missing file", "server: 'https://x', certificate-authority: /nowhere.pem", "token: t",
            "cannot read /nowhere.pem", 6);
        row("key missing", "server: 'https://x'", "client-certificate: /nowhere", "cannot read", 9);
        row("two ways", "server: 'https://x'", "token: t, username: u", "exclude each other", 8);
        row("token file missing", "server: 'https://x'", "tokenFile: /nowhere", "tokenFile: cannot read", 9);
        row("gone provider", "server: 'https://x'", "auth-provider: {name: gcp}", "was removed from Kubernetes", 9);
        row("exec without command", "server: 'https://x'", "exec: {apiVersion: client.authentication.k8s.io/v1}",
            "no command", 9);
        row("old exec", "server: 'https://x'", "exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: x}",
            "no longer supported", 9);
        row("groups without user", "server: 'https://x'", "token: t, as-groups: [g]", "need \"as\"", 8);
        row("proxy", "server: 'https://x', proxy-url: 'gopher://y'", "token: t", "proxy-url", 6);
    }
    void whatIsWrongIsNamedWithItsLine()
    {
        QFETCH(QByteArray, cluster);
        QFETCH(QByteArray, user);
        QFETCH(QString, message);
        QFETCH(int, line);
        const auto context = resolve(config(cluster, user));
        QVERIFY(!context);
        QCOMPARE(context.error().kind, Error::Kind::Config);
        QVERIFY2(context.error().message.contains(message), qPrintable(context.error().message));
        QCOMPARE(context.error().context, QString("%1:%2").arg(m_folder.filePath("config")).arg(line));
    }

    void authorityAndInsecureExcludeEachOther()
    {
        const auto context
            = resolve(config("server: 'https://x', insecure-skip-tls-verify: true, certificate-authority-data: "
                                 + m_authority.certificatePem().toBase64(),
                             "token: t"));
        QVERIFY(context.error().message.contains("exclude each other"));
        QVERIFY(
            resolve(config("server: 'https://x', insecure-skip-tls-verify: true", "token: t"))->insecureSkipTlsVerify);
    }

    void aKeyOfAnotherCertificateIsFound()
    {
        const auto context
            = resolve(config("server: 'https://x'",
                             "client-certificate-data: " + m_authority.clientPair("a").certificate.toBase64()
                                 + ", client-key-data: " + m_authority.clientPair("b").key.toBase64()));
        QVERIFY(context.error().message.contains("does not belong"));
    }

    void filesThatAreNoneDoNotHideTheOthers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("nul") << QByteArray("a: b\nc: \0", 9) << "NUL";
        QTest::newRow("latin1") << QByteArray("a: \xff\n") << "UTF-8";
        QTest::newRow("list") << QByteArray("- a\n- b\n") << "a map was expected";
        QTest::newRow("broken") << QByteArray("a: b\nc: [unclosed\n") << "";
        QTest::newRow("clusters is a map") << QByteArray("clusters: {a: b}\n") << "is not a list";
        QTest::newRow("deep") << QByteArray(10000, '[') << "";
        QTest::newRow("large") << QByteArray(5 * 1024 * 1024, ' ') << "larger than";
        QTest::newRow("twice") << QByteArray("users:\n- {name: a}\n- {name: a}\n") << "twice, first in line 2";
        QTest::newRow("cyclic") << QByteArray("clusters: &x\n- *x\n") << "";
    }
    void filesThatAreNoneDoNotHideTheOthers()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const auto bad = write("bad", text);
        const auto good = write("good", config("server: 'https://x'", "token: t"));
        const auto config = Kubeconfig::load({bad, good});
        QVERIFY(config);
        QCOMPARE(config->contexts().size(), 1);
        QVERIFY(config->resolve());
        QCOMPARE(config->problems().size(), 1);
        QVERIFY2(config->problems()[0].message.contains(message), qPrintable(config->problems()[0].message));
        QVERIFY(config->problems()[0].context.startsWith(bad));
    }

    void windowsFilesAreFine()
    {
        QByteArray text = "\xef\xbb\xbf" + config("server: 'https://x'", "token: t");
        text.replace("\n", "\r\n");
        QVERIFY(resolve(text));
    }

    void anEmptyFileOrNoneIsSaidSo()
    {
        QVERIFY(Kubeconfig::load({write("empty", "")})->contexts().isEmpty());
        QCOMPARE(Kubeconfig::load({m_folder.filePath("missing")}).error().reason, "NoKubeconfig");
        QCOMPARE(Kubeconfig::load({m_folder.path()}).error().kind, Error::Kind::Config);
        QCOMPARE(Kubeconfig::load({write("empty", "")})->resolve().error().reason, "NoContext");
        QCOMPARE(Kubeconfig::load({write("empty", "")})->resolve("x").error().reason, "NoContext");
    }

    void notRunningInAClusterIsSaidSo() { QVERIFY(!inClusterContext(QProcessEnvironment())); }
};

QTEST_GUILESS_MAIN(TestKubeconfig)
#include "tst_kubeconfig.moc"
