// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/core/plaintext.h"
#include "models/spec/convert/runtime.h"
#include "models/spec/convert/trainjob.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace mpijob_file {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

/// An MPIJob has two templates, a TrainJob one: both go into a TrainingRuntime of the job's own, made after the
/// built-in ones (trainer v2.3.0 manifests/base/runtimes/deepspeed_distributed.yaml).
class MpiJob
{
public:
    MpiJob(Converting &converting, bool v2)
        : m_converting(converting)
        , m_spec(converting.root()["spec"])
        , m_launcher(m_spec["mpiReplicaSpecs"]["Launcher"])
        , m_worker(m_spec["mpiReplicaSpecs"]["Worker"])
        , m_v2(v2)
    {
    }

    void convert()
    {
        const std::string_view mainName = m_spec["mainContainer"].text();
        const SpecValue main = mainContainer(m_launcher["template"]["spec"], mainName);
        const SpecValue node = mainContainer(m_worker["template"]["spec"], mainName);
        if (!main.exists() || !node.exists()) {
            m_converting.refuse(m_spec["mpiReplicaSpecs"],
                                Text::tr("The job lacks a Launcher or a Worker with a container."),
                                Text::tr("Complete the MPIJob first."));
            return;
        }
        const QString runtimeName = m_converting.root()["metadata"]["name"].string() + u"-mpi"_s;
        RuntimeMaker runtime(m_converting, runtimeName, "mpi");
        makeRuntime(runtime, main, node);
        TrainJobMaker maker(m_converting);
        makeJob(maker, main, runtimeName);
        runtime.finish();
        maker.finish();
    }

private:
    void makeRuntime(RuntimeMaker &runtime, SpecValue main, SpecValue node)
    {
        const bool launcherTrains = m_spec["runLauncherAsWorker"].boolean();
        runtime.policy().set("numNodes", yamlNumber(nodes()));
        YamlOut &mpi = runtime.policy().member("mpi");
        mpi.set("mpiImplementation", yamlText("OpenMPI"));
        mpi.set("runLauncherAsNode", yamlBoolean(launcherTrains));
        m_converting.keep(m_spec["sshAuthMountPath"], mpi, "sshAuthMountPath", u"spec.mlPolicy.mpi.sshAuthMountPath"_s);
        runtime.jobSet().at("network").set("publishNotReadyAddresses", yamlBoolean(true));
        YamlOut &success = runtime.jobSet().member("successPolicy");
        success.set("operator", yamlText("All"));
        success.member("targetReplicatedJobs").append(yamlText("launcher"));
        takeNode(runtime, node);
        YamlOut &launcher = runtime.addJob("launcher", m_launcher, main, true, {"command", "args", "env"});
        YamlOut dependency;
        dependency.set("name", yamlText("node"));
        dependency.set("status", yamlText("Ready"));
        YamlOut dependencies;
        dependencies.key = "dependsOn";
        dependencies.append(std::move(dependency));
        launcher.children.insert(launcher.children.begin() + 2, std::move(dependencies));
    }

    void takeNode(RuntimeMaker &runtime, SpecValue node)
    {
        YamlOut &job = runtime.addJob("node", m_worker, node, false,
                                      m_v2 ? std::vector<std::string_view> {}
                                           : std::vector<std::string_view> {"command", "args"});
        auto *container = RuntimeMaker::container(job);
        if (node["command"].exists() && m_v2)
            return;
        YamlOut daemon = yamlList();
        daemon.flow = true;
        daemon.append(yamlText("/usr/sbin/sshd", true));
        daemon.append(yamlText("-De", true));
        container->set("command", std::move(daemon));
        if (m_v2)
            return; // the operator starts the same by default
        for (const char *field : {"command", "args"}) {
            if (node[field].exists())
                m_converting.noteChanged(node[field], Text::tr("Left out: a worker runs sshd now."));
        }
        m_converting.remarkLost(
            m_worker, Text::tr("The Trainer starts processes through SSH, no longer through kubectl exec."),
            Text::tr("Put an SSH server and client into the image, or take it from an MPIJob of v2beta1."));
    }

    void makeJob(TrainJobMaker &maker, SpecValue main, const QString &runtimeName)
    {
        maker.setRuntime(runtimeName, true);
        maker.trainer().set("numNodes", yamlNumber(nodes()));
        for (const char *field : {"command", "args", "env"})
            m_converting.keep(main[field], maker.trainer(), field, u"spec.trainer."_s + QLatin1StringView(field));
        const SpecValue perWorker = m_spec["slotsPerWorker"];
        maker.trainer().set("numProcPerNode", yamlNumber(perWorker.integer(1)));
        if (perWorker.exists())
            m_converting.noteKept(perWorker, Text::tr("Is %1 now.").arg(u"spec.trainer.numProcPerNode"_s));
        if (m_worker["replicas"].exists())
            m_converting.noteKept(m_worker["replicas"], Text::tr("Is %1 now.").arg(u"spec.trainer.numNodes"_s));
        takeRest();
        maker.takeRunPolicy(m_spec["runPolicy"]);
    }

    void takeRest()
    {
        m_converting.use(m_launcher["replicas"]);
        m_converting.use(m_spec["mainContainer"]);
        if (const SpecValue old = m_spec["cleanPodPolicy"]; old.exists())
            m_converting.noteChanged(
                old, Text::tr("Pods that have ended stay; those that still run when the job is done are ended."));
        if (const SpecValue both = m_spec["runLauncherAsWorker"]; both.exists())
            m_converting.noteKept(both, Text::tr("Is %1 now.").arg(u"runLauncherAsNode"_s));
        if (const SpecValue order = m_spec["launcherCreationPolicy"]; order.text() == "WaitForWorkersReady")
            m_converting.noteKept(order, Text::tr("The launcher waits for the nodes to be ready."));
        else if (order.exists())
            m_converting.noteChanged(order, Text::tr("The launcher waits for the nodes to be ready."));
        const SpecValue implementation = m_spec["mpiImplementation"];
        if (implementation.text() == "OpenMPI")
            m_converting.noteKept(implementation, Text::tr("The same in the TrainingRuntime."));
        else if (implementation.exists())
            m_converting.noteLost(
                implementation,
                Text::tr("The Trainer knows OpenMPI only, not %1.").arg(k8s::plainText(implementation.string(), 60)),
                Text::tr("Build the image with OpenMPI."));
    }

    std::int64_t nodes() const
    {
        const std::int64_t workers = std::max<std::int64_t>(1, m_worker["replicas"].integer(1));
        return workers + (m_spec["runLauncherAsWorker"].boolean() ? 1 : 0);
    }

    Converting &m_converting;
    SpecValue m_spec, m_launcher, m_worker;
    bool m_v2;
};

bool isMpiJob(SpecValue root, std::string_view apiVersion)
{
    return root["apiVersion"].text() == apiVersion && root["kind"].text() == "MPIJob";
}

bool readsV1(SpecValue root) { return isMpiJob(root, "kubeflow.org/v1"); }
bool readsV2(SpecValue root) { return isMpiJob(root, "kubeflow.org/v2beta1"); }
void convertV1(Converting &converting) { MpiJob(converting, false).convert(); }
void convertV2(Converting &converting) { MpiJob(converting, true).convert(); }

} // namespace
} // namespace mpijob_file

extern const Converter mpiJobToTrainJob {"MPIJob", "TrainJob", mpijob_file::readsV1, mpijob_file::convertV1};
extern const Converter mpiJobV2ToTrainJob {"MPIJob v2beta1", "TrainJob", mpijob_file::readsV2, mpijob_file::convertV2};

} // namespace models
