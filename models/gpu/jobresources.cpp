// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/jobresources.h"

#include "models/gpu/gpusource.h"
#include "models/gpu/pastusage.h"
#include "models/gpu/usagesource.h"
#include "models/metrics/jobmetrics.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qint64 longestPause = 150'000; // ms between two points of one line; more is a gap
constexpr qint64 leastPast = 60'000; // ms; a younger job has no past
constexpr qint64 longestPast = qint64(14) * 24 * 3600 * 1000; // as long as a Prometheus usually remembers
constexpr qint64 attributionSeconds = 45; // an exporter's interval and some

bool isRunning(const Rank &rank) { return rank.shape == StateShape::Running && !rank.node.isEmpty(); }

/// Of whatever names a pod and its namespace: a rank, a reading, a usage.
QString podKey(const auto &one) { return one.ns + u'/' + one.pod; }

QHash<QString, QList<DeviceReading>> byPod(const QList<DeviceReading> &readings)
{
    QHash<QString, QList<DeviceReading>> found;
    for (const DeviceReading &reading : readings) {
        if (reading.isAttributed())
            found[podKey(reading)].append(reading);
    }
    return found;
}

void add(std::optional<double> &sum, const std::optional<double> &value)
{
    if (value)
        sum = sum.value_or(0) + *value;
}

/// The devices of one pod together.
void summarise(RankResources &rank)
{
    std::optional<double> uses;
    int count = 0;
    for (const DeviceReading &device : std::as_const(rank.devices)) {
        add(uses, device.use);
        count += device.use ? 1 : 0;
        add(rank.deviceMemoryUsed, device.memoryUsed);
        add(rank.deviceMemoryTotal, device.memoryTotal);
        add(rank.power, device.power);
        if (device.temperature)
            rank.temperature = std::max(rank.temperature.value_or(*device.temperature), *device.temperature);
    }
    if (uses)
        rank.use = *uses / count;
}

std::optional<double> valueOf(const RankResources &rank, JobResources::Figure figure)
{
    constexpr double gibibyte = 1024.0 * 1024 * 1024;
    const auto inGibibytes
        = [](std::optional<double> bytes) { return bytes ? std::optional(*bytes / gibibyte) : std::nullopt; };
    switch (figure) {
    case JobResources::Figure::Use:
        return rank.use;
    case JobResources::Figure::DeviceMemory:
        return inGibibytes(rank.deviceMemoryUsed);
    case JobResources::Figure::Power:
        return rank.power;
    case JobResources::Figure::Temperature:
        return rank.temperature;
    case JobResources::Figure::Cpu:
        return rank.cpu;
    case JobResources::Figure::Memory:
        break;
    }
    return inGibibytes(rank.memory);
}

QString unitOf(JobResources::Figure figure)
{
    switch (figure) {
    case JobResources::Figure::Use:
        return u"%"_s;
    case JobResources::Figure::Power:
        return u"W"_s;
    case JobResources::Figure::Temperature:
        return u"°C"_s;
    case JobResources::Figure::Cpu:
        return JobResources::tr("cores");
    case JobResources::Figure::DeviceMemory:
    case JobResources::Figure::Memory:
        break;
    }
    return u"GiB"_s;
}

} // namespace

class JobResources::Private
{
public:
    explicit Private(JobResources *owner)
        : q(owner)
    {
    }

    void fitSources();
    void refresh();
    void draw(std::initializer_list<Figure> figures, const QHash<QString, qint64> &times);
    void drawJob(Figure figure, qint64 at, const QList<RankResources> &from, QList<GivenPoint> &points);
    void askPast();
    bool isPastAwaited() const { return past && past->isAsking(); }
    RankResources resourcesOf(const Rank &rank, const QList<DeviceReading> &devices, const PodUsage &used) const;
    void drawMoment(const PastMoment &moment, QList<GivenPoint> &points);
    GivenPoint point(Figure figure, bool ofJob, int rank, const QString &label, double value, qint64 at);

