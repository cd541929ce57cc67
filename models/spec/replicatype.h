// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/frameworks.h"
#include "k8s/spec/textpatch.h"

namespace models {

/// What a replica type that is added to a job starts as: one pod like those of the job's other types, because the pods
/// of a job mostly run the same program and learn their part from what the operator tells them. Launcher and workers of
/// MPI run different programs: only name and image are taken over. Pure; any thread.
k8s::PatchValue newReplicaType(const k8s::Framework &framework, k8s::SpecValue job);

} // namespace models
