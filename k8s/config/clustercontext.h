// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace k8s {

/// How a user proves who they are: an exec credential plugin (client.authentication.k8s.io/v1).
struct ExecPlugin
{
    QString apiVersion = {};
    QString command = {};
    QStringList arguments = {};
    QList<std::pair<QString, QString>> environment = {};
    QString installHint = {};
    bool provideClusterInfo = false;
    QString interactiveMode = {};
    QByteArray clusterConfig = {}; ///< JSON of the cluster's extension client.authentication.k8s.io/exec; may be empty
};

/// One context of a kubeconfig with everything needed to talk to it. A plain value. Holds secrets: never log or print
/// it.
struct ClusterContext
{
    QString name;
    QString server; ///< https://host:port[/prefix]
    QString ns; ///< default namespace; empty means "default"
    QString sourceFile;

    QByteArray caData; ///< PEM; empty: the system's
    QString caFile;
    bool insecureSkipTlsVerify = false;
    QString tlsServerName;
    QString proxyUrl;
    bool disableCompression = false;

    QByteArray clientCertificateData, clientKeyData; ///< PEM
    QString clientCertificateFile, clientKeyFile;
    QByteArray token;
    QString tokenFile;
    QString username;
    QByteArray password;
    QString impersonateUser;
    QString impersonateUid;
    QStringList impersonateGroups;
    QList<std::pair<QString, QString>> impersonateExtra;
    std::optional<ExecPlugin> exec; ///< a program of the user's machine: ask before it runs for the first time
};

} // namespace k8s
