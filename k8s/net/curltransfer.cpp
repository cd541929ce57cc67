// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/net/curltransfer.h"

#include "k8s/net/curlengine.h"
#include "k8s/net/curlerror.h"
#include "k8s/net/netloop.h"

#include <QUrl>

#include <algorithm>
#include <cstring>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

constexpr long connectMilliseconds = 15'000; // with the TLS handshake
constexpr unsigned unackedMilliseconds = 20'000;

bool isThisMachine(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host.endsWith(".localhost"_L1)
        || host.startsWith("127."_L1) || host == "::1"_L1;
}

curl_blob blobOf(const QByteArray &bytes)
{
    // No copy: the endpoint lives as long as the transfer.
    return {.data = const_cast<char *>(bytes.constData()), .len = size_t(bytes.size()), .flags = CURL_BLOB_NOCOPY};
}

bool breaksLine(const QByteArray &text)
{
    return std::ranges::any_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

}

CurlTransfer::CurlTransfer(std::shared_ptr<NetLoop> loop, Request request, TransferCallbacks callbacks)
    : m_loop(std::move(loop))
    , m_request(std::move(request))
    , m_callbacks(std::move(callbacks))
{
    if (!m_request.endpoint)
        m_request.endpoint = std::make_shared<const Endpoint>();
    if (m_request.wire == Request::Wire::Shared && m_request.url.startsWith("https:"))
        m_sharedServer = m_request.url.first(m_request.url.indexOf('/', 8) + 1)
            + QByteArray::number(quintptr(m_request.endpoint.get()), 16);
}

CurlTransfer::~CurlTransfer()
{
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headerList);
    curl_slist_free_all(m_connectTo);
}

void CurlTransfer::cancel()
{
    if (m_cancelled.exchange(true, std::memory_order_acq_rel))
        return;
    // Queued, for we may be inside a callback of curl.
    m_loop->post([self = shared_from_this()] { self->m_loop->engine().remove(*self); });
}

void CurlTransfer::setPaused(bool paused)
{
    m_loop->assertCurrent();
    // curl is told when it brings the next data, by what takeData() answers: of a pause that curl_easy_pause() begins
    // it knows only half (8.14), and its timer runs hot.
    m_wantsPause = paused;
    if (paused || !m_easy || isCancelled() || !std::exchange(m_paused, false))
        return;
    const auto kept = shared_from_this(); // going on tells what curl has kept, here and now
    curl_easy_pause(m_easy, CURLPAUSE_CONT);
}

bool CurlTransfer::send(std::string_view message)
{
    m_loop->assertCurrent();
    size_t sent = 0;
    // From inside a callback curl does not come back before all of it is on its way (8.14).
    return isWebSocket() && m_easy && !isCancelled()
        && curl_ws_send(m_easy, message.data(), message.size(), &sent, 0, CURLWS_BINARY) == CURLE_OK
        && sent == message.size();
}

CURL *CurlTransfer::open()
{
    if (isCancelled()) {
        close();
        return nullptr;
    }
    m_easy = curl_easy_init();
    if (!m_easy || !isSendable()) {
        finish(std::unexpected(
            Error {.kind = Error::Kind::Config, .message = u"an address or header holds a line break"_s}));
        return nullptr;
    }
    if (isWebSocket())
        m_request.url.replace(0, 4, "ws"); // of http or https
    curl_easy_setopt(m_easy, CURLOPT_URL, m_request.url.constData());
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &CurlTransfer::takeHeader);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &CurlTransfer::takeData);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_SOCKOPTFUNCTION, &CurlTransfer::tuneSocket);
    curl_easy_setopt(m_easy, CURLOPT_SOCKOPTDATA, this);
    setMethod();
    setHeaders();
    setWire();
    setTls();
    setProxy();
    setLimits();
    armHeadTimer();
    return m_easy;
}

