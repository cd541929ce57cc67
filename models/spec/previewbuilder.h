// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specpreview.h"

namespace k8s {
class SpecText;
}

namespace models {

/// What the operators make of the documents of a text (sources: kubeflow-api.md 3.1 and 3.2). Pure; any thread.
SpecPreview previewOf(const k8s::SpecText &text);

} // namespace models
