// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/clustersession.h"
#include "app/control/launchapply.h"
#include "app/control/launchcontroller.h"
#include "app/control/roomwatch.h"
#include "views/shell/commandpalette.h"
#include "views/shell/contextentry.h"

#include <QObject>

namespace models {
class LocalDevices;
}

namespace views {
class ComparePage;
class JobPage;
class LaunchPage;
class MainWindow;
class NodesPage;
class OverviewPage;
class TrainingPage;
}

namespace app {

/// One connected cluster in the window: its session and its pages, wired to each other. Destroying it takes the pages
/// out of the window and ends the connection. The window and the launch page must outlive it.
class Workspace : public QObject
{
    Q_OBJECT
public:
    Workspace(k8s::NetThread &net, const k8s::ClusterContext &context, bool sandbox, views::MainWindow &window,
              views::LaunchPage &launchPage, QObject *parent = nullptr);
    ~Workspace() override;

    void start(const QString &ns);

    ClusterSession &session() { return m_session; }
    bool isSandbox() const { return m_sandbox; }
    void setNamespace(const QString &ns);
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_readOnly; }

    void setPrometheus(const QString &address);

    void openJob(const k8s::ObjectRef &job);
    /// One to eight jobs side by side.
    void compare(const QList<k8s::ObjectRef> &jobs);
    views::JobPage *jobPage() const { return m_jobPage; }
    models::JobRun *shownRun() const { return m_shownRun; } ///< of the job page; null if there is none
    /// Launches the sample; a finished one of the same name is replaced, one that runs is opened.
    void launchSample();
    /// The same for another file.
    void launchExample(const QString &file);

    views::Health health() const;
    QString healthText() const;
    QList<views::PaletteEntry> jobEntries() const;
    bool chooseEntry(const QString &id); ///< false if it is not an entry of jobEntries()

signals:
    void healthChanged();
    void namespacesChanged();
    void prometheusChosen(const QString &address);
    void rulesRequested();
    void jobOpened(const k8s::ObjectRef &job);
    void sampleFailed(const models::Problem &problem);

private:
    void makePages();
    void wireTraining();
    void wireNodes(views::NodesPage &page);
    void wireLaunch();
    void takeNamespace();
    void wireJobPage(views::JobPage &page);
    void closeRun(models::JobRun *run);
    void showProblem(const models::Problem &problem);
    void takeLaunched(const k8s::ObjectRef &job, const QStringList &warnings);
    void takeRefusal(const k8s::Error &error, int document);
    void replaceFinishedSample(const k8s::Error &error);

    views::MainWindow &m_window;
    views::LaunchPage &m_launchPage;
    ClusterSession m_session;
    LaunchController m_launch;
    LaunchApply m_apply;
    RoomWatch m_room;
    std::unique_ptr<models::LocalDevices> m_localDevices; // of the sandbox's machine
    views::TrainingPage *m_training = nullptr;
    views::OverviewPage *m_overview = nullptr;
    views::NodesPage *m_nodes = nullptr;
    views::JobPage *m_jobPage = nullptr;
    views::ComparePage *m_compare = nullptr;
    models::JobRun *m_shownRun = nullptr;
    QString m_sample; ///< the file that is being launched; empty: the user's own text is
    bool m_replaced = false;
    bool m_sandbox;
    bool m_readOnly = false;
};

} // namespace app
