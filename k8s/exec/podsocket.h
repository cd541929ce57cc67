// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient_p.h"

#include <QString>

namespace k8s {

/// A question to one of a pod's streaming subresources ("exec", "portforward") over a WebSocket of its own.
inline ApiRequest podSocketRequest(const QString &ns, const QString &pod, const QString &subresource,
                                   const QByteArray &protocols, std::chrono::milliseconds timeout)
{
    ApiRequest request;
    request.path = podType().path(ns, pod, subresource);
    request.accept = "*/*";
    request.webSocket = protocols;
    request.http1Own = true;
    request.timeout = timeout;
    return request;
}

/// Opens it. The call lives as long as it runs and is told on the net thread: head() if it has one, message(), done(),
/// as in ApiCallbacks; its `transfer` is set before the first of them. Any thread.
template <class Call>
void openPodSocket(ApiClient &client, const ApiRequest &request, const std::shared_ptr<Call> &call)
{
    ApiCallbacks callbacks;
    if constexpr (requires(const TransferHead &head) { call->head(head); })
        callbacks.head = [call](const TransferHead &head) { call->head(head); };
    callbacks.message = [call](std::string_view piece, bool begins) { call->message(piece, begins); };
    callbacks.done = [call](const Result<> &result) { call->done(result); };
    auto &internals = client.internals();
    internals.net().post([keep = internals.shared_from_this(), call, request, told = std::move(callbacks)] {
        call->transfer = keep->open(request, told);
    });
}

} // namespace k8s
