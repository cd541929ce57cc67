// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/nodeboard.h"

#include "k8s/watch/reflector.h"
#include "models/core/format.h"
#include "models/gpu/devicedeal.h"
#include "models/gpu/gpusource.h"
#include "models/kinds/nodecolumns.h"
#include "models/tables/mailbox.h"
#include "models/tables/resourcetable.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int settleMilliseconds = 100;
constexpr double idlePercent = 1;
constexpr int cellsPerSlice = 900; ///< a table finds each row's place anew

Cell shareCell(const QString &text, double amount, double whole)
{
    const Tone tone = whole > 0 && amount >= whole ? Tone::Warning : Tone::Neutral;
    return {text, amount, tone};
}

} // namespace

class NodeBoard::Private
{
public:
    Private(NodeBoard *board, ResourceTable &table, k8s::ApiClient *apiClient)
        : q(board)
        , nodeTable(table)
        , client(apiClient)
    {
    }

    void takePods(Delivery<PodShare> delivery);
    void refresh();
    void tell(qint64 gatherMilliseconds);
    void gatherNodes();
    void gatherHolders();
    void noteIdle();
    void fillTable();

    NodeBoard *q;
    ResourceTable &nodeTable;
    k8s::ApiClient *client;
    std::shared_ptr<Mailbox<PodShare>> podBox;
    std::unique_ptr<k8s::Reflector> podWatch;
    std::unique_ptr<GpuSource> source;
    QTimer soon;
    QHash<QString, PodShare> pods; ///< by uid
    QList<DeviceReading> readings;
    QHash<QString, QDateTime> idleSince; ///< by namespace/pod
    bool podsKnown = false;
    k8s::Error podError;
    k8s::WatchState podState = k8s::WatchState::Listing;

    QList<NodeUse> nodes;
    QHash<QString, QString> uids; ///< of nodes, by name
    QList<GpuHolder> holders;
    GpuTotals totals;
};

void NodeBoard::Private::takePods(Delivery<PodShare> delivery)
{
    for (const PodShare &pod : std::as_const(delivery.upserts))
        pods.insert(pod.uid, pod);
    for (const QString &uid : std::as_const(delivery.removedUids))
        pods.remove(uid);
    if (delivery.state) {
        podState = *delivery.state;
        podError = delivery.error;
        podsKnown = podsKnown || podState == k8s::WatchState::Live;
    }
    if (!soon.isActive())
        soon.start();
}

void NodeBoard::Private::refresh()
{
    QElapsedTimer clock;
    clock.start();
    noteIdle();
    gatherNodes();
    gatherHolders();
    // Shown in a turn of its own: a key that was pressed meanwhile goes between.
    QTimer::singleShot(0, q, [this, gathered = clock.elapsed()] { tell(gathered); });
}

void NodeBoard::Private::tell(qint64 gatherMilliseconds)
{
    QElapsedTimer clock;
    clock.start();
    emit q->changed();
    // Ten thousand pods that come and go must not keep the window busy.
    soon.setInterval(int(std::max<qint64>(settleMilliseconds, 10 * (gatherMilliseconds + clock.elapsed()))));
    fillTable();
}

/// Since when all devices of a pod have been seen doing nothing.
void NodeBoard::Private::noteIdle()
{
    QHash<QString, bool> idle;
    for (const DeviceReading &reading : std::as_const(readings)) {
        if (!reading.isAttributed() || !reading.use)
            continue;
        const QString key = reading.ns + u'/' + reading.pod;
        idle[key] = idle.value(key, true) && *reading.use < idlePercent;
    }
    idleSince.removeIf([&idle](const auto &entry) { return !idle.value(entry.key(), false); });
    for (auto it = idle.cbegin(); it != idle.cend(); ++it) {
        if (*it && !idleSince.contains(it.key()))
            idleSince.insert(it.key(), QDateTime::currentDateTimeUtc());
    }
}

