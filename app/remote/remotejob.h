// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/launchcontroller.h"
#include "app/remote/joblookup.h"
#include "app/remote/jobwatch.h"
#include "app/remote/remoteoptions.h"

#include <memory>

namespace app {

/// A problem as one line of a terminal.
QString withRemedy(const models::Problem &problem);

/// One command that concerns a job of a cluster, from its first question to its exit code. Lives in the GUI thread.
class RemoteJob : public QObject
{
    Q_OBJECT
public:
    RemoteJob(k8s::ApiClient &client, RemoteOptions options, QTextStream &out, QTextStream &err,
              QObject *parent = nullptr);

    /// `yaml`: what `run` sends.
    void start(const QByteArray &yaml);

signals:
    void finished(int exitCode);

private:
    void takeLaunched(const k8s::ObjectRef &job, const QStringList &warnings);
    void watch(const k8s::ObjectRef &job);
    void takeEnd();
    void takeTriage();
    void refuse(const k8s::Error &error);
    void refuseDocument(const k8s::Error &error, int document);
    void finish(int exitCode);

    k8s::ApiClient &m_client;
    const RemoteOptions m_options;
    QTextStream &m_out;
    QTextStream &m_err;
    LaunchController m_launch;
    JobLookup m_lookup;
    std::unique_ptr<JobWatch> m_watch;
    bool m_finished = false;
};

} // namespace app
