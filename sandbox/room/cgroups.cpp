// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/room/cgroups.h"

#include "sandbox/core/layout.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

struct Hierarchy
{
    QString path;
    QString type; ///< cgroup or cgroup2
    QString options;
};

QList<Hierarchy> hierarchies()
{
    QList<Hierarchy> found;
    const auto lines = readFile(u"/proc/self/mounts"_s).split('\n');
    for (const QByteArray &line : lines) {
        const QStringList fields = QString::fromUtf8(line).split(u' ');
        if (fields.size() >= 4 && (fields[2] == "cgroup"_L1 || fields[2] == "cgroup2"_L1))
            found.append({.path = fields[1], .type = fields[2], .options = fields[3]});
    }
    return found;
}

bool writeTo(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

/// Lets children of \p folder (version 2) use every controller that is there.
void delegate(const QString &folder)
{
    const auto controllers = readFile(folder + u"/cgroup.controllers"_s).simplified().split(' ');
    for (const QByteArray &controller : controllers) {
        if (!controller.isEmpty())
            writeTo(folder + u"/cgroup.subtree_control"_s, "+" + controller);
    }
}

bool removeTree(const QString &folder)
{
    const QStringList children = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const QString &child : children)
        removeTree(folder + u'/' + child);
    return ::rmdir(QFile::encodeName(folder).constData()) == 0 || errno == ENOENT;
}

/// The options that tell which hierarchy of version 1 it is; the others are flags of the mount.
QByteArray controllersOf(const QString &options)
{
    static const QStringList flags {u"rw"_s, u"ro"_s, u"nosuid"_s, u"nodev"_s, u"noexec"_s, u"relatime"_s};
    QStringList kept;
    const auto each = options.split(u',');
    for (const QString &option : each) {
        if (!flags.contains(option))
            kept.append(option);
    }
    return kept.join(u',').toUtf8();
}

} // namespace

Result<void> enterCgroups(const QString &group, pid_t pid)
{
    bool any = false;
    const auto all = hierarchies();
    for (const Hierarchy &hierarchy : all) {
        const QString folder = hierarchy.path + u'/' + group;
        if (::mkdir(QFile::encodeName(folder).constData(), 0755) != 0 && errno != EEXIST)
            continue;
        if (hierarchy.type == "cgroup2"_L1)
            delegate(hierarchy.path);
        // A new cpuset of version 1 is empty, and nothing may enter it.
        for (const auto name : {"/cpuset.cpus"_L1, "/cpuset.mems"_L1}) {
            if (hierarchy.type == "cgroup"_L1 && QFileInfo::exists(folder + name))
                writeTo(folder + name, readFile(hierarchy.path + name));
        }
        any = writeTo(folder + u"/cgroup.procs"_s, QByteArray::number(pid)) || any;
    }
    if (!any)
        return problem(
            u"No control group could be made below /sys/fs/cgroup"_s,
            u"The sandbox needs a writable cgroup hierarchy: run it as root, outside of a restricted container."_s);
    return {};
}

bool removeCgroups(const QString &group)
{
    bool clean = true;
    const auto all = hierarchies();
    for (const Hierarchy &hierarchy : all) {
        if (QFileInfo::exists(hierarchy.path + u'/' + group))
            clean = removeTree(hierarchy.path + u'/' + group) && clean;
    }
    return clean;
}

Result<void> remountCgroups()
{
    const auto all = hierarchies();
    for (const Hierarchy &hierarchy : all) {
        const QByteArray path = QFile::encodeName(hierarchy.path);
        ::umount2(path.constData(), MNT_DETACH);
        const QByteArray options = hierarchy.type == "cgroup"_L1 ? controllersOf(hierarchy.options) : QByteArray();
        if (::mount("cgroup", path.constData(), hierarchy.type.toLatin1().constData(), MS_NOSUID | MS_NODEV | MS_NOEXEC,
                    options.constData())
            != 0)
            return systemProblem(u"%1 cannot be mounted in the room"_s.arg(hierarchy.path), errno);
        if (hierarchy.type != "cgroup2"_L1)
            continue;
        // Version 2 allows processes in leaves only: whoever is here moves to one before the controllers are handed on.
        ::mkdir((path + "/init").constData(), 0755);
        const auto pids = readFile(hierarchy.path + u"/cgroup.procs"_s).split('\n');
        for (const QByteArray &pid : pids) {
            if (!pid.isEmpty())
                writeTo(hierarchy.path + u"/init/cgroup.procs"_s, pid);
        }
        delegate(hierarchy.path);
    }
    return {};
}

} // namespace sandbox
