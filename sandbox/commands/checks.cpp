// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/checks.h"

#include "sandbox/commands/commands.h"
#include "sandbox/core/runstate.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QStorageInfo>

#include <cstdio>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

/// Whether \p test succeeds in a process of its own.
template <typename Test>
bool inChild(Test test)
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::close(STDERR_FILENO);
        ::_exit(test() ? 0 : 1);
    }
    int status = 1;
    return pid > 0 && ::waitpid(pid, &status, 0) == pid && status == 0;
}

constexpr int roomSpaces = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP;

bool canOverlay()
{
    return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && ::mount("tmpfs", "/mnt", "tmpfs", 0, nullptr) == 0 && ::mkdir("/mnt/a", 0700) == 0
        && ::mkdir("/mnt/b", 0700) == 0 && ::mkdir("/mnt/c", 0700) == 0 && ::mkdir("/mnt/d", 0700) == 0
        && ::mount("overlay", "/mnt/d", "overlay", 0, "lowerdir=/mnt/a,upperdir=/mnt/b,workdir=/mnt/c") == 0;
}

bool runsInNewNetwork(const char *command)
{
    if (::unshare(CLONE_NEWNET) != 0)
        return false;
    ::execlp("sh", "sh", "-c", command, static_cast<char *>(nullptr));
    return false;
}

Check rights()
{
    const bool root = ::geteuid() == 0;
    return {.name = u"root"_s,
            .good = root,
            .text = root ? u"The program runs as root"_s
                         : u"The sandbox needs root: it makes namespaces, mounts and control groups of its own"_s,
            .remedy = u"Run it with sudo, or use a cluster of your own through a kubeconfig."_s};
}

QList<Check> kernel()
{
    const bool spaces = inChild([] { return ::unshare(roomSpaces) == 0; });
    const bool overlay = inChild(canOverlay);
    const bool bridge = inChild([] { return runsInNewNetwork("ip link add name probe type bridge >/dev/null 2>&1"); });
    const bool tables = inChild([] { return runsInNewNetwork("nft add table ip probe >/dev/null 2>&1"); });
    return {{.name = u"namespaces"_s,
             .good = spaces,
             .text = u"New mount, pid, net, ipc, uts and cgroup namespaces"_s,
             .remedy
             = u"This container or kernel forbids them: run on the machine itself, or in a privileged container."_s},
            {.name = u"overlay"_s,
             .good = overlay,
             .text = u"The overlay file system"_s,
             .remedy = u"Load it: modprobe overlay"_s},
            {.name = u"bridge"_s,
             .good = bridge,
             .text = u"Network bridges"_s,
             .remedy = u"Load them: modprobe bridge br_netfilter"_s},
            {.name = u"nftables"_s,
             .good = tables,
             .text = u"Packet filter tables"_s,
             .remedy = u"Load them: modprobe nf_tables"_s}};
}

Check controlGroups()
{
    const QString controllers
        = QString::fromUtf8(readFile(u"/proc/cgroups"_s) + readFile(u"/sys/fs/cgroup/cgroup.controllers"_s));
    QStringList missing;
    for (const auto name : {"cpu"_L1, "memory"_L1, "pids"_L1}) {
        const bool v1 = QFileInfo(u"/sys/fs/cgroup/"_s + name).isWritable();
        const bool v2 = QString::fromUtf8(readFile(u"/sys/fs/cgroup/cgroup.controllers"_s))
                            .split(u' ')
                            .join(u'\n')
                            .contains(name);
        if (!v1 && !v2)
            missing.append(name);
    }
    return {.name = u"cgroups"_s,
            .good = missing.isEmpty() && !controllers.isEmpty(),
            .text = missing.isEmpty() ? u"Control groups for cpu, memory and pids"_s
                                      : u"Control groups lack: %1"_s.arg(missing.join(u", "_s)),
            .remedy = u"Mount /sys/fs/cgroup writable, with these controllers."_s};
}

Check programs()
{
    QStringList missing;
    const QStringList system {u"/usr/local/sbin"_s, u"/usr/local/bin"_s, u"/usr/sbin"_s,
                              u"/usr/bin"_s,        u"/sbin"_s,          u"/bin"_s};
    for (const auto &name : {u"runc"_s, u"ip"_s, u"nft"_s, u"conntrack"_s, u"mount"_s, u"unshare"_s, u"mmdebstrap"_s,
                             u"go"_s, u"cc"_s, u"python3"_s}) {
        if (QStandardPaths::findExecutable(name).isEmpty() && QStandardPaths::findExecutable(name, system).isEmpty())
            missing.append(name);
    }
    if (!QFileInfo::exists(u"/usr/lib/cni/bridge"_s) && !QFileInfo::exists(u"/opt/cni/bin/bridge"_s))
        missing.append(u"CNI plugins"_s);
    return {
        .name = u"programs"_s,
        .good = missing.isEmpty(),
        .text = missing.isEmpty() ? u"runc, CNI plugins, nftables and the others are installed"_s
                                  : u"Missing: %1"_s.arg(missing.join(u", "_s)),
        .remedy
        = u"Install: runc containernetworking-plugins nftables conntrack iproute2 mount mmdebstrap golang-go gcc python3-minimal"_s};
}