    JobResources *q;
    std::unique_ptr<GpuSource> devices;
    std::unique_ptr<UsageSource> usage;
    std::unique_ptr<PastUsage> past;
    bool pastAsked = false;
    qint64 pastEnd = 0; // of what was read back; 0: nothing was
    Problem pastProblem;
    JobMetrics curves;
    QList<Rank> wanted;
    QHash<QString, QList<DeviceReading>> devicesOfPod; ///< by namespace/pod
    QHash<QString, PodUsage> usageOfPod;
    QHash<QString, qint64> lastPoints; ///< by curve: when it got its newest one
    int strayDevices = 0; ///< on these nodes, said to belong to nobody
    bool wasWatched = false;
    QList<RankResources> ranks;
    JobResourceFigures figures;
};

/// Asks for what runs, while somebody has looked; nothing where nothing runs.
void JobResources::Private::fitSources()
{
    QStringList nodes;
    for (const Rank &rank : std::as_const(wanted)) {
        if (isRunning(rank) && !nodes.contains(rank.node))
            nodes.append(rank.node);
    }
    nodes.sort();
    const bool wantsUsage = wasWatched && !nodes.isEmpty();
    const bool wantsDevices = wantsUsage && figures.asked > 0;
    if (devices) {
        devices->setScope(nodes, wanted.isEmpty() ? QString() : wanted.first().ns);
        wantsDevices ? devices->start() : devices->stop();
    }
    if (usage) {
        usage->setScope(wanted.isEmpty() ? QString() : wanted.first().ns, nodes);
        wantsUsage ? usage->start() : usage->stop();
    }
}

RankResources JobResources::Private::resourcesOf(const Rank &rank, const QList<DeviceReading> &measured,
                                                 const PodUsage &used) const
{
    RankResources one;
    one.rank = rank;
    one.devices = measured;
    summarise(one);
    one.cpu = used.cpu;
    one.memory = used.memory;
    return one;
}

void JobResources::Private::refresh()
{
    QList<RankResources> next;
    JobResourceFigures sum;
    int measured = 0;
    for (const Rank &rank : std::as_const(wanted)) {
        RankResources one;
        one.rank = rank;
        sum.asked += rank.gpus;
        if (isRunning(rank)) {
            const QString key = podKey(rank);
            one = resourcesOf(rank, devicesOfPod.value(key), usageOfPod.value(key));
        }
        for (const DeviceReading &device : std::as_const(one.devices)) {
            ++sum.devices;
            measured += device.use ? 1 : 0;
            add(sum.use, device.use);
            sum.simulated = sum.simulated || device.isSimulated();
        }
        add(sum.cpu, one.cpu);
        add(sum.memory, one.memory);
        next.append(one);
    }
    if (sum.use)
        sum.use = *sum.use / measured;
    ranks = next;
    figures = sum;
    emit q->changed();
}

GivenPoint JobResources::Private::point(Figure figure, bool ofJob, int rank, const QString &label, double value,
                                        qint64 at)
{
    const QString name = curveName(figure, ofJob);
    qint64 &last = lastPoints[name + u'\n' + label];
    const bool breaks = last > 0 && at - last > longestPause;
    last = at;
    return {.metric = name,
            .unit = unitOf(figure),
            .rank = rank,
            .label = label,
            .sample = {.value = float(value), .step = double(at) / 1000, .milliseconds = at},
            .breaks = breaks};
}

/// A point per rank that was measured anew; `times` by namespace/pod.
void JobResources::Private::draw(std::initializer_list<Figure> drawn, const QHash<QString, qint64> &times)
{
    QList<GivenPoint> points;
    for (const Figure figure : drawn) {
        qint64 newest = 0;
        for (const RankResources &one : std::as_const(ranks)) {
            const qint64 at = times.value(podKey(one.rank));
            const auto value = valueOf(one, figure);
            if (!value || at <= lastPoints.value(curveName(figure, false) + u'\n' + one.rank.label))
                continue;
            points.append(point(figure, false, one.rank.rank, one.rank.label, *value, at));
            newest = std::max(newest, at);
        }
        if (newest > 0)
            drawJob(figure, newest, ranks, points);
    }
    curves.add(points);
}

