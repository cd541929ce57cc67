// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/boardpicture.h"

namespace models {

/// A device that is used less, in percent, does nothing.
constexpr double idlePercent = 1;

/// The devices of one node, each with its holder and its figures as far as they are known: `count` are allocatable,
/// `pods` hold some, `readings` are what its exporter says. Devices that a reading gives to a pod are that pod's; what
/// pods asked for beyond that is dealt out over the rest, in order. Pure.
QList<DeviceCell> dealDevices(int count, QList<PodShare> pods, const QList<DeviceReading> &readings, bool podsKnown);

} // namespace models
