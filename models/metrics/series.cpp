// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/series.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

/// Forward, and not from an epoch to none.
bool goesOn(const Place &before, const Place &place)
{
    return !(place.step < before.step || place.milliseconds < before.milliseconds
             || (place.epoch < 0 && place.epoch < before.epoch));
}

} // namespace

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

size_t Series::rising(std::span<const Place> places)
{
    size_t count = 1;
    while (count < places.size() && goesOn(places[count - 1], places[count]))
        ++count;
    return std::min(count, places.size());
}

void Series::append(std::span<const Place> places, std::span<const float> values, size_t rising)
{
    while (!places.empty()) {
        const bool isUsual = !isEmpty() && !m_breakNext && goesOn(m_places.last(), places.front());
        const size_t count = isUsual ? rising : 1;
        if (isUsual) {
            m_hasEpochs = m_hasEpochs
                || std::ranges::any_of(places.first(count), [](const Place &place) { return place.epoch >= 0; });
            for (size_t i = 0; i < count; ++i) {
                if (!std::isfinite(values[i]))
                    m_nonFinite.push_back(size() + qsizetype(i));
            }
            m_places.append(places.first(count));
            m_values.append(values.first(count));
        } else {
            const Place &place = places.front();
            append({values.front(), place.step, place.epoch, place.milliseconds, place.line});
        }
        places = places.subspan(count);
        values = values.subspan(count);
        rising = rising > count ? rising - count : Series::rising(places);
    }
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
