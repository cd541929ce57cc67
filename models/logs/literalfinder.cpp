// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/literalfinder.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace models {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? char(c & ~0x20) : c; }

/// How often a byte stands in logs, roughly: a lower figure is rarer.
int frequency(char c)
{
    constexpr std::string_view common = " e0taoinsr1l=.:dc/,m2up3gf-h589467_b";
    if (const size_t at = common.find(lower(c)); at != std::string_view::npos) {
        const int place = int(common.size() - at) * 4;
        return c >= 'A' && c <= 'Z' ? place / 3 : place;
    }
    return 1;
}

} // namespace

LiteralFinder::LiteralFinder(const QList<QByteArray> &literals, bool anyCase)
    : m_anyCase(anyCase)
    , m_width(3)
{
    for (const QByteArray &text : literals)
        m_width = std::min(m_width, size_t(text.size()));
    for (qsizetype i = 0; i < literals.size(); ++i) {
        Literal literal {.text = literals[i], .window = 0, .bucket = quint8(1U << (i % 8))};
        if (anyCase)
            std::ranges::transform(literal.text, literal.text.begin(), lower);
        chooseWindow(literal);
        for (size_t k = 0; k < m_width; ++k) {
            const char c = literal.text[qsizetype(literal.window + k)];
            for (const char variant : {c, anyCase ? upper(c) : c}) {
                m_tables[k][uchar(variant)] |= literal.bucket;
                m_low[k][uchar(variant) & 15] |= literal.bucket;
                m_high[k][uchar(variant) >> 4] |= literal.bucket;
            }
        }
        m_literals.append(literal);
    }
}

void LiteralFinder::chooseWindow(Literal &literal) const
{
    int best = std::numeric_limits<int>::max();
    for (size_t at = 0; at + m_width <= size_t(literal.text.size()); ++at) {
        int sum = 0;
        for (size_t k = 0; k < m_width; ++k)
            sum += frequency(literal.text[qsizetype(at + k)]);
        if (sum < best) {
            best = sum;
            literal.window = at;
        }
    }
}

bool LiteralFinder::matches(const Literal &literal, std::string_view text, size_t start) const
{
    const auto size = size_t(literal.text.size());
    if (start > text.size() || text.size() - start < size)
        return false;
    if (!m_anyCase)
        return std::memcmp(text.data() + start, literal.text.constData(), size) == 0;
    return std::ranges::equal(text.substr(start, size), std::string_view(literal.text.constData(), size), {}, lower);
}

/// The window lies at `place` for the literals of some buckets: does one of them begin at or after `from`?
size_t LiteralFinder::verify(std::string_view text, size_t place, size_t from, quint8 buckets, size_t &length) const
{
    for (const Literal &literal : m_literals) {
        if ((literal.bucket & buckets) && place >= from + literal.window
            && matches(literal, text, place - literal.window)) {
            length = size_t(literal.text.size());
            return place - literal.window;
        }
    }
    return npos;
}

size_t LiteralFinder::findPlain(std::string_view text, size_t place, size_t from, size_t &length) const
{
    const auto at = [text](size_t i) { return uchar(text[i]); };
    for (; place + m_width <= text.size(); ++place) {
        quint8 buckets = m_tables[0][at(place)];
        if (buckets && m_width > 1)
            buckets &= m_tables[1][at(place + 1)];
        if (buckets && m_width > 2)
            buckets &= m_tables[2][at(place + 2)];
        if (!buckets)
            continue;
        if (const size_t found = verify(text, place, from, buckets, length); found != npos)
            return found;
    }
    return npos;
}

#ifdef PILOTHOUSE_AVX2
PILOTHOUSE_AVX2 size_t LiteralFinder::findOneWide(std::string_view text, size_t from, size_t &length) const
{
    const Literal &literal = m_literals.first();
    const __m256i first = _mm256_set1_epi8(literal.text[qsizetype(literal.window)]);
    const __m256i last = _mm256_set1_epi8(literal.text[qsizetype(literal.window + m_width - 1)]);
    size_t place = from + literal.window;
    for (; place + m_width - 1 + sizeof(__m256i) <= text.size(); place += sizeof(__m256i)) {
        const char *at = text.data() + place;
        const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
        const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at + m_width - 1));
        unsigned hits
            = unsigned(_mm256_movemask_epi8(_mm256_and_si256(_mm256_cmpeq_epi8(a, first), _mm256_cmpeq_epi8(b, last))));
        for (; hits; hits &= hits - 1) {
            const size_t start = place + size_t(std::countr_zero(hits)) - literal.window;
            if (matches(literal, text, start)) {
                length = size_t(literal.text.size());
                return start;
            }
        }
    }
    return findPlain(text, place, from, length);
}

/// The buckets of 32 bytes, each by its two halves.
[[gnu::always_inline]] PILOTHOUSE_AVX2 inline __m256i bucketsOf(const char *at, __m256i low, __m256i high)
{
    const __m256i half = _mm256_set1_epi8(15), bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
    return _mm256_and_si256(_mm256_shuffle_epi8(low, _mm256_and_si256(bytes, half)),
                            _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
}

[[gnu::always_inline]] PILOTHOUSE_AVX2 inline __m256i twice(const std::array<quint8, 16> &table)
{
    return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i *>(table.data())));
}

PILOTHOUSE_AVX2 size_t LiteralFinder::findWide(std::string_view text, size_t from, size_t &length) const
{
    // A narrower window asks its last byte again. No loop over the three: the compiler would keep it one.
    const size_t second = std::min<size_t>(1, m_width - 1), third = m_width - 1;
    const __m256i low0 = twice(m_low[0]), low1 = twice(m_low[second]), low2 = twice(m_low[third]),
                  high0 = twice(m_high[0]), high1 = twice(m_high[second]), high2 = twice(m_high[third]);
    size_t place = from;
    for (; place + m_width - 1 + sizeof(__m256i) <= text.size(); place += sizeof(__m256i)) {
        const char *const at = text.data() + place;
        const __m256i buckets
            = _mm256_and_si256(_mm256_and_si256(bucketsOf(at, low0, high0), bucketsOf(at + second, low1, high1)),
                               bucketsOf(at + third, low2, high2));
        unsigned hits = ~unsigned(_mm256_movemask_epi8(_mm256_cmpeq_epi8(buckets, _mm256_setzero_si256())));
        if (!hits)
            continue;
        alignas(sizeof(__m256i)) std::array<quint8, sizeof(__m256i)> bits;
        _mm256_store_si256(reinterpret_cast<__m256i *>(bits.data()), buckets);
        for (; hits; hits &= hits - 1) {
            const auto lane = size_t(std::countr_zero(hits));
            if (const size_t found = verify(text, place + lane, from, bits[lane], length); found != npos)
                return found;
        }
    }
    return findPlain(text, place, from, length);
}
#endif

size_t LiteralFinder::find(std::string_view text, size_t from, size_t &length, Registers registers) const
{
    if (m_literals.isEmpty() || from >= text.size())
        return npos;
    const Literal &only = m_literals.first();
    const bool single = m_literals.size() == 1 && !m_anyCase;
#ifdef PILOTHOUSE_AVX2
    if (registers == Registers::Best && hasWideRegisters())
        return single ? findOneWide(text, from, length) : findWide(text, from, length);
#endif
    if (single && registers == Registers::Best) {
        length = size_t(only.text.size());
        const void *found = ::memmem(text.data() + from, text.size() - from, only.text.constData(), length);
        return found ? size_t(static_cast<const char *>(found) - text.data()) : npos;
    }
    return findPlain(text, from, from, length);
}

} // namespace models
