// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/jobmetrics.h"

#include "models/metrics/metricrules.h"
#include "models/metrics/metrictap.h"

#include <QElapsedTimer>
#include <QTimeZone>
#include <QTimer>

#include <cmath>
#include <deque>
#include <map>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameMilliseconds = 16;
constexpr int sliceMilliseconds = 6;

/// Measured on data that was not trained on.
bool isHeldOut(const QString &name)
{
    return name.contains("val"_L1) || name.contains("eval"_L1) || name.contains("test"_L1);
}

/// loss before val_loss before perplexity.
int orderWithinRole(const MetricInfo &metric)
{
    const int plain = metric.name == "loss"_L1 || metric.name == "accuracy"_L1 ? 0
        : metric.name.contains("loss"_L1) || metric.name.contains("acc"_L1)    ? 2
                                                                               : 4;
    return plain + (isHeldOut(metric.name) ? 1 : 0);
}

bool shownBefore(const MetricInfo &a, const MetricInfo &b)
{
    return std::tuple(a.role, orderWithinRole(a), a.name) < std::tuple(b.role, orderWithinRole(b), b.name);
}

QString seriesLabel(const LogSource &source, int localRank)
{
    QString label = source.label.section(u" #"_s, 0, 0);
    return localRank < 0 ? label : label + u":%1"_s.arg(localRank);
}

} // namespace

class JobMetrics::Private
{
public:
    struct Metric
    {
        MetricInfo info;
        std::map<std::pair<int, QString>, std::unique_ptr<RankSeries>> series; // by rank and label
        std::map<std::pair<int, int>, RankSeries *> bySource; // source and local rank
        std::vector<RankSeries *> plain; // the same by source, where one process writes one log
    };

    explicit Private(JobMetrics *owner, std::shared_ptr<const MetricRules> metricRules)
        : q(owner)
        , rules(std::move(metricRules))
        , tap(std::make_shared<MetricTap>(rules))
    {
    }

    void takeBatch();
    bool addPoints(bool all);
    void announceMetrics();
    void addMetric(const QString &name, const QString &unit);
    RankSeries &seriesOf(Metric &metric, int source, int localRank);
    void updateFigures();
    const Metric *find(const QString &name) const;

    JobMetrics *q;
    std::shared_ptr<const MetricRules> rules;
    std::shared_ptr<MetricTap> tap;
    std::vector<std::unique_ptr<Metric>> metrics; // by the tap's numbers
    QList<MetricInfo> shown;
    QList<LogSource> sources;
    std::map<int, TrainingPlace> places; // by source
    QHash<int, qint64> lastLines; // by rank
    MetricFigures figures;
    std::deque<std::vector<MetricBatch::Point>> waiting; // taken from the tap, not in their series yet
    size_t next = 0; // in the first of them
    QTimer frame;
};

void JobMetrics::Private::addMetric(const QString &name, const QString &unit)
{
    auto metric = std::make_unique<Metric>();
    const QByteArray key = name.toUtf8();
    metric->info = {name, rules->role({key.constData(), size_t(key.size())}), unit};
    if (metric->info.role == MetricRole::Other && rules->isRate(unit.toStdString()))
        metric->info.role = MetricRole::Throughput;
    metrics.push_back(std::move(metric));
}

RankSeries &JobMetrics::Private::seriesOf(Metric &metric, int source, int localRank)
{
    if (localRank < 0 && size_t(source) < metric.plain.size() && metric.plain[size_t(source)])
        return *metric.plain[size_t(source)];
    RankSeries *&known = metric.bySource[{source, localRank}];
    if (!known) {
        const LogSource from = sources.value(source);
        const QString label = seriesLabel(from, localRank);
        auto &series = metric.series[{from.rank, label}];
        if (!series)
            series = std::make_unique<RankSeries>(from.rank, label, source, Series());
        else
            series->series.breakHere(); // another attempt or another pod in the same role
        known = series.get();
        known->source = source;
        if (localRank < 0) {
            metric.plain.resize(std::max(metric.plain.size(), size_t(source) + 1));
            metric.plain[size_t(source)] = known;
        }
    }
    return *known;
}

void JobMetrics::Private::takeBatch()
{
    MetricBatch batch = tap->take();
    for (const LogSource &source : batch.sources) {
        if (source.id >= sources.size())
            sources.resize(source.id + 1);
        sources[source.id] = source;
    }
    for (const auto &[name, unit] : batch.newMetrics)
        addMetric(name, unit);
    for (const auto &[source, place] : batch.places)
        places[source] = place;
    for (const auto &[source, time] : batch.lastLines)
        lastLines[sources.value(source).rank] = std::max(lastLines.value(sources.value(source).rank), time);
    std::ranges::move(batch.points, std::back_inserter(waiting));
}

