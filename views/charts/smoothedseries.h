// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/series.h"

namespace views {

/// The debiased exponential mean of a growing series, as TensorBoard smooths; grows with the series. GUI thread.
class SmoothedSeries
{
public:
    /// Take in what is new in the series; starts again if the weight changed.
    void update(const models::Series &series, double weight);
    std::span<const float> values() const { return m_values; }
    models::MinMax minMax(qsizetype first, qsizetype last) const { return m_pyramid.query(m_values, first, last); }

private:
    std::vector<float> m_values;
    models::SeriesPyramid m_pyramid;
    double m_weight = -1;
    double m_sum = 0;
    double m_bias = 1; // weight to the power of the count
};

} // namespace views
