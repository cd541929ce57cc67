// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/smoothedseries.h"

#include <cmath>

namespace views {

void SmoothedSeries::update(const models::Series &series, double weight)
{
    if (weight != m_weight || series.size() < qsizetype(m_values.size())) {
        *this = {};
        m_weight = weight;
    }
    for (auto i = qsizetype(m_values.size()); i < series.size(); ++i) {
        const float value = series.value(i);
        float smooth = value; // NaN and infinity stay what they are and do not spoil what follows
        if (std::isfinite(value)) {
            m_sum = m_sum * weight + (1 - weight) * double(value);
            m_bias *= weight;
            smooth = float(m_sum / (1 - m_bias));
        }
        m_values.push_back(smooth);
        m_pyramid.append(i, smooth);
    }
}

} // namespace views
