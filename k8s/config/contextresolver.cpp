// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/config/contextresolver.h"

#include "k8s/config/pemcheck.h"
#include "k8s/core/plaintext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

constexpr qint64 largestPem = 4 * 1024 * 1024;

std::unexpected<Error> wrong(const QString &message, const QString &place)
{
    return std::unexpected(Error {.kind = Error::Kind::Config, .message = message, .context = place});
}

/// Relative paths belong to the folder of the file that names them.
QString absolute(const QString &path, const KubeconfigEntry &entry)
{
    return path.isEmpty() ? path : QDir::cleanPath(QFileInfo(entry.file).absoluteDir().absoluteFilePath(path));
}

Result<QByteArray> decoded(const KubeconfigEntry &entry, const char *member)
{
    QByteArray text = entry.body[member].string().toLatin1();
    text.removeIf([](char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t'; });
    const auto result = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return wrong(QString::fromLatin1(member) + " is not base64"_L1, entry.place(member));
    return *result;
}

struct PemPart
{
    QByteArray data; ///< from the kubeconfig itself
    QString file;
    QByteArray pem; ///< from either
};

/// MEMBER-data overrides MEMBER, which names a file.
Result<PemPart> pemPart(const KubeconfigEntry &entry, const char *member, QString (*problemOf)(const QByteArray &))
{
    const QByteArray dataMember = QByteArray(member) + "-data";
    const auto data = decoded(entry, dataMember.constData());
    if (!data)
        return std::unexpected(data.error());
    PemPart part {.data = *data, .file = {}, .pem = *data};
    QString place = entry.place(dataMember.constData());
    if (data->isEmpty()) {
        part.file = absolute(entry.body[member].string(), entry);
        place = entry.place(member);
        if (part.file.isEmpty())
            return part;
        QFile file(part.file);
        if (!QFileInfo(part.file).isFile() || !file.open(QIODevice::ReadOnly))
            return wrong("%1: cannot read %2"_L1.arg(QString::fromLatin1(member), part.file), place);
        part.pem = file.read(largestPem);
    }
    const QString name = part.file.isEmpty() ? QString::fromLatin1(dataMember) : part.file;
    if (const QString problem = problemOf(part.pem); !problem.isEmpty())
        return wrong("%1: %2"_L1.arg(name, problem), place);
    return part;
}

Result<> takeCluster(const KubeconfigEntry &cluster, ClusterContext &into)
{
    const YamlView &body = cluster.body;
    into.server = body["server"].string().trimmed();
    if (into.server.isEmpty())
        return wrong("the cluster \"%1\" has no server"_L1.arg(plainText(cluster.name, 200)), cluster.place());
    const QUrl url(into.server.contains("://"_L1) ? into.server : "https://"_L1 + into.server, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return wrong("\"%1\" is not the address of a server"_L1.arg(plainText(into.server, 200)),
                     cluster.place("server"));
    into.insecureSkipTlsVerify = body["insecure-skip-tls-verify"].boolean();
    into.tlsServerName = body["tls-server-name"].string();
    into.proxyUrl = body["proxy-url"].string();
    into.disableCompression = body["disable-compression"].boolean();
    if (const QUrl proxy(into.proxyUrl); !into.proxyUrl.isEmpty()
        && (proxy.host().isEmpty()
            || !QStringList({u"http"_s, u"https"_s, u"socks5"_s, u"socks5h"_s}).contains(proxy.scheme())))
        return wrong(u"proxy-url must begin with http, https or socks5"_s, cluster.place("proxy-url"));
    const auto authority = pemPart(cluster, "certificate-authority", &problemOfCertificate);
    if (!authority)
        return std::unexpected(authority.error());
    into.caData = authority->data;
    into.caFile = authority->file;
    if (into.insecureSkipTlsVerify && !authority->pem.isEmpty())
        return wrong(u"a certificate-authority and insecure-skip-tls-verify exclude each other"_s,
                     cluster.place("insecure-skip-tls-verify"));
    return {};
}

Result<> takeExec(const KubeconfigEntry &user, const KubeconfigEntry &cluster, ClusterContext &into)
{
    const YamlView exec = user.body["exec"];
    ExecPlugin plugin {.apiVersion = exec["apiVersion"].string(),
                       .command = exec["command"].string(),
                       .arguments = exec["args"].strings(),
                       .environment = {},
                       .installHint = exec["installHint"].string(),
                       .provideClusterInfo = exec["provideClusterInfo"].boolean(),
                       .interactiveMode = exec["interactiveMode"].string(),
                       .clusterConfig = {}};
    const QString place = user.place("exec");
    if (plugin.command.isEmpty())
        return wrong(u"exec has no command"_s, place);
    if (plugin.apiVersion == "client.authentication.k8s.io/v1alpha1"_L1)
        return wrong(u"exec: v1alpha1 of client.authentication.k8s.io is no longer supported, v1 and v1beta1 are"_s,
                     place);
    if (plugin.apiVersion != "client.authentication.k8s.io/v1"_L1
        && plugin.apiVersion != "client.authentication.k8s.io/v1beta1"_L1)
        return wrong(u"exec: apiVersion must be client.authentication.k8s.io/v1 or v1beta1"_s, place);
    if (plugin.interactiveMode.isEmpty() && plugin.apiVersion.endsWith("/v1beta1"_L1))
        plugin.interactiveMode = u"IfAvailable"_s;
    if (!QStringList({u"Never"_s, u"IfAvailable"_s, u"Always"_s}).contains(plugin.interactiveMode))
        return wrong(u"exec: interactiveMode must be Never, IfAvailable or Always"_s, place);
    for (const auto &variable : exec["env"].elements()) {
        if (variable["name"].string().isEmpty())
            return wrong(u"exec: a variable has no name"_s, place);
        plugin.environment.append({variable["name"].string(), variable["value"].string()});
    }
    if (plugin.command.contains(u'/'))
        plugin.command = absolute(plugin.command, user);
    for (const auto &extension : cluster.body["extensions"].elements()) {
        if (extension["name"].string() == "client.authentication.k8s.io/exec"_L1)
            plugin.clusterConfig = extension["extension"].toJson();
    }
    into.exec = std::move(plugin);
    return {};
}

Result<> takeAuthProvider(const KubeconfigEntry &user, ClusterContext &into)
{
    const YamlView provider = user.body["auth-provider"];
    const QString name = provider["name"].string();
    const QString place = user.place("auth-provider");
    if (user.body["exec"].exists())
        return wrong(u"auth-provider and exec exclude each other"_s, place);
    if (name != "oidc"_L1)
        return wrong(
            "the auth-provider \"%1\" was removed from Kubernetes: use a credential plugin (exec) such as kubelogin"_L1
                .arg(plainText(name, 100)),
            place);
    into.token = provider["config"]["id-token"].string().toUtf8();
    if (into.token.isEmpty())
        return wrong(u"the auth-provider oidc has no id-token; log in with a credential plugin such as kubelogin"_s,
                     place);
    return {};
}

Result<> takeImpersonation(const KubeconfigEntry &user, ClusterContext &into)
{
    const YamlView &body = user.body;
    into.impersonateUser = body["as"].string();
    into.impersonateUid = body["as-uid"].string();
    into.impersonateGroups = body["as-groups"].strings();
    if (const YamlView extra = body["as-user-extra"]; extra.isMap()) {
        for (const auto &[key, values] : extra.members()) {
            for (const auto &value : values.strings())
                into.impersonateExtra.append({key, value});
        }
    }
    const bool more
        = !into.impersonateUid.isEmpty() || !into.impersonateGroups.isEmpty() || !into.impersonateExtra.isEmpty();
    if (into.impersonateUser.isEmpty() && more)
        return wrong(u"as-uid, as-groups and as-user-extra need \"as\""_s, user.place());
    return {};
}

Result<> takeCertificate(const KubeconfigEntry &user, ClusterContext &into)
{
    const auto certificate = pemPart(user, "client-certificate", &problemOfCertificate);
    if (!certificate)
        return std::unexpected(certificate.error());
    const auto key = pemPart(user, "client-key", &problemOfKey);
    if (!key)
        return std::unexpected(key.error());
    if (certificate->pem.isEmpty() != key->pem.isEmpty())
        return wrong(u"a client-certificate needs a client-key and the other way round"_s, user.place());
    const QString problem = problemOfPair(certificate->pem, key->pem);
    if (!problem.isEmpty())
        return wrong("client-certificate: %1"_L1.arg(problem), user.place());
    into.clientCertificateData = certificate->data;
    into.clientCertificateFile = certificate->file;
    into.clientKeyData = key->data;
    into.clientKeyFile = key->file;
    return {};
}

Result<> takeUser(const KubeconfigEntry &user, const KubeconfigEntry &cluster, ClusterContext &into)
{
    const YamlView &body = user.body;
    into.token = body["token"].string().trimmed().toUtf8();
    into.tokenFile = absolute(body["tokenFile"].string(), user);
    into.username = body["username"].string();
    into.password = body["password"].string().toUtf8();
    if (!into.username.isEmpty() && (!into.token.isEmpty() || !into.tokenFile.isEmpty()))
        return wrong(u"a token and a user name exclude each other"_s, user.place());
    if (!into.tokenFile.isEmpty() && into.token.isEmpty() && !QFileInfo(into.tokenFile).isReadable())
        return wrong("tokenFile: cannot read %1"_L1.arg(into.tokenFile), user.place("tokenFile"));
    if (const auto taken = takeCertificate(user, into); !taken)
        return taken;
    if (const auto taken = takeImpersonation(user, into); !taken)
        return taken;
    if (body["auth-provider"].exists()) {
        if (const auto taken = takeAuthProvider(user, into); !taken)
            return taken;
    }
    return body["exec"].exists() ? takeExec(user, cluster, into) : Result<>();
}

}

Result<ClusterContext> resolveContext(const KubeconfigEntries &entries, const KubeconfigEntry &context)
{
    static const QRegularExpression label(u"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"_s);
    const QString name = plainText(context.name, 200);
    const QString clusterName = context.body["cluster"].string();
    const QString userName = context.body["user"].string();
    ClusterContext resolved;
    resolved.name = context.name;
    resolved.sourceFile = context.file;
    resolved.ns = context.body["namespace"].string();
    if (!resolved.ns.isEmpty() && !label.match(resolved.ns).hasMatch())
        return wrong("\"%1\" cannot be a namespace"_L1.arg(plainText(resolved.ns, 200)), context.place("namespace"));
    if (clusterName.isEmpty() || userName.isEmpty())
        return wrong("the context \"%1\" names no %2"_L1.arg(name, clusterName.isEmpty() ? u"cluster"_s : u"user"_s),
                     context.place());
    const auto *cluster = KubeconfigEntries::find(entries.clusters, clusterName);
    if (!cluster)
        return wrong(
            "the cluster \"%1\" of the context \"%2\" does not exist"_L1.arg(plainText(clusterName, 200), name),
            context.place("cluster"));
    const auto *user = KubeconfigEntries::find(entries.users, userName);
    if (!user)
        return wrong("the user \"%1\" of the context \"%2\" does not exist"_L1.arg(plainText(userName, 200), name),
                     context.place("user"));
    if (const auto taken = takeCluster(*cluster, resolved); !taken)
        return std::unexpected(taken.error());
    if (const auto taken = takeUser(*user, *cluster, resolved); !taken)
        return std::unexpected(taken.error());
    return resolved;
}

} // namespace k8s
