// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Objects as the API server serves them, with the parts filled in that a test is about.
namespace samples {

/// One condition of a kubeflow.org/v1 job; `at` is hh:mm:ss of 2026-11-24.
inline QString condition(const QString &type, bool isTrue, const QString &at, const QString &reason = {},
                         const QString &message = {})
{
    return QString(
               R"({"type":"%1","status":"%2","lastTransitionTime":"2026-11-24T%3Z","lastUpdateTime":"2026-11-24T%3Z","reason":"%4","message":"%5"})")
        .arg(type, isTrue ? "True" : "False", at, reason, message);
}

/// A PyTorchJob with one master and two workers.
inline QByteArray pytorchJob(const QString &name, const QStringList &conditions = {},
                             const QString &replicaStatuses = "{}", bool suspend = false)
{
    return QString(
               R"({"apiVersion":"kubeflow.org/v1","kind":"PyTorchJob","metadata":{"name":"%1","namespace":"team-a","uid":"uid-%1",
"resourceVersion":"812","generation":1,"creationTimestamp":"2026-11-24T14:00:00Z","managedFields":[{"manager":"pilothouse","operation":"Update"}],
"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}","note":"yes"}},
"spec":{"nprocPerNode":"auto","runPolicy":{"suspend":%4,"cleanPodPolicy":"None"},"pytorchReplicaSpecs":{
"Master":{"replicas":1,"restartPolicy":"OnFailure","template":{"spec":{"containers":[{"name":"pytorch","image":"registry.example/pytorch:1","command":["python3","-u","train.py"]}]}}},
"Worker":{"replicas":2,"restartPolicy":"OnFailure","template":{"spec":{"containers":[{"name":"pytorch","image":"registry.example/pytorch:1"}]}}}}},
"status":{"conditions":[%2],"replicaStatuses":%3,"startTime":"2026-11-24T14:00:01Z"}})")
        .arg(name, conditions.join(','), replicaStatuses, suspend ? "true" : "false")
        .toUtf8();
}

struct Pod
{
    QString name {}; ///< <job>-<type>-<index>
    QString job = "digits-ddp";
    QString type = "worker";
    int index = 0;
    QString phase = "Running";
    QString containerState = R"({"running":{"startedAt":"2026-11-24T14:01:00Z"}})";
    QString lastState = "{}";
    int restarts = 0;
    QString conditions {};
    QString initStatuses = "[]";
    QString limits = "{}";
    QString rank {};
    QString metadata {};
};

inline QByteArray pod(const Pod &pod)
{
    const QString env = pod.rank.isEmpty() ? QString() : QString(R"({"name":"RANK","value":"%1"})").arg(pod.rank);
    return (QString(
                R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"%1","namespace":"team-a","uid":"uid-%1","creationTimestamp":"2026-11-24T14:00:05Z",
"labels":{"training.kubeflow.org/job-name":"%2","training.kubeflow.org/replica-type":"%3","training.kubeflow.org/replica-index":"%4"}%5},)")
                .arg(pod.name, pod.job, pod.type)
                .arg(pod.index)
                .arg(pod.metadata)
            + QString(
                  R"("spec":{"nodeName":"sandbox","containers":[{"name":"sidecar","image":"s:1"},{"name":"pytorch","image":"registry.example/pytorch:1","env":[%1],"resources":{"limits":%2}}]},)")
                  .arg(env, pod.limits)
            + QString(R"("status":{"phase":"%1","conditions":[%2],"initContainerStatuses":%3,"containerStatuses":[
{"name":"sidecar","ready":true,"restartCount":0,"state":{"running":{"startedAt":"2026-11-24T14:00:59Z"}},"lastState":{}},
{"name":"pytorch","ready":true,"restartCount":%4,"state":%5,"lastState":%6}]}})")
                  .arg(pod.phase, pod.conditions, pod.initStatuses)
                  .arg(pod.restarts)
                  .arg(pod.containerState, pod.lastState))
        .toUtf8();
}

inline QString terminated(int exitCode, const QString &reason, const QString &finishedAt, const QString &message = {})
{
    return QString(
               R"({"terminated":{"exitCode":%1,"reason":"%2","startedAt":"2026-11-24T14:01:00Z","finishedAt":"2026-11-24T%3Z","message":"%4"}})")
        .arg(exitCode)
        .arg(reason, finishedAt, message);
}

inline QString waiting(const QString &reason, const QString &message = {})
{
    return QString(R"({"waiting":{"reason":"%1","message":"%2"}})").arg(reason, message);
}

inline QByteArray event(const QString &uid, const QString &kind, const QString &name, const QString &type,
                        const QString &reason, const QString &message)
{
    return QString(
               R"({"apiVersion":"v1","kind":"Event","metadata":{"name":"%1","namespace":"team-a","uid":"%1","creationTimestamp":"2026-11-24T14:00:07Z"},
"involvedObject":{"kind":"%2","name":"%3","namespace":"team-a"},"type":"%4","reason":"%5","message":"%6","count":3,"lastTimestamp":"2026-11-24T14:00:09Z"})")
        .arg(uid, kind, name, type, reason, message)
        .toUtf8();
}

} // namespace samples
