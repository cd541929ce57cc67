// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/frameworks.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace {

constexpr std::array<std::string_view, 5> tensorflowTypes {"Chief", "Master", "Worker", "PS", "Evaluator"};
constexpr std::array<std::string_view, 2> masterTypes {"Master", "Worker"};
constexpr std::array<std::string_view, 2> launcherTypes {"Launcher", "Worker"};
constexpr std::array<std::string_view, 1> workerTypes {"Worker"};

constexpr std::array table {
    Framework {"TFJob", "tfReplicaSpecs", tensorflowTypes, "tensorflow", 2222, "tfjob-port", "Never"},
    Framework {"PyTorchJob", "pytorchReplicaSpecs", masterTypes, "pytorch", 23456, "pytorchjob-port", "OnFailure"},
    Framework {"MPIJob", "mpiReplicaSpecs", launcherTypes, "", 9999, "mpi-port", "Never", true},
    Framework {"XGBoostJob", "xgbReplicaSpecs", masterTypes, "xgboost", 9999, "xgboostjob-port", "Never"},
    Framework {"PaddleJob", "paddleReplicaSpecs", masterTypes, "paddle", 36543, "master", "OnFailure"},
    Framework {"JAXJob", "jaxReplicaSpecs", workerTypes, "jax", 6666, "jaxjob-port", "Never"},
};

} // namespace

std::span<const Framework> frameworks() { return table; }

const Framework *frameworkOf(std::string_view apiVersion, std::string_view kind)
{
    if (!apiVersion.starts_with("kubeflow.org/"))
        return nullptr;
    const auto found = std::ranges::find(table, kind, &Framework::kind);
    return found == table.end() ? nullptr : &*found;
}

} // namespace k8s
