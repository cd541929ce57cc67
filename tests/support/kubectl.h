// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tests {

/// The oracle of the cluster tests: Kubernetes' own client, built with the sandbox. Uses $KUBECONFIG.
struct KubectlAnswer
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// Path of the sandbox's kubectl; empty if there is none.
QString kubectlPath();
KubectlAnswer kubectl(const QStringList &arguments, const QByteArray &input = {}, int timeoutMs = 60000);

} // namespace tests
