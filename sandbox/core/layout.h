// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/problem.h"

#include <QByteArray>
#include <QLatin1StringView>

namespace sandbox {

/// Where everything of one sandbox lies. Two sandboxes with different state folders do not meet.
class Layout
{
public:
    /// \p state empty: $XDG_STATE_HOME/pilothouse/sandbox.
    explicit Layout(const QString &state = {});

    [[nodiscard]] QString state() const { return m_state; }
    [[nodiscard]] QString path(QLatin1StringView name) const;
    [[nodiscard]] QString log(const QString &process) const;
    [[nodiscard]] QString kubeconfig() const;
    /// $XDG_CACHE_HOME/pilothouse: programs and images, shared by all sandboxes of the user.
    [[nodiscard]] QString cache() const;
    /// Scripts, manifests and templates: the source tree, or share/pilothouse/sandbox beside the installed program.
    [[nodiscard]] QString data() const;
    /// Name of the cgroup of this sandbox: tells its user and its state folder.
    [[nodiscard]] QString group() const;

    /// Makes the state folder (0700) and its subfolders. Refuses a symlink or a folder of another user.
    [[nodiscard]] Result<void> create() const;

private:
    QString m_state;
};

/// Writes \p content to \p path, readable by the owner only, replacing the file in one step.
[[nodiscard]] Result<void> writePrivate(const QString &path, const QByteArray &content);
/// The whole file, or nothing where it cannot be read.
[[nodiscard]] QByteArray readFile(const QString &path);

} // namespace sandbox
