// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/room/mounts.h"
#include "sandbox/room/processtable.h"
#include "sandbox/room/room.h"

#include <QDeadlineTimer>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

void reap(ProcessTable &table)
{
    int status = 0;
    for (pid_t pid = 0; (pid = ::waitpid(-1, &status, WNOHANG)) > 0;)
        table.ended(pid, status);
}

/// Waits up to \p ms for a signal. Its number, or 0.
int nextSignal(int ms)
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGCHLD, SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, number);
    const timespec pause {.tv_sec = ms / 1000, .tv_nsec = (ms % 1000) * 1'000'000L};
    return qMax(0, ::sigtimedwait(&set, nullptr, &pause));
}

void blockSignals()
{
    sigset_t set;
    sigfillset(&set);
    ::sigprocmask(SIG_SETMASK, &set, nullptr);
}

/// What is to run: the relay, the processes of the configuration, and those that were asked for later (the fleet).
Result<QList<ProcessSpec>> wanted(const RoomPlan &plan)
{
    auto specs = parseProcesses(readFile(plan.layout.path("config/processes.json"_L1)));
    if (!specs)
        return specs;
    if (const QByteArray extra = readFile(plan.layout.path("config/extra.json"_L1)); !extra.isEmpty())
        specs->append(parseProcesses(extra).value_or(QList<ProcessSpec> {}));
    specs->prepend({.name = u"relay"_s,
                    .program = u"/proc/self/exe"_s,
                    .arguments = {u"__relay"_s, QString::number(plan.listener)},
                    .after = {},
                    .inherit = plan.listener});
    return specs;
}

void stopAll(ProcessTable &table)
{
    table.signalAll(SIGTERM);
    // etcd writes what it holds within a moment; the others have nothing to keep, and what is left dies with this
    // process.
    for (const QDeadlineTimer deadline(1500); table.anyRunning() && !deadline.hasExpired();) {
        nextSignal(50);
        reap(table);
    }
}

} // namespace

int runRoom(const RoomPlan &plan)
{
    blockSignals();
    ::umask(022);
    rlimit files {};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    const auto specs = wanted(plan);
    const auto good = makeRoomMounts(plan.layout, plan.components).and_then([] { return makeRoomNetwork(); });
    if (!good || !specs) {
        std::fprintf(stderr, "%s\n", qPrintable(good ? specs.error().text : good.error().text));
        return 1;
    }
    ProcessTable table(plan.layout);
    table.setSpecs(*specs);
    for (qint64 turn = 0;; ++turn) {
        table.tick();
        if (turn % 100 == 99) // every ten seconds or so
            table.rotateLogs();
        const int number = nextSignal(100);
        if (number == SIGTERM || number == SIGINT)
            break;
        if (number == SIGHUP)
            table.setSpecs(wanted(plan).value_or(*specs));
        reap(table);
    }
    stopAll(table);
    return 0;
}

} // namespace sandbox
