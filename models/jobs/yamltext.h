// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/jsonview.h"

namespace models {

/// An object of the API as YAML in the order that kubectl writes it; metadata.managedFields and the last-applied
/// annotation are left out. Strings that YAML would read as something else are quoted, texts of several lines become
/// blocks.
QString yamlText(const k8s::JsonView &object);
/// The same without what the server added (status, uid, resourceVersion, times): a manifest to start from.
QString manifestText(const k8s::JsonView &object);

} // namespace models
