// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/datagap.h"
#include "models/gpu/devicereading.h"
#include "models/gpu/podshare.h"

#include <QDateTime>
#include <QObject>

#include <memory>

namespace k8s {
class ApiClient;
class WatchSink;
}

namespace models {

class ResourceTable;

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
    QString name;
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

/// What the nodes of a cluster have, what pods hold of it, and what devices do where something measures them. Works
/// without any metrics. Follows the pods of the whole cluster from start() on; lives in the GUI thread.
class NodeBoard : public QObject
{
    Q_OBJECT
public:
    /// `nodes` follows the kind Node; its last columns are filled from here. Both must outlive this.
    NodeBoard(ResourceTable &nodes, k8s::ApiClient *client, QObject *parent = nullptr);
    ~NodeBoard() override;

    /// Begin to follow the pods; once.
    void start();
    /// Devices are measured only while somebody looks.
    void setWatched(bool watched);
    void retry();
    /// See GpuSource::setPrometheus().
    void setPrometheus(k8s::ApiClient *client);

    const QList<NodeUse> &nodes() const; ///< those with GPUs first, then by name
    const QList<GpuHolder> &holders() const; ///< the longest idle first, then by GPUs
    const GpuTotals &totals() const;
    /// Whether it is known what pods hold; free GPUs mean nothing before.
    bool knowsPods() const;
    DataGap podGap() const; ///< why pods are not known
    DataGap deviceGap() const; ///< why devices are not measured; none where no node has any

    /// Where a reflector (or a test) puts pods; callable from any one thread at a time.
    std::shared_ptr<k8s::WatchSink> podSink() const;
    void takeDevices(const QList<DeviceReading> &readings, const QDateTime &at);

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
