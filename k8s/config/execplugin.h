// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/config/clustercontext.h"
#include "k8s/core/result.h"

#include <QDateTime>

#include <chrono>
#include <stop_token>

namespace k8s {

/// What a credential plugin printed. Secret.
struct ExecCredential
{
    QByteArray token;
    QByteArray clientCertificatePem, clientKeyPem;
    QDateTime expires; ///< invalid: good until the server says 401
};

/// Reads an ExecCredential; it must be of the version that was asked for and hold a token or a certificate with its
/// key. Pure; any thread. Source: client-go plugin/pkg/client/auth/exec/exec.go.
Result<ExecCredential> parseExecCredential(const QByteArray &json, const QString &apiVersion);

/// Runs the context's plugin, without a shell, without standard input, in a session of its own, and waits for it: not
/// for the GUI's or the net thread. Its output may have 1 MiB. All errors are Config, Timeout or Cancelled.
Result<ExecCredential> runExecPlugin(const ClusterContext &context, std::chrono::milliseconds timeout,
                                     const std::stop_token &stop = {});

} // namespace k8s
