// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// What GPU exporters serve, shortened to a few lines of each. Formats as in dcgm-exporter's README and tests (1.x to
/// 4.x), ROCm device-metrics-exporter's documentation and mindprince/nvidia_gpu_prometheus_exporter.
namespace exporters {

/// dcgm-exporter 3.x/4.x: two whole devices, the second without a pod; blank temperature.
inline const QByteArray dcgm = R"(# HELP DCGM_FI_DEV_SM_CLOCK SM clock frequency (in MHz).
# TYPE DCGM_FI_DEV_SM_CLOCK gauge
DCGM_FI_DEV_SM_CLOCK{gpu="0",UUID="GPU-604ac76c-d9cf-fef3-62e9-d92044ab6e52",pci_bus_id="00000000:3B:00.0",device="nvidia0",modelName="NVIDIA A100-SXM4-80GB",Hostname="node-a",DCGM_FI_DRIVER_VERSION="550.54.15",container="pytorch",namespace="team-a",pod="digits-ddp-worker-0"} 1410
# HELP DCGM_FI_DEV_GPU_UTIL GPU utilization (in %).
# TYPE DCGM_FI_DEV_GPU_UTIL gauge
DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-604ac76c-d9cf-fef3-62e9-d92044ab6e52",pci_bus_id="00000000:3B:00.0",device="nvidia0",modelName="NVIDIA A100-SXM4-80GB",Hostname="node-a",DCGM_FI_DRIVER_VERSION="550.54.15",container="pytorch",namespace="team-a",pod="digits-ddp-worker-0"} 71
DCGM_FI_DEV_GPU_UTIL{gpu="1",UUID="GPU-11111111-d9cf-fef3-62e9-d92044ab6e52",pci_bus_id="00000000:86:00.0",device="nvidia1",modelName="NVIDIA A100-SXM4-80GB",Hostname="node-a",DCGM_FI_DRIVER_VERSION="550.54.15",container="",namespace="",pod=""} 0
# HELP DCGM_FI_DEV_FB_FREE Framebuffer memory free (in MiB).
# TYPE DCGM_FI_DEV_FB_FREE gauge
DCGM_FI_DEV_FB_FREE{gpu="0",UUID="GPU-604ac76c-d9cf-fef3-62e9-d92044ab6e52",pci_bus_id="00000000:3B:00.0",device="nvidia0",modelName="NVIDIA A100-SXM4-80GB",Hostname="node-a",container="pytorch",namespace="team-a",pod="digits-ddp-worker-0"} 61440
DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-604ac76c-d9cf-fef3-62e9-d92044ab6e52",pci_bus_id="00000000:3B:00.0",device="nvidia0",modelName="NVIDIA A100-SXM4-80GB",Hostname="node-a",container="pytorch",namespace="team-a",pod="digits-ddp-worker-0"} 20480
DCGM_FI_DEV_POWER_USAGE{gpu="0",UUID="GPU-604ac76c-d9cf-fef3-62e9-d92044ab6e52",pci_bus_id="00000000:3B:00.0",device="nvidia0",modelName="NVIDIA A100-SXM4-80GB",Hostname="node-a",container="pytorch",namespace="team-a",pod="digits-ddp-worker-0"} 254.381000
DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-604ac76c-d9cf-fef3-62e9-d92044ab6e52",pci_bus_id="00000000:3B:00.0",device="nvidia0",modelName="NVIDIA A100-SXM4-80GB",Hostname="node-a",container="pytorch",namespace="team-a",pod="digits-ddp-worker-0"} 9223372036854775794
)";

/// dcgm-exporter's main branch writes hostname in lower case; two MIG slices of one device tell only engine activity.
inline const QByteArray dcgmMig
    = R"(DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu="0",UUID="GPU-a",device="nvidia0",modelName="NVIDIA H100",GPU_I_PROFILE="3g.40gb",GPU_I_ID="1",hostname="node-b",container="main",namespace="team-a",pod="a-0"} 0.423
DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu="0",UUID="GPU-a",device="nvidia0",modelName="NVIDIA H100",GPU_I_PROFILE="1g.10gb",GPU_I_ID="7",hostname="node-b",container="main",namespace="team-a",pod="b-0"} 0
DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-a",device="nvidia0",modelName="NVIDIA H100",GPU_I_PROFILE="3g.40gb",GPU_I_ID="1",hostname="node-b",container="main",namespace="team-a",pod="a-0"} 1024
DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-a",device="nvidia0",modelName="NVIDIA H100",GPU_I_PROFILE="3g.40gb",GPU_I_ID="1",hostname="node-b",container="main",namespace="team-a",pod="a-0"} 2147483632
)";

/// dcgm-exporter 1.x.
inline const QByteArray dcgmOld
    = R"(dcgm_gpu_utilization{gpu="0",uuid="GPU-b",container_name="c",pod_name="old-0",pod_namespace="team-b"} 35
dcgm_gpu_temp{gpu="0",uuid="GPU-b",container_name="c",pod_name="old-0",pod_namespace="team-b"} 61
dcgm_fb_used{gpu="0",uuid="GPU-b",container_name="c",pod_name="old-0",pod_namespace="team-b"} 100
dcgm_fb_free{gpu="0",uuid="GPU-b",container_name="c",pod_name="old-0",pod_namespace="team-b"} 300
)";

/// mindprince/nvidia_gpu_prometheus_exporter, and what arena's documentation asks for.
inline const QByteArray nvidiaOld
    = R"(nvidia_gpu_duty_cycle{minor_number="3",name="Tesla P100",uuid="GPU-c",namespace_name="x"} 12
nvidia_gpu_memory_used_bytes{minor_number="3",name="Tesla P100",uuid="GPU-c"} 2147483632
nvidia_gpu_memory_total_bytes{minor_number="3",name="Tesla P100",uuid="GPU-c"} 1.7e10
nvidia_gpu_power_usage_milliwatts{minor_number="3",name="Tesla P100",uuid="GPU-c"} 31500
nvidia_gpu_temperature_celsius{minor_number="3",name="Tesla P100",uuid="GPU-c"} 42
)";

/// AMD's device-metrics-exporter with the prefix "amd_".
inline const QByteArray amd
    = R"(amd_gpu_gfx_activity{card_model="102-G30211",container="main",gpu_id="2",hostname="node-c",namespace="team-a",pod="amd-0",serial_number="PCB0"} 88
amd_gpu_used_vram{card_model="102-G30211",container="main",gpu_id="2",hostname="node-c",namespace="team-a",pod="amd-0",serial_number="PCB0"} 1000
amd_gpu_total_vram{card_model="102-G30211",container="main",gpu_id="2",hostname="node-c",namespace="team-a",pod="amd-0",serial_number="PCB0"} 196592
amd_gpu_package_power{card_model="102-G30211",container="main",gpu_id="2",hostname="node-c",namespace="team-a",pod="amd-0",serial_number="PCB0"} 412
amd_gpu_junction_temperature{card_model="102-G30211",container="main",gpu_id="2",hostname="node-c",namespace="team-a",pod="amd-0",serial_number="PCB0"} 66
not_a_gpu_gfx_activityx{gpu_id="9"} 1
)";

} // namespace exporters
