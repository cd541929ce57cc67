// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/commands/kubectl.h"
#include "sandbox/commands/scripts.h"
#include "sandbox/core/progress.h"
#include "sandbox/core/runstate.h"

#include <QStringList>

namespace sandbox {

/// Whether the sandbox's supervisor has gone: by `down`, or killed.
[[nodiscard]] bool isStopped(const Layout &layout);
/// Waits until the API server says that it is ready.
[[nodiscard]] Result<void> waitForApi(const Layout &layout, const Kubectl &kubectl, Reporter &reporter);
[[nodiscard]] Progress nodeProgress(const QString &text, int done);
[[nodiscard]] Progress kubeflowProgress(const QString &text, int done);
/// Brings one archive (OCI or Docker, plain or gzip) into the room's containerd. Returns the names of its images.
[[nodiscard]] Result<QStringList> importArchive(const RunState &run, const QString &archive);
/// Brings \p archives that this state has not seen into the room's containerd. \p step is the progress of the step that
/// this belongs to.
[[nodiscard]] Result<void> importImages(const Layout &layout, const RunState &run, const QStringList &archives,
                                        Progress step, Reporter &reporter);
/// Waits until the node takes pods, and makes what every sandbox has (config/cluster.yaml). \p gpus < 0: leaves the
/// GPUs as they are.
[[nodiscard]] Result<void> prepareNode(const Layout &layout, const Kubectl &kubectl, Reporter &reporter);
/// Applies Kubeflow's manifests where they changed since the last time.
[[nodiscard]] Result<void> applyKubeflow(const Layout &layout, const Prepared &prepared, const Kubectl &kubectl,
                                         Reporter &reporter);
/// Waits until every admission webhook of the operators answers.
[[nodiscard]] Result<void> waitForKubeflow(const Layout &layout, const Kubectl &kubectl, Reporter &reporter);

} // namespace sandbox
