// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters.h"
#include "app/commandline.h"
#include "app/commands.h"
#include "app/sandboxtrial.h"
#include "app/settings.h"
#include "app/workspace.h"
#include "models/metrics/rulebook.h"
#include "models/sandbox/sandboxsupervisor.h"
#include "views/shell/mainwindow.h"
#include "views/theme/appearance.h"

#include <memory>

namespace k8s {
class NetThread;
}

namespace models {
class SchemaStore;
class SpecDocument;
}

namespace views {
class LaunchPage;
class LogFilePage;
class WelcomePage;
}

namespace app {

/// The program: makes everything and connects it. The only file that knows everybody. GUI thread.
class Application : public QObject
{
    Q_OBJECT
public:
    Application(views::Appearance &appearance, Settings &settings, const Invocation &invocation);
    ~Application() override;

    /// Shows the window; everything slow begins when its first picture is on the screen.
    void show();

    views::MainWindow &window() { return *m_window; }
    views::Appearance &appearance() { return m_appearance; }
    models::SandboxSupervisor &sandbox() { return m_sandbox; }
    Workspace *workspace() const { return m_workspace.get(); }
    views::LaunchPage &launchPage()
    {
        makeOtherPages();
        return *m_launchPage;
    }

    /// Connects to a context of the kubeconfig; asks first where that runs a program.
    void connectTo(const QString &context);
    void connectToSandbox();
    void openLog(const QString &fileName);
    void openEvents(const QString &path);

signals:
    void workspaceChanged();
    /// There is nothing to connect to: no such context, or it is wrong.
    void connectionRefused(const models::Problem &problem);

private:
    void makeWindow();
    void makeOtherPages();
    void begin();
    void makeCommands();
    void run(Command::Id id);
    void wireBar();
    void wireLaunchPage();
    void wireTrial();
    k8s::Result<k8s::ClusterContext> sandboxContext() const;
    void enter(const k8s::ClusterContext &context, bool sandbox);
    void leave();
    void refreshBar();
    void refreshCommands();
    void restore();
    void remember();
    void chooseLog();
    void chooseKubeconfig();
    void openRules();
    void tellHealth();

    views::Appearance &m_appearance;
    Settings &m_settings;
    Invocation m_invocation;
    std::unique_ptr<k8s::NetThread> m_net;
    models::SandboxSupervisor m_sandbox;
    SandboxTrial m_trial;
    Clusters m_clusters;
    std::unique_ptr<models::SchemaStore> m_schemas;
    std::unique_ptr<models::SpecDocument> m_document;
    models::RuleBook m_rules; // outlives the pages that read by it
    std::unique_ptr<views::MainWindow> m_window;
    views::WelcomePage *m_welcome = nullptr;
    views::LaunchPage *m_launchPage = nullptr; // made after the first picture
    std::unique_ptr<Workspace> m_workspace; // before the window goes: its pages are in there
    QList<QAction *> m_actions;
    QString m_pluginAllowedFor;
    QString m_rulesFrom; // page that the rules were opened from
    bool m_begun = false;
};

} // namespace app
