// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/runcomparison.h"

#include "models/core/format.h"
#include "models/jobs/jobrun.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/ticks.h"

#include <QElapsedTimer>
#include <QTimer>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int frameMilliseconds = 50;
constexpr int sliceMilliseconds = 8;

/// The newest finite value and whether there is one.
std::optional<double> finalValue(const Series &series)
{
    for (qsizetype i = series.size() - 1; i >= 0; --i) {
        if (std::isfinite(series.value(i)))
            return double(series.value(i));
    }
    return {};
}

/// Which values are the best of their kind: the lowest loss, the highest accuracy or throughput.
QList<bool> bestOf(const QList<std::optional<double>> &values, MetricRole role)
{
    const bool low = role == MetricRole::Loss;
    const auto known = std::ranges::count_if(values, [](const auto &value) { return value.has_value(); });
    if (known < 2 || (!low && role != MetricRole::Accuracy && role != MetricRole::Throughput))
        return {};
    std::optional<double> best;
    for (const auto &value : values) {
        if (value && (!best || (low ? *value < *best : *value > *best)))
            best = value;
    }
    QList<bool> marks;
    for (const auto &value : values)
        marks.append(value == best);
    return marks.count(true) == known ? QList<bool>() : marks; // all the same: none is better
}

} // namespace

class RunComparison::Private
{
public:
    struct Copy // of one metric of one run
    {
        const RankSeries *from = nullptr;
        qsizetype copied = 0;
    };
    struct Run
    {
        JobRun *run = nullptr; // null: released
        k8s::ObjectRef ref;
        QString label;
        JobSummary summary;
        bool isGone = false;
        bool hasRanks = false;
        double lastStep = -1;
        QList<SpecParameter> parameters;
        int rank = 0; // of its curves
        std::map<QString, Copy> copies;
        std::map<QString, std::pair<MetricInfo, std::optional<double>>> finals;
    };

    explicit Private(RunComparison *owner)
        : q(owner)
    {
    }

    void add(JobRun *run);
    void nameRuns();
    void schedule();
    void takeFacts(Run &run);
    bool isShared(const QString &metric) const;
    bool copyPoints(bool all);
    void compareFinals();
    void compareParameters();
    bool update(bool all);

    RunComparison *q;
    JobMetrics metrics;
    CompareTable finals, parameters;
    std::vector<Run> runs;
    QTimer frame;
    bool specsChanged = true;
};

void RunComparison::Private::add(JobRun *run)
{
    const QString name = run->detail().ref().name;
    Run &added = runs.emplace_back();
    added.run = run;
    added.ref = run->detail().ref();
    added.label = name;
    QObject::connect(&run->metrics(), &JobMetrics::pointsAppended, q, [this] { schedule(); });
    QObject::connect(&run->detail(), &JobDetail::summaryChanged, q, [this] { schedule(); });
    QObject::connect(&run->detail(), &JobDetail::ranksChanged, q, [this] { schedule(); });
    QObject::connect(&run->detail(), &JobDetail::gone, q, [this] { schedule(); });
    QObject::connect(&run->detail(), &JobDetail::yamlChanged, q, [this] {
        specsChanged = true;
        schedule();
    });
}

void RunComparison::Private::nameRuns()
{
    const auto isAmbiguous = [this](const QString &name) {
        return std::ranges::count_if(runs, [&](const Run &run) { return run.ref.name == name; }) > 1;
    };
    QStringList labels;
    for (Run &run : runs) {
        if (isAmbiguous(run.ref.name))
            run.label = u"%1/%2 (%3)"_s.arg(run.ref.ns, run.ref.name, run.ref.type.kind);
        run.rank = int(labels.size());
        labels.append(run.label);
    }
    finals.setHeader(RunComparison::tr("Metric"), labels);
    parameters.setHeader(RunComparison::tr("Parameter"), labels);
}

void RunComparison::Private::schedule()
{
    if (!frame.isActive())
        frame.start(frameMilliseconds);
}

void RunComparison::Private::takeFacts(Run &run)
{
    const JobDetail &detail = run.run->detail();
    run.summary = detail.summary();
    run.isGone = detail.isGone();
    run.hasRanks = !detail.ranks().isEmpty();
    if (specsChanged && !run.summary.uid.isEmpty())
        run.parameters = detail.parameters();
    for (const MetricInfo &metric : run.run->metrics().metrics()) {
        const auto ranks = run.run->metrics().series(metric.name);
        if (ranks.isEmpty())
            continue;
        Copy &copy = run.copies[metric.name];
        if (!copy.from)
            copy.from = ranks.first();
        run.finals[metric.name] = {metric, finalValue(copy.from->series)};
        run.lastStep = std::max(run.lastStep, copy.from->series.x(copy.from->series.size() - 1, Axis::Step));
    }
}

bool RunComparison::Private::isShared(const QString &metric) const
{
    return std::ranges::count_if(runs, [&](const Run &run) { return run.copies.contains(metric); }) > 1;
}

