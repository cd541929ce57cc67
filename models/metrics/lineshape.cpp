// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/lineshape.h"

#include "models/logs/eightdigits.h"
#include "models/logs/simd.h"
#include "models/metrics/linetokens.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace models {

namespace {

constexpr size_t wordSize = sizeof(quint64);

/// The last `count` bytes of a word before the last `before` ones, as they lie in memory.
constexpr quint64 bytesOf(size_t count, size_t before)
{
    return count == 0 ? 0 : (~quint64(0) << (8 * (wordSize - count))) >> (8 * before);
}

} // namespace

bool LineShape::canLearn(std::string_view line)
{
    return std::endian::native == std::endian::little && hasWideRegisters() && line.size() >= shortest
        && line.size() <= longest;
}

/// The digits of a short number, one behind the other at the end of a word.
inline quint64 LineShape::Wanted::digits(const char *line) const
{
    quint64 word = 0;
    std::memcpy(&word, line + end - wordSize, wordSize);
    return ((word & whole) << gap) | (word & fraction);
}

LineShape::Wanted LineShape::wantedOf(std::string_view line, const Number &number)
{
    static constexpr std::array<double, wordSize> powers {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    Wanted wanted {.begin = number.begin, .end = number.end, .value = number.value};
    const std::string_view text = line.substr(number.begin, size_t(number.end - number.begin));
    const size_t sign = text.starts_with('-') ? 1 : 0, point = std::min(text.find('.'), text.size()),
                 before = point - sign, after = point < text.size() ? text.size() - point - 1 : 0;
    const bool plain = std::ranges::all_of(text.substr(sign), [](char c) { return isDigit(c) || c == '.'; });
    if (!plain || before == 0 || text.size() > wordSize || number.end < wordSize)
        return wanted;
    wanted.whole = bytesOf(before, text.size() - point);
    wanted.fraction = bytesOf(after, 0);
    wanted.gap = point < text.size() ? 8 : 0;
    wanted.negative = sign > 0;
    wanted.divisor = powers[after];
    wanted.known = wanted.digits(line.data());
    return wanted;
}

void LineShape::learn(std::string_view line, std::span<const Number> varying, std::span<const Number> wanted)
{
    m_length = line.size();
    std::ranges::copy(line, m_text.begin());
    m_digits = {};
    for (const Number &number : varying) {
        for (size_t i = number.begin; i < number.end; ++i)
            m_digits[i] = isDigit(line[i]) ? '\xff' : '\0';
    }
    m_wanted.clear();
    for (const Number &number : wanted)
        m_wanted.push_back(wantedOf(line, number));
    m_hasLong = std::ranges::any_of(m_wanted, [](const Wanted &one) { return !one.isShort(); });
}

/// Whole number and power of ten are exact, so one division rounds correctly (Clinger 1990): as parseLogNumber().
inline void LineShape::Wanted::convert()
{
    constexpr quint64 zeros = 0x3030303030303030;
    const quint64 numbers = known - (((zeros & whole) << gap) | (zeros & fraction));
    const double size = double(qint64(valueOfEight(numbers))) / divisor;
    value = negative ? -size : size;
}

/// Converts a number whose digits are others than before; false if it is none.
inline bool LineShape::update(std::string_view line, Wanted &wanted) const
{
    if (wanted.isShort()) {
        const quint64 now = wanted.digits(line.data());
        if (std::exchange(wanted.known, now) != now)
            wanted.convert();
        return true;
    }
    const char *const begin = line.data() + wanted.begin;
    return std::memcmp(begin, m_text.data() + wanted.begin, size_t(wanted.end - wanted.begin)) == 0
        || parseLogNumber(begin, line.data() + line.size(), wanted.value) == line.data() + wanted.end;
}

#ifdef PILOTHOUSE_AVX2
PILOTHOUSE_AVX2 bool LineShape::isOneOf(const char *line) const
{
    const __m256i nine = _mm256_set1_epi8(9), zero = _mm256_set1_epi8('0');
    __m256i right = _mm256_set1_epi8(-1);
    for (size_t at = 0; at < m_length; at += sizeof(__m256i)) {
        const size_t from = std::min(at, m_length - sizeof(__m256i)); // the last 32 bytes overlap those before them
        const __m256i now = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(line + from)),
                      known = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(m_text.data() + from)),
                      digits = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(m_digits.data() + from)),
                      isDigit = _mm256_cmpeq_epi8(_mm256_max_epu8(_mm256_sub_epi8(now, zero), nine), nine);
        right = _mm256_and_si256(right,
                                 _mm256_or_si256(_mm256_cmpeq_epi8(now, known), _mm256_and_si256(isDigit, digits)));
    }
    return _mm256_movemask_epi8(right) == -1;
}

PILOTHOUSE_AVX2 void LineShape::keep(const char *line)
{
    for (size_t at = 0; at < m_length; at += sizeof(__m256i)) {
        const size_t from = std::min(at, m_length - sizeof(__m256i));
        _mm256_storeu_si256(reinterpret_cast<__m256i *>(m_text.data() + from),
                            _mm256_loadu_si256(reinterpret_cast<const __m256i *>(line + from)));
    }
}
#else
// canLearn() said no.
bool LineShape::isOneOf(const char *) const { return false; }
void LineShape::keep(const char *) { }
#endif

bool LineShape::match(std::string_view line)
{
    if (line.size() != m_length || !isOneOf(line.data()))
        return false;
    for (Wanted &wanted : m_wanted) {
        if (!update(line, wanted)) {
            m_length = noLine; // its values are of two lines now
            return false;
        }
    }
    if (m_hasLong)
        keep(line.data());
    return true;
}

} // namespace models
