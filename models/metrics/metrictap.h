// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/linetap.h"
#include "models/metrics/linescanner.h"
#include "models/metrics/series.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>

namespace models {

/// What the tap found since it was last asked.
struct MetricBatch
{
    /// Lines of one process, one behind the other, that have the same metrics.
    struct Run
    {
        int source = 0;
        int localRank = -1;
        quint32 metrics = 0; ///< how many of Piece::metrics
        quint32 lines = 0; ///< how many of Piece::places; each has a value of every metric
    };
    struct Piece
    {
        std::vector<Run> runs;
        std::vector<int> metrics; ///< numbers, of all runs
        std::vector<Place> places; ///< of all runs
        std::vector<float> values; ///< of all runs, line by line
    };
    std::vector<LogSource> sources;
    std::vector<std::pair<QString, QString>> newMetrics; ///< name and unit, in the order of their numbers
    std::vector<Piece> pieces; ///< in order; in pieces, so that handing over copies none
    size_t figures = 0; ///< in all pieces
    std::map<int, TrainingPlace> places; ///< by source
    std::map<int, qint64> lastLines; ///< by source, milliseconds
};

/// Reads metrics from lines in the ingest thread and hands them over in batches.
class MetricTap : public LineTap
{
public:
    explicit MetricTap(std::shared_ptr<const MetricRules> rules);

    void sourceAdded(const LogSource &source) override;
    void line(int source, qint64 number, qint64 nanoseconds, std::string_view text) override;
    /// Waits a little where figures come faster than they are taken: whoever reads the lines slows down, and so does
    /// the server in the end.
    void flush() override;
    /// The last line of a source was one of those that its scanner knows by their shape: see LineScanner::knewShape().
    bool knewShape(int source) const
    {
        const auto &scanner = m_states[size_t(source)].scanner;
        return scanner && scanner->knewShape();
    }

    static constexpr size_t mostWaiting = 160'000; ///< figures of a batch before flush() waits: 2 to 8 MB
    /// Called in the ingest thread once per batch that waits; an empty function ends that. Any thread.
    void setNotify(std::function<void()> notify);
    /// Any thread.
    MetricBatch take();

private:
    void keep(int source, int localRank, std::span<const FoundValue> values, const Place &place);
    bool goesOn(int source, int localRank, std::span<const FoundValue> values) const;
    void handOverPiece();

    struct State
    {
        std::unique_ptr<LineScanner> scanner; // none: not read for metrics
        std::map<std::pair<int, int>, double> counts; // of values without a step, by local rank and metric
        qint64 lastLine = 0; // milliseconds
        bool touched = false;
        bool moved = false; // the place is new
    };

    const std::shared_ptr<const MetricRules> m_rules;
    const std::shared_ptr<MetricNames> m_names; // ingest thread, like the next three
    std::vector<State> m_states;
    std::vector<int> m_touched; // sources with news since the last flush
    MetricBatch m_batch;
    MetricBatch::Piece m_piece;
    size_t m_usualPlaces = 0, m_usualValues = 0; // of a piece
    int m_announced = 0;

    std::mutex m_mutex; // guards everything below
    std::condition_variable m_taken;
    MetricBatch m_waiting;
    bool m_notified = false;
    std::function<void()> m_notify;
};

} // namespace models
