// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/exec/podexec.h"

#include "k8s/exec/channels.h"
#include "k8s/exec/podsocket.h"

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

ApiRequest requestFor(const ExecTarget &target)
{
    ApiRequest request
        = podSocketRequest(target.ns, target.pod, u"exec"_s, "v5.channel.k8s.io, v4.channel.k8s.io", target.timeout);
    request.query.addQueryItem(u"stdout"_s, u"true"_s);
    request.query.addQueryItem(u"stderr"_s, u"true"_s);
    if (!target.container.isEmpty())
        request.query.addQueryItem(u"container"_s, target.container);
    for (const QString &word : target.command)
        request.query.addQueryItem(u"command"_s, word);
    request.repeatable = false; // a command is run once
    return request;
}

/// Of one call, on the net thread.
struct Exec
{
    ExecChannels channels;
    Reply<ExecResult> reply;
    QString protocol {};
    TransferHandle transfer {};
    bool tooMuch = false;

    void head(const TransferHead &head) { protocol = QString::fromLatin1(head.header("sec-websocket-protocol")); }
    void message(std::string_view piece, bool begins)
    {
        if (tooMuch || channels.take(piece, begins))
            return;
        tooMuch = true;
        transfer.cancel();
        reply(std::unexpected(Error {.kind = Error::Kind::Protocol,
                                     .message = u"the command wrote more than may be read"_s,
                                     .context = {},
                                     .reason = u"TooLong"_s}));
    }
    void done(const Result<> &result)
    {
        const auto end = channels.end();
        if (end && *end) // how the connection went down afterwards does not matter
            return reply(ExecResult {channels.output(), channels.errors(), **end});
        if (end)
            return reply(std::unexpected(end->error()));
        if (!result)
            return reply(std::unexpected(result.error()));
        reply(std::unexpected(Error {.kind = Error::Kind::Protocol,
                                     .message = protocol.isEmpty()
                                         ? u"the server speaks no channel protocol over WebSocket"_s
                                         : u"the connection ended before the command did"_s}));
    }
};

} // namespace

void execInPod(ApiClient &client, const ExecTarget &target, Reply<ExecResult> reply)
{
    openPodSocket(client, requestFor(target), std::make_shared<Exec>(ExecChannels(target.mostBytes), std::move(reply)));
}

} // namespace k8s
