// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/diagnosis.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {
namespace {

struct DiagnosisText
{
    Q_DECLARE_TR_FUNCTIONS(Diagnosis)
};

/// One container that ended with an error.
struct Failure
{
    const PodFacts *pod = nullptr;
    const ContainerState *container = nullptr;
};

QString who(const PodFacts &pod) { return DiagnosisText::tr("Rank %1 (%2)").arg(pod.rank.rank).arg(pod.rank.label); }

QList<Failure> failuresInOrder(const QList<PodFacts> &pods, const QStringList &victims)
{
    QList<Failure> failures;
    for (const auto &pod : pods) {
        for (const auto &container : pod.rank.containers) {
            if (container.exitCode > 0)
                failures.append({&pod, &container});
        }
    }
    std::ranges::stable_sort(failures, {}, [&victims](const Failure &failure) {
        return std::pair {victims.contains(failure.pod->rank.pod), failure.container->finishedAt};
    });
    return failures;
}

QString how(const Failure &failure)
{
    const auto &container = *failure.container;
    const QString subject = container.init
        ? DiagnosisText::tr("%1: its init container %2").arg(who(*failure.pod), container.name)
        : who(*failure.pod);
    if (container.reason == "OOMKilled"_L1) {
        return failure.pod->memoryLimit.isEmpty()
            ? DiagnosisText::tr("%1 ran out of memory (exit %2, OOMKilled)").arg(subject).arg(container.exitCode)
            : DiagnosisText::tr("%1 ran out of memory (limit %2, exit %3, OOMKilled)")
                  .arg(subject, failure.pod->memoryLimit)
                  .arg(container.exitCode);
    }
    switch (container.exitCode) {
    case 126:
        return DiagnosisText::tr("%1 could not run its command: not executable (exit 126)").arg(subject);
    case 127:
        return DiagnosisText::tr("%1 did not find its command (exit 127)").arg(subject);
    case 134:
        return DiagnosisText::tr("%1 aborted itself (exit 134, SIGABRT)").arg(subject);
    case 137:
        return DiagnosisText::tr("%1 was killed (exit 137, SIGKILL)").arg(subject);
    case 139:
        return DiagnosisText::tr("%1 crashed (exit 139, SIGSEGV)").arg(subject);
    case 143:
        return DiagnosisText::tr("%1 was stopped (exit 143, SIGTERM)").arg(subject);
    default:
        break;
    }
    return container.reason.isEmpty() || container.reason == "Error"_L1
        ? DiagnosisText::tr("%1 failed with exit code %2").arg(subject).arg(container.exitCode)
        : DiagnosisText::tr("%1 failed with exit code %2 (%3)")
              .arg(subject)
              .arg(container.exitCode)
              .arg(container.reason);
}

QString remedyFor(const ContainerState &container)
{
    if (container.reason == "OOMKilled"_L1)
        return DiagnosisText::tr("Raise resources.limits.memory of the replica, or make the batch smaller.");
    switch (container.exitCode) {
    case 126:
    case 127:
        return DiagnosisText::tr("Check command and args against what the image contains.");
    case 143:
        return DiagnosisText::tr("Somebody or something asked it to end: look at the events.");
    default:
        return DiagnosisText::tr("Its last lines say why: open its log.");
    }
}

QString aftermath(const QList<Failure> &failures)
{
    QStringList later;
    for (const auto &failure : failures.sliced(1)) {
        if (failure.pod->uid != failures.first().pod->uid && !later.contains(QString::number(failure.pod->rank.rank)))
            later += QString::number(failure.pod->rank.rank);
    }
    if (later.isEmpty())
        return {};
    if (later.size() == 1)
        return u' ' + DiagnosisText::tr("Rank %1 only followed.").arg(later.first());
    return u' ' + DiagnosisText::tr("Ranks %1 only followed.").arg(later.join(", "_L1));
}

Diagnosis ofFailures(const JobSummary &job, const QList<Failure> &failures)
{
    const auto &first = failures.first();
    const QDateTime at = first.container->finishedAt;
    Diagnosis story;
    const bool recovering = job.state.shape != StateShape::Failed && first.container->state == "running"_L1;
    story.tone = recovering ? Tone::Warning : Tone::Bad;
    story.sentence = at.isValid()
        ? DiagnosisText::tr("%1 at %2.").arg(how(first), at.toLocalTime().toString(u"HH:mm:ss"_s))
        : how(first) + u'.';
    story.sentence += recovering ? u' '
            + DiagnosisText::tr("It was restarted and runs again (%n restart(s)).", nullptr, first.container->restarts)
                                 : aftermath(failures);
    story.detail = first.container->message;
    story.remedy = remedyFor(*first.container);
    story.pod = first.pod->rank.pod;
    return story;
}

std::optional<Diagnosis> ofWaiting(const PodFacts &pod, const ContainerState &container)
{
    static const QStringList imageReasons {u"ImagePullBackOff"_s, u"ErrImagePull"_s, u"InvalidImageName"_s,
                                           u"ErrImageNeverPull"_s, u"RegistryUnavailable"_s};
    if (container.state != "waiting"_L1)
        return std::nullopt;
    if (imageReasons.contains(container.reason))
        return Diagnosis {
            Tone::Bad, DiagnosisText::tr("%1 cannot get its image %2 (%3).").arg(who(pod), pod.image, container.reason),
            container.message,
            DiagnosisText::tr("Check the image's name and tag, and that the node may pull it; the sandbox runs "
                              "only the images it was given."),
            pod.rank.pod};
    if (container.reason == "CreateContainerConfigError"_L1 || container.reason == "CreateContainerError"_L1
        || container.reason == "RunContainerError"_L1)
        return Diagnosis {Tone::Bad,
                          DiagnosisText::tr("The container %1 of %2 cannot be started (%3).")
                              .arg(container.name, who(pod), container.reason),
                          container.message,
                          DiagnosisText::tr("Check the config maps, secrets and volumes that it names."), pod.rank.pod};
    return std::nullopt;
}

Diagnosis unscheduled(const QList<PodFacts> &pods, const PodFacts &first)
{
    const auto count = std::ranges::count_if(pods, [](const PodFacts &pod) { return !pod.schedulingReason.isEmpty(); });
    const QString sentence = count == 1
        ? DiagnosisText::tr("%1 waits for a node that can take it.").arg(who(first))
        : DiagnosisText::tr("%n pod(s) wait for a node that can take them.", nullptr, int(count));
    return {Tone::Waiting, sentence, first.schedulingMessage,
            DiagnosisText::tr("Lower what it requests, free what others hold, or add a node."), first.rank.pod};
}

std::optional<Diagnosis> ofPending(const QList<PodFacts> &pods, const QDateTime &now)
{
    for (const auto &pod : pods) {
        for (const auto &container : pod.rank.containers) {
            if (auto story = ofWaiting(pod, container))
                return story;
        }
    }
    for (const auto &pod : pods) {
        if (!pod.schedulingReason.isEmpty())
            return unscheduled(pods, pod);
    }
    constexpr int tooLongSeconds = 45; // init-pytorch normally waits a few seconds for the master
    for (const auto &pod : pods) {
        for (const auto &container : pod.rank.containers) {
            if (container.init && container.state == "running"_L1 && container.startedAt.secsTo(now) > tooLongSeconds)
                return Diagnosis {
                    Tone::Waiting,
                    DiagnosisText::tr("%1 still waits for its init container %2.").arg(who(pod), container.name),
                    {},
                    DiagnosisText::tr("It usually waits for another rank: look whether the first rank runs."),
                    pod.rank.pod};
        }
    }
    return std::nullopt;
}

std::optional<Diagnosis> ofEviction(const QList<PodFacts> &pods)
{
    for (const auto &pod : pods) {
        if (pod.podReason.isEmpty() || pod.rank.shape != StateShape::Failed)
            continue;
        return Diagnosis {Tone::Bad, DiagnosisText::tr("%1 was ended by the node (%2).").arg(who(pod), pod.podReason),
                          pod.podMessage, DiagnosisText::tr("Look at the node's events and at what the pod used."),
                          pod.rank.pod};
    }
    return std::nullopt;
}

Diagnosis ofTheJobItself(const JobSummary &job, const QList<PodFacts> &pods, const QList<JobWarning> &warnings)
{
    if (job.state.shape == StateShape::Failed)
        return {Tone::Bad,
                DiagnosisText::tr("The job failed (%1).").arg(job.state.reason),
                job.state.message,
                DiagnosisText::tr("Its pods are gone or say no more: look at the events."),
                {}};
    if (pods.isEmpty() && !warnings.isEmpty())
        return {Tone::Bad,
                DiagnosisText::tr("The operator cannot create its pods (%1).").arg(warnings.last().reason),
                warnings.last().message,
                DiagnosisText::tr("Correct the job's spec and launch it again."),
                {}};
    return {};
}

} // namespace

Diagnosis diagnose(const JobSummary &job, const QList<PodFacts> &pods, const QList<JobWarning> &warnings,
                   const QDateTime &now, const QStringList &victims)
{
    const bool closed = job.state.shape == StateShape::Succeeded || job.state.shape == StateShape::Suspended
        || job.state.word == "Terminating"_L1;
    if (closed)
        return {};
    if (const auto failures = failuresInOrder(pods, victims); !failures.isEmpty())
        return ofFailures(job, failures);
    if (auto story = ofEviction(pods))
        return *story;
    if (job.state.shape != StateShape::Failed) {
        if (auto story = ofPending(pods, now))
            return *story;
    }
    return ofTheJobItself(job, pods, warnings);
}

} // namespace models
