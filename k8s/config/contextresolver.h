// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/config/clustercontext.h"
#include "k8s/config/kubeconfigentries.h"
#include "k8s/core/result.h"

namespace k8s {

/// Puts a context, its cluster and its user together and checks them as client-go does (tools/clientcmd/validation.go),
/// files and certificates too. Reads the files that are named; any thread.
Result<ClusterContext> resolveContext(const KubeconfigEntries &entries, const KubeconfigEntry &context);

} // namespace k8s
