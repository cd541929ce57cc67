// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/sourcelog.h"

#include "models/logs/simd.h"
#include "models/logs/timestamp.h"

#include <bit>
#include <cstring>

namespace models {

namespace {

constexpr size_t openCap = 64 * 1024; // no metric stands in a longer line

/// Takes every whole line, without its end; returns where the rest begins.
template <class Take>
size_t takeLinesPlain(std::string_view bytes, size_t from, Take take)
{
    for (;;) {
        const void *found = std::memchr(bytes.data() + from, '\n', bytes.size() - from);
        if (!found)
            return from;
        const auto end = size_t(static_cast<const char *>(found) - bytes.data());
        take(bytes.substr(from, end - from));
        from = end + 1;
    }
}

#ifdef PILOTHOUSE_AVX2
template <class Take>
PILOTHOUSE_AVX2 size_t takeLinesWide(std::string_view bytes, Take take)
{
    constexpr size_t width = sizeof(__m256i), step = 2 * width;
    const __m256i wanted = _mm256_set1_epi8('\n');
    size_t from = 0;
    for (size_t at = 0; at + step <= bytes.size(); at += step) {
        const auto ends = [&](size_t place) PILOTHOUSE_AVX2 {
            const __m256i part = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(bytes.data() + place));
            return quint32(_mm256_movemask_epi8(_mm256_cmpeq_epi8(part, wanted)));
        };
        for (quint64 hits = ends(at) | quint64(ends(at + width)) << width; hits; hits &= hits - 1) {
            const size_t end = at + size_t(std::countr_zero(hits));
            take(bytes.substr(from, end - from));
            from = end + 1;
        }
    }
    return takeLinesPlain(bytes, from, take);
}
#endif

template <class Take>
size_t takeLines(std::string_view bytes, Take take)
{
#ifdef PILOTHOUSE_AVX2
    if (hasWideRegisters())
        return takeLinesWide(bytes, take);
#endif
    return takeLinesPlain(bytes, 0, take);
}

} // namespace

SourceLog::SourceLog(int id, const QString &spoolBase)
    : IndexedLines(m_spool)
    , m_id(id)
    , m_spool(spoolBase)
{
}

void SourceLog::tapLine(std::string_view line, LineTap *tap)
{
    const LineStamp stamp = m_stamps.read(line);
    m_time = std::max(m_time, stamp.nanoseconds);
    m_newTimes.push_back(m_time);
    if (tap)
        tap->line(m_id, m_tapped, stamp.nanoseconds, line.substr(size_t(stamp.length)));
    ++m_tapped;
}

void SourceLog::skip(std::string_view bytes)
{
    if (bytes.empty())
        return;
    m_gap = true;
    m_gapEndsInLine = bytes.back() != '\n';
}

k8s::Result<> SourceLog::append(std::string_view bytes, LineTap *tap)
{
    dropRestOfLine(bytes);
    if (bytes.empty())
        return {};
    auto result = endCutLine(tap);
    const qint64 before = m_spool.size();
    if (result)
        result = keep(bytes, tap);
    skip(bytes.substr(size_t(m_spool.size() - before)));
    return result;
}

/// Of a line whose beginning is missing.
void SourceLog::dropRestOfLine(std::string_view &bytes)
{
    if (!m_gapEndsInLine)
        return;
    const size_t end = bytes.find('\n');
    m_gapEndsInLine = end == std::string_view::npos;
    bytes.remove_prefix(m_gapEndsInLine ? bytes.size() : end + 1);
}

/// Ends a line that nothing more comes of.
k8s::Result<> SourceLog::endCutLine(LineTap *tap)
{
    k8s::Result<> result;
    if (m_openIsTold) {
        result = m_spool.append("\n");
        if (result)
            index("\n");
        m_openIsTold = !result;
    } else if (m_gap && !m_open.empty()) {
        result = keep("\n", tap);
    }
    m_gap = m_gap && !result;
    return result;
}

k8s::Result<> SourceLog::keep(std::string_view bytes, LineTap *tap)
{
    const qint64 before = m_spool.size();
    const auto result = m_spool.append(bytes);
    const std::string_view taken = bytes.substr(0, size_t(m_spool.size() - before));

    const size_t open = takeLines(taken, [&](std::string_view line) {
        if (m_open.empty())
            return tapLine(line, tap);
        m_open.append(line);
        tapLine(m_open, tap);
        m_open.clear();
    });
    if (m_open.size() < openCap)
        m_open.append(taken.substr(open, openCap - m_open.size()));

    publishTimes(); // before the lines: whoever sees a line finds its block's time
    index(taken);
    return result;
}

void SourceLog::finish(LineTap *tap)
{
    if (!m_open.empty()) {
        tapLine(std::exchange(m_open, {}), tap);
        m_openIsTold = true;
    }
    publishTimes();
    setFinished(true);
}

void SourceLog::publishTimes()
{
    const std::lock_guard lock(m_timesMutex);
    const auto count = qint64(m_newTimes.size());
    for (qint64 from = 0, part = 0; from < count; from += part, m_published += part) {
        const qint64 block = m_published / LineIndex::stride, within = m_published % LineIndex::stride;
        part = std::min(count - from, LineIndex::stride - within);
        if (within == 0)
            m_blockTimes.push_back(m_newTimes[size_t(from)]);
        const qint64 needed = std::min(block, recentBlocks - 1) + 1;
        if (qint64(m_recent.size()) < needed)
            m_recent.resize(size_t(needed));
        std::copy_n(m_newTimes.begin() + from, part, m_recent[size_t(block % recentBlocks)].begin() + within);
    }
    m_newTimes.clear();
}

void SourceLog::forgetRecentTimes()
{
    const std::lock_guard lock(m_timesMutex);
    m_recent = {};
    m_recentFrom = (m_published + LineIndex::stride - 1) / LineIndex::stride;
}

qsizetype SourceLog::memoryBytes() const
{
    const std::lock_guard lock(m_timesMutex);
    return indexMemory() + qsizetype(m_blockTimes.capacity() * sizeof(qint64));
}

qint64 SourceLog::blockTime(qint64 block) const
{
    const std::lock_guard lock(m_timesMutex);
    return size_t(block) < m_blockTimes.size() ? m_blockTimes[size_t(block)] : 0;
}

int SourceLog::readTimes(qint64 block, std::array<qint64, LineIndex::stride> &times) const
{
    qint64 time = 0;
    {
        const std::lock_guard lock(m_timesMutex);
        const qint64 newest = (m_published - 1) / LineIndex::stride;
        if (m_published > 0 && block <= newest && block > newest - recentBlocks && block >= m_recentFrom) {
            const auto count = std::min(LineIndex::stride, m_published - block * LineIndex::stride);
            std::copy_n(m_recent[size_t(block % recentBlocks)].begin(), count, times.begin());
            return int(count);
        }
        time = size_t(block) < m_blockTimes.size() ? m_blockTimes[size_t(block)] : 0;
    }
    int count = 0;
    readLines(block * LineIndex::stride, LineIndex::stride, 64, [&](qint64, std::string_view kept, qint64) {
        time = std::max(time, parseStamp(kept).nanoseconds);
        times[size_t(count++)] = time;
    });
    return count;
}

} // namespace models
