// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/rank.h"
#include "models/logs/logdocument.h"

namespace models {

/// How many of a pod's last lines tell that: behind the words there is a traceback.
inline constexpr int lastWords = 20;

/// The pods that ended with an error only because another rank went away, as the last lines of their logs say
/// ("Connection closed by peer"): the times of the pods' ends are whole seconds, and a rank that dies of an exception
/// may take longer to end than those that it leaves alone. Empty if that would be all of those that failed. `tail`
/// gives the `lastWords` last lines of a pod. Pure; any thread.
QStringList victimsOf(const QList<Rank> &ranks, const std::function<QList<LogLine>(const QString &pod)> &tail);

} // namespace models
