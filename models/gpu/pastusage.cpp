// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gpu/pastusage.h"

#include "k8s/api/apiclient.h"
#include "models/gpu/exporters.h"
#include "models/metrics/promquery.h"

#include <QTimer>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>
#include <map>

namespace models {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 20s; // live figures wait for the past, so that curves are in order
constexpr qsizetype mostPodNames = 60; // in one question: beyond that its address gets too long

/// Pods by name where they are few; else the whole namespace, of which the rest is left out afterwards.
QString podMatcher(const PastQuestion &question)
{
    if (question.pods.size() > mostPodNames)
        return {};
    QStringList names;
    for (QString pod : question.pods)
        names.append(pod.replace(u'.', u"\\\\."_s)); // of all letters of a pod's name only the dot means something
    return u",pod=~\"%1\""_s.arg(names.join(u'|'));
}

enum Ask
{
    Devices,
    Cpu,
    Memory
};

QString expression(Ask which, const PastQuestion &question)
{
    const QString scope = u"namespace=\"%1\",container!=\"\"%2"_s.arg(question.ns, podMatcher(question));
    if (which == Cpu)
        return u"sum by (namespace,pod) (rate(container_cpu_usage_seconds_total{%1}[2m]))"_s.arg(scope);
    if (which == Memory)
        return u"sum by (namespace,pod) (container_memory_working_set_bytes{%1})"_s.arg(scope);
    QStringList parts;
    for (const auto label : {"namespace"_L1, "exported_namespace"_L1, "pod_namespace"_L1})
        parts.append(u"{__name__=~\"%1\",%2=\"%3\"}"_s.arg(deviceMetricPattern(), label, question.ns));
    return parts.join(u" or "_s);
}

/// To the millisecond: a second that is cut off would hide what was measured in it.
QString secondsText(qint64 milliseconds) { return QString::number(double(milliseconds) / 1000, 'f', 3); }

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

} // namespace

class PastUsage::Private
{
public:
    Private(PastUsage *owner, k8s::ApiClient &apiClient)
        : q(owner)
        , client(apiClient)
    {
    }

    void findPrometheus();
    void askAll(k8s::ApiClient &server, const QString &path);
    void take(Ask which, const k8s::Result<k8s::Response> &answer);
    void takeUsage(Ask which, const QList<PromSeries> &series);
    void takeDevices(const QList<PromSeries> &series);
    void finish();

    PastUsage *q;
    k8s::ApiClient &client;
    k8s::ApiClient *configured = nullptr;
    QString configuredPath;
    PastQuestion question;
    bool asking = false;
    int round = 0; ///< an answer to another one is dropped
    QTimer deadline;
    int pending = 0;
    std::map<qint64, PastMoment> moments;
    Problem problem;
};

void PastUsage::Private::findPrometheus()
{
    client.get(u"/api/v1/services"_s, {},
               {q, [this, mine = round](const k8s::Result<k8s::Response> &answer) {
                    if (mine != round)
                        return;
                    if (const auto found = answer ? prometheusAmong(answer->body) : std::nullopt)
                        askAll(client, found->proxyPath());
                    else
                        finish(); // most clusters have none: nothing to tell
                }});
}

void PastUsage::Private::askAll(k8s::ApiClient &server, const QString &path)
{
    pending = 3;
    const qint64 seconds = (question.to - question.from) / 1000;
    const qint64 step = std::max<qint64>(leastStep, (seconds + mostMoments - 1) / mostMoments);
    for (const Ask which : {Devices, Cpu, Memory}) {
        QUrlQuery query;
        query.setQueryItems({{u"query"_s, expression(which, question)},
                             {u"start"_s, secondsText(question.from)},
                             {u"end"_s, secondsText(question.to)},
                             {u"step"_s, QString::number(step)}});
        server.get(path + u"/api/v1/query_range"_s, query,
                   {q, [this, which, mine = round](const k8s::Result<k8s::Response> &answer) {
                        if (mine == round)
                            take(which, answer);
                    }});
    }
}

void PastUsage::Private::take(Ask which, const k8s::Result<k8s::Response> &answer)
{
    const auto series = answer.and_then([](const k8s::Response &response) { return parsePromAnswer(response.body); });
    if (!series)
        problem = {PastUsage::tr("What was used before could not be read from Prometheus: %1")
                       .arg(describe(series.error()).sentence),
                   {}};
    else if (which == Devices)
        takeDevices(*series);
    else
        takeUsage(which, *series);
    if (--pending == 0)
        finish();
}

void PastUsage::Private::takeUsage(Ask which, const QList<PromSeries> &series)
{
    for (const PromSeries &one : series) {
        const QString pod = textOf(one.label("pod"));
        if (!question.pods.contains(pod))
            continue;
        for (const PromSeries::Point &point : one.points) {
            PastMoment &moment = moments[point.milliseconds];
            auto usage = std::ranges::find(moment.usage, pod, &PodUsage::pod);
            if (usage == moment.usage.end())
                usage = moment.usage.insert(moment.usage.end(),
                                            {question.ns, pod, std::nullopt, std::nullopt, point.milliseconds});
            if (std::isfinite(point.value))
                (which == Cpu ? usage->cpu : usage->memory) = point.value;
        }
    }
}

/// Every moment is read as if it were an answer of its own.
void PastUsage::Private::takeDevices(const QList<PromSeries> &series)
{
    std::map<qint64, DeviceGatherer> gatherers;
    for (const PromSeries &one : series) {
        for (const PromSeries::Point &point : one.points)
            gatherers[point.milliseconds].add(
                one.label("__name__"), [&one](std::string_view name) { return one.label(name); }, point.value);
    }
    for (auto &[milliseconds, gatherer] : gatherers) {
        QList<DeviceReading> readings = gatherer.take();
        readings.removeIf([this](const DeviceReading &reading) {
            return reading.ns != question.ns || !question.pods.contains(reading.pod);
        });
        if (!readings.isEmpty())
            moments[milliseconds].devices = readings;
    }
}

void PastUsage::Private::finish()
{
    deadline.stop();
    ++round;
    asking = false;
    QList<PastMoment> found;
    for (auto &[milliseconds, moment] : moments) {
        moment.milliseconds = milliseconds;
        found.append(std::move(moment));
    }
    moments.clear();
    emit q->answered(found, found.isEmpty() ? problem : Problem());
}

PastUsage::PastUsage(k8s::ApiClient &client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client))
{
    d->deadline.setSingleShot(true);
    connect(&d->deadline, &QTimer::timeout, this, [this] {
        d->problem = {tr("Prometheus did not tell in time what was used before."), {}};
        d->finish();
    });
}

PastUsage::~PastUsage() = default;

void PastUsage::setPrometheus(k8s::ApiClient *client, const QString &path)
{
    d->configured = client;
    d->configuredPath = path;
}

void PastUsage::ask(const PastQuestion &question)
{
    d->question = question;
    d->moments.clear();
    d->problem = {};
    ++d->round;
    d->asking = true;
    d->deadline.start(patience);
    if (d->configured)
        d->askAll(*d->configured, d->configuredPath);
    else
        d->findPrometheus();
}

bool PastUsage::isAsking() const { return d->asking; }

} // namespace models
