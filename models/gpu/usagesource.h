// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/datagap.h"
#include "models/gpu/podusage.h"

#include <QObject>

#include <memory>

namespace k8s {
class ApiClient;
}

namespace models {

/// Reads the CPU and memory of one namespace's pods, again and again: from metrics.k8s.io where it is served, else from
/// the kubelets of the given nodes through the API server (needs get on nodes/proxy). Lives in the GUI thread; what is
/// under way when it is stopped is dropped. The client must outlive it.
class UsageSource : public QObject
{
    Q_OBJECT
public:
    enum class Origin
    {
        None,
        MetricsApi,
        Kubelet
    };

    explicit UsageSource(k8s::ApiClient &client, QObject *parent = nullptr);
    ~UsageSource() override;

    /// Takes effect with the next round, which comes at once if it runs and a node is new.
    void setScope(const QString &ns, const QStringList &nodes);
    void start();
    void stop();
    bool isRunning() const;
    /// Also looks again whether metrics.k8s.io is served.
    void retry();
    /// Nobody looks: every 30 seconds is enough.
    void setHurried(bool hurried);

    Origin origin() const;
    const DataGap &gap() const;

signals:
    /// All pods of the namespace on those nodes that were measured.
    void usageTaken(const QList<models::PodUsage> &usage);
    void gapChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
