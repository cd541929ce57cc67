// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace models {

/// Whether a line says that a checkpoint was or is being saved: "Saving model checkpoint to out/checkpoint-500",
/// "successfully saved checkpoint at iteration 1000". A line that loads one does not.
bool tellsOfCheckpoint(std::string_view line);

} // namespace models
