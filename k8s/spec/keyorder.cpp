// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/keyorder.h"

#include <algorithm>
#include <array>

namespace k8s {

namespace {

/// The order in which people write these keys; others come behind those that are there.
constexpr std::array<std::string_view, 46> usualOrder {"apiVersion",
                                                       "kind",
                                                       "name",
                                                       "generateName",
                                                       "namespace",
                                                       "labels",
                                                       "annotations",
                                                       "metadata",
                                                       "runtimeRef",
                                                       "suspend",
                                                       "slotsPerWorker",
                                                       "nprocPerNode",
                                                       "elasticPolicy",
                                                       "cleanPodPolicy",
                                                       "backoffLimit",
                                                       "activeDeadlineSeconds",
                                                       "ttlSecondsAfterFinished",
                                                       "runPolicy",
                                                       "numNodes",
                                                       "numProcPerNode",
                                                       "replicas",
                                                       "minReplicas",
                                                       "maxReplicas",
                                                       "restartPolicy",
                                                       "serviceAccountName",
                                                       "nodeSelector",
                                                       "tolerations",
                                                       "image",
                                                       "imagePullPolicy",
                                                       "command",
                                                       "args",
                                                       "workingDir",
                                                       "env",
                                                       "envFrom",
                                                       "ports",
                                                       "requests",
                                                       "limits",
                                                       "resources",
                                                       "resourcesPerNode",
                                                       "volumeMounts",
                                                       "containers",
                                                       "volumes",
                                                       "spec",
                                                       "template",
                                                       "trainer",
                                                       "status"};

} // namespace

size_t usualPlaceOf(std::string_view key) { return size_t(std::ranges::find(usualOrder, key) - usualOrder.begin()); }

} // namespace k8s
