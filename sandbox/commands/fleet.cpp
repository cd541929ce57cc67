// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commands/bulkapi.h"
#include "sandbox/commands/commands.h"
#include "sandbox/commands/kubectl.h"
#include "sandbox/core/runstate.h"
#include "sandbox/core/templates.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <csignal>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int gpusPerNode = 8;
constexpr int ranksPerJob = 8;

struct Size
{
    int nodes = 0;
    int pods = 0;
};

Progress progressOf(const QString &text, int done, int total)
{
    return {.step = u"fleet"_s,
            .title = u"The simulated fleet"_s,
            .text = text,
            .done = done,
            .total = qMax(1, total),
            .expectedSeconds = total / 700 + 1};
}

QString nodeName(int index) { return u"fleet-node-%1"_s.arg(index, 5, 10, QLatin1Char('0')); }

QString podName(int index)
{
    return u"fleet-%1-worker-%2"_s.arg(index / ranksPerJob, 5, 10, QLatin1Char('0')).arg(index % ranksPerJob);
}

BulkRequest nodeRequest(int index)
{
    static const QStringList products {u"NVIDIA-H100-80GB-HBM3"_s, u"NVIDIA-A100-SXM4-80GB"_s, u"NVIDIA-L40S"_s};
    const QJsonObject labels {{"type"_L1, "kwok"_L1},
                              {"kubernetes.io/hostname"_L1, nodeName(index)},
                              {"kubernetes.io/os"_L1, "linux"_L1},
                              {"kubernetes.io/arch"_L1, "amd64"_L1},
                              {"nvidia.com/gpu.product"_L1, products[index % products.size()]},
                              {"nvidia.com/gpu.count"_L1, QString::number(gpusPerNode)},
                              {"topology.kubernetes.io/zone"_L1, u"zone-%1"_s.arg(index % 4)}};
    const QJsonObject capacity {{"cpu"_L1, "128"_L1},
                                {"memory"_L1, "1Ti"_L1},
                                {"pods"_L1, "1000"_L1},
                                {"nvidia.com/gpu"_L1, QString::number(gpusPerNode)}};
    const QJsonObject node {{"apiVersion"_L1, "v1"_L1},
                            {"kind"_L1, "Node"_L1},
                            {"metadata"_L1,
                             QJsonObject {{"name"_L1, nodeName(index)},
                                          {"labels"_L1, labels},
                                          {"annotations"_L1, QJsonObject {{"kwok.x-k8s.io/node"_L1, "fake"_L1}}}}},
                            {"spec"_L1,
                             QJsonObject {{"taints"_L1,
                                           QJsonArray {QJsonObject {{"key"_L1, "kwok.x-k8s.io/node"_L1},
                                                                    {"value"_L1, "fake"_L1},
                                                                    {"effect"_L1, "NoSchedule"_L1}}}}}},
                            {"status"_L1, QJsonObject {{"capacity"_L1, capacity}, {"allocatable"_L1, capacity}}}};
    return {.method = "POST", .path = u"/api/v1/nodes"_s, .body = QJsonDocument(node).toJson(QJsonDocument::Compact)};
}

