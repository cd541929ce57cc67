// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"
#include "k8s/api/apiresource.h"
#include "k8s/api/table.h"

namespace k8s {

/// Which kinds a cluster serves. Any thread; nothing is cached: the owner keeps the answer.
class Discovery
{
public:
    explicit Discovery(ApiClient &client);

    /// Two requests with aggregated discovery (servers since 1.26), else one per group and version. A group whose
    /// server does not answer is left out; the call fails only if the core group or the list of groups cannot be had.
    void refresh(Reply<QList<ApiResource>> reply);

private:
    std::shared_ptr<ApiClient::Private> m_client;
};

/// The server's own table of a collection, for kinds that have no descriptor. Any thread.
void fetchTable(ApiClient &client, const ResourceType &type, const QString &ns, const QUrlQuery &query,
                const Reply<Table> &reply);

} // namespace k8s
