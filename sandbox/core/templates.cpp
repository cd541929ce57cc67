// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/core/templates.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <sys/statfs.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

/// overlayfs cannot lie on itself; where the state does, containerd copies instead.
bool liesOnOverlay(const Layout &layout)
{
    struct statfs info {};
    constexpr auto overlayMagic = 0x794c7630;
    return ::statfs(QFile::encodeName(layout.state()).constData(), &info) == 0 && info.f_type == overlayMagic;
}

Result<void> writeKubeconfig(const Layout &layout, const QString &path, QHash<QString, QString> values)
{
    values.insert(u"CA"_s, QString::fromLatin1(readFile(layout.path("pki/ca.crt"_L1)).toBase64()));
    const auto text = render(readFile(layout.data() + u"/config/kubeconfig"_s), values);
    if (!text)
        return std::unexpected(text.error());
    return writePrivate(path, *text);
}

} // namespace

Result<QByteArray> render(const QByteArray &text, const QHash<QString, QString> &values)
{
    if (text.isEmpty())
        return problem(u"A template of the sandbox is missing: the installation is incomplete"_s);
    static const QRegularExpression name(u"@([A-Z]+)@"_s);
    const QString source = QString::fromUtf8(text);
    QString result;
    qsizetype from = 0;
    for (const auto &match : name.globalMatch(source)) {
        const auto value = values.constFind(match.captured(1));
        if (value == values.cend())
            return problem(u"A template of the sandbox asks for %1, which has no value"_s.arg(match.captured(0)));
        result += source.sliced(from, match.capturedStart() - from) + *value;
        from = match.capturedEnd();
    }
    return (result + source.sliced(from)).toUtf8();
}

QList<Identity> identities()
{
    const QStringList node {u"IP:127.0.0.1"_s, u"IP:10.88.0.1"_s, u"DNS:localhost"_s, u"DNS:sandbox"_s};
    const QStringList server = node
        + QStringList {u"IP:10.89.0.1"_s, u"DNS:kubernetes"_s, u"DNS:kubernetes.default"_s,
                       u"DNS:kubernetes.default.svc"_s, u"DNS:kubernetes.default.svc.cluster.local"_s};
    return {
        {.file = u"apiserver"_s, .commonName = u"kube-apiserver"_s, .organization = {}, .names = server},
        {.file = u"apiserver-kubelet-client"_s,
         .commonName = u"apiserver-kubelet-client"_s,
         .organization = u"system:masters"_s,
         .names = {}},
        {.file = u"kubelet"_s,
         .commonName = u"system:node:sandbox"_s,
         .organization = u"system:nodes"_s,
         .names = node},
        {.file = u"kube-controller-manager"_s,
         .commonName = u"system:kube-controller-manager"_s,
         .organization = {},
         .names = {}},
        {.file = u"kube-scheduler"_s, .commonName = u"system:kube-scheduler"_s, .organization = {}, .names = {}},
        {.file = u"kube-proxy"_s, .commonName = u"system:kube-proxy"_s, .organization = {}, .names = {}},
        // CoreDNS and KWOK come with no role of their own.
        {.file = u"coredns"_s, .commonName = u"coredns"_s, .organization = u"system:masters"_s, .names = {}},
        {.file = u"kwok"_s, .commonName = u"kwok"_s, .organization = u"system:masters"_s, .names = {}},
    };
}

Result<void> writeConfiguration(const Layout &layout)
{
    const bool overlay = liesOnOverlay(layout);
    // Pods that are started again before their services are reachable give up and wait for ten seconds. The first
    // time there are no pods, and kube-proxy waits for the node instead.
    const bool again = QFileInfo::exists(layout.path("etcd/member"_L1));
    const QString services = again ? u"tcp:10.89.0.1:443"_s : QString();
    const QHash<QString, QString> values {{u"STATE"_s, layout.state()},
                                          {u"SERVICES"_s, services},
                                          {u"SNAPSHOTTER"_s, overlay ? u"native"_s : u"overlayfs"_s},
                                          // Nor can the kubelet tell there how full the disk is.
                                          {u"ISOLATION"_s, overlay ? u"false"_s : u"true"_s}};
    QDir().mkpath(layout.path("config/cni"_L1));
    for (const auto name : {"kubelet.yaml"_L1, "kube-proxy.yaml"_L1, "containerd.toml"_L1, "pods.conflist"_L1,
                            "Corefile"_L1, "admission.yaml"_L1, "processes.json"_L1, "resolv.conf"_L1}) {
        const auto text = render(readFile(layout.data() + u"/config/"_s + name), values);
        if (!text)
            return std::unexpected(text.error());
        const QString folder = name == "pods.conflist"_L1 ? u"config/cni/10-"_s : u"config/"_s;
        if (auto written = writePrivate(layout.state() + u'/' + folder + name, *text); !written)
            return written;
    }
    for (const auto user :
         {"kubelet"_L1, "kube-controller-manager"_L1, "kube-scheduler"_L1, "kube-proxy"_L1, "coredns"_L1, "kwok"_L1}) {
        const QString pair = layout.path("pki/"_L1) + user;
        const QString credentials = u"{client-certificate: \"%1.crt\", client-key: \"%1.key\"}"_s.arg(pair);
        const QHash<QString, QString> who {{u"ADDRESS"_s, u"127.0.0.1:6443"_s},
                                           {u"USER"_s, user},
                                           {u"CREDENTIALS"_s, credentials},
                                           {u"NAMESPACE"_s, u"default"_s}};
        if (auto written = writeKubeconfig(layout, layout.path("config/"_L1) + user + u".kubeconfig"_s, who); !written)
            return written;
    }
    return writePrivate(layout.path("config/.hash"_L1), configurationHash(layout));
}

QByteArray configurationHash(const Layout &layout)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QDir folder(layout.data() + u"/config"_s);
    const auto names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names)
        hash.addData(readFile(folder.filePath(name)));
    return hash.result().toHex();
}

Result<void> writeUserKubeconfig(const Layout &layout, int port)
{
    const QString credentials = u"{token: \"%1\"}"_s.arg(adminToken(layout.path("pki"_L1)));
    return writeKubeconfig(layout, layout.kubeconfig(),
                           {{u"ADDRESS"_s, u"127.0.0.1:%1"_s.arg(port)},
                            {u"USER"_s, u"admin"_s},
                            {u"CREDENTIALS"_s, credentials},
                            {u"NAMESPACE"_s, u"team-a"_s}});
}

} // namespace sandbox
