// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logfilter.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <iterator>
#include <map>

namespace models {

namespace {

constexpr qint64 blockLines = 4096; // what the merge knows without reading
constexpr qint64 shortBlocks = 16; // of which the merge keeps the lines it looked at last
constexpr int sliceMilliseconds = 8;

} // namespace

class LogFilter::Private
{
public:
    struct Passed
    {
        qint64 place = 0; // in the base
        int source = 0;
        quint32 line = 0;
    };
    using Wanted = std::map<int, std::vector<quint32>>; // by source

    Private(LogFilter *filter, LogDocument &document)
        : q(filter)
        , base(document)
    {
    }

    void restart();
    void cutBack(qint64 place);
    void extend();
    std::optional<Wanted> wantedOf(qint64 from, qint64 to) const;
    void takeBlock(qint64 from, qint64 to, const Wanted &wanted);
    void watchConditions();
    qint64 placeOf(qint64 index) const
    {
        return index < qint64(passed.size()) ? passed[size_t(std::max<qint64>(index, 0))].place : base.lineCount();
    }
    qint64 indexOfPlace(qint64 place) const
    {
        return std::ranges::lower_bound(passed, place, {}, &Passed::place) - passed.begin();
    }
    QList<double> markFiltered(const LogSearch &search, int most) const;
    void markShort(const LogSearch &search, std::vector<bool> &taken) const;
    void markSource(const LogSearch &search, int source, std::vector<bool> &taken) const;

