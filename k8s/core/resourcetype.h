// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace k8s {

/// A kind as the API serves it: enough to build its URLs.
struct ResourceType
{
    QString group; ///< "" for the core group
    QString version;
    QString plural; ///< lower-case resource name of the URL
    QString kind;
    bool namespaced = true;

    /// "v1" or "group/version", as in apiVersion.
    QString apiVersion() const;
    /// "/api/v1/namespaces/ns/pods/name"; an empty namespace of a namespaced type means all namespaces, an empty name
    /// the collection.
    QString path(const QString &ns, const QString &name = {}, const QString &subresource = {}) const;

    bool operator==(const ResourceType &) const = default;
};

/// What every part of the program asks for.
inline ResourceType podType()
{
    return {
        .group = {}, .version = QStringLiteral("v1"), .plural = QStringLiteral("pods"), .kind = QStringLiteral("Pod")};
}

/// One object of the cluster, by what never changes about it.
struct ObjectRef
{
    ResourceType type;
    QString ns;
    QString name;
    QString uid; ///< may be empty when not yet known

    bool operator==(const ObjectRef &) const = default;
};

} // namespace k8s
