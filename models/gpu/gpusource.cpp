// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/gpusource.h"

#include "k8s/api/apiclient.h"
#include "k8s/exec/podpage.h"
#include "models/gpu/exporters.h"
#include "models/gpu/pollpace.h"
#include "models/metrics/promquery.h"
#include "models/metrics/promtext.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace models {

namespace {

constexpr qint64 discoveryLife = 5 * 60 * 1000; // ms
constexpr qsizetype mostScrapes = 48; // a round; beyond that Prometheus is asked first
constexpr qsizetype mostNodeLists = 8; // for exporters that carry none of the usual labels

QUrlQuery queryOf(std::initializer_list<std::pair<QString, QString>> items)
{
    QUrlQuery query;
    query.setQueryItems(items);
    return query;
}

/// One question for all figures: with the pods' namespace in any of the labels that it may stand in.
QString prometheusQuestion(const QString &ns)
{
    const QString names = u"__name__=~\"%1\""_s.arg(deviceMetricPattern());
    if (ns.isEmpty())
        return u'{' + names + u'}';
    QStringList parts;
    for (const auto label : {"namespace"_L1, "exported_namespace"_L1, "pod_namespace"_L1})
        parts.append(u"{%1,%2=\"%3\"}"_s.arg(names, label, ns));
    return parts.join(u" or "_s);
}

template <class Found>
void readList(const k8s::Response &response, const Found &found)
{
    k8s::JsonDocument document;
    document.parse({response.body.constData(), size_t(response.body.size())})["items"].forEach(found);
}

} // namespace

class GpuSource::Private
{
public:
    Private(GpuSource *source, k8s::ApiClient &apiClient)
        : q(source)
        , client(apiClient)
    {
    }

    void begin();
    void findExporters();
    void listExporters(const QUrlQuery &query);
    void listFinished();
    void collect();
    void scrape(const Exporter &exporter);
    void scrapeThroughPort(const Exporter &exporter, const std::optional<k8s::Error> &refused);
    void takePage(const Exporter &exporter, const QByteArray &page);
    void noteUnread(const Exporter &exporter, const k8s::Error &error);
    void scrapeFinished();
    void tryPrometheus();
    void findPrometheus();
    void ask(k8s::ApiClient &server, const QString &path);
    void takeAnswer(const k8s::Result<k8s::Response> &answer);
    void finish(QList<DeviceReading> found, Origin from);
    void fail(const DataGap &why);
    void setGap(const DataGap &next);
    void noteRefusal(const QString &right, const k8s::Error &error);
    QList<Exporter> wantedExporters() const;
    void get(const QString &path, const QUrlQuery &query, std::function<void(const k8s::Result<k8s::Response> &)> take)
    {
        client.get(path, query, {round.get(), std::move(take)});
    }

    GpuSource *q;
    k8s::ApiClient &client;
    k8s::ApiClient *configured = nullptr;
    QString configuredPath;
    QStringList nodes;
    QString ns;
    bool running = false;
    QTimer timer;
    PollPace pace {10s, 30s}; // dcgm-exporter measures every 30 s by default
    std::unique_ptr<QObject> round; ///< receives the answers of one round; with it they are dropped
    int pending = 0;

    QList<Exporter> exporters;
    QList<Exporter> withoutProxy; ///< of them, those that only a forwarded port reaches
    std::optional<PrometheusService> prometheus;
    QElapsedTimer exportersKnown, prometheusKnown; ///< invalid: to be looked for
    std::set<QString> listedNodes;

    QList<DeviceReading> gathered; ///< in this round
    int answered = 0;
    std::optional<DataGap> refusal; ///< the worst thing that happened in this round

    QList<DeviceReading> readings;
    QDateTime readAt;
    Origin origin = Origin::None;
    DataGap gap;
};

void GpuSource::Private::begin()
{
    timer.stop();
    round = std::make_unique<QObject>();
    gathered.clear();
    refusal.reset();
    answered = 0;
    const bool known = exportersKnown.isValid() && exportersKnown.elapsed() < discoveryLife;
    if (configured)
        ask(*configured, configuredPath);
    else if (known)
        collect();
    else
        findExporters();
}

void GpuSource::Private::findExporters()
{
    exporters.clear();
    withoutProxy.clear();
    listedNodes.clear();
    pending = int(exporterSelectors().size());
    for (const QString &selector : exporterSelectors())
        listExporters(queryOf({{u"labelSelector"_s, selector}}));
}

