// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"

namespace models {
class JobDetail;
class JobMetrics;
}

namespace views {

/// Writes the report of a job (models/report) in the program's colours; an empty problem means it is there.
models::Problem saveReport(const QString &fileName, const models::JobDetail &detail, const models::JobMetrics &metrics);

} // namespace views
