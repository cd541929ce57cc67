// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace.h"

#include "app/launchwiring.h"
#include "models/gpu/localdevices.h"
#include "models/jobs/runcomparison.h"
#include "views/cluster/nodespage.h"
#include "views/compare/comparepage.h"
#include "views/overview/overviewpage.h"
#include "views/shell/mainwindow.h"
#include "views/shell/topbar.h"
#include "views/spec/launchpage.h"
#include "views/theme/messagebar.h"
#include "views/training/jobpage.h"
#include "views/training/trainingpage.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr auto entryPrefix = "job:"_L1;
}

Workspace::Workspace(k8s::NetThread &net, const k8s::ClusterContext &context, bool sandbox, views::MainWindow &window,
                     views::LaunchPage &launchPage, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_launchPage(launchPage)
    , m_session(net, context)
    , m_launch(m_session.client())
    , m_apply(m_session.client())
    , m_room(m_session.board(), m_session.client(), sandbox)
    , m_sandbox(sandbox)
{
    makePages();
    wireTraining();
    wireLaunch();
    connectApply(m_launchPage, m_apply);
    connect(&m_session, &ClusterSession::healthChanged, this, &Workspace::healthChanged);
    connect(&m_session, &ClusterSession::namespacesChanged, this, &Workspace::namespacesChanged);
    connect(&m_session, &ClusterSession::runClosing, this, &Workspace::closeRun);
    connect(&m_session.controller(), &JobController::done, &m_window.messageBar(), &views::MessageBar::inform);
    connect(&m_session.controller(), &JobController::failed, this,
            [this](const models::Problem &problem) { showProblem(problem); });
    setReadOnly(!sandbox && context.name.contains(u"prod"_s, Qt::CaseInsensitive));
}

Workspace::~Workspace()
{
    m_launchPage.disconnect(this);
    m_launchPage.setTarget({}, {});
    m_launchPage.setRoom({});
    for (const auto &page : {u"compare"_s, u"job"_s, u"training"_s, u"nodes"_s, u"overview"_s})
        m_window.removePage(page);
}

void Workspace::start(const QString &ns)
{
    if (!ns.isNull())
        m_session.setNamespace(ns == "*"_L1 ? QString() : ns);
    takeNamespace();
    m_session.start();
    m_room.setWatched(m_window.currentPage() == "launch"_L1);
}

void Workspace::makePages()
{
    m_overview = new views::OverviewPage(m_session.jobs(), m_session.nodes());
    m_overview->setSampleOffered(m_sandbox);
    m_training = new views::TrainingPage(m_session.jobs());
    m_training->setSampleOffered(m_sandbox);
    m_window.addInnerPage(u"overview"_s, u"overview"_s, m_overview);
    m_window.addInnerPage(u"training"_s, u"training"_s, m_training);
    m_nodes = new views::NodesPage(m_session.nodes(), m_session.board());
    m_window.addInnerPage(u"nodes"_s, u"nodes"_s, m_nodes);
    if (m_sandbox) { // its node is this machine
        m_localDevices = std::make_unique<models::LocalDevices>();
        m_nodes->setLocalDevices(*m_localDevices);
    }
    wireNodes(*m_nodes);
}

void Workspace::wireNodes(views::NodesPage &page)
{
    connect(&page, &views::NodesPage::jobActivated, this, [this](const QString &ns, const QString &name) {
        const models::Row *found = nullptr;
        m_session.jobs().forEachRow([&](const models::Row &row) {
            if (row.ns == ns && row.name == name)
                found = &row;
        });
        if (found)
            openJob({found->type, found->ns, found->name, found->uid});
    });
    connect(&page, &views::NodesPage::prometheusChosen, this, [this](const QString &address) {
        setPrometheus(address);
        emit prometheusChosen(address);
    });
}

void Workspace::wireTraining()
{
    const auto newJob = [this] { m_window.showPage(u"launch"_s); };
    connect(m_overview, &views::OverviewPage::jobActivated, this, &Workspace::openJob);
    connect(m_overview, &views::OverviewPage::newJobRequested, this, newJob);
    connect(m_overview, &views::OverviewPage::launchSampleRequested, this, &Workspace::launchSample);
    connect(m_training, &views::TrainingPage::jobActivated, this, &Workspace::openJob);
    connect(m_training, &views::TrainingPage::newJobRequested, this, newJob);
    connect(m_training, &views::TrainingPage::launchSampleRequested, this, &Workspace::launchSample);
    connect(m_training, &views::TrainingPage::deleteRequested, this,
            [this](const QList<k8s::ObjectRef> &jobs) { m_session.controller().remove(jobs); });
    connect(m_training, &views::TrainingPage::compareRequested, this, &Workspace::compare);
    connect(m_training, &views::TrainingPage::suspendRequested, this,
            [this](const QList<k8s::ObjectRef> &jobs, bool suspend) {
                m_session.controller().setSuspended(jobs, suspend);
            });
}

void Workspace::setPrometheus(const QString &address)
{
    m_session.setPrometheus(address);
    m_nodes->setPrometheus(address);
}

void Workspace::wireLaunch()
{
    connect(&m_launchPage, &views::LaunchPage::dryRunRequested, &m_launch, &LaunchController::dryRun);
    connect(&m_launchPage, &views::LaunchPage::launchRequested, &m_launch, &LaunchController::launch);
    connect(&m_launchPage, &views::LaunchPage::cancelRequested, &m_launch, &LaunchController::cancel);
    connect(&m_launchPage, &views::LaunchPage::jobActivated, this, &Workspace::openJob);
    connect(&m_launch, &LaunchController::progress, &m_launchPage, &views::LaunchPage::setBusy);
    connect(&m_launch, &LaunchController::busyChanged, this, [this](bool busy) {
        if (!busy)
            m_launchPage.setBusy({});
    });
    connect(&m_launch, &LaunchController::dryRunPassed, this, [this](int documents, const QStringList &warnings) {
        const QString sentence = tr("The server would take the %n objects.", nullptr, documents);
        m_launchPage.showDone(warnings.isEmpty() ? sentence : sentence + u' ' + warnings.join(u' '));
    });
    // Who writes a job wants to know what is free: from then on the pods are followed.
    connect(&m_window, &views::MainWindow::pageShown, this,
            [this](const QString &id) { m_room.setWatched(id == "launch"_L1); });
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive && m_window.currentPage() == "launch"_L1)
            m_room.refresh(); // what was missing may have been brought in another window, an image say
    });
    connect(&m_room, &RoomWatch::changed, this, [this] { m_launchPage.setRoom(m_room.room()); });
    connect(&m_launch, &LaunchController::launched, this, &Workspace::takeLaunched);
    connect(&m_launch, &LaunchController::failed, this, &Workspace::takeRefusal);
}

