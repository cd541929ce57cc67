// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/devicereading.h"
#include "models/gpu/podshare.h"

#include <QDateTime>
#include <QHash>

namespace models {

/// One device of a node, as far as it is known.
struct DeviceCell
{
    enum class State
    {
        Free,
        Held, ///< somebody asked for it; nothing measures it
        Busy,
        Idle, ///< held, and not used when it was last measured
        Unknown, ///< who holds what is not known
    };
    State state = State::Free;
    int index = 0;
    QString ns, pod, job; ///< who holds it
    bool isGuess = false; ///< which of the node's devices the pod got is not told: they are dealt out in order
    std::optional<DeviceReading> reading;

    bool operator==(const DeviceCell &) const = default;
};

/// One node with what is held of it.
struct NodeUse
{
    QString name, uid;
    bool schedulable = false; ///< ready, not cordoned
    double cpu = 0, cpuRequested = 0; ///< cores
    double memory = 0, memoryRequested = 0; ///< bytes
    double gpus = 0, gpusHeld = 0;
    QList<DeviceCell> devices;
};

/// Who holds GPUs.
struct GpuHolder
{
    PodShare pod;
    std::optional<double> use; ///< percent, mean of its devices
    QDateTime idleSince; ///< since when we have seen all of its devices idle; invalid: they are not

    bool operator==(const GpuHolder &) const = default;
};

struct GpuTotals
{
    int nodes = 0, readyNodes = 0;
    double all = 0, held = 0; ///< on nodes that take pods
    double free() const { return all > held ? all - held : 0; }
    int idleHolders = 0;
    bool simulated = false;

    bool operator==(const GpuTotals &) const = default;
};

/// All that a picture of the nodes is made of.
struct BoardInput
{
    QList<NodeUse> nodes; ///< what they have; what is held of it is found here
    int readyNodes = 0;
    QHash<QString, PodShare> pods; ///< by uid
    QList<DeviceReading> readings;
    QHash<QString, QDateTime> idleSince; ///< of the picture before
    bool podsKnown = false;
};

/// What the nodes have and what is held of it, at one moment.
struct BoardPicture
{
    QList<NodeUse> nodes; ///< those with GPUs first, then by name
    QList<GpuHolder> holders; ///< the longest idle first, then by GPUs
    GpuTotals totals;
    QHash<QString, QDateTime> idleSince; ///< by namespace/pod: since when all its devices have been seen doing nothing
};

/// Tens of milliseconds for ten thousand pods. Pure but for the clock, which it reads for what is idle now; any thread.
BoardPicture boardPicture(BoardInput input);

} // namespace models
