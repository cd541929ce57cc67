// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace models {

/// The columns of the kind Node; the last three are filled by whoever knows the pods (NodeBoard).
struct NodeColumn
{
    enum
    {
        Status,
        Name,
        Roles,
        Cpu, ///< allocatable; the sort key is in cores
        Memory, ///< allocatable; the sort key is in bytes
        Gpus, ///< allocatable
        CpuRequested,
        MemoryRequested,
        GpusHeld,
        Version,
        Age
    };
};

} // namespace models
