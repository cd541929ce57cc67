// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/config/kubeconfig.h"
#include "views/shell/contextentry.h"

#include <QObject>

#include <map>
#include <memory>

namespace k8s {
class ApiClient;
class NetThread;
struct ServerVersion;
}

namespace app {

/// The clusters that can be chosen: the contexts of the kubeconfig, each asked once whether it answers. Lives in the
/// GUI thread; nothing here blocks. The net thread must outlive it.
class Clusters : public QObject
{
    Q_OBJECT
public:
    explicit Clusters(k8s::NetThread &net, QObject *parent = nullptr);
    ~Clusters() override;

    /// Empty: $KUBECONFIG or ~/.kube/config. `foreign` files were opened by hand or named on the command line.
    void load(const QStringList &files);
    /// Asks every context for a sign of life, but those whose credentials come from a program: that is run only when
    /// chosen.
    void probeAll();

    const QList<views::ContextEntry> &entries() const { return m_entries; }
    /// Why there are none, or what is wrong with some; empty if all is well.
    QString note() const { return m_note; }
    QString currentContext() const;
    bool contains(const QString &name) const;
    /// The program that a context runs to log in; empty if it runs none.
    QString pluginOf(const QString &name) const;
    k8s::Result<k8s::ClusterContext> resolve(const QString &name) const;
    void setHealth(const QString &name, views::Health health, const QString &words);

signals:
    void changed();

private:
    void probe(const QString &name);
    void takeAnswer(const QString &name, const k8s::Result<k8s::ServerVersion> &answer);

    k8s::NetThread &m_net;
    k8s::Kubeconfig m_kubeconfig;
    QList<views::ContextEntry> m_entries;
    QString m_note;
    std::map<QString, std::unique_ptr<k8s::ApiClient>> m_probes;
};

} // namespace app
