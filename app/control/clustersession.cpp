// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/clustersession.h"

#include "models/gpu/jobresources.h"
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"
#include "models/logs/joblogs.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const models::KindDescriptor &builtInKind(const QString &kind)
{
    const auto *descriptor = models::findKind({}, kind);
    Q_ASSERT(descriptor);
    return *descriptor;
}

QString keyOf(const k8s::ObjectRef &job)
{
    return job.uid.isEmpty() ? job.type.kind + u'/' + job.ns + u'/' + job.name : job.uid;
}

/// Whether waiting will not help: the server is there, but the user has to do something.
bool isRefusal(const k8s::Error &error)
{
    using enum k8s::Error::Kind;
    return error.kind == Unauthorized || error.kind == Forbidden || error.kind == Tls || error.kind == Config;
}

} // namespace

ClusterSession::ClusterSession(k8s::NetThread &net, const k8s::ClusterContext &context, QObject *parent)
    : QObject(parent)
    , m_net(net)
    , m_client(net, context)
    , m_ns(context.ns)
    , m_nodes(builtInKind(u"Node"_s))
    , m_namespaces(builtInKind(u"Namespace"_s))
    , m_board(std::make_unique<models::NodeBoard>(m_nodes, &m_client))
    , m_controller(m_client)
{
    m_probe.setInterval(probeIntervalMs);
    connect(&m_probe, &QTimer::timeout, this, &ClusterSession::probe);
    connect(&m_jobs, &models::ResourceTable::changed, this, &ClusterSession::watchRunningJobs);
    connect(&m_namespaces, &models::ResourceTable::changed, this, &ClusterSession::namespacesChanged);
}

ClusterSession::~ClusterSession()
{
    for (const auto &open : m_runs)
        emit runClosing(open.run.get());
    m_runs.clear();
    m_board.reset();
    m_jobs.clear(); // feeds first: they use the client
    m_nodes.clear();
    m_namespaces.clear();
}

void ClusterSession::start()
{
    m_jobs.followAll(m_client, m_ns);
    m_nodes.follow(m_client, {});
    m_namespaces.follow(m_client, {});
    m_probe.start();
    probe();
}

QString ClusterSession::contextName() const { return m_client.context().name; }

QString ClusterSession::server() const { return m_client.context().server; }

QString ClusterSession::launchNamespace() const
{
    if (!m_ns.isEmpty())
        return m_ns;
    return m_client.context().ns.isEmpty() ? u"default"_s : m_client.context().ns;
}

void ClusterSession::setNamespace(const QString &ns)
{
    if (ns == m_ns)
        return;
    m_ns = ns;
    m_jobs.followAll(m_client, m_ns);
}

QStringList ClusterSession::namespaces() const
{
    QStringList names;
    for (int row = 0; row < m_namespaces.rowCount(); ++row)
        names.append(m_namespaces.refAt(row).name);
    // Many users may not list namespaces: at least their own is there.
    for (const QString &own : {m_ns, m_client.context().ns}) {
        if (!own.isEmpty() && !names.contains(own))
            names.append(own);
    }
    names.sort();
    return names;
}

models::JobRun &ClusterSession::open(const k8s::ObjectRef &job)
{
    const QString key = keyOf(job);
    const auto found = std::ranges::find(m_runs, key, &OpenRun::key);
    if (found == m_runs.end())
        return *addRun(job).run;
    std::rotate(found, found + 1, m_runs.end());
    return *m_runs.back().run;
}

models::JobRun *ClusterSession::findRun(const QString &uid) const
{
    const auto found = std::ranges::find(m_runs, uid, &OpenRun::key);
    return found == m_runs.end() ? nullptr : found->run.get();
}

ClusterSession::OpenRun &ClusterSession::addRun(const k8s::ObjectRef &job)
{
    evict();
    auto &open = m_runs.emplace_back(keyOf(job), std::make_unique<models::JobRun>(m_client, job));
    auto *run = open.run.get();
    run->resources().setPrometheus(m_prometheus.get());
    run->logs().setBudget(&m_spools);
    if (m_rules)
        run->setRuleBook(*m_rules);
    connect(run, &models::JobRun::figuresChanged, this,
            [this, run] { showFigures(run->detail().summary().uid, *run); });
    return open;
}

