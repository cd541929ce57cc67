// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/v1job.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace riseml_file {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

/// riseml.yml of RiseML 1.x: project, train {framework, image, resources, run, tensorflow {distributed, worker, ps}}.
class RiseMl
{
public:
    RiseMl(Converting &converting, std::string_view kind)
        : m_converting(converting)
        , m_root(converting.root())
        , m_train(m_root["train"])
        , m_kind(kind)
        , m_maker(converting, kind)
    {
        m_cluster = m_train["tensorflow"];
        if (m_cluster["distributed"].isMap())
            m_cluster = m_cluster["distributed"];
    }

    void convert()
    {
        const SpecValue image = m_train["image"].isMap() ? m_train["image"]["name"] : m_train["image"];
        if (!image.exists() || !m_train["run"].exists()) {
            m_converting.refuse(m_train, Text::tr("The file names no train.image or no train.run."),
                                Text::tr("Complete the two."));
            return;
        }
        m_maker.setName(m_root["project"], m_root["project"].exists() ? m_root["project"].string() : u"riseml"_s);
        m_converting.use(m_train["framework"]);
        m_converting.noteKept(image, Text::tr("Is the image of all containers now."));
        m_image = image.string();
        takeParameters();
        takeCommand();
        addReplicas();
        takeRest();
        m_maker.finish();
    }

private:
    void takeParameters()
    {
        for (SpecValue parameter : m_train["parameters"]) {
            const SpecValue value = parameter.isList() ? parameter.at(0) : parameter;
            if (!value.isScalar())
                continue;
            m_parameters.set(parameter.keyString(), value.string());
            if (parameter.size() > 1)
                m_converting.noteLost(parameter, Text::tr("A job is one run: the first of the values is taken."),
                                      Text::tr("Write a Katib Experiment whose trial is this job."));
            else
                m_converting.noteChanged(parameter,
                                         Text::tr("Its value stands where {{ %1 }} stood.").arg(parameter.keyString()));
        }
    }

    void takeCommand()
    {
        const SpecValue run = m_train["run"];
        QStringList lines;
        if (!run.isList())
            lines.append(run.string());
        for (SpecValue line : run) {
            if (line.isScalar())
                lines.append(line.string());
        }
        QStringList missing;
        m_command = m_parameters.fill(lines.join(" && "_L1), missing);
        m_converting.noteKept(run, Text::tr("Runs in a shell in each container, one step after the other."));
        for (const QString &name : std::as_const(missing))
            m_converting.noteLost(run, Text::tr("Nothing says what {{ %1 }} is.").arg(name),
                                  Text::tr("Write the value in its place."));
    }

    void addReplicas()
    {
        const SpecValue worker = m_cluster["worker"];
        const SpecValue server = m_cluster["ps"];
        addReplica("Master", 1, m_train["resources"]);
        if (m_kind != "TFJob" || (!worker.exists() && !server.exists()))
            return;
        addReplica("Worker", worker["count"].integer(1),
                   worker["resources"].exists() ? worker["resources"] : m_train["resources"]);
        if (server.exists())
            addReplica("PS", server["count"].integer(1), server["resources"]);
        for (SpecValue count : {worker["count"], server["count"]}) {
            if (count.exists())
                m_converting.noteKept(count, Text::tr("Is a number of replicas now."));
        }
    }

    void addReplica(const char *type, std::int64_t count, SpecValue resources)
    {
        YamlOut &replica = m_maker.addReplica(type, count);
        replica.set("restartPolicy", yamlText("Never"));
        YamlOut &container = m_maker.addContainer(replica);
        container.set("image", yamlText(m_image.toStdString()));
        container.set("command", wordList({u"sh"_s, u"-c"_s, m_command}));
        struct Resource
        {
            const char *old, *now, *unit;
        };
        constexpr std::array known {Resource {"cpus", "cpu", ""}, Resource {"mem", "memory", "Mi"},
                                    Resource {"gpus", "nvidia.com/gpu", ""}};
        for (const Resource &one : known) {
            const SpecValue amount = resources[one.old];
            if (amount.exists() && amount.text() != "0")
                container.at("resources.limits").set(one.now, yamlText(std::string(amount.text()) + one.unit, true));
        }
        if (resources.exists() && !m_resourcesTold.contains(resources.index())) {
            m_resourcesTold.append(resources.index());
            m_converting.noteKept(
                resources, Text::tr("Stands in the limits of the container; mem was meant in MB and is MiB now."));
        }
    }

    void takeRest()
    {
        for (SpecValue install : {m_train["install"], m_train["image"]["install"]}) {
            if (install.exists())
                m_converting.noteLost(install, Text::tr("RiseML built an image with these steps and your code in it."),
                                      Text::tr("Build that image and name it in the containers."));
        }
        if (m_train["concurrency"].exists())
            m_converting.noteLost(m_train["concurrency"], Text::tr("A job is one run."),
                                  Text::tr("Katib's parallelTrialCount is the same for an Experiment."));
        if (m_train["tensorflow"]["tensorboard"].exists())
            m_converting.noteLost(
                m_train["tensorflow"]["tensorboard"], Text::tr("A TFJob starts no TensorBoard."),
                Text::tr("Make a Tensorboard of tensorboard.kubeflow.org that reads the same log folder."));
        if (m_train["tensorflow"]["distributed"].isScalar())
            m_converting.noteChanged(m_train["tensorflow"]["distributed"], Text::tr("The replicas say so."));
    }

    Converting &m_converting;
    SpecValue m_root, m_train, m_cluster;
    std::string_view m_kind;
    V1JobMaker m_maker;
    Parameters m_parameters;
    QString m_image, m_command;
    QList<std::int32_t> m_resourcesTold;
};

bool isRiseMl(SpecValue root)
{
    return root["train"].isMap() && root["train"]["run"].exists() && !root["kind"].exists()
        && !root["apiVersion"].exists();
}

bool isTorch(SpecValue root) { return root["train"]["framework"].text() == "pytorch"; }
bool readsTf(SpecValue root) { return isRiseMl(root) && !isTorch(root); }
bool readsPyTorch(SpecValue root) { return isRiseMl(root) && isTorch(root); }
void convertTf(Converting &converting) { RiseMl(converting, "TFJob").convert(); }
void convertPyTorch(Converting &converting) { RiseMl(converting, "PyTorchJob").convert(); }

} // namespace
} // namespace riseml_file

extern const Converter riseMlToTfJob {"riseml.yml", "TFJob", riseml_file::readsTf, riseml_file::convertTf};
extern const Converter riseMlToPyTorchJob {"riseml.yml", "PyTorchJob", riseml_file::readsPyTorch,
                                           riseml_file::convertPyTorch};

} // namespace models
