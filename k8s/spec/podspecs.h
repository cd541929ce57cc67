// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/value.h"

#include <QString>

#include <vector>

namespace k8s {

/// A pod template inside an object, and how many pods are made of it.
struct PodTemplate
{
    QString role; ///< Master, Worker, the replicated job's name; empty if there is but one
    SpecValue replica; ///< what holds the template: the replica spec, the Job's spec
    SpecValue spec; ///< the PodSpec
    std::int64_t replicas = 1;
};

/// All pod templates of an object of a known kind, in the order of the text. Pure.
std::vector<PodTemplate> podTemplates(SpecValue root);

} // namespace k8s
