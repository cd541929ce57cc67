// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/series.h"

#include <algorithm>
#include <cmath>

namespace models {

void Series::append(const Sample &sample)
{
    const qsizetype index = size();
    Place place {sample.step, sample.epoch, sample.milliseconds, sample.line};
    const Place before = m_places.last();
    if (index == 0 || sample.step < before.step || m_breakNext)
        m_segments.push_back(index);
    m_breakNext = false;
    // Clocks of a node may jump back; the x axis may not.
    if (index > 0)
        place.milliseconds = std::max(place.milliseconds, before.milliseconds);
    m_hasEpochs = m_hasEpochs || sample.epoch >= 0;
    if (sample.epoch < 0 && m_segments.back() != index)
        place.epoch = std::max(place.epoch, before.epoch);
    m_places.append(place);
    if (!std::isfinite(sample.value))
        m_nonFinite.push_back(index);
    m_values.append(sample.value);
}

Sample Series::sample(qsizetype index) const
{
    const Place place = m_places.at(index);
    return {.value = m_values.at(index),
            .step = place.step,
            .epoch = place.epoch,
            .milliseconds = place.milliseconds,
            .line = place.line};
}

qsizetype Series::segmentEnd(qsizetype segment) const
{
    return size_t(segment) + 1 < m_segments.size() ? m_segments[size_t(segment) + 1] : size();
}

} // namespace models
