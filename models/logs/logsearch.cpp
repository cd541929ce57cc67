// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logsearch.h"

#include "models/logs/background.h"
#include "models/logs/lineindex.h"

#include <QHash>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>

namespace models {

namespace {

constexpr qint64 rangeLines = 1024 * LineIndex::stride; // what one thread takes at a time

/// What one scan found, shared with the pool. Outlives the search if it must.
struct Shared
{
    struct Found
    {
        std::vector<quint32> lines; // rising
        qint64 end = 0; // the line after the last that was looked at
    };
    struct Hits
    {
        std::vector<quint32> lines; // rising
        qint64 scanned = 0; // lines looked at
        std::map<qint64, Found> ahead; // by first line: waits for what lies before it
    };
    void take(int source, qint64 first, Found found);

    std::mutex mutex; // guards the hits
    QHash<int, Hits> hits;
    std::atomic<quint64> generation = 0; // another one: stop
    std::atomic<int> running = 0;
};

void Shared::take(int source, qint64 first, Found found)
{
    Hits &all = hits[source];
    all.ahead.emplace(first, std::move(found));
    for (auto next = all.ahead.begin(); next != all.ahead.end() && next->first == all.scanned;
         next = all.ahead.erase(next)) {
        all.lines.insert(all.lines.end(), next->second.lines.begin(), next->second.lines.end());
        all.scanned = next->second.end;
    }
}

/// One source's new lines, taken range by range by as many threads as there are.
struct Scan
{
    void run()
    {
        for (qint64 first = next(); first < end && shared->generation == generation; first = next()) {
            Shared::Found found = scanRange(first, rangeEnd(first));
            const std::lock_guard lock(shared->mutex);
            if (shared->generation == generation)
                shared->take(source, first, std::move(found));
        }
        --shared->running;
    }
    Shared::Found scanRange(qint64 first, qint64 stop)
    {
        Shared::Found found {.lines = {}, .end = first};
        const bool newest = stop >= end; // more may have come meanwhile
        qint64 piece = first;
        const bool whole
            = lines->scan(first, newest ? LineSource::toEnd : stop, [&](qint64 line, std::string_view bytes) {
                  piece = line;
                  matcher.scan(bytes, prefix, [&](qint64 hit) { found.lines.push_back(quint32(line + hit)); });
                  if (newest)
                      found.end = line + countBytes(bytes, '\n') + (bytes.ends_with('\n') ? 0 : 1);
                  return shared->generation == generation;
              });
        if (newest)
            return found;
        found.end = whole ? stop : piece; // what the disk refused is asked for again, from that piece on
        if (!whole)
            found.lines.erase(std::ranges::lower_bound(found.lines, quint32(piece)), found.lines.end());
        return found;
    }
    qint64 rangeEnd(qint64 first) const { return (first / rangeLines + 1) * rangeLines; }
    qint64 next()
    {
        qint64 first = from;
        while (!from.compare_exchange_weak(first, rangeEnd(first)))
            ;
        return first;
    }

    std::shared_ptr<Shared> shared;
    std::shared_ptr<const LineSource> lines;
    LineMatcher matcher;
    std::function<qsizetype(std::string_view)> prefix;
    int source = 0;
    quint64 generation = 0;
    qint64 end = 0;
    std::atomic<qint64> from = 0;
};

} // namespace

class LogSearch::Private
{
public:
    explicit Private(LogDocument &logDocument)
        : document(logDocument)
    {
    }

    void start();
    bool scanSource(int source); ///< false if there is nothing to scan
    QList<int> searched() const;

