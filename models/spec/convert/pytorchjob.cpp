// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/trainjob.h"

#include <QCoreApplication>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace pytorchjob_file {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

bool isPython(std::string_view word)
{
    const size_t slash = word.rfind('/');
    return word.substr(slash == word.npos ? 0 : slash + 1).starts_with("python");
}

bool startsProcesses(std::string_view word)
{
    for (const char *launcher : {"torchrun", "torch.distributed", "accelerate", "deepspeed", "mpirun"}) {
        if (word.find(launcher) != word.npos)
            return true;
    }
    return false;
}

/// The Training Operator set RANK and WORLD_SIZE for each pod; the Trainer sets what torchrun reads, and torchrun sets
/// them for each process. So a plain python gets torchrun before it (trainer v2.3.0
/// pkg/runtime/framework/plugins/torch).
class TorchCommand
{
public:
    explicit TorchCommand(TrainJobMaker &maker)
        : m_maker(maker)
        , m_command(maker.container()["command"])
        , m_args(maker.container()["args"])
    {
    }

    void adapt()
    {
        for (SpecValue list : {m_command, m_args}) {
            for (SpecValue word : list) {
                if (startsProcesses(word.text()))
                    return;
            }
        }
        if (m_command.size() > 0 && isPython(m_command.at(0).text()))
            return throughTorchrun();
        const SpecValue place = m_command.exists() ? m_command : m_maker.container();
        m_maker.converting().remarkLost(
            place, Text::tr("RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT are no longer set by the operator."),
            Text::tr("Let the command start torchrun, which sets them."));
    }

private:
    void throughTorchrun()
    {
        std::vector<YamlOut> &words = m_maker.trainer().member("command").children;
        const bool quoted = words.front().text.startsWith('"');
        const std::string_view next = m_command.size() > 1 ? m_command.at(1).text() : m_args.at(0).text();
        if (next.starts_with('-') && next != "-m") // an option of python's own, which torchrun does not know
            words.insert(words.begin(), {yamlText("torchrun", quoted), yamlText("--no-python", quoted)});
        else
            words.front() = yamlText("torchrun", quoted);
        m_maker.converting().noteChanged(
            m_command,
            Text::tr(
                "Starts torchrun: the Trainer sets PET_* only, and torchrun makes RANK, WORLD_SIZE, MASTER_ADDR and "
                "MASTER_PORT of them."));
    }

    TrainJobMaker &m_maker;
    SpecValue m_command, m_args;
};

void takeProcesses(TrainJobMaker &maker, SpecValue count)
{
    Converting &converting = maker.converting();
    if (!count.exists())
        return;
    bool number = false;
    const int processes = count.string().toInt(&number);
    if (number && processes > 0) {
        maker.trainer().set("numProcPerNode", yamlNumber(processes));
        converting.noteKept(count, Text::tr("Is %1 now.").arg(u"spec.trainer.numProcPerNode"_s));
    } else if (count.text() == "auto") {
        converting.noteKept(count, Text::tr("The runtime does so by itself: one per GPU, or one."));
    } else if (count.text() == "gpu") {
        converting.noteChanged(count, Text::tr("The runtime starts one process per GPU by itself."));
    } else {
        converting.noteLost(count, Text::tr("numProcPerNode of a TrainJob is a number."),
                            Text::tr("Write the number of processes there."));
    }
}

void takeElasticPolicy(TrainJobMaker &maker, SpecValue policy)
{
    Converting &converting = maker.converting();
    for (SpecValue field : policy) {
        const std::string_view key = field.key();
        if (key == "nProcPerNode")
            takeProcesses(maker, field);
        else if (key == "maxRestarts") {
            YamlOut variable;
            variable.set("name", yamlText("PET_MAX_RESTARTS"));
            variable.set("value", yamlText(field.text(), true));
            maker.trainer().member("env").append(std::move(variable));
            converting.noteChanged(field, Text::tr("Is the variable PET_MAX_RESTARTS now, which torchrun reads."));
        } else if (key == "minReplicas" || key == "maxReplicas" || key == "metrics") {
            converting.noteLost(field, Text::tr("A TrainJob has a fixed number of nodes."),
                                Text::tr("Choose the number in spec.trainer.numNodes."));
        } else {
            converting.noteLost(field, Text::tr("The Trainer arranges the rendezvous itself, at rank 0."));
        }
    }
    converting.use(policy);
}

bool reads(SpecValue root)
{
    return root["apiVersion"].text() == "kubeflow.org/v1" && root["kind"].text() == "PyTorchJob";
}

void convert(Converting &converting)
{
    const SpecValue spec = converting.root()["spec"];
    const SpecValue master = spec["pytorchReplicaSpecs"]["Master"];
    const SpecValue worker = spec["pytorchReplicaSpecs"]["Worker"];
    const SpecValue leading = leadingReplica({master, worker});
    if (!mainContainer(leading["template"]["spec"], "pytorch").exists()) {
        converting.refuse(spec["pytorchReplicaSpecs"],
                          Text::tr("The job has no Master and no Worker with a container."),
                          Text::tr("Complete the PyTorchJob first."));
        return;
    }
    TrainJobMaker maker(converting);
    maker.setRuntime(u"torch-distributed"_s);
    maker.takeReplicas({master, worker});
    maker.takeTemplate(leading, "pytorch");
    for (SpecValue replica : {master, worker}) {
        maker.takeRestartPolicy(replica);
        if (replica != leading)
            maker.takeOtherTemplate(replica, leading);
    }
    takeProcesses(maker, spec["nprocPerNode"]);
    takeElasticPolicy(maker, spec["elasticPolicy"]);
    TorchCommand(maker).adapt();
    maker.takeRunPolicy(spec["runPolicy"]);
    maker.finish();
}

} // namespace
} // namespace pytorchjob_file

extern const Converter pytorchJobToTrainJob {"PyTorchJob", "TrainJob", pytorchjob_file::reads,
                                             pytorchjob_file::convert};

} // namespace models
