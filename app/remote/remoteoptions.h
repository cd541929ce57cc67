// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <expected>

namespace app {

/// What `pilothouse run`, `logs` and `triage` are asked for.
struct RemoteOptions
{
    enum class Command
    {
        Run,
        Logs,
        Triage
    };

    Command command = Command::Run;
    QString target {}; ///< a file or "-", or a job: NAME or KIND/NAME
    QString kubeconfig {}, context {}, ns {};
    bool sandbox = false; ///< the cluster is the sandbox of this machine
    bool follow = false;
    bool check = true; ///< Run: look at the spec before it is sent
    bool allContainers = false;
    bool help = false;
    int rank = -1; ///< -1: all
    int tail = -1; ///< lines of each rank; -1: all

    bool operator==(const RemoteOptions &) const = default;
};

/// Null if the word is none of these commands.
const RemoteOptions::Command *remoteCommand(const QString &word);
/// The words behind the command's own; an error is a sentence. Pure, needs no application object.
std::expected<RemoteOptions, QString> parseRemote(RemoteOptions::Command command, const QStringList &arguments);
QString remoteUsage(RemoteOptions::Command command);

} // namespace app
