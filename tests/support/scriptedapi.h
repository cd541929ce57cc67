// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"
#include "tests/support/discovery.h"

namespace tests {

/// A scripted server that tells these kinds, and a client connected to it. `net` must outlive it.
struct ScriptedApi
{
    ScriptedServer server;
    k8s::ClusterContext context;
    k8s::ApiClient client;

    ScriptedApi(k8s::NetThread &net, const QList<ServedGroup> &kinds)
        : context(contextOf(server))
        , client(net, context)
    {
        serveKinds(server, kinds);
    }

private:
    static k8s::ClusterContext contextOf(const ScriptedServer &server)
    {
        k8s::ClusterContext context;
        context.server = server.url();
        context.ns = "team-a";
        return context;
    }
};

} // namespace tests
