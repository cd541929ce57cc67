// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/remotejob.h"

#include "k8s/core/plaintext.h"
#include "models/kinds/kinddescriptor.h"
#include "models/kinds/kindtable.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

using RemoteCommand = RemoteOptions::Command;

enum ExitCode
{
    Succeeded = 0,
    JobFailed = 1,
    Trouble = 2
};

bool isJobKind(const k8s::ResourceType &type)
{
    const auto *kind = models::findKind(type.group, type.kind);
    return kind && kind->job;
}

} // namespace

QString withRemedy(const models::Problem &problem)
{
    return k8s::plainText(u"%1 %2"_s.arg(problem.sentence, problem.remedy)).trimmed();
}

RemoteJob::RemoteJob(k8s::ApiClient &client, RemoteOptions options, QTextStream &out, QTextStream &err, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_options(std::move(options))
    , m_out(out)
    , m_err(err)
    , m_launch(client)
    , m_lookup(client, client.context().ns)
{
    m_launch.setNamespace(client.context().ns);
    connect(&m_launch, &LaunchController::progress, this,
            [this](const QString &sentence) { m_err << k8s::plainText(sentence) << Qt::endl; });
    connect(&m_launch, &LaunchController::launched, this, &RemoteJob::takeLaunched);
    connect(&m_launch, &LaunchController::failed, this, &RemoteJob::refuseDocument);
    connect(&m_lookup, &JobLookup::found, this, &RemoteJob::watch);
    connect(&m_lookup, &JobLookup::failed, this, &RemoteJob::refuse);
}

void RemoteJob::start(const QByteArray &yaml)
{
    if (m_options.command == RemoteCommand::Run)
        m_launch.launch(QString::fromUtf8(yaml));
    else
        m_lookup.find(m_options.target);
}

void RemoteJob::takeLaunched(const k8s::ObjectRef &job, const QStringList &warnings)
{
    for (const QString &warning : warnings)
        m_err << tr("Warning: %1").arg(k8s::plainText(warning)) << '\n';
    m_out << u"%1/%2"_s.arg(job.type.kind.toLower(), job.name) << Qt::endl; // for "pilothouse logs"
    if (!m_options.follow)
        return finish(Succeeded);
    if (isJobKind(job.type))
        return watch(job);
    m_err << tr("There is no job to follow in this file.") << '\n';
    finish(Succeeded);
}

void RemoteJob::watch(const k8s::ObjectRef &job)
{
    const bool triage = m_options.command == RemoteCommand::Triage;
    m_watch = std::make_unique<JobWatch>(m_client,
                                         JobWatchOptions {.follow = m_options.follow,
                                                          .lines = !triage,
                                                          .allContainers = m_options.allContainers,
                                                          .rank = m_options.rank,
                                                          .tail = m_options.tail},
                                         m_out, m_err);
    connect(m_watch.get(), &JobWatch::ended, this, triage ? &RemoteJob::takeTriage : &RemoteJob::takeEnd);
    connect(m_watch.get(), &JobWatch::failed, this, &RemoteJob::refuse);
    m_watch->start(job);
}

/// The end of `run --follow` and of `logs`.
void RemoteJob::takeEnd()
{
    const models::JobDetail &job = m_watch->detail();
    if (job.isGone()) {
        m_err << tr("The job was deleted.") << '\n';
        return finish(JobFailed);
    }
    const bool failed = job.summary().state.shape == models::StateShape::Failed;
    if (m_options.follow && failed)
        m_err << m_watch->story().join(u'\n') << '\n';
    if (m_options.follow)
        return finish(failed ? JobFailed : Succeeded);
    if (m_watch->printedLines() > 0)
        return finish(Succeeded);
    m_err << (m_options.rank >= 0 && m_options.rank >= job.ranks().size()
                  ? tr("The job has no rank %1.").arg(m_options.rank)
                  : tr("There are no log lines yet."))
          << '\n';
    if (!job.diagnosis().isEmpty())
        m_err << k8s::plainText(job.diagnosis().sentence) << '\n';
    finish(JobFailed);
}

void RemoteJob::takeTriage()
{
    m_out << m_watch->headline() << '\n';
    const QStringList story = m_watch->story();
    for (const QString &line : story)
        m_out << line << '\n';
    const models::JobDetail &job = m_watch->detail();
    const bool failed = job.summary().state.shape == models::StateShape::Failed
        || (job.diagnosis().tone == models::Tone::Bad && !job.diagnosis().isEmpty());
    if (story.isEmpty())
        m_out << (failed ? tr("Its pods are gone, and with them what they said.") : tr("Nothing is wrong.")) << '\n';
    finish(failed ? JobFailed : Succeeded);
}

void RemoteJob::refuse(const k8s::Error &error)
{
    const bool own = error.httpStatus == 0 && error.context.isEmpty()
        && (error.kind == k8s::Error::Kind::NotFound || error.kind == k8s::Error::Kind::Conflict);
    m_err << (own ? k8s::plainText(error.message) : withRemedy(models::describe(error))) << '\n';
    finish(Trouble);
}

void RemoteJob::refuseDocument(const k8s::Error &error, int document)
{
    if (document > 0)
        m_err << tr("%1, document %2: ").arg(m_options.target).arg(document + 1);
    refuse(error);
}

/// Not at once: whoever says so may still be running.
void RemoteJob::finish(int exitCode)
{
    if (std::exchange(m_finished, true))
        return;
    m_out.flush();
    m_err.flush();
    QMetaObject::invokeMethod(this, [this, exitCode] { emit finished(exitCode); }, Qt::QueuedConnection);
}

} // namespace app
