// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/cluster.h"

#include "sandbox/room/room.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QThread>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

Progress controlPlane(const QString &text, int done)
{
    return {.step = u"control-plane"_s,
            .title = u"Starting Kubernetes"_s,
            .text = text,
            .done = done,
            .total = 2,
            .expectedSeconds = 4};
}

/// A server dry run of one object per webhook: only an answering webhook lets it pass.
constexpr QByteArrayView probes = R"(apiVersion: kubeflow.org/v1
kind: PyTorchJob
metadata: {name: probe, namespace: default}
spec: {pytorchReplicaSpecs: {Master: {replicas: 1, template: {spec: {containers: [{name: pytorch, image: probe}]}}}}}
---
apiVersion: jobset.x-k8s.io/v1alpha2
kind: JobSet
metadata: {name: probe, namespace: default}
spec: {replicatedJobs: [{name: a, template: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: probe}]}}}}}]}
---
apiVersion: trainer.kubeflow.org/v1alpha1
kind: TrainJob
metadata: {name: probe, namespace: default}
spec: {runtimeRef: {name: torch-distributed}}
)";

Result<void> apply(const Kubectl &kubectl, const QString &file)
{
    return kubectl.must({u"apply"_s, u"--server-side"_s, u"--force-conflicts"_s, u"-f"_s, file})
        .transform([](const QByteArray &) { });
}

QStringList importCommand()
{
    return {u"ctr"_s,    u"-a"_s,      u"/run/containerd/containerd.sock"_s, u"-n"_s, u"k8s.io"_s, u"images"_s,
            u"import"_s, u"--local"_s, u"--discard-unpacked-layers"_s,       u"-"_s};
}

/// The kinds of KServe, Katib and Kueue: the server then judges their specs as any cluster's does. No operator follows.
Result<void> applyDefinitions(const QString &folder, const Kubectl &kubectl, Reporter &reporter)
{
    if (folder.isEmpty())
        return {};
    reporter.report(kubeflowProgress(u"Applying the definitions of KServe, Katib and Kueue"_s, 4));
    return apply(kubectl, folder);
}

/// Whether the condition came true in time. A sandbox that is stopped meanwhile is not waited for.
template <class Condition>
bool waitUntil(const Layout &layout, int milliseconds, int pause, Condition condition)
{
    for (const QDeadlineTimer deadline(milliseconds);;) {
        if (condition())
            return true;
        if (deadline.hasExpired() || isStopped(layout))
            return false;
        QThread::msleep(static_cast<unsigned long>(pause));
    }
}

Result<void> applyManifests(const Layout &layout, const QString &components, const Kubectl &kubectl, Reporter &reporter)
{
    const QString folder = components + u"/manifests/"_s;
    int done = 0;
    for (const auto name : {"training-operator"_L1, "jobset"_L1, "trainer"_L1}) {
        reporter.report(kubeflowProgress(u"Applying the manifests of %1"_s.arg(name), done++));
        if (auto applied = apply(kubectl, folder + name + u".yaml"_s); !applied)
            return applied;
    }
    reporter.report(kubeflowProgress(u"Applying the training runtimes"_s, done));
    // Their kinds were made a moment ago: the server may need another one to serve them.
    Result<void> applied;
    waitUntil(layout, 30'000, 500, [&] {
        applied = apply(kubectl, folder + u"runtimes.yaml"_s);
        return applied.has_value();
    });
    return applied;
}

} // namespace

Progress nodeProgress(const QString &text, int done)
{
    return {.step = u"node"_s,
            .title = u"Starting the node"_s,
            .text = text,
            .done = done,
            .total = 5,
            .expectedSeconds = 6};
}

Progress kubeflowProgress(const QString &text, int done)
{
    return {.step = u"kubeflow"_s,
            .title = u"Starting Kubeflow"_s,
            .text = text,
            .done = done,
            .total = 6,
            .expectedSeconds = 30};
}

Result<QStringList> importArchive(const RunState &run, const QString &archive)
{
    const int input = ::open(QFile::encodeName(archive).constData(), O_RDONLY | O_CLOEXEC);
    if (input < 0)
        return systemProblem(u"%1 cannot be read"_s.arg(archive), errno);
    QByteArray output;
    const int code = runInRoom(static_cast<pid_t>(run.room), importCommand(), run.components, input, &output);
    ::close(input);
    const QString said = QString::fromUtf8(output).trimmed();
    if (code != 0)
        return problem(u"The image %1 could not be brought into the sandbox: %2"_s.arg(QFileInfo(archive).fileName(),
                                                                                       said.section(u'\n', -1)));
    QStringList names;
    static const QRegularExpression unpacked(u"^unpacking (\\S+) \\("_s, QRegularExpression::MultilineOption);
    for (const auto &match : unpacked.globalMatch(said))
        names.append(match.captured(1));
    return names;
}