void Workspace::takeNamespace()
{
    m_launch.setNamespace(m_session.launchNamespace());
    m_apply.setNamespace(m_session.launchNamespace());
    m_launchPage.setTarget(m_sandbox ? tr("sandbox") : m_session.contextName(), m_session.launchNamespace());
    m_room.setNamespace(m_session.launchNamespace());
}

void Workspace::setNamespace(const QString &ns)
{
    m_session.setNamespace(ns);
    takeNamespace();
    emit namespacesChanged();
}

void Workspace::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_training->setReadOnly(readOnly);
    m_launchPage.setReadOnly(readOnly);
    if (m_jobPage)
        m_jobPage->setReadOnly(readOnly);
    m_window.topBar().setReadOnly(readOnly);
}

void Workspace::openJob(const k8s::ObjectRef &job)
{
    auto &run = m_session.open(job);
    if (&run != m_shownRun) {
        auto *page = new views::JobPage(run.detail(), run.logs(), run.metrics());
        page->setResources(run.resources());
        page->setPodEvents(run.podEvents());
        m_window.addInnerPage(u"job"_s, u"training"_s, page);
        m_jobPage = page;
        m_shownRun = &run;
        page->setReadOnly(m_readOnly);
        wireJobPage(*page);
    }
    m_window.showPage(u"job"_s);
    emit jobOpened(job);
}

