// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/textpatch.h"
#include "models/spec/specform.h"

#include <expected>

namespace models {

/// Carries out what a user did to a field. The answer is the text with the edit in it, parsed, or a sentence in the
/// user's language that says why nothing was changed. Pure; any thread.
std::expected<std::shared_ptr<const k8s::SpecText>, QString>
editForm(const std::shared_ptr<const k8s::SpecText> &text, int document, const FormField &field, const FormEdit &edit);

} // namespace models
