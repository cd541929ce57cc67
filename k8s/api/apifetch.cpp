// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/api/apifetch.h"

#include "k8s/core/plaintext.h"

#include <curl/curl.h>

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

constexpr qint64 longestBody = 64 * 1024 * 1024;
constexpr qint64 patience = 30'000; // ms, for all tries together

/// The quoted text that begins at `at`; moves behind its end.
QByteArray quotedText(const QByteArray &header, qsizetype &at)
{
    QByteArray text;
    for (++at; at < header.size() && header[at] != '"'; ++at) {
        if (header[at] == '\\' && at + 1 < header.size())
            ++at;
        text += header[at];
    }
    ++at;
    return text;
}

}

QStringList warningsOf(const TransferHead &head)
{
    QStringList warnings;
    for (const QByteArray &header : head.all("warning")) {
        qsizetype at = 0;
        // code SP agent SP "text" [SP "date"], more after a comma
        while ((at = header.indexOf('"', at)) >= 0) {
            const QString text = plainText(quotedText(header, at));
            if (!text.isEmpty() && !warnings.contains(text))
                warnings += text;
            const auto comma = header.indexOf(',', at);
            if (comma < 0)
                break;
            at = comma;
        }
    }
    return warnings;
}

ApiFetch::ApiFetch(std::shared_ptr<ApiClient::Private> client, ApiRequest request, ApiClient::Private::FetchDone done,
                   int tries)
    : m_client(std::move(client))
    , m_request([&] {
        if (request.maxBytes == 0)
            request.maxBytes = longestBody;
        return std::move(request);
    }())
    , m_done(std::move(done))
    , m_triesLeft(m_request.method == "GET" ? tries : 1)
    , m_begun(NetThread::now())
{
}

ApiFetch::~ApiFetch()
{
    if (m_done)
        m_done(std::unexpected(Error {.kind = Error::Kind::Cancelled,
                                      .message = u"cancelled"_s,
                                      .context = QString::fromLatin1(m_request.method) + u' ' + m_request.path}));
}

void ApiFetch::begin()
{
    --m_triesLeft;
    m_sent = std::chrono::steady_clock::now();
    m_response = {};
    m_client->open(
        m_request,
        {.head =
             [self = shared_from_this()](const TransferHead &head) {
                 self->m_response.status = head.status;
                 self->m_response.warnings = warningsOf(head);
                 const QByteArray date = head.header("date");
                 const auto seconds = date.isEmpty() ? -1 : curl_getdate(date.constData(), nullptr);
                 if (seconds >= 0)
                     self->m_response.serverDate = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC);
             },
         .data = [self = shared_from_this()](
                     std::string_view data) { self->m_response.body.append(data.data(), qsizetype(data.size())); },
         .done = [self = shared_from_this()](const Result<> &result) { self->take(result); }});
}

void ApiFetch::take(const Result<> &result)
{
    if (!result && tryAgain(result.error()))
        return;
    const auto done = std::exchange(m_done, nullptr);
    if (!result) {
        done(std::unexpected(result.error()));
        return;
    }
    using namespace std::chrono;
    m_response.roundTripMicroseconds = duration_cast<microseconds>(steady_clock::now() - m_sent).count();
    done(std::move(m_response));
}

bool ApiFetch::tryAgain(const Error &error)
{
    if (m_triesLeft <= 0)
        return false;
    const bool isBusy = error.retryAfterSeconds >= 0 && (error.httpStatus == 429 || error.httpStatus >= 500);
    const bool isBroken = error.reason == "ConnectionLost"_L1 || error.reason == "Truncated"_L1;
    const qint64 wait = isBusy ? std::max<qint64>(100, qint64(error.retryAfterSeconds) * 1000) : 200;
    if ((!isBusy && !isBroken) || NetThread::now() + wait - m_begun > patience)
        return false;
    m_client->net().after(std::chrono::milliseconds(wait), [self = shared_from_this()] { self->begin(); });
    return true;
}

} // namespace k8s
