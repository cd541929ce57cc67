// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/exec/podpage.h"

#include "k8s/core/plaintext.h"
#include "k8s/exec/podsocket.h"
#include "k8s/exec/portchannels.h"

#include <QUrl>

#include <optional>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

ApiRequest requestFor(const PodPage &page)
{
    ApiRequest request = podSocketRequest(page.ns, page.pod, u"portforward"_s, "v4.channel.k8s.io", page.timeout);
    request.query.addQueryItem(u"ports"_s, QString::number(page.port));
    return request;
}

/// HTTP/1.0: whoever answers it sends no chunks and closes the connection at the end. The first byte is the channel.
QByteArray questionFor(const PodPage &page)
{
    return QByteArray(1, '\0') + "GET " + QUrl::toPercentEncoding(page.path, "/")
        + " HTTP/1.0\r\nHost: localhost:" + QByteArray::number(page.port) + "\r\nAccept: text/plain, */*\r\n\r\n";
}

Error protocolError(const QString &why) { return {.kind = Error::Kind::Protocol, .message = why}; }

/// Where the body begins; -1: the head is not complete.
qsizetype bodyBegin(const QByteArray &answer)
{
    const auto end = answer.indexOf("\r\n\r\n");
    return end < 0 ? -1 : end + 4;
}

std::optional<qint64> contentLength(QByteArrayView head)
{
    for (const QByteArray &line : head.toByteArray().split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon < 0 || line.first(colon).compare("content-length", Qt::CaseInsensitive) != 0)
            continue;
        bool isNumber = false;
        const qint64 length = line.sliced(colon + 1).trimmed().toLongLong(&isNumber);
        if (isNumber && length >= 0)
            return length;
    }
    return std::nullopt;
}

/// Whether all of it is there, as far as its Content-Length tells: no need to wait for the connection's end.
bool isWholeAnswer(const QByteArray &answer)
{
    const auto begin = bodyBegin(answer);
    if (begin < 0)
        return false;
    const auto length = contentLength(QByteArrayView(answer).first(begin));
    return length && answer.size() - begin >= *length;
}

/// Of one call, on the net thread.
struct PageFetch
{
    PortChannels channels;
    QByteArray question;
    Reply<QByteArray> reply;
    TransferHandle transfer {};
    bool asked = false, over = false;

    void answer(Result<QByteArray> result)
    {
        over = true;
        transfer.cancel();
        reply(std::move(result));
    }
    void message(std::string_view piece, bool begins)
    {
        if (over)
            return;
        if (!channels.take(piece, begins))
            return answer(std::unexpected(protocolError(u"the page is longer than may be read"_s)));
        if (channels.isOpen() && !std::exchange(asked, true)
            && !transfer.send({question.data(), size_t(question.size())}))
            return answer(std::unexpected(protocolError(u"the question could not be sent through the port"_s)));
        if (isWholeAnswer(channels.data()))
            answer(bodyOfAnswer(channels.data()));
    }
    void done(const Result<> &result)
    {
        if (over)
            return;
        if (!channels.errors().isEmpty())
            return answer(std::unexpected(
                Error {.kind = Error::Kind::Unreachable, .message = plainText(channels.errors(), 500)}));
        if (!result && channels.data().isEmpty())
            return answer(std::unexpected(result.error()));
        answer(bodyOfAnswer(channels.data()));
    }
};

} // namespace

Result<QByteArray> bodyOfAnswer(const QByteArray &answer)
{
    const auto begin = bodyBegin(answer);
    if (!answer.startsWith("HTTP/1.") || begin < 0)
        return std::unexpected(protocolError(u"what the port answers is not HTTP"_s));
    const QByteArrayView head = QByteArrayView(answer).first(begin);
    const QByteArrayView statusLine = head.first(head.indexOf('\r'));
    // After "HTTP/1.1 ".
    const int status = statusLine.toByteArray().mid(9, 3).toInt();
    if (status < 200 || status >= 300)
        return std::unexpected(Error {.kind = Error::Kind::Server,
                                      .httpStatus = status,
                                      .message = u"the pod's own answer is: %1"_s.arg(plainText(statusLine, 200))});
    QByteArray body = answer.sliced(begin);
    const auto length = contentLength(head);
    if (length && body.size() < *length)
        return std::unexpected(protocolError(u"the connection ended in the middle of the page"_s));
    if (length)
        body.truncate(*length);
    return body;
}

void getPodPage(ApiClient &client, const PodPage &page, Reply<QByteArray> reply)
{
    openPodSocket(client, requestFor(page),
                  std::make_shared<PageFetch>(PortChannels(page.mostBytes), questionFor(page), std::move(reply)));
}

} // namespace k8s