bool isStopped(const Layout &layout) { return !FileLock::isHeld(layout.path("run/supervisor.lock"_L1)); }

Result<void> waitForApi(const Layout &layout, const Kubectl &kubectl, Reporter &reporter)
{
    reporter.report(controlPlane(u"Waiting for the API server"_s, 0));
    const bool answers = waitUntil(layout, 90'000, 150, [&] {
        return readRunState(layout) && kubectl.run({u"get"_s, u"--raw=/readyz"_s}, {}, 5000).code == 0;
    });
    if (answers) {
        reporter.report(controlPlane(u"The API server answers"_s, 2));
        return {};
    }
    const QString last = QString::fromUtf8(readFile(layout.log(u"supervisor"_s))).trimmed().section(u'\n', -1);
    return problem(u"The API server did not answer within 90 seconds. %1"_s.arg(last),
                   u"The logs are in %1. Try: pilothouse-sandbox doctor"_s.arg(layout.path("log"_L1)));
}

Result<void> importImages(const Layout &layout, const RunState &run, const QStringList &archives, Progress step,
                          Reporter &reporter)
{
    const auto stampOf = [&](const QString &archive) {
        return layout.path("images/"_L1) + QFileInfo(archive).fileName() + u".done"_s;
    };
    QStringList missing;
    for (const QString &archive : archives) {
        if (!QFileInfo::exists(stampOf(archive)))
            missing.append(archive);
    }
    for (const QString &archive : missing) {
        step.text = u"Bringing in the image %1"_s.arg(QFileInfo(archive).fileName().section(u'-', 0, -2));
        reporter.report(step);
        if (auto imported = importArchive(run, archive); !imported)
            return std::unexpected(imported.error());
        if (auto written = writePrivate(stampOf(archive), {}); !written)
            return written;
        ++step.done;
    }
    return {};
}

Result<void> prepareNode(const Layout &layout, const Kubectl &kubectl, Reporter &reporter)
{
    reporter.report(nodeProgress(u"Waiting for the kubelet"_s, 4));
    waitUntil(layout, 60'000, 200, [&] { return kubectl.run({u"get"_s, u"node"_s, u"sandbox"_s}).code == 0; });
    if (auto waited = kubectl.must({u"wait"_s, u"node/sandbox"_s, u"--for=condition=Ready"_s, u"--timeout=50s"_s});
        !waited)
        return std::unexpected(waited.error());
    const QString basics = layout.data() + u"/config/cluster.yaml"_s;
    return apply(kubectl, basics);
}

Result<void> applyKubeflow(const Layout &layout, const Prepared &prepared, const Kubectl &kubectl, Reporter &reporter)
{
    const QString stamp = layout.path("run/kubeflow"_L1);
    const QByteArray content = (prepared.components + u'\n' + prepared.definitions).toUtf8();
    if (readFile(stamp) == content)
        return {};
    // The operators first: they start while the definitions come in.
    return applyManifests(layout, prepared.components, kubectl, reporter)
        .and_then([&] { return applyDefinitions(prepared.definitions, kubectl, reporter); })
        .and_then([&] { return writePrivate(stamp, content); });
}

Result<void> waitForKubeflow(const Layout &layout, const Kubectl &kubectl, Reporter &reporter)
{
    reporter.report(kubeflowProgress(u"Waiting for the operators to answer"_s, 5));
    Output last;
    const bool answer = waitUntil(layout, 120'000, 300, [&] {
        last = kubectl.run({u"create"_s, u"--dry-run=server"_s, u"-f"_s, u"-"_s}, probes.toByteArray(), 20'000);
        return last.code == 0;
    });
    if (answer) {
        reporter.report(kubeflowProgress(u"The operators answer"_s, 6));
        return {};
    }
    return problem(u"Kubeflow's operators did not answer within two minutes: %1"_s.arg(
                       QString::fromUtf8(last.err).trimmed().section(u'\n', -1)),
                   u"See: KUBECONFIG=%1 kubectl get pods -A"_s.arg(layout.kubeconfig()));
}

} // namespace sandbox
