// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/problem.h"

#include <QStringList>
#include <QList>

namespace sandbox {

/// Whom a certificate names. \p organization is what Kubernetes takes as the group.
struct Identity
{
    QString file; ///< NAME.crt and NAME.key
    QString commonName;
    QString organization;
    QStringList names; ///< subject alternative names: "IP:…" or "DNS:…"
};

/// Makes what is missing of the keys and certificates of a sandbox in \p folder: one authority per installation, P-256
/// keys, files 0600, ten years. Existing files stay, so that a sandbox keeps its identity over down and up. Also
/// sa.key/sa.pub and tokens.csv (256 random bits).
[[nodiscard]] Result<void> ensurePki(const QString &folder, const QList<Identity> &identities);

/// The administrator's token in \p folder.
[[nodiscard]] QString adminToken(const QString &folder);

} // namespace sandbox
