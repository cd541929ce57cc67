// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/stepcolumn.h"

#include <algorithm>
#include <cmath>

namespace models {

void StepColumn::append(double value)
{
    if (!m_runs.empty()) {
        Run &run = m_runs.back();
        const qsizetype count = m_size - run.index;
        const double difference = count == 1 ? value - run.first : run.difference;
        if (run.first + double(count) * difference == value) {
            run.difference = difference;
            ++m_size;
            m_last = value;
            return;
        }
    }
    m_runs.push_back({m_size++, value, 0});
    m_last = value;
}

qsizetype StepColumn::runOf(qsizetype index) const
{
    const auto after = std::ranges::partition_point(m_runs, [index](const Run &run) { return run.index <= index; });
    return (after - m_runs.begin()) - 1;
}

double StepColumn::at(qsizetype index) const
{
    const Run &run = m_runs.size() == 1 ? m_runs.front() : m_runs[size_t(runOf(index))];
    return run.first + double(index - run.index) * run.difference;
}

qsizetype StepColumn::lowerBound(qsizetype first, qsizetype last, double value) const
{
    if (first >= last)
        return last;
    // The last run in the range that begins below the value holds the answer, or the next one begins with it.
    const auto begin = m_runs.begin() + runOf(first);
    const auto end = m_runs.begin() + runOf(last - 1) + 1;
    const auto after = std::partition_point(begin, end, [value](const Run &run) { return run.first < value; });
    if (after == begin)
        return first;
    const Run &run = *std::prev(after);
    const qsizetype runEnd = after == m_runs.end() ? m_size : after->index;
    qsizetype index = runEnd;
    if (run.difference > 0) {
        index
            = run.index + qsizetype(std::clamp((value - run.first) / run.difference, 0.0, double(runEnd - run.index)));
        while (index > run.index && run.first + double(index - 1 - run.index) * run.difference >= value)
            --index;
        while (index < runEnd && run.first + double(index - run.index) * run.difference < value)
            ++index;
    }
    return std::clamp(index, first, last);
}

} // namespace models
