// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/launchwiring.h"
#include "k8s/net/netthread.h"
#include "models/core/problem.h"
#include "models/metrics/eventfolder.h"
#include "models/spec/schemastore.h"
#include "models/spec/specdocument.h"
#include "views/charts/eventspage.h"
#include "views/logs/logfilepage.h"
#include "views/shell/rail.h"
#include "views/shell/settingspage.h"
#include "views/shell/topbar.h"
#include "views/shell/welcomepage.h"
#include "views/spec/launchpage.h"
#include "views/theme/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const QString sandboxName = u"pilothouse-sandbox"_s;
constexpr int unseenMilliseconds = 1000; // without a picture: begin all the same

QString schemeWord(views::Scheme scheme)
{
    return scheme == views::Scheme::Dark ? u"dark"_s : scheme == views::Scheme::Light ? u"light"_s : u"system"_s;
}

} // namespace

Application::Application(views::Appearance &appearance, Settings &settings, const Invocation &invocation)
    : m_appearance(appearance)
    , m_settings(settings)
    , m_invocation(invocation)
    , m_net(std::make_unique<k8s::NetThread>())
    , m_sandbox(models::SandboxSupervisor::findProgram(QCoreApplication::applicationDirPath()))
    , m_trial(*m_net)
    , m_clusters(*m_net)
    , m_schemas(std::make_unique<models::SchemaStore>())
    , m_document(std::make_unique<models::SpecDocument>(m_schemas.get()))
{
    makeWindow();
    makeCommands();
    wireBar();
    connect(&m_sandbox, &models::SandboxSupervisor::ready, this, [this] {
        if (!m_workspace)
            connectToSandbox();
    });
    connect(&m_sandbox, &models::SandboxSupervisor::stateChanged, this, [this] {
        const bool gone = m_sandbox.state() == models::SandboxSupervisor::State::Down;
        if (gone && m_workspace && m_workspace->isSandbox())
            leave();
        refreshCommands();
    });
    connect(&m_appearance, &views::Appearance::changed, this, [this] {
        if (m_invocation.mode != Invocation::Mode::Window)
            return; // a demo changes the scheme for its pictures
        if (m_invocation.scheme == Invocation::Scheme::FromSettings)
            m_settings.setScheme(schemeWord(m_appearance.scheme()));
        m_settings.setProjector(m_appearance.isProjector());
    });
    refreshBar();
    refreshCommands();
}

Application::~Application() { leave(); }

void Application::makeWindow()
{
    m_window = std::make_unique<views::MainWindow>(m_appearance);
    m_welcome = new views::WelcomePage(m_sandbox);
    m_window->rail().addEntry(u"overview"_s, u"overview"_s, tr("Overview"));
    m_window->rail().addEntry(u"training"_s, u"training"_s, tr("Training"));
    m_window->rail().addEntry(u"launch"_s, u"launch"_s, tr("Launch"));
    m_window->rail().addEntry(u"nodes"_s, u"nodes"_s, tr("Nodes"));
    m_window->addFootPage(u"clusters"_s, u"cluster"_s, tr("Clusters"), m_welcome);
    m_window->rail().addFootEntry(u"settings"_s, u"settings"_s, tr("Settings"));
    m_window->setPaletteSource(
        [this] { return m_workspace ? m_workspace->jobEntries() : QList<views::PaletteEntry>(); });
    connect(m_window.get(), &views::MainWindow::entryChosen, this, [this](const QString &id) {
        if (m_workspace)
            m_workspace->chooseEntry(id);
    });
    connect(m_window.get(), &views::MainWindow::closing, this, &Application::remember);
    connect(m_window.get(), &views::MainWindow::painted, this, &Application::begin);
    connect(m_welcome, &views::WelcomePage::sandboxOpened, this, &Application::connectToSandbox);
    connect(m_welcome, &views::WelcomePage::contextChosen, this, &Application::connectTo);
    connect(m_welcome, &views::WelcomePage::kubeconfigRequested, this, &Application::chooseKubeconfig);
    connect(m_welcome, &views::WelcomePage::logRequested, this, &Application::chooseLog);
    connect(&m_clusters, &Clusters::changed, this, [this] {
        m_welcome->setContexts(m_clusters.entries());
        m_welcome->setKubeconfigNote(m_clusters.note());
        refreshBar();
    });
}

