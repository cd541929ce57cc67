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

/// Who asks goes on from where he asked before: the run of the last answer, or the next, is nearly always right.
qsizetype StepColumn::runOf(qsizetype index) const
{
    const auto runs = qsizetype(m_runs.size());
    const auto holds = [&](qsizetype run) {
        return run < runs && m_runs[size_t(run)].index <= index
            && (run + 1 == runs || m_runs[size_t(run) + 1].index > index);
    };
    if (holds(m_asked))
        return m_asked;
    if (holds(m_asked + 1))
        return ++m_asked;
    const auto after = std::ranges::partition_point(m_runs, [index](const Run &run) { return run.index <= index; });
    return m_asked = (after - m_runs.begin()) - 1;
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
    // The last run in the range that begins below the value holds the answer, or the next one begins with it. It is
    // near: steps twice as long each time find it faster than halving all runs.
    const auto begin = m_runs.begin() + runOf(first), end = m_runs.end();
    const auto isBefore = [last, value](const Run &run) { return run.index < last && run.first < value; };
    auto from = begin;
    qsizetype step = 1;
    while (end - from > step && isBefore(from[step])) {
        from += step;
        step *= 2;
    }
    const auto after = std::partition_point(from, end - from > step ? from + step : end, isBefore);
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
