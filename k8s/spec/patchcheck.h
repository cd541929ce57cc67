// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/textpatch.h"

namespace k8s {

/// What an edit was meant to do, for comparing the text before with the text behind it.
struct IntendedPatch
{
    enum class Kind
    {
        Set,
        Remove,
        Rename
    };
    Kind kind = Kind::Set;
    int part = 0;
    const SpecPath &path;
    const PatchValue *value = nullptr; ///< Set
    std::string key {}; ///< Rename
};

/// The second text differs from the first in what was meant and in nothing else: same documents, same keys in the same
/// order, same values, no new YAML error. Pure.
bool isAsIntended(const SpecText &before, const SpecText &after, const IntendedPatch &intended);

} // namespace k8s
