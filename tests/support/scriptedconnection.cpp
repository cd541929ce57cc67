// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedconnection.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace tests {

ScriptedConnection::ScriptedConnection(int fd, SSL_CTX *tls)
    : m_fd(fd)
{
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on); // every write a packet of its own
    if (tls) {
        m_ssl = SSL_new(tls);
        SSL_set_fd(m_ssl, fd);
    }
}

ScriptedConnection::~ScriptedConnection()
{
    close();
    SSL_free(m_ssl);
}

bool ScriptedConnection::handshake()
{
    if (!m_ssl || SSL_accept(m_ssl) == 1)
        return true;
    // The client's first request is on its way already: a close with it unread would be a RST, and a RST takes the
    // alert that says why from the client's hands. So the client is the one that closes (RFC 9112, 9.6).
    timeval patience {.tv_sec = 2, .tv_usec = 0};
    setsockopt(m_fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::shutdown(m_fd, SHUT_WR);
    std::array<char, 4096> ignored;
    while (::recv(m_fd, ignored.data(), ignored.size(), 0) > 0) { }
    return false;
}

bool ScriptedConnection::write(const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto left = size_t(bytes.size() - done);
        const auto written = m_ssl ? qsizetype(SSL_write(m_ssl, bytes.constData() + done, int(left)))
                                   : qsizetype(::send(m_fd, bytes.constData() + done, left, MSG_NOSIGNAL));
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

QByteArray ScriptedConnection::read()
{
    QByteArray buffer(65536, Qt::Uninitialized);
    const auto got = m_ssl ? qsizetype(SSL_read(m_ssl, buffer.data(), int(buffer.size())))
                           : qsizetype(::recv(m_fd, buffer.data(), size_t(buffer.size()), 0));
    buffer.truncate(qMax<qsizetype>(0, got));
    return buffer;
}

bool ScriptedConnection::isPeerGone(int milliseconds) const
{
    pollfd state {.fd = m_fd, .events = POLLRDHUP, .revents = 0};
    return m_fd < 0 || (::poll(&state, 1, milliseconds) > 0 && (state.revents & (POLLRDHUP | POLLHUP | POLLERR)));
}

void ScriptedConnection::close()
{
    const std::scoped_lock lock(m_mutex);
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

void ScriptedConnection::reset()
{
    const linger now {.l_onoff = 1, .l_linger = 0};
    {
        const std::scoped_lock lock(m_mutex);
        if (m_fd >= 0)
            setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    close();
}

void ScriptedConnection::drop()
{
    const linger now {.l_onoff = 1, .l_linger = 0};
    const std::scoped_lock lock(m_mutex);
    if (m_fd < 0)
        return;
    setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::shutdown(m_fd, SHUT_RD); // SHUT_WR would send a FIN, and the close a RST in any case
}

} // namespace tests
