// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/jsonview.h"

#include <QString>

namespace models {

/// What a pod holds of its node: what it asked for, whether it uses it or not.
struct PodShare
{
    QString uid, ns, pod, node;
    QString job; ///< name of the job that it belongs to, by its labels; may be empty
    double cpu = 0; ///< cores
    double memory = 0; ///< bytes
    double gpus = 0;

    bool operator==(const PodShare &) const = default;
};

/// As the scheduler counts: containers and sidecars together, or the greediest init container. Pure; any thread.
PodShare podShare(const k8s::JsonView &pod);

} // namespace models