bool RunComparison::Private::copyPoints(bool all)
{
    QElapsedTimer clock;
    clock.start();
    QList<GivenPoint> points;
    bool done = true;
    for (Run &run : runs) {
        for (auto &[name, copy] : run.copies) {
            if (!run.run || !isShared(name))
                continue;
            for (; done && copy.copied < copy.from->series.size(); ++copy.copied) {
                Sample sample = copy.from->series.sample(copy.copied);
                sample.line = 0; // of another document
                points.append({.metric = name, .rank = run.rank, .label = run.label, .sample = sample});
                done = all || points.size() % 1024 != 0 || clock.elapsed() < sliceMilliseconds;
            }
        }
    }
    metrics.add(points);
    return done;
}

void RunComparison::Private::compareFinals()
{
    QList<CompareRow> rows;
    const auto add = [&](const QString &name, const auto &value) {
        CompareRow row {name, {}};
        for (const Run &run : runs)
            row.values.append(value(run));
        rows.append(row);
    };
    add(RunComparison::tr("State"), [](const Run &run) { return run.summary.state.word; });
    add(RunComparison::tr("Took"), [](const Run &run) {
        const JobSummary &job = run.summary;
        return job.finishedAt.isValid() && job.createdAt.isValid() ? durationText(job.createdAt.secsTo(job.finishedAt))
                                                                   : QString();
    });
    add(RunComparison::tr("Last step"),
        [](const Run &run) { return run.lastStep < 0 ? QString() : stepText(run.lastStep); });
    std::map<std::tuple<MetricRole, QString>, MetricInfo> names;
    for (const Run &run : runs) {
        for (const auto &[name, known] : run.finals)
            names.try_emplace({known.first.role, name}, known.first);
    }
    for (const auto &[order, metric] : names) {
        CompareRow row {metric.unit.isEmpty() ? metric.name : u"%1 (%2)"_s.arg(metric.name, metric.unit), {}};
        QList<std::optional<double>> values;
        for (const Run &run : runs) {
            const auto found = run.finals.find(metric.name);
            values.append(found == run.finals.end() ? std::nullopt : found->second.second);
            row.values.append(values.last() ? valueText(*values.last()) : QString());
        }
        row.best = bestOf(values, metric.role);
        rows.append(row);
    }
    finals.setRows(rows);
}

void RunComparison::Private::compareParameters()
{
    if (!std::exchange(specsChanged, false))
        return;
    QStringList order;
    std::map<QString, QStringList> values;
    for (size_t i = 0; i < runs.size(); ++i) {
        for (const SpecParameter &parameter : std::as_const(runs[i].parameters)) {
            auto [row, isNew] = values.try_emplace(parameter.name, QStringList(qsizetype(runs.size()), QString()));
            if (isNew)
                order.append(parameter.name);
            row->second[qsizetype(i)] = parameter.value;
        }
    }
    QList<CompareRow> rows {{RunComparison::tr("kind"), {}, {}}};
    for (const Run &run : runs)
        rows.first().values.append(run.ref.type.kind);
    for (const QString &name : std::as_const(order))
        rows.append({name, values[name], {}});
    parameters.setRows(rows);
}

bool RunComparison::Private::update(bool all)
{
    for (Run &run : runs) {
        if (run.run)
            takeFacts(run);
    }
    const bool complete = copyPoints(all);
    compareFinals();
    compareParameters();
    emit q->changed();
    return complete;
}

RunComparison::RunComparison(const QList<JobRun *> &runs, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    for (JobRun *run : runs.first(std::min(runs.size(), mostRuns)))
        d->add(run);
    d->nameRuns();
    d->frame.setSingleShot(true);
    connect(&d->frame, &QTimer::timeout, this, [this] {
        if (!d->update(false))
            d->schedule();
    });
    if (!d->update(false))
        d->schedule();
}

RunComparison::~RunComparison() = default;

void RunComparison::release(JobRun *run)
{
    for (Private::Run &one : d->runs) {
        if (one.run != run)
            continue;
        d->update(true); // the last chance
        run->metrics().disconnect(this);
        run->detail().disconnect(this);
        one.run = nullptr;
    }
}

qsizetype RunComparison::count() const { return qsizetype(d->runs.size()); }
QString RunComparison::label(qsizetype run) const { return d->runs[size_t(run)].label; }
k8s::ObjectRef RunComparison::ref(qsizetype run) const { return d->runs[size_t(run)].ref; }
JobState RunComparison::state(qsizetype run) const { return d->runs[size_t(run)].summary.state; }

QString RunComparison::missing(qsizetype run) const
{
    const Private::Run &one = d->runs[size_t(run)];
    if (!one.copies.empty())
        return {};
    if (one.isGone)
        return tr("%1 was deleted before its log was read.").arg(one.label);
    if (one.summary.uid.isEmpty())
        return tr("%1 is being read…").arg(one.label);
    if (!one.hasRanks)
        return tr("%1 has no pods: their logs went with them, there are no curves to compare.").arg(one.label);
    return tr("%1: no figures in its log so far.").arg(one.label);
}

JobMetrics &RunComparison::metrics() { return d->metrics; }
CompareTable &RunComparison::finalValues() { return d->finals; }
CompareTable &RunComparison::parameters() { return d->parameters; }

void RunComparison::flush()
{
    d->update(true);
    d->metrics.flush();
}

} // namespace models
