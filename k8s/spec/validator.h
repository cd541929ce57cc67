// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/diagnostic.h"
#include "k8s/spec/schema.h"
#include "k8s/spec/value.h"

namespace k8s {

/// Compares a document with the schema of its kind as the API server does with fieldValidation=Strict, and appends what
/// differs; at most `limit` in all. Pure; any thread.
void validate(SpecValue root, const Schema &schema, Diagnostics &diagnostics, int limit = 500);

} // namespace k8s
