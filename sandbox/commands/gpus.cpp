// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/gpus.h"

#include "sandbox/commands/cluster.h"
#include "sandbox/commands/commands.h"
#include "sandbox/core/runstate.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int mostGpus = 64;

Progress progressOf(const QString &text, int done)
{
    return {
        .step = u"gpus"_s, .title = u"Simulating GPUs"_s, .text = text, .done = done, .total = 3, .expectedSeconds = 6};
}

Result<void> claim(const Kubectl &kubectl, int count)
{
    const QString amount = count > 0 ? u"{\"nvidia.com/gpu\":\"%1\"}"_s.arg(count) : u"{\"nvidia.com/gpu\":null}"_s;
    return kubectl
        .must({u"patch"_s, u"node"_s, u"sandbox"_s, u"--subresource=status"_s, u"--type=merge"_s, u"-p"_s,
               u"{\"status\":{\"capacity\":%1,\"allocatable\":%1}}"_s.arg(amount)})
        .transform([](const QByteArray &) { });
}

/// Its program lies in a ConfigMap of the cluster: the image that every sandbox has anyway can run it.
Result<QByteArray> applyExporter(const Layout &layout, const Kubectl &kubectl)
{
    const QString folder = layout.data() + u"/gpus/"_s;
    return kubectl
        .must({u"create"_s, u"configmap"_s, u"simulated-gpu-exporter"_s, u"--namespace=kube-system"_s,
               u"--from-file="_s + folder + u"exporter.py"_s, u"--dry-run=client"_s, u"-o"_s, u"yaml"_s})
        .and_then([&](const QByteArray &program) {
            return kubectl.must({u"apply"_s, u"--server-side"_s, u"--force-conflicts"_s, u"-f"_s, u"-"_s}, program);
        })
        .and_then([&](const QByteArray &) {
            return kubectl.must(
                {u"apply"_s, u"--server-side"_s, u"--force-conflicts"_s, u"-f"_s, folder + u"exporter.yaml"_s});
        });
}

Result<void> removeExporter(const Layout &layout, const Kubectl &kubectl)
{
    return kubectl.must({u"delete"_s, u"--ignore-not-found"_s, u"-f"_s, layout.data() + u"/gpus/exporter.yaml"_s})
        .and_then([&](const QByteArray &) {
            return kubectl.must({u"delete"_s, u"configmap"_s, u"simulated-gpu-exporter"_s, u"--namespace=kube-system"_s,
                                 u"--ignore-not-found"_s});
        })
        .transform([](const QByteArray &) {});
}

} // namespace

Result<void> simulateGpus(const Layout &layout, const Kubectl &kubectl, int count, bool exporter, Reporter &reporter)
{
    if (count < 0 || count > mostGpus)
        return problem(u"The sandbox simulates 0 to %1 GPUs"_s.arg(mostGpus), u"pilothouse-sandbox gpus 4"_s);
    reporter.report(progressOf(u"Claiming %1 GPUs for the node"_s.arg(count), 0));
    if (auto claimed = claim(kubectl, count); !claimed)
        return claimed;
    if (count == 0 || !exporter)
        return removeExporter(layout, kubectl);
    reporter.report(progressOf(u"Starting the exporter of their figures"_s, 1));
    if (const auto applied = applyExporter(layout, kubectl); !applied)
        return std::unexpected(applied.error());
    const auto ready = kubectl.must({u"rollout"_s, u"status"_s, u"deployment/simulated-gpu-exporter"_s,
                                     u"--namespace=kube-system"_s, u"--timeout=60s"_s});
    reporter.report(progressOf(u"%1 simulated GPUs"_s.arg(count), 3));
    return ready.transform([](const QByteArray &) { });
}

Result<void> gpus(const Options &options, Reporter &reporter)
{
    bool good = options.arguments.size() == 1;
    const int count = options.arguments.value(0).toInt(&good);
    if (!good || options.arguments.size() != 1)
        return problem(u"gpus wants a number: of the node's simulated GPUs"_s,
                       u"pilothouse-sandbox gpus 4; gpus 0 removes them"_s);
    const auto run = readRunState(options.layout);
    if (!run)
        return std::unexpected(Problem {
            .text = u"The sandbox is not up"_s, .remedy = u"Raise it with: pilothouse-sandbox up"_s, .code = codeDown});
    const auto changed
        = simulateGpus(options.layout, Kubectl(options.layout, run->components), count, !options.bare, reporter);
    reporter.finish();
    return changed;
}

} // namespace sandbox
