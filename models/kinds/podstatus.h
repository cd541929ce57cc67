// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kinds/kinddescriptor.h"

namespace models {

/// The word that kubectl shows as a pod's STATUS (kubectl's printPod), e.g. Running, Init:0/1, CrashLoopBackOff, with
/// its meaning.
Cell podStatus(const k8s::JsonView &pod);
/// Tone and shape of such a word.
Cell podStatusCell(const QString &word);

} // namespace models
