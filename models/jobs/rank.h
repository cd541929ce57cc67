// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/tone.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace models {

/// One container of a pod, as its status says.
struct ContainerState
{
    QString name;
    bool init = false;
    int restarts = 0;
    QString state; ///< "running", "waiting", "terminated" or ""
    QString reason; ///< e.g. ImagePullBackOff, OOMKilled, Error, Completed
    QString message;
    int exitCode = -1; ///< of the last termination; -1 if none
    QDateTime startedAt, finishedAt;

    bool operator==(const ContainerState &) const = default;
};

/// One pod of a job in its role: the row of the replica map, the lane of the log reader, the series of a chart.
struct Rank
{
    QString ns;
    QString pod;
    QString podUid;
    QString replicaType; ///< as the operator labels it, lower case: master, worker, launcher, node
    int replicaIndex = -1;
    int rank = -1; ///< global rank where the framework defines one; else position in the sorted list
    QString label; ///< short name for prefixes and legends: "master-0", "worker-1", "node-0"
    QString phase; ///< pod phase or the more exact container reason, e.g. Running, CrashLoopBackOff
    Tone tone = Tone::Neutral;
    StateShape shape = StateShape::Unknown;
    QString node;
    QString mainContainer;
    double gpus = 0; ///< accelerators that it asks for
    QList<ContainerState> containers; ///< init containers first
    QDateTime createdAt, startedAt, finishedAt;

    bool operator==(const Rank &) const = default;
};

} // namespace models