bool CurlTransfer::isSendable() const
{
    return !breaksLine(m_request.url) && !breaksLine(m_request.method)
        && std::ranges::none_of(m_request.headers, [](const auto &header) {
               return breaksLine(header.first) || breaksLine(header.second);
           });
}

void CurlTransfer::setMethod()
{
    const bool carriesBody = !m_request.body.isEmpty() || m_request.method == "POST" || m_request.method == "PUT"
        || m_request.method == "PATCH";
    if (carriesBody) {
        curl_easy_setopt(m_easy, CURLOPT_POST, 1L);
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_request.body.size()));
        if (m_request.repeatable) {
            curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_request.body.constData());
        } else {
            // curl sends a request again when a kept connection proves dead, unless it cannot rewind the body.
            curl_easy_setopt(m_easy, CURLOPT_READFUNCTION, &CurlTransfer::giveBody);
            curl_easy_setopt(m_easy, CURLOPT_READDATA, this);
        }
    }
    if (m_request.method != (carriesBody ? "POST" : "GET"))
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, m_request.method.constData());
}

void CurlTransfer::setHeaders()
{
    for (const auto &[name, value] : m_request.headers)
        m_headerList = curl_slist_append(m_headerList, (name + ": " + value).constData());
    if (isWebSocket())
        m_headerList = curl_slist_append(m_headerList, ("Sec-WebSocket-Protocol: " + m_request.webSocket).constData());
    m_headerList = curl_slist_append(m_headerList, "Expect:");
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headerList);
    curl_easy_setopt(m_easy, CURLOPT_HEADEROPT, CURLHEADER_SEPARATE); // a proxy must not see the token
    curl_easy_setopt(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    // API servers indent what they send to agents that call themselves curl: twice the bytes.
    curl_easy_setopt(m_easy, CURLOPT_USERAGENT, "pilothouse/" PILOTHOUSE_VERSION " (linux)");
    if (m_request.gzip)
        curl_easy_setopt(m_easy, CURLOPT_ACCEPT_ENCODING, "gzip");
}

void CurlTransfer::setWire()
{
    const bool own = m_request.wire == Request::Wire::Own;
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, own ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS);
    curl_easy_setopt(m_easy, CURLOPT_PREREQFUNCTION, &CurlTransfer::connected);
    curl_easy_setopt(m_easy, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, isWebSocket() ? "ws,wss" : "http,https");
    curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(m_easy, CURLOPT_UNRESTRICTED_AUTH, 0L);
    curl_easy_setopt(m_easy, CURLOPT_NETRC, CURL_NETRC_IGNORED);
    curl_easy_setopt(m_easy, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    // Of what a paused transfer has read curl keeps all: little then, where there may be hundreds.
    curl_easy_setopt(m_easy, CURLOPT_BUFFERSIZE, own ? 65536L : 524288L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPIDLE, 10L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPINTVL, 5L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPCNT, 3L);
}

void CurlTransfer::setTls()
{
    const Endpoint &endpoint = *m_request.endpoint;
    curl_easy_setopt(m_easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, endpoint.insecure ? 0L : 1L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, endpoint.insecure ? 0L : 2L);
    if (!endpoint.caPem.isEmpty()) {
        curl_blob authorities = blobOf(endpoint.caPem);
        curl_easy_setopt(m_easy, CURLOPT_CAINFO_BLOB, &authorities);
        curl_easy_setopt(m_easy, CURLOPT_CAPATH, nullptr); // these and no others
    }
    if (!endpoint.clientCertificatePem.isEmpty()) {
        curl_blob certificate = blobOf(endpoint.clientCertificatePem);
        curl_blob key = blobOf(endpoint.clientKeyPem);
        curl_easy_setopt(m_easy, CURLOPT_SSLCERTTYPE, "PEM");
        curl_easy_setopt(m_easy, CURLOPT_SSLKEYTYPE, "PEM");
        curl_easy_setopt(m_easy, CURLOPT_SSLCERT_BLOB, &certificate);
        curl_easy_setopt(m_easy, CURLOPT_SSLKEY_BLOB, &key);
    }
    if (endpoint.serverName.isEmpty())
        return;
    // curl has no option for the name: the URL gets it, the connection goes where the URL pointed.
    QUrl url = QUrl::fromEncoded(m_request.url);
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    const QByteArray port = QByteArray::number(url.port(443));
    url.setHost(QString::fromUtf8(endpoint.serverName));
    m_request.url = url.toEncoded();
    m_connectTo = curl_slist_append(m_connectTo, ("::" + host + ':' + port).constData());
    m_headerList = curl_slist_append(m_headerList, ("Host: " + host + ':' + port).constData());
    curl_easy_setopt(m_easy, CURLOPT_URL, m_request.url.constData());
    curl_easy_setopt(m_easy, CURLOPT_CONNECT_TO, m_connectTo);
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headerList);
}

