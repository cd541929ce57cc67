// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"

#include <QObject>

#include <functional>
#include <memory>

namespace k8s {
class Schema;
}

namespace models {

/// The schemas of kinds: those that the connected cluster serves, and until they are here or without a cluster the
/// bundled ones (resources/schemas). schema() may be called from any thread; all else belongs to the GUI thread.
class SchemaStore : public QObject
{
    Q_OBJECT
public:
    explicit SchemaStore(QObject *parent = nullptr);
    ~SchemaStore() override;

    /// The cluster whose schemas count from now on; null: the bundled ones only. The client must outlive this or be
    /// replaced first.
    void setClient(k8s::ApiClient *client);

    /// Asks the cluster for a kind's schema once; changed() tells when it is there. A kind that the cluster does not
    /// serve keeps the bundled schema and isServed() becomes false.
    void request(const QString &apiVersion, const QString &kind);

    /// Compiled on first use and kept. Null if nobody knows the kind.
    std::shared_ptr<const k8s::Schema> schema(const QString &apiVersion, const QString &kind) const;

    using Lookup = std::function<std::shared_ptr<const k8s::Schema>(const QString &apiVersion, const QString &kind)>;
    /// schema() as a function that may outlive the store.
    Lookup lookup() const;

    enum class Origin
    {
        Unknown,
        Bundled,
        Cluster,
        NotServed, ///< the cluster was asked and does not know the kind
    };
    Origin origin(const QString &apiVersion, const QString &kind) const;

signals:
    void changed();

private:
    void take(const QString &key, const k8s::Result<std::shared_ptr<const k8s::Schema>> &schema);

    class Private;
    std::shared_ptr<Private> d;
};

} // namespace models
