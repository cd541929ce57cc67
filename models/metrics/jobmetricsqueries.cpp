// SPDX-License-Identifier: GPL-3.0-or-later
// What JobMetrics answers; how it takes points in stands in jobmetrics.cpp.
#include "models/metrics/jobmetrics_p.h"

#include <QTimeZone>

#include <cmath>

namespace models {

using namespace Qt::StringLiterals;

namespace {

/// Mean, minimum and maximum over the ranks in `columns` columns; column i goes from edge(i) to before edge(i + 1).
template <class Edge>
QList<BandPoint> bandOf(const QList<const RankSeries *> &ranks, Axis axis, int columns, Edge edge)
{
    QList<BandPoint> points(columns);
    if (columns == 0) // of a growing log nothing is missing on the left, at every look
        return points;
    QList<double> sums(columns, 0);
    QList<MinMax> bounds(columns);
    QList<float> newest(columns);
    for (const RankSeries *rank : ranks) {
        const Series &series = rank->series;
        newest.fill(std::numeric_limits<float>::quiet_NaN());
        for (qsizetype segment = 0; segment < qsizetype(series.segments().size()); ++segment) {
            const qsizetype last = series.segmentEnd(segment);
            qsizetype index = series.lowerBound(series.segments()[size_t(segment)], last, edge(0), axis);
            for (int column = 0; column < columns && index < last; ++column) {
                const qsizetype end = series.lowerBound(index, last, edge(column + 1), axis);
                if (end > index) {
                    bounds[column].add(series.minMax(index, end));
                    newest[column] = series.value(end - 1);
                }
                index = end;
            }
        }
        for (int column = 0; column < columns; ++column) {
            if (std::isfinite(newest[column])) {
                sums[column] += double(newest[column]);
                ++points[column].ranks;
            }
        }
    }
    for (int column = 0; column < columns; ++column) {
        BandPoint &point = points[column];
        point.x = (edge(column) + edge(column + 1)) / 2;
        point.min = bounds[column].min;
        point.max = bounds[column].max;
        point.mean = point.ranks ? float(sums[column] / point.ranks) : 0;
    }
    return points;
}

} // namespace

int RankSeries::sourceOf(qsizetype index) const
{
    const auto after = std::ranges::upper_bound(origins, index, {}, [](const auto &origin) { return origin.first; });
    return after == origins.begin() ? source : std::prev(after)->second;
}

qsizetype RankSeries::pointOf(int logSource, qint64 line) const
{
    for (size_t i = origins.size(); i-- > 0;) { // a source's points stand in the order of its lines
        if (origins[i].second != logSource)
            continue;
        qsizetype first = origins[i].first, last = i + 1 < origins.size() ? origins[i + 1].first : series.size();
        const qsizetype begin = first;
        while (first < last) {
            const qsizetype middle = first + (last - first) / 2;
            if (qint64(series.sample(middle).line) <= line)
                first = middle + 1;
            else
                last = middle;
        }
        if (first > begin)
            return first - 1;
    }
    return -1;
}

const JobMetrics::Private::Metric *JobMetrics::Private::find(const QString &name) const
{
    for (const auto *list : {&own, &metrics}) {
        const auto found = std::ranges::find_if(*list, [&](const auto &metric) { return metric->info.name == name; });
        if (found != list->end())
            return found->get();
    }
    return nullptr;
}

const QList<MetricInfo> &JobMetrics::metrics() const { return d->shown; }

MetricInfo JobMetrics::metric(const QString &name) const
{
    const Private::Metric *metric = d->find(name);
    return metric ? metric->info : MetricInfo {name, MetricRole::Other, {}};
}

QString JobMetrics::primaryMetric() const { return d->shown.isEmpty() ? QString() : d->shown.first().name; }

QList<const RankSeries *> JobMetrics::series(const QString &metric) const
{
    QList<const RankSeries *> all;
    if (const Private::Metric *found = d->find(metric)) {
        for (const auto &[key, series] : found->series)
            all.append(series.get());
    }
    return all;
}

QList<FoundPoint> JobMetrics::pointsAt(int source, qint64 line) const
{
    QList<FoundPoint> found;
    for (const MetricInfo &metric : std::as_const(d->shown)) {
        FoundPoint best;
        for (const RankSeries *rank : series(metric.name)) {
            const qsizetype index = rank->pointOf(source, line);
            if (index >= 0
                && (!best.rank || rank->series.sample(index).line > best.rank->series.sample(best.index).line))
                best = {metric.name, rank, index, qint64(rank->series.sample(index).line) == line};
        }
        if (best.rank)
            found.append(best);
    }
    return found;
}

const QList<TimeMark> &JobMetrics::marks() const { return d->marks; }

std::optional<double> JobMetrics::xOf(const TimeMark &mark, const QString &metric, Axis axis) const
{
    if (axis == Axis::Time)
        return mark.milliseconds > 0 ? std::optional(double(mark.milliseconds)) : std::nullopt;
    for (const RankSeries *rank : series(metric)) {
        const Series &points = rank->series;
        if (mark.milliseconds == 0) {
            const qsizetype index = rank->pointOf(mark.source, mark.line);
            if (index >= 0)
                return points.x(index, axis);
            continue;
        }
        for (qsizetype segment = qsizetype(points.segments().size()) - 1; segment >= 0; --segment) {
            const qsizetype first = points.segments()[size_t(segment)];
            const qsizetype after
                = points.lowerBound(first, points.segmentEnd(segment), double(mark.milliseconds) + 1, Axis::Time);
            if (after > first)
                return points.x(after - 1, axis);
        }
    }
    return {};
}

std::pair<double, double> JobMetrics::range(const QString &metric, Axis axis) const
{
    double from = std::numeric_limits<double>::infinity(), to = -from;
    for (const RankSeries *rank : series(metric)) {
        const Series &series = rank->series;
        for (qsizetype i = 0; i < qsizetype(series.segments().size()); ++i) {
            from = std::min(from, series.x(series.segments()[size_t(i)], axis));
            to = std::max(to, series.x(series.segmentEnd(i) - 1, axis));
        }
    }
    return from <= to ? std::pair(from, to) : std::pair(0.0, 0.0);
}

QList<BandPoint> JobMetrics::band(const QString &metric, Axis axis, double from, double to, int columns) const
{
    const double width = (to - from) / std::max(columns, 1);
    const double end = std::nextafter(to, std::numeric_limits<double>::infinity());
    auto points
        = bandOf(series(metric), axis, columns, [=](int edge) { return edge == columns ? end : from + edge * width; });
    points.removeIf([](const BandPoint &point) { return point.ranks == 0; });
    return points;
}

QList<BandPoint> JobMetrics::gridBand(const QString &metric, Axis axis, double width, qint64 first, int count) const
{
    return bandOf(series(metric), axis, count, [=](int edge) { return double(first + edge) * width; });
}

bool JobMetrics::hasEpochs() const
{
    const auto epochsIn = [](const auto &metric) {
        return std::ranges::any_of(metric->series, [](const auto &entry) { return entry.second->series.hasEpochs(); });
    };
    return std::ranges::any_of(d->own, epochsIn) || std::ranges::any_of(d->metrics, epochsIn);
}

const MetricFigures &JobMetrics::figures() const { return d->figures; }

QList<float> JobMetrics::sparkline(int points) const
{
    const QString metric = primaryMetric();
    const auto [from, to] = range(metric, Axis::Step);
    QList<float> values;
    for (const BandPoint &point : band(metric, Axis::Step, from, to, points))
        values.append(point.mean);
    return values;
}

double JobMetrics::lastStep(int rank) const
{
    double step = -1;
    for (const auto &[source, place] : d->places) {
        if (d->sources.value(source).rank == rank && place.step)
            step = *place.step;
    }
    return step;
}

qint64 JobMetrics::lastLineTime(int rank) const { return d->lastLines.value(rank); }

QByteArray JobMetrics::csv(const QString &metric) const
{
    QByteArray text = "rank,step,epoch,time,value\n";
    for (const RankSeries *rank : series(metric)) {
        for (qsizetype i = 0; i < rank->series.size(); ++i) {
            const Sample sample = rank->series.sample(i);
            text += rank->label.toUtf8() + ',' + QByteArray::number(sample.step, 'g', 15) + ','
                + (sample.epoch < 0 ? QByteArray() : QByteArray::number(sample.epoch, 'g', 8)) + ','
                + QDateTime::fromMSecsSinceEpoch(sample.milliseconds, QTimeZone::UTC)
                      .toString(Qt::ISODateWithMs)
                      .toLatin1()
                + ',' + QByteArray::number(sample.value, 'g', 9) + '\n';
        }
    }
    return text;
}

} // namespace models
