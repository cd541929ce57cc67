// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"
#include "models/core/problem.h"

#include <QObject>

namespace app {

/// Suspends, resumes and deletes jobs. Knows no widget; one per connection. Lives in the GUI thread.
class JobController : public QObject
{
    Q_OBJECT
public:
    explicit JobController(k8s::ApiClient &client, QObject *parent = nullptr);

    /// Merge patch of runPolicy.suspend (kubeflow.org/v1) or spec.suspend (TrainJob, JobSet, Job).
    void setSuspended(const k8s::ObjectRef &job, bool suspended);
    void setSuspended(const QList<k8s::ObjectRef> &jobs, bool suspended);
    void remove(const k8s::ObjectRef &job);
    void remove(const QList<k8s::ObjectRef> &jobs);
    bool isBusy() const { return m_pending > 0; }

signals:
    void busyChanged(bool busy);
    void done(const QString &sentence); ///< "digits-ddp was suspended."
    void removed(const k8s::ObjectRef &job);
    void failed(const models::Problem &problem, const k8s::ObjectRef &job);

private:
    void begin();
    void end();

    k8s::ApiClient &m_client;
    int m_pending = 0;
};

/// The merge patch that suspends or resumes an object of a kind; empty if the kind cannot.
QByteArray suspendPatch(const k8s::ResourceType &type, bool suspended);

} // namespace app
