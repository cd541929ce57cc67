// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/room/room.h"

#include "sandbox/room/cgroups.h"

#include <QFile>

#include <csignal>
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

/// The room's programs get these variables and no other of the user's.
std::vector<QByteArray> environmentFor(const QString &components, const QString &home)
{
    return {"PATH=" + QFile::encodeName(components) + ":/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME=" + QFile::encodeName(home), "TMPDIR=" + QFile::encodeName(home), "LANG=C.UTF-8"};
}

[[noreturn]] void execute(const char *program, const QList<QByteArray> &words,
                          const std::vector<QByteArray> &environment)
{
    std::vector<char *> arguments;
    arguments.reserve(static_cast<size_t>(words.size()) + 1);
    for (const QByteArray &word : words)
        arguments.push_back(const_cast<char *>(word.constData()));
    arguments.push_back(nullptr);
    std::vector<char *> variables;
    variables.reserve(environment.size() + 1);
    for (const QByteArray &variable : environment)
        variables.push_back(const_cast<char *>(variable.constData()));
    variables.push_back(nullptr);
    ::execvpe(program, arguments.data(), variables.data());
    ::_exit(127);
}

[[noreturn]] void becomeRoom(const RoomPlan &plan, int gate)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // The parent opens the gate when this process is in its cgroup; if it died before, the gate closes and there is
    // nothing to do.
    char byte = 0;
    if (::read(gate, &byte, 1) != 1 || ::unshare(CLONE_NEWCGROUP) != 0)
        ::_exit(126);
    ::fcntl(plan.listener, F_SETFD, 0);
    execute("/proc/self/exe",
            {"pilothouse-room", "__room", QFile::encodeName(plan.layout.state()), QFile::encodeName(plan.components),
             QByteArray::number(plan.listener)},
            environmentFor(plan.components, plan.layout.path("tmp"_L1)));
}

/// In a child of the caller: joins the namespaces of \p room.
bool join(pid_t room)
{
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, room, 0));
    return handle >= 0
        && ::setns(handle, CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP)
        == 0;
}

[[noreturn]] void becomeGuest(pid_t room, const QStringList &words, const QString &components, int input, int output)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(input >= 0 ? input : nothing, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    if (!join(room))
        ::_exit(125);
    // Only a child is inside the joined pid namespace.
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        QList<QByteArray> encoded;
        for (const QString &word : words)
            encoded.append(word.toUtf8());
        const std::vector<QByteArray> environment = environmentFor(components, u"/run"_s);
        ::setenv("PATH", environment[0].constData() + 5, 1);
        execute(encoded.first().constData(), encoded, environment);
    }
    int status = 0;
    ::waitpid(pid, &status, 0);
    ::_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

} // namespace

Result<pid_t> spawnRoom(const RoomPlan &plan)
{
    int gate[2];
    if (::pipe2(gate, O_CLOEXEC) != 0)
        return systemProblem(u"No pipe"_s, errno);
    clone_args arguments {};
    arguments.flags = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
    arguments.exit_signal = SIGCHLD;
    const auto pid = static_cast<pid_t>(::syscall(SYS_clone3, &arguments, sizeof arguments));
    const int error = errno;
    if (pid == 0) {
        ::close(gate[1]);
        becomeRoom(plan, gate[0]);
    }
    ::close(gate[0]);
    if (pid < 0) {
        ::close(gate[1]);
        auto failure = systemProblem(u"The room's namespaces cannot be made"_s, error);
        failure.error().code = error == EPERM ? codeNotAllowed : 1;
        return failure;
    }
    auto entered = enterCgroups(plan.layout.group(), pid);
    if (entered && ::write(gate[1], "", 1) != 1)
        entered = systemProblem(u"The room did not start"_s, errno);
    ::close(gate[1]);
    if (entered)
        return pid;
    ::kill(pid, SIGKILL);
    ::waitpid(pid, nullptr, 0);
    return std::unexpected(entered.error());
}

int runInRoom(pid_t room, const QStringList &words, const QString &components, int input, QByteArray *output)
{
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        return -1;
    const pid_t pid = ::fork();
    if (pid == 0)
        becomeGuest(room, words, components, input, pipe[1]);
    ::close(pipe[1]);
    char buffer[4096];
    for (ssize_t count = 0; (count = ::read(pipe[0], buffer, sizeof buffer)) > 0 || (count < 0 && errno == EINTR);) {
        if (output && count > 0)
            output->append(buffer, count);
    }
    ::close(pipe[0]);
    int status = 0;
    if (pid < 0 || ::waitpid(pid, &status, 0) != pid)
        return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace sandbox