/// The pages that are not in the window's first picture.
void Application::makeOtherPages()
{
    if (m_launchPage)
        return;
    m_launchPage = new views::LaunchPage(*m_document);
    m_window->addInnerPage(u"launch"_s, u"launch"_s, m_launchPage);
    wireLaunchPage();
    wireTrial();
    auto *settings = new views::SettingsPage(m_appearance, {u"en"_s, u"de"_s}, m_settings.language());
    m_window->addInnerPage(u"settings"_s, u"settings"_s, settings);
    connect(settings, &views::SettingsPage::languageChosen, this,
            [this](const QString &language) { m_settings.setLanguage(language); });
    settings->setLogLimit(m_settings.logLimit());
    connect(settings, &views::SettingsPage::logLimitChosen, this, [this](qint64 bytes) {
        m_settings.setLogLimit(bytes);
        if (m_workspace)
            m_workspace->session().spoolBudget().setLimit(bytes);
    });
    refreshBar();
}

void Application::makeCommands()
{
    for (const Command &command : commands) {
        auto *action
            = m_window->addCommand({.id = u"command-%1"_s.arg(int(command.id)),
                                    .text = QCoreApplication::translate("Command", command.text),
                                    .detail = {},
                                    .iconName = QString::fromLatin1(command.icon),
                                    .shortcut = command.key == noKey ? QKeySequence() : QKeySequence(command.key)});
        connect(action, &QAction::triggered, this, [this, id = command.id] { run(id); });
        m_actions.append(action);
    }
}

void Application::run(Command::Id id)
{
    switch (id) {
    case Command::GoOverview:
        return m_window->showPage(u"overview"_s);
    case Command::GoTraining:
        return m_window->showPage(u"training"_s);
    case Command::GoNodes:
        return m_window->showPage(u"nodes"_s);
    case Command::GoLaunch:
    case Command::NewJob:
        return m_window->showPage(u"launch"_s);
    case Command::GoClusters:
        m_clusters.probeAll();
        return m_window->showPage(u"clusters"_s);
    case Command::GoSettings:
        return m_window->showPage(u"settings"_s);
    case Command::GoRules:
        return openRules();
    case Command::LaunchSample:
        return m_workspace->launchSample();
    case Command::OpenLog:
        return chooseLog();
    case Command::OpenKubeconfig:
        return chooseKubeconfig();
    case Command::StartSandbox:
        m_sandbox.start();
        return m_window->showPage(u"clusters"_s);
    case Command::StopSandbox:
        return m_sandbox.down();
    case Command::Reconnect:
        return m_workspace->session().retry();
    case Command::ToggleScheme:
        return m_appearance.setScheme(m_appearance.isDark() ? views::Scheme::Light : views::Scheme::Dark);
    case Command::ToggleProjector:
        return m_appearance.setProjector(!m_appearance.isProjector());
    case Command::ToggleFullScreen:
        return m_window->toggleFullScreen();
    case Command::ToggleRail:
        return m_window->rail().setCollapsed(!m_window->rail().isCollapsed());
    case Command::OpenPalette:
        return m_window->openPalette();
    case Command::Quit:
        m_window->close();
        return;
    case Command::Count:
        break;
    }
}

void Application::wireBar()
{
    auto &bar = m_window->topBar();
    connect(&bar, &views::TopBar::contextChosen, this, [this](const QString &name) {
        if (name == sandboxName)
            connectToSandbox();
        else
            connectTo(name);
    });
    connect(&bar, &views::TopBar::clustersRequested, this, [this] { run(Command::GoClusters); });
    connect(&bar, &views::TopBar::namespaceChosen, this, [this](const QString &ns) {
        if (!m_workspace)
            return;
        m_workspace->setNamespace(ns);
        m_settings.setNamespace(m_workspace->session().contextName(), ns.isEmpty() ? u"*"_s : ns);
        refreshBar();
    });
    connect(&bar, &views::TopBar::healthRequested, this, &Application::tellHealth);
    connect(&bar, &views::TopBar::schemeToggled, this, [this] { run(Command::ToggleScheme); });
    connect(&bar, &views::TopBar::shieldToggled, this, [this] {
        if (m_workspace)
            m_workspace->setReadOnly(!m_workspace->isReadOnly());
    });
}

void Application::wireLaunchPage()
{
    connect(m_launchPage, &views::LaunchPage::textEdited, this, [this](const QString &yaml) {
        if (m_invocation.mode == Invocation::Mode::Window)
            m_settings.setDraft(yaml);
    });
    if (const QString draft = m_settings.draft(); !draft.isEmpty())
        m_launchPage->setText(draft);
    m_launchPage->setTarget({}, {});
}

void Application::show()
{
    restore();
    m_window->show();
    QTimer::singleShot(unseenMilliseconds, this, &Application::begin); // the window may be born hidden or minimised
}

