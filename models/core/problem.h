// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/error.h"

#include <QString>

namespace models {

/// What went wrong and what to do about it, in the user's language. Both may hold text of the cluster: plain text only.
struct Problem
{
    QString sentence; ///< "What happened: why."
    QString remedy; ///< what to do; empty if there is nothing to do but wait

    bool isEmpty() const { return sentence.isEmpty(); }
    bool operator==(const Problem &) const = default;
};

/// The sentence and the remedy for an error. Any thread.
Problem describe(const k8s::Error &error);

} // namespace models
