// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/layout.h"
#include "sandbox/core/progress.h"

#include <memory>
#include <QByteArray>
#include <QList>
#include <QStringList>

class QProcess;

namespace sandbox {

/// A build script that runs beside the program and dies with it. What it prints as progress goes to the reporter.
class Script
{
public:
    Script(const QString &program, const QStringList &arguments, Reporter &reporter);
    ~Script();
    Script(const Script &) = delete;
    Script &operator=(const Script &) = delete;

    /// Passes on what it has said by now, waiting up to \p ms for more. Whether it still runs.
    bool poll(int ms);
    /// Keeps its progress to itself while \p silent: another step is being shown.
    void setSilent(bool silent) { m_silent = silent; }
    /// Whether it has ended and failed.
    [[nodiscard]] bool hasFailed() const;
    /// Waits for its end. The values of the lines "KEY VALUE" that it printed for \p key, or what it said went wrong.
    [[nodiscard]] Result<QStringList> finish(QByteArrayView key);

private:
    void read();

    std::unique_ptr<QProcess> m_process;
    Reporter &m_reporter;
    QString m_name;
    bool m_silent = false;
    QByteArray m_buffer;
    QList<QByteArray> m_lines;
};

struct Prepared
{
    QString components; ///< folder of programs and manifests
    QString definitions {}; ///< folder of definitions of kinds without an operator here; empty: they cannot be had now
    QStringList images; ///< OCI archives
};

/// Everything that a room needs from the cache, made where it is missing.
/// \p bare: without the images of Kubeflow and PyTorch.
[[nodiscard]] Result<Prepared> prepare(const Layout &layout, bool bare, Reporter &reporter);

} // namespace sandbox
