// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandboxtrial.h"

#include "app/control/launchcontroller.h"
#include "k8s/config/clustercontext.h"

namespace app {

struct SandboxTrial::Run
{
    Run(k8s::NetThread &net, const k8s::ClusterContext &context)
        : client(net, context)
        , controller(client)
    {
    }
    k8s::ApiClient client;
    LaunchController controller; // ends before its connection does
};

SandboxTrial::SandboxTrial(k8s::NetThread &net, QObject *parent)
    : QObject(parent)
    , m_net(net)
{
}

SandboxTrial::~SandboxTrial() = default;

void SandboxTrial::launch(const k8s::ClusterContext &sandbox, const QString &yaml)
{
    m_run = std::make_unique<Run>(m_net, sandbox);
    const LaunchController &controller = m_run->controller;
    connect(&controller, &LaunchController::progress, this, &SandboxTrial::progress);
    connect(&controller, &LaunchController::launched, this, [this](const k8s::ObjectRef &job) { emit launched(job); });
    connect(&controller, &LaunchController::failed, this, &SandboxTrial::failed);
    connect(&controller, &LaunchController::busyChanged, this, [this](bool busy) {
        if (!busy)
            emit ended();
    });
    m_run->controller.launch(yaml);
}

void SandboxTrial::cancel()
{
    if (m_run)
        m_run->controller.cancel();
}

} // namespace app
