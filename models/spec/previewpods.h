// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/value.h"
#include "models/spec/specpreview.h"

#include <functional>

namespace models {

// What the previews of all kinds share. Pure.

inline constexpr int shownPods = 200; ///< all are counted, the first ones are kept

/// Adds what a container asks for: a request, else the limit.
void addResources(k8s::SpecValue resources, PreviewPod &pod);
PreviewPod podOf(k8s::SpecValue podSpec);
/// Counts `count` pods that are all like `one`, and keeps the first ones as `finish` completes them.
void addPods(SpecPreview &preview, const PreviewPod &one, std::int64_t count,
             const std::function<void(PreviewPod &pod, int index)> &finish);

// kindpreviews.cpp: what the operators beside the Training Operator make of an object. `ns` is shown where the object
// names no namespace.
void previewNotebook(k8s::SpecValue root, const QString &name, const QString &ns, SpecPreview &preview);
void previewInferenceService(k8s::SpecValue root, const QString &name, const QString &ns, SpecPreview &preview);
void previewSeldon(k8s::SpecValue root, const QString &name, const QString &ns, SpecPreview &preview);
void previewExperiment(k8s::SpecValue root, const QString &name, SpecPreview &preview);

} // namespace models
