// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kinds/kinddescriptor.h"

#include <QSet>

namespace models {

/// A TrainJob, a JobSet and a Job count their ready pods: while these end one by one, none is ready and the job is not
/// yet complete, and its state would read Pending for a second. What has run stays Running until its object says how it
/// went on. One thread at a time.
class SteadyState
{
public:
    JobState of(const QString &uid, JobState state)
    {
        if (state.shape == StateShape::Running) {
            m_hasRun.insert(uid);
        } else if (state.word == QLatin1StringView("Pending") && m_hasRun.contains(uid)) {
            state.word = QStringLiteral("Running");
            state.tone = Tone::Good;
            state.shape = StateShape::Running;
        } else {
            m_hasRun.remove(uid);
        }
        return state;
    }

private:
    QSet<QString> m_hasRun;
};

} // namespace models
