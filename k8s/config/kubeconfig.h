// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/config/clustercontext.h"
#include "k8s/core/result.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <memory>

namespace k8s {

/// A context as a list of choices shows it; nothing in it is secret.
struct KubeconfigContext
{
    QString name;
    QString cluster, user;
    QString ns; ///< empty means "default"
    QString server; ///< empty if the cluster is not defined
    QString sourceFile;
    int line = 0; ///< in sourceFile, from 1
    bool insecure = false; ///< the server's certificate is not verified
    bool runsPlugin = false; ///< credentials come from a program: ask before it runs

    bool operator==(const KubeconfigContext &) const = default;
};

/// The contexts of one or more kubeconfig files, merged as kubectl merges them: the first file wins per entry, whole
/// entries win, relative paths belong to the folder of their file (client-go tools/clientcmd/loader.go). An entry or
/// file that is wrong does not hide the others: see problems(). A value; reading is fast, any thread.
class Kubeconfig
{
public:
    Kubeconfig();

    /// $KUBECONFIG (a list), else ~/.kube/config.
    static QStringList defaultFiles(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
    /// Missing files are skipped; an error (Kind::Config) if there is none at all, or nothing in them can be used. The
    /// context of an error is "FILE:LINE".
    static Result<Kubeconfig> load(const QStringList &files);

    QStringList files() const; ///< those that were read
    QList<KubeconfigContext> contexts() const; ///< in the order of the files
    QString currentContext() const; ///< may be empty, and may name a context that does not exist
    QList<Error> problems() const; ///< files and entries that cannot be used, and entries that are there twice

    /// Everything needed to connect; an empty name means the current context. Certificate files are checked to be
    /// readable, and are read again when used.
    Result<ClusterContext> resolve(const QString &name = {}) const;

private:
    struct Data;
    std::shared_ptr<const Data> d;
};

/// The cluster that this process runs in (service account), if it does: KUBERNETES_SERVICE_HOST and the mounted token.
Result<ClusterContext> inClusterContext(const QProcessEnvironment &environment
                                        = QProcessEnvironment::systemEnvironment());

} // namespace k8s
