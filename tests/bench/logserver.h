// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/logtext.h"

#include <QByteArray>

#include <csignal>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace bench {

/// A process of its own that answers like an API server with 64 pods whose containers have ended: the same log for
/// each, as fast as a socket takes it. Plain HTTP/1.1, a thread per connection. Make it before there are threads.
class LogServer
{
public:
    static constexpr int pods = 64;

    explicit LogServer(qint64 linesPerPod)
    {
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(listener, 256) != 0)
            qFatal("no socket for the log server");
        ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_process = ::fork();
        if (m_process == 0)
            serve(listener, linesPerPod);
        ::close(listener);
    }
    ~LogServer()
    {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    LogServer(const LogServer &) = delete;
    LogServer &operator=(const LogServer &) = delete;

    QByteArray address() const { return "http://127.0.0.1:" + QByteArray::number(m_port); }
    static QByteArray podName(int i) { return "worker-" + QByteArray::number(i); }

private:
    /// A body in HTTP chunks, as a server streams it that does not know the end.
    static QByteArray chunked(const QByteArray &text)
    {
        QByteArray out = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (qsizetype at = 0; at < text.size(); at += 32 * 1024) {
            const QByteArrayView part
                = QByteArrayView(text).sliced(at, std::min<qsizetype>(32 * 1024, text.size() - at));
            out += QByteArray::number(part.size(), 16) + "\r\n" + part.toByteArray() + "\r\n";
        }
        return out + "0\r\n\r\n";
    }
    static QByteArray json(const QByteArray &body)
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    }
    static QByteArray podList()
    {
        QByteArray items;
        for (int i = 0; i < pods; ++i)
            items += (i ? "," : "") + QByteArray(R"({"metadata":{"name":")") + podName(i)
                + R"(","namespace":"default","uid":"u)" + QByteArray::number(i)
                + R"(","labels":{"app":"train"}},"spec":{"containers":[{"name":"pytorch","image":"x"}]},"status":{"phase":"Running"}})";
        return R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":[)" + items + "]}";
    }
    static void sendAll(int socket, const QByteArray &bytes)
    {
        for (qsizetype at = 0; at < bytes.size();) {
            const ssize_t count = ::send(socket, bytes.constData() + at, size_t(bytes.size() - at), MSG_NOSIGNAL);
            if (count <= 0)
                return;
            at += count;
        }
    }
    [[noreturn]] static void serve(int listener, qint64 lines)
    {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        (void)::nice(5); // it stands for another machine: it takes what the client leaves
        const QByteArray stamped = chunked(logText(lines, 7, true)), plain = chunked(logText(lines, 7, false));
        for (;;) {
            const int socket = ::accept(listener, nullptr, nullptr);
            if (socket < 0)
                continue;
            std::thread([socket, &stamped, &plain] {
                QByteArray request;
                std::array<char, 8192> buffer {};
                for (ssize_t count = 0; (count = ::recv(socket, buffer.data(), buffer.size(), 0)) > 0;) {
                    request.append(buffer.data(), count);
                    if (!request.contains("\r\n\r\n"))
                        continue;
                    const QByteArray target = request.split(' ').value(1);
                    request.clear();
                    if (target.contains("/log?") || target.endsWith("/log"))
                        sendAll(socket, target.contains("timestamps=true") ? stamped : plain);
                    else
                        sendAll(socket, json(answer(target)));
                }
                ::close(socket);
            }).detach();
        }
    }
    static QByteArray answer(const QByteArray &target)
    {
        if (target.startsWith("/version"))
            return R"({"major":"1","minor":"36","gitVersion":"v1.36.3","platform":"linux/amd64"})";
        if (target.startsWith("/apis"))
            return R"({"kind":"APIGroupList","apiVersion":"v1","groups":[]})";
        if (target.startsWith("/api/v1/namespaces/default/pods"))
            return podList();
        if (target.startsWith("/api/v1"))
            return R"({"kind":"APIResourceList","groupVersion":"v1","resources":[)"
                   R"({"name":"pods","singularName":"pod","namespaced":true,"kind":"Pod","verbs":["get","list"]},)"
                   R"({"name":"pods/log","singularName":"","namespaced":true,"kind":"Pod","verbs":["get"]}]})";
        return R"({"kind":"APIVersions","versions":["v1"],"serverAddressByClientCIDRs":[]})";
    }

    quint16 m_port = 0;
    pid_t m_process = -1;
};

} // namespace bench
