// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <vector>

namespace models {

/// A column of numbers that mostly rise by the same amount, as training steps do: stored as runs of (first,
/// difference). Costs nothing per value then, at worst 24 B. Not thread safe.
class StepColumn
{
public:
    void append(double value);
    qsizetype size() const { return m_size; }
    double at(qsizetype index) const;
    double last() const { return m_last; }
    /// First index in [first, last) whose value is >= `value`, where the values of that range never fall.
    qsizetype lowerBound(qsizetype first, qsizetype last, double value) const;

private:
    struct Run
    {
        qsizetype index;
        double first;
        double difference; // between neighbours; meaningless while the run has one value
    };
    qsizetype runOf(qsizetype index) const;

    std::vector<Run> m_runs;
    mutable qsizetype m_asked = 0; // run of the last answer
    qsizetype m_size = 0;
    double m_last = 0;
};

} // namespace models
