// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/boardpicture.h"

#include "models/gpu/devicedeal.h"

#include <algorithm>
#include <tuple>

namespace models {

namespace {

QString keyOf(const DeviceReading &reading) { return reading.ns + u'/' + reading.pod; }

void noteIdle(const QList<DeviceReading> &readings, QHash<QString, QDateTime> &idleSince)
{
    QHash<QString, bool> idle;
    for (const DeviceReading &reading : readings) {
        if (!reading.isAttributed() || !reading.use)
            continue;
        const QString key = keyOf(reading);
        idle[key] = idle.value(key, true) && *reading.use < idlePercent;
    }
    idleSince.removeIf([&idle](const auto &entry) { return !idle.value(entry.key(), false); });
    for (auto it = idle.cbegin(); it != idle.cend(); ++it) {
        if (*it && !idleSince.contains(it.key()))
            idleSince.insert(it.key(), QDateTime::currentDateTimeUtc());
    }
}

/// What pods hold of the nodes, in place.
void gatherNodes(const BoardInput &input, BoardPicture &picture)
{
    QHash<QString, NodeUse *> byName;
    for (NodeUse &node : picture.nodes)
        byName.insert(node.name, &node);
    QHash<QString, QList<PodShare>> gpuPods;
    for (const PodShare &pod : input.pods) {
        NodeUse *node = byName.value(pod.node);
        if (!node)
            continue;
        node->cpuRequested += pod.cpu;
        node->memoryRequested += pod.memory;
        node->gpusHeld += pod.gpus;
        if (pod.gpus > 0)
            gpuPods[pod.node].append(pod);
    }
    QHash<QString, QList<DeviceReading>> ofNode;
    for (const DeviceReading &reading : input.readings)
        ofNode[reading.node].append(reading);
    for (NodeUse &node : picture.nodes) {
        node.devices = dealDevices(int(node.gpus), gpuPods.value(node.name), ofNode.value(node.name), input.podsKnown);
        picture.totals.all += node.schedulable ? node.gpus : 0;
        picture.totals.held += node.schedulable ? node.gpusHeld : 0;
    }
    std::ranges::sort(picture.nodes, [](const NodeUse &a, const NodeUse &b) {
        return std::make_tuple(a.gpus <= 0, QStringView(a.name)) < std::make_tuple(b.gpus <= 0, QStringView(b.name));
    });
}

bool comesFirst(const GpuHolder &a, const GpuHolder &b)
{
    const bool idle = a.idleSince.isValid(); // first those that have been idle longest
    if (idle != b.idleSince.isValid())
        return idle;
    if (idle && a.idleSince != b.idleSince)
        return a.idleSince < b.idleSince;
    return std::tie(b.pod.gpus, a.pod.ns, a.pod.pod) < std::tie(a.pod.gpus, b.pod.ns, b.pod.pod);
}

void gatherHolders(const BoardInput &input, BoardPicture &picture)
{
    QHash<QString, std::pair<double, int>> uses; // by namespace/pod: sum and how many
    for (const DeviceReading &reading : input.readings) {
        if (!reading.use || !reading.isAttributed())
            continue;
        auto &[sum, count] = uses[keyOf(reading)];
        sum += *reading.use;
        ++count;
    }
    for (const PodShare &pod : input.pods) {
        if (pod.gpus <= 0 || pod.node.isEmpty())
            continue;
        const QString key = pod.ns + u'/' + pod.pod;
        const auto [sum, count] = uses.value(key);
        const QDateTime idle = picture.idleSince.value(key);
        picture.totals.idleHolders += idle.isValid() ? 1 : 0;
        picture.holders.append({pod, count > 0 ? std::optional(sum / count) : std::nullopt, idle});
    }
    std::ranges::sort(picture.holders, comesFirst);
}

} // namespace

BoardPicture boardPicture(BoardInput input)
{
    BoardPicture picture {.nodes = std::move(input.nodes), .holders = {}, .totals = {}, .idleSince = {}};
    picture.idleSince = std::move(input.idleSince);
    picture.totals.nodes = int(picture.nodes.size());
    picture.totals.readyNodes = input.readyNodes;
    picture.totals.simulated = std::ranges::any_of(input.readings, &DeviceReading::isSimulated);
    noteIdle(input.readings, picture.idleSince);
    gatherNodes(input, picture);
    gatherHolders(input, picture);
    return picture;
}

} // namespace models
