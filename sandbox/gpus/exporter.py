# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for NVIDIA's dcgm-exporter on a node whose GPUs are simulated: serves the same metrics and labels, made up from what
each pod really does. The use of a pod's devices follows its CPU (one core busy per device: 100 %), their memory its memory. The
model is called "Simulated GPU", so that nobody takes the figures for real ones."""
import http.server
import json
import os
import ssl
import urllib.request

ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/"
API = "https://" + os.environ["KUBERNETES_SERVICE_HOST"] + ":" + os.environ["KUBERNETES_SERVICE_PORT"]
NODE = os.environ["NODE"]
MEMORY = 16384  # MiB of each device
TRUST = ssl.create_default_context(cafile=ACCOUNT + "ca.crt")


def ask(path):
    with open(ACCOUNT + "token") as token:
        request = urllib.request.Request(API + path, headers={"Authorization": "Bearer " + token.read()})
    with urllib.request.urlopen(request, context=TRUST, timeout=10) as answer:
        return answer.read().decode()


class Usage:
    """Cores and MiB by (namespace, pod), from the kubelet."""

    def __init__(self):
        self.counts = {}
        self.cores = {}
        self.memory = {}

    def read(self):
        for line in ask("/api/v1/nodes/" + NODE + "/proxy/metrics/resource").splitlines():
            if not line.startswith(("pod_cpu_usage_seconds_total{", "pod_memory_working_set_bytes{")):
                continue
            labels, value, moment = line[line.index("{") + 1:].replace("}", "").split(" ")
            pod = tuple(part.split('"')[1] for part in sorted(labels.split(",")))  # namespace, pod
            if line.startswith("pod_memory"):
                self.memory[pod] = float(value) / 2**20
                continue
            before = self.counts.get(pod)
            now = (float(value), int(moment) / 1000)
            if before and now[1] > before[1]:
                self.cores[pod] = max(0.0, (now[0] - before[0]) / (now[1] - before[1]))
            if not before or now[1] > before[1]:
                self.counts[pod] = now


class Devices:
    """Which pod has which device: as long as it runs, the same."""

    def __init__(self):
        self.held = {}

    def deal(self, pods, count):
        self.held = {key: devices for key, devices in self.held.items() if key in pods}
        taken = {device for devices in self.held.values() for device in devices}
        free = [device for device in range(count) if device not in taken]
        for key, (wanted, _) in sorted(pods.items()):
            if key not in self.held and len(free) >= wanted:
                self.held[key], free = free[:wanted], free[wanted:]
        return {device: key for key, devices in self.held.items() for device in devices}


USAGE, DEVICES = Usage(), Devices()


def gpus_of(container):
    return int(container.get("resources", {}).get("limits", {}).get("nvidia.com/gpu", 0))


def running_pods():
    found = {}
    query = "?fieldSelector=spec.nodeName%3D" + NODE + ",status.phase%3DRunning"
    for pod in json.loads(ask("/api/v1/pods" + query))["items"]:
        containers = [(gpus_of(container), container["name"]) for container in pod["spec"]["containers"]]
        wanted = sum(count for count, _ in containers)
        if wanted > 0:
            found[pod["metadata"]["namespace"], pod["metadata"]["name"]] = (wanted, max(containers)[1])
    return found


def metrics():
    node = json.loads(ask("/api/v1/nodes/" + NODE))
    count = int(node["status"]["allocatable"].get("nvidia.com/gpu", 0))
    USAGE.read()
    pods = running_pods()
    owners = DEVICES.deal(pods, count)
    names = {
        "DCGM_FI_DEV_GPU_UTIL": "GPU utilization (in %).",
        "DCGM_FI_DEV_FB_USED": "Framebuffer memory used (in MiB).",
        "DCGM_FI_DEV_FB_FREE": "Framebuffer memory free (in MiB).",
        "DCGM_FI_DEV_POWER_USAGE": "Power draw (in W).",
        "DCGM_FI_DEV_GPU_TEMP": "GPU temperature (in C).",
    }
    rows = {name: [] for name in names}
    for device in range(count):
        key = owners.get(device)
        wanted, container = pods.get(key, (1, ""))
        use = min(100.0, 100 * USAGE.cores.get(key, 0.0) / wanted)
        used = min(MEMORY, USAGE.memory.get(key, 0.0) / wanted)
        space, pod = key or ("", "")
        labels = (f'gpu="{device}",UUID="GPU-simulated-{NODE}-{device}",pci_bus_id="",device="nvidia{device}",modelName="Simulated GPU",'
                  f'Hostname="{NODE}",container="{container}",namespace="{space}",pod="{pod}"')
        values = (round(use), round(used), round(MEMORY - used), 40 + 2.6 * use, 35 + 0.4 * use)
        for name, value in zip(names, values):
            rows[name].append(f"{name}{{{labels}}} {value:.6g}\n")
    return "".join(f"# HELP {name} {text}\n# TYPE {name} gauge\n" + "".join(rows[name]) for name, text in names.items())


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            status, body = 200, metrics()
        except Exception as problem:  # the API server may be away for a moment: the next scrape tries again
            status, body = 503, f"# {problem}\n"
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    http.server.ThreadingHTTPServer(("", 9400), Handler).serve_forever()
