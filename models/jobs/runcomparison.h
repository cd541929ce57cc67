// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/comparetable.h"
#include "models/jobs/jobdetail.h"

#include <memory>

namespace models {

class JobMetrics;
class JobRun;

/// Two to eight jobs side by side: the curves of the metrics that at least two of them have over each other (each job's
/// lowest rank speaks for it), their final values, and where their specs differ. Follows the jobs while they run. Lives
/// in the GUI thread; a run that dies first must be taken out with release(): what was read of it stays.
class RunComparison : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostRuns = 8; ///< as many colours

    explicit RunComparison(const QList<JobRun *> &runs, QObject *parent = nullptr);
    ~RunComparison() override;

    void release(JobRun *run);

    qsizetype count() const;
    QString label(qsizetype run) const; ///< the job's name; with its namespace where that tells them apart
    k8s::ObjectRef ref(qsizetype run) const;
    JobState state(qsizetype run) const;
    /// Why a run has no curve, in the user's language; empty if it has.
    QString missing(qsizetype run) const;

    JobMetrics &metrics();
    CompareTable &finalValues();
    CompareTable &parameters();
    /// Copy and compare now, without waiting for the next frame; for tests.
    void flush();

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
