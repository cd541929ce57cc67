// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/jobreport.h"

#include "models/core/format.h"
#include "models/jobs/jobdetail.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/ticks.h"
#include "models/report/svgchart.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCharts = 24;

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// Layout only: what is coloured takes its colour from the properties.
constexpr auto sheet = R"(
*{box-sizing:border-box}body{margin:0;background:var(--window);color:var(--text);font:15px/1.5 system-ui,"Segoe UI",Inter,sans-serif}
main{max-width:1240px;margin:0 auto;padding:32px 24px 64px}h1{font-size:1.6em;margin:0 0 4px;overflow-wrap:anywhere}h2{font-size:1.1em;margin:32px 0 12px}
.muted{color:var(--muted)}.card{background:var(--surface);border:1px solid var(--border);border-radius:8px;padding:16px;overflow-x:auto}
.story{border-left:4px solid var(--tone)}.story p{margin:4px 0}.pill{border-radius:99px;padding:2px 10px;font-weight:600;font-size:.85em;color:var(--tone);border:1px solid var(--tone)}
.good{--tone:var(--good-color)}.bad{--tone:var(--bad-color)}.warn{--tone:var(--warn-color)}.plain{--tone:var(--muted)}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,460px),1fr));gap:12px}.charts h3{margin:0 0 4px;font-size:1em;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th{font-weight:400;color:var(--muted);text-align:left;font-size:.85em}
td,th{padding:5px 12px 5px 0;border-bottom:1px solid var(--grid);vertical-align:top}tr:last-child td{border-bottom:0}.n{text-align:right}
pre{margin:0;font:13px/1.45 ui-monospace,"JetBrains Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
svg{display:block;width:100%;height:auto;font:11px system-ui,Inter,sans-serif}polyline{fill:none;stroke-width:1.75;stroke-linejoin:round;stroke-linecap:round}
line.grid{stroke:var(--grid)}line.mark{stroke:var(--muted);stroke-dasharray:4 3}line.bad{stroke:var(--bad-color);stroke-width:2}.tick{fill:var(--muted)}
.end{text-anchor:end}.middle{text-anchor:middle}.band{fill:var(--s0);opacity:.18}.key{display:inline-block;width:12px;height:3px;border-radius:2px;margin:0 5px 3px 12px}
@media print{body{background:none}main{max-width:none;padding:0}.card{break-inside:avoid}}
)";

QString curveColors()
{
    QString css;
    for (int i = 0; i < 8; ++i)
        css += u".s%1{stroke:var(--s%1)}.t%1{fill:var(--s%1)}.k%1{background:var(--s%1)}"_s.arg(i);
    return css;
}

QString toneClass(Tone tone)
{
    return tone == Tone::Good   ? u"good"_s
        : tone == Tone::Bad     ? u"bad"_s
        : tone == Tone::Warning ? u"warn"_s
                                : u"plain"_s;
}

QString timeText(const QDateTime &at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), u"yyyy-MM-dd HH:mm:ss"_s) : u"–"_s;
}

QString row(const QStringList &cells, const QList<int> &numbers, const QString &tag)
{
    QString html = u"<tr>"_s;
    for (int i = 0; i < cells.size(); ++i)
        html += u"<%1%2>%3</%1>"_s.arg(tag, numbers.contains(i) ? u" class=\"n\""_s : QString(), htmlText(cells[i]));
    return html + u"</tr>"_s;
}

QString table(const QStringList &header, const QList<QStringList> &rows, const QList<int> &numbers)
{
    QString html = u"<div class=\"card\"><table><thead>"_s + row(header, numbers, u"th"_s) + u"</thead><tbody>"_s;
    for (const QStringList &cells : rows)
        html += row(cells, numbers, u"td"_s);
    return html + u"</tbody></table></div>"_s;
}

QString section(const QString &title, const QString &body)
{
    return body.isEmpty() ? QString() : u"<h2>%1</h2>%2"_s.arg(htmlText(title), body);
}

QString head(const JobDetail &detail)
{
    const JobSummary &job = detail.summary();
    const QString name = job.name.isEmpty() ? detail.ref().name : job.name;
    const qint64 took
        = job.createdAt.secsTo(job.finishedAt.isValid() ? job.finishedAt : QDateTime::currentDateTimeUtc());
    QString facts = u"%1 · %2 · %3"_s.arg(job.kind, job.ns, ReportText::tr("created %1").arg(timeText(job.createdAt)));
    if (job.createdAt.isValid())
        facts += u" · "_s
            + (job.finishedAt.isValid() ? ReportText::tr("took %1") : ReportText::tr("running for %1"))
                  .arg(durationText(took));
    return u"<h1>%1</h1><p class=\"muted\"><span class=\"pill %2\">%3</span> %4</p>"_s.arg(
        htmlText(name), toneClass(job.state.tone), htmlText(job.state.word), htmlText(facts));
}

QString story(const Diagnosis &diagnosis)
{
    if (diagnosis.isEmpty())
        return {};
    QString html = u"<div class=\"card story %1\"><p><strong>%2</strong></p>"_s.arg(toneClass(diagnosis.tone),
                                                                                    htmlText(diagnosis.sentence));
    if (!diagnosis.detail.isEmpty())
        html += u"<pre class=\"muted\">%1</pre>"_s.arg(htmlText(diagnosis.detail));
    if (!diagnosis.remedy.isEmpty())
        html += u"<p>%1</p>"_s.arg(htmlText(diagnosis.remedy));
    return html + u"</div>"_s;
}