void JobResources::Private::drawJob(Figure figure, qint64 at, const QList<RankResources> &from,
                                    QList<GivenPoint> &points)
{
    std::optional<double> sum;
    int count = 0;
    double highest = 0;
    for (const RankResources &one : from) {
        const auto value = valueOf(one, figure);
        add(sum, value);
        count += value ? 1 : 0;
        highest = std::max(highest, value.value_or(0));
    }
    if (!sum)
        return;
    const double value = figure == Figure::Use ? *sum / count : figure == Figure::Temperature ? highest : *sum;
    points.append(point(figure, true, 0, JobResources::tr("job"), value, at));
}

/// Once, when somebody looks first: what the pods that are there used since the first of them began.
void JobResources::Private::askPast()
{
    if (!past || pastAsked || !wasWatched || wanted.isEmpty())
        return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    PastQuestion question {.ns = wanted.first().ns, .pods = {}, .from = now, .to = 0};
    for (const Rank &rank : std::as_const(wanted)) {
        if (!rank.startedAt.isValid())
            continue;
        question.pods.append(rank.pod);
        question.from = std::min(question.from, rank.startedAt.toMSecsSinceEpoch());
        question.to = std::max(question.to, rank.finishedAt.isValid() ? rank.finishedAt.toMSecsSinceEpoch() : now);
    }
    if (question.pods.isEmpty())
        return;
    pastAsked = true;
    question.from = std::max(question.from, now - longestPast);
    if (question.to - question.from >= leastPast)
        past->ask(question);
}

void JobResources::Private::drawMoment(const PastMoment &moment, QList<GivenPoint> &points)
{
    const auto devicesThen = byPod(moment.devices);
    QList<RankResources> then;
    for (const Rank &rank : std::as_const(wanted)) {
        const auto used = std::ranges::find(moment.usage, rank.pod, &PodUsage::pod);
        then.append(
            resourcesOf(rank, devicesThen.value(podKey(rank)), used == moment.usage.end() ? PodUsage() : *used));
    }
    for (const Figure figure : allFigures) {
        for (const RankResources &one : std::as_const(then)) {
            if (const auto value = valueOf(one, figure))
                points.append(point(figure, false, one.rank.rank, one.rank.label, *value, moment.milliseconds));
        }
        drawJob(figure, moment.milliseconds, then, points);
    }
}

JobResources::JobResources(k8s::ApiClient *client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    if (!client)
        return;
    d->devices = std::make_unique<GpuSource>(*client);
    d->usage = std::make_unique<UsageSource>(*client);
    d->usage->setHurried(false);
    d->past = std::make_unique<PastUsage>(*client);
    connect(d->past.get(), &PastUsage::answered, this,
            [this](const QList<PastMoment> &moments, const Problem &problem) {
                d->pastProblem = problem;
                takePast(moments);
            });
    connect(d->devices.get(), &GpuSource::readingsTaken, this,
            [this] { takeDevices(d->devices->readings(), d->devices->readAt()); });
    connect(d->usage.get(), &UsageSource::usageTaken, this, &JobResources::takeUsage);
    // What cannot be read any more is not shown as if it were still so; the curves keep it.
    connect(d->devices.get(), &GpuSource::gapChanged, this, [this] {
        if (d->devices->gap().kind != DataGap::Kind::None)
            d->devicesOfPod.clear();
        d->refresh();
    });
    connect(d->usage.get(), &UsageSource::gapChanged, this, [this] {
        if (d->usage->gap().kind != DataGap::Kind::None)
            d->usageOfPod.clear();
        d->refresh();
    });
}

JobResources::~JobResources() = default;

void JobResources::setRanks(const QList<Rank> &ranks)
{
    d->wanted = ranks;
    d->refresh();
    d->fitSources();
    d->askPast();
}

void JobResources::setWatched(bool watched)
{
    if (d->usage)
        d->usage->setHurried(watched);
    if (watched && !std::exchange(d->wasWatched, true)) {
        d->fitSources();
        d->askPast();
    }
}

void JobResources::retry()
{
    if (d->devices)
        d->devices->retry();
    if (d->usage)
        d->usage->retry();
}

void JobResources::setPrometheus(k8s::ApiClient *client)
{
    if (d->devices)
        d->devices->setPrometheus(client);
    if (d->past)
        d->past->setPrometheus(client);
}

