// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/seriesitem.h"

namespace views {

/// The heights that a chart shows, in its own units (logarithms of ten if it is logarithmic).
struct HeightFit
{
    double low = 0, high = 1;
    bool cut = false; ///< values lie outside
};

/// The heights of what is visible between from and to, a little padded. Without outliers: what lies far outside the
/// middle half of the values (three times its width) and is not more than 2 % of them on its side is left out; a
/// falling loss keeps its beginning. Outliers are judged by a sample of each curve, the bounds are exact.
HeightFit fitHeights(const PlotState &state, bool ignoreOutliers);

} // namespace views