void ClusterSession::setPrometheus(const QString &address)
{
    std::unique_ptr<k8s::ApiClient> next;
    if (!address.isEmpty()) {
        k8s::ClusterContext context;
        context.name = contextName();
        context.server = address;
        next = std::make_unique<k8s::ApiClient>(m_net, context);
    }
    m_board->setPrometheus(next.get());
    for (const auto &open : m_runs)
        open.run->resources().setPrometheus(next.get());
    m_prometheus = std::move(next); // the one before goes last: it was in use until here
}

void ClusterSession::evict()
{
    while (m_runs.size() >= maximumRuns) {
        // The oldest is not necessarily the least wanted, but it is the one that nobody looked at for the longest time.
        emit runClosing(m_runs.front().run.get());
        m_runs.erase(m_runs.begin());
    }
}

void ClusterSession::watchRunningJobs()
{
    QList<const models::Row *> running, finished;
    m_jobs.forEachRow([&](const models::Row &row) {
        const QString &state = row.cells.value(models::JobTable::State).text;
        if (state == "Running"_L1)
            running.append(&row);
        else if (state == "Succeeded"_L1)
            finished.append(&row);
    });
    // The last few that ended still have a loss to show, as long as their pods are there.
    std::ranges::sort(finished, std::greater {},
                      [](const models::Row *row) { return row->cells.value(models::JobTable::Age).sortKey; });
    for (const auto *row : running + finished.first(qMin<qsizetype>(finished.size(), maximumFinished))) {
        if (m_runs.size() < maximumRuns - 1 && !findRun(row->uid))
            addRun({row->type, row->ns, row->name, row->uid});
    }
}

void ClusterSession::showFigures(const QString &uid, const models::JobRun &run)
{
    m_jobs.setFigures(uid, run.figures());
}

void ClusterSession::probe()
{
    if (std::exchange(m_probing, true)) {
        tellSilence();
        return;
    }
    m_client.version({this, [this](const k8s::Result<k8s::ServerVersion> &answer) {
                          m_probing = false;
                          takeProbe(answer);
                      }});
}

/// A server that accepts and says nothing is as good as gone; the answer may still come and set it right.
void ClusterSession::tellSilence()
{
    if (m_health.state != ClusterHealth::State::Connected)
        return;
    ClusterHealth health = m_health;
    health.state = ClusterHealth::State::Lost;
    health.problem = models::describe(
        {.kind = k8s::Error::Kind::Timeout, .message = {}, .context = server(), .reason = {}, .causes = {}});
    setHealth(health);
}

void ClusterSession::takeProbe(const k8s::Result<k8s::ServerVersion> &answer)
{
    ClusterHealth health = m_health;
    if (!answer) {
        const bool knownBefore = m_health.lastSeen.isValid();
        health.problem = models::describe(answer.error());
        health.state = isRefusal(answer.error()) ? ClusterHealth::State::Refused
            : knownBefore                        ? ClusterHealth::State::Lost
                                                 : ClusterHealth::State::Connecting;
        setHealth(health);
        return;
    }
    const bool cameBack
        = m_health.state == ClusterHealth::State::Lost || m_health.state == ClusterHealth::State::Refused;
    health = {.state = ClusterHealth::State::Connected,
              .latencyMs = int((answer->roundTripMicroseconds + 500) / 1000),
              .serverVersion = answer->gitVersion,
              .problem = {},
              .lastSeen = QDateTime::currentDateTime()};
    setHealth(health);
    if (cameBack) {
        // The watches may be in a back-off of up to half a minute; there is no need to wait it out.
        retryWatches();
    }
}

void ClusterSession::retry()
{
    retryWatches();
    probe();
}

void ClusterSession::retryWatches()
{
    m_jobs.retry();
    m_nodes.retry();
    m_namespaces.retry();
    m_board->retry();
    for (const auto &open : m_runs)
        open.run->detail().retry();
}

void ClusterSession::setHealth(ClusterHealth health)
{
    if (health == m_health)
        return;
    m_health = std::move(health);
    emit healthChanged();
}

} // namespace app
