// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/mergesource.h"

namespace models {

/// The times of one source's lines, of which it keeps the two blocks that were asked for last. One thread.
class SourceTimes
{
public:
    explicit SourceTimes(const MergeSource &source)
        : m_source(&source)
    {
    }

    qint64 at(quint32 line);
    /// The first line in [first, last) whose time is not before `time`; `last` if there is none.
    quint32 firstNotBefore(qint64 time, quint32 first, quint32 last);

private:
    struct Block
    {
        qint64 number = -1;
        quint32 known = 0; // lines whose times were read
        std::array<qint64, LineIndex::stride> times;
    };
    const Block *kept(quint32 line) const;
    const Block &load(quint32 line);

    const MergeSource *m_source;
    std::array<Block, 2> m_blocks; // even and odd ones: who goes forward looks back a little
};

} // namespace models
