// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logmerge.h"

#include <algorithm>

namespace models {

namespace {

constexpr size_t mostKept = 16; // expanded pieces: what LogFilter::marks() walks of a short log

} // namespace

/// Walks the lines of one source and knows their times.
class LogMerge::Cursor
{
public:
    Cursor(const MergeSource &source, quint32 number, quint32 line, quint32 limit)
        : m_source(&source)
        , m_number(number)
        , m_line(line)
        , m_limit(limit)
    {
    }

    bool atEnd() const { return m_line >= m_limit; }
    quint32 number() const { return m_number; }
    quint32 line() const { return m_line; }
    Key key()
    {
        const qint64 block = m_line / LineIndex::stride;
        if (m_line % LineIndex::stride == 0 && block != m_block)
            return {m_source->blockTime(block), m_number};
        load(block);
        return {m_times[m_line % LineIndex::stride], m_number};
    }
    /// Step over all lines that are not after `bound`, at most `most`; returns how many.
    quint32 skipUntil(Key bound, quint32 most)
    {
        const quint32 from = m_line;
        const quint32 end = quint32(std::min<quint64>(m_limit, quint64(m_line) + most));
        while (m_line < end) {
            const quint32 nextBlock = m_line / quint32(LineIndex::stride) + 1;
            const quint64 blockEnd = quint64(nextBlock) * LineIndex::stride;
            // Mostly the answer is in this block: then nobody needs to be asked for the next one.
            const bool stopsHere = m_block == qint64(nextBlock) - 1 && m_loaded == LineIndex::stride
                && Key {m_times.back(), m_number} > bound;
            if (!stopsHere && blockEnd < end && Key {m_source->blockTime(nextBlock), m_number} <= bound) {
                m_line = quint32(blockEnd);
                continue;
            }
            load(nextBlock - 1);
            const quint32 stop = quint32(std::min<quint64>(blockEnd, end));
            while (m_line < stop && Key {m_times[m_line % LineIndex::stride], m_number} <= bound)
                ++m_line;
            if (m_line < stop)
                break;
        }
        return m_line - from;
    }

private:
    void load(qint64 block)
    {
        if (block == m_block && m_line % LineIndex::stride < m_loaded)
            return;
        m_loaded = quint32(m_source->readTimes(block, m_times));
        for (auto i = size_t(m_loaded); i < m_times.size(); ++i) // the disk refused: keep the order, lose nothing
            m_times[i] = m_loaded ? m_times[m_loaded - 1] : m_source->blockTime(block);
        m_block = block;
    }

    const MergeSource *m_source;
    quint32 m_number;
    quint32 m_line;
    quint32 m_limit;
    quint32 m_loaded = 0;
    qint64 m_block = -1;
    std::array<qint64, LineIndex::stride> m_times;
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

    Merger(const Sources &sources, const Checkpoint &from, const std::vector<quint32> &limits)
    {
        m_cursors.reserve(limits.size()); // they are pointed at
        for (quint32 i = 0; i < limits.size(); ++i) {
            Cursor cursor(*sources[i], i, countOf(from, i), limits[i]);
            if (!cursor.atEnd()) {
                const Key key = cursor.key();
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
        constexpr Key endOfTime {std::numeric_limits<qint64>::max(), std::numeric_limits<quint32>::max()};
        const Key bound = m_heads.size() > 2 ? std::min(m_heads[1].key, m_heads[2].key)
            : m_heads.size() > 1             ? m_heads[1].key
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
        Key key;
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

LogMerge::Key LogMerge::keyOf(const Sources &sources, LineRef line)
{
    return Cursor(*sources[line.source], line.source, line.line, line.line + 1).key();
}

size_t LogMerge::restartPoint(Key first, bool &append) const
{
    append = m_size == 0 || m_last < first;
    if (append || m_checkpoints.empty())
        return 0;
    const auto after = std::ranges::partition_point(
        m_checkpoints, [first](const Checkpoint &checkpoint) { return checkpoint.before < first; });
    return after == m_checkpoints.begin() ? 0 : size_t(after - m_checkpoints.begin()) - 1;
}

qint64 LogMerge::update(const Sources &sources, const std::vector<quint32> &limits)
{
    constexpr Key endOfTime {std::numeric_limits<qint64>::max(), std::numeric_limits<quint32>::max()};
    Key first = endOfTime;
    const Checkpoint oldEnd {m_last, m_ends};
    for (quint32 i = 0; i < limits.size(); ++i) {
        Cursor cursor(*sources[i], i, countOf(oldEnd, i), limits[i]);
        if (!cursor.atEnd())
            first = std::min(first, cursor.key());
    }
    if (first == endOfTime)
        return m_size;

    bool append = false;
    const size_t restart = restartPoint(first, append);
    Checkpoint at = append ? oldEnd : m_checkpoints[restart];
    const Checkpoint from = at;
    const size_t keep = append ? m_checkpoints.size() : restart;
    qint64 place = append ? m_size : qint64(restart) * stride;
    qint64 firstChanged = append ? m_size : -1;
    at.counts.resize(limits.size());
    std::vector<Checkpoint> added;
    Merger merger(sources, from, limits);
    for (Merger::Run run;;) {
        if (place == qint64(keep + added.size()) * stride)
            added.push_back(at);
        if (!merger.next(run, quint32(stride - place % stride)))
            break;
        const quint32 known = countOf(oldEnd, run.source);
        if (firstChanged < 0 && run.line + run.count > known)
            firstChanged = place + (known > run.line ? known - run.line : 0);
        at.counts[run.source] = run.line + run.count;
        place += run.count;
        if (place % stride == 0)
            at.before = keyOf(sources, {run.source, run.line + run.count - 1});
    }
    Key last = m_last;
    for (quint32 i = 0; i < limits.size(); ++i) {
        if (limits[i] > countOf(oldEnd, i))
            last = std::max(last, keyOf(sources, {i, limits[i] - 1}));
    }

    const std::lock_guard lock(m_mutex);
    m_sources = sources;
    m_checkpoints.resize(keep);
    std::ranges::move(added, std::back_inserter(m_checkpoints));
    m_ends = limits;
    m_last = last;
    m_size = place;
    ++m_generation;
    std::erase_if(m_cache, [firstChanged](const auto &entry) { return (entry.first + 1) * stride > firstChanged; });
    return firstChanged < 0 ? place : firstChanged;
}

qint64 LogMerge::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_size;
}

LogMerge::Expanded LogMerge::expand(qint64 block) const
{
    Checkpoint checkpoint;
    Sources sources;
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
    Sources sources;
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
    const auto found
        = std::ranges::partition_point(*lines, [&](LineRef line) { return keyOf(sources, line).time < time; });
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
