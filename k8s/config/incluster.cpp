// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/config/kubeconfig.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace k8s {

Result<ClusterContext> inClusterContext(const QProcessEnvironment &environment)
{
    const QString folder = u"/var/run/secrets/kubernetes.io/serviceaccount/"_s;
    const QString host = environment.value(u"KUBERNETES_SERVICE_HOST"_s);
    const QString port = environment.value(u"KUBERNETES_SERVICE_PORT"_s, u"443"_s);
    if (host.isEmpty() || !QFileInfo(folder + "token"_L1).isReadable())
        return std::unexpected(Error {.kind = Error::Kind::Config,
                                      .message = u"this program does not run inside a cluster"_s,
                                      .context = folder});
    ClusterContext context;
    context.name = u"in-cluster"_s;
    context.server = host.contains(u':') ? u"https://[%1]:%2"_s.arg(host, port) : u"https://%1:%2"_s.arg(host, port);
    context.tokenFile = folder + "token"_L1;
    context.sourceFile = context.tokenFile;
    if (QFileInfo::exists(folder + "ca.crt"_L1))
        context.caFile = folder + "ca.crt"_L1;
    QFile ns(folder + "namespace"_L1);
    if (ns.open(QIODevice::ReadOnly))
        context.ns = QString::fromUtf8(ns.read(300).trimmed());
    return context;
}

} // namespace k8s
