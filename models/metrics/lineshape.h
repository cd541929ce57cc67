// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace models {

/// A line as it was read last. Another that has the same bytes but for digits in its numbers has the same numbers at
/// the same places: it is compared 32 bytes at a time, and only numbers whose digits differ are converted again. Logs
/// write a learning rate, an epoch and a total over and over; what changes keeps its length mostly. Not thread safe.
class LineShape
{
public:
    static constexpr size_t shortest = 32; ///< bytes of a line that can be learned
    static constexpr size_t longest = 256;

    /// A number of the line: bytes [begin, end).
    struct Number
    {
        quint16 begin = 0, end = 0;
        double value = 0;
    };

    /// Whether this processor can, and the line is neither too short nor too long.
    static bool canLearn(std::string_view line);
    /// Learns a line. `varying`: all its numbers, `wanted`: those whose values are asked for.
    void learn(std::string_view line, std::span<const Number> varying, std::span<const Number> wanted);
    /// Whether the line is the learned one but for digits. Its values are then those of the line, and it is the learned
    /// one from now on; if not, they mean nothing until the next match or learn().
    bool match(std::string_view line);

    double value(size_t wanted) const { return m_wanted[wanted].value; }

private:
    struct Wanted
    {
        quint16 begin = 0, end = 0;
        // Of up to eight bytes: which of the eight that end with it are digits before and after its point.
        quint64 whole = 0, fraction = 0;
        quint8 gap = 0; // bits between them: the point's
        bool negative = false;
        double divisor = 1;
        quint64 known = 0; // the digits that the value was made of
        double value = 0;

        bool isShort() const { return whole; }
        quint64 digits(const char *line) const;
        void convert();
    };

    static Wanted wantedOf(std::string_view line, const Number &number);
    bool update(std::string_view line, Wanted &wanted) const;
    bool isOneOf(const char *line) const;
    void keep(const char *line);

    static constexpr size_t noLine = size_t(-1);
    size_t m_length = noLine;
    std::array<char, longest> m_text {};
    std::array<char, longest> m_digits {}; // all bits where a number has a digit, which may be another one
    std::vector<Wanted> m_wanted;
    bool m_hasLong = false; // numbers that are compared with the last line's text
};

} // namespace models
