// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/jobcontroller.h"

#include "models/kinds/kindtable.h"
#include "models/kinds/kinddescriptor.h"

using namespace Qt::StringLiterals;

namespace app {

QByteArray suspendPatch(const k8s::ResourceType &type, bool suspended)
{
    const auto *kind = models::findKind(type.group, type.kind);
    if (!kind || !kind->job)
        return {};
    const auto keys = QByteArray(kind->job->suspendPath).split('.');
    QByteArray patch = suspended ? "true" : "false";
    for (auto key = keys.crbegin(); key != keys.crend(); ++key)
        patch = "{\"" + *key + "\":" + patch + '}';
    return patch;
}

JobController::JobController(k8s::ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void JobController::setSuspended(const k8s::ObjectRef &job, bool suspended)
{
    const QByteArray patch = suspendPatch(job.type, suspended);
    if (patch.isEmpty()) {
        emit failed({tr("%1 cannot be suspended.").arg(job.type.kind), tr("Delete it instead.")}, job);
        return;
    }
    begin();
    m_client.patch(job, k8s::PatchKind::Merge, patch, {},
                   {this, [this, job, suspended](const k8s::Result<k8s::Response> &result) {
                        end();
                        if (!result)
                            emit failed(models::describe(result.error()), job);
                        else
                            emit done(suspended ? tr("%1 was suspended.").arg(job.name)
                                                : tr("%1 was resumed.").arg(job.name));
                    }});
}

void JobController::setSuspended(const QList<k8s::ObjectRef> &jobs, bool suspended)
{
    for (const auto &job : jobs)
        setSuspended(job, suspended);
}

void JobController::remove(const k8s::ObjectRef &job)
{
    begin();
    m_client.remove(job, {this, [this, job](const k8s::Result<k8s::Response> &result) {
                              end();
                              const bool wasGone = !result && result.error().kind == k8s::Error::Kind::NotFound;
                              if (!result && !wasGone) {
                                  emit failed(models::describe(result.error()), job);
                                  return;
                              }
                              emit removed(job);
                              emit done(tr("%1 was deleted.").arg(job.name));
                          }});
}

void JobController::remove(const QList<k8s::ObjectRef> &jobs)
{
    for (const auto &job : jobs)
        remove(job);
}

void JobController::begin()
{
    if (m_pending++ == 0)
        emit busyChanged(true);
}

void JobController::end()
{
    if (--m_pending == 0)
        emit busyChanged(false);
}

} // namespace app
