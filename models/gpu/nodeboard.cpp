// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/nodeboard.h"

#include "k8s/core/reply.h"
#include "k8s/watch/reflector.h"
#include "models/core/format.h"
#include "models/gpu/gpusource.h"
#include "models/kinds/nodecolumns.h"
#include "models/tables/mailbox.h"
#include "models/tables/resourcetable.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int settleMilliseconds = 100;
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
    void take(const BoardPicture &news);
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
    bool gathering = false;
    bool podsKnown = false;
    k8s::Error podError;
    k8s::WatchState podState = k8s::WatchState::Listing;
    BoardPicture picture;
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
    if (std::exchange(gathering, true))
        return soon.start();
    BoardInput input {
        .nodes = {}, .pods = pods, .readings = readings, .idleSince = picture.idleSince, .podsKnown = podsKnown};
    nodeTable.forEachRow([&input](const Row &row) {
        const auto have = [&row](int column) { return row.cells.value(column).sortKey; };
        const Cell status = row.cells.value(NodeColumn::Status);
        input.nodes.append({.name = row.name,
                            .uid = row.uid,
                            .schedulable = status.tone == Tone::Good,
                            .cpu = have(NodeColumn::Cpu),
                            .memory = have(NodeColumn::Memory),
                            .gpus = have(NodeColumn::Gpus),
                            .devices = {}});
        input.readyNodes += status.text.startsWith("Ready"_L1) ? 1 : 0;
    });
    const k8s::Reply<BoardPicture> reply(q, [this](const k8s::Result<BoardPicture> &result) { take(*result); });
    QThreadPool::globalInstance()->start(
        [input = std::move(input), reply]() mutable { reply(boardPicture(std::move(input))); });
}

void NodeBoard::Private::take(const BoardPicture &news)
{
    QElapsedTimer clock;
    clock.start();
    gathering = false;
    picture = news;
    emit q->changed();
    // Ten thousand pods that come and go must not keep the window busy.
    soon.setInterval(int(std::max<qint64>(settleMilliseconds, 10 * clock.elapsed())));
    fillTable();
}

void NodeBoard::Private::fillTable()
{
    if (!podsKnown)
        return;
    int filled = 0;
    for (const NodeUse &node : std::as_const(picture.nodes)) {
        const Row *row = nodeTable.rowOfUid(node.uid);
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
            nodeTable.setCell(node.uid, column, cell);
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
    const QString holding = u"spec.nodeName!=,status.phase!=Succeeded,status.phase!=Failed"_s;
    d->podWatch
        = std::make_unique<k8s::Reflector>(*d->client, k8s::WatchTarget {k8s::podType(), {}, {}, holding}, d->podBox);
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

const QList<NodeUse> &NodeBoard::nodes() const { return d->picture.nodes; }
const QList<GpuHolder> &NodeBoard::holders() const { return d->picture.holders; }
const GpuTotals &NodeBoard::totals() const { return d->picture.totals; }
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
    const bool hasDevices = std::ranges::any_of(d->picture.nodes, [](const NodeUse &node) { return node.gpus > 0; });
    if (!hasDevices || !d->source || !d->readings.isEmpty())
        return {.kind = DataGap::Kind::None};
    return d->source->gap();
}

} // namespace models
