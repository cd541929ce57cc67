// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters.h"

#include "k8s/api/apiclient.h"
#include "models/core/problem.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr std::size_t maximumProbes = 24;
}

Clusters::Clusters(k8s::NetThread &net, QObject *parent)
    : QObject(parent)
    , m_net(net)
{
}

Clusters::~Clusters() = default;

void Clusters::load(const QStringList &files)
{
    m_entries.clear();
    m_probes.clear();
    m_note.clear();
    m_kubeconfig = {};
    const auto loaded = k8s::Kubeconfig::load(files.isEmpty() ? k8s::Kubeconfig::defaultFiles() : files);
    if (!loaded) {
        const auto problem = models::describe(loaded.error());
        m_note = loaded.error().reason == "NoKubeconfig"_L1 && files.isEmpty()
            ? tr("No kubeconfig was found. Open one, or set KUBECONFIG.")
            : problem.sentence;
        emit changed();
        return;
    }
    m_kubeconfig = *loaded;
    const auto contexts = m_kubeconfig.contexts();
    for (const auto &context : contexts)
        m_entries.append(
            {.name = context.name,
             .detail = context.insecure ? tr("%1, certificate not verified").arg(context.server) : context.server,
             .health = views::Health::Unknown,
             .healthText = context.runsPlugin ? tr("logs in with a program") : QString(),
             .sandbox = false});
    if (const auto problems = m_kubeconfig.problems(); !problems.isEmpty())
        m_note = u"%1: %2"_s.arg(problems.first().context, problems.first().message);
    emit changed();
}

void Clusters::probeAll()
{
    const auto contexts = m_kubeconfig.contexts();
    for (const auto &context : contexts) {
        if (!context.runsPlugin && m_probes.size() < maximumProbes)
            probe(context.name);
    }
}

void Clusters::probe(const QString &name)
{
    const auto context = m_kubeconfig.resolve(name);
    if (!context) {
        setHealth(name, views::Health::Failed, models::describe(context.error()).sentence);
        return;
    }
    setHealth(name, views::Health::Checking, tr("checking"));
    auto &client = m_probes[name] = std::make_unique<k8s::ApiClient>(m_net, *context);
    client->version({this, [this, name](const k8s::Result<k8s::ServerVersion> &answer) { takeAnswer(name, answer); }});
}

void Clusters::takeAnswer(const QString &name, const k8s::Result<k8s::ServerVersion> &answer)
{
    if (!m_probes.contains(name))
        return; // another kubeconfig was loaded meanwhile
    if (answer)
        setHealth(name, views::Health::Connected, tr("%1 ms").arg((answer->roundTripMicroseconds + 500) / 1000));
    else
        setHealth(name, views::Health::Failed, models::describe(answer.error()).sentence);
    m_probes.erase(name);
}

void Clusters::setHealth(const QString &name, views::Health health, const QString &words)
{
    for (auto &entry : m_entries) {
        if (entry.name != name || (entry.health == health && entry.healthText == words))
            continue;
        entry.health = health;
        entry.healthText = words;
        emit changed();
    }
}

QString Clusters::currentContext() const { return m_kubeconfig.currentContext(); }

bool Clusters::contains(const QString &name) const
{
    return std::ranges::contains(m_entries, name, &views::ContextEntry::name);
}

QString Clusters::pluginOf(const QString &name) const
{
    const auto context = m_kubeconfig.resolve(name);
    return context && context->exec ? context->exec->command : QString();
}

k8s::Result<k8s::ClusterContext> Clusters::resolve(const QString &name) const { return m_kubeconfig.resolve(name); }

} // namespace app
