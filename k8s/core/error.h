// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace k8s {

/// One cause of a refused request, as in metav1.StatusCause: which field, why.
struct FieldCause
{
    QString field; ///< path as the server writes it, e.g. "spec.pytorchReplicaSpecs[Master].replicas"; may be empty
    QString reason; ///< machine word, e.g. FieldValueInvalid
    QString message;

    bool operator==(const FieldCause &) const = default;
};

/// What went wrong with a request or a file, as a value. Plain, untranslated; models/core/problem.h turns it into a
/// sentence with a remedy. `message` may hold text of the cluster: show it as plain text only.
struct Error
{
    enum class Kind
    {
        Cancelled,
        Config, ///< the kubeconfig or the program's own set-up is wrong
        Unreachable, ///< name lookup, connection refused, network down
        Timeout,
        Tls, ///< certificate not trusted, expired, wrong name
        Unauthorized, ///< 401: no or expired credentials
        Forbidden, ///< 403: RBAC
        NotFound, ///< 404
        Conflict, ///< 409: changed meanwhile, already exists, field manager conflict
        Invalid, ///< 400, 422: the object is wrong; see causes
        Expired, ///< 410: resource version too old
        TooManyRequests, ///< 429
        Server, ///< 5xx
        Protocol, ///< not what a Kubernetes API server answers
        Io, ///< local disk
        Parse, ///< text that is not YAML or JSON
    };

    Kind kind = Kind::Protocol;
    int httpStatus = 0; ///< 0 if no answer came
    QString message {}; ///< the server's or the library's own words
    QString context {}; ///< what was being done: "GET /api/v1/pods", a file name
    QString reason {}; ///< metav1.Status.reason, e.g. AlreadyExists
    QList<FieldCause> causes {};
    int retryAfterSeconds = -1; ///< from Retry-After; -1 if absent

    bool operator==(const Error &) const = default;
};

} // namespace k8s
