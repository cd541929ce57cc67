// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/runtime.h"
#include "models/spec/convert/trainjob.h"

#include <QCoreApplication>

#include <array>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace tfjob_file {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

constexpr std::int64_t mostNodes = 500; // their addresses stand in the command
constexpr int port = 2222; // the operator's own, kubeflow-api.md 3.1

struct Role
{
    const char *replica;
    const char *task; ///< in TF_CONFIG
};
constexpr std::array roles {Role {"Chief", "chief"}, Role {"Master", "master"}, Role {"Worker", "worker"}};

/// The Trainer has no runtime for TensorFlow. A runtime without a framework starts the pods, and the command itself
/// makes TF_CONFIG of the pod's index: all addresses are known beforehand.
class TfJob
{
public:
    explicit TfJob(Converting &converting)
        : m_converting(converting)
        , m_spec(converting.root()["spec"])
        , m_replicas(m_spec["tfReplicaSpecs"])
        , m_name(converting.root()["metadata"]["name"].string())
    {
        for (const Role &role : roles) {
            if (const SpecValue replica = m_replicas[role.replica]; replica.exists()) {
                m_present.append(replica);
                m_nodes += replica["replicas"].integer(1);
            }
        }
    }

    void convert()
    {
        const SpecValue leading = leadingReplica(m_present);
        const SpecValue main = mainContainer(leading["template"]["spec"], "tensorflow");
        if (refuses(main))
            return;
        const QString runtimeName = m_name + u"-tensorflow"_s;
        RuntimeMaker runtime(m_converting, runtimeName, "tensorflow");
        runtime.policy().set("numNodes", yamlNumber(m_nodes));
        runtime.addJob("node", leading, main, true, {"command", "args", "env", "resources", "ports"});
        TrainJobMaker maker(m_converting);
        maker.setRuntime(runtimeName, true);
        maker.takeReplicas(m_present);
        takeContainer(maker, main);
        for (SpecValue replica : m_present) {
            if (replica == leading)
                continue;
            maker.takeRestartPolicy(replica);
            maker.takeOtherTemplate(replica, leading);
        }
        takeRest(maker);
        runtime.finish();
        maker.finish();
    }

private:
    bool refuses(SpecValue main)
    {
        const QString keep = Text::tr("Keep the TFJob, or let the program train with MultiWorkerMirroredStrategy.");
        for (const char *endless : {"PS", "Evaluator"}) {
            const SpecValue replica = m_replicas[endless];
            if (replica.exists() && replica["replicas"].integer(1) > 0) {
                m_converting.refuse(replica,
                                    Text::tr("A %1 never ends, and a TrainJob ends when all its nodes have ended.")
                                        .arg(QLatin1StringView(endless)),
                                    keep);
                return true;
            }
        }
        if (!main.exists())
            m_converting.refuse(m_replicas, Text::tr("The job has no Chief and no Worker with a container."),
                                Text::tr("Complete the TFJob first."));
        else if (main["command"].size() == 0 && m_nodes > 1)
            m_converting.refuse(main, Text::tr("The container has no command, so none can be started with TF_CONFIG."),
                                Text::tr("Write down the command that the image starts by itself."));
        else if (m_nodes > mostNodes)
            m_converting.refuse(m_replicas,
                                Text::tr("The addresses of %1 nodes do not fit into TF_CONFIG.").arg(m_nodes),
                                Text::tr("Keep the TFJob."));
        return m_converting.refusal().has_value();
    }

    void takeContainer(TrainJobMaker &maker, SpecValue main)
    {
        m_converting.keep(main["env"], maker.trainer(), "env", u"spec.trainer.env"_s);
        m_converting.keep(main["resources"], maker.trainer(), "resourcesPerNode", u"spec.trainer.resourcesPerNode"_s);
        if (main["ports"].exists())
            m_converting.noteChanged(
                main["ports"], Text::tr("Left out: pods reach each other on any port; TF_CONFIG says %1.").arg(port));
        if (m_nodes < 2) {
            m_converting.keep(main["command"], maker.trainer(), "command", u"spec.trainer.command"_s);
            m_converting.keep(main["args"], maker.trainer(), "args", u"spec.trainer.args"_s);
            return;
        }
        YamlOut command = yamlList();
        for (const auto &word : {std::string("sh"), std::string("-c"), script().toStdString(), std::string("tf")})
            command.append(yamlText(word));
        maker.trainer().set("command", std::move(command));
        YamlOut args = yamlList();
        for (SpecValue list : {main["command"], main["args"]}) {
            for (SpecValue word : list)
                args.append(m_converting.copier().copy(word));
        }
        args.flow = main["command"].node().flow;
        maker.trainer().set("args", std::move(args));
        m_converting.noteChanged(
            main["command"],
            Text::tr("Is spec.trainer.args now, started by a script that sets TF_CONFIG: the Trainer does not."),
            Text::tr("Under another name of the job its addresses in the script must change as well."));
        if (main["args"].exists())
            m_converting.noteChanged(main["args"], Text::tr("Stands at the end of spec.trainer.args."));
    }

    QString script() const
    {
        QStringList cluster;
        QString choose;
        std::int64_t index = 0;
        for (SpecValue replica : m_present) {
            const auto *role = std::ranges::find(roles, replica.key(),
                                                 [](const Role &one) { return std::string_view(one.replica); });
            QStringList hosts;
            const std::int64_t first = index;
            for (std::int64_t i = 0; i < replica["replicas"].integer(1); ++i)
                hosts.append(u"\"%1-node-0-%2.%1:%3\""_s.arg(m_name).arg(index++).arg(port));
            const QString task = QLatin1StringView(role->task);
            cluster.append(u"\"%1\":[%2]"_s.arg(task, hosts.join(u',')));
            choose += u"%1 [ $JOB_COMPLETION_INDEX -lt %2 ]; then task=%3 index=$((JOB_COMPLETION_INDEX - %4))\n"_s
                          .arg(choose.isEmpty() ? u"if"_s : u"elif"_s)
                          .arg(index)
                          .arg(task)
                          .arg(first);
        }
        return choose + u"fi\n"_s
            + u"export TF_CONFIG='{\"cluster\":{%1},\"task\":{\"type\":\"'$task'\",\"index\":'$index'},\"environment\":\"cloud\"}'\n"_s
                  .arg(cluster.join(u','))
            + u"exec \"$@\"\n"_s;
    }

    void takeRest(TrainJobMaker &maker)
    {
        if (const SpecValue success = m_spec["successPolicy"]; success.text() == "AllWorkers")
            m_converting.noteKept(success, Text::tr("A TrainJob has succeeded when all its nodes have."));
        else if (success.exists())
            m_converting.noteChanged(success, Text::tr("A TrainJob has succeeded when all its nodes have."));
        if (const SpecValue dynamic = m_spec["enableDynamicWorker"]; dynamic.exists())
            m_converting.noteLost(dynamic, Text::tr("A TrainJob has a fixed number of nodes."));
        maker.takeRunPolicy(m_spec["runPolicy"]);
    }

    Converting &m_converting;
    SpecValue m_spec, m_replicas;
    QString m_name;
    QList<SpecValue> m_present;
    std::int64_t m_nodes = 0;
};

bool reads(SpecValue root) { return root["apiVersion"].text() == "kubeflow.org/v1" && root["kind"].text() == "TFJob"; }

void convert(Converting &converting) { TfJob(converting).convert(); }

} // namespace
} // namespace tfjob_file

extern const Converter tfJobToTrainJob {"TFJob", "TrainJob", tfjob_file::reads, tfjob_file::convert};

} // namespace models
