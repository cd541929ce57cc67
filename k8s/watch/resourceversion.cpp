// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/resourceversion.h"

#include <algorithm>

namespace k8s {

static bool isWellFormed(std::string_view text)
{
    return !text.empty() && text.front() != '0'
        && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::strong_ordering> compareResourceVersions(std::string_view a, std::string_view b)
{
    if (!isWellFormed(a) || !isWellFormed(b))
        return std::nullopt;
    if (a.size() != b.size())
        return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

} // namespace k8s
