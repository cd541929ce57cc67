// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/linetap.h"

#include <QList>

#include <memory>
#include <mutex>

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

/// Whether a line says that a checkpoint was or is being saved: "Saving model checkpoint to out/checkpoint-500",
/// "successfully saved checkpoint at iteration 1000". A line that loads one does not.
bool tellsOfCheckpoint(std::string_view line);

/// Passes every line on and picks up the marks on the way. The ingest thread calls the tap, any thread take().
class MarkTap : public LineTap
{
public:
    explicit MarkTap(std::shared_ptr<LineTap> next);

    void sourceAdded(const LogSource &source) override;
    void line(int source, qint64 number, qint64 nanoseconds, std::string_view text) override;
    void flush() override;

    /// What was found since the last call.
    QList<TimeMark> take();

private:
    const std::shared_ptr<LineTap> m_next;
    QList<TimeMark> m_found; // ingest thread
    std::vector<bool> m_read; // by source
    int m_count = 0;

    std::mutex m_mutex;
    QList<TimeMark> m_waiting;
};

} // namespace models