void NodeBoard::Private::gatherNodes()
{
    std::map<QString, NodeUse> byName;
    uids.clear();
    totals = {};
    nodeTable.forEachRow([&](const Row &row) {
        NodeUse node;
        node.name = row.name;
        node.schedulable = row.cells.value(NodeColumn::Status).tone == Tone::Good;
        node.cpu = row.cells.value(NodeColumn::Cpu).sortKey;
        node.memory = row.cells.value(NodeColumn::Memory).sortKey;
        node.gpus = row.cells.value(NodeColumn::Gpus).sortKey;
        uids.insert(row.name, row.uid);
        ++totals.nodes;
        totals.readyNodes += row.cells.value(NodeColumn::Status).text.startsWith("Ready"_L1) ? 1 : 0;
        byName.emplace(row.name, node);
    });
    QHash<QString, QList<PodShare>> gpuPods;
    for (const PodShare &pod : std::as_const(pods)) {
        const auto node = byName.find(pod.node);
        if (node == byName.end())
            continue;
        node->second.cpuRequested += pod.cpu;
        node->second.memoryRequested += pod.memory;
        node->second.gpusHeld += pod.gpus;
        if (pod.gpus > 0)
            gpuPods[pod.node].append(pod);
    }
    QHash<QString, QList<DeviceReading>> ofNode;
    for (const DeviceReading &reading : std::as_const(readings))
        ofNode[reading.node].append(reading);
    nodes.clear();
    for (auto &[name, node] : byName) {
        node.devices = dealDevices(int(node.gpus), gpuPods.value(name), ofNode.value(name), podsKnown);
        totals.all += node.schedulable ? node.gpus : 0;
        totals.held += node.schedulable ? node.gpusHeld : 0;
        nodes.append(node);
    }
    totals.simulated = std::ranges::any_of(readings, &DeviceReading::isSimulated);
    std::ranges::stable_sort(nodes, std::greater {}, [](const NodeUse &node) { return node.gpus > 0; });
}

void NodeBoard::Private::gatherHolders()
{
    holders.clear();
    QHash<QString, std::pair<double, int>> uses; ///< by namespace/pod: sum and how many
    for (const DeviceReading &reading : std::as_const(readings)) {
        if (!reading.use || !reading.isAttributed())
            continue;
        auto &[sum, count] = uses[reading.ns + u'/' + reading.pod];
        sum += *reading.use;
        ++count;
    }
    for (const PodShare &pod : std::as_const(pods)) {
        if (pod.gpus <= 0 || pod.node.isEmpty())
            continue;
        const QString key = pod.ns + u'/' + pod.pod;
        const auto [sum, count] = uses.value(key);
        const QDateTime idle = idleSince.value(key);
        totals.idleHolders += idle.isValid() ? 1 : 0;
        holders.append({pod, count > 0 ? std::optional(sum / count) : std::nullopt, idle});
    }
    std::ranges::sort(holders, [](const GpuHolder &a, const GpuHolder &b) {
        const bool idle = a.idleSince.isValid(); // first those that have been idle longest
        if (idle != b.idleSince.isValid())
            return idle;
        if (idle && a.idleSince != b.idleSince)
            return a.idleSince < b.idleSince;
        return std::tie(b.pod.gpus, a.pod.ns, a.pod.pod) < std::tie(a.pod.gpus, b.pod.ns, b.pod.pod);
    });
}

void NodeBoard::Private::fillTable()
{
    if (!podsKnown)
        return;
    int filled = 0;
    for (const NodeUse &node : std::as_const(nodes)) {
        const QString &uid = uids[node.name];
        const Row *row = nodeTable.rowOfUid(uid);
        const std::pair<int, Cell> cells[]
            = {{NodeColumn::CpuRequested, shareCell(figureText(node.cpuRequested, 3), node.cpuRequested, node.cpu)},
               {NodeColumn::MemoryRequested,
                shareCell(node.memoryRequested > 0 ? bytesText(qint64(node.memoryRequested)) : u"0"_s,
                          node.memoryRequested, node.memory)},
               {NodeColumn::GpusHeld,
                shareCell(node.gpus > 0 ? figureText(node.gpusHeld, 3) : u"–"_s, node.gpusHeld, node.gpus)}};
        for (const auto &[column, cell] : cells) {
            if (!row || row->cells.value(column) == cell)
                continue;
            nodeTable.setCell(uid, column, cell);
            ++filled;
        }
        if (filled >= cellsPerSlice) {
            soon.start(); // the rest in the next round
            return;
        }
    }
}

