// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/suggestion.h"

#include <algorithm>
#include <string>

namespace k8s {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; }

/// Optimal string alignment distance in halves: a change of letter case costs one half.
int distance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1));
    for (size_t i = 0; i <= a.size(); ++i) {
        for (size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = int(i + j) * 2;
                continue;
            }
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            const int change = a[i - 1] == b[j - 1] ? 0 : same ? 1 : 2;
            int best = std::min({table[i - 1][j] + 2, table[i][j - 1] + 2, table[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = std::min(best, table[i - 2][j - 2] + 2);
            table[i][j] = best;
        }
    }
    return table[a.size()][b.size()];
}

} // namespace

std::string_view nearestWord(std::string_view word, const std::vector<std::string_view> &candidates)
{
    if (word.empty() || word.size() > 64)
        return {};
    const int limit = std::max(2, int(word.size()) * 2 / 3);
    std::string_view nearest;
    int best = limit + 1;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > 64 || candidate == word)
            continue;
        const int found = distance(word, candidate);
        if (found < best) {
            best = found;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace k8s
