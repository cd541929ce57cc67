// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tests {

/// A version of an API group and what it holds.
struct ServedGroup
{
    QString name; ///< empty: the core group
    QString version;
    QStringList kinds; ///< "plural Kind" each
};

inline QJsonObject discoveryItem(const ServedGroup &group)
{
    QJsonArray resources;
    for (const QString &entry : group.kinds) {
        const QString kind = entry.section(' ', 1);
        resources.append(QJsonObject {
            {"resource", entry.section(' ', 0, 0)},
            {"responseKind", QJsonObject {{"group", group.name}, {"version", group.version}, {"kind", kind}}},
            {"scope", "Namespaced"},
            {"singularResource", kind.toLower()},
            {"verbs", QJsonArray {"get", "list", "watch", "create", "patch"}}});
    }
    return {{"metadata", QJsonObject {{"name", group.name}}},
            {"versions", QJsonArray {QJsonObject {{"version", group.version}, {"resources", resources}}}}};
}

/// Lets the server tell these kinds as API servers since 1.27 do (KEP-3352, aggregated discovery): /api and /apis.
inline void serveKinds(ScriptedServer &server, const QList<ServedGroup> &groups)
{
    QJsonArray core, others;
    for (const ServedGroup &group : groups)
        (group.name.isEmpty() ? core : others).append(discoveryItem(group));
    for (const auto &[path, items] : {std::pair("/api", core), std::pair("/apis", others)}) {
        const QJsonObject list {{"kind", "APIGroupDiscoveryList"},
                                {"apiVersion", "apidiscovery.k8s.io/v2"},
                                {"metadata", QJsonObject()},
                                {"items", items}};
        server.on("GET", path,
                  Answer::text(QJsonDocument(list).toJson(), 200,
                               "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"));
    }
}

} // namespace tests
