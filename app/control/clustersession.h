// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/jobcontroller.h"
#include "k8s/api/apiclient.h"
#include "models/core/problem.h"
#include "models/gpu/nodeboard.h"
#include "models/jobs/jobrun.h"
#include "models/jobs/jobtable.h"
#include "models/logs/spoolbudget.h"

#include <QHash>
#include <QTimer>

#include <memory>
#include <vector>

namespace models {
class RuleBook;
}

namespace app {

/// How the connection to a cluster is doing, for the health pill.
struct ClusterHealth
{
    enum class State
    {
        Connecting,
        Connected,
        Lost, ///< it answered before; what is shown is kept
        Refused, ///< it answers, but not to us (credentials, rights) or it cannot be trusted
    };
    State state = State::Connecting;
    int latencyMs = -1; ///< of the newest answer
    QString serverVersion; ///< "v1.36.3"
    models::Problem problem; ///< why it is not connected
    QDateTime lastSeen; ///< local clock

    bool operator==(const ClusterHealth &) const = default;
};

/// One connected cluster: its client, what is followed of it, its health, and the jobs that are being watched closely.
/// Lives in the GUI thread; the net thread must outlive it.
class ClusterSession : public QObject
{
    Q_OBJECT
public:
    ClusterSession(k8s::NetThread &net, const k8s::ClusterContext &context, QObject *parent = nullptr);
    ~ClusterSession() override;

    void start();
    /// Ask now, whatever back-off there is.
    void retry();

    QString contextName() const;
    QString server() const;
    /// Where new jobs go: the chosen namespace, or the context's own while all are shown.
    QString launchNamespace() const;
    /// Empty: all namespaces.
    QString ns() const { return m_ns; }
    void setNamespace(const QString &ns);
    QStringList namespaces() const;

    k8s::ApiClient &client() { return m_client; }
    models::JobTable &jobs() { return m_jobs; }
    const models::JobTable &jobs() const { return m_jobs; }
    models::ResourceTable &nodes() { return m_nodes; }
    models::NodeBoard &board() { return *m_board; }
    /// The address of a Prometheus that knows this cluster's GPUs; empty: find one in the cluster. Asked without
    /// credentials.
    void setPrometheus(const QString &address);
    JobController &controller() { return m_controller; }
    const ClusterHealth &health() const { return m_health; }

    /// The run of a job, watched from now on (if it is not already). Valid until the job is evicted: at most
    /// `maximumRuns` are kept, the one opened last is never evicted.
    models::JobRun &open(const k8s::ObjectRef &job);
    models::JobRun *findRun(const QString &uid) const;
    /// The user's own rules for the metrics of runs that are opened from now on; must outlive this.
    void setRuleBook(const models::RuleBook &book) { m_rules = &book; }
    /// What the logs of all runs may take on disk.
    models::SpoolBudget &spoolBudget() { return m_spools; }

signals:
    void healthChanged();
    void namespacesChanged();
    /// The run is about to be destroyed: let go of it.
    void runClosing(models::JobRun *run);

private:
    static constexpr int maximumRuns = 12;
    static constexpr int maximumFinished = 3;
    static constexpr int probeIntervalMs = 2000;

    struct OpenRun
    {
        QString key; ///< uid, or kind/namespace/name while that is unknown
        std::unique_ptr<models::JobRun> run;
    };

    void probe();
    void tellSilence();
    void retryWatches();
    void takeProbe(const k8s::Result<k8s::ServerVersion> &answer);
    void setHealth(ClusterHealth health);
    void watchRunningJobs();
    void showFigures(const QString &uid, const models::JobRun &run);
    OpenRun &addRun(const k8s::ObjectRef &job);
    void evict();

    k8s::NetThread &m_net;
    k8s::ApiClient m_client;
    std::unique_ptr<k8s::ApiClient> m_prometheus; ///< the configured one
    QString m_ns;
    models::JobTable m_jobs;
    models::ResourceTable m_nodes;
    models::ResourceTable m_namespaces;
    std::unique_ptr<models::NodeBoard> m_board;
    JobController m_controller;
    ClusterHealth m_health;
    QTimer m_probe;
    bool m_probing = false;
    const models::RuleBook *m_rules = nullptr;
    models::SpoolBudget m_spools; // outlives the runs
    std::vector<OpenRun> m_runs; ///< the one used last at the end
};

} // namespace app