void Workspace::compare(const QList<k8s::ObjectRef> &jobs)
{
    QList<models::JobRun *> runs;
    for (const k8s::ObjectRef &job : jobs.first(std::min(jobs.size(), models::RunComparison::mostRuns)))
        runs.append(&m_session.open(job));
    auto *page = new views::ComparePage(std::make_unique<models::RunComparison>(runs));
    m_compare = page;
    m_window.addInnerPage(u"compare"_s, u"training"_s, page);
    page->setCandidates([this] {
        QList<k8s::ObjectRef> all;
        m_session.jobs().forEachRow(
            [&all](const models::Row &row) { all.append({row.type, row.ns, row.name, row.uid}); });
        return all;
    });
    connect(page, &views::ComparePage::backRequested, this, [this] { m_window.showPage(u"training"_s); });
    connect(page, &views::ComparePage::jobActivated, this, &Workspace::openJob);
    // Not at once: the page that asks is replaced.
    connect(page, &views::ComparePage::jobsChosen, this, &Workspace::compare, Qt::QueuedConnection);
    m_window.showPage(u"compare"_s);
}

void Workspace::wireJobPage(views::JobPage &page)
{
    connect(&page, &views::JobPage::compareRequested, this, [this](const k8s::ObjectRef &job) { compare({job}); });
    connect(&page, &views::JobPage::rulesRequested, this, &Workspace::rulesRequested);
    connect(&page, &views::JobPage::backRequested, this, [this] { m_window.showPage(u"training"_s); });
    connect(&page, &views::JobPage::deleteRequested, this,
            [this](const k8s::ObjectRef &job) { m_session.controller().remove(job); });
    connect(&page, &views::JobPage::suspendRequested, this,
            [this](const k8s::ObjectRef &job, bool suspend) { m_session.controller().setSuspended(job, suspend); });
    connect(&page, &views::JobPage::cloneRequested, this, [this](const QString &yaml) {
        m_launchPage.setText(yaml);
        m_window.showPage(u"launch"_s);
    });
}

void Workspace::closeRun(models::JobRun *run)
{
    if (m_compare)
        m_compare->comparison().release(run);
    if (run != m_shownRun)
        return;
    const bool shown = m_window.currentPage() == "job"_L1;
    m_shownRun = nullptr;
    m_jobPage = nullptr;
    m_window.removePage(u"job"_s);
    if (shown)
        m_window.showPage(u"training"_s);
}

void Workspace::showProblem(const models::Problem &problem)
{
    if (m_jobPage && m_window.currentPage() == "job"_L1)
        m_jobPage->showProblem(problem);
    else if (m_window.currentPage() == "training"_L1)
        m_training->showProblem(problem);
    else
        m_window.messageBar().warn(problem);
}

void Workspace::launchSample() { launchExample(u":/examples/digits-ddp.yaml"_s); }

void Workspace::launchExample(const QString &file)
{
    if (m_launch.isBusy())
        return;
    if (m_readOnly) {
        m_window.messageBar().warn(
            {tr("Nothing was launched: this cluster is read-only."), tr("Lift the shield in the bar above first.")});
        return;
    }
    m_sample = file;
    m_replaced = false;
    m_window.messageBar().inform(tr("Launching the sample…"));
    m_launch.launchSample(file);
}

void Workspace::takeLaunched(const k8s::ObjectRef &job, const QStringList &warnings)
{
    m_launchPage.showLaunched(job);
    m_room.refresh();
    const bool isSample = !std::exchange(m_sample, {}).isEmpty();
    const QString sentence = tr("%1 was launched.").arg(job.name);
    if (isSample || !warnings.isEmpty() || m_window.currentPage() != "launch"_L1) // else the page says it already
        m_window.messageBar().inform(warnings.isEmpty() ? sentence : sentence + u' ' + warnings.join(u' '));
    if (isSample)
        openJob(job);
}

