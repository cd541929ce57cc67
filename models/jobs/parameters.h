// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/jsonview.h"

#include <QList>

namespace models {

/// One value of a job's spec under a name that can be compared between jobs.
struct SpecParameter
{
    QString name; ///< "pytorchReplicaSpecs.Worker.replicas", "….pytorch.env.LR", "….pytorch.args --lr"
    QString value;

    bool operator==(const SpecParameter &) const = default;
};

/// A job's spec as a flat list in the order of the object. Elements of lists are named by their name where they have
/// one (containers, env, volumes), command-line options by the option ("--lr 0.1" and "--lr=0.1" are the same).
QList<SpecParameter> specParameters(const k8s::JsonView &job);

} // namespace models
