// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/indexedlines.h"

#include <cstring>
#include <string>

namespace models {

namespace {

constexpr qint64 walkBytes = 256 * 1024;
constexpr qint64 scanBytes = 256 * 1024; // stays in the processor's cache between reading and looking

QByteArray readPiece(const ByteStore &store, qint64 offset, qint64 length)
{
    QByteArray piece(length, Qt::Uninitialized);
    piece.truncate(store.read(offset, length, piece.data()));
    return piece;
}

/// Reads lines from their bytes and shows those of [first, last).
struct LineWalk
{
    const qint64 first, last, most;
    const IndexedLines::Visit &visit;
    qint64 line; // where we are
    std::string kept {}; // of a line that spans pieces
    qint64 length = 0;

    /// Bytes in which lines begin and end; false if the store refuses.
    bool read(const ByteStore &store, qint64 at, qint64 end);
    /// One line that is too long to be read through.
    bool readCut(const ByteStore &store, const LineIndex::LongLine &cut);

private:
    void take(std::string_view rest);
};

bool LineWalk::read(const ByteStore &store, qint64 at, qint64 end)
{
    for (QByteArray piece; at < end && line < last; at += piece.size()) {
        piece = readPiece(store, at, std::min(walkBytes, end - at));
        if (piece.isEmpty())
            return false;
        take({piece.constData(), size_t(piece.size())});
    }
    if (line >= first && line < last && length > 0)
        visit(line, kept, length); // the last one, without an end
    return true;
}

void LineWalk::take(std::string_view rest)
{
    while (!rest.empty() && line < last) {
        const void *found = std::memchr(rest.data(), '\n', rest.size());
        const size_t part = found ? size_t(static_cast<const char *>(found) - rest.data()) : rest.size();
        const bool wanted = line >= first;
        if (wanted && found && length == 0) {
            visit(line, rest.substr(0, std::min(part, size_t(most))), qint64(part));
        } else if (wanted) {
            if (qint64(kept.size()) < most)
                kept.append(rest.substr(0, std::min(part, size_t(most) - kept.size())));
            length += qint64(part);
            if (found)
                visit(line, kept, length);
        }
        if (!found)
            return;
        kept.clear();
        length = 0;
        ++line;
        rest.remove_prefix(part + 1);
    }
}

bool LineWalk::readCut(const ByteStore &store, const LineIndex::LongLine &cut)
{
    const qint64 whole = cut.end - cut.begin;
    const QByteArray head = readPiece(store, cut.begin, std::min(most, whole));
    if (head.isEmpty() && most > 0)
        return false;
    visit(cut.line, {head.constData(), size_t(head.size())}, whole);
    return true;
}

} // namespace

qint64 IndexedLines::lineCount() const
{
    const std::lock_guard lock(m_mutex);
    return lineCountLocked();
}

qint64 IndexedLines::indexedBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_index.byteCount();
}

qsizetype IndexedLines::indexMemory() const
{
    const std::lock_guard lock(m_mutex);
    return m_index.memoryBytes();
}

void IndexedLines::index(std::string_view bytes)
{
    const std::lock_guard lock(m_mutex);
    m_index.append(bytes);
    m_finished = false;
}

void IndexedLines::index(const CountedPiece &piece)
{
    const std::lock_guard lock(m_mutex);
    m_index.append(piece);
    m_finished = false;
}

void IndexedLines::setFinished(bool finished)
{
    const std::lock_guard lock(m_mutex);
    m_finished = finished;
}

void IndexedLines::readLines(qint64 first, qint64 count, qint64 most, const Visit &visit) const
{
    const qint64 begin = first - first % LineIndex::stride; // of the block: its lines are counted from there
    qint64 last = 0, at = 0, end = 0;
    std::vector<LineIndex::LongLine> longOnes;
    {
        const std::lock_guard lock(m_mutex);
        last = std::min(first + count, lineCountLocked());
        if (last <= first)
            return;
        at = m_index.blockOffset(first);
        end = m_index.blockEnd(last - 1);
        longOnes = m_index.longLines(begin, last);
    }
    LineWalk walk {first, last, most, visit, begin};
    for (const LineIndex::LongLine &line : longOnes) {
        if (!walk.read(m_store, at, line.begin))
            return;
        if (line.line >= first && !walk.readCut(m_store, line))
            return;
        walk.line = line.line + 1;
        at = line.end + 1;
    }
    walk.read(m_store, at, end);
}

/// The number of the line that begins at `offset`, right after `text`, which begins with line `before`. The index knows
/// it to 64 lines, so that not all of a text is counted that nobody asked the lines of.
qint64 IndexedLines::lineAt(qint64 offset, qint64 before, std::string_view text) const
{
    qint64 block = 0, blockBegin = 0;
    {
        const std::lock_guard lock(m_mutex);
        block = m_index.blockOf(offset);
        blockBegin = m_index.blockOffset(block);
    }
    const auto since = size_t(offset - blockBegin);
    return since <= text.size() ? block + countBytes(text.substr(text.size() - since), '\n')
                                : before + countBytes(text, '\n');
}

bool IndexedLines::scan(qint64 firstLine, qint64 endLine, const Pieces &visit) const
{
    qint64 at = 0, end = 0;
    qint64 skip = firstLine % LineIndex::stride;
    {
        const std::lock_guard lock(m_mutex);
        if (firstLine >= std::min(lineCountLocked(), endLine))
            return true;
        at = m_index.blockOffset(firstLine);
        if (endLine <= m_index.lineCount())
            end = m_index.blockOffset(endLine);
        else
            end = m_finished ? m_index.byteCount() : m_index.byteCount() - m_index.openBytes();
    }
    qint64 line = firstLine;
    std::string piece; // what is left of a line whose end is in the next piece, then that
    for (size_t kept = 0; at < end;) {
        if (piece.size() < kept + size_t(scanBytes))
            piece.resize(kept + size_t(scanBytes));
        const qint64 count = m_store.read(at, std::min(scanBytes, end - at), piece.data() + kept);
        if (count <= 0)
            return false;
        at += count;
        std::string_view lines(piece.data(), kept + size_t(count));
        for (; skip > 0 && !lines.empty(); --skip) {
            const void *found = std::memchr(lines.data(), '\n', lines.size());
            if (!found) {
                lines.remove_prefix(lines.size()); // the beginning of a line that nobody wants
                break;
            }
            lines.remove_prefix(size_t(static_cast<const char *>(found) - lines.data()) + 1);
        }
        const std::string_view fresh = lines.substr(std::min(kept, lines.size()));
        const void *last = at < end ? ::memrchr(fresh.data(), '\n', fresh.size()) : nullptr;
        const size_t take = at >= end ? lines.size()
            : last                    ? size_t(static_cast<const char *>(last) - lines.data()) + 1
                                      : 0;
        if (take > 0) {
            const std::string_view whole = lines.substr(0, take);
            if (!visit(line, whole))
                return true;
            if (at < end)
                line = lineAt(at - qint64(lines.size() - take), line, whole);
        }
        lines.remove_prefix(take);
        kept = lines.size();
        if (kept > 0)
            std::memmove(piece.data(), lines.data(), kept);
    }
    return true;
}

} // namespace models