    LogDocument &document;
    SearchQuery query;
    LineMatcher matcher;
    std::shared_ptr<Shared> shared = std::make_shared<Shared>();
    QTimer throttle;
    QThreadPool pool;
};

QList<int> LogSearch::Private::searched() const
{
    QList<int> ids = document.visibleSources();
    if (ids.isEmpty()) {
        for (const LogSource &source : document.sources())
            ids.append(source.id);
    }
    return ids;
}

bool LogSearch::Private::scanSource(int source)
{
    const auto lines = document.lineSource(source);
    qint64 from = 0;
    {
        const std::lock_guard lock(shared->mutex);
        from = shared->hits[source].scanned;
    }
    const qint64 end = lines ? lines->lineCount() : 0;
    if (from >= end)
        return false;
    const auto scan = std::make_shared<Scan>();
    scan->shared = shared;
    scan->lines = lines;
    scan->matcher = matcher;
    scan->prefix = [&owner = document](std::string_view line) { return owner.prefixLength(line); };
    scan->source = source;
    scan->generation = shared->generation;
    scan->end = end;
    scan->from = from;
    const qint64 ranges = (end - 1) / rangeLines - from / rangeLines + 1;
    const qint64 threads = std::min<qint64>(ranges, pool.maxThreadCount());
    shared->running += int(threads);
    for (qint64 i = 0; i < threads; ++i)
        pool.start([scan] {
            letTheWindowGoFirst();
            scan->run();
        });
    return true;
}

void LogSearch::Private::start()
{
    if (!matcher.isValid() || shared->running > 0)
        return;
    bool scans = false;
    for (const int source : searched())
        scans = scanSource(source) || scans;
    if (scans) // a short scan may be over by now, and is told like a long one
        throttle.start();
}

LogSearch::LogSearch(LogDocument &document, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(document))
{
    d->pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    d->throttle.setInterval(50);
    connect(&d->throttle, &QTimer::timeout, this, [this] {
        if (d->shared->running == 0) {
            d->throttle.stop();
            d->start(); // lines that came meanwhile
        }
        emit changed();
    });
    connect(&document, &LogDocument::linesAppended, this, [this] { d->start(); });
    connect(&document, &LogDocument::reset, this, [this] {
        d->start();
        emit changed();
    });
}

LogSearch::~LogSearch()
{
    ++d->shared->generation;
    d->pool.waitForDone(); // the document may die next
}

void LogSearch::setQuery(const SearchQuery &query)
{
    if (query == d->query)
        return;
    d->query = query;
    ++d->shared->generation;
    d->pool.waitForDone(); // at most one piece of 256 KiB
    {
        const std::lock_guard lock(d->shared->mutex);
        d->shared->hits.clear();
    }
    d->matcher = LineMatcher(query);
    d->start();
    emit queryChanged();
    emit changed();
}

const SearchQuery &LogSearch::query() const { return d->query; }

QString LogSearch::hint() const { return d->matcher.error(); }

bool LogSearch::isActive() const { return d->matcher.isValid(); }

bool LogSearch::isRunning() const { return d->shared->running > 0; }

qint64 LogSearch::hitCount() const
{
    const std::lock_guard lock(d->shared->mutex);
    qint64 count = 0;
    for (const int source : d->searched())
        count += qint64(d->shared->hits.value(source).lines.size());
    return count;
}

bool LogSearch::isHit(const LogAnchor &anchor) const
{
    const std::lock_guard lock(d->shared->mutex);
    const auto hits = d->shared->hits.constFind(anchor.source);
    return hits != d->shared->hits.cend() && std::ranges::binary_search(hits->lines, quint32(anchor.number));
}

qint64 LogSearch::next(qint64 index) const
{
    for (const qint64 from : {index + 1, qint64(0)}) {
        qint64 best = -1;
        for (const int source : d->searched()) {
            const auto before = quint32(d->document.linesBefore(source, from));
            LogAnchor anchor {source, -1};
            {
                const std::lock_guard lock(d->shared->mutex);
                const auto &lines = d->shared->hits[source].lines;
                const auto found = std::ranges::lower_bound(lines, before);
                if (found != lines.end())
                    anchor.number = *found;
            }
            const qint64 place = anchor.number < 0 ? -1 : d->document.indexOf(anchor);
            if (place >= 0 && (best < 0 || place < best))
                best = place;
        }
        if (best >= 0)
            return best;
    }
    return -1;
}

qint64 LogSearch::previous(qint64 index) const
{
    for (const qint64 until : {std::max<qint64>(index, 0), d->document.lineCount()}) {
        qint64 best = -1;
        for (const int source : d->searched()) {
            const auto before = quint32(d->document.linesBefore(source, until));
            LogAnchor anchor {source, -1};
            {
                const std::lock_guard lock(d->shared->mutex);
                const auto &lines = d->shared->hits[source].lines;
                const auto found = std::ranges::lower_bound(lines, before);
                if (found != lines.begin())
                    anchor.number = *std::prev(found);
            }
            best = std::max(best, anchor.number < 0 ? -1 : d->document.indexOf(anchor));
        }
        if (best >= 0)
            return best;
    }
    return -1;
}

QList<double> LogSearch::marks(int most) const
{
    QList<LogAnchor> sample;
    {
        const std::lock_guard lock(d->shared->mutex);
        const QList<int> sources = d->searched();
        const size_t each = std::max<size_t>(1, size_t(most) / std::max<size_t>(1, size_t(sources.size())));
        for (const int source : sources) {
            const auto &lines = d->shared->hits[source].lines;
            const size_t step = std::max<size_t>(1, lines.size() / each);
            for (size_t i = 0; i < lines.size(); i += step)
                sample.append({source, lines[i]});
        }
    }
    QList<double> places;
    const auto height = double(std::max<qint64>(1, d->document.lineCount()));
    // Few hits are placed exactly, many by the share of their source: a mark is two pixels high.
    for (const LogAnchor &anchor : std::as_const(sample)) {
        const auto lines = d->document.lineSource(anchor.source);
        const qint64 place = sample.size() <= 64 ? d->document.indexOf(anchor) : -1;
        places.append(place >= 0 ? double(place) / height
                                 : double(anchor.number) / double(std::max<qint64>(1, lines->lineCount())));
    }
    return places;
}

std::vector<quint32> LogSearch::hits(int source, qint64 from, qint64 to, size_t most) const
{
    const std::lock_guard lock(d->shared->mutex);
    const auto known = d->shared->hits.constFind(source);
    if (known == d->shared->hits.cend() || from >= to || most == 0)
        return {};
    const auto &lines = known->lines;
    const auto first = std::ranges::lower_bound(lines, from, {}, [](quint32 line) { return qint64(line); });
    const auto last = std::ranges::lower_bound(lines, to, {}, [](quint32 line) { return qint64(line); });
    const auto count = size_t(last - first);
    if (count <= most)
        return {first, last};
    std::vector<quint32> picked(most);
    for (size_t i = 0; i < most; ++i)
        picked[i] = first[std::ptrdiff_t(i * count / most)];
    return picked;
}

qint64 LogSearch::scannedLines(int source) const
{
    const std::lock_guard lock(d->shared->mutex);
    const auto known = d->shared->hits.constFind(source);
    return known == d->shared->hits.cend() ? 0 : known->scanned;
}

QList<std::pair<qsizetype, qsizetype>> LogSearch::matches(QStringView text) const { return d->matcher.matches(text); }

} // namespace models
