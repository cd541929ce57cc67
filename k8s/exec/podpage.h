// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"

#include <chrono>

namespace k8s {

/// A page that a pod serves on one of its ports, in plain HTTP.
struct PodPage
{
    QString ns {}, pod {};
    int port = 0;
    QString path {}; ///< begins with a slash, decoded
    std::chrono::milliseconds timeout {15'000}; ///< for everything
    qint64 mostBytes = qint64(16) << 20; ///< a longer answer is an error
};

/// Gets a page as through `kubectl port-forward`: for clusters that let nobody use the API server as a proxy to pods.
/// The answer is the page's body. Errors: NotFound and Forbidden ("create pods/portforward", "get pods/portforward") of
/// the API server, Unreachable with the kubelet's words where nothing listens there, Server with the page's own status,
/// Protocol where the server speaks no WebSocket or no HTTP comes, Timeout. Any thread; answers in the receiver's.
void getPodPage(ApiClient &client, const PodPage &page, Reply<QByteArray> reply);

/// The body of a complete HTTP/1 answer whose end is the connection's. Pure; any thread. Source: RFC 9112.
Result<QByteArray> bodyOfAnswer(const QByteArray &answer);

} // namespace k8s
