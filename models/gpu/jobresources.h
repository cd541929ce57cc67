// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/datagap.h"
#include "models/gpu/devicereading.h"
#include "models/gpu/podusage.h"
#include "models/jobs/rank.h"

#include <QObject>

#include <memory>

namespace k8s {
class ApiClient;
}

namespace models {

class JobMetrics;
struct PastMoment;

/// What one rank of a job uses now.
struct RankResources
{
    Rank rank;
    QList<DeviceReading> devices;
    std::optional<double> use; ///< percent, mean of its devices
    std::optional<double> deviceMemoryUsed, deviceMemoryTotal; ///< bytes, sums
    std::optional<double> power; ///< watts, sum
    std::optional<double> temperature; ///< the hottest
    std::optional<double> cpu; ///< cores
    std::optional<double> memory; ///< bytes

    bool operator==(const RankResources &) const = default;
};

/// The same for the whole job, for its card.
struct JobResourceFigures
{
    double asked = 0; ///< accelerators that its pods ask for
    int devices = 0; ///< that are measured
    std::optional<double> use; ///< percent, mean
    std::optional<double> cpu, memory; ///< sums
    bool simulated = false; ///< some device is none

    bool operator==(const JobResourceFigures &) const = default;
};

/// GPU, CPU and memory of one job, live: the newest figures per rank, and their curves since somebody began to look,
/// before that as far as a Prometheus remembers.
/// Asks the cluster only while a view watches (and a little longer), and only for the nodes of this job's running pods.
/// Lives in the GUI thread.
class JobResources : public QObject
{
    Q_OBJECT
public:
    enum class Figure
    {
        Use,
        DeviceMemory,
        Power,
        Temperature,
        Cpu,
        Memory
    };
    static constexpr Figure allFigures[]
        = {Figure::Use, Figure::DeviceMemory, Figure::Cpu, Figure::Memory, Figure::Power, Figure::Temperature};

    /// Without a client nothing is asked: figures come by takeDevices() and takeUsage().
    explicit JobResources(k8s::ApiClient *client, QObject *parent = nullptr);
    ~JobResources() override;

    void setRanks(const QList<Rank> &ranks);
    /// A view shows them. What is watched once goes on being read at a slower pace, so that curves have no hole.
    void setWatched(bool watched);
    void retry();
    /// See GpuSource::setPrometheus().
    void setPrometheus(k8s::ApiClient *client);

    const QList<RankResources> &ranks() const;
    const JobResourceFigures &figures() const;
    /// The curves: metrics named by curveName(), one series per rank, or the one of the job.
    JobMetrics &curves() const;
    static QString curveName(Figure figure, bool ofJob);
    bool hasCurve(Figure figure) const;

    /// Where the older part of the curves comes from, or why it is missing: one sentence; empty: nothing to say.
    QString pastRemark() const;

    /// Why there are no figures of devices, of CPU and memory.
    DataGap deviceGap() const;
    DataGap usageGap() const;

    void takeDevices(const QList<DeviceReading> &readings, const QDateTime &at);
    void takeUsage(const QList<PodUsage> &usage);
    /// What was measured before somebody looked; before any point of the curves.
    void takePast(const QList<PastMoment> &moments);

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
