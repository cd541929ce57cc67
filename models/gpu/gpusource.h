// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/datagap.h"
#include "models/gpu/devicereading.h"

#include <QDateTime>
#include <QObject>

#include <memory>

namespace k8s {
class ApiClient;
}

namespace models {

/// Reads what a cluster's devices do, again and again: from the exporter on each node through the API server's proxy or
/// a forwarded port, or, where there are none in reach or too many, from Prometheus. Finds both by itself and looks for
/// them again every few minutes. Lives in the GUI thread; whatever is under way when it is stopped or destroyed is
/// dropped. The client must outlive it.
class GpuSource : public QObject
{
    Q_OBJECT
public:
    enum class Origin
    {
        None,
        Exporters,
        Prometheus
    };

    explicit GpuSource(k8s::ApiClient &client, QObject *parent = nullptr);
    ~GpuSource() override;

    /// The nodes to read; an empty list: all. `ns` narrows a question to Prometheus; empty: all. Takes effect with the
    /// next round, which comes at once if it runs.
    void setScope(const QStringList &nodes, const QString &ns = {});
    /// A Prometheus that was configured: a client of its own for it, which must outlive this. Asked instead of a
    /// found one. `path` stands before /api/v1; null: find one.
    void setPrometheus(k8s::ApiClient *client, const QString &path = {});
    void start();
    void stop();
    bool isRunning() const;
    /// Ask now, and look for exporters anew.
    void retry();

    /// Of the newest round; kept while a round fails.
    const QList<DeviceReading> &readings() const;
    QDateTime readAt() const; ///< local clock; invalid before the first success
    Origin origin() const;
    /// What stands in the way of readings; attribution is for others to judge.
    const DataGap &gap() const;

signals:
    /// After every round that brought readings, changed or not: a point in time for a curve.
    void readingsTaken();
    void gapChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
