// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/api/apicall.h"

#include "k8s/core/plaintext.h"
#include "k8s/core/statuserror.h"

#include <QUrl>

#include <curl/curl.h>

#include <algorithm>
#include <climits>
#include <ctime>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

constexpr qsizetype refusalLimit = 1024 * 1024;
constexpr std::chrono::seconds headLimit {30};
constexpr std::chrono::seconds stallLimit {60};

QByteArray encoded(const QUrlQuery &query)
{
    QByteArray text;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        text += text.isEmpty() ? '?' : '&';
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

/// Retry-After is a number of seconds or a date; -1 if it is neither.
int retryAfter(const QByteArray &header)
{
    if (header.isEmpty())
        return -1;
    bool isNumber = false;
    const qint64 seconds = header.toLongLong(&isNumber);
    if (isNumber)
        return seconds < 0 ? -1 : int(std::min<qint64>(seconds, INT_MAX));
    const time_t date = curl_getdate(header.constData(), nullptr);
    return date < 0 ? -1 : int(std::clamp<qint64>(date - std::time(nullptr), 0, INT_MAX));
}

void impersonate(const ClusterContext &context, HttpHeaders &headers)
{
    if (!context.impersonateUser.isEmpty())
        headers.append({"Impersonate-User", context.impersonateUser.toUtf8()});
    if (!context.impersonateUid.isEmpty())
        headers.append({"Impersonate-Uid", context.impersonateUid.toUtf8()});
    for (const auto &group : context.impersonateGroups)
        headers.append({"Impersonate-Group", group.toUtf8()});
    for (const auto &[key, value] : context.impersonateExtra)
        headers.append({"Impersonate-Extra-" + QUrl::toPercentEncoding(key.toLower()), value.toUtf8()});
}

}

ApiCall::ApiCall(std::shared_ptr<ApiClient::Private> client, ApiRequest request, ApiCallbacks callbacks)
    : m_client(std::move(client))
    , m_request(std::move(request))
    , m_callbacks(std::move(callbacks))
{
}

void ApiCall::cancel()
{
    if (m_cancelled.exchange(true, std::memory_order_acq_rel))
        return;
    m_client->net().post([self = shared_from_this()] {
        self->m_transfer.cancel();
        self->forget();
        self->m_callbacks = {};
    });
}

void ApiCall::setPaused(bool paused) { m_transfer.setPaused(paused); }
bool ApiCall::send(std::string_view message) { return m_transfer.send(message); }

void ApiCall::refuse(const Error &error)
{
    if (!m_cancelled)
        end(std::unexpected(error));
}

void ApiCall::start()
{
    if (m_cancelled)
        return;
    m_client->m_authenticator->credentials([self = shared_from_this()](const Result<Credentials> &credentials) {
        if (self->m_cancelled)
            return;
        if (credentials)
            self->send(*credentials);
        else
            self->end(std::unexpected(credentials.error()));
    });
}

void ApiCall::send(const Credentials &credentials)
{
    m_generation = credentials.generation;
    m_refusal.clear();
    m_transfer = m_client->net().start(requestFor(credentials),
                                       {.head = [self = shared_from_this()](const auto &head) { self->takeHead(head); },
                                        .data = [self = shared_from_this()](auto data) { self->takeData(data); },
                                        .message =
                                            [self = shared_from_this()](auto piece, bool begins) {
                                                if (!self->m_cancelled && self->m_callbacks.message)
                                                    self->m_callbacks.message(piece, begins);
                                            },
                                        .done = [self = shared_from_this()](auto result) { self->takeEnd(result); }});
}

Request ApiCall::requestFor(const Credentials &credentials) const
{
    const ClusterContext &context = m_client->context();
    Request request;
    request.method = m_request.method;
    request.url = m_client->m_base + QUrl::toPercentEncoding(m_request.path, "/:@") + encoded(m_request.query);
    request.body = m_request.body;
    request.endpoint = credentials.endpoint;
    request.headers.append({"Accept", m_request.accept});
    if (!m_request.contentType.isEmpty())
        request.headers.append({"Content-Type", m_request.contentType});
    if (!credentials.authorization.isEmpty())
        request.headers.append({"Authorization", credentials.authorization});
    impersonate(context, request.headers);
    request.webSocket = m_request.webSocket;
    request.wire = m_request.http1Own ? Request::Wire::Own : Request::Wire::Shared;
    request.repeatable = m_request.repeatable;
    request.gzip = !m_client->isLocal() && !context.disableCompression && !m_request.http1Own;
    request.maxBytes = m_request.maxBytes;
    request.headTimeout = m_request.noTimeout ? std::chrono::milliseconds(0) : headLimit;
    request.stallTimeout = m_request.noTimeout ? std::chrono::seconds(0) : stallLimit;
    request.timeout = m_request.timeout;
    return request;
}

void ApiCall::takeHead(const TransferHead &head)
{
    m_head = head;
    const bool isPage = head.header("content-type").startsWith("text/html") && !m_request.accept.contains("text/");
    m_isAnswer
        = m_request.webSocket.isEmpty() ? head.status >= 200 && head.status < 300 && !isPage : head.status == 101;
    if (m_isAnswer && m_callbacks.head && !m_cancelled)
        m_callbacks.head(head);
}

void ApiCall::takeData(std::string_view data)
{
    if (m_cancelled)
        return;
    if (!m_isAnswer)
        m_refusal.append(data.data(), std::min(qsizetype(data.size()), refusalLimit - m_refusal.size()));
    else if (m_callbacks.data)
        m_callbacks.data(data);
}

void ApiCall::takeEnd(const Result<> &result)
{
    if (m_cancelled)
        return;
    if (!result || m_isAnswer) {
        end(result);
        return;
    }
    if (m_head.status == 401 && !m_renewed && m_client->m_authenticator->renew(m_generation)) {
        m_renewed = true;
        start();
        return;
    }
    end(std::unexpected(errorOfAnswer()));
}

Error ApiCall::errorOfAnswer() const
{
    if (m_head.status >= 200 && m_head.status < 300)
        return {.kind = Error::Kind::Protocol,
                .httpStatus = m_head.status,
                .message = u"a web page came, not an answer of a Kubernetes API server: "_s + textOfHtml(m_refusal)};
    if (m_head.status >= 300 && m_head.status < 400)
        return {.kind = Error::Kind::Protocol,
                .httpStatus = m_head.status,
                .message = "the server points elsewhere (%1), which is not followed"_L1.arg(
                    plainText(m_head.header("location"), 300))};
    Error error = errorFromStatus(m_head.status, m_refusal, {});
    if (const int seconds = retryAfter(m_head.header("retry-after")); seconds >= 0)
        error.retryAfterSeconds = seconds;
    return error;
}

void ApiCall::end(Result<> result)
{
    const auto callbacks = std::exchange(m_callbacks, {});
    forget();
    if (!result) {
        // The address may hold a token in its query (never ours): the path alone is told. A file's name stays.
        Error &error = result.error();
        if (error.context.isEmpty() || error.kind != Error::Kind::Config)
            error.context = QString::fromLatin1(m_request.method) + u' ' + m_request.path;
    }
    if (callbacks.done)
        callbacks.done(std::move(result));
}

void ApiCall::forget()
{
    const std::scoped_lock lock(m_client->m_mutex);
    m_client->m_calls.erase(shared_from_this());
}

} // namespace k8s
