// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"

#include <expected>

namespace k8s {

/// A value or the reason why there is none. No exception crosses a layer.
template <class T = void>
using Result = std::expected<T, Error>;

} // namespace k8s