    LogFilter *q;
    LogDocument &base;
    QList<LogSearch *> conditions;
    QList<QMetaObject::Connection> watched;
    std::vector<Passed> passed;
    qint64 built = 0; // lines of the base that were looked at
    QTimer slice;
};

void LogFilter::Private::restart()
{
    passed.clear();
    built = 0;
    if (!conditions.isEmpty())
        extend();
    emit q->reset();
}

void LogFilter::Private::cutBack(qint64 place)
{
    if (place >= built)
        return;
    built = place;
    passed.resize(size_t(indexOfPlace(place)));
}

/// Which lines of a piece of the base pass, by source; nothing if a search has not come so far.
std::optional<LogFilter::Private::Wanted> LogFilter::Private::wantedOf(qint64 from, qint64 to) const
{
    Wanted wanted;
    const QList<int> shown = base.shownSources();
    for (const int source : shown) {
        const qint64 first = base.linesBefore(source, from), end = base.linesBefore(source, to);
        if (first >= end)
            continue;
        std::vector<quint32> lines;
        for (const LogSearch *condition : conditions) {
            if (condition->scannedLines(source) < end)
                return std::nullopt;
            std::vector<quint32> hits = condition->hits(source, first, end);
            if (condition == conditions.first()) {
                lines = std::move(hits);
            } else {
                std::vector<quint32> both;
                std::ranges::set_intersection(lines, hits, std::back_inserter(both));
                lines = std::move(both);
            }
        }
        if (!lines.empty())
            wanted.emplace(source, std::move(lines));
    }
    return wanted;
}

void LogFilter::Private::takeBlock(qint64 from, qint64 to, const Wanted &wanted)
{
    if (wanted.empty())
        return;
    qint64 place = from;
    const QList<LogAnchor> anchors = base.anchors(from, to - from);
    for (const LogAnchor &anchor : anchors) {
        const auto lines = wanted.find(anchor.source);
        if (lines != wanted.end() && std::ranges::binary_search(lines->second, quint32(anchor.number)))
            passed.push_back({place, anchor.source, quint32(anchor.number)});
        ++place;
    }
}

void LogFilter::Private::extend()
{
    if (conditions.isEmpty())
        return;
    QElapsedTimer clock;
    clock.start();
    const qint64 before = qint64(passed.size()), count = base.lineCount();
    while (built < count) {
        const qint64 to = std::min(count, (built / blockLines + 1) * blockLines);
        const auto wanted = wantedOf(built, to);
        if (!wanted)
            break; // goes on when the search has
        takeBlock(built, to, *wanted);
        built = to;
        if (clock.elapsed() >= sliceMilliseconds) {
            slice.start(0);
            break;
        }
    }
    if (qint64(passed.size()) != before)
        emit q->linesAppended(before);
}

void LogFilter::Private::watchConditions()
{
    for (const auto &connection : std::as_const(watched))
        disconnect(connection);
    watched.clear();
    for (LogSearch *condition : std::as_const(conditions)) {
        watched += connect(condition, &LogSearch::queryChanged, q, [this] { restart(); });
        watched += connect(condition, &LogSearch::changed, q, [this] {
            if (built < base.lineCount() && !slice.isActive())
                extend();
        });
    }
}

LogFilter::LogFilter(LogDocument &base, QObject *parent)
    : LogDocument(parent)
    , d(std::make_unique<Private>(this, base))
{
    d->slice.setSingleShot(true);
    connect(&d->slice, &QTimer::timeout, this, [this] { d->extend(); });
    connect(&base, &LogDocument::sourcesChanged, this, &LogDocument::sourcesChanged);
    connect(&base, &LogDocument::problemChanged, this, &LogDocument::problemChanged);
    connect(&base, &LogDocument::reset, this, [this] { d->restart(); });
    connect(&base, &LogDocument::linesAppended, this, [this](qint64 firstChanged) {
        if (d->conditions.isEmpty()) {
            emit linesAppended(firstChanged);
            return;
        }
        const qint64 before = lineCount();
        d->cutBack(firstChanged);
        if (lineCount() != before)
            emit linesAppended(lineCount());
        d->extend();
    });
}

LogFilter::~LogFilter() = default;

void LogFilter::setConditions(const QList<LogSearch *> &conditions)
{
    if (conditions == d->conditions)
        return;
    d->conditions = conditions;
    d->watchConditions();
    d->restart();
}

bool LogFilter::isFiltering() const { return !d->conditions.isEmpty(); }

bool LogFilter::isComplete() const { return d->conditions.isEmpty() || d->built >= d->base.lineCount(); }

qint64 LogFilter::nextHit(const LogSearch &search, qint64 index, bool forward) const
{
    if (d->conditions.isEmpty())
        return forward ? search.next(index) : search.previous(index);
    const qint64 count = lineCount(), step = forward ? 1 : -1;
    qint64 at = index;
    for (qint64 i = 0; i < count; ++i) {
        at = (at + step + count) % count;
        const Private::Passed &line = d->passed[size_t(at)];
        if (search.isHit({line.source, line.line}))
            return at;
    }
    return -1;
}

qint64 LogFilter::hitCount(const LogSearch &search) const
{
    if (d->conditions.isEmpty())
        return search.hitCount();
    if (d->conditions.contains(&search))
        return lineCount();
    qint64 count = 0;
    std::map<int, std::vector<quint32>> hits;
    for (const Private::Passed &line : d->passed) {
        const auto [known, isNew] = hits.try_emplace(line.source);
        if (isNew)
            known->second = search.hits(line.source, 0, search.scannedLines(line.source));
        count += std::ranges::binary_search(known->second, line.line);
    }
    return count;
}

QList<double> LogFilter::Private::markFiltered(const LogSearch &search, int most) const
{
    QList<double> places;
    const size_t step = passed.size() / 20'000 + 1; // more than a screen shows, less than a frame takes
    int last = -1;
    for (size_t i = 0; i < passed.size(); i += step) {
        const double share = double(i) / double(passed.size());
        const int place = int(share * most);
        if (place == last || !search.isHit({passed[i].source, passed[i].line}))
            continue;
        places.append(share);
        last = place;
    }
    return places;
}

/// Walks a short log: every hit at its place. As many lines as a merge keeps ready cost a few milliseconds.
void LogFilter::Private::markShort(const LogSearch &search, std::vector<bool> &taken) const
{
    struct Hits
    {
        std::vector<quint32> lines;
        size_t next = 0;
    };
    const qint64 count = base.lineCount();
    std::vector<Hits> hits;
    const QList<int> shown = base.shownSources();
    for (const int source : shown) {
        hits.resize(std::max(hits.size(), size_t(source) + 1));
        hits[size_t(source)].lines = search.hits(source, 0, base.linesBefore(source, count));
    }
    const QList<LogAnchor> anchors = base.anchors(0, count);
    for (qsizetype i = 0; i < anchors.size(); ++i) {
        const LogAnchor &anchor = anchors[i];
        if (anchor.source < 0 || size_t(anchor.source) >= hits.size())
            continue;
        Hits &own = hits[size_t(anchor.source)];
        while (own.next < own.lines.size() && own.lines[own.next] < quint32(anchor.number))
            ++own.next;
        if (own.next < own.lines.size() && own.lines[own.next] == quint32(anchor.number))
            taken[size_t(double(i) / double(count) * double(taken.size()))] = true;
    }
}

/// Few hits are placed exactly; of many, the hits between two known places are spread evenly there. In a long log an
/// exact place costs a look at every source, so that those of many sources are few: this is asked for while they
/// stream.
void LogFilter::Private::markSource(const LogSearch &search, int source, std::vector<bool> &taken) const
{
    constexpr qint64 mostKnots = 64;
    const qint64 count = base.lineCount();
    const auto sources = size_t(std::max<qsizetype>(1, base.shownSources().size()));
    const size_t exactly = std::min<size_t>(200, 400 / (sources * sources));
    const auto mark = [&](double place) {
        taken[size_t(std::clamp(place / double(count) * double(taken.size()), 0.0, double(taken.size() - 1)))] = true;
    };
    const qint64 lines = base.linesBefore(source, count);
    const std::vector<quint32> few = search.hits(source, 0, lines, exactly + 1);
    if (few.size() <= exactly) {
        for (const quint32 line : few)
            mark(double(base.indexOf({source, line})));
        return;
    }
    const qint64 step = std::max<qint64>(1, count / blockLines / mostKnots) * blockLines;
    for (qint64 from = 0; from < count; from += step) {
        const qint64 to = std::min(count, from + step);
        const qint64 first = base.linesBefore(source, from), end = base.linesBefore(source, to);
        for (const quint32 line : search.hits(source, first, end, taken.size()))
            mark(double(from) + double(line - first) / double(end - first) * double(to - from));
    }
}

QList<double> LogFilter::marks(const LogSearch &search, int most) const
{
    const qint64 count = lineCount();
    if (count == 0 || most <= 0 || !search.isActive())
        return {};
    if (!d->conditions.isEmpty())
        return d->markFiltered(search, most);
    std::vector<bool> taken(size_t(most), false);
    const QList<int> shown = d->base.shownSources();
    if (shown.size() > 1 && count <= shortBlocks * blockLines)
        d->markShort(search, taken);
    else
        for (const int source : shown)
            d->markSource(search, source, taken);
    QList<double> places;
    for (int i = 0; i < most; ++i) {
        if (taken[size_t(i)])
            places.append(double(i) / most);
    }
    return places;
}

const QList<LogSource> &LogFilter::sources() const { return d->base.sources(); }

qint64 LogFilter::lineCount() const { return isFiltering() ? qint64(d->passed.size()) : d->base.lineCount(); }

LogLine LogFilter::line(qint64 index) const { return lines(index, 1).value(0); }

QList<LogLine> LogFilter::lines(qint64 first, qint64 count) const
{
    if (!isFiltering())
        return d->base.lines(first, count);
    QList<LogLine> found;
    for (qint64 i = std::max<qint64>(first, 0); i < std::min(first + count, lineCount()); ++i) {
        const Private::Passed &line = d->passed[size_t(i)];
        found += d->base.sourceLines(line.source, line.line, 1);
    }
    return found;
}

qint64 LogFilter::indexOf(const LogAnchor &anchor) const
{
    const qint64 place = d->base.indexOf(anchor);
    if (!isFiltering() || place < 0)
        return place;
    const qint64 index = d->indexOfPlace(place);
    return index < lineCount() && d->passed[size_t(index)].place == place ? index : -1;
}

QList<LogAnchor> LogFilter::anchors(qint64 first, qint64 count) const
{
    if (!isFiltering())
        return d->base.anchors(first, count);
    QList<LogAnchor> found;
    for (qint64 i = std::max<qint64>(first, 0); i < std::min(first + count, lineCount()); ++i)
        found.append({d->passed[size_t(i)].source, d->passed[size_t(i)].line});
    return found;
}

QList<LogLine> LogFilter::sourceLines(int source, qint64 first, qint64 count) const
{
    return d->base.sourceLines(source, first, count);
}

qint64 LogFilter::firstTime() const { return d->base.firstTime(); }

qint64 LogFilter::linesBefore(int source, qint64 index) const
{
    return d->base.linesBefore(source, isFiltering() ? d->placeOf(index) : index);
}

qint64 LogFilter::indexOfTime(qint64 nanoseconds) const
{
    const qint64 place = d->base.indexOfTime(nanoseconds);
    return isFiltering() ? d->indexOfPlace(place) : place;
}

void LogFilter::setVisibleSources(const QList<int> &sources) { d->base.setVisibleSources(sources); }
QList<int> LogFilter::visibleSources() const { return d->base.visibleSources(); }
std::shared_ptr<const LineSource> LogFilter::lineSource(int source) const { return d->base.lineSource(source); }
qsizetype LogFilter::prefixLength(std::string_view line) const { return d->base.prefixLength(line); }
qint64 LogFilter::byteCount() const { return d->base.byteCount(); }
bool LogFilter::isLive() const { return d->base.isLive(); }

} // namespace models
