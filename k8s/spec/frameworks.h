// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace k8s {

/// What differs between the job kinds of kubeflow.org/v1 (Training Operator 1.9, pkg/apis/kubeflow.org/v1).
struct Framework
{
    std::string_view kind;
    std::string_view replicaSpecs; ///< field of spec
    std::span<const std::string_view> replicaTypes; ///< in the order of ranks
    std::string_view container; ///< the container that trains
    int port; ///< unless the container names one portName
    std::string_view portName;
    std::string_view defaultRestartPolicy;
    bool mpi = false; ///< names of its own for the launcher, no webhook
};

std::span<const Framework> frameworks();
/// Null if the kind is no job kind of kubeflow.org.
const Framework *frameworkOf(std::string_view apiVersion, std::string_view kind);

} // namespace k8s
