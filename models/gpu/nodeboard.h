// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/boardpicture.h"
#include "models/gpu/datagap.h"

#include <QObject>

#include <memory>

namespace k8s {
class ApiClient;
class WatchSink;
}

namespace models {

class ResourceTable;

/// What the nodes of a cluster have, what pods hold of it, and what devices do where something measures them. Works
/// without any metrics. Follows the pods of the whole cluster from start() on; lives in the GUI thread, and puts its
/// picture together beside it.
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
