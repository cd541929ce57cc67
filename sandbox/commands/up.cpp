// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/cluster.h"
#include "sandbox/commands/commands.h"
#include "sandbox/commands/gpus.h"
#include "sandbox/commands/scripts.h"
#include "sandbox/core/pki.h"
#include "sandbox/core/templates.h"
#include "sandbox/room/supervisor.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <atomic>
#include <csignal>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

Progress roomProgress(const QString &text, int done)
{
    return {
        .step = u"room"_s, .title = u"Making the room"_s, .text = text, .done = done, .total = 2, .expectedSeconds = 1};
}

/// The supervisor that this program started and has not yet announced as ready; 0: none.
std::atomic<pid_t> startedSupervisor = 0;

/// Who interrupts the start wants no half of a sandbox.
void endWhatWasStarted(int number)
{
    if (const pid_t pid = startedSupervisor.load(); pid > 0)
        ::kill(pid, SIGTERM);
    ::signal(number, SIG_DFL);
    ::raise(number);
}

/// Starts the supervisor unless one runs with the same programs and the same configuration. What runs then.
Result<RunState> ensureSupervisor(const Options &options, const QString &components, Reporter &reporter)
{
    const Layout &layout = options.layout;
    const auto current = readRunState(layout);
    const bool fits = current && current->components == components
        && readFile(layout.path("config/.hash"_L1)) == configurationHash(layout);
    if (fits)
        return *current;
    if (auto stopped = down(options); !stopped)
        return std::unexpected(stopped.error());
    reporter.report(roomProgress(u"Writing keys and configuration"_s, 0));
    if (auto keys = ensurePki(layout.path("pki"_L1), identities()); !keys)
        return std::unexpected(keys.error());
    if (auto written = writeConfiguration(layout); !written)
        return std::unexpected(written.error());
    if (auto started = startSupervisor(layout, components); !started)
        return std::unexpected(started.error());
    reporter.report(roomProgress(u"Waiting for the room"_s, 1));
    for (const QDeadlineTimer deadline(30'000); !deadline.hasExpired();) {
        if (const auto run = readRunState(layout)) {
            startedSupervisor = static_cast<pid_t>(run->supervisor);
            return *run;
        }
        QThread::msleep(20);
    }
    const QString last = QString::fromUtf8(readFile(layout.log(u"supervisor"_s))).trimmed().section(u'\n', -1);
    return problem(u"The room did not start. %1"_s.arg(last), u"Try: pilothouse-sandbox doctor"_s);
}

struct Archives
{
    QStringList small;
    QStringList large;
};

/// The archive of PyTorch is a gigabyte, the others are a few megabytes each.
Archives split(const QStringList &all)
{
    Archives archives;
    for (const QString &archive : all)
        (QFileInfo(archive).size() > 256LL * 1024 * 1024 ? archives.large : archives.small).append(archive);
    return archives;
}

Result<void> stayUntilInterrupted(const Options &options)
{
    int number = 0;
    sigset_t set;
    sigemptyset(&set);
    for (const int each : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&set, each);
    sigprocmask(SIG_BLOCK, &set, nullptr);
    sigwait(&set, &number);
    return down(options);
}

} // namespace

Result<void> up(const Options &options, Reporter &reporter)
{
    const Layout &layout = options.layout;
    if (auto good = checkMachine(layout).and_then([&] { return layout.create(); }); !good)
        return good;
    FileLock lock;
    if (!lock.take(layout.path("run/up.lock"_L1), false)) {
        reporter.report(roomProgress(u"Another start is under way: waiting for it"_s, 0));
        if (!lock.take(layout.path("run/up.lock"_L1), true))
            return problem(u"The state folder cannot be locked"_s);
    }
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        ::signal(number, endWhatWasStarted);
    const auto prepared = prepare(layout, options.bare, reporter);
    if (!prepared)
        return std::unexpected(prepared.error());
    const auto run = ensureSupervisor(options, prepared->components, reporter);
    if (!run)
        return std::unexpected(run.error());
    const Kubectl kubectl(layout, prepared->components);
    // The operators first: while they start, the large image comes in.
    const auto [small, large] = split(prepared->images);
    auto raised = waitForApi(layout, kubectl, reporter)
                      .and_then([&] { return importImages(layout, *run, small, nodeProgress({}, 0), reporter); })
                      .and_then([&] { return prepareNode(layout, kubectl, reporter); });
    if (raised && !options.bare) {
        raised = applyKubeflow(layout, *prepared, kubectl, reporter)
                     .and_then([&] { return importImages(layout, *run, large, kubeflowProgress({}, 4), reporter); })
                     .and_then([&] { return waitForKubeflow(layout, kubectl, reporter); });
    }
    if (raised && options.gpus >= 0)
        raised = simulateGpus(layout, kubectl, options.gpus, !options.bare, reporter);
    if (!raised && isStopped(layout))
        return problem(u"The sandbox was stopped while it was starting"_s, u"Start it again when you need it."_s);
    if (!raised)
        return raised;
    startedSupervisor = 0;
    reporter.ready(layout.kubeconfig());
    lock = FileLock();
    return options.foreground ? stayUntilInterrupted(options) : Result<void>();
}

Result<void> down(const Options &options)
{
    const Layout &layout = options.layout;
    const QString lock = layout.path("run/supervisor.lock"_L1);
    for (const QDeadlineTimer deadline(20'000); FileLock::isHeld(lock);) {
        // The file may be a moment younger than the lock: a starting supervisor is met by the next round.
        if (const auto run = readRunState(layout))
            ::kill(static_cast<pid_t>(run->supervisor), SIGTERM);
        if (deadline.hasExpired())
            return problem(u"The sandbox does not end"_s, u"See %1"_s.arg(layout.log(u"supervisor"_s)));
        QThread::msleep(30);
    }
    return {};
}

Result<void> reset(const Options &options)
{
    return down(options).and_then([&]() -> Result<void> {
        FileLock lock;
        if (QDir(options.layout.state()).exists() && !lock.take(options.layout.path("run/up.lock"_L1), false))
            return problem(u"The sandbox is being started: it cannot be reset now"_s);
        if (!QDir(options.layout.state()).removeRecursively())
            return problem(u"%1 cannot be removed completely"_s.arg(options.layout.state()));
        return {};
    });
}

} // namespace sandbox
