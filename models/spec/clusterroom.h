// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specpreview.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace models {

/// What a ResourceQuota leaves of one resource.
struct QuotaShare
{
    QString quota; ///< name of the ResourceQuota
    QString resource; ///< "requests.cpu", "pods", "requests.nvidia.com/gpu"
    double hard = 0, used = 0; ///< in the resource's unit: cores, bytes, pieces

    bool operator==(const QuotaShare &) const = default;
};

/// What a cluster has left for new pods, as far as it is known; -1: it is not.
struct ClusterRoom
{
    double cpu = -1, memory = -1; ///< free on nodes that take pods, together: cores, bytes
    double largestCpu = -1, largestMemory = -1; ///< free on one of them at most, each for itself
    double gpus = -1, allGpus = -1;
    QString ns; ///< that is launched into
    QList<QuotaShare> quotas; ///< of that namespace, those that hold for every pod
    QStringList images; ///< that the nodes have, where they are not to fetch others (the sandbox); else empty

    bool operator==(const ClusterRoom &) const = default;
};

/// One sentence on how a spec stands to the room that is left.
struct RoomSentence
{
    QString text; ///< plain text
    bool fits = true;

    bool operator==(const RoomSentence &) const = default;
};

/// Nothing for a spec without pods. Pure; any thread.
QList<RoomSentence> roomFor(const SpecPreview &preview, const ClusterRoom &room);

/// The quotas of a ResourceQuotaList as the API server answers it (status.hard and status.used), without those that
/// hold for some pods only (spec.scopes, spec.scopeSelector); empty if it is none.
QList<QuotaShare> quotasOf(const QByteArray &listJson);
/// The names of all images in a NodeList (status.images; a kubelet tells of 50).
QStringList imagesOf(const QByteArray &listJson);

} // namespace models
