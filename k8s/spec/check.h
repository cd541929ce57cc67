// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/document.h"
#include "k8s/spec/schema.h"

#include <functional>

namespace k8s {

/// Everything that can be said of a parsed text without a server: YAML, schema, rules, in the order of the text. What a
/// rule says about a place replaces what the schema says there. `schemaOf` may return null. Pure; any thread.
Diagnostics checkSpec(const SpecText &text,
                      const std::function<SchemaPtr(std::string_view apiVersion, std::string_view kind)> &schemaOf);

} // namespace k8s
