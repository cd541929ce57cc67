// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lineindex.h"

#include <algorithm>
#include <cstring>

// One binary for all machines: the loader picks the widest version that the processor has.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)                  \
    && !defined(__SANITIZE_THREAD__)
#define WIDEST __attribute__((target_clones("arch=x86-64-v4", "avx2", "default"), optimize("O3")))
#else
#define WIDEST
#endif

namespace models {

namespace {

constexpr size_t chunk = 4096;
using Vector [[gnu::vector_size(64)]] = unsigned char; // the compiler splits it for narrower machines

WIDEST unsigned countChunk(const char *data, size_t size, char what)
{
    unsigned total = 0;
    if (size >= sizeof(Vector)) {
        Vector wanted, sums {};
        std::memset(&wanted, what, sizeof wanted);
        while (size >= sizeof(Vector)) { // at most 64 rounds: a lane cannot overflow
            Vector bytes;
            std::memcpy(&bytes, data, sizeof bytes);
            sums -= static_cast<Vector>(bytes == wanted);
            data += sizeof(Vector);
            size -= sizeof(Vector);
        }
        for (size_t i = 0; i < sizeof(Vector); ++i)
            total += sums[i];
    }
    for (size_t i = 0; i < size; ++i)
        total += data[i] == what;
    return total;
}

} // namespace

/// Pushes the beginnings of blocks that lie within a chunk; narrows down by counting before it looks at single lines.
void LineIndex::placeBlocks(const char *data, size_t size)
{
    constexpr size_t part = 256;
    qint64 lines = m_lines;
    for (size_t at = 0; at < size; at += part) {
        const size_t length = std::min(part, size - at);
        const qint64 count = countChunk(data + at, length, '\n');
        qint64 toNext = stride - lines % stride;
        const char *found = data + at;
        for (qint64 seen = 0; toNext <= count;) {
            found = static_cast<const char *>(std::memchr(found, '\n', size_t(data + at + length - found))) + 1;
            if (++seen == toNext) {
                m_offsets.push_back(m_bytes + (found - data));
                toNext += stride;
            }
        }
        lines += count;
    }
}

void LineIndex::append(std::string_view bytes)
{
    for (size_t at = 0; at < bytes.size(); at += chunk) {
        const size_t size = std::min(chunk, bytes.size() - at);
        const qint64 count = countChunk(bytes.data() + at, size, '\n');
        if (count >= stride - m_lines % stride)
            placeBlocks(bytes.data() + at, size);
        m_lines += count;
        m_bytes += qint64(size);
    }
    if (const size_t last = bytes.rfind('\n'); last != std::string_view::npos)
        m_lastEnd = m_bytes - qint64(bytes.size() - last) + 1;
}

qint64 LineIndex::blockEnd(qint64 line) const
{
    const size_t next = size_t(line / stride) + 1;
    return next < m_offsets.size() ? m_offsets[next] : m_bytes;
}

qint64 countBytes(std::string_view text, char what)
{
    qint64 total = 0;
    for (size_t at = 0; at < text.size(); at += chunk)
        total += countChunk(text.data() + at, std::min(chunk, text.size() - at), what);
    return total;
}

} // namespace models