BulkRequest podRequest(int index, int nodes)
{
    const QString job = u"fleet-%1"_s.arg(index / ranksPerJob, 5, 10, QLatin1Char('0'));
    const QJsonObject labels {{"app"_L1, "fleet"_L1},
                              {"training.kubeflow.org/job-name"_L1, job},
                              {"training.kubeflow.org/replica-type"_L1, "worker"_L1},
                              {"training.kubeflow.org/replica-index"_L1, QString::number(index % ranksPerJob)}};
    const QJsonObject container {
        {"name"_L1, "pytorch"_L1},
        {"image"_L1, "localhost/pilothouse/pytorch:1"_L1},
        {"resources"_L1, QJsonObject {{"limits"_L1, QJsonObject {{"nvidia.com/gpu"_L1, "1"_L1}}}}}};
    const QJsonObject toleration {{"key"_L1, "kwok.x-k8s.io/node"_L1}, {"operator"_L1, "Exists"_L1}};
    // The node is named here: ten thousand pods are not to wait for the scheduler.
    const QJsonObject pod {{"apiVersion"_L1, "v1"_L1},
                           {"kind"_L1, "Pod"_L1},
                           {"metadata"_L1, QJsonObject {{"name"_L1, podName(index)}, {"labels"_L1, labels}}},
                           {"spec"_L1,
                            QJsonObject {{"nodeName"_L1, nodeName(index % nodes)},
                                         {"terminationGracePeriodSeconds"_L1, 0},
                                         {"automountServiceAccountToken"_L1, false},
                                         {"tolerations"_L1, QJsonArray {toleration}},
                                         {"containers"_L1, QJsonArray {container}}}}};
    return {.method = "POST",
            .path = u"/api/v1/namespaces/fleet/pods"_s,
            .body = QJsonDocument(pod).toJson(QJsonDocument::Compact)};
}

BulkRequest removal(const QString &path)
{
    return {.method = "DELETE", .path = path + u"?gracePeriodSeconds=0"_s, .body = {}};
}

Size sizeNow(const Layout &layout)
{
    const QJsonObject object = QJsonDocument::fromJson(readFile(layout.path("run/fleet.json"_L1))).object();
    return {.nodes = object["nodes"_L1].toInt(), .pods = object["pods"_L1].toInt()};
}

Result<void> remember(const Layout &layout, const Size &size)
{
    return writePrivate(layout.path("run/fleet.json"_L1),
                        QJsonDocument(QJsonObject {{"nodes"_L1, size.nodes}, {"pods"_L1, size.pods}}).toJson());
}

/// Lets the room start KWOK, or end it.
Result<void> runKwok(const Layout &layout, const RunState &run, bool wanted)
{
    const QByteArray text = wanted ? readFile(layout.data() + u"/config/fleet.json"_s) : QByteArray("[]");
    const auto list = render(text, {{u"STATE"_s, layout.state()}, {u"COMPONENTS"_s, run.components}});
    if (!list)
        return std::unexpected(list.error());
    if (auto written = writePrivate(layout.path("config/extra.json"_L1), *list); !written)
        return written;
    ::kill(static_cast<pid_t>(run.room), SIGHUP);
    return {};
}