/// Puts points into their series for a part of a frame; the rest waits for the next one.
bool JobMetrics::Private::addPoints(bool all)
{
    QElapsedTimer clock;
    clock.start();
    std::vector<bool> touched(metrics.size(), false);
    bool discovered = false;
    int count = 0;
    while (!waiting.empty()) {
        const std::vector<MetricBatch::Point> &points = waiting.front();
        for (; next < points.size(); ++next) {
            if (++count % 4096 == 0 && !all && clock.elapsed() >= sliceMilliseconds)
                break;
            const MetricBatch::Point &point = points[next];
            Metric &metric = *metrics[size_t(point.metric)];
            discovered = discovered || metric.series.empty();
            seriesOf(metric, point.source, point.localRank).series.append(point.sample);
            touched[size_t(point.metric)] = true;
        }
        if (next < points.size())
            break;
        waiting.pop_front();
        next = 0;
    }
    if (discovered)
        announceMetrics();
    QStringList names;
    for (size_t i = 0; i < touched.size(); ++i) {
        if (touched[i])
            names.append(metrics[i]->info.name);
    }
    if (!names.isEmpty())
        emit q->pointsAppended(names);
    updateFigures();
    return waiting.empty();
}

void JobMetrics::Private::announceMetrics()
{
    shown.clear();
    for (const auto &metric : metrics) {
        if (!metric->series.empty())
            shown.append(metric->info);
    }
    std::ranges::sort(shown, shownBefore);
    emit q->metricsDiscovered();
}

void JobMetrics::Private::updateFigures()
{
    MetricFigures now;
    const auto newest = [this](const QString &name) -> std::optional<double> {
        const auto all = q->series(name);
        if (all.isEmpty())
            return {};
        const Series &series = all.first()->series;
        return double(series.value(series.size() - 1));
    };
    for (const MetricInfo &metric : std::as_const(shown)) {
        std::optional<double> *slot = metric.role == MetricRole::Loss ? &now.loss
            : metric.role == MetricRole::Accuracy                     ? &now.accuracy
            : metric.role == MetricRole::Throughput                   ? &now.throughput
                                                                      : nullptr;
        if (!slot || *slot)
            continue;
        *slot = newest(metric.name);
        if (metric.role == MetricRole::Throughput)
            now.throughputUnit
                = metric.unit.isEmpty() ? (metric.name.contains(u'/') ? metric.name : QString()) : metric.unit;
    }
    int best = -1;
    for (const auto &[source, place] : places) { // the lowest rank speaks for the job, of its attempts the newest
        if (best < 0 || sources.value(source).rank <= sources.value(best).rank)
            best = source;
    }
    if (best >= 0) {
        const TrainingPlace &place = places[best];
        now.step = place.step;
        now.totalSteps = place.totalSteps;
        now.epoch = place.namedEpoch;
        now.totalEpochs = place.totalEpochs;
    }
    if (std::exchange(figures, now) != now)
        emit q->figuresChanged();
}

const JobMetrics::Private::Metric *JobMetrics::Private::find(const QString &name) const
{
    const auto found = std::ranges::find_if(metrics, [&](const auto &metric) { return metric->info.name == name; });
    return found == metrics.end() ? nullptr : found->get();
}

JobMetrics::JobMetrics(QObject *parent)
    : JobMetrics(MetricRules::builtIn(), parent)
{
}

JobMetrics::JobMetrics(std::shared_ptr<const MetricRules> rules, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(rules)))
{
    d->frame.setSingleShot(true);
    connect(&d->frame, &QTimer::timeout, this, [this] {
        d->takeBatch();
        if (!d->addPoints(false))
            d->frame.start(frameMilliseconds);
    });
    d->tap->setNotify([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!d->frame.isActive())
                    d->frame.start(frameMilliseconds);
            },
            Qt::QueuedConnection);
    });
}

JobMetrics::~JobMetrics() { d->tap->setNotify({}); }

std::shared_ptr<LineTap> JobMetrics::tap() const { return d->tap; }

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
    QList<BandPoint> points(columns);
    const double width = (to - from) / std::max(columns, 1);
    QList<double> sums(columns, 0);
    QList<MinMax> bounds(columns);
    for (const RankSeries *rank : series(metric)) {
        const Series &series = rank->series;
        QList<float> newest(columns, std::numeric_limits<float>::quiet_NaN());
        for (qsizetype segment = 0; segment < qsizetype(series.segments().size()); ++segment) {
            const qsizetype last = series.segmentEnd(segment);
            qsizetype index = series.lowerBound(series.segments()[size_t(segment)], last, from, axis);
            for (int column = 0; column < columns && index < last; ++column) {
                const double right = column + 1 == columns ? std::nextafter(to, std::numeric_limits<double>::infinity())
                                                           : from + (column + 1) * width;
                const qsizetype end = series.lowerBound(index, last, right, axis);
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
        point.x = from + (column + 0.5) * width;
        point.min = bounds[column].min;
        point.max = bounds[column].max;
        point.mean = point.ranks ? float(sums[column] / point.ranks) : 0;
    }
    points.removeIf([](const BandPoint &point) { return point.ranks == 0; });
    return points;
}

bool JobMetrics::hasEpochs() const
{
    return std::ranges::any_of(d->metrics, [](const auto &metric) {
        return std::ranges::any_of(metric->series, [](const auto &entry) { return entry.second->series.hasEpochs(); });
    });
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

void JobMetrics::flush()
{
    d->takeBatch();
    d->addPoints(true);
}

} // namespace models
