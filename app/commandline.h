// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <expected>

namespace app {

/// What the command line asks for.
struct Invocation
{
    enum class Mode
    {
        Window,
        Demo,
        Validate,
        Convert,
        Remote, ///< run, logs, triage: the word itself is the first of `rest`
        Sandbox
    };
    enum class Scheme
    {
        FromSettings,
        Light,
        Dark
    };

    Mode mode = Mode::Window;
    QString kubeconfig, context, ns;
    QString screenshots; ///< folder; empty: none
    QString logFile; ///< `open FILE.log`
    Scheme scheme = Scheme::FromSettings;
    double scale = 0; ///< 0: as the system
    bool startSandbox = false;
    QString example; ///< --demo runs this file instead of the sample
    QStringList rest; ///< for the commands with options of their own

    bool operator==(const Invocation &) const = default;
};

/// Why the program ends at once: --help, --version, or a mistake.
struct CommandLineEnd
{
    int exitCode = 0;
    QString text; ///< to stdout if the exit code is 0, else to stderr
};

/// Without the program's name. Pure, needs no application object.
std::expected<Invocation, CommandLineEnd> parseCommandLine(const QStringList &arguments);

} // namespace app
