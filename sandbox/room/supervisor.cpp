// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/room/supervisor.h"

#include "sandbox/core/runstate.h"
#include "sandbox/core/templates.h"
#include "sandbox/room/backoff.h"
#include "sandbox/room/cgroups.h"
#include "sandbox/room/door.h"
#include "sandbox/room/room.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

sigset_t watched()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGCHLD, SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, number);
    return set;
}

void complain(const Problem &problem)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(QDateTime::currentDateTimeUtc().toString(Qt::ISODate)),
                 qPrintable(problem.text));
}

/// Dying processes leave their folders a moment later.
void removeCgroupsPatiently(const QString &group)
{
    for (const QDeadlineTimer deadline(10'000); !removeCgroups(group) && !deadline.hasExpired();)
        ::usleep(20'000);
}

enum class End
{
    Stopped,
    Died
};

/// Waits until the room ends or someone asks for its end.
End watch(pid_t room)
{
    const sigset_t set = watched();
    for (;;) {
        const int number = ::sigwaitinfo(&set, nullptr);
        if (number == SIGCHLD) {
            int status = 0;
            if (::waitpid(room, &status, WNOHANG) == room)
                return End::Died;
        } else if (number > 0) {
            break;
        }
    }
    ::kill(room, SIGTERM);
    for (const QDeadlineTimer deadline(3000); !deadline.hasExpired();) {
        if (::waitpid(room, nullptr, WNOHANG) == room)
            return End::Stopped;
        ::usleep(10'000);
    }
    ::kill(room, SIGKILL);
    ::waitpid(room, nullptr, 0);
    return End::Stopped;
}

/// What the kernel does not load by itself when it is needed. Who has it built in needs no modprobe.
void loadModules()
{
    const char *const words[] = {"modprobe", "-qa", "overlay", "br_netfilter", "nf_tables", nullptr};
    pid_t pid = 0;
    if (::posix_spawnp(&pid, words[0], nullptr, nullptr, const_cast<char *const *>(words), environ) == 0)
        ::waitpid(pid, nullptr, 0);
}

} // namespace

int supervise(const Layout &layout, const QString &components)
{
    const sigset_t set = watched();
    ::sigprocmask(SIG_BLOCK, &set, nullptr);
    FileLock lock;
    if (!lock.take(layout.path("run/supervisor.lock"_L1), false)) {
        complain({.text = u"Another supervisor holds this state folder"_s, .remedy = {}});
        return 1;
    }
    QFile::remove(layout.path("run/supervisor.json"_L1));
    loadModules();
    const auto door = openDoor(readFile(layout.path("run/port"_L1)).toInt());
    if (!door) {
        complain(door.error());
        return 1;
    }
    (void)writePrivate(layout.path("run/port"_L1), QByteArray::number(door->port));
    (void)writeUserKubeconfig(layout, door->port);
    Backoff backoff;
    for (End end = End::Died; end == End::Died;) {
        removeCgroupsPatiently(layout.group());
        QElapsedTimer ran;
        ran.start();
        const auto room = spawnRoom({.layout = layout, .components = components, .listener = door->listener});
        if (!room) {
            complain(room.error());
            break;
        }
        (void)writeRunState(layout,
                            {.supervisor = ::getpid(),
                             .room = *room,
                             .port = door->port,
                             .components = components,
                             .startedMs = QDateTime::currentMSecsSinceEpoch()});
        end = watch(*room);
        if (end == End::Died) {
            complain({.text = u"The room ended; it is made again"_s, .remedy = {}});
            ::usleep(static_cast<useconds_t>(backoff.next(ran.elapsed()) * 1000));
        }
    }
    removeCgroupsPatiently(layout.group());
    QFile::remove(layout.path("run/supervisor.json"_L1));
    QFile::remove(layout.path("run/processes.json"_L1));
    return 0;
}

Result<void> startSupervisor(const Layout &layout, const QString &components)
{
    const pid_t child = ::fork();
    if (child < 0)
        return systemProblem(u"The sandbox's supervisor cannot be started"_s, errno);
    if (child == 0) {
        ::setsid();
        if (::fork() != 0)
            ::_exit(0);
        const int in = ::open("/dev/null", O_RDONLY);
        const int out = ::open(QFile::encodeName(layout.log(u"supervisor"_s)).constData(),
                               O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0600);
        ::dup2(in, STDIN_FILENO);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(out, STDERR_FILENO);
        ::close_range(3, ~0U, 0);
        if (::chdir("/") != 0)
            ::_exit(127);
        ::execl("/proc/self/exe", "pilothouse-sandbox", "__supervise", QFile::encodeName(layout.state()).constData(),
                QFile::encodeName(components).constData(), static_cast<char *>(nullptr));
        ::_exit(127);
    }
    ::waitpid(child, nullptr, 0);
    return {};
}

} // namespace sandbox
