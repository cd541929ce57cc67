// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <string_view>

namespace models {

/// The kubelet's time stamp in front of a line: "2026-11-24T02:22:30.123456789Z text" or with an offset instead of Z.
struct LineStamp
{
    qint64 nanoseconds = 0; ///< since 1970; 0 if the line has no stamp
    qsizetype length = 0; ///< bytes of the stamp with the space after it
};

/// Reads it in a few dozen nanoseconds. A line without a stamp gives {0, 0}.
LineStamp parseStamp(std::string_view line);

} // namespace models
