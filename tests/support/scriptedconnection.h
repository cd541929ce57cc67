// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <mutex>

#include <openssl/ssl.h>

namespace tests {

/// A blocking connection, with TLS or without. One thread reads and writes; drop() may come from any other.
class ScriptedConnection
{
public:
    ScriptedConnection(int fd, SSL_CTX *tls);
    ~ScriptedConnection();
    ScriptedConnection(const ScriptedConnection &) = delete;
    ScriptedConnection &operator=(const ScriptedConnection &) = delete;

    bool handshake();
    bool write(const QByteArray &bytes);
    QByteArray read(); ///< what there is; empty when the client is gone
    bool isPeerGone(int milliseconds) const; ///< waits at most so long
    void close(); ///< FIN
    void reset(); ///< RST
    void drop(); ///< makes the thread's calls return at once, the client sees RST

private:
    mutable std::mutex m_mutex;
    int m_fd = -1;
    SSL *m_ssl = nullptr;
};

} // namespace tests
