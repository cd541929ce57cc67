// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/config/kubeconfig.h"

#include "k8s/config/contextresolver.h"
#include "k8s/config/kubeconfigentries.h"
#include "k8s/core/plaintext.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace k8s {

struct Kubeconfig::Data : KubeconfigEntries
{
};

Kubeconfig::Kubeconfig()
    : d(std::make_shared<const Data>())
{
}

QStringList Kubeconfig::defaultFiles(const QProcessEnvironment &environment)
{
    QStringList files;
    for (const auto &file : environment.value(u"KUBECONFIG"_s).split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        if (!files.contains(file))
            files += file;
    }
    if (files.isEmpty()) {
        const QString home = environment.value(u"HOME"_s, QDir::homePath());
        files += home + "/.kube/config"_L1;
    }
    return files;
}

Result<Kubeconfig> Kubeconfig::load(const QStringList &files)
{
    auto data = std::make_shared<Data>();
    for (const QString &file : files)
        data->merge(file);
    if (data->files.isEmpty())
        return std::unexpected(Error {.kind = Error::Kind::Config,
                                      .message = u"there is no kubeconfig file"_s,
                                      .context = files.join(QDir::listSeparator()),
                                      .reason = u"NoKubeconfig"_s});
    if (data->contexts.isEmpty() && !data->problems.isEmpty())
        return std::unexpected(data->problems.constFirst());
    Kubeconfig config;
    config.d = std::move(data);
    return config;
}

QStringList Kubeconfig::files() const { return d->files; }

QString Kubeconfig::currentContext() const { return d->currentContext; }

QList<Error> Kubeconfig::problems() const { return d->problems; }

QList<KubeconfigContext> Kubeconfig::contexts() const
{
    QList<KubeconfigContext> contexts;
    for (const auto &entry : d->contexts) {
        KubeconfigContext context {.name = entry.name,
                                   .cluster = entry.body["cluster"].string(),
                                   .user = entry.body["user"].string(),
                                   .ns = entry.body["namespace"].string(),
                                   .server = {},
                                   .sourceFile = entry.file,
                                   .line = entry.line};
        if (const auto *cluster = KubeconfigEntries::find(d->clusters, context.cluster)) {
            context.server = cluster->body["server"].string();
            context.insecure = cluster->body["insecure-skip-tls-verify"].boolean();
        }
        if (const auto *user = KubeconfigEntries::find(d->users, context.user))
            context.runsPlugin = user->body["exec"].exists();
        contexts += context;
    }
    return contexts;
}

Result<ClusterContext> Kubeconfig::resolve(const QString &name) const
{
    const QString wanted = name.isEmpty() ? d->currentContext : name;
    if (wanted.isEmpty())
        return std::unexpected(Error {.kind = Error::Kind::Config,
                                      .message = u"no current context is set"_s,
                                      .context = d->files.value(0),
                                      .reason = u"NoContext"_s});
    const auto *context = KubeconfigEntries::find(d->contexts, wanted);
    if (!context)
        return std::unexpected(Error {.kind = Error::Kind::Config,
                                      .message = "the context \"%1\" does not exist"_L1.arg(plainText(wanted, 200)),
                                      .context = d->files.join(QDir::listSeparator()),
                                      .reason = u"NoContext"_s});
    return resolveContext(*d, *context);
}

} // namespace k8s
