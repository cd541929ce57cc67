// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/series.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

constexpr qint64 tick = 10; // milliseconds per unit of the time column

} // namespace

void Series::append(const Sample &sample)
{
    const qsizetype index = size();
    if (index == 0)
        m_timeOrigin = sample.milliseconds;
    const bool back = index > 0 && sample.step < m_steps.last();
    if (index == 0 || back || m_breakNext)
        m_segments.push_back(index);
    m_breakNext = false;
    // Clocks of a node may jump back; the x axis may not.
    const qint64 time = std::clamp<qint64>((sample.milliseconds - m_timeOrigin) / tick,
                                           m_times.empty() ? 0 : m_times.back(), 0xffffffff);
    m_values.push_back(sample.value);
    m_steps.append(sample.step);
    m_times.push_back(quint32(time));
    m_lines.push_back(sample.line);
    m_hasEpochs = m_hasEpochs || sample.epoch >= 0;
    m_epochs.append(sample.epoch >= 0 || index == 0 || m_segments.back() == index
                        ? sample.epoch
                        : std::max(m_epochs.last(), sample.epoch));
    if (!std::isfinite(sample.value))
        m_nonFinite.push_back(index);
    m_pyramid.append(index, sample.value);
}

Sample Series::sample(qsizetype index) const
{
    return {.value = m_values[size_t(index)],
            .step = m_steps.at(index),
            .epoch = m_epochs.at(index),
            .milliseconds = m_timeOrigin + qint64(m_times[size_t(index)]) * tick,
            .line = m_lines[size_t(index)]};
}

double Series::x(qsizetype index, Axis axis) const
{
    switch (axis) {
    case Axis::Step:
        return m_steps.at(index);
    case Axis::Epoch:
        return m_epochs.at(index);
    case Axis::Time:
        break;
    }
    return double(m_timeOrigin + qint64(m_times[size_t(index)]) * tick);
}

qsizetype Series::segmentEnd(qsizetype segment) const
{
    return size_t(segment) + 1 < m_segments.size() ? m_segments[size_t(segment) + 1] : size();
}

qsizetype Series::lowerBound(qsizetype first, qsizetype last, double x, Axis axis) const
{
    if (axis == Axis::Step)
        return m_steps.lowerBound(first, last, x);
    if (axis == Axis::Epoch)
        return m_epochs.lowerBound(first, last, x);
    const double units = std::ceil((x - double(m_timeOrigin)) / double(tick));
    if (units <= 0)
        return first;
    const auto begin = m_times.begin();
    return std::lower_bound(begin + first, begin + last, quint32(std::min(units, 4294967295.0))) - begin;
}

} // namespace models
