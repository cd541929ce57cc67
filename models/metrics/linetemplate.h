// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/linetokens.h"

#include <string>

namespace models {

/// What a number of a line was taken for.
struct NumberUse
{
    enum class Role : quint8 { None, Metric, Step, Epoch, Batch, Done, DoneOf, TotalSteps, TotalEpochs } role = Role::None;
    bool sure = false; ///< a metric even without a place
    quint8 priority = 0;
    int metric = -1;
};

/// The shape of a line that was understood once: its text between the numbers, and what each number means. A line of
/// the same shape is read by comparing and converting alone, some twenty times faster than by its tokens.
class LineTemplate
{
public:
    LineTemplate(std::string_view line, const std::vector<LineToken> &tokens, const std::vector<NumberUse> &uses);

    struct Number
    {
        NumberUse use;
        double value = 0;
        bool integer = true;
    };
    /// The numbers that mean something, if the line has this shape.
    bool match(std::string_view line, std::vector<Number> &numbers) const;

private:
    struct Slot
    {
        quint32 literal = 0; // length of the text before the number
        bool integer = true;
        NumberUse use;
    };
    std::string m_text; // all literals, one behind the other, then the rest of the line
    std::vector<Slot> m_slots;
    size_t m_rest = 0; // length of the text after the last number
};

} // namespace models
