// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/textpatch.h"
#include "models/spec/schemastore.h"
#include "models/spec/specform.h"

#include <optional>

namespace models {

/// Texts longer than this have no form: an edit would take longer than a frame.
inline constexpr qsizetype longestFormText = 512 * 1024;

/// The form of one document; nothing if it is empty, broken, or the text is too long. Pure; any thread.
std::optional<SpecForm> formOf(const k8s::SpecText &text, int document, const SchemaStore::Lookup &schemas);

/// A path as it is written, "spec.containers[0].name", in its steps.
k8s::SpecPath stepsOf(const QString &path);

/// The index of the volume that a mount means; -1 if there is none.
int volumeOf(k8s::SpecValue volumes, k8s::SpecValue mount);
/// Where the volumes of a pod stand, seen from the mounts of a container.
k8s::SpecPath volumesBeside(const k8s::SpecPath &mounts);

} // namespace models
