// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/phases.h"

#include "models/core/format.h"
#include "models/kinds/jobcells.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {
namespace {

bool contains(const QList<PhaseMark> &marks, QLatin1StringView word)
{
    return std::ranges::any_of(marks, [word](const PhaseMark &mark) { return mark.word == word; });
}

void addPodMarks(const JobSummary &job, const QList<PodFacts> &pods, QList<PhaseMark> &marks)
{
    QDateTime firstPod, firstStart;
    for (const auto &pod : pods) {
        const auto &rank = pod.rank;
        if (rank.createdAt.isValid() && (!firstPod.isValid() || rank.createdAt < firstPod))
            firstPod = rank.createdAt;
        if (rank.startedAt.isValid() && (!firstStart.isValid() || rank.startedAt < firstStart))
            firstStart = rank.startedAt;
    }
    if (firstPod.isValid() && !contains(marks, "Pending"_L1))
        marks.insert(marks.isEmpty() ? 0 : 1, {firstPod, u"Pending"_s}); // API times are whole seconds: before Running
    const bool hasRun = job.state.shape == StateShape::Running || job.state.shape == StateShape::Succeeded
        || job.state.shape == StateShape::Failed;
    if (firstStart.isValid() && hasRun && !contains(marks, "Running"_L1))
        marks.append({firstStart, u"Running"_s});
}

} // namespace

QList<PhaseMark> phaseMarks(const k8s::JsonView &job)
{
    QList<PhaseMark> marks;
    const auto created = parseTime(job.at("metadata", "creationTimestamp").text());
    if (created.isValid())
        marks.append({created, u"Created"_s});
    job.at("status", "conditions").forEach([&marks](const k8s::JsonView &condition) {
        const auto type = condition["type"].text();
        const auto at = parseTime(condition["lastTransitionTime"].text());
        if (!at.isValid() || type == "Created")
            return;
        const bool isTrue = condition["status"].text() == "True";
        if (type == "Suspended" && !isTrue)
            marks.append({at, u"Pending"_s}); // resumed
        else if (isTrue || type == "Running")
            marks.append({at, cells::stateOf(type).word});
    });
    return marks;
}

QList<JobPhase> phasesOf(const JobSummary &job, QList<PhaseMark> marks, const QList<PodFacts> &pods)
{
    addPodMarks(job, pods, marks);
    std::ranges::stable_sort(marks, {}, &PhaseMark::at);
    QList<JobPhase> phases;
    for (const auto &mark : std::as_const(marks)) {
        const auto state = cells::stateOf(mark.word.toStdString());
        if (state.shape == StateShape::Unknown || (!phases.isEmpty() && phases.last().word == mark.word))
            continue;
        if (!phases.isEmpty())
            phases.last().to = mark.at;
        phases.append({mark.word, state.tone, mark.at, {}});
    }
    const bool over = !phases.isEmpty() && (phases.last().word == "Succeeded"_L1 || phases.last().word == "Failed"_L1);
    if (over)
        phases.last().to = phases.last().from;
    return phases;
}

} // namespace models
