// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <string_view>
#include <vector>

namespace models {

/// Where lines begin, for one line in 64: 0.125 B per line. The lines between are found by reading on from there.
/// Not thread safe.
class LineIndex
{
public:
    static constexpr qint64 stride = 64;

    /// More bytes of the text, in order.
    void append(std::string_view bytes);

    /// Lines that have their end.
    qint64 lineCount() const { return m_lines; }
    qint64 byteCount() const { return m_bytes; }
    /// Bytes after the last line end.
    qint64 openBytes() const { return m_bytes - m_lastEnd; }

    /// Where line `line - line % stride` begins; `line` may be lineCount().
    qint64 blockOffset(qint64 line) const { return m_offsets[size_t(line / stride)]; }
    /// Where the block after that of `line` begins, byteCount() for the last.
    qint64 blockEnd(qint64 line) const;
    qsizetype memoryBytes() const { return qsizetype(m_offsets.capacity() * sizeof(qint64)); }

private:
    void placeBlocks(const char *data, size_t size);

    std::vector<qint64> m_offsets {0};
    qint64 m_lines = 0;
    qint64 m_bytes = 0;
    qint64 m_lastEnd = 0;
};

/// How often `what` occurs; as fast as memory for long texts.
qint64 countBytes(std::string_view text, char what);

} // namespace models
