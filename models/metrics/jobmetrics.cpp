// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/jobmetrics_p.h"

#include "models/metrics/metricrules.h"

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyFrameMilliseconds = 48; // while points wait to be taken: first the curves, then their pictures
constexpr int sliceMilliseconds = 6;
constexpr size_t pointsBetweenLooks = 2000; // at the clock
constexpr double tellMilliseconds = 8; // the same again goes into painting
constexpr size_t mostMetrics = 800; // twice what the tap finds: an event file may name as many again
constexpr int noLog = -2; // instead of a LogSource's number
constexpr qint64 sameSave = 5000; // milliseconds: "saving" and "saved" are one checkpoint, whoever says it

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

JobMetrics::Private::Private(JobMetrics *owner, std::shared_ptr<const MetricRules> metricRules)
    : q(owner)
    , rules(std::move(metricRules))
    , tap(std::make_shared<MetricTap>(rules))
    , markTap(std::make_shared<MarkTap>(tap))
{
}

JobMetrics::Private::Metric &JobMetrics::Private::metricOf(const QString &name, const QString &unit)
{
    const auto known = std::ranges::find_if(metrics, [&](const auto &metric) { return metric->info.name == name; });
    if (known != metrics.end()) {
        if ((*known)->info.unit.isEmpty())
            (*known)->info.unit = unit;
        return **known;
    }
    auto metric = std::make_unique<Metric>();
    const std::string key = name.toLower().toStdString();
    metric->info = {name, rules->role(key), unit};
    if (metric->info.role == MetricRole::Other && rules->isRate(unit.toStdString()))
        metric->info.role = MetricRole::Throughput;
    return *metrics.emplace_back(std::move(metric));
}

const std::shared_ptr<PlacePool> &JobMetrics::Private::poolOf(int rank, const QString &label)
{
    auto &pool = pools[{rank, label}];
    if (!pool)
        pool = std::make_shared<PlacePool>();
    return pool;
}

/// What is appended next comes from this source.
void JobMetrics::Private::beginRun(RankSeries &series, int source)
{
    if (!series.origins.empty() && series.origins.back().second == source)
        return;
    if (!series.origins.empty())
        series.series.breakHere(); // another attempt or another pod in the same role, or the late rest of one
    series.origins.emplace_back(series.series.size(), source);
}

RankSeries &JobMetrics::Private::seriesOf(Metric &metric, int source, int localRank)
{
    RankSeries *&known = metric.bySource[{source, localRank}];
    if (!known) {
        const LogSource from = sources.value(source);
        const QString label = seriesLabel(from, localRank);
        auto &series = metric.series[{from.rank, label}];
        if (!series)
            series = std::make_unique<RankSeries>(from.rank, label, source, Series(poolOf(from.rank, label)));
        known = series.get();
        known->source = source;
    }
    return *known;
}

JobMetrics::Private::Track &JobMetrics::Private::trackOf(int source, int localRank)
{
    const std::pair key(source, localRank);
    if (!newest || newestTrack != key) {
        newest = &tracks[key];
        newestTrack = key;
    }
    return *newest;
}

/// Returns how many figures came.
size_t JobMetrics::Private::takeBatch()
{
    MetricBatch batch = tap->take();
    for (const LogSource &source : batch.sources) {
        if (source.id >= sources.size())
            sources.resize(source.id + 1);
        sources[source.id] = source;
    }
    for (const auto &[name, unit] : batch.newMetrics)
        byNumber.push_back(&metricOf(name, unit));
    for (const auto &[source, place] : batch.places)
        places[source] = place;
    for (const auto &[source, time] : batch.lastLines)
        lastLines[sources.value(source).rank] = std::max(lastLines.value(sources.value(source).rank), time);
    std::ranges::move(batch.pieces, std::back_inserter(waiting));
    if (const QList<TimeMark> found = markTap->take(); !found.isEmpty()) {
        logMarks += found;
        mergeMarks();
    }
    return batch.figures;
}

/// By time; of the sentences about one checkpoint (several ranks, before and after) the first counts.
void JobMetrics::Private::mergeMarks()
{
    QList<TimeMark> sorted = logMarks;
    std::ranges::stable_sort(sorted, {}, &TimeMark::milliseconds);
    QList<TimeMark> merged;
    for (const TimeMark &mark : std::as_const(sorted)) {
        const bool same
            = !merged.isEmpty() && mark.milliseconds > 0 && mark.milliseconds - merged.last().milliseconds < sameSave;
        const bool next = !merged.isEmpty() && mark.milliseconds == 0 && mark.source == merged.last().source
            && mark.line - merged.last().line <= 2;
        if (!same && !next)
            merged.append(mark);
    }
    merged += jobMarks;
    std::ranges::stable_sort(merged, {}, &TimeMark::milliseconds);
    if (std::exchange(marks, merged) != merged)
        emit q->marksChanged();
}

/// The places of a run are added a block at a time: as long as the series of a process have the same ones, the first
/// one packs a block when the others have it too.
void JobMetrics::Private::addRun(const MetricBatch::Run &run, const MetricBatch::Piece &piece)
{
    Track &track = trackOf(run.source, run.localRank);
    if (track.size() < byNumber.size())
        track.resize(byNumber.size());
    const std::span numbers(piece.metrics.data() + nextMetric, run.metrics);
    for (const int number : numbers) {
        RankSeries *&series = track[size_t(number)];
        if (!series) {
            discovered = discovered || byNumber[size_t(number)]->series.empty();
            series = &seriesOf(*byNumber[size_t(number)], run.source, run.localRank);
        }
        beginRun(*series, run.source);
        touched[size_t(number)] = true;
    }
    for (size_t from = 0, length = 0; from < run.lines; from += length) {
        length = std::min(run.lines - from, size_t(track[size_t(numbers[0])]->series.roomInBlock()));
        const std::span places(piece.places.data() + nextPlace + from, length);
        const size_t rising = Series::rising(places);
        for (size_t metric = 0; metric < numbers.size(); ++metric) {
            const auto isSame = [&](int other) { return track[size_t(other)] == track[size_t(numbers[metric])]; };
            if (std::ranges::any_of(numbers.first(metric), isSame))
                continue; // two names that differ in invalid UTF-8 only
            const float *value = piece.values.data() + nextValue + from * numbers.size() + metric;
            column.clear();
            for (size_t line = 0; line < length; ++line, value += numbers.size())
                column.push_back(*value);
            track[size_t(numbers[metric])]->series.append(places, column, rising);
        }
    }
}

