// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/remoteoptions.h"

class QTextStream;

namespace app {

/// `pilothouse run FILE`, `pilothouse logs JOB`, `pilothouse triage JOB`: what the window does with a job, on a
/// terminal. Needs a QCoreApplication, runs its event loop, and returns the exit code: 0 succeeded, 1 the job failed,
/// 2 a mistake or trouble with the cluster.
int runRemote(RemoteOptions::Command command, const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace app