void Application::begin()
{
    if (std::exchange(m_begun, true))
        return;
    QApplication::setWindowIcon(QIcon(u":/icons/pilothouse.svg"_s));
    makeOtherPages();
    m_clusters.load(m_invocation.kubeconfig.isEmpty() ? QStringList() : QStringList {m_invocation.kubeconfig});
    m_clusters.probeAll();
    if (!m_invocation.logFile.isEmpty())
        openLog(m_invocation.logFile);
    if (m_invocation.startSandbox)
        m_sandbox.start();
    const QString last = m_settings.lastContext();
    if (!m_invocation.context.isEmpty())
        connectTo(m_invocation.context);
    else if (!m_invocation.startSandbox && m_invocation.mode == Invocation::Mode::Window && m_clusters.contains(last)
             && m_clusters.pluginOf(last).isEmpty())
        connectTo(last);
}

void Application::connectTo(const QString &name)
{
    const QString plugin = m_clusters.pluginOf(name);
    if (!plugin.isEmpty() && m_pluginAllowedFor != name) {
        m_window->messageBar().warn({tr("To log in, the context %1 runs the program %2.").arg(name, plugin),
                                     tr("Run it only if you trust the file that names it.")},
                                    tr("Run %1").arg(plugin.section(u'/', -1)), [this, name] {
                                        m_pluginAllowedFor = name;
                                        connectTo(name);
                                    });
        return;
    }
    const auto context = m_clusters.resolve(name);
    if (!context) {
        const auto problem = models::describe(context.error());
        m_window->messageBar().warn(problem);
        emit connectionRefused(problem);
        return;
    }
    m_settings.setLastContext(name);
    enter(*context, false);
}

void Application::connectToSandbox()
{
    if (m_workspace && m_workspace->isSandbox()) {
        m_window->showPage(u"training"_s);
        return;
    }
    const auto context = sandboxContext();
    if (!context) {
        const auto problem = models::describe(context.error());
        m_window->messageBar().warn(problem);
        emit connectionRefused(problem);
        return;
    }
    enter(*context, true);
}

k8s::Result<k8s::ClusterContext> Application::sandboxContext() const
{
    const auto config = k8s::Kubeconfig::load({m_sandbox.kubeconfig()});
    auto context = config ? config->resolve() : std::unexpected(config.error());
    if (context)
        context->name = sandboxName;
    return context;
}

void Application::wireTrial()
{
    connectTrial(*m_launchPage, m_trial, [this]() -> std::optional<k8s::Result<k8s::ClusterContext>> {
        if (m_sandbox.state() != models::SandboxSupervisor::State::Ready)
            return std::nullopt;
        return sandboxContext();
    });
    connect(m_launchPage, &views::LaunchPage::sandboxStartRequested, this, [this] { run(Command::StartSandbox); });
    connect(m_launchPage, &views::LaunchPage::sandboxJobActivated, this, [this](const k8s::ObjectRef &job) {
        connectToSandbox();
        if (m_workspace && m_workspace->isSandbox())
            m_workspace->openJob(job);
    });
}

void Application::enter(const k8s::ClusterContext &context, bool sandbox)
{
    leave();
    makeOtherPages();
    m_window->messageBar().dismiss(); // whatever it offered was about the cluster before
    m_workspace = std::make_unique<Workspace>(*m_net, context, sandbox, *m_window, *m_launchPage);
    m_workspace->session().spoolBudget().setLimit(m_settings.logLimit());
    m_workspace->session().setRuleBook(m_rules);
    connect(m_workspace.get(), &Workspace::rulesRequested, this, &Application::openRules);
    m_schemas->setClient(&m_workspace->session().client());
    connect(m_workspace.get(), &Workspace::healthChanged, this, &Application::refreshBar);
    connect(m_workspace.get(), &Workspace::namespacesChanged, this, &Application::refreshBar);
    m_workspace->setPrometheus(m_settings.prometheus(context.name));
    connect(m_workspace.get(), &Workspace::prometheusChosen, this,
            [this, name = context.name](const QString &address) { m_settings.setPrometheus(name, address); });
    const QString remembered = m_settings.ns(context.name);
    const QString wanted = m_invocation.ns.isEmpty() ? remembered : m_invocation.ns;
    m_workspace->start(wanted.isEmpty() ? QString() : wanted);
    const QString page = m_settings.lastPage();
    m_window->showPage(page == "overview"_L1 || page == "launch"_L1 || page == "nodes"_L1 ? page : u"training"_s);
    refreshBar();
    refreshCommands();
    emit workspaceChanged();
}

void Application::leave()
{
    if (!m_workspace)
        return;
    m_schemas->setClient(nullptr);
    m_workspace.reset();
    m_window->showPage(u"clusters"_s);
    refreshBar();
    refreshCommands();
    emit workspaceChanged();
}