void Workspace::takeRefusal(const k8s::Error &error, int document)
{
    if (error.kind == k8s::Error::Kind::Cancelled) {
        m_sample.clear();
        return;
    }
    if (m_sample.isEmpty()) {
        m_launchPage.showError(error, document);
        return;
    }
    if (error.kind == k8s::Error::Kind::Conflict && !m_replaced) {
        replaceFinishedSample(error);
        return;
    }
    m_sample.clear();
    const auto problem = models::describe(error);
    m_window.messageBar().warn(problem);
    emit sampleFailed(problem);
}

void Workspace::replaceFinishedSample(const k8s::Error &error)
{
    const QString name = m_sample.section(u'/', -1).section(u'.', 0, 0);
    const models::Row *found = nullptr;
    m_session.jobs().forEachRow([&](const models::Row &row) {
        if (row.name == name && row.ns == m_session.launchNamespace())
            found = &row;
    });
    if (!found) {
        m_replaced = true;
        takeRefusal(error, -1);
        return;
    }
    const k8s::ObjectRef job {found->type, found->ns, found->name, found->uid};
    const QString state = found->cells.value(models::JobTable::State).text;
    if (state != "Succeeded"_L1 && state != "Failed"_L1) {
        m_sample.clear();
        m_window.messageBar().inform(tr("%1 runs already.").arg(job.name));
        openJob(job);
        return;
    }
    m_replaced = true;
    auto *once = new QObject(this);
    connect(&m_session.jobs(), &models::ResourceTable::changed, once, [this, once, uid = job.uid] {
        if (m_session.jobs().rowOfUid(uid))
            return;
        once->deleteLater();
        once->disconnect();
        m_session.jobs().disconnect(once);
        m_launch.launchSample(m_sample);
    });
    m_session.controller().remove(job);
}

views::Health Workspace::health() const
{
    switch (m_session.health().state) {
    case ClusterHealth::State::Connecting:
        return m_session.health().problem.isEmpty() ? views::Health::Checking : views::Health::Failed;
    case ClusterHealth::State::Connected:
        return views::Health::Connected;
    case ClusterHealth::State::Lost:
        return views::Health::Stale;
    case ClusterHealth::State::Refused:
        return views::Health::Failed;
    }
    return views::Health::Unknown;
}

QString Workspace::healthText() const
{
    const auto &health = m_session.health();
    switch (health.state) {
    case ClusterHealth::State::Connecting:
        return health.problem.isEmpty() ? tr("connecting…") : tr("no answer, trying again");
    case ClusterHealth::State::Connected:
        return tr("connected %1 ms").arg(health.latencyMs);
    case ClusterHealth::State::Lost:
        return tr("last seen %1, reconnecting").arg(QLocale().toString(health.lastSeen.time(), u"HH:mm:ss"_s));
    case ClusterHealth::State::Refused:
        return tr("refused");
    }
    return {};
}

QList<views::PaletteEntry> Workspace::jobEntries() const
{
    QList<views::PaletteEntry> entries;
    m_session.jobs().forEachRow([&entries](const models::Row &row) {
        entries.append({.id = entryPrefix + row.uid,
                        .text = row.name,
                        .detail = u"%1 · %2"_s.arg(row.cells.value(models::JobTable::Kind).text, row.ns),
                        .iconName = u"training"_s,
                        .shortcut = {}});
    });
    return entries;
}

bool Workspace::chooseEntry(const QString &id)
{
    if (!id.startsWith(entryPrefix))
        return false;
    if (const auto *row = m_session.jobs().rowOfUid(id.sliced(entryPrefix.size())))
        openJob({row->type, row->ns, row->name, row->uid});
    return true;
}

} // namespace app
