// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/seriespyramid.h"
#include "models/metrics/stepcolumn.h"

#include <QtTypes>

#include <span>
#include <vector>

namespace models {

/// What stands on the x axis.
enum class Axis
{
    Step,
    Time,
    Epoch
};

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
/// new segment begins; within a segment x never falls. 16 B per point. Not thread safe.
class Series
{
public:
    void append(const Sample &sample);
    /// Start a new segment at the next point (a new attempt of the container).
    void breakHere() { m_breakNext = true; }

    qsizetype size() const { return qsizetype(m_values.size()); }
    bool isEmpty() const { return m_values.empty(); }
    float value(qsizetype index) const { return m_values[size_t(index)]; }
    std::span<const float> values() const { return m_values; }
    Sample sample(qsizetype index) const;
    double x(qsizetype index, Axis axis) const;
    bool hasEpochs() const { return m_hasEpochs; }

    /// First indexes of the segments; the first is 0.
    std::span<const qsizetype> segments() const { return m_segments; }
    qsizetype segmentEnd(qsizetype segment) const;
    /// First index in [first, last) of one segment whose x is >= `x` (last if none).
    qsizetype lowerBound(qsizetype first, qsizetype last, double x, Axis axis) const;
    /// Points that are NaN or infinite.
    std::span<const qsizetype> nonFinite() const { return m_nonFinite; }
    /// Finite minimum and maximum of [first, last).
    MinMax minMax(qsizetype first, qsizetype last) const { return m_pyramid.query(m_values, first, last); }

private:
    std::vector<float> m_values;
    StepColumn m_steps;
    StepColumn m_epochs;
    std::vector<quint32> m_times; // units of 10 ms since m_timeOrigin: 497 days
    std::vector<quint32> m_lines;
    std::vector<qsizetype> m_segments;
    std::vector<qsizetype> m_nonFinite;
    SeriesPyramid m_pyramid;
    qint64 m_timeOrigin = 0;
    bool m_hasEpochs = false;
    bool m_breakNext = false;
};

} // namespace models
