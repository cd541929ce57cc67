// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"

#include <QStringList>
#include <QByteArray>

namespace sandbox {

struct Output
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// The sandbox's own kubectl, through the door, with the user's kubeconfig of the sandbox and nothing else of the
/// environment.
class Kubectl
{
public:
    Kubectl(const Layout &layout, const QString &components);

    /// Runs it and waits, at most \p timeoutMs.
    [[nodiscard]] Output run(const QStringList &arguments, const QByteArray &input = {}, int timeoutMs = 60'000) const;
    /// Like run(); what kubectl said on an error is the Problem.
    [[nodiscard]] Result<QByteArray> must(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] QString program() const { return m_program; }

private:
    QString m_program;
    QString m_kubeconfig;
    QString m_home;
};

} // namespace sandbox