void Application::refreshBar()
{
    auto &bar = m_window->topBar();
    QList<views::ContextEntry> entries = m_clusters.entries();
    if (m_sandbox.state() == models::SandboxSupervisor::State::Ready)
        entries.prepend(
            {.name = sandboxName, .detail = {}, .health = views::Health::Connected, .healthText = {}, .sandbox = true});
    bar.setContexts(entries, m_workspace ? m_workspace->session().contextName() : QString());
    bar.setConnected(m_workspace != nullptr);
    if (m_launchPage)
        m_launchPage->setSandboxOffered(!m_workspace || !m_workspace->isSandbox());
    if (!m_workspace)
        return;
    bar.setNamespaces(m_workspace->session().namespaces(), m_workspace->session().ns());
    bar.setHealth(m_workspace->health(), m_workspace->healthText());
    if (!m_workspace->isSandbox())
        m_clusters.setHealth(m_workspace->session().contextName(), m_workspace->health(), m_workspace->healthText());
}

void Application::refreshCommands()
{
    for (const Command &command : commands) {
        if (command.needsCluster)
            m_actions.at(command.id)->setEnabled(m_workspace != nullptr);
    }
    using State = models::SandboxSupervisor::State;
    m_actions.at(Command::StartSandbox)
        ->setEnabled(m_sandbox.state() == State::Down || m_sandbox.state() == State::Failed);
    m_actions.at(Command::StopSandbox)->setEnabled(m_sandbox.state() == State::Ready);
    m_window->rail().setEntryVisible(u"overview"_s, m_workspace != nullptr);
    m_window->rail().setEntryVisible(u"training"_s, m_workspace != nullptr);
    m_window->rail().setEntryVisible(u"nodes"_s, m_workspace != nullptr);
}

void Application::tellHealth()
{
    if (!m_workspace)
        return;
    const auto &health = m_workspace->session().health();
    if (!health.problem.isEmpty()) {
        m_window->messageBar().warn(health.problem, tr("Try now"), [this] {
            m_window->messageBar().dismiss();
            run(Command::Reconnect);
        });
        return;
    }
    m_window->messageBar().inform(tr("%1 answers in %2 ms: Kubernetes %3.")
                                      .arg(m_workspace->session().server())
                                      .arg(health.latencyMs)
                                      .arg(health.serverVersion));
}

void Application::openLog(const QString &fileName)
{
    if (QFileInfo(fileName).isDir() || models::EventFolder::holdsEvents(fileName))
        return openEvents(fileName);
    auto *page = new views::LogFilePage;
    m_window->addInnerPage(u"logfile"_s, {}, page);
    connect(page, &views::LogFilePage::backRequested, this,
            [this] { m_window->showPage(m_workspace ? u"training"_s : u"clusters"_s); });
    connect(page, &views::LogFilePage::rulesRequested, this, &Application::openRules);
    page->setRuleBook(m_rules);
    m_window->showPage(u"logfile"_s);
    page->open(fileName);
}

void Application::openEvents(const QString &path)
{
    auto *page = new views::EventsPage(path);
    m_window->addInnerPage(u"events"_s, {}, page);
    connect(page, &views::EventsPage::backRequested, this,
            [this] { m_window->showPage(m_workspace ? u"training"_s : u"clusters"_s); });
    m_window->showPage(u"events"_s);
}

void Application::chooseLog()
{
    const QString name = QFileDialog::getOpenFileName(m_window.get(), tr("Open a log"), {},
                                                      tr("Logs (*.log *.txt *.out *.err *.gz *.zst);;All files (*)"));
    if (!name.isEmpty())
        openLog(name);
}

void Application::chooseKubeconfig()
{
    const QString name = QFileDialog::getOpenFileName(m_window.get(), tr("Open a kubeconfig"), {}, tr("All files (*)"));
    if (name.isEmpty())
        return;
    m_clusters.load({name});
    m_clusters.probeAll();
    m_window->showPage(u"clusters"_s);
}

void Application::restore()
{
    m_window->rail().setCollapsed(m_settings.railCollapsed());
    if (m_invocation.mode == Invocation::Mode::Window)
        m_window->restoreGeometry(m_settings.geometry());
    m_window->showPage(u"clusters"_s);
}

void Application::remember()
{
    if (m_invocation.mode != Invocation::Mode::Window)
        return;
    if (m_launchPage)
        m_settings.setDraft(m_launchPage->text());
    m_settings.setRailCollapsed(m_window->rail().isCollapsed());
    m_settings.setGeometry(m_window->saveGeometry());
    m_settings.setLastPage(m_window->currentPage());
    if (m_workspace && m_workspace->isSandbox())
        m_settings.setLastContext({});
}

} // namespace app