void GpuSource::Private::listExporters(const QUrlQuery &query)
{
    get(u"/api/v1/pods"_s, query, [this](const k8s::Result<k8s::Response> &answer) {
        if (answer) {
            readList(*answer, [this](const k8s::JsonView &pod) {
                if (const auto exporter = exporterOf(pod); exporter && !exporters.contains(*exporter))
                    exporters.append(*exporter);
            });
        } else {
            noteRefusal(u"list pods of the whole cluster"_s, answer.error());
        }
        if (--pending == 0)
            listFinished();
    });
}

void GpuSource::Private::listFinished()
{
    const bool searched = !listedNodes.empty();
    if (exporters.isEmpty() && !searched && !refusal && !nodes.isEmpty()) {
        for (const QString &node : nodes.first(std::min(nodes.size(), mostNodeLists)))
            listedNodes.insert(node);
        pending = int(listedNodes.size());
        for (const QString &node : listedNodes)
            listExporters(queryOf({{u"fieldSelector"_s, u"spec.nodeName="_s + node}}));
        return;
    }
    exportersKnown.start();
    collect();
}

QList<Exporter> GpuSource::Private::wantedExporters() const
{
    QList<Exporter> wanted;
    for (const Exporter &exporter : exporters) {
        if (nodes.isEmpty() || nodes.contains(exporter.node))
            wanted.append(exporter);
    }
    return wanted;
}

void GpuSource::Private::collect()
{
    const QList<Exporter> wanted = wantedExporters();
    if (wanted.isEmpty() || wanted.size() > mostScrapes)
        return tryPrometheus();
    pending = int(wanted.size());
    for (const Exporter &exporter : wanted)
        scrape(exporter);
}

void GpuSource::Private::scrape(const Exporter &exporter)
{
    if (withoutProxy.contains(exporter))
        return scrapeThroughPort(exporter, {});
    get(exporter.proxyPath(), {}, [this, exporter](const k8s::Result<k8s::Response> &answer) {
        if (answer)
            takePage(exporter, answer->body);
        else if (answer.error().kind == k8s::Error::Kind::NotFound || exporter.tls)
            noteUnread(exporter, answer.error());
        else
            return scrapeThroughPort(exporter, answer.error());
        scrapeFinished();
    });
}

/// Many clusters let nobody use the API server as a proxy, or its network does not reach the pods; the kubelet does.
/// `refused`: what the proxy said in this round, if it was asked.
void GpuSource::Private::scrapeThroughPort(const Exporter &exporter, const std::optional<k8s::Error> &refused)
{
    const k8s::PodPage page {.ns = exporter.ns, .pod = exporter.pod, .port = exporter.port, .path = exporter.path};
    k8s::getPodPage(client, page, {round.get(), [this, exporter, refused](const k8s::Result<QByteArray> &answer) {
                                       if (answer) {
                                           if (!withoutProxy.contains(exporter))
                                               withoutProxy.append(exporter);
                                           takePage(exporter, *answer);
                                       } else {
                                           withoutProxy.removeOne(exporter);
                                           // What the proxy said is what an administrator will look for first.
                                           noteUnread(exporter, refused.value_or(answer.error()));
                                       }
                                       scrapeFinished();
                                   }});
}

void GpuSource::Private::takePage(const Exporter &exporter, const QByteArray &page)
{
    ++answered;
    PromTextParser parser;
    DeviceGatherer gatherer;
    parser.parse({page.constData(), size_t(page.size())}, [&gatherer](const PromSample &sample) {
        gatherer.add(sample.name, [&sample](std::string_view name) { return sample.label(name); }, sample.value);
    });
    gathered += gatherer.take(exporter.node);
}

void GpuSource::Private::noteUnread(const Exporter &exporter, const k8s::Error &error)
{
    noteRefusal(u"get pods/proxy or create pods/portforward in namespace %1"_s.arg(exporter.ns), error);
    if (error.kind == k8s::Error::Kind::NotFound)
        exportersKnown.invalidate(); // that pod is gone: another one has taken its place
}

/// One more exporter is done with; after the last one the round is.
void GpuSource::Private::scrapeFinished()
{
    if (--pending > 0)
        return;
    if (answered > 0)
        finish(std::exchange(gathered, {}), Origin::Exporters);
    else
        tryPrometheus();
}

void GpuSource::Private::tryPrometheus()
{
    const bool known = prometheusKnown.isValid() && prometheusKnown.elapsed() < discoveryLife;
    if (!known)
        return findPrometheus();
    if (prometheus)
        return ask(client, prometheus->proxyPath());
    // Too many nodes for one round and nobody who gathers them: some are better than none.
    const QList<Exporter> wanted = wantedExporters();
    if (wanted.size() > mostScrapes) {
        pending = int(mostScrapes);
        for (const Exporter &exporter : wanted.first(mostScrapes))
            scrape(exporter);
        return;
    }
    fail(refusal.value_or(DataGap::nothingExports()));
}

