// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/linetap.h"
#include "models/metrics/linescanner.h"
#include "models/metrics/series.h"

#include <functional>
#include <map>
#include <mutex>

namespace models {

/// What the tap found since it was last asked.
struct MetricBatch
{
    struct Point
    {
        int source = 0;
        int localRank = -1;
        int metric = 0;
        Sample sample;
    };
    std::vector<LogSource> sources;
    std::vector<std::pair<QString, QString>> newMetrics; ///< name and unit, in the order of their numbers
    std::vector<std::vector<Point>> points; ///< in order; in pieces, so that handing over copies none
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
    void flush() override;

    /// Called in the ingest thread once per batch that waits; an empty function ends that. Any thread.
    void setNotify(std::function<void()> notify);
    /// Any thread.
    MetricBatch take();

private:
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
    std::vector<MetricBatch::Point> m_points;
    int m_announced = 0;

    std::mutex m_mutex; // guards everything below
    MetricBatch m_waiting;
    bool m_notified = false;
    std::function<void()> m_notify;
};

} // namespace models