void CurlTransfer::setProxy()
{
    const QByteArray &proxy = m_request.endpoint->proxyUrl;
    if (!proxy.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_PROXY, proxy.constData());
        curl_easy_setopt(m_easy, CURLOPT_NOPROXY, "");
    } else if (isThisMachine(QUrl::fromEncoded(m_request.url).host())) {
        curl_easy_setopt(m_easy, CURLOPT_PROXY, ""); // as Go does, whatever the environment says
    }
}

void CurlTransfer::setLimits()
{
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, connectMilliseconds);
    if (m_request.timeout.count() > 0)
        curl_easy_setopt(m_easy, CURLOPT_TIMEOUT_MS, long(m_request.timeout.count()));
    if (m_request.stallTimeout.count() > 0) {
        curl_easy_setopt(m_easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
        curl_easy_setopt(m_easy, CURLOPT_LOW_SPEED_TIME, long(m_request.stallTimeout.count()));
    }
}

void CurlTransfer::armHeadTimer()
{
    if (m_request.headTimeout.count() <= 0)
        return;
    m_headTimer = m_loop->after(m_request.headTimeout, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self || self->m_headDone || !self->m_easy || self->isCancelled())
            return;
        auto callbacks = std::exchange(self->m_callbacks, {});
        self->m_loop->engine().remove(*self);
        self->m_callbacks = std::move(callbacks);
        self->finish(
            std::unexpected(Error {.kind = Error::Kind::Timeout, .message = u"the server did not answer in time"_s}));
    });
}

int CurlTransfer::connected(void *transfer, char *, char *, int, int)
{
    auto *self = static_cast<CurlTransfer *>(transfer);
    if (!self->m_sharedServer.isEmpty())
        self->m_loop->post([kept = self->shared_from_this()] { kept->m_loop->engine().connected(*kept); });
    return CURL_PREREQFUNC_OK;
}

int CurlTransfer::tuneSocket(void *, curl_socket_t fd, curlsocktype)
{
    // Keepalive probes are not sent while data waits to be acknowledged; this covers that half.
    setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &unackedMilliseconds, sizeof unackedMilliseconds);
    return CURL_SOCKOPT_OK;
}

size_t CurlTransfer::giveBody(char *data, size_t size, size_t count, void *transfer)
{
    auto *self = static_cast<CurlTransfer *>(transfer);
    const auto length = std::min(qsizetype(size * count), self->m_request.body.size() - self->m_bodySent);
    std::memcpy(data, self->m_request.body.constData() + self->m_bodySent, size_t(length));
    self->m_bodySent += length;
    return size_t(length);
}

size_t CurlTransfer::takeHeader(char *data, size_t size, size_t count, void *transfer)
{
    auto *self = static_cast<CurlTransfer *>(transfer);
    const bool goOn = self->headerLine(QByteArrayView(data, qsizetype(size * count)).trimmed());
    return goOn ? size * count : size_t(CURL_WRITEFUNC_ERROR);
}

