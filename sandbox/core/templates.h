// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"
#include "sandbox/core/pki.h"

#include <QHash>
#include <QByteArray>
#include <QList>

namespace sandbox {

/// \p text with every @NAME@ replaced. A name without a value is a Problem: a half-filled configuration is worse than
/// none.
[[nodiscard]] Result<QByteArray> render(const QByteArray &text, const QHash<QString, QString> &values);

/// Who is who in the cluster: the certificates that ensurePki() makes.
[[nodiscard]] QList<Identity> identities();

/// Writes the configuration of every process into STATE/config, from the templates of \p layout. Also the kubeconfigs
/// of the room's own clients. Overwrites what an older version wrote.
[[nodiscard]] Result<void> writeConfiguration(const Layout &layout);
/// Tells one version of the templates from another; STATE/config/.hash holds that of what was written.
[[nodiscard]] QByteArray configurationHash(const Layout &layout);
/// Writes the user's kubeconfig for the door at 127.0.0.1:\p port.
[[nodiscard]] Result<void> writeUserKubeconfig(const Layout &layout, int port);

} // namespace sandbox
