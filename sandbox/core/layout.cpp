// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/core/layout.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QString folderOf(const char *variable, QLatin1StringView fallback)
{
    const QString value = qEnvironmentVariable(variable);
    return value.startsWith(u'/') ? value : QDir::homePath() + u'/' + fallback;
}

Result<void> ownFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return systemProblem(u"The folder %1 cannot be made"_s.arg(path), errno);
    struct stat info {};
    if (::lstat(name.constData(), &info) != 0)
        return systemProblem(u"The folder %1 cannot be read"_s.arg(path), errno);
    if (S_ISLNK(info.st_mode) || !S_ISDIR(info.st_mode))
        return problem(u"%1 is not a folder of its own (a link?)"_s.arg(path),
                       u"Remove it, or name another folder with --state."_s);
    if (info.st_uid != ::geteuid())
        return problem(u"%1 belongs to another user"_s.arg(path), u"Name another folder with --state."_s);
    if (::chmod(name.constData(), 0700) != 0)
        return systemProblem(u"%1 cannot be made private"_s.arg(path), errno);
    return {};
}

} // namespace

Layout::Layout(const QString &state)
    : m_state(state.isEmpty() ? folderOf("XDG_STATE_HOME", ".local/state"_L1) + u"/pilothouse/sandbox"_s
                              : QDir::cleanPath(QFileInfo(state).absoluteFilePath()))
{
}

QString Layout::path(QLatin1StringView name) const { return m_state + u'/' + name; }

QString Layout::log(const QString &process) const { return u"%1/log/%2.log"_s.arg(m_state, process); }

QString Layout::kubeconfig() const { return m_state + u"/kubeconfig"_s; }

QString Layout::cache() const { return folderOf("XDG_CACHE_HOME", ".cache"_L1) + u"/pilothouse"_s; }

QString Layout::data() const
{
    // Not applicationDirPath(): the supervisor has no application object.
    const QString program = QFile::symLinkTarget(u"/proc/self/exe"_s);
    const QString installed = QFileInfo(program).path() + u"/../share/pilothouse/sandbox"_s;
    return QFileInfo::exists(installed) ? QDir::cleanPath(installed) : QStringLiteral(SANDBOX_DATA_DIR);
}

QString Layout::group() const
{
    const QByteArray hash = QCryptographicHash::hash(m_state.toUtf8(), QCryptographicHash::Sha256).toHex().first(8);
    return u"pilothouse-%1-%2"_s.arg(::getuid()).arg(QString::fromLatin1(hash));
}

Result<void> Layout::create() const
{
    for (const auto forbidden : {"/run/"_L1, "/var/lib/"_L1, "/proc/"_L1, "/sys/"_L1, "/dev/"_L1}) {
        if (m_state.startsWith(forbidden))
            return problem(u"The sandbox cannot keep its state in %1"_s.arg(m_state),
                           u"Name another folder with --state."_s);
    }
    if (!QDir().mkpath(QFileInfo(m_state).path()))
        return problem(u"The folder %1 cannot be made"_s.arg(QFileInfo(m_state).path()));
    if (auto made = ownFolder(m_state); !made)
        return made;
    for (const auto name : {"pki"_L1, "log"_L1, "config"_L1, "run"_L1, "tmp"_L1, "home"_L1, "images"_L1, "kubelet"_L1,
                            "podlogs"_L1, "volumes"_L1}) {
        if (auto made = ownFolder(path(name)); !made)
            return made;
    }
    // Containers run as other users and must reach their own files below this folder; they never see the others.
    ::chmod(QFile::encodeName(path("kubelet"_L1)).constData(), 0755);
    return {};
}

Result<void> writePrivate(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const auto mask = ::umask(077);
    const bool open = file.open(QIODevice::WriteOnly);
    ::umask(mask);
    if (!open || file.write(content) != content.size() || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || !file.commit())
        return problem(u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    return {};
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace sandbox
