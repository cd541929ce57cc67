// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/ticks.h"

namespace views {

// The report draws with the same round numbers, so they live beside the series.
using models::logarithmTicks;
using models::paddedRange;
using models::roundTicks;
using models::stepText;
using models::Tick;
using models::timeTicks;
using models::valueText;

} // namespace views
