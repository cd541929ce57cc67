// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"
#include "k8s/core/resourcetype.h"

#include <QObject>

#include <memory>

namespace k8s {
class NetThread;
struct ClusterContext;
}

namespace app {

/// Launches a text in the sandbox while the window is connected to another cluster, through a connection of its own
/// that lasts as long as the launch. GUI thread.
class SandboxTrial : public QObject
{
    Q_OBJECT
public:
    explicit SandboxTrial(k8s::NetThread &net, QObject *parent = nullptr);
    ~SandboxTrial() override;

    /// A trial that still goes on is given up; what it created stays.
    void launch(const k8s::ClusterContext &sandbox, const QString &yaml);
    void cancel();

signals:
    void progress(const QString &sentence);
    void launched(const k8s::ObjectRef &job);
    void failed(const k8s::Error &error, int document);
    void ended();

private:
    struct Run;
    k8s::NetThread &m_net;
    std::unique_ptr<Run> m_run;
};

} // namespace app
