// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lanelog.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace models {

LaneLog::LaneLog(LogDocument &base, const QList<int> &sources, QObject *parent)
    : LogDocument(parent)
    , m_base(base)
    , m_lane(sources)
{
    for (const int source : m_lane)
        m_counts.append(countOf(source));
    connect(&base, &LogDocument::linesAppended, this, [this] { takeLines(); });
    connect(&base, &LogDocument::reset, this, [this] { takeLines(); });
    connect(&base, &LogDocument::problemChanged, this, &LogDocument::problemChanged);
}

qint64 LaneLog::countOf(int source) const
{
    const auto lines = m_base.lineSource(source);
    return lines ? lines->lineCount() : 0;
}

void LaneLog::takeLines()
{
    qint64 firstChanged = -1, before = 0;
    for (qsizetype i = 0; i < m_lane.size(); ++i) {
        const qint64 now = countOf(m_lane[i]);
        if (now != m_counts[i] && firstChanged < 0)
            firstChanged = before + m_counts[i];
        before += now;
        m_counts[i] = now;
    }
    if (firstChanged >= 0)
        emit linesAppended(firstChanged);
}

qint64 LaneLog::lineCount() const { return std::accumulate(m_counts.begin(), m_counts.end(), qint64(0)); }

LogLine LaneLog::line(qint64 index) const { return lines(index, 1).value(0); }

QList<LogLine> LaneLog::lines(qint64 first, qint64 count) const
{
    QList<LogLine> found;
    first = std::max<qint64>(first, 0);
    for (qsizetype i = 0; i < m_lane.size() && count > 0; ++i) {
        if (first >= m_counts[i]) {
            first -= m_counts[i];
            continue;
        }
        const qint64 part = std::min(count, m_counts[i] - first);
        found += m_base.sourceLines(m_lane[i], first, part);
        count -= part;
        first = 0;
    }
    return found;
}

QList<LogAnchor> LaneLog::anchors(qint64 first, qint64 count) const
{
    QList<LogAnchor> found;
    first = std::max<qint64>(first, 0);
    for (qsizetype i = 0; i < m_lane.size() && count > 0; ++i) {
        for (; first < m_counts[i] && count > 0; ++first, --count)
            found.append({m_lane[i], first});
        first -= m_counts[i];
    }
    return found;
}

QList<LogLine> LaneLog::sourceLines(int source, qint64 first, qint64 count) const
{
    return m_base.sourceLines(source, first, count);
}

qint64 LaneLog::indexOf(const LogAnchor &anchor) const
{
    qint64 before = 0;
    for (qsizetype i = 0; i < m_lane.size(); ++i) {
        if (m_lane[i] == anchor.source)
            return anchor.number >= 0 && anchor.number < m_counts[i] ? before + anchor.number : -1;
        before += m_counts[i];
    }
    return -1;
}

qint64 LaneLog::linesBefore(int source, qint64 index) const
{
    qint64 before = 0;
    for (qsizetype i = 0; i < m_lane.size(); ++i) {
        if (m_lane[i] == source)
            return std::clamp<qint64>(index - before, 0, m_counts[i]);
        before += m_counts[i];
    }
    return 0;
}

qint64 LaneLog::indexOfTime(qint64 nanoseconds) const
{
    qint64 low = 0, high = lineCount();
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        const qint64 time = line(middle).nanoseconds;
        if (time != 0 && time < nanoseconds)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

QList<QList<int>> laneGroups(const LogDocument &document)
{
    // A sidecar runs beside its rank, so it has a lane of its own; init containers run before it and share one.
    std::map<std::tuple<int, QString, QString>, QList<int>> groups;
    const QList<int> shown = document.shownSources();
    for (const int id : shown) {
        const LogSource &source = document.sources()[id];
        const bool own = !source.main && !source.init;
        groups[{source.rank, source.pod, own ? source.container : QString()}].append(id);
    }
    QList<QList<int>> lanes;
    for (auto &[key, ids] : groups) {
        std::ranges::sort(ids, {}, [&](int id) {
            const LogSource &source = document.sources()[id];
            return std::tuple(!source.init, source.attempt, id);
        });
        lanes.append(ids);
    }
    return lanes;
}

} // namespace models
