// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logmerge.h"

#include "models/logs/mergesplit.h"

#include <algorithm>
#include <numeric>

namespace models {

namespace {

constexpr MergeKey endOfTime {std::numeric_limits<qint64>::max(), std::numeric_limits<quint32>::max()};
constexpr size_t mostKept = 16; // expanded pieces: what LogFilter::marks() walks of a short log

} // namespace

/// Walks the lines of one source and knows their times.
class LogMerge::Cursor
{
public:
    Cursor(const MergeSource &source, quint32 number, quint32 line, quint32 limit)
        : m_times(source)
        , m_number(number)
        , m_line(line)
        , m_limit(limit)
    {
    }

    bool atEnd() const { return m_line >= m_limit; }
    quint32 number() const { return m_number; }
    quint32 line() const { return m_line; }
    MergeKey key() { return {m_times.at(m_line), m_number}; }
    /// Step over all lines that are not after `bound`, at most `most`; returns how many.
    quint32 skipUntil(MergeKey bound, quint32 most)
    {
        const quint32 from = m_line, end = quint32(std::min<quint64>(m_limit, quint64(m_line) + most));
        if (bound == endOfTime)
            m_line = end;
        else
            m_line = m_times.firstNotBefore(bound.time + (m_number <= bound.source ? 1 : 0), from, end);
        return m_line - from;
    }

private:
    SourceTimes m_times;
    quint32 m_number;
    quint32 m_line;
    quint32 m_limit;
};

/// Merges from one place on: yields runs of lines of one source.
class LogMerge::Merger
{
public:
    struct Run
    {
        quint32 source = 0;
        quint32 line = 0;
        quint32 count = 0;
    };

    Merger(const MergeSources &sources, const Checkpoint &from, const std::vector<quint32> &limits)
    {
        m_cursors.reserve(limits.size()); // they are pointed at
        for (quint32 i = 0; i < limits.size(); ++i) {
            Cursor cursor(*sources[i], i, countOf(from, i), limits[i]);
            if (!cursor.atEnd()) {
                const MergeKey key = cursor.key();
                m_heads.push_back({key, &m_cursors.emplace_back(cursor)});
            }
        }
        std::ranges::make_heap(m_heads, later);
    }

    bool next(Run &run, quint32 most)
    {
        if (m_heads.empty())
            return false;
        Head &head = m_heads.front();
        const MergeKey bound = m_heads.size() > 2 ? std::min(m_heads[1].key, m_heads[2].key)
            : m_heads.size() > 1                  ? m_heads[1].key
                                                  : endOfTime;
        run = {head.cursor->number(), head.cursor->line(), 0};
        run.count = head.cursor->skipUntil(bound, most);
        if (head.cursor->atEnd()) {
            std::ranges::pop_heap(m_heads, later);
            m_heads.pop_back();
        } else {
            head.key = head.cursor->key();
            sinkFirst();
        }
        return true;
    }

private:
    struct Head
    {
        MergeKey key;
        Cursor *cursor = nullptr;
    };
    /// The first became later: puts it where it belongs in the heap.
    void sinkFirst()
    {
        const Head head = m_heads.front();
        size_t at = 0;
        for (size_t child = 1; child < m_heads.size(); child = 2 * at + 1) {
            if (child + 1 < m_heads.size() && m_heads[child + 1].key < m_heads[child].key)
                ++child;
            if (head.key <= m_heads[child].key)
                break;
            m_heads[at] = m_heads[child];
            at = child;
        }
        m_heads[at] = head;
    }
    static bool later(const Head &a, const Head &b) { return a.key > b.key; }
    std::vector<Cursor> m_cursors;
    std::vector<Head> m_heads; // a heap, the earliest first
};

quint32 LogMerge::countOf(const Checkpoint &checkpoint, quint32 source)
{
    return source < checkpoint.counts.size() ? checkpoint.counts[source] : 0;
}

/// How many checkpoints stay as they are when a line with this key comes in: those with only earlier lines before them.
size_t LogMerge::checkpointsBefore(MergeKey first) const
{
    const auto after = std::ranges::partition_point(
        m_checkpoints, [first](const Checkpoint &checkpoint) { return checkpoint.before < first; });
    return size_t(after - m_checkpoints.begin());
}

/// Where a line with this key goes among those that are known already.
qint64 LogMerge::placeAmongKnown(MergeKey key, const MergeSources &sources, const std::vector<quint32> &known)
{
    qint64 place = 0;
    for (quint32 i = 0; i < known.size(); ++i) {
        place += i == key.source
            ? known[i]
            : SourceTimes(*sources[i]).firstNotBefore(key.time + (i < key.source ? 1 : 0), 0, known[i]);
    }
    return place;
}

qint64 LogMerge::update(const MergeSources &sources, std::vector<quint32> limits)
{
    std::vector<quint32> known = m_ends;
    known.resize(limits.size());
    // A last line without an end counts while its log has ended, and for a moment not when that goes on.
    std::ranges::transform(limits, known, limits.begin(),
                           [](quint32 now, quint32 before) { return std::max(now, before); });
    MergeKey first = endOfTime, last = m_last;
    for (quint32 i = 0; i < limits.size(); ++i) {
        if (known[i] == limits[i])
            continue;
        SourceTimes times(*sources[i]);
        first = std::min(first, {times.at(known[i]), i});
        last = std::max(last, {times.at(limits[i] - 1), i});
    }
    if (first == endOfTime)
        return m_size;

    const size_t keep = checkpointsBefore(first);
    MergeSplit split(sources, keep > 0 ? m_checkpoints[keep - 1].counts : std::vector<quint32>(), limits);
    std::vector<Checkpoint> added;
    const qint64 size = std::accumulate(limits.begin(), limits.end(), qint64(0));
    const qint64 firstChanged = m_last < first ? m_size : placeAmongKnown(first, sources, known);
    for (qint64 place = qint64(keep) * stride; place <= size; place += stride) {
        split.advanceTo(place);
        added.push_back({split.last(), split.counts()});
    }

    const std::lock_guard lock(m_mutex);
    m_sources = sources;
    m_checkpoints.resize(keep);
    std::ranges::move(added, std::back_inserter(m_checkpoints));
    m_ends = limits;
    m_last = last;
    m_size = size;
    ++m_generation;
    std::erase_if(m_cache, [firstChanged](const auto &entry) { return (entry.first + 1) * stride > firstChanged; });
    return firstChanged;
}

qint64 LogMerge::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_size;
}

