// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace k8s {

/// Order of two resource versions, or nothing if one of them is no positive decimal integer (of any length, no leading
/// zero): apimachinery pkg/util/resourceversion, KEP-5504.
std::optional<std::strong_ordering> compareResourceVersions(std::string_view a, std::string_view b);

} // namespace k8s