void GpuSource::Private::findPrometheus()
{
    get(u"/api/v1/services"_s, {}, [this](const k8s::Result<k8s::Response> &answer) {
        prometheus = answer ? prometheusAmong(answer->body) : std::nullopt;
        if (!answer && !refusal)
            noteRefusal(u"list services of the whole cluster"_s, answer.error());
        prometheusKnown.start();
        tryPrometheus();
    });
}

void GpuSource::Private::ask(k8s::ApiClient &server, const QString &path)
{
    server.get(path + u"/api/v1/query"_s, queryOf({{u"query"_s, prometheusQuestion(ns)}}),
               {round.get(), [this](const k8s::Result<k8s::Response> &answer) { takeAnswer(answer); }});
}

void GpuSource::Private::takeAnswer(const k8s::Result<k8s::Response> &answer)
{
    if (!answer) {
        if (answer.error().kind == k8s::Error::Kind::Forbidden)
            return fail(DataGap::noRight(
                u"get services/proxy in namespace %1"_s.arg(prometheus ? prometheus->ns : QString()), answer.error()));
        return fail(DataGap::unreachable(u"Prometheus"_s, answer.error()));
    }
    const auto series = parsePromAnswer(answer->body);
    if (!series)
        return fail(DataGap::unreachable(u"Prometheus"_s, series.error()));
    DeviceGatherer gatherer;
    for (const PromSeries &one : *series) {
        if (!one.points.isEmpty())
            gatherer.add(
                one.label("__name__"), [&one](std::string_view name) { return one.label(name); },
                one.points.last().value);
    }
    QList<DeviceReading> found = gatherer.take();
    if (found.isEmpty() && (ns.isEmpty() || exporters.isEmpty()))
        return fail(refusal.value_or(DataGap::nothingExports()));
    finish(std::move(found), Origin::Prometheus);
}

void GpuSource::Private::finish(QList<DeviceReading> found, Origin from)
{
    sortReadings(found);
    const bool somethingNew = found != readings;
    readings = std::move(found);
    readAt = QDateTime::currentDateTime();
    origin = from;
    pace.succeeded(somethingNew);
    timer.start(pace.next());
    setGap(readings.isEmpty() ? DataGap::tooSoon() : DataGap {.kind = DataGap::Kind::None});
    emit q->readingsTaken();
}

void GpuSource::Private::fail(const DataGap &why)
{
    pace.failed();
    timer.start(pace.next());
    setGap(why);
}

void GpuSource::Private::setGap(const DataGap &next)
{
    if (std::exchange(gap, next) != next)
        emit q->gapChanged();
}

void GpuSource::Private::noteRefusal(const QString &right, const k8s::Error &error)
{
    if (error.kind == k8s::Error::Kind::Forbidden)
        refusal = DataGap::noRight(right, error);
    else if (!refusal)
        refusal = DataGap::unreachable(QCoreApplication::translate("DataGap", "The GPU exporter"), error);
}

GpuSource::GpuSource(k8s::ApiClient &client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client))
{
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->begin(); });
}

GpuSource::~GpuSource() = default;

void GpuSource::setScope(const QStringList &nodes, const QString &ns)
{
    if (nodes == d->nodes && ns == d->ns)
        return;
    const bool more = std::ranges::any_of(nodes, [this](const QString &node) { return !d->nodes.contains(node); });
    d->nodes = nodes;
    d->ns = ns;
    if (d->exporters.isEmpty())
        d->exportersKnown.invalidate();
    if (d->running && more)
        d->timer.start(0);
}

void GpuSource::setPrometheus(k8s::ApiClient *client, const QString &path)
{
    if (std::exchange(d->configured, client) == client && d->configuredPath == path)
        return;
    d->configuredPath = path;
    d->round.reset(); // what was asked of the one before
    if (d->running)
        d->timer.start(0);
}

void GpuSource::start()
{
    if (!std::exchange(d->running, true))
        d->timer.start(0);
}

void GpuSource::stop()
{
    d->running = false;
    d->timer.stop();
    d->round.reset();
}

bool GpuSource::isRunning() const { return d->running; }

void GpuSource::retry()
{
    d->exportersKnown.invalidate();
    d->prometheusKnown.invalidate();
    if (d->running)
        d->timer.start(0);
}

const QList<DeviceReading> &GpuSource::readings() const { return d->readings; }
QDateTime GpuSource::readAt() const { return d->readAt; }
GpuSource::Origin GpuSource::origin() const { return d->origin; }
const DataGap &GpuSource::gap() const { return d->gap; }

} // namespace models
