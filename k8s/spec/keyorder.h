// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace k8s {

/// Where a key stands among those of a map as people write them: a key that is added goes to its place. The same number
/// for all keys of which nothing is known, larger than the others. Pure.
size_t usualPlaceOf(std::string_view key);

} // namespace k8s
