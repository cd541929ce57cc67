// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/scripts.h"

#include <QProcess>

#include <csignal>
#include <optional>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace sandbox {

Script::Script(const QString &program, const QStringList &arguments, Reporter &reporter)
    : m_process(std::make_unique<QProcess>())
    , m_reporter(reporter)
    , m_name(program.section(u'/', -2))
{
    // In a pid namespace of its own: whatever ends this program, compilers and installers end with it.
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process->start(u"unshare"_s,
                     QStringList {u"--pid"_s, u"--fork"_s, u"--kill-child"_s, u"--mount-proc"_s, program} + arguments,
                     QIODevice::ReadOnly);
}

Script::~Script()
{
    if (m_process->state() == QProcess::NotRunning)
        return;
    m_process->kill();
    m_process->waitForFinished(3000);
}

void Script::read()
{
    m_buffer += m_process->readAllStandardOutput();
    for (qsizetype end = 0; (end = m_buffer.indexOf('\n')) >= 0; m_buffer.remove(0, end + 1)) {
        const QByteArray line = m_buffer.first(end);
        const auto progress = parseProgress(line);
        if (progress && !m_silent)
            m_reporter.report(*progress);
        if (!progress)
            m_lines.append(line);
    }
}

bool Script::poll(int ms)
{
    m_process->waitForReadyRead(ms);
    read();
    return m_process->state() != QProcess::NotRunning;
}

bool Script::hasFailed() const
{
    return m_process->state() == QProcess::NotRunning
        && (m_process->exitStatus() != QProcess::NormalExit || m_process->exitCode() != 0);
}

Result<QStringList> Script::finish(QByteArrayView key)
{
    while (poll(250)) { }
    if (hasFailed()) {
        const QString said = QString::fromLocal8Bit(m_process->readAllStandardError()).trimmed();
        return problem(said.isEmpty() ? u"%1 failed (%2)"_s.arg(m_name, m_process->errorString())
                                      : said.section(u'\n', -1),
                       u"Starting again continues where this stopped."_s);
    }
    QStringList values;
    for (const QByteArray &line : std::as_const(m_lines)) {
        if (line.startsWith(key) && line.size() > key.size() && line[key.size()] == ' ')
            values.append(QString::fromLocal8Bit(line.mid(key.size() + 1)));
    }
    return values;
}

Result<Prepared> prepare(const Layout &layout, bool bare, Reporter &reporter)
{
    const QString images = layout.data() + u"/images/build"_s;
    // The compiler keeps the processors busy, the package mirror the network: both at once.
    const QStringList wanted = bare ? QStringList {u"pause"_s} : QStringList {u"pause"_s, u"pytorch"_s};
    Script base(images, QStringList {u"--json"_s} + wanted, reporter);
    Script components(layout.data() + u"/components/build"_s, {u"--json"_s}, reporter);
    base.setSilent(true);
    std::optional<Script> definitions;
    if (!bare)
        definitions.emplace(layout.data() + u"/crds/build"_s, QStringList {u"--json"_s}, reporter);
    while (components.poll(200) && !base.hasFailed())
        base.poll(1);
    if (base.hasFailed())
        return std::unexpected(base.finish("file").error());
    const auto folders = components.finish("folder");
    if (!folders)
        return std::unexpected(folders.error());
    const QString folder = folders->value(0);
    base.setSilent(false);
    auto files = base.finish("file");
    if (!files)
        return std::unexpected(files.error());
    if (bare)
        return Prepared {.components = folder, .images = *files};
    // A sandbox without these kinds trains as well: a machine without a network may not have them.
    const auto kinds = definitions->finish("folder");
    if (!kinds)
        reporter.remark(u"Without the kinds of KServe, Katib and Kueue: %1"_s.arg(kinds.error().text));
    Script operators(images, {u"--json"_s, u"operators"_s, folder}, reporter);
    const auto more = operators.finish("file");
    if (!more)
        return std::unexpected(more.error());
    return Prepared {
        .components = folder, .definitions = kinds ? kinds->value(0) : QString(), .images = *more + *files};
}

} // namespace sandbox
