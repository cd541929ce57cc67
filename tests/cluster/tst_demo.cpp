// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_theme
// label: cluster
// timeout: 240
// The program itself, off-screen, launches the sample against a real cluster, tells how it goes and leaves pictures.
#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TestDemo : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theSampleSucceedsBeforeOurEyes();
    void aWrongContextEndsWithoutSuccess();

private:
    QProcessEnvironment environment() const;
    QTemporaryDir m_folder;
    QString m_program = BINARY_DIR "/bin/pilothouse";
};

void TestDemo::initTestCase()
{
    if (!qEnvironmentVariableIsSet("KUBECONFIG"))
        QSKIP("There is no cluster: set KUBECONFIG to the sandbox's kubeconfig.");
    QVERIFY2(QFileInfo(m_program).isExecutable(), "build the target pilothouse first");
}

QProcessEnvironment TestDemo::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    environment.insert("XDG_CONFIG_HOME", m_folder.filePath("config"));
    environment.insert("XDG_DATA_HOME", m_folder.filePath("data"));
    return environment;
}

void TestDemo::theSampleSucceedsBeforeOurEyes()
{
    QProcess demo;
    demo.setProcessEnvironment(environment());
    demo.setProcessChannelMode(QProcess::MergedChannels);
    demo.start(m_program, {"--demo", "--context", "sandbox", "--screenshots", m_folder.filePath("pictures")});
    QVERIFY(demo.waitForFinished(200000));
    const QString told = QString::fromUtf8(demo.readAll());
    QCOMPARE(demo.exitStatus(), QProcess::NormalExit);
    QVERIFY2(demo.exitCode() == 0, qPrintable(told));
    for (const char *words : {"Connected to https://", "digits-ddp was created", "digits-ddp is Running",
                              "epoch 20  loss ", "digits-ddp is Succeeded"})
        QVERIFY2(told.contains(words), qPrintable(told));
    for (const char *name : {"01-welcome", "02-training", "03-job-summary", "04-logs", "05-curves", "06-launch",
                             "07-succeeded", "08-overview"}) {
        const QImage light(m_folder.filePath(QString("pictures/%1-light.png").arg(name)));
        const QImage dark(m_folder.filePath(QString("pictures/%1-dark.png").arg(name)));
        QVERIFY2(light.width() >= 960, name);
        QVERIFY2(light.pixelColor(4, 4).lightness() > 200 && dark.pixelColor(4, 4).lightness() < 60, name);
    }
}

void TestDemo::aWrongContextEndsWithoutSuccess()
{
    QProcess demo;
    demo.setProcessEnvironment(environment());
    demo.start(m_program, {"--demo", "--context", "nowhere"});
    QVERIFY(demo.waitForFinished(30000));
    QCOMPARE(demo.exitCode(), 2);
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
