// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace k8s {

/// The candidate that a misspelt word most likely means: by edit distance (a swap of neighbours counts one), letter
/// case ignored first. Empty if none is near. Pure.
std::string_view nearestWord(std::string_view word, const std::vector<std::string_view> &candidates);

} // namespace k8s
