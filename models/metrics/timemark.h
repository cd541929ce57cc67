// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace models {

/// A moment in a job's life that a chart shows as a dashed vertical. Restarts are not among them: a series knows its
/// own.
struct TimeMark
{
    enum class Kind
    {
        Checkpoint, ///< read from the log
        Suspended, ///< from the job's conditions, like Failed
        Failed,
        ReadBack ///< up to here somebody else measured: what stands before was read back from a Prometheus
    };
    Kind kind = Kind::Checkpoint;
    qint64 milliseconds = 0; ///< since 1970; 0: the log has no time stamps
    int source = -1; ///< LogSource, for marks that come from a line
    qint64 line = -1;

    bool operator==(const TimeMark &) const = default;
};

} // namespace models