bool CurlTransfer::headerLine(QByteArrayView line)
{
    if (m_headDone)
        return !isCancelled(); // a trailer
    if (line.startsWith("HTTP/")) {
        const auto space = line.indexOf(' ');
        m_head = {};
        m_head.status = space < 0 ? 0 : line.sliced(space + 1, qMin<qsizetype>(3, line.size() - space - 1)).toInt();
    } else if (!line.isEmpty()) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            m_head.headers.emplace_back(line.first(colon).toByteArray().toLower(),
                                        line.sliced(colon + 1).trimmed().toByteArray());
    } else if (m_head.status >= 200 || (isWebSocket() && m_head.status == 101)) {
        m_headDone = true;
        m_loop->cancelTimer(m_headTimer);
        if (m_callbacks.head && !isCancelled())
            m_callbacks.head(m_head);
    }
    return !isCancelled();
}

size_t CurlTransfer::takeData(char *data, size_t size, size_t count, void *transfer)
{
    auto *self = static_cast<CurlTransfer *>(transfer);
    const size_t length = size * count;
    if (self->m_wantsPause && !self->isCancelled()) {
        self->m_paused = true;
        return CURL_WRITEFUNC_PAUSE; // the same bytes come again
    }
    self->m_received += qint64(length);
    self->m_tooLong = self->m_request.maxBytes > 0 && self->m_received > self->m_request.maxBytes;
    if (self->isCancelled() || self->m_tooLong)
        return CURL_WRITEFUNC_ERROR;
    if (self->isWebSocket())
        return self->takeMessage({data, length}) ? length : size_t(CURL_WRITEFUNC_ERROR);
    if (self->m_callbacks.data)
        self->m_callbacks.data(std::string_view(data, length));
    return self->isCancelled() ? size_t(CURL_WRITEFUNC_ERROR) : length;
}

bool CurlTransfer::takeMessage(std::string_view piece)
{
    const curl_ws_frame *frame = curl_ws_meta(m_easy);
    if (!frame || !(frame->flags & (CURLWS_BINARY | CURLWS_TEXT)))
        return true; // control frames are curl's
    const bool begins = frame->offset == 0 && !m_messageOpen;
    if (frame->bytesleft == 0)
        m_messageOpen = frame->flags & CURLWS_CONT;
    else
        m_messageOpen = true; // the rest of this frame
    if (m_callbacks.message)
        m_callbacks.message(piece, begins);
    return !isCancelled();
}

void CurlTransfer::finished(CURLcode code)
{
    // Who refuses a WebSocket does it in plain HTTP, of which curl keeps the head alone.
    const bool refused = isWebSocket() && code == CURLE_HTTP_RETURNED_ERROR && m_head.status >= 200;
    if (refused && !m_headDone && m_callbacks.head && !isCancelled())
        m_callbacks.head(m_head);
    if ((code == CURLE_OK && m_headDone) || refused) {
        finish({});
    } else if (m_tooLong) {
        finish(std::unexpected(Error {.kind = Error::Kind::Protocol,
                                      .message = u"the answer is longer than %1 bytes"_s.arg(m_request.maxBytes),
                                      .reason = u"TooLong"_s}));
    } else {
        const CURLcode reason = code == CURLE_OK ? CURLE_GOT_NOTHING : code;
        long osError = 0;
        curl_easy_getinfo(m_easy, CURLINFO_OS_ERRNO, &osError);
        finish(std::unexpected(errorFromCurl(reason, QString::fromUtf8(m_errorText.data()), {}, osError)));
    }
}

void CurlTransfer::finish(Result<> result)
{
    auto callbacks = std::exchange(m_callbacks, {});
    close();
    if (!result && result.error().context.isEmpty())
        result.error().context = QString::fromUtf8(m_request.method + ' ' + m_request.url);
    if (callbacks.done && !isCancelled())
        callbacks.done(std::move(result));
}

void CurlTransfer::close()
{
    m_loop->cancelTimer(m_headTimer);
    m_callbacks = {};
    curl_easy_cleanup(std::exchange(m_easy, nullptr));
}

} // namespace k8s
