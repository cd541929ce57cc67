// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <QByteArray>
#include <QList>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string_view>
#include <utility>

namespace k8s {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// The head of a response. Header names are in lower case, values without surrounding blanks.
struct TransferHead
{
    int status = 0;
    HttpHeaders headers = {};

    QByteArray header(QByteArrayView lowerCaseName) const; ///< the first value; empty if absent
    QByteArrayList all(QByteArrayView lowerCaseName) const;
};

/// How a server is reached and trusted. Shared by all requests to it; never changes once used.
struct Endpoint
{
    QByteArray caPem = {}; ///< empty: the system's authorities
    bool insecure = false; ///< neither chain nor name are verified
    QByteArray serverName = {}; ///< name to verify and to send as SNI in place of the URL's host; empty: the URL's
    QByteArray clientCertificatePem = {}, clientKeyPem = {};
    QByteArray proxyUrl = {}; ///< http, https, socks5; empty: as the environment says, and none for this machine itself
};

/// One HTTP request. A plain value; the body is shared, not copied.
struct Request
{
    QByteArray method = QByteArrayLiteral("GET");
    QByteArray url = {}; ///< absolute and percent-encoded
    HttpHeaders headers = {};
    QByteArray body = {}; ///< sent if not empty
    std::shared_ptr<const Endpoint> endpoint = {}; ///< null: the defaults of Endpoint

    enum class Wire
    {
        Shared, ///< HTTP/2 where the server can, on connections that are shared
        Own, ///< HTTP/1.1 on a connection of its own: logs, where one slow reader must not hold up the others
    };
    Wire wire = Wire::Shared;
    bool repeatable = true; ///< false: never sent a second time, not even when a kept connection turns out to be dead
    QByteArray webSocket = {}; ///< subprotocols to offer, e.g. "v5.channel.k8s.io, v4.channel.k8s.io": the URL (https:)
                               ///< is opened as a WebSocket, whose head has the status 101; empty: plain HTTP
    bool gzip = false; ///< accept a compressed answer; `maxBytes` counts what comes out
    qint64 maxBytes = 0; ///< a longer body is an error; 0: no limit
    std::chrono::milliseconds headTimeout {30'000}; ///< until the answer's head is complete; 0: for ever
    std::chrono::milliseconds timeout {0}; ///< for everything; 0: for ever
    std::chrono::seconds stallTimeout {0}; ///< longest time without a byte; 0: for ever
};

/// What a transfer tells. All calls come on the net thread, in this order: head (once), data (any number), done (once).
/// After cancel() nothing comes any more, not even done.
struct TransferCallbacks
{
    std::function<void(const TransferHead &)> head = {}; ///< of the final answer, whatever its status
    std::function<void(std::string_view)> data = {}; ///< valid during the call only; at most 512 KiB, usually 16 KiB
    /// Of a WebSocket, instead of data: a piece of a message, and whether the message begins with it. Pings are
    /// answered and close frames taken without a word.
    std::function<void(std::string_view, bool begins)> message = {};
    std::function<void(Result<>)> done = {}; ///< an answer of any HTTP status is success here
};

/// Something that runs on the net thread and can be cancelled from any thread.
class Cancellable
{
public:
    virtual ~Cancellable() = default;
    virtual void cancel() = 0; ///< any thread
    virtual void setPaused(bool paused) = 0; ///< net thread, from inside `data`, too
    virtual bool send(std::string_view message) = 0; ///< net thread, from inside `message`
};

/// Copyable; owning it means nothing: a transfer goes on without a handle. Any thread.
class TransferHandle
{
public:
    TransferHandle() = default;
    explicit TransferHandle(std::weak_ptr<Cancellable> target)
        : m_target(std::move(target))
    {
    }

    /// On the net thread: no callback comes after the call. On another: at most the one that is running.
    void cancel()
    {
        if (auto target = std::exchange(m_target, {}).lock())
            target->cancel();
    }

    /// Nothing more is told or read from the connection, so that the server slows down in the end. Net thread, from
    /// inside `data`, too; not from inside `head`.
    void setPaused(bool paused)
    {
        if (const auto target = m_target.lock())
            target->setPaused(paused);
    }

    /// One binary message on a WebSocket. Net thread, from inside `message` only. False: it could not be sent whole,
    /// and the transfer is of no more use.
    bool send(std::string_view message)
    {
        const auto target = m_target.lock();
        return target && target->send(message);
    }

private:
    std::weak_ptr<Cancellable> m_target;
};

} // namespace k8s
