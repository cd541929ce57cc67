// SPDX-License-Identifier: GPL-3.0-or-later
// Curves of the user's own rules in JobMetrics.
#include "models/metrics/jobmetrics_p.h"

#include "models/metrics/metricrules.h"

namespace models {

JobMetrics::Private::Metric &JobMetrics::Private::ownMetric(const QString &name)
{
    const auto known = std::ranges::find_if(own, [&](const auto &metric) { return metric->info.name == name; });
    if (known != own.end())
        return **known;
    auto metric = std::make_unique<Metric>();
    metric->info = {name, rules->role(name.toLower().toStdString()), {}};
    return *own.emplace_back(std::move(metric));
}

void JobMetrics::appendOwn(const LogSource &source, const QString &metric, const Sample &sample)
{
    if (source.id >= d->sources.size())
        d->sources.resize(source.id + 1);
    d->sources[source.id] = source; // the tap may not have told of it yet
    Private::Metric &to = d->ownMetric(metric);
    d->discovered = d->discovered || to.series.empty();
    RankSeries &series = d->seriesOf(to, source.id, -1);
    Private::beginRun(series, source.id);
    series.series.append(sample);
    d->appended.insert(metric);
    if (!d->frame.isActive())
        d->frame.start(0);
}

void JobMetrics::forgetOwn()
{
    if (d->own.empty())
        return;
    std::ranges::move(d->own, std::back_inserter(d->retired));
    d->own.clear();
    d->announceMetrics();
    d->updateFigures();
}

} // namespace models
