// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/api/apiclient.h"
#include "k8s/api/apiresource.h"

#include <QObject>

#include <functional>

namespace app {

/// Finds a job by what a user types: its name, or KIND/NAME where the kind may be a plural or a short name. Asks the
/// cluster what it serves, then for the object of each job kind. Lives in the GUI thread; one search at a time.
class JobLookup : public QObject
{
    Q_OBJECT
public:
    JobLookup(k8s::ApiClient &client, QString ns, QObject *parent = nullptr);

    void find(const QString &word);

signals:
    void found(const k8s::ObjectRef &job);
    /// NotFound if there is none; Conflict if several kinds have one of this name.
    void failed(const k8s::Error &error);

private:
    void ask(const QList<k8s::ApiResource> &resources);
    void take(const k8s::ObjectRef &job, const k8s::Result<k8s::Response> &answer);
    void finish();

    k8s::ApiClient &m_client;
    const QString m_ns;
    QString m_kind, m_name;
    QList<k8s::ObjectRef> m_found;
    k8s::Error m_error; ///< of a kind that could not be asked
    int m_open = 0;
};

} // namespace app
