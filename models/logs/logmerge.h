// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/mergesource.h"

#include <deque>
#include <mutex>

namespace models {

/// Lines of several sources in the order of (time, source). The order is a pure function of the sources, so only every
/// 4096th place of it is kept (4 B per source) and the places between are merged again when they are looked at.
/// One thread calls update(), any thread reads.
class LogMerge
{
public:
    static constexpr qint64 stride = 4096;

    /// Take in new lines: source i now has limits[i] of them. Sources are only ever added at the end.
    /// Returns the first place that changed (the old size if lines were only appended).
    qint64 update(const MergeSources &sources, std::vector<quint32> limits);

    qint64 size() const;
    LineRef at(qint64 place) const;
    std::vector<LineRef> range(qint64 first, qint64 count) const;
    /// Where line `line` of source `source` stands; -1 if it is not merged yet.
    qint64 placeOf(LineRef line) const;
    /// How many lines of `source` stand before `place`.
    qint64 linesBefore(quint32 source, qint64 place) const;
    /// First place whose time is not before `time`.
    qint64 placeOfTime(qint64 time) const;
    qsizetype memoryBytes() const;

private:
    struct Checkpoint
    {
        MergeKey before; // of the line before this place
        std::vector<quint32> counts; // lines of each source before this place
    };
    using Expanded = std::shared_ptr<const std::vector<LineRef>>;
    class Cursor;
    class Merger;

    size_t checkpointsBefore(MergeKey first) const;
    static qint64 placeAmongKnown(MergeKey key, const MergeSources &sources, const std::vector<quint32> &known);
    Expanded expand(qint64 block) const;
    static quint32 countOf(const Checkpoint &checkpoint, quint32 source);

    mutable std::mutex m_mutex; // guards everything below; update()'s thread alone writes and reads its own without it
    MergeSources m_sources;
    std::vector<Checkpoint> m_checkpoints; // place i * stride
    std::vector<quint32> m_ends;
    MergeKey m_last;
    qint64 m_size = 0;
    quint64 m_generation = 0;
    mutable std::deque<std::pair<qint64, Expanded>> m_cache;
};

} // namespace models
