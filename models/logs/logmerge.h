// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lineindex.h"

#include <QtTypes>

#include <array>
#include <deque>
#include <limits>
#include <memory>
#include <mutex>
#include <vector>

namespace models {

/// What a merge needs of a source: the times of its lines, never falling (a line that is older than one before it
/// counts as that old). Called from any thread.
class MergeSource
{
public:
    virtual ~MergeSource() = default;
    /// Times of the lines of block `block` (LineIndex::stride lines each); returns how many.
    virtual int readTimes(qint64 block, std::array<qint64, LineIndex::stride> &times) const = 0;
    /// Time of the first line of a block that has one.
    virtual qint64 blockTime(qint64 block) const = 0;
};

/// One line of a merged view.
struct LineRef
{
    quint32 source = 0; ///< position in the list given to update()
    quint32 line = 0;

    bool operator==(const LineRef &) const = default;
};

/// Lines of several sources in the order of (time, source). The order is a pure function of the sources, so only every
/// 4096th place of it is kept (4 B per source) and the places between are merged again when they are looked at.
/// One thread calls update(), any thread reads.
class LogMerge
{
public:
    static constexpr qint64 stride = 4096;
    using Sources = std::vector<std::shared_ptr<const MergeSource>>;

    /// Take in new lines: source i now has limits[i] of them. Sources are only ever added at the end.
    /// Returns the first place that changed (the old size if lines were only appended).
    qint64 update(const Sources &sources, const std::vector<quint32> &limits);

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
    struct Key
    {
        qint64 time = std::numeric_limits<qint64>::min();
        quint32 source = 0;
        auto operator<=>(const Key &) const = default;
    };
    struct Checkpoint
    {
        Key before; // of the line before this place
        std::vector<quint32> counts; // lines of each source before this place
    };
    using Expanded = std::shared_ptr<const std::vector<LineRef>>;
    class Cursor;
    class Merger;

    size_t restartPoint(Key first, bool &append) const;
    Expanded expand(qint64 block) const;
    static Key keyOf(const Sources &sources, LineRef line);
    static quint32 countOf(const Checkpoint &checkpoint, quint32 source);

    mutable std::mutex m_mutex; // guards everything below; update()'s thread alone writes and reads its own without it
    Sources m_sources;
    std::vector<Checkpoint> m_checkpoints; // place i * stride
    std::vector<quint32> m_ends;
    Key m_last;
    qint64 m_size = 0;
    quint64 m_generation = 0;
    mutable std::deque<std::pair<qint64, Expanded>> m_cache;
};

} // namespace models
