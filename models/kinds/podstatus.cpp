// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kinds/podstatus.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace models {
namespace {

QString exitWord(const k8s::JsonView &terminated)
{
    if (const auto reason = terminated["reason"].string(); !reason.isEmpty())
        return reason;
    if (const auto signal = terminated["signal"].integer(); signal != 0)
        return u"Signal:"_s + QString::number(signal);
    return u"ExitCode:"_s + QString::number(terminated["exitCode"].integer());
}

/// "Init:..." while an init container holds the pod up, else "".
QString initWord(const k8s::JsonView &pod)
{
    const auto statuses = pod.at("status", "initContainerStatuses");
    const qsizetype total = pod.at("spec", "initContainers").size();
    for (qsizetype i = 0; i < statuses.size(); ++i) {
        const auto one = statuses.at(i);
        const auto terminated = one.at("state", "terminated");
        if (terminated.exists() && terminated["exitCode"].integer() == 0)
            continue;
        if (one["started"].boolean() && pod.at("spec", "initContainers").at(i)["restartPolicy"].text() == "Always")
            continue;
        if (terminated.exists())
            return u"Init:"_s + exitWord(terminated);
        const auto waiting = one.at("state", "waiting", "reason").string();
        if (!waiting.isEmpty() && waiting != "PodInitializing"_L1)
            return u"Init:"_s + waiting;
        return u"Init:%1/%2"_s.arg(i).arg(total);
    }
    return {};
}

QString containerWord(const k8s::JsonView &pod, QString word)
{
    const auto statuses = pod.at("status", "containerStatuses");
    bool running = false;
    for (qsizetype i = statuses.size() - 1; i >= 0; --i) {
        const auto one = statuses.at(i);
        const auto state = one["state"];
        if (const auto waiting = state.at("waiting", "reason").string(); !waiting.isEmpty())
            word = waiting;
        else if (state["terminated"].exists())
            word = exitWord(state["terminated"]);
        else
            running |= one["ready"].boolean() && state["running"].exists();
    }
    return word == "Completed"_L1 && running ? u"Running"_s : word;
}

} // namespace

Cell podStatusCell(const QString &word)
{
    const auto cell = [&word](Tone tone, StateShape shape) { return Cell {word, 0, tone, shape}; };
    if (word == "Running"_L1)
        return cell(Tone::Good, StateShape::Running);
    if (word == "Succeeded"_L1 || word == "Completed"_L1)
        return cell(Tone::Good, StateShape::Succeeded);
    if (word == "Unknown"_L1 || word.isEmpty())
        return cell(Tone::Neutral, StateShape::Unknown);
    static const QStringList waiting {u"Pending"_s,     u"ContainerCreating"_s, u"PodInitializing"_s,
                                      u"Terminating"_s, u"SchedulingGated"_s,   u"NotReady"_s};
    const bool initCount = word.startsWith("Init:"_L1) && word.contains(u'/');
    if (initCount || waiting.contains(word))
        return cell(Tone::Waiting, StateShape::Pending);
    return cell(Tone::Bad, StateShape::Failed);
}

Cell podStatus(const k8s::JsonView &pod)
{
    const auto status = pod["status"];
    if (pod.at("metadata", "deletionTimestamp").exists())
        return podStatusCell(status["reason"].text() == "NodeLost" ? u"Unknown"_s : u"Terminating"_s);
    const QString word = status[status["reason"].text().empty() ? "phase" : "reason"].string();
    const QString init = initWord(pod);
    return podStatusCell(init.isEmpty() ? containerWord(pod, word) : init);
}

} // namespace models
