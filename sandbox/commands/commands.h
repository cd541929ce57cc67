// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"
#include "sandbox/core/progress.h"

#include <QStringList>

namespace sandbox {

struct Options
{
    Layout layout;
    bool json = false;
    bool foreground = false;
    bool follow = false;
    bool bare = false; ///< up: Kubernetes alone, without Kubeflow and the large images
    int gpus = -1; ///< simulated GPUs of the node; -1: leave as they are
    QStringList arguments;
};

/// Each command returns nothing, or what went wrong.
[[nodiscard]] Result<void> up(const Options &options, Reporter &reporter);
[[nodiscard]] Result<void> down(const Options &options);
[[nodiscard]] Result<void> reset(const Options &options);
[[nodiscard]] Result<void> status(const Options &options);
[[nodiscard]] Result<void> doctor(const Options &options);
[[nodiscard]] Result<void> load(const Options &options, Reporter &reporter);
[[nodiscard]] Result<void> fleet(const Options &options, Reporter &reporter);
[[nodiscard]] Result<void> gpus(const Options &options, Reporter &reporter);
[[nodiscard]] Result<void> logs(const Options &options);

/// What this machine lacks to run a sandbox: nothing, or the first thing, with its remedy.
[[nodiscard]] Result<void> checkMachine(const Layout &layout);

} // namespace sandbox
