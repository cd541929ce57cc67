// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lineindex.h"
#include "models/logs/logdocument.h"

#include <mutex>

namespace models {

/// Bytes that can be read by offset while more are appended. Any thread.
class ByteStore
{
public:
    virtual ~ByteStore() = default;
    /// The bytes [offset, offset + length), fewer at the end or if the disk refuses; returns how many.
    virtual qint64 read(qint64 offset, qint64 length, char *to) const = 0;
};

/// Lines of a byte store by number. One thread tells it of new bytes, any thread reads.
class IndexedLines : public LineSource
{
public:
    using Visit = std::function<void(qint64 line, std::string_view kept, qint64 length)>;

    explicit IndexedLines(const ByteStore &store)
        : m_store(store)
    {
    }

    qint64 lineCount() const override;
    /// The lines [first, first + count), each cut to `most` bytes; `visit` gets the number, the kept bytes (with the
    /// time stamp) and the whole length. No line ends. What is read is bounded by what is kept, however long the lines.
    void readLines(qint64 first, qint64 count, qint64 most, const Visit &visit) const;
    using LineSource::scan;
    bool scan(qint64 firstLine, qint64 endLine, const Pieces &visit) const override;
    qint64 indexedBytes() const;
    qsizetype indexMemory() const;

    /// These bytes are in the store now.
    void index(std::string_view bytes);
    void index(const CountedPiece &piece);
    /// Nothing more comes for now: a last line without an end counts.
    void setFinished(bool finished);

private:
    qint64 lineAt(qint64 offset, qint64 before, std::string_view text) const;
    qint64 lineCountLocked() const { return m_index.lineCount() + (m_finished && m_index.openBytes() > 0 ? 1 : 0); }

    const ByteStore &m_store;
    mutable std::mutex m_mutex; // guards everything below
    LineIndex m_index;
    bool m_finished = false;
};

} // namespace models
