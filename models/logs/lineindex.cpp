// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lineindex.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <cstring>

namespace models {

namespace {

qint64 countPlain(const char *data, size_t size, char what)
{
    constexpr quint64 low = 0x7f7f7f7f7f7f7f7f;
    const quint64 wanted = 0x0101010101010101 * uchar(what);
    qint64 total = 0;
    for (; size >= sizeof(quint64); data += sizeof(quint64), size -= sizeof(quint64)) {
        quint64 word = 0;
        std::memcpy(&word, data, sizeof word);
        word ^= wanted; // zero bytes are hits; what is left of a byte that is not must not spill into the next
        total += std::popcount(~(((word & low) + low) | word | low));
    }
    for (; size > 0; ++data, --size)
        total += *data == what;
    return total;
}

#ifdef PILOTHOUSE_AVX2
PILOTHOUSE_AVX2 qint64 countWide(const char *data, size_t size, char what)
{
    const __m256i wanted = _mm256_set1_epi8(what);
    __m256i total = _mm256_setzero_si256();
    for (; size >= CountedPiece::partBytes; data += CountedPiece::partBytes, size -= CountedPiece::partBytes) {
        __m256i sums = _mm256_setzero_si256(); // eight rounds: a byte cannot overflow
        for (size_t i = 0; i < CountedPiece::partBytes; i += sizeof(__m256i)) {
            const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(data + i));
            sums = _mm256_sub_epi8(sums, _mm256_cmpeq_epi8(bytes, wanted));
        }
        total = _mm256_add_epi64(total, _mm256_sad_epu8(sums, _mm256_setzero_si256()));
    }
    const __m128i half = _mm_add_epi64(_mm256_castsi256_si128(total), _mm256_extracti128_si256(total, 1));
    qint64 count = _mm_cvtsi128_si64(half) + _mm_extract_epi64(half, 1);
    for (; size >= sizeof(__m256i); data += sizeof(__m256i), size -= sizeof(__m256i)) {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(data));
        count += std::popcount(unsigned(_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, wanted))));
    }
    for (; size > 0; ++data, --size)
        count += *data == what;
    return count;
}

PILOTHOUSE_AVX2 qint64 countPartsWide(const char *data, size_t parts, quint16 *counts)
{
    const __m256i wanted = _mm256_set1_epi8('\n');
    qint64 total = 0;
    for (size_t part = 0; part < parts; ++part, data += CountedPiece::partBytes) {
        __m256i sums = _mm256_setzero_si256();
        for (size_t i = 0; i < CountedPiece::partBytes; i += sizeof(__m256i)) {
            const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(data + i));
            sums = _mm256_sub_epi8(sums, _mm256_cmpeq_epi8(bytes, wanted));
        }
        sums = _mm256_sad_epu8(sums, _mm256_setzero_si256());
        const __m128i half = _mm_add_epi64(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
        const qint64 count = _mm_cvtsi128_si64(half) + _mm_extract_epi64(half, 1);
        counts[part] = quint16(count);
        total += count;
    }
    return total;
}
#endif

bool wide(Registers registers) { return registers == Registers::Best && hasWideRegisters(); }

} // namespace

void CountedPiece::count(std::string_view bytes, Registers registers)
{
    m_bytes = bytes;
    const size_t whole = bytes.size() / partBytes;
#ifdef PILOTHOUSE_AVX2
    if (wide(registers)) {
        m_lines = countPartsWide(bytes.data(), whole, m_parts.data());
    } else
#endif
    {
        m_lines = 0;
        for (size_t part = 0; part < whole; ++part) {
            m_parts[part] = quint16(countPlain(bytes.data() + part * partBytes, partBytes, '\n'));
            m_lines += m_parts[part];
        }
    }
    if (const std::string_view rest = bytes.substr(whole * partBytes); !rest.empty()) {
        m_parts[whole] = quint16(countBytes(rest, '\n', registers));
        m_lines += m_parts[whole];
    }
}

void LineIndex::append(const CountedPiece &piece)
{
    const char *const data = piece.m_bytes.data();
    const size_t size = piece.m_bytes.size();
    // Of a piece only the first line can be longer than a piece: it began before.
    if (const void *first = piece.m_lines > 0 && m_bytes + qint64(size) - m_lastEnd > longLine
            ? std::memchr(data, '\n', size)
            : nullptr) {
        const qint64 end = m_bytes + (static_cast<const char *>(first) - data);
        if (end - m_lastEnd > longLine)
            m_longLines.push_back({m_lines, m_lastEnd, end});
    }
    qint64 toNext = stride - m_lines % stride; // line ends until a block begins
    for (size_t at = 0, part = 0; at < size; at += CountedPiece::partBytes, ++part) {
        qint64 count = piece.m_parts[part];
        // Only a part in which a block begins is looked at.
        for (const char *found = data + at; count >= toNext;) {
            for (qint64 i = 0; i < toNext; ++i)
                found = static_cast<const char *>(std::memchr(found, '\n', size_t(data + size - found))) + 1;
            m_offsets.push_back(m_bytes + (found - data));
            count -= toNext;
            toNext = stride;
        }
        toNext -= count;
    }
    m_lines += piece.m_lines;
    if (const void *last = piece.m_lines > 0 ? ::memrchr(data, '\n', size) : nullptr)
        m_lastEnd = m_bytes + (static_cast<const char *>(last) - data) + 1;
    m_bytes += qint64(size);
}

void LineIndex::append(std::string_view bytes)
{
    thread_local CountedPiece piece;
    while (!bytes.empty()) {
        piece.count(bytes.substr(0, CountedPiece::mostBytes));
        append(piece);
        bytes.remove_prefix(piece.bytes().size());
    }
}

std::vector<LineIndex::LongLine> LineIndex::longLines(qint64 first, qint64 last) const
{
    const auto begin = std::ranges::lower_bound(m_longLines, first, {}, &LongLine::line);
    const auto end = std::ranges::lower_bound(m_longLines, last, {}, &LongLine::line);
    std::vector<LongLine> found(begin, end);
    if (first <= m_lines && m_lines < last && openBytes() > longLine)
        found.push_back({m_lines, m_lastEnd, m_bytes});
    return found;
}

qint64 LineIndex::blockEnd(qint64 line) const
{
    const size_t next = size_t(line / stride) + 1;
    return next < m_offsets.size() ? m_offsets[next] : m_bytes;
}

qint64 countBytes(std::string_view text, char what, Registers registers)
{
#ifdef PILOTHOUSE_AVX2
    if (wide(registers))
        return countWide(text.data(), text.size(), what);
#endif
    Q_UNUSED(registers)
    return countPlain(text.data(), text.size(), what);
}

} // namespace models
