// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/room/mounts.h"

#include "sandbox/room/cgroups.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

Result<void> mountAt(const QString &source, const QString &target, const char *type, unsigned long flags,
                     const char *options = nullptr)
{
    if (::mount(QFile::encodeName(source).constData(), QFile::encodeName(target).constData(), type, flags, options)
        != 0)
        return systemProblem(u"%1 cannot be mounted in the room"_s.arg(target), errno);
    return {};
}

Result<void> setReadOnly(const QString &path, bool recursive, bool readOnly)
{
    mount_attr attributes {};
    (readOnly ? attributes.attr_set : attributes.attr_clr) = MOUNT_ATTR_RDONLY;
    if (::mount_setattr(AT_FDCWD, QFile::encodeName(path).constData(), recursive ? AT_RECURSIVE : 0, &attributes,
                        sizeof attributes)
        != 0)
        return systemProblem(u"%1 cannot be protected in the room"_s.arg(path), errno);
    return {};
}

/// kube-controller-manager makes volumes below /tmp/hostpath_pv and nowhere else: that is a folder of the state.
Result<void> makeVolumes(const Layout &layout, const QString &components)
{
    if (layout.state().startsWith("/tmp/"_L1) || components.startsWith("/tmp/"_L1))
        return {}; // a fresh /tmp would hide what the room lives on: no volumes then
    return mountAt(u"tmpfs"_s, u"/tmp"_s, "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777").and_then([&] {
        ::mkdir("/tmp/hostpath_pv", 0755);
        return mountAt(layout.path("volumes"_L1), u"/tmp/hostpath_pv"_s, nullptr, MS_BIND);
    });
}

/// The kubelet sets these for the whole machine. In the room it finds them set, in files of the room.
Result<void> coverKernelSettings(const Layout &layout)
{
    static const QHash<QString, QByteArray> settings {{u"/proc/sys/vm/overcommit_memory"_s, "1\n"},
                                                      {u"/proc/sys/vm/panic_on_oom"_s, "0\n"},
                                                      {u"/proc/sys/kernel/panic"_s, "10\n"},
                                                      {u"/proc/sys/kernel/panic_on_oops"_s, "1\n"},
                                                      {u"/proc/sys/kernel/keys/root_maxkeys"_s, "1000000\n"},
                                                      {u"/proc/sys/kernel/keys/root_maxbytes"_s, "25000000\n"}};
    for (const auto &[path, value] : settings.asKeyValueRange()) {
        const QString copy = layout.path("run/"_L1) + QString(path).replace(u'/', u'-');
        if (auto written = writePrivate(copy, value); !written)
            return written;
        if (QFile::exists(path)) {
            if (auto mounted = mountAt(copy, path, nullptr, MS_BIND); !mounted)
                return mounted;
        }
    }
    return {};
}

Result<void> run(std::initializer_list<const char *> words)
{
    QList<char *> arguments;
    for (const char *word : words)
        arguments.append(const_cast<char *>(word));
    arguments.append(nullptr);
    pid_t pid = 0;
    if (const int error = ::posix_spawnp(&pid, arguments[0], nullptr, nullptr, arguments.data(), environ); error != 0)
        return systemProblem(u"%1 cannot be started"_s.arg(QLatin1StringView(arguments[0])), error);
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (status == 0)
        return {};
    QStringList text;
    for (const char *word : words)
        text.append(QString::fromLatin1(word));
    return problem(u"“%1” failed in the room"_s.arg(text.join(u' ')));
}

void setSwitch(const char *path)
{
    QFile file(QString::fromLatin1(path));
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        file.write("1");
}

} // namespace

Result<void> makeRoomMounts(const Layout &layout, const QString &components)
{
    const QString state = layout.state();
    auto good
        = mountAt(u"none"_s, u"/"_s, nullptr, MS_REC | MS_PRIVATE)
              .and_then([&] { return mountAt(state, state, nullptr, MS_BIND); })
              .and_then([] { return setReadOnly(u"/"_s, true, true); })
              .and_then([&] { return setReadOnly(state, false, false); })
              .and_then([] { return mountAt(u"proc"_s, u"/proc"_s, "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC); })
              .and_then([] { return remountCgroups(); })
              .and_then([] { return mountAt(u"tmpfs"_s, u"/run"_s, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755"); })
              .and_then([] { return mountAt(u"tmpfs"_s, u"/var/lib"_s, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755"); });
    if (!good)
        return good;
    for (const char *folder : {"/run/netns", "/run/containerd", "/run/lock", "/var/lib/kubelet", "/var/lib/cni"})
        ::mkdir(folder, 0755);
    return mountAt(layout.path("kubelet"_L1), u"/var/lib/kubelet"_s, nullptr, MS_BIND)
        .and_then([&] { return mountAt(layout.path("podlogs"_L1), u"/var/log"_s, nullptr, MS_BIND); })
        .and_then([&] { return makeVolumes(layout, components); })
        .and_then([&] { return coverKernelSettings(layout); });
}

Result<void> makeRoomNetwork()
{
    ::sethostname("sandbox", 7);
    auto good = run({"ip", "link", "set", "lo", "up"})
                    .and_then([] { return run({"ip", "link", "add", "pods0", "type", "bridge"}); })
                    .and_then([] { return run({"ip", "address", "add", "10.88.0.1/16", "dev", "pods0"}); })
                    .and_then([] { return run({"ip", "link", "set", "pods0", "up"}); })
                    // Nothing is behind it, but kube-apiserver and the pods look for a default route before they start.
                    .and_then([] { return run({"ip", "route", "add", "default", "via", "10.88.0.1"}); });
    setSwitch("/proc/sys/net/ipv4/ip_forward");
    setSwitch("/proc/sys/net/bridge/bridge-nf-call-iptables");
    return good;
}

} // namespace sandbox
