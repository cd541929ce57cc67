// SPDX-License-Identifier: GPL-3.0-or-later
// The part of JobLogs that a reader sees: lines by place.
#include "models/logs/joblogs_p.h"
#include "models/logs/timestamp.h"

namespace models {

namespace {

LogLine toLine(int source, qint64 number, std::string_view kept, qint64 length)
{
    const LineStamp stamp = parseStamp(kept);
    const std::string_view text = kept.substr(size_t(stamp.length));
    return {source, number, stamp.nanoseconds, QByteArray(text.data(), qsizetype(text.size())), length - stamp.length};
}

} // namespace

const QList<LogSource> &JobLogs::sources() const { return d->sources; }

qint64 JobLogs::lineCount() const { return d->view()->merge->size(); }

LogLine JobLogs::line(qint64 index) const { return lines(index, 1).value(0); }

void JobLogs::Private::readRun(const MergedView &view, std::span<const LineRef> run, QList<LogLine> &into) const
{
    const int source = view.ids[run.front().source];
    const SourceLog *from = log(source);
    const qsizetype before = into.size();
    from->readLines(run.front().line, qint64(run.size()), LogDocument::shownBytes + 64,
                    [&](qint64 number, std::string_view kept, qint64 length) {
                        into.append(toLine(source, number, kept, length));
                    });
    for (auto i = size_t(into.size() - before); i < run.size(); ++i) // the spool was deleted under us
        into.append({.source = source, .number = run[i].line, .nanoseconds = 0, .text = {}, .bytes = 0});
}

QList<LogLine> JobLogs::lines(qint64 first, qint64 count) const
{
    const auto view = d->view();
    const std::vector<LineRef> refs = view->merge->range(std::max<qint64>(first, 0), count);
    QList<LogLine> lines;
    lines.reserve(qsizetype(refs.size()));
    for (size_t at = 0; at < refs.size();) {
        size_t end = at + 1;
        while (end < refs.size() && refs[end].source == refs[at].source && refs[end].line == refs[end - 1].line + 1)
            ++end;
        d->readRun(*view, std::span(refs).subspan(at, end - at), lines);
        at = end;
    }
    return lines;
}

QList<LogAnchor> JobLogs::anchors(qint64 first, qint64 count) const
{
    const auto view = d->view();
    QList<LogAnchor> found;
    for (const LineRef ref : view->merge->range(std::max<qint64>(first, 0), count))
        found.append({view->ids[ref.source], ref.line});
    return found;
}

QList<LogLine> JobLogs::sourceLines(int source, qint64 first, qint64 count) const
{
    QList<LogLine> found;
    if (const SourceLog *from = d->log(source))
        from->readLines(first, count, shownBytes + 64, [&](qint64 number, std::string_view kept, qint64 length) {
            found.append(toLine(source, number, kept, length));
        });
    return found;
}

qint64 JobLogs::indexOf(const LogAnchor &anchor) const
{
    const auto view = d->view();
    const auto found = std::ranges::find(view->ids, anchor.source);
    if (found == view->ids.end() || anchor.number < 0)
        return -1;
    return view->merge->placeOf({quint32(found - view->ids.begin()), quint32(anchor.number)});
}

qint64 JobLogs::linesBefore(int source, qint64 index) const
{
    const auto view = d->view();
    const auto found = std::ranges::find(view->ids, source);
    return found == view->ids.end() ? 0 : view->merge->linesBefore(quint32(found - view->ids.begin()), index);
}

qint64 JobLogs::indexOfTime(qint64 nanoseconds) const { return d->view()->merge->placeOfTime(nanoseconds); }

void JobLogs::setVisibleSources(const QList<int> &sources)
{
    if (d->visible == sources)
        return;
    d->visible = sources;
    d->ingestThread().setVisible({sources.begin(), sources.end()});
}

QList<int> JobLogs::visibleSources() const { return d->visible; }

std::shared_ptr<const LineSource> JobLogs::lineSource(int source) const
{
    return source >= 0 && size_t(source) < d->followed.size() ? d->followed[size_t(source)].log : nullptr;
}

qsizetype JobLogs::prefixLength(std::string_view line) const { return parseStamp(line).length; }

qint64 JobLogs::byteCount() const
{
    qint64 bytes = 0;
    for (const Followed &entry : d->followed)
        bytes += entry.log->byteCount();
    return bytes;
}

bool JobLogs::isLive() const
{
    return std::ranges::any_of(d->followed, [](const Followed &entry) { return !entry.done; });
}

QList<LogLine> JobLogs::tail(const QString &pod, int count) const
{
    if (pod.isEmpty())
        return lines(std::max<qint64>(0, lineCount() - count), count);
    QList<LogLine> found;
    for (auto source = d->sources.crbegin(); source != d->sources.crend() && found.isEmpty(); ++source) {
        if (source->pod != pod || !source->main)
            continue;
        const SourceLog *log = d->log(source->id);
        log->readLines(std::max<qint64>(0, log->lineCount() - count), count, shownBytes,
                       [&](qint64 number, std::string_view kept, qint64 length) {
                           found.append(toLine(source->id, number, kept, length));
                       });
    }
    return found;
}

} // namespace models