Result<void> waitForRunning(const BulkApi &api, int pods, Reporter &reporter)
{
    for (const QDeadlineTimer deadline(600'000); !deadline.hasExpired();) {
        const auto pending
            = api.get(u"/api/v1/namespaces/fleet/pods?fieldSelector=status.phase!%3DRunning&limit=500"_s);
        if (!pending)
            return std::unexpected(pending.error());
        const auto left = QJsonDocument::fromJson(*pending).object()["items"_L1].toArray().size();
        if (left == 0)
            return {};
        reporter.report(progressOf(u"Waiting for the pods to run"_s, pods - static_cast<int>(left), pods));
        QThread::msleep(500);
    }
    return problem(u"Not all pods of the fleet run after ten minutes"_s, u"See: pilothouse-sandbox logs kwok"_s);
}

class Fleet
{
public:
    Fleet(const Layout &layout, const RunState &run, Reporter &reporter)
        : m_layout(layout)
        , m_run(run)
        , m_api(layout, run.port)
        , m_reporter(reporter)
    {
    }

    Result<void> grow(const Size &goal)
    {
        const QJsonObject space {{"apiVersion"_L1, "v1"_L1},
                                 {"kind"_L1, "Namespace"_L1},
                                 {"metadata"_L1, QJsonObject {{"name"_L1, "fleet"_L1}}}};
        BulkRequest spaceRequest {
            .method = "POST", .path = u"/api/v1/namespaces"_s, .body = QJsonDocument(space).toJson()};
        return Kubectl(m_layout, m_run.components)
            .must({u"apply"_s, u"--server-side"_s, u"-f"_s, m_run.components + u"/manifests/kwok.yaml"_s})
            .and_then([&](const QByteArray &) { return runKwok(m_layout, m_run, true); })
            .and_then(
                [&] { return each(u"Making the namespace"_s, 0, 1, [&](int) -> BulkRequest { return spaceRequest; }); })
            // What exists is asked for again: an interrupted run is completed, not taken for done.
            .and_then([&] { return each(u"Making nodes"_s, 0, goal.nodes, nodeRequest); })
            .and_then(
                [&] { return each(u"Making pods"_s, 0, goal.pods, [&](int i) { return podRequest(i, goal.nodes); }); })
            .and_then([&] { return waitForRunning(m_api, goal.pods, m_reporter); });
    }

    Result<void> shrink(const Size &now, const Size &goal)
    {
        const auto pod = [](int index) { return removal(u"/api/v1/namespaces/fleet/pods/"_s + podName(index)); };
        const auto node = [](int index) { return removal(u"/api/v1/nodes/"_s + nodeName(index)); };
        return each(u"Removing pods"_s, goal.pods, now.pods, pod).and_then([&] {
            return each(u"Removing nodes"_s, goal.nodes, now.nodes, node);
        });
    }

    /// Removes the namespace and waits until it is gone, so that a new fleet does not meet its end.
    Result<void> end()
    {
        const QString path = u"/api/v1/namespaces/fleet"_s;
        const auto removed = each(u"Removing the namespace"_s, 0, 1, [&](int) { return removal(path); });
        for (const QDeadlineTimer deadline(60'000); removed && m_api.get(path) && !deadline.hasExpired();)
            QThread::msleep(200);
        return removed.and_then([&] { return runKwok(m_layout, m_run, false); });
    }

private:
    Result<void> each(const QString &text, int from, int to, const std::function<BulkRequest(int)> &request)
    {
        if (to <= from)
            return {};
        int told = -1;
        return m_api.send(
            to - from, [&](int index) { return request(from + index); },
            [&](int done) {
                if (const int percent = done * 100 / (to - from); percent != told) {
                    told = percent;
                    m_reporter.report(progressOf(text, done, to - from));
                }
            });
    }

    const Layout &m_layout;
    const RunState &m_run;
    BulkApi m_api;
    Reporter &m_reporter;
};

} // namespace

Result<void> fleet(const Options &options, Reporter &reporter)
{
    bool good = options.arguments.size() == 2;
    bool alsoGood = good;
    const Size goal {.nodes = options.arguments.value(0).toInt(&good),
                     .pods = options.arguments.value(1).toInt(&alsoGood)};
    if (!good || !alsoGood || goal.nodes < 0 || goal.pods < 0 || (goal.nodes == 0 && goal.pods > 0)
        || goal.nodes > 20'000 || goal.pods > 200'000)
        return problem(u"fleet wants two numbers: nodes (up to 20000) and pods (up to 200000)"_s,
                       u"pilothouse-sandbox fleet 100 1000; fleet 0 0 removes it"_s);
    const auto run = readRunState(options.layout);
    if (!run)
        return std::unexpected(Problem {
            .text = u"The sandbox is not up"_s, .remedy = u"Raise it with: pilothouse-sandbox up"_s, .code = codeDown});
    const Size now = sizeNow(options.layout);
    // The larger of both, while it is being changed: an interrupted run leaves nothing that the next does not know of.
    if (auto noted
        = remember(options.layout, {.nodes = qMax(now.nodes, goal.nodes), .pods = qMax(now.pods, goal.pods)});
        !noted)
        return noted;
    Fleet fleet(options.layout, *run, reporter);
    auto changed = fleet.shrink(now, goal);
    if (changed)
        changed = goal.nodes > 0 ? fleet.grow(goal) : fleet.end();
    if (changed)
        changed = remember(options.layout, goal);
    reporter.finish();
    return changed;
}

} // namespace sandbox