LogMerge::Expanded LogMerge::expand(qint64 block) const
{
    Checkpoint checkpoint;
    MergeSources sources;
    std::vector<quint32> ends;
    qint64 wanted = 0;
    quint64 generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[cached, lines] : m_cache) {
            if (cached == block)
                return lines;
        }
        if (block < 0 || block * stride >= m_size)
            return std::make_shared<std::vector<LineRef>>();
        checkpoint = m_checkpoints[size_t(block)];
        sources = m_sources;
        ends = m_ends;
        wanted = std::min(stride, m_size - block * stride);
        generation = m_generation;
    }
    auto lines = std::make_shared<std::vector<LineRef>>();
    lines->reserve(size_t(wanted));
    Merger merger(sources, checkpoint, ends);
    for (Merger::Run run;
         qint64(lines->size()) < wanted && merger.next(run, quint32(wanted - qint64(lines->size())));) {
        for (quint32 i = 0; i < run.count; ++i)
            lines->push_back({run.source, run.line + i});
    }
    const std::lock_guard lock(m_mutex);
    if (generation == m_generation) {
        m_cache.emplace_back(block, lines);
        if (m_cache.size() > mostKept)
            m_cache.pop_front();
    }
    return lines;
}

LineRef LogMerge::at(qint64 place) const
{
    const Expanded lines = expand(place / stride);
    const auto within = size_t(place % stride);
    return within < lines->size() ? (*lines)[within] : LineRef {};
}

std::vector<LineRef> LogMerge::range(qint64 first, qint64 count) const
{
    std::vector<LineRef> found;
    while (count > 0) {
        const Expanded lines = expand(first / stride);
        const auto within = first % stride;
        const qint64 part = std::min(count, qint64(lines->size()) - within);
        if (part <= 0)
            break;
        found.insert(found.end(), lines->begin() + within, lines->begin() + within + part);
        first += part;
        count -= part;
    }
    return found;
}

qint64 LogMerge::placeOf(LineRef line) const
{
    qint64 block = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (line.source >= m_ends.size() || line.line >= m_ends[line.source])
            return -1;
        const auto after = std::ranges::partition_point(m_checkpoints, [line](const Checkpoint &checkpoint) {
            return countOf(checkpoint, line.source) <= line.line;
        });
        block = (after - m_checkpoints.begin()) - 1;
    }
    const Expanded lines = expand(block);
    const auto found = std::ranges::find(*lines, line);
    return found == lines->end() ? -1 : block * stride + (found - lines->begin());
}

qint64 LogMerge::linesBefore(quint32 source, qint64 place) const
{
    qint64 count = 0;
    const qint64 block = place / stride;
    {
        const std::lock_guard lock(m_mutex);
        if (place >= m_size)
            return source < m_ends.size() ? m_ends[source] : 0;
        count = countOf(m_checkpoints[size_t(block)], source);
        if (place % stride == 0)
            return count; // known without reading a line
    }
    const Expanded lines = expand(block);
    const auto end = lines->begin() + std::min<qint64>(place % stride, qint64(lines->size()));
    return count + std::count_if(lines->begin(), end, [source](LineRef line) { return line.source == source; });
}

qint64 LogMerge::placeOfTime(qint64 time) const
{
    qint64 block = 0;
    MergeSources sources;
    {
        const std::lock_guard lock(m_mutex);
        if (m_size == 0 || m_last.time < time)
            return m_size;
        const auto after = std::ranges::partition_point(
            m_checkpoints, [time](const Checkpoint &checkpoint) { return checkpoint.before.time < time; });
        block = std::max<qint64>(0, (after - m_checkpoints.begin()) - 1);
        sources = m_sources;
    }
    const Expanded lines = expand(block);
    const auto found = std::ranges::partition_point(
        *lines, [&](LineRef line) { return SourceTimes(*sources[line.source]).at(line.line) < time; });
    return block * stride + (found - lines->begin());
}

qsizetype LogMerge::memoryBytes() const
{
    const std::lock_guard lock(m_mutex);
    qsizetype bytes = qsizetype(m_checkpoints.capacity() * sizeof(Checkpoint));
    for (const Checkpoint &checkpoint : m_checkpoints)
        bytes += qsizetype(checkpoint.counts.capacity() * sizeof(quint32));
    return bytes;
}

} // namespace models
