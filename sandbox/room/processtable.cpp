// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/room/processtable.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qint64 longestLog = 16LL * 1024 * 1024;

/// Whether somebody takes a connection at \p address, at once or a moment later.
bool connects(const sockaddr *address, socklen_t size)
{
    constexpr int momentMs = 100;
    const int fd = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    bool good = fd >= 0 && ::connect(fd, address, size) == 0;
    if (!good && fd >= 0 && errno == EINPROGRESS) {
        pollfd wait {.fd = fd, .events = POLLOUT, .revents = 0};
        int error = 1;
        socklen_t errorSize = sizeof error;
        good = ::poll(&wait, 1, momentMs) == 1 && ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &errorSize) == 0
            && error == 0;
    }
    ::close(fd);
    return good;
}

bool answers(const QString &target)
{
    const QByteArray rest = target.section(u':', 1).toLatin1();
    if (target.startsWith("unix:"_L1)) {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, rest.constData(), sizeof address.sun_path);
        return connects(reinterpret_cast<sockaddr *>(&address), sizeof address);
    }
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(rest.mid(rest.indexOf(':') + 1).toUShort()));
    ::inet_pton(AF_INET, rest.first(qMax(0, rest.indexOf(':'))).constData(), &address.sin_addr);
    return connects(reinterpret_cast<sockaddr *>(&address), sizeof address);
}

/// Between fork and exec: a group of its own, the log as output, no blocked signals, nothing open but what the process
/// is to have.
[[noreturn]] void become(const ProcessSpec &spec, const QByteArray &log)
{
    ::setsid();
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int out = ::open(log.constData(), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0600);
    const int in = ::open("/dev/null", O_RDONLY);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    for (int fd = 3; fd < 256; ++fd) {
        if (fd != spec.inherit)
            ::close(fd);
    }
    if (spec.inherit >= 0)
        ::fcntl(spec.inherit, F_SETFD, 0);
    std::vector<QByteArray> words;
    words.reserve(static_cast<size_t>(spec.arguments.size()) + 1);
    words.push_back(QFile::encodeName(spec.program));
    for (const QString &argument : spec.arguments)
        words.push_back(argument.toUtf8());
    std::vector<char *> pointers;
    pointers.reserve(words.size() + 1);
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execvp(pointers[0], pointers.data());
    ::dprintf(STDERR_FILENO, "%s cannot be started: %s\n", pointers[0], ::strerror(errno));
    ::_exit(127);
}

} // namespace

Result<QList<ProcessSpec>> parseProcesses(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonArray list = QJsonDocument::fromJson(json, &error).array();
    if (error.error != QJsonParseError::NoError)
        return problem(u"The list of processes is not valid: %1"_s.arg(error.errorString()));
    QList<ProcessSpec> specs;
    for (const auto &value : list) {
        const QJsonObject object = value.toObject();
        ProcessSpec spec {.name = object["name"_L1].toString(),
                          .program = object["program"_L1].toString(),
                          .arguments = {},
                          .after = {}};
        const auto words = object["arguments"_L1].toArray();
        for (const auto &argument : words)
            spec.arguments.append(argument.toString());
        const auto targets = object["after"_L1].toArray();
        for (const auto &target : targets) {
            if (!target.toString().isEmpty())
                spec.after.append(target.toString());
        }
        if (spec.name.isEmpty() || spec.program.isEmpty())
            return problem(u"The list of processes names one without name or program"_s);
        specs.append(spec);
    }
    return specs;
}

ProcessTable::ProcessTable(const Layout &layout)
    : m_layout(layout)
{
    m_clock.start();
}

void ProcessTable::setSpecs(const QList<ProcessSpec> &specs)
{
    const auto named = [](const QString &name) { return [name](const auto &item) { return item.name == name; }; };
    std::erase_if(m_entries, [&](const Entry &entry) {
        const bool gone = std::ranges::none_of(specs, named(entry.spec.name));
        if (gone && entry.pid > 0)
            ::kill(entry.pid, SIGKILL);
        return gone;
    });
    for (const ProcessSpec &spec : specs) {
        if (std::ranges::any_of(m_entries, [&](const Entry &entry) { return entry.spec.name == spec.name; }))
            continue;
        Entry entry;
        entry.spec = spec;
        m_entries.push_back(entry);
    }
    writeStatus();
}

void ProcessTable::tick()
{
    for (Entry &entry : m_entries) {
        if (entry.pid == 0 && m_clock.elapsed() >= entry.dueMs && std::ranges::all_of(entry.spec.after, answers))
            start(entry);
    }
}

void ProcessTable::start(Entry &entry)
{
    const QByteArray log = QFile::encodeName(m_layout.log(entry.spec.name));
    const pid_t pid = ::fork();
    if (pid == 0)
        become(entry.spec, log);
    entry.startedMs = m_clock.elapsed();
    if (pid < 0) {
        entry.dueMs = entry.startedMs + entry.backoff.next(0);
        return;
    }
    entry.pid = pid;
    ++entry.restarts;
    writeStatus();
}

void ProcessTable::ended(int pid, int status)
{
    for (Entry &entry : m_entries) {
        if (entry.pid != pid)
            continue;
        const qint64 now = m_clock.elapsed();
        entry.pid = 0;
        entry.lastStatus = status;
        entry.dueMs = now + entry.backoff.next(now - entry.startedMs);
        writeStatus();
    }
}

void ProcessTable::rotateLogs() const
{
    for (const Entry &entry : m_entries) {
        const QString path = m_layout.log(entry.spec.name);
        if (QFileInfo(path).size() <= longestLog)
            continue;
        QFile::remove(path + u".1"_s);
        QFile::copy(path, path + u".1"_s);
        QFile(path).resize(0);
    }
}

void ProcessTable::writeStatus() const
{
    QJsonArray list;
    const qint64 now = m_clock.elapsed();
    for (const Entry &entry : m_entries) {
        list.append(QJsonObject {
            {"name"_L1, entry.spec.name},
            {"pid"_L1, entry.pid},
            {"restarts"_L1, qMax(0, entry.restarts)},
            {"lastExit"_L1,
             WIFSIGNALED(entry.lastStatus) ? 128 + WTERMSIG(entry.lastStatus) : WEXITSTATUS(entry.lastStatus)},
            {"since"_L1, QDateTime::currentMSecsSinceEpoch() - (now - entry.startedMs)}});
    }
    (void)writePrivate(m_layout.path("run/processes.json"_L1), QJsonDocument(list).toJson());
}

void ProcessTable::signalAll(int number) const
{
    for (const Entry &entry : m_entries) {
        if (entry.pid > 0)
            ::kill(entry.pid, number);
    }
}

bool ProcessTable::anyRunning() const
{
    return std::ranges::any_of(m_entries, [](const Entry &entry) { return entry.pid > 0; });
}

} // namespace sandbox