/// Puts points into their series for a part of a frame; the rest waits for the next one.
bool JobMetrics::Private::addPoints(bool all)
{
    QElapsedTimer clock;
    clock.start();
    touched.assign(byNumber.size(), false);
    size_t points = 0; // since the last look at the clock
    while (!waiting.empty()) {
        const MetricBatch::Piece &piece = waiting.front();
        for (; nextRun < piece.runs.size(); ++nextRun) {
            const MetricBatch::Run &run = piece.runs[nextRun];
            if (!all && points >= pointsBetweenLooks) {
                points = 0;
                if (clock.elapsed() >= sliceMilliseconds)
                    break;
            }
            points += size_t(run.lines) * run.metrics;
            addRun(run, piece);
            nextMetric += run.metrics;
            nextPlace += run.lines;
            nextValue += size_t(run.lines) * run.metrics;
        }
        if (nextRun < piece.runs.size())
            break;
        waiting.pop_front();
        nextRun = nextMetric = nextPlace = nextValue = 0;
    }
    for (size_t i = 0; i < touched.size(); ++i) {
        if (touched[i])
            appended.insert(byNumber[i]->info.name);
    }
    if (!all && told.isValid() && told.elapsed() < (waiting.empty() ? frameMilliseconds : busyFrameMilliseconds))
        return false;
    told.start();
    if (std::exchange(discovered, false))
        announceMetrics();
    tellAppended(all);
    updateFigures();
    return waiting.empty() && appended.isEmpty();
}

/// Tells of new points. Who draws them may take long, 64 ranks in a dozen charts: then only as many metrics as fit into
/// a part of a frame, by turns, so that the window answers in between.
void JobMetrics::Private::tellAppended(bool all)
{
    QStringList names(appended.cbegin(), appended.cend());
    if (names.isEmpty())
        return;
    const auto most = all ? names.size() : std::max<qsizetype>(1, qsizetype(tellMilliseconds / tellingTakes));
    if (most < names.size()) {
        std::ranges::sort(names);
        std::ranges::rotate(names, std::ranges::upper_bound(names, lastTold));
        names.resize(most);
    }
    lastTold = names.last();
    for (const QString &name : std::as_const(names))
        appended.remove(name);
    QElapsedTimer clock;
    clock.start();
    emit q->pointsAppended(names);
    const double took = double(clock.nsecsElapsed()) / 1e6 / double(names.size());
    tellingTakes = std::max({1e-3, took, 0.8 * tellingTakes}); // some are shown, some are not
}

void JobMetrics::Private::announceMetrics()
{
    shown.clear();
    QSet<QString> names; // the user's own come first
    for (const auto *list : {&own, &metrics}) {
        for (const auto &metric : *list) {
            if (!metric->series.empty() && !names.contains(metric->info.name)) {
                names.insert(metric->info.name);
                shown.append(metric->info);
            }
        }
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
        const bool taken = d->waiting.empty();
        if (taken) // not sooner: the tap makes the network wait for a window that is behind
            d->pause = d->takeBatch() > MetricTap::mostWaiting / 2
                ? d->pause / 2
                : std::min(2 * d->pause + 1, Private::frameMilliseconds);
        const bool done = d->addPoints(false);
        // At once while there are points: what else the window has to do goes between.
        if (!taken || !d->waiting.empty())
            d->frame.start(0);
        else if (!done)
            d->frame.start(d->pause);
    });
    d->tap->setNotify([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!d->frame.isActive())
                    d->frame.start(d->pause);
            },
            Qt::QueuedConnection);
    });
}

JobMetrics::~JobMetrics() { d->tap->setNotify({}); }

std::shared_ptr<LineTap> JobMetrics::tap() const { return d->markTap; }

void JobMetrics::add(const QList<GivenPoint> &points)
{
    for (const GivenPoint &point : points) {
        if (d->metrics.size() >= mostMetrics && !d->find(point.metric))
            continue;
        Private::Metric &metric = d->metricOf(point.metric, point.unit);
        d->discovered = d->discovered || metric.series.empty();
        auto &curve = metric.series[{point.rank, point.label}];
        if (!curve)
            curve = std::make_unique<RankSeries>(point.rank, point.label, noLog,
                                                 Series(d->poolOf(point.rank, point.label)));
        d->beginRun(*curve, noLog);
        if (point.breaks)
            curve->series.breakHere();
        curve->series.append(point.sample);
        d->appended.insert(point.metric);
    }
    if (std::exchange(d->discovered, false))
        d->announceMetrics();
    if (!points.isEmpty() && !d->frame.isActive())
        d->frame.start(Private::frameMilliseconds);
}

void JobMetrics::setJobMarks(const QList<TimeMark> &marks)
{
    if (std::exchange(d->jobMarks, marks) != marks)
        d->mergeMarks();
}

void JobMetrics::flush()
{
    d->takeBatch();
    d->addPoints(true);
}

} // namespace models
