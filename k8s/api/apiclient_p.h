// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"
#include "k8s/net/netthread.h"

#include <QUrlQuery>

#include <memory>
#include <mutex>
#include <set>

namespace k8s {

class ApiCall;
class Authenticator;

/// One request to the API server, before address, credentials and trust are added.
struct ApiRequest
{
    QByteArray method = QByteArrayLiteral("GET");
    QString path = {}; ///< "/api/v1/pods": begins with a slash, decoded
    QUrlQuery query = {}; ///< values decoded; they are encoded as the server expects
    QByteArray accept = QByteArrayLiteral("application/json");
    QByteArray contentType = {}; ///< of the body
    QByteArray body = {};
    QByteArray webSocket = {}; ///< see Request::webSocket; asks with http1Own and noTimeout
    bool http1Own = false; ///< HTTP/1.1 on a connection of its own: for logs
    bool noTimeout = false; ///< for streams: neither the head nor the body have to come by any time
    bool repeatable = true; ///< false: never sent twice, whatever happens to the connection
    std::chrono::milliseconds timeout {0}; ///< for everything; 0: 30 s for the head, 60 s without a byte
    qint64 maxBytes = 0; ///< a longer body is an error; 0: no limit
};

/// All on the net thread. Head and data come for a 2xx answer only; any other answer is an Error made of its Status.
struct ApiCallbacks
{
    std::function<void(const TransferHead &)> head = {}; ///< may be empty
    std::function<void(std::string_view)> data = {}; ///< may be empty
    std::function<void(std::string_view, bool begins)> message = {}; ///< of a WebSocket; may be empty
    std::function<void(Result<>)> done = {}; ///< once, last; not after cancel()
};

/// The part of ApiClient that lives on the net thread: adds address, credentials and trust to requests. Outlives the
/// client while calls are running. For k8s/watch, k8s/exec and k8s/api only.
class ApiClient::Private : public std::enable_shared_from_this<ApiClient::Private>
{
public:
    Private(NetThread &net, ClusterContext context);
    ~Private();

    NetThread &net() const { return m_net; } ///< timers and posting
    const ClusterContext &context() const { return m_context; } ///< immutable
    bool isLocal() const { return m_local; } ///< the server is on this machine

    /// Starts a request; any thread. Credentials are fetched if need be, and refreshed once when the server answers
    /// 401. Nothing is repeated for any other reason: lists, watches and logs have their own ideas of when to try
    /// again.
    TransferHandle open(ApiRequest request, ApiCallbacks callbacks);

    /// open() with the whole body kept, at most 64 MiB. GETs, and nothing else, are repeated after 429 and 5xx that say
    /// when, and after a connection that broke: at most `tries` in all and within 30 s. Any thread.
    void fetch(ApiRequest request, Reply<Response> reply, int tries = 4);
    /// The same, answered on the net thread; not answered after cancel() or shutDown().
    using FetchDone = std::function<void(Result<Response>)>;
    void fetch(ApiRequest request, FetchDone done, int tries = 4);

    /// Ends all running calls; those of fetch() answer Cancelled. Any thread.
    void shutDown();

private:
    friend class ApiCall;

    NetThread &m_net;
    const ClusterContext m_context;
    QByteArray m_base; ///< scheme://authority[/prefix], without a slash at the end
    bool m_local = false;
    std::shared_ptr<Authenticator> m_authenticator; ///< net thread only

    std::mutex m_mutex;
    bool m_down = false;
    std::set<std::shared_ptr<ApiCall>> m_calls;
};

} // namespace k8s
