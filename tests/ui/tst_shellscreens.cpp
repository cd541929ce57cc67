// SPDX-License-Identifier: GPL-3.0-or-later
// links: views_shell
// Pictures of the frame and the welcome page in every face, light and dark: build/*/screens, for eyes.
#include "models/sandbox/sandboxsupervisor.h"
#include "views/shell/mainwindow.h"
#include "views/shell/rail.h"
#include "views/shell/settingspage.h"
#include "views/shell/topbar.h"
#include "views/shell/welcomepage.h"
#include "views/theme/appearance.h"
#include "views/theme/faces.h"
#include "views/theme/messagebar.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace views;

class TestShellScreens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_appearance = new Appearance(*qApp);
        QDir().mkpath(m_folder);
    }
    void pictures_data();
    void pictures();

private:
    void take(MainWindow &window, const QString &name)
    {
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCoreApplication::processEvents();
        QVERIFY(window.grab().save(m_folder + "/" + QTest::currentDataTag() + "-" + name + ".png"));
    }

    Appearance *m_appearance = nullptr;
    QString m_folder = QString::fromLocal8Bit(
        qgetenv("PILOTHOUSE_SCREENS").isEmpty() ? QByteArray(BINARY_DIR "/screens") : qgetenv("PILOTHOUSE_SCREENS"));
};

void TestShellScreens::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestShellScreens::pictures()
{
    QFETCH(bool, dark);
    m_appearance->setScheme(dark ? Scheme::Dark : Scheme::Light);
    qunsetenv("FAKE_SANDBOX");
    models::SandboxSupervisor sandbox(SOURCE_DIR "/tests/data/fake-sandbox");
    MainWindow window(*m_appearance);
    auto *welcome = new WelcomePage(sandbox);
    window.addInnerPage("welcome", {}, welcome);
    window.addPage("overview", "overview", "Overview",
                   new EmptyState("overview", "Nothing runs on this cluster.", "New job"));
    window.addPage("training", "training", "Training",
                   new EmptyState("training", "No job runs here yet.", "Launch the sample"));
    window.addPage("launch", "launch", "Launch", new Skeleton(8));
    window.addFootPage("settings", "settings", "Settings", new SettingsPage(*m_appearance, {"en", "de"}, "de"));
    window.addCommand(
        {.id = "launch", .text = "Launch the sample job", .detail = {}, .iconName = "launch", .shortcut = {}});
    window.addCommand({.id = "training",
                       .text = "Go to Training",
                       .detail = {},
                       .iconName = "training",
                       .shortcut = Qt::CTRL | Qt::Key_2});
    window.addCommand(
        {.id = "log", .text = "Open a log…", .detail = {}, .iconName = "log", .shortcut = Qt::CTRL | Qt::Key_O});
    window.topBar().setContexts({{.name = "sandbox", .sandbox = true}}, {});
    window.rail().setEntryVisible("overview", false);
    window.showPage("welcome");
    window.show();
    welcome->setKubeconfigNote("There is no kubeconfig at /home/ada/.kube/config.");
    take(window, "welcome-first");
    welcome->setKubeconfigNote({});
    welcome->setContexts(
        {{.name = "team-a", .detail = "https://10.0.0.1:6443", .health = Health::Connected, .healthText = "12 ms"},
         {.name = "arn:aws:eks:eu-central-1:123456789:cluster/training",
          .detail = "https://ABCDEF.gr7.eu-central-1.eks.example.com",
          .health = Health::Checking,
          .healthText = "checking"},
         {.name = "prod",
          .detail = "https://k8s.example.com",
          .health = Health::Failed,
          .healthText = "The server refused the connection."}});
    qputenv("FAKE_SANDBOX", "hang");
    sandbox.start();
    QTRY_COMPARE(sandbox.step().id, "components");
    take(window, "welcome-preparing");
    sandbox.cancel();
    QTRY_COMPARE(sandbox.state(), models::SandboxSupervisor::State::Down);
    qputenv("FAKE_SANDBOX", "fail");
    sandbox.start();
    QTRY_COMPARE(sandbox.state(), models::SandboxSupervisor::State::Failed);
    take(window, "welcome-failed");
    window.rail().setEntryVisible("overview", true);
    window.topBar().setContexts(
        {{.name = "sandbox", .detail = {}, .health = Health::Connected, .healthText = {}, .sandbox = true}}, "sandbox");
    window.topBar().setNamespaces({"default", "team-a"}, "team-a");
    window.topBar().setConnected(true);
    window.topBar().setHealth(Health::Connected, "connected, 3 ms");
    window.showPage("training");
    window.messageBar().warn({"The cluster refused to create digits-ddp: replicas must be a whole number.",
                              "Line 12 of the spec says “two”."},
                             "Show the line");
    QTest::qWait(200);
    take(window, "training-empty");
    window.messageBar().dismiss();
    window.palettePopup().open();
    window.palettePopup().setFilter("la");
    take(window, "palette");
    window.palettePopup().hide();
    window.rail().setCollapsed(true);
    window.showPage("settings");
    window.resize(960, 600);
    take(window, "settings-small");
}

QTEST_MAIN(TestShellScreens)
#include "tst_shellscreens.moc"
