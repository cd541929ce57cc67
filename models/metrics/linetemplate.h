// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/lineshape.h"
#include "models/metrics/linetokens.h"
#include "models/metrics/lognumber.h"

#include <array>
#include <span>
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

/// One value found in a line.
struct FoundValue
{
    int metric = 0;
    double value = 0;
};

/// A line that was understood once: its text between the numbers, and what each number means. A line with the same text
/// is read by comparing and converting alone, some twenty times faster than by its tokens; where the numbers are as
/// long as they were, too, all of it at once (LineShape).
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
    /// Whether the line has these texts; its numbers then stand in numbers().
    bool match(std::string_view line);
    /// The metrics of the line that matched, each once: the one that counts.
    std::span<const FoundValue> values() const { return m_values; }
    /// Its other numbers that mean something.
    std::span<const Number> numbers() const { return m_numbers; }
    /// The line names its place in the training.
    bool hasPlace() const { return m_hasPlace; }

private:
    struct Slot
    {
        // The text before the number: its first 16 bytes to be compared at once, and where all of it stands.
        std::array<quint64, 2> head {}, mask {};
        quint32 literal = 0; // its length
        quint32 text = 0;
        bool integer = true;
        NumberLengths lengths {};
        LineShape::Number place {}; // in the line that matched last
        int number = -1; // in m_numbers; -1: none of them
        int value = -1; // in m_values; neither: nobody needs it
    };
    bool hasLiteral(const Slot &slot, const char *begin, const char *at, const char *end) const;
    const char *read(Slot &slot, const char *begin, const char *at, const char *end);
    bool matchSlots(std::string_view line);
    void takeValues(const LineShape &shape);
    void learn(std::string_view line);
    void keepWhatCounts();
    void partMetrics();

    std::string m_text; // all literals, one behind the other, then the rest of the line
    std::vector<Slot> m_slots;
    std::vector<Number> m_numbers;
    std::vector<FoundValue> m_values;
    size_t m_rest = 0; // length of the text after the last number
    std::array<quint64, 2> m_restWords {}; // that text, if it is short
    bool m_hasPlace = false;

    static constexpr size_t mostShapes = 4;
    std::vector<LineShape> m_shapes; // the lines that matched last, one of each length of its numbers
    size_t m_nextShape = 0; // to be forgotten
    int m_learnedInVain = 0; // since one of them matched
    int m_linesUntilLearning = 0;
};

} // namespace models
