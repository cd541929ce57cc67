// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"

#include <QStringList>

#include <chrono>

namespace k8s {

/// A command to be run in a container that runs already.
struct ExecTarget
{
    QString ns {}, pod {}, container {};
    QStringList command {}; ///< the program and its arguments; no shell unless it is one
    std::chrono::milliseconds timeout {60'000}; ///< for everything
    qint64 mostBytes = qint64(16) << 20; ///< of its output; more is an error
};

/// What a command left behind.
struct ExecResult
{
    QByteArray output {}, errors {}; ///< stdout whole, the first 64 KiB of stderr
    int exitCode = 0;
};

/// Runs a command as `kubectl exec` does, without a terminal and without input, and answers when it has ended; an exit
/// code that is not 0 is an answer. Errors: NotFound, Forbidden ("create pods/exec", "get pods/exec"), Protocol where
/// the server speaks no WebSocket (before 1.29) or breaks off, Invalid with the runtime's words where the program is
/// not in the container, Timeout. Any thread; answers in the receiver's. Source: kubernetes KEP-4006,
/// k8s.io/kubelet/pkg/cri/streaming/remotecommand (v5.channel.k8s.io, v4 for older ones).
void execInPod(ApiClient &client, const ExecTarget &target, Reply<ExecResult> reply);

} // namespace k8s
