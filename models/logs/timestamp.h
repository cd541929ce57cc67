// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <array>
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

/// The same for lines that follow each other: most share their second, which is read once. Not thread safe.
class StampReader
{
public:
    LineStamp read(std::string_view line);

private:
    static constexpr size_t headLength = 20; // "2026-11-24T02:22:30."
    static constexpr size_t wholeLength = 31; // with nine digits, Z and a space
    std::array<char, headLength> m_head {};
    qint64 m_second = 0; // nanoseconds of the head
};

} // namespace models
