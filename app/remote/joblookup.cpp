// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/joblookup.h"

#include "k8s/api/discovery.h"
#include "k8s/core/jsonview.h"
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"

using namespace Qt::StringLiterals;

namespace app {

JobLookup::JobLookup(k8s::ApiClient &client, QString ns, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_ns(std::move(ns))
{
}

void JobLookup::find(const QString &word)
{
    m_kind = word.contains(u'/') ? word.section(u'/', 0, 0) : QString();
    m_name = word.section(u'/', -1);
    m_found.clear();
    m_error = {};
    k8s::Discovery(m_client).refresh({this, [this](const k8s::Result<QList<k8s::ApiResource>> &answer) {
                                          if (answer)
                                              ask(*answer);
                                          else
                                              emit failed(answer.error());
                                      }});
}

void JobLookup::ask(const QList<k8s::ApiResource> &resources)
{
    QList<k8s::ObjectRef> jobs;
    const k8s::ApiResource *wanted = m_kind.isEmpty() ? nullptr : k8s::findResource(resources, m_kind);
    for (const models::KindDescriptor *kind : models::jobKinds()) {
        const QString group = QString::fromLatin1(kind->group), name = QString::fromLatin1(kind->kind);
        const auto *served = k8s::findKind(resources, group, name);
        const bool asked = m_kind.isEmpty()
            || (wanted && served && wanted->type.group == served->type.group && wanted->type.kind == served->type.kind);
        if (served && asked)
            jobs.append(k8s::ObjectRef {served->type, m_ns, m_name, {}});
    }
    m_open = int(jobs.size());
    if (jobs.isEmpty())
        return finish();
    for (const k8s::ObjectRef &job : std::as_const(jobs))
        m_client.get(job, {this, [this, job](const k8s::Result<k8s::Response> &answer) { take(job, answer); }});
}

void JobLookup::take(const k8s::ObjectRef &job, const k8s::Result<k8s::Response> &answer)
{
    if (answer) {
        k8s::JsonDocument document;
        const auto &body = answer->body;
        const k8s::JsonView object = document.parse({body.constData(), size_t(body.size())});
        // The JobSet of a TrainJob has the TrainJob's name: what another object made is not what was meant.
        if (!m_kind.isEmpty() || object.at("metadata", "ownerReferences").size() == 0) {
            m_found.append(job);
            m_found.last().uid = object.at("metadata", "uid").string();
        }
    } else if (answer.error().kind != k8s::Error::Kind::NotFound) {
        m_error = answer.error();
    }
    if (--m_open == 0)
        finish();
}

void JobLookup::finish()
{
    if (m_found.size() == 1)
        return emit found(m_found.first());
    if (m_found.isEmpty() && !m_error.message.isEmpty())
        return emit failed(m_error);
    QStringList names;
    for (const k8s::ObjectRef &job : std::as_const(m_found))
        names.append(job.type.kind.toLower() + u'/' + job.name);
    names.sort(); // the answers come in any order
    k8s::Error error {.kind = names.isEmpty() ? k8s::Error::Kind::NotFound : k8s::Error::Kind::Conflict};
    const QString meant = m_kind.isEmpty() ? m_name : m_kind + u'/' + m_name;
    error.message = names.isEmpty() ? tr("There is no job %1 in the namespace %2.").arg(meant, m_ns)
                                    : tr("Several jobs have this name: say %1.").arg(names.join(tr(" or ")));
    emit failed(error);
}

} // namespace app
