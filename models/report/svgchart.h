// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/jobmetrics.h"

namespace models {

/// One metric over its steps as an SVG element for the report. Colours are classes (s0 to s7, grid, tick, mark, bad)
/// and the style sheet's matter; a reader that ignores it
/// draws the lines in one colour. Smallest and largest value of every column are kept, however many points there are.
QString svgChart(const JobMetrics &metrics, const MetricInfo &metric);

/// Text as it may stand in HTML: escaped, with control characters and bidirectional overrides made visible.
QString htmlText(const QString &text);

} // namespace models
