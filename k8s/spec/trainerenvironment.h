// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace k8s {

/// Variables that the trainer sets itself and a TrainJob may not (trainer v2.3.0 pkg/constants).
inline constexpr std::array<std::string_view, 13> reservedEnvironment {"PET_NNODES",
                                                                       "PET_NPROC_PER_NODE",
                                                                       "PET_NODE_RANK",
                                                                       "PET_MASTER_ADDR",
                                                                       "PET_MASTER_PORT",
                                                                       "DMLC_TRACKER_URI",
                                                                       "DMLC_TRACKER_PORT",
                                                                       "DMLC_TASK_ID",
                                                                       "DMLC_NUM_WORKER",
                                                                       "OMPI_MCA_orte_default_hostfile",
                                                                       "OMPI_MCA_plm_rsh_args",
                                                                       "OMPI_MCA_orte_keep_fqdn_hostnames",
                                                                       "OMPI_MCA_orte_set_default_slots"};

} // namespace k8s
