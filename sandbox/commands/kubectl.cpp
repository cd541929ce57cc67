// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/kubectl.h"

#include <QProcess>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace sandbox {

Kubectl::Kubectl(const Layout &layout, const QString &components)
    : m_program(components + u"/kubectl"_s)
    , m_kubeconfig(layout.kubeconfig())
    , m_home(layout.path("home"_L1))
{
}

Output Kubectl::run(const QStringList &arguments, const QByteArray &input, int timeoutMs) const
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(u"KUBECONFIG"_s, m_kubeconfig);
    environment.insert(u"HOME"_s, m_home); // kubectl caches discovery here
    environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.start(m_program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        return {.code = -1, .out = process.readAllStandardOutput(), .err = "timed out"};
    }
    return {.code = process.exitCode(), .out = process.readAllStandardOutput(), .err = process.readAllStandardError()};
}

Result<QByteArray> Kubectl::must(const QStringList &arguments, const QByteArray &input) const
{
    const Output output = run(arguments, input);
    if (output.code == 0)
        return output.out;
    return problem(
        u"kubectl %1: %2"_s.arg(arguments.first(), QString::fromUtf8(output.err).trimmed().section(u'\n', -1)));
}

} // namespace sandbox
