// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/resourcetype.h"
#include "k8s/core/result.h"

#include <QByteArray>
#include <QStringList>

namespace k8s {

/// A kind that a cluster serves, in one of its versions.
struct ApiResource
{
    ResourceType type; ///< namespaced tells the scope
    QString singular;
    QStringList verbs; ///< get, list, watch, create, ...
    QStringList shortNames;
    QStringList categories;
    QStringList subresources; ///< status, scale, log, ...
    bool preferred = false; ///< this version is the one that the server prefers for the group

    bool can(QLatin1StringView verb) const { return verbs.contains(verb); }
    bool operator==(const ApiResource &) const = default;
};

/// A group and its versions, the preferred one first.
struct ApiGroup
{
    QString name; ///< "" for the core group
    QStringList versions;

    bool operator==(const ApiGroup &) const = default;
};

// The answers of the discovery endpoints. All are pure; any thread.

/// /api and /apis as APIGroupDiscoveryList (apidiscovery.k8s.io/v2, KEP-3352).
Result<QList<ApiResource>> parseAggregatedDiscovery(const QByteArray &json);
/// /api as APIVersions or /apis as APIGroupList.
Result<QList<ApiGroup>> parseGroups(const QByteArray &json);
/// /api/v1 or /apis/group/version as APIResourceList; `preferred` is put into every resource.
Result<QList<ApiResource>> parseResourceList(const QByteArray &json, bool preferred);

/// Finds by plural, singular, short name or kind, letter case ignored, "plural.group" too; the preferred version first.
const ApiResource *findResource(const QList<ApiResource> &resources, QStringView word);
/// The resource of a kind in the preferred served version.
const ApiResource *findKind(const QList<ApiResource> &resources, QStringView group, QStringView kind);

} // namespace k8s
