// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/podfacts.h"

#include "models/core/accelerators.h"
#include "models/core/format.h"
#include "models/kinds/podstatus.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {
namespace {

void takeTermination(ContainerState &state, const k8s::JsonView &terminated)
{
    state.exitCode = int(terminated["exitCode"].integer(-1));
    state.startedAt = parseTime(terminated["startedAt"].text());
    state.finishedAt = parseTime(terminated["finishedAt"].text());
    if (state.reason.isEmpty() || state.reason == "CrashLoopBackOff"_L1)
        state.reason = terminated["reason"].string();
    if (const auto message = terminated["message"].string(); !message.isEmpty())
        state.message = message;
}

ContainerState containerState(const k8s::JsonView &status, bool init)
{
    ContainerState state;
    state.name = status["name"].string();
    state.init = init;
    state.restarts = int(status["restartCount"].integer());
    const auto current = status["state"];
    for (const auto *word : {"running", "waiting", "terminated"}) {
        if (current[word].exists())
            state.state = QString::fromLatin1(word);
    }
    state.reason = current.at("waiting", "reason").string();
    state.message = current.at("waiting", "message").string();
    state.startedAt = parseTime(current.at("running", "startedAt").text());
    if (current["terminated"].exists()) {
        takeTermination(state, current["terminated"]);
    } else if (const auto last = status.at("lastState", "terminated"); last.exists()) {
        const QDateTime runningSince = state.startedAt; // how the attempt before ended, when the present one began
        takeTermination(state, last);
        if (state.state == "running"_L1) {
            state.startedAt = runningSince;
            state.reason = last["reason"].string();
        }
    }
    return state;
}

void readReplica(const k8s::JsonView &pod, Rank &rank)
{
    const auto labels = pod.at("metadata", "labels");
    const auto annotations = pod.at("metadata", "annotations");
    rank.replicaType = labels["training.kubeflow.org/replica-type"].string();
    if (rank.replicaType.isEmpty())
        rank.replicaType = labels["jobset.sigs.k8s.io/replicatedjob-name"].string();
    for (const auto &index :
         {labels["training.kubeflow.org/replica-index"], labels["batch.kubernetes.io/job-completion-index"],
          annotations["batch.kubernetes.io/job-completion-index"], labels["jobset.sigs.k8s.io/job-index"]}) {
        bool isNumber = false;
        const int value = index.string().toInt(&isNumber);
        if (isNumber) {
            rank.replicaIndex = value;
            break;
        }
    }
    const QString suffix = rank.replicaIndex >= 0 ? QString::number(rank.replicaIndex) : rank.pod.section(u'-', -1);
    rank.label = (rank.replicaType.isEmpty() ? u"pod"_s : rank.replicaType) + u'-' + suffix;
}

/// The rank as the operator hands it to the process, from the environment of the main container.
int rankOfEnvironment(const k8s::JsonView &container)
{
    static constexpr std::string_view names[] = {"RANK", "PET_NODE_RANK", "PROCESS_ID", "NODE_RANK"};
    int rank = -1;
    container["env"].forEach([&rank](const k8s::JsonView &variable) {
        bool isNumber = false;
        const int value = variable["value"].string().toInt(&isNumber);
        if (rank < 0 && isNumber && std::ranges::contains(names, variable["name"].text()))
            rank = value;
    });
    return rank;
}

k8s::JsonView findContainer(const k8s::JsonView &pod, const QString &name)
{
    const auto containers = pod.at("spec", "containers");
    k8s::JsonView found = containers.at(qsizetype(0));
    containers.forEach([&](const k8s::JsonView &one) {
        if (!name.isEmpty() && one["name"].string() == name)
            found = one;
    });
    return found;
}

void readTimes(const k8s::JsonView &pod, Rank &rank)
{
    rank.createdAt = parseTime(pod.at("metadata", "creationTimestamp").text());
    for (const auto &container : std::as_const(rank.containers)) {
        if (container.name != rank.mainContainer)
            continue;
        rank.startedAt = container.startedAt;
        if (container.state == "terminated"_L1)
            rank.finishedAt = container.finishedAt;
    }
}

int typeOrder(const QString &type)
{
    static const QStringList first {u"chief"_s, u"master"_s, u"launcher"_s};
    if (first.contains(type))
        return 0;
    if (type == "worker"_L1 || type == "node"_L1 || type.isEmpty())
        return 1;
    return type == "ps"_L1 ? 2 : 3;
}

} // namespace

PodFacts podFacts(const k8s::JsonView &pod, const QString &mainContainer)
{
    PodFacts facts;
    Rank &rank = facts.rank;
    facts.uid = rank.podUid = pod.at("metadata", "uid").string();
    rank.pod = pod.at("metadata", "name").string();
    rank.ns = pod.at("metadata", "namespace").string();
    rank.node = pod.at("spec", "nodeName").string();
    rank.gpus = acceleratorsOfPod(pod);
    readReplica(pod, rank);
    const auto container = findContainer(pod, mainContainer);
    rank.mainContainer = container["name"].string();
    rank.rank = rankOfEnvironment(container);
    if (rank.rank < 0 && rank.replicaType == "node"_L1)
        rank.rank = rank.replicaIndex;
    facts.image = container["image"].string();
    facts.memoryLimit = container.at("resources", "limits", "memory").string();
    const auto status = pod["status"];
    for (const bool init : {true, false}) {
        status[init ? "initContainerStatuses" : "containerStatuses"].forEach(
            [&](const k8s::JsonView &one) { rank.containers.append(containerState(one, init)); });
    }
    status["conditions"].forEach([&facts](const k8s::JsonView &condition) {
        if (condition["type"].text() == "PodScheduled" && condition["status"].text() == "False") {
            facts.schedulingReason = condition["reason"].string();
            facts.schedulingMessage = condition["message"].string();
        }
    });
    facts.podReason = status["reason"].string();
    facts.podMessage = status["message"].string();
    facts.deleting = pod.at("metadata", "deletionTimestamp").exists();
    const Cell word = podStatus(pod);
    rank.phase = word.text;
    rank.tone = word.tone;
    rank.shape = word.shape;
    readTimes(pod, rank);
    return facts;
}

QList<PodFacts> inRankOrder(QList<PodFacts> pods)
{
    std::ranges::sort(pods, [](const PodFacts &left, const PodFacts &right) {
        const auto key = [](const PodFacts &one) {
            return std::tuple(typeOrder(one.rank.replicaType), one.rank.replicaType, one.rank.replicaIndex,
                              one.rank.createdAt, one.rank.pod);
        };
        return key(left) < key(right);
    });
    for (qsizetype i = 0; i < pods.size(); ++i) {
        if (pods[i].rank.rank < 0)
            pods[i].rank.rank = int(i);
    }
    return pods;
}

} // namespace models
