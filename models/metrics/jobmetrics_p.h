// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/jobmetrics.h"
#include "models/metrics/logmarks.h"
#include "models/metrics/metrictap.h"

#include <QHash>
#include <QSet>
#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <map>

namespace models {

class JobMetrics::Private
{
public:
    struct Metric
    {
        MetricInfo info;
        std::map<std::pair<int, QString>, std::unique_ptr<RankSeries>> series; // by rank and label
        std::map<std::pair<int, int>, RankSeries *> bySource; // source and local rank
    };

    using Track = std::vector<RankSeries *>; // of one process, by the tap's number of the metric

    Private(JobMetrics *owner, std::shared_ptr<const MetricRules> metricRules);

    size_t takeBatch();
    bool addPoints(bool all);
    void addRun(const MetricBatch::Run &run, const MetricBatch::Piece &piece);
    Track &trackOf(int source, int localRank);
    void tellAppended(bool all);
    void announceMetrics();
    Metric &metricOf(const QString &name, const QString &unit);
    Metric &ownMetric(const QString &name);
    RankSeries &seriesOf(Metric &metric, int source, int localRank);
    const std::shared_ptr<PlacePool> &poolOf(int rank, const QString &label);
    static void beginRun(RankSeries &series, int source);
    void updateFigures();
    void mergeMarks();
    const Metric *find(const QString &name) const;

    JobMetrics *q;
    std::shared_ptr<const MetricRules> rules;
    std::shared_ptr<MetricTap> tap;
    std::shared_ptr<MarkTap> markTap;
    std::vector<std::unique_ptr<Metric>> metrics;
    std::vector<std::unique_ptr<Metric>> own; // read by the user's rules
    std::vector<std::unique_ptr<Metric>> retired; // own ones that were forgotten: somebody may point into them
    std::vector<Metric *> byNumber; // as the tap counts them
    QList<MetricInfo> shown;
    QList<LogSource> sources;
    QSet<QString> appended; // not told yet
    QString lastTold;
    double tellingTakes = 1e-3; // milliseconds a metric, lately
    bool discovered = false;
    std::map<int, TrainingPlace> places; // by source
    QHash<int, qint64> lastLines; // by rank
    QList<TimeMark> logMarks, jobMarks, marks;
    MetricFigures figures;
    std::map<std::pair<int, QString>, std::shared_ptr<PlacePool>> pools; // by rank and label
    std::map<std::pair<int, int>, Track> tracks; // by source and local rank
    std::pair<int, int> newestTrack {-1, -1};
    Track *newest = nullptr; // of the last run: the next one is mostly its, too
    std::vector<bool> touched; // by number of the metric: has points since the last frame
    std::deque<MetricBatch::Piece> waiting; // taken from the tap, not in their series yet
    size_t nextRun = 0, nextMetric = 0, nextPlace = 0, nextValue = 0; // in the first of them
    std::vector<float> column; // of a run, one metric
    QElapsedTimer told; // when the views last heard of new points
    static constexpr int frameMilliseconds = 16;
    int pause = frameMilliseconds; // until the next batch: the shorter the fuller they are
    QTimer frame;
};

} // namespace models
