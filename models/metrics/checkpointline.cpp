// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/checkpointline.h"

#include "models/logs/simd.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace models {

namespace {

constexpr std::string_view word = "heckpoint"; // with or without a capital
constexpr size_t mostBytes = 400; // of a line: the sentence stands at its beginning

/// Whether a "k" stands before a "p": nearly no line but the wanted ones.
bool mayHaveWordPlain(std::string_view line)
{
    for (size_t at = 1; at < line.size(); ++at) {
        if (line[at - 1] == 'k' && line[at] == 'p')
            return true;
    }
    return false;
}

#ifdef PILOTHOUSE_AVX2
PILOTHOUSE_AVX2 bool mayHaveWordWide(std::string_view line)
{
    const __m256i first = _mm256_set1_epi8('k'), second = _mm256_set1_epi8('p');
    size_t at = 0;
    for (; at + sizeof(__m256i) < line.size(); at += sizeof(__m256i)) {
        const auto *here = line.data() + at;
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(here)),
                      next = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(here + 1));
        if (_mm256_movemask_epi8(_mm256_and_si256(_mm256_cmpeq_epi8(bytes, first), _mm256_cmpeq_epi8(next, second))))
            return true;
    }
    return mayHaveWordPlain(line.substr(at));
}
#endif

bool mayHaveWord(std::string_view line)
{
#ifdef PILOTHOUSE_AVX2
    if (hasWideRegisters())
        return mayHaveWordWide(line);
#endif
    return mayHaveWordPlain(line);
}

bool hasAny(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(words, [text](std::string_view one) { return text.find(one) != text.npos; });
}

} // namespace

bool tellsOfCheckpoint(std::string_view line)
{
    line = line.substr(0, mostBytes);
    if (!mayHaveWord(line) || !memmem(line.data(), line.size(), word.data(), word.size()))
        return false;
    std::array<char, mostBytes> buffer {};
    std::ranges::transform(line, buffer.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
    const std::string_view lower(buffer.data(), line.size());
    return hasAny(lower, {"saving", "saved", "save checkpoint", "writing", "wrote", "written", "stored"})
        && !hasAny(lower, {"loading", "loaded", "load ", "restor", "resum", "not saved", "not saving"});
}

} // namespace models
