// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/indexedlines.h"
#include "models/logs/linetap.h"
#include "models/logs/mergesource.h"
#include "models/logs/logspool.h"
#include "models/logs/timestamp.h"

#include <functional>
#include <string>

namespace models {

/// One source's bytes, line index and times. One thread appends (the ingest thread), any thread reads.
class SourceLog : public IndexedLines, public MergeSource
{
public:
    SourceLog(int id, const QString &spoolBase);

    /// Spools, indexes and shows every complete line to the tap. On a full disk the rest of the bytes is not taken.
    /// What comes after a gap begins with a line of its own, and the line that the gap cut off ends there.
    k8s::Result<> append(std::string_view bytes, LineTap *tap);
    /// These bytes come next and are not kept.
    void skip(std::string_view bytes);
    /// Nothing more comes: a last line without an end counts from now on.
    void finish(LineTap *tap);
    bool compressSome() { return m_spool.compressSome(); }
    void removeFiles() { m_spool.removeFiles(); }
    /// Gives back the memory of the newest lines' times, which can be read from the disk: when they are merged.
    void forgetRecentTimes();

    qint64 byteCount() const { return m_spool.size(); }
    /// What grows with the lines in memory.
    qsizetype memoryBytes() const;
    qint64 diskBytes() const { return m_spool.diskBytes(); }

    int readTimes(qint64 block, std::array<qint64, LineIndex::stride> &times) const override;
    qint64 blockTime(qint64 block) const override;

private:
    k8s::Result<> keep(std::string_view bytes, LineTap *tap);
    void dropRestOfLine(std::string_view &bytes);
    k8s::Result<> endCutLine(LineTap *tap);
    void tapLine(std::string_view line, LineTap *tap);
    void publishTimes();

    const int m_id;
    LogSpool m_spool;
    std::string m_open; // ingest: the line that has no end yet, as far as the tap may want it
    bool m_gap = false; // ingest: bytes are missing behind those that are kept
    bool m_gapEndsInLine = false; // ingest: and what comes next is the rest of a line
    bool m_openIsTold = false; // ingest: what is kept ends within a line that counts already, see finish()
    qint64 m_tapped = 0; // ingest: lines shown to the tap
    qint64 m_time = 0; // ingest: of the newest line, never falling
    StampReader m_stamps; // ingest
    std::vector<qint64> m_newTimes; // ingest: of the lines that are not published yet

    // The newest lines are merged soon: their times need not be read from the disk again.
    using BlockTimes = std::array<qint64, LineIndex::stride>;
    static constexpr qint64 recentBlocks = 128;
    mutable std::mutex m_timesMutex; // guards everything below
    std::vector<qint64> m_blockTimes;
    std::vector<BlockTimes> m_recent; // block b at b % recentBlocks
    qint64 m_recentFrom = 0; // the first block of which m_recent has every line
    qint64 m_published = 0; // lines whose times are known
};

} // namespace models
