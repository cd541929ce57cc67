// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specdocument.h"
#include "models/spec/yamlcontext.h"

namespace models {

/// Pieces of several lines that fit where the cursor is: a Worker, a variable, a volume with its mount, shared memory.
/// Pure.
QList<SpecCompletion> snippetsFor(const YamlContext &context);

} // namespace models
