// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/placecolumns.h"
#include "models/metrics/valuecolumn.h"

#include <QtTypes>

#include <span>
#include <vector>

namespace models {

/// One measured point.
struct Sample
{
    float value = 0; ///< may be NaN or infinite: an event, not a gap
    double step = 0; ///< own count where the log names no step
    double epoch = -1; ///< -1: the log names none
    qint64 milliseconds = 0; ///< since 1970
    quint32 line = 0; ///< of its source
};

/// All points of one metric of one rank, in order of arrival. Where the step goes back (a restart from a checkpoint) a
/// new segment begins; within a segment x never falls. Packed without loss, 1 to 2 B per point of a usual log. Moved,
/// never copied; not thread safe.
class Series
{
public:
    Series() = default;
    /// `pool`: of the series that are filled from the same lines.
    explicit Series(std::shared_ptr<PlacePool> pool)
        : m_places(std::move(pool))
    {
    }
    void append(const Sample &sample);
    /// The same for many at once. `values`: one for each of `places`, of which `rising` follow each other.
    void append(std::span<const Place> places, std::span<const float> values, size_t rising);
    void append(std::span<const Place> places, std::span<const float> values)
    {
        append(places, values, rising(places));
    }
    /// How many of the places, from the first on, go on as they come: in the same segment, with an epoch or without.
    static size_t rising(std::span<const Place> places);
    /// Points until the next block of places begins. Who adds points to several series adds no more than that to each
    /// by turns: then they find out sooner that their places are the same.
    qsizetype roomInBlock() const { return PlaceColumns::blockSize - size() % PlaceColumns::blockSize; }
    /// Start a new segment at the next point (a new attempt of the container).
    void breakHere() { m_breakNext = true; }

    qsizetype size() const { return m_values.size(); }
    bool isEmpty() const { return m_values.size() == 0; }
    float value(qsizetype index) const { return m_values.at(index); }
    Sample sample(qsizetype index) const;
    double x(qsizetype index, Axis axis) const { return m_places.x(index, axis); }
    /// What minMax(), value() and lowerBound() will read near `index`: step 0, 1 and 2, with other work in between.
    void prefetch(qsizetype index, int step) const
    {
        m_places.prefetch(index, step);
        if (step < 2)
            m_values.prefetch(index, step);
    }
    bool hasEpochs() const { return m_hasEpochs; }

    /// First indexes of the segments; the first is 0.
    std::span<const qsizetype> segments() const { return m_segments; }
    qsizetype segmentEnd(qsizetype segment) const;
    /// First index in [first, last) of one segment whose x is >= `x` (last if none).
    qsizetype lowerBound(qsizetype first, qsizetype last, double x, Axis axis) const
    {
        return m_places.lowerBound(first, last, x, axis);
    }
    /// Points that are NaN or infinite.
    std::span<const qsizetype> nonFinite() const { return m_nonFinite; }
    /// Finite minimum and maximum of [first, last).
    MinMax minMax(qsizetype first, qsizetype last) const { return m_values.minMax(first, last); }

private:
    ValueColumn m_values;
    PlaceColumns m_places;
    std::vector<qsizetype> m_segments;
    std::vector<qsizetype> m_nonFinite;
    bool m_hasEpochs = false;
    bool m_breakNext = false;
};

} // namespace models
