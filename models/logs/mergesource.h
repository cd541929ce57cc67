// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lineindex.h"

#include <QtTypes>

#include <array>
#include <compare>
#include <limits>
#include <memory>
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

using MergeSources = std::vector<std::shared_ptr<const MergeSource>>;

/// One line of a merged view.
struct LineRef
{
    quint32 source = 0; ///< position in the list of sources
    quint32 line = 0;

    bool operator==(const LineRef &) const = default;
};

/// What lines are ordered by; lines of one source with the same key stand as they do there.
struct MergeKey
{
    qint64 time = std::numeric_limits<qint64>::min();
    quint32 source = 0;

    auto operator<=>(const MergeKey &) const = default;
};

} // namespace models
