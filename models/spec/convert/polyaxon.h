// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/convert/v1job.h"

namespace models {

/// Polyaxonfiles before 1.0: `version: 1`, a framework, an environment with counts of replicas, `run.cmd`.
bool isOldPolyaxonfile(k8s::SpecValue root);
void convertOldPolyaxonfile(Converting &converting, std::string_view kind);

} // namespace models
