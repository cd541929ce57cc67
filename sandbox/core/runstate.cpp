// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/core/runstate.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace sandbox {

Result<void> writeRunState(const Layout &layout, const RunState &run)
{
    const QJsonObject object {{"supervisor"_L1, run.supervisor},
                              {"room"_L1, run.room},
                              {"port"_L1, run.port},
                              {"components"_L1, run.components},
                              {"started"_L1, run.startedMs}};
    return writePrivate(layout.path("run/supervisor.json"_L1), QJsonDocument(object).toJson());
}

std::optional<RunState> readRunState(const Layout &layout)
{
    if (!FileLock::isHeld(layout.path("run/supervisor.lock"_L1)))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(readFile(layout.path("run/supervisor.json"_L1))).object();
    if (object.isEmpty())
        return std::nullopt;
    return RunState {.supervisor = object["supervisor"_L1].toInteger(),
                     .room = object["room"_L1].toInteger(),
                     .port = object["port"_L1].toInt(),
                     .components = object["components"_L1].toString(),
                     .startedMs = object["started"_L1].toInteger()};
}

FileLock::~FileLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

FileLock::FileLock(FileLock &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
{
}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

bool FileLock::take(const QString &path, bool wait)
{
    m_fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    return m_fd >= 0 && ::fcntl(m_fd, wait ? F_OFD_SETLKW : F_OFD_SETLK, &lock) == 0;
}

bool FileLock::isHeld(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return false;
    struct flock lock {};
    lock.l_type = F_WRLCK; // asked for only: whoever looks must not stand in another's way
    const bool held = ::fcntl(fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(fd);
    return held;
}

} // namespace sandbox
