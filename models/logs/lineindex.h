// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/simd.h"

#include <QtTypes>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace models {

/// Line ends of a piece of text, counted before it is known where the piece stands: several threads may count pieces
/// of one text side by side.
class CountedPiece
{
public:
    static constexpr size_t partBytes = 256;
    static constexpr size_t mostBytes = 256 * 1024;

    /// At most `mostBytes`, which have to stay until LineIndex::append().
    void count(std::string_view bytes, Registers registers = Registers::Best);
    std::string_view bytes() const { return m_bytes; }
    qint64 lines() const { return m_lines; }

private:
    friend class LineIndex;
    std::string_view m_bytes;
    qint64 m_lines = 0;
    std::array<quint16, mostBytes / partBytes> m_parts {}; // line ends of every 256 bytes
};

/// Where lines begin, for one line in 64: 0.125 B per line. The lines between are found by reading on from there.
/// Not thread safe.
class LineIndex
{
public:
    static constexpr qint64 stride = 64;
    /// Lines longer than this are known by both ends, so that nobody reads through one to get past it.
    static constexpr qint64 longLine = qint64(CountedPiece::mostBytes);
    struct LongLine
    {
        qint64 line = 0;
        qint64 begin = 0, end = 0; ///< without its line end
    };

    /// More bytes of the text, in order.
    void append(std::string_view bytes);
    void append(const CountedPiece &piece);

    /// Lines that have their end.
    qint64 lineCount() const { return m_lines; }
    qint64 byteCount() const { return m_bytes; }
    /// Bytes after the last line end.
    qint64 openBytes() const { return m_bytes - m_lastEnd; }

    /// The first line of the block that an offset lies in.
    qint64 blockOf(qint64 offset) const
    {
        return (std::ranges::upper_bound(m_offsets, offset) - m_offsets.begin() - 1) * stride;
    }
    /// Where line `line - line % stride` begins; `line` may be lineCount().
    qint64 blockOffset(qint64 line) const { return m_offsets[size_t(line / stride)]; }
    /// Where the block after that of `line` begins, byteCount() for the last.
    qint64 blockEnd(qint64 line) const;
    /// The long ones of [first, last), the open one with what is there of it.
    std::vector<LongLine> longLines(qint64 first, qint64 last) const;
    qsizetype memoryBytes() const
    {
        return qsizetype(m_offsets.capacity() * sizeof(qint64) + m_longLines.capacity() * sizeof(LongLine));
    }

private:
    std::vector<qint64> m_offsets {0};
    std::vector<LongLine> m_longLines;
    qint64 m_lines = 0;
    qint64 m_bytes = 0;
    qint64 m_lastEnd = 0;
};

/// How often `what` occurs; as fast as memory for long texts.
qint64 countBytes(std::string_view text, char what, Registers registers = Registers::Best);

} // namespace models
