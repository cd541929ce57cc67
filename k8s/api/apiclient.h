// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/config/clustercontext.h"
#include "k8s/core/reply.h"
#include "k8s/core/resourcetype.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>
#include <QUrlQuery>

#include <memory>

namespace k8s {

class NetThread;

/// A server's answer to a request that succeeded.
struct Response
{
    int status = 0;
    QByteArray body;
    QStringList warnings; ///< texts of "Warning: 299" headers
    qint64 roundTripMicroseconds = 0;
    QDateTime serverDate; ///< from the Date header, for clock skew
};

/// What GET /version says, and how long the answer took.
struct ServerVersion
{
    QString gitVersion; ///< "v1.36.3"
    QString platform; ///< "linux/amd64"
    int major = 0, minor = 0; ///< without what vendors append ("36+")
    qint64 roundTripMicroseconds = 0;
    QDateTime serverDate; ///< invalid if the server did not tell
};

/// What a user wants to do, as in SelfSubjectAccessReview; empty means all.
struct AccessQuestion
{
    QString verb = {}; ///< get, list, watch, create, patch, delete
    QString group = {}, resource = {}, subresource = {};
    QString ns = {};
    QString name = {};

    bool operator==(const AccessQuestion &) const = default;
};

enum class PatchKind
{
    Merge,
    Json,
    Apply
}; ///< merge-patch, json-patch, server-side apply (YAML or JSON body)

struct WriteOptions
{
    bool dryRun = false;
    bool strict = true; ///< fieldValidation=Strict; false: Warn
    bool force = false; ///< server-side apply: take over conflicting fields
    QString fieldManager = QStringLiteral("pilothouse");
};

/// One cluster as one user: calls of the Kubernetes API. Lives in the thread that made it (usually the GUI's); every
/// call returns at once and answers through its Reply in the receiver's thread. The transfers run on the net thread.
class ApiClient
{
public:
    ApiClient(NetThread &net, ClusterContext context);
    ~ApiClient();
    ApiClient(const ApiClient &) = delete;
    ApiClient &operator=(const ApiClient &) = delete;

    const ClusterContext &context() const;

    void get(const QString &path, const QUrlQuery &query, Reply<Response> reply);
    void get(const ObjectRef &object, Reply<Response> reply);
    /// Creates from YAML-free JSON text.
    void create(const ResourceType &type, const QString &ns, const QByteArray &json, const WriteOptions &options,
                Reply<Response> reply);
    void patch(const ObjectRef &object, PatchKind kind, const QByteArray &body, const WriteOptions &options,
               Reply<Response> reply);
    void remove(const ObjectRef &object,
                Reply<Response> reply); ///< propagationPolicy=Background, precondition uid if known
    void post(const QString &path, const QByteArray &json, Reply<Response> reply); ///< never repeated by itself
    /// Also the sign of life: how long a small answer takes. Not repeated, given up after 10 s.
    void version(Reply<ServerVersion> reply);
    /// True if the user may do it. The server's answer, not cached.
    void mayI(const AccessQuestion &question, Reply<bool> reply);

    class Private;
    Private &internals() const; ///< for k8s/watch, k8s/exec and k8s/api only

private:
    std::shared_ptr<Private> d;
};

} // namespace k8s