void JobResources::takeDevices(const QList<DeviceReading> &readings, const QDateTime &at)
{
    d->devicesOfPod = byPod(readings);
    d->strayDevices = int(std::ranges::count(readings, false, &DeviceReading::isAttributed));
    QHash<QString, qint64> times;
    for (auto pod = d->devicesOfPod.cbegin(); pod != d->devicesOfPod.cend(); ++pod)
        times.insert(pod.key(), at.toMSecsSinceEpoch());
    d->refresh();
    if (!d->isPastAwaited())
        d->draw({Figure::Use, Figure::DeviceMemory, Figure::Power, Figure::Temperature}, times);
}

void JobResources::takeUsage(const QList<PodUsage> &usage)
{
    d->usageOfPod.clear();
    QHash<QString, qint64> times;
    for (const PodUsage &one : usage) {
        const QString key = podKey(one);
        d->usageOfPod.insert(key, one);
        times.insert(key, one.milliseconds);
    }
    d->refresh();
    if (!d->isPastAwaited())
        d->draw({Figure::Cpu, Figure::Memory}, times);
}

void JobResources::takePast(const QList<PastMoment> &moments)
{
    QList<GivenPoint> points;
    for (const PastMoment &moment : moments)
        d->drawMoment(moment, points);
    if (!points.isEmpty()) {
        d->pastEnd = moments.last().milliseconds;
        d->curves.add(points);
        d->curves.setJobMarks({{TimeMark::Kind::ReadBack, d->pastEnd, -1, -1}});
    }
    emit changed();
}

QString JobResources::pastRemark() const
{
    if (d->pastEnd == 0)
        return d->pastProblem.sentence;
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(d->pastEnd).time(), QLocale::ShortFormat);
    return tr("Until %1 read back from Prometheus.").arg(time);
}

const QList<RankResources> &JobResources::ranks() const { return d->ranks; }

const JobResourceFigures &JobResources::figures() const { return d->figures; }

JobMetrics &JobResources::curves() const { return d->curves; }

QString JobResources::curveName(Figure figure, bool ofJob)
{
    switch (figure) {
    case Figure::Use:
        return ofJob ? tr("GPU use, mean of the job") : tr("GPU use");
    case Figure::DeviceMemory:
        return ofJob ? tr("GPU memory, whole job") : tr("GPU memory");
    case Figure::Power:
        return ofJob ? tr("GPU power, whole job") : tr("GPU power");
    case Figure::Temperature:
        return ofJob ? tr("GPU temperature, hottest") : tr("GPU temperature");
    case Figure::Cpu:
        return ofJob ? tr("CPU, whole job") : tr("CPU");
    case Figure::Memory:
        break;
    }
    return ofJob ? tr("Memory, whole job") : tr("Memory");
}

bool JobResources::hasCurve(Figure figure) const { return !d->curves.series(curveName(figure, false)).isEmpty(); }

DataGap JobResources::deviceGap() const
{
    if (d->figures.devices > 0)
        return {.kind = DataGap::Kind::None};
    if (d->figures.asked <= 0 && !d->wanted.isEmpty())
        return DataGap::asksForNone();
    if (std::ranges::none_of(d->wanted, isRunning))
        return DataGap::notRunning();
    if (!d->devices || d->devices->gap().kind != DataGap::Kind::None)
        return d->devices ? d->devices->gap() : DataGap();
    const auto youngest = std::ranges::max(d->wanted, {}, &Rank::startedAt).startedAt;
    if (youngest.isValid() && youngest.secsTo(QDateTime::currentDateTimeUtc()) < attributionSeconds)
        return DataGap::tooSoon();
    return DataGap::notAttributed(d->strayDevices);
}

DataGap JobResources::usageGap() const
{
    if (d->figures.memory)
        return {.kind = DataGap::Kind::None};
    if (std::ranges::none_of(d->wanted, isRunning))
        return DataGap::notRunning();
    if (!d->usage || d->usage->gap().kind == DataGap::Kind::None)
        return {};
    return d->usage->gap();
}

} // namespace models
