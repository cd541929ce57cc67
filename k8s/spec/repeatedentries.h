// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/schema.h"
#include "k8s/spec/value.h"

#include <vector>

namespace k8s {

/// Entries of a list that stand in it before already: by the fields that x-kubernetes-list-map-keys names, a missing
/// one counting as its default, or as a whole in a set. `place` is the list's node in `schema`. In the order of their
/// keys. Pure; any thread.
std::vector<SpecValue> repeatedEntries(SpecValue list, const SchemaNode &place, const Schema &schema);

} // namespace k8s
