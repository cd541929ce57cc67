// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"
#include "models/gpu/devicereading.h"
#include "models/gpu/podusage.h"

#include <QObject>

#include <memory>

namespace k8s {
class ApiClient;
}

namespace models {

/// What pods used at one moment of the past.
struct PastMoment
{
    qint64 milliseconds = 0; ///< since 1970
    QList<DeviceReading> devices {};
    QList<PodUsage> usage {};
};

/// Which past is asked for.
struct PastQuestion
{
    QString ns {};
    QStringList pods {};
    qint64 from = 0, to = 0; ///< milliseconds since 1970
};

/// Asks a Prometheus once what pods used before anybody looked: devices as the exporters name them, CPU and memory as
/// the kubelets' cAdvisor does. The Prometheus is found by its service, through the API server's proxy, or is the one
/// that was configured. Lives in the GUI thread; the clients must outlive it.
class PastUsage : public QObject
{
    Q_OBJECT
public:
    explicit PastUsage(k8s::ApiClient &client, QObject *parent = nullptr);
    ~PastUsage() override;

    /// See GpuSource::setPrometheus().
    void setPrometheus(k8s::ApiClient *client, const QString &path = {});
    /// At most `mostMoments` moments, at least 15 s apart. A second question takes the place of the first.
    void ask(const PastQuestion &question);
    bool isAsking() const;

    static constexpr int mostMoments = 240;
    static constexpr int leastStep = 15; ///< seconds

signals:
    /// In the order of time; empty if there is no Prometheus, or it knows nothing. `problem` says why it told nothing
    /// though it is there.
    void answered(const QList<models::PastMoment> &moments, const models::Problem &problem);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