Check space(const Layout &layout)
{
    constexpr double gib = 1024.0 * 1024 * 1024;
    QString folder = layout.state();
    while (!QFileInfo::exists(folder))
        folder = QFileInfo(folder).path();
    const bool made = QFileInfo::exists(layout.path("containerd"_L1));
    const double free = static_cast<double>(QStorageInfo(folder).bytesAvailable()) / gib;
    const double wanted = made ? 1.0 : 10.0;
    return {.name = u"disk"_s,
            .good = free >= wanted,
            .text = u"%1 GiB free, %2 GiB needed"_s.arg(free, 0, 'f', 1).arg(wanted, 0, 'f', 0),
            .remedy = u"Make room on the disk of %1."_s.arg(folder),
            .essential = false};
}

Check memory()
{
    qint64 available = 0;
    const auto lines = readFile(u"/proc/meminfo"_s).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("MemAvailable:"))
            available = line.simplified().split(' ').value(1).toLongLong() / 1024;
    }
    return {.name = u"memory"_s,
            .good = available >= 2048,
            .text = u"%1 MiB of memory available, 2048 needed"_s.arg(available),
            .remedy = u"Close what you can spare."_s,
            .essential = false};
}

Check health(const Layout &layout)
{
    const auto run = readRunState(layout);
    QStringList restless;
    const auto values = QJsonDocument::fromJson(readFile(layout.path("run/processes.json"_L1))).array();
    for (const auto &value : values) {
        const QJsonObject process = value.toObject();
        if (run && process["restarts"_L1].toInt() > 3)
            restless.append(process["name"_L1].toString());
    }
    const QString state = run ? u"The sandbox is up at 127.0.0.1:%1"_s.arg(run->port) : u"The sandbox is not up"_s;
    return {.name = u"sandbox"_s,
            .good = restless.isEmpty(),
            .text = restless.isEmpty() ? state
                                       : u"%1, but these end again and again: %2"_s.arg(state, restless.join(u", "_s)),
            .remedy = u"See why: pilothouse-sandbox logs %1"_s.arg(restless.value(0)),
            .essential = false};
}

} // namespace

QList<Check> examine(const Layout &layout)
{
    const QList<Check> common = {programs(), space(layout), memory(), health(layout)};
    const Check root = rights();
    // Without rights the kernel refuses everything, which says nothing about it.
    return root.good ? QList<Check> {root} + kernel() + QList<Check> {controlGroups()} + common
                     : QList<Check> {root} + common;
}

Result<void> checkMachine(const Layout &layout)
{
    QStringList texts;
    QStringList remedies;
    const auto checks = examine(layout);
    for (const Check &check : checks) {
        if (check.good || !check.essential)
            continue;
        texts.append(check.name == "root"_L1 ? check.text : u"%1: not available"_s.arg(check.text));
        remedies.append(check.remedy);
    }
    if (texts.isEmpty())
        return {};
    return std::unexpected(
        Problem {.text = texts.join(u"; "_s), .remedy = remedies.join(u' '), .code = codeNotAllowed});
}

Result<void> doctor(const Options &options)
{
    bool good = true;
    const auto checks = examine(options.layout);
    for (const Check &check : checks) {
        good = good && (check.good || !check.essential);
        if (options.json) {
            const QJsonObject line {{"check"_L1, check.name},
                                    {"ok"_L1, check.good},
                                    {"text"_L1, check.text},
                                    {"remedy"_L1, check.good ? QString() : check.remedy},
                                    {"essential"_L1, check.essential}};
            std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
            continue;
        }
        std::printf("%-4s %-11s %s\n",
                    check.good            ? "ok"
                        : check.essential ? "BAD"
                                          : "low",
                    qPrintable(check.name), qPrintable(check.text));
        if (!check.good)
            std::printf("%-16s %s\n", "", qPrintable(check.remedy));
    }
    std::fflush(stdout);
    if (good)
        return {};
    return std::unexpected(Problem {.text = {}, .remedy = {}, .code = codeNotAllowed});
}

} // namespace sandbox
