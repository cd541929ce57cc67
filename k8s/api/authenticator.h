// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/config/clustercontext.h"
#include "k8s/config/execplugin.h"
#include "k8s/net/netthread.h"

#include <QDateTime>

#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace k8s {

/// What a request needs to be let in.
struct Credentials
{
    QByteArray authorization; ///< value of the header; empty: none
    std::shared_ptr<const Endpoint> endpoint;
    quint64 generation = 0; ///< for Authenticator::renew()
};

/// Turns a context into credentials and keeps them fresh: certificate and token files are read again when a minute has
/// passed, a plugin runs when what it said has expired or was refused. Net thread only.
class Authenticator : public std::enable_shared_from_this<Authenticator>
{
public:
    using Answer = std::function<void(const Result<Credentials> &)>;

    Authenticator(NetThread &net, const ClusterContext &context);
    ~Authenticator(); ///< stops a plugin that is running

    /// Answers at once, or when the plugin has finished.
    void credentials(Answer answer);
    /// The server refused what it got: is there anything newer to be had? Then ask credentials() again.
    bool renew(quint64 generation);

private:
    Result<> readFiles();
    Result<> readTokenFile();
    void runPlugin();
    void pluginDone(const Result<ExecCredential> &credential);
    Credentials current() const;
    bool pluginIsNeeded() const;

    NetThread &m_net;
    const ClusterContext m_context;
    quint64 m_generation = 1;
    qint64 m_filesRead = -1; ///< steady clock; -1: never
    std::shared_ptr<const Endpoint> m_files; ///< as the context's files say
    std::shared_ptr<const Endpoint> m_endpoint; ///< with the plugin's certificate

    QByteArray m_token;
    std::optional<ExecCredential> m_execCredential;
    std::vector<Answer> m_waiting;
    bool m_pluginRuns = false;
    std::jthread m_pluginThread;
};

} // namespace k8s
