// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/jobcells.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models::cells {
namespace {

struct KnownState
{
    std::string_view condition;
    const char *word;
    Tone tone;
    StateShape shape;
};

constexpr KnownState knownStates[] = {
    {"Created", "Created", Tone::Busy, StateShape::Pending},
    {"Pending", "Pending", Tone::Waiting, StateShape::Pending},
    {"Running", "Running", Tone::Good, StateShape::Running},
    {"Restarting", "Restarting", Tone::Warning, StateShape::Restarting},
    {"RestartingJobSet", "Restarting", Tone::Warning, StateShape::Restarting},
    {"Suspended", "Suspended", Tone::Waiting, StateShape::Suspended},
    {"Succeeded", "Succeeded", Tone::Good, StateShape::Succeeded},
    {"Complete", "Succeeded", Tone::Good, StateShape::Succeeded},
    {"Completed", "Succeeded", Tone::Good, StateShape::Succeeded},
    {"Failed", "Failed", Tone::Bad, StateShape::Failed},
    {"Terminating", "Terminating", Tone::Waiting, StateShape::Pending},
};

void explain(JobState &state, const k8s::JsonView &condition)
{
    state.reason = condition["reason"].string();
    state.message = condition["message"].string();
}

} // namespace

JobState stateOf(std::string_view word)
{
    for (const auto &known : knownStates) {
        if (known.condition == word)
            return {QString::fromLatin1(known.word), known.tone, known.shape, {}, {}};
    }
    return {QString::fromUtf8(word.data(), qsizetype(word.size())), Tone::Neutral, StateShape::Unknown, {}, {}};
}

JobState unlessDeleted(const k8s::JsonView &object, JobState state)
{
    return object.at("metadata", "deletionTimestamp").exists() ? stateOf("Terminating") : std::move(state);
}

JobState v1State(const k8s::JsonView &job)
{
    JobState latest;
    job.at("status", "conditions").forEach([&latest](const k8s::JsonView &condition) {
        if (condition["status"].text() != "True")
            return;
        latest = stateOf(condition["type"].text());
        explain(latest, condition);
    });
    return unlessDeleted(job, latest);
}

std::optional<JobState> decidedState(const k8s::JsonView &conditions)
{
    static constexpr std::string_view deciding[] = {"Complete", "Completed", "Succeeded", "Failed", "Suspended"};
    std::optional<JobState> decided;
    conditions.forEach([&decided](const k8s::JsonView &condition) {
        const auto type = condition["type"].text();
        if (condition["status"].text() != "True" || !std::ranges::contains(deciding, type))
            return;
        decided = stateOf(type);
        explain(*decided, condition);
    });
    return decided;
}

JobReplicas v1Replicas(const k8s::JsonView &job)
{
    JobReplicas replicas;
    job["spec"].forEachMember([&replicas](std::string_view key, const k8s::JsonView &specs) {
        if (!key.ends_with("ReplicaSpecs"))
            return;
        specs.forEachMember([&replicas](std::string_view, const k8s::JsonView &spec) {
            replicas.wanted += int(spec["replicas"].integer(1));
        });
    });
    job.at("status", "replicaStatuses").forEachMember([&replicas](std::string_view, const k8s::JsonView &status) {
        replicas.ready += int(status["active"].integer() + status["succeeded"].integer());
        replicas.failed += int(status["failed"].integer());
    });
    return replicas;
}

Cell jobState(const JobState &state) { return {state.word, 0, state.tone, state.shape}; }

Cell jobReady(const JobReplicas &replicas)
{
    auto cell = ratio(replicas.ready, replicas.wanted);
    if (replicas.failed > 0)
        cell.tone = Tone::Bad;
    return cell;
}

Cell jobReason(const JobState &state)
{
    const bool worthSaying = state.shape != StateShape::Running && state.shape != StateShape::Succeeded;
    if (!worthSaying || state.word == "Created"_L1)
        return {};
    // "PyTorchJob digits-ddp is failed because 1 Worker ..." says in its first half what the row says already.
    static constexpr QLatin1StringView because(" because ");
    const qsizetype at = state.shape == StateShape::Failed ? state.message.indexOf(because) : -1;
    const QString words = at < 0 ? state.message : state.message.sliced(at + because.size());
    return {words.isEmpty() ? state.reason : words, 0, state.tone};
}

Cell jobProgress(const k8s::JsonView &job)
{
    const auto percent = job.at("status", "trainerStatus", "progressPercentage");
    if (!percent.exists())
        return {};
    return {QString::number(percent.integer()) + u" %"_s, percent.number()};
}

} // namespace models::cells
