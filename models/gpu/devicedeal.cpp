// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/devicedeal.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

constexpr int mostCells = 128;

/// A cell per device that is measured; of a device that several pods share, the first speaks.
QList<DeviceCell> measured(const QList<DeviceReading> &readings)
{
    QList<DeviceCell> cells;
    for (const DeviceReading &reading : readings) {
        const bool known = !cells.isEmpty() && cells.last().reading->id == reading.id;
        if (known || cells.size() >= mostCells)
            continue;
        DeviceCell cell {.index = reading.index >= 0 ? reading.index : int(cells.size()),
                         .ns = reading.ns,
                         .pod = reading.pod,
                         .job = {},
                         .reading = reading};
        cells.append(cell);
    }
    return cells;
}

DeviceCell::State stateOf(const DeviceCell &cell, bool podsKnown)
{
    if (cell.pod.isEmpty())
        return podsKnown ? DeviceCell::State::Free : DeviceCell::State::Unknown;
    if (!cell.reading || !cell.reading->use)
        return DeviceCell::State::Held;
    return *cell.reading->use < idlePercent ? DeviceCell::State::Idle : DeviceCell::State::Busy;
}

} // namespace

QList<DeviceCell> dealDevices(int count, QList<PodShare> pods, const QList<DeviceReading> &readings, bool podsKnown)
{
    QList<DeviceCell> cells = measured(readings);
    while (cells.size() < std::min(count, mostCells))
        cells.append({.index = int(cells.size()), .ns = {}, .pod = {}, .job = {}, .reading = {}});
    std::ranges::sort(pods, {}, [](const PodShare &pod) { return std::tie(pod.ns, pod.pod); });
    for (PodShare &pod : pods) {
        for (DeviceCell &cell : cells) {
            if (cell.pod != pod.pod || cell.ns != pod.ns)
                continue;
            cell.job = pod.job;
            pod.gpus -= 1;
        }
    }
    auto next = cells.begin();
    for (const PodShare &pod : std::as_const(pods)) {
        for (int left = int(std::ceil(pod.gpus)); left > 0 && next != cells.end(); ++next) {
            if (!next->pod.isEmpty())
                continue;
            next->ns = pod.ns;
            next->pod = pod.pod;
            next->job = pod.job;
            next->isGuess = true;
            --left;
        }
    }
    for (DeviceCell &cell : cells)
        cell.state = stateOf(cell, podsKnown);
    return cells;
}

} // namespace models
