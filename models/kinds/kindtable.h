// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace models {
struct KindDescriptor;

/// Every kind that has a file of its own in models/kinds.
std::span<const KindDescriptor *const> allKinds();
} // namespace models