QString finalValues(const JobMetrics &metrics)
{
    QList<QStringList> rows;
    for (const MetricInfo &metric : metrics.metrics()) {
        const auto ranks = metrics.series(metric.name);
        if (ranks.isEmpty() || ranks.first()->series.isEmpty())
            continue;
        MinMax bounds;
        qsizetype bad = 0;
        for (const RankSeries *rank : ranks) {
            bounds.add(rank->series.minMax(0, rank->series.size()));
            bad += qsizetype(rank->series.nonFinite().size());
        }
        const Sample last = ranks.first()->series.sample(ranks.first()->series.size() - 1);
        rows.append({metric.name, valueText(double(last.value)), metric.unit, stepText(last.step),
                     bounds.isEmpty() ? u"–"_s : valueText(double(bounds.min)),
                     bounds.isEmpty() ? u"–"_s : valueText(double(bounds.max)),
                     bad > 0 ? QString::number(bad) : QString()});
    }
    return rows.isEmpty()
        ? QString()
        : table({ReportText::tr("metric"), ReportText::tr("last value"), ReportText::tr("unit"),
                 ReportText::tr("at step"), ReportText::tr("smallest"), ReportText::tr("largest"), u"NaN"_s},
                rows, {1, 3, 4, 5, 6});
}

QString legend(const JobMetrics &metrics, const QString &metric)
{
    const auto ranks = metrics.series(metric);
    if (ranks.size() > 8)
        return u"<span class=\"muted\">%1</span>"_s.arg(
            htmlText(ReportText::tr("mean and range of %n rank(s)", nullptr, int(ranks.size()))));
    QString html;
    for (const RankSeries *rank : ranks) {
        if (ranks.size() > 1)
            html += u"<span class=\"key k%1\"></span><span class=\"muted\">%2</span>"_s.arg(rank->rank % 8)
                        .arg(htmlText(rank->label));
    }
    return html;
}

QString charts(const JobMetrics &metrics)
{
    QString html;
    const auto &all = metrics.metrics();
    for (const MetricInfo &metric : all.first(std::min(all.size(), mostCharts))) {
        const QString unit = metric.unit.isEmpty() ? QString() : u" (%1)"_s.arg(metric.unit);
        html += u"<div class=\"card\"><h3>%1</h3>%2%3</div>"_s.arg(
            htmlText(metric.name + unit), legend(metrics, metric.name), svgChart(metrics, metric));
    }
    if (html.isEmpty())
        return {};
    html = u"<div class=\"charts\">"_s + html + u"</div>"_s;
    if (all.size() > mostCharts)
        html += u"<p class=\"muted\">%1</p>"_s.arg(htmlText(
            ReportText::tr("%n more metric(s) are in the table only.", nullptr, int(all.size() - mostCharts))));
    return html;
}

QString ranksTable(const JobDetail &detail, const JobMetrics &metrics)
{
    QList<QStringList> rows;
    for (const Rank &rank : detail.ranks()) {
        int restarts = 0, exitCode = -1;
        for (const ContainerState &container : rank.containers) {
            restarts += container.restarts;
            if (container.name == rank.mainContainer)
                exitCode = container.exitCode;
        }
        const double step = metrics.lastStep(rank.rank);
        rows.append({QString::number(rank.rank), rank.pod, rank.node, rank.phase, QString::number(restarts),
                     exitCode < 0 ? QString() : QString::number(exitCode), step < 0 ? QString() : stepText(step)});
    }
    return rows.isEmpty()
        ? QString()
        : table({ReportText::tr("rank"), ReportText::tr("pod"), ReportText::tr("node"), ReportText::tr("state"),
                 ReportText::tr("restarts"), ReportText::tr("exit code"), ReportText::tr("last step")},
                rows, {0, 4, 5, 6});
}

QString timeline(const JobDetail &detail)
{
    QList<QStringList> rows;
    for (const JobPhase &phase : detail.phases())
        rows.append({phase.word, timeText(phase.from), phase.to.isValid() ? timeText(phase.to) : QString(),
                     phase.to.isValid() ? durationText(phase.from.secsTo(phase.to)) : QString()});
    return rows.isEmpty()
        ? QString()
        : table({ReportText::tr("state"), ReportText::tr("from"), ReportText::tr("to"), ReportText::tr("for")}, rows,
                {3});
}

} // namespace

QByteArray jobReport(const JobDetail &detail, const JobMetrics &metrics, const QString &colors)
{
    const QString name = detail.ref().name;
    QString html = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                   "content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                   "'unsafe-inline'\">"_s;
    html += u"<title>%1</title><style>"_s.arg(htmlText(name)) + colors + QString::fromLatin1(sheet) + curveColors()
        + u"</style></head>\n<body><main>"_s;
    html += head(detail) + story(detail.diagnosis());
    html += section(ReportText::tr("Final values"), finalValues(metrics));
    html += section(ReportText::tr("Curves"), charts(metrics));
    html += section(ReportText::tr("Ranks"), ranksTable(detail, metrics));
    html += section(ReportText::tr("Timeline"), timeline(detail));
    const QString yaml = detail.manifest();
    if (!detail.summary().uid.isEmpty() && !yaml.isEmpty())
        html += section(ReportText::tr("Spec"), u"<div class=\"card\"><pre>"_s + htmlText(yaml) + u"</pre></div>"_s);
    html += u"<p class=\"muted\">%1</p></main></body></html>\n"_s.arg(
        htmlText(ReportText::tr("Written by Pilothouse %1 on %2.")
                     .arg(QStringLiteral(PILOTHOUSE_VERSION), timeText(QDateTime::currentDateTime()))));
    return html.toUtf8();
}

} // namespace models