NodeBoard::NodeBoard(ResourceTable &nodes, k8s::ApiClient *client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, nodes, client))
{
    d->podBox = std::make_shared<Mailbox<PodShare>>(
        [](const k8s::JsonView &pod) -> std::optional<PodShare> { return podShare(pod); });
    d->podBox->open(this, [this](Delivery<PodShare> delivery) { d->takePods(std::move(delivery)); });
    d->soon.setSingleShot(true);
    d->soon.setInterval(settleMilliseconds);
    connect(&d->soon, &QTimer::timeout, this, [this] { d->refresh(); });
    connect(&nodes, &ResourceTable::changed, this, [this] {
        if (!d->soon.isActive())
            d->soon.start();
    });
    if (!client)
        return;
    d->source = std::make_unique<GpuSource>(*client);
    connect(d->source.get(), &GpuSource::readingsTaken, this,
            [this] { takeDevices(d->source->readings(), d->source->readAt()); });
    connect(d->source.get(), &GpuSource::gapChanged, this, [this] {
        if (d->source->gap().kind != DataGap::Kind::None)
            d->readings.clear(); // what cannot be read any more is not shown as if it were still so
        d->soon.start();
    });
}

NodeBoard::~NodeBoard()
{
    d->podWatch.reset();
    d->podBox->close();
}

void NodeBoard::start()
{
    if (d->podWatch || !d->client)
        return;
    const k8s::ResourceType pods {{}, u"v1"_s, u"pods"_s, u"Pod"_s, true};
    const QString holding = u"spec.nodeName!=,status.phase!=Succeeded,status.phase!=Failed"_s;
    d->podWatch = std::make_unique<k8s::Reflector>(*d->client, k8s::WatchTarget {pods, {}, {}, holding}, d->podBox);
    d->podWatch->start();
}

void NodeBoard::setWatched(bool watched)
{
    if (watched)
        start();
    if (d->source)
        watched ? d->source->start() : d->source->stop();
}

void NodeBoard::retry()
{
    if (d->podWatch)
        d->podWatch->retryNow();
    if (d->source)
        d->source->retry();
}

void NodeBoard::setPrometheus(k8s::ApiClient *client)
{
    if (d->source)
        d->source->setPrometheus(client);
}

void NodeBoard::takeDevices(const QList<DeviceReading> &readings, const QDateTime &)
{
    d->readings = readings;
    d->soon.start();
}

const QList<NodeUse> &NodeBoard::nodes() const { return d->nodes; }
const QList<GpuHolder> &NodeBoard::holders() const { return d->holders; }
const GpuTotals &NodeBoard::totals() const { return d->totals; }
bool NodeBoard::knowsPods() const { return d->podsKnown; }
std::shared_ptr<k8s::WatchSink> NodeBoard::podSink() const { return d->podBox; }

DataGap NodeBoard::podGap() const
{
    if (d->podsKnown)
        return {.kind = DataGap::Kind::None};
    const bool failed = d->podState == k8s::WatchState::Failed || d->podState == k8s::WatchState::Stale;
    if (!failed)
        return {};
    return d->podError.kind == k8s::Error::Kind::Forbidden
        ? DataGap::noRight(u"list pods of the whole cluster"_s, d->podError)
        : DataGap::unreachable(u"API server"_s, d->podError);
}

DataGap NodeBoard::deviceGap() const
{
    const bool hasDevices = std::ranges::any_of(d->nodes, [](const NodeUse &node) { return node.gpus > 0; });
    if (!hasDevices || !d->source || !d->readings.isEmpty())
        return {.kind = DataGap::Kind::None};
    return d->source->gap();
}

} // namespace models
