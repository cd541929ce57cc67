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

void LineIndex::append(std::string_view bytes)
{
    const char *position = bytes.data();
    const char *const end = position + bytes.size();
    while (position < end) {
        const size_t size = std::min(chunk, size_t(end - position));
        const qint64 count = countChunk(position, size, '\n');
        qint64 toNext = stride - m_lines % stride;
        if (count >= toNext) {
            const char *found = position;
            for (qint64 seen = 0; seen < count;) {
                found = static_cast<const char *>(std::memchr(found, '\n', size_t(position + size - found))) + 1;
                if (++seen == toNext) {
                    m_offsets.push_back(m_bytes + (found - position));
                    toNext += stride;
                }
            }
        }
        if (count > 0)
            m_lastEnd = m_bytes + (static_cast<const char *>(::memrchr(position, '\n', size)) - position) + 1;
        m_lines += count;
        m_bytes += qint64(size);
        position += size;
    }
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
