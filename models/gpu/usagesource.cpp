// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/usagesource.h"

#include "k8s/api/apiclient.h"
#include "models/gpu/pollpace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace models {

namespace {

constexpr qsizetype mostNodes = 64; // a round
constexpr qint64 absenceLife = 10 * 60 * 1000; // ms until metrics.k8s.io is looked for again
constexpr auto slowest = 30s; // while nobody looks

} // namespace

class UsageSource::Private
{
public:
    Private(UsageSource *source, k8s::ApiClient &apiClient)
        : q(source)
        , client(apiClient)
    {
    }

    void begin();
    void askMetricsApi();
    void askKubelets();
    void takeKubelet(const QString &node, const k8s::Result<k8s::Response> &answer);
    void finish(const QList<PodUsage> &usage, Origin from);
    void fail(const DataGap &why);
    void setGap(const DataGap &next);
    void wait();

    UsageSource *q;
    k8s::ApiClient &client;
    QString ns;
    QStringList nodes;
    bool running = false;
    bool hurried = true;
    QTimer timer;
    PollPace pace {5s, 15s}; // kubelet: 10 s with cAdvisor; metrics-server: 15 s
    std::unique_ptr<QObject> round; ///< receives the answers of one round; with it they are dropped
    int pending = 0, answered = 0;
    QElapsedTimer noMetricsApi; ///< since it was found missing
    std::map<QString, KubeletUsage> kubelets;
    QList<PodUsage> gathered, before;
    std::optional<DataGap> refusal;
    Origin origin = Origin::None;
    DataGap gap;
};

void UsageSource::Private::begin()
{
    timer.stop();
    round = std::make_unique<QObject>();
    gathered.clear();
    refusal.reset();
    if (noMetricsApi.isValid() && noMetricsApi.elapsed() < absenceLife)
        askKubelets();
    else
        askMetricsApi();
}

void UsageSource::Private::askMetricsApi()
{
    const QString path = u"/apis/metrics.k8s.io/v1beta1/namespaces/%1/pods"_s.arg(ns);
    client.get(path, {}, {round.get(), [this](const k8s::Result<k8s::Response> &answer) {
                              const auto usage
                                  = answer ? usageOfMetricsApi(answer->body) : std::unexpected(answer.error());
                              if (usage)
                                  return finish(*usage, Origin::MetricsApi);
                              noMetricsApi.start();
                              askKubelets();
                          }});
}

void UsageSource::Private::askKubelets()
{
    const QStringList asked = nodes.first(std::min(nodes.size(), mostNodes));
    pending = int(asked.size());
    answered = 0;
    if (asked.isEmpty())
        return fail(DataGap::notRunning());
    for (const QString &node : asked)
        client.get(
            u"/api/v1/nodes/%1/proxy/metrics/resource"_s.arg(node), {},
            {round.get(), [this, node](const k8s::Result<k8s::Response> &answer) { takeKubelet(node, answer); }});
}

void UsageSource::Private::takeKubelet(const QString &node, const k8s::Result<k8s::Response> &answer)
{
    if (answer) {
        ++answered;
        const auto &body = answer->body;
        for (const PodUsage &usage : kubelets[node].read({body.constData(), size_t(body.size())})) {
            if (usage.ns == ns)
                gathered.append(usage);
        }
    } else if (answer.error().kind == k8s::Error::Kind::Forbidden) {
        refusal = DataGap::noRight(u"get nodes/proxy"_s, answer.error());
    } else if (!refusal) {
        refusal = DataGap::unreachable(QCoreApplication::translate("DataGap", "The kubelet of node %1").arg(node),
                                       answer.error());
    }
    if (--pending > 0)
        return;
    if (answered > 0)
        finish(std::exchange(gathered, {}), Origin::Kubelet);
    else
        fail(*refusal);
}

void UsageSource::Private::finish(const QList<PodUsage> &usage, Origin from)
{
    origin = from;
    qint64 newest = 0, newestBefore = 0;
    for (const PodUsage &one : usage)
        newest = std::max(newest, one.milliseconds);
    for (const PodUsage &one : std::as_const(before))
        newestBefore = std::max(newestBefore, one.milliseconds);
    pace.succeeded(newest > newestBefore);
    before = usage;
    wait();
    setGap({.kind = DataGap::Kind::None});
    emit q->usageTaken(usage);
}

void UsageSource::Private::fail(const DataGap &why)
{
    pace.failed();
    wait();
    setGap(why);
}

void UsageSource::Private::wait()
{
    timer.start(hurried ? pace.next() : std::max<std::chrono::milliseconds>(pace.next(), slowest));
}

void UsageSource::Private::setGap(const DataGap &next)
{
    if (std::exchange(gap, next) != next)
        emit q->gapChanged();
}

UsageSource::UsageSource(k8s::ApiClient &client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client))
{
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->begin(); });
}

UsageSource::~UsageSource() = default;

void UsageSource::setScope(const QString &ns, const QStringList &nodes)
{
    const bool more
        = ns != d->ns || std::ranges::any_of(nodes, [this](const QString &node) { return !d->nodes.contains(node); });
    d->ns = ns;
    d->nodes = nodes;
    std::erase_if(d->kubelets, [&nodes](const auto &entry) { return !nodes.contains(entry.first); });
    if (d->running && more)
        d->timer.start(0);
}

void UsageSource::start()
{
    if (!std::exchange(d->running, true))
        d->timer.start(0);
}

void UsageSource::stop()
{
    d->running = false;
    d->timer.stop();
    d->round.reset();
}

bool UsageSource::isRunning() const { return d->running; }

void UsageSource::retry()
{
    d->noMetricsApi.invalidate();
    if (d->running)
        d->timer.start(0);
}

void UsageSource::setHurried(bool hurried)
{
    if (std::exchange(d->hurried, hurried) != hurried && hurried && d->running && !d->round)
        d->timer.start(0);
    else if (hurried && d->running && d->timer.remainingTime() > d->pace.next().count())
        d->timer.start(d->pace.next());
}

UsageSource::Origin UsageSource::origin() const { return d->origin; }
const DataGap &UsageSource::gap() const { return d->gap; }

} // namespace models
