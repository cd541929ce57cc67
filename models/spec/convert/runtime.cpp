// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/runtime.h"

#include "k8s/core/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace {

struct RuntimeText
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

} // namespace

RuntimeMaker::RuntimeMaker(Converting &converting, const QString &name, const char *framework)
    : m_converting(converting)
    , m_runtime(converting.document("trainer.kubeflow.org/v1alpha1", "TrainingRuntime"))
{
    YamlOut &metadata = m_runtime.member("metadata");
    metadata.set("name", yamlText(name.toStdString()));
    if (const SpecValue space = converting.root()["metadata"]["namespace"]; space.exists())
        metadata.set("namespace", yamlText(space.text()));
    metadata.member("labels").set("trainer.kubeflow.org/framework", yamlText(framework));
    m_spec.member("mlPolicy");
}

YamlOut &RuntimeMaker::addJob(const char *name, SpecValue replica, SpecValue main, bool trains,
                              const std::vector<std::string_view> &moved)
{
    YamlOut job;
    job.set("name", yamlText(name));
    job.set("replicas", yamlNumber(1));
    if (trains)
        job.at("template.metadata.labels").set("trainer.kubeflow.org/trainjob-ancestor-step", yamlText("trainer"));
    YamlOut &pod = job.at("template.spec.template");
    for (SpecValue member : replica["template"]["metadata"]) {
        if (member.key() == "labels" || member.key() == "annotations")
            m_converting.keep(member, pod.member("metadata"), member.key(),
                              RuntimeText::tr("part of the TrainingRuntime"));
    }
    YamlOut &spec = pod.member("spec");
    const SpecValue policy = replica["restartPolicy"];
    if (policy.text() == "Never" || policy.text() == "OnFailure") {
        m_converting.keep(policy, spec, "restartPolicy",
                          RuntimeText::tr("restartPolicy of the pods in the TrainingRuntime"));
    } else if (policy.exists()) {
        spec.set("restartPolicy", yamlText("OnFailure"));
        m_converting.noteLost(policy,
                              RuntimeText::tr("The pods of a Job cannot have %1; OnFailure is taken.")
                                  .arg(k8s::plainText(policy.string(), 60)));
    }
    for (SpecValue field : replica["template"]["spec"]) {
        if (field.key() == "containers")
            takeContainers(field, spec.member("containers"), main, moved);
        else if (field.key() == "restartPolicy")
            m_converting.noteChanged(field,
                                     RuntimeText::tr("Left out: the operator overwrote it with the replica's own."));
        else
            m_converting.keep(field, spec, field.key(), RuntimeText::tr("part of the TrainingRuntime"));
    }
    return jobSet().member("replicatedJobs").append(std::move(job));
}

void RuntimeMaker::takeContainers(SpecValue containers, YamlOut &into, SpecValue main,
                                  const std::vector<std::string_view> &moved)
{
    m_converting.copier().copyComments(containers, into);
    for (SpecValue container : containers) {
        if (container != main) {
            m_converting.noteKept(container, RuntimeText::tr("Stands in the TrainingRuntime."));
            into.append(m_converting.copy(container));
            continue;
        }
        YamlOut &out = into.append({});
        out.set("name", yamlText("node"));
        m_converting.noteChanged(container["name"], RuntimeText::tr("The Trainer looks for a container called node."));
        for (SpecValue field : container) {
            if (field.key() != "name" && std::ranges::find(moved, field.key()) == moved.end())
                m_converting.keep(field, out, field.key(), RuntimeText::tr("part of the TrainingRuntime"));
        }
    }
}

YamlOut *RuntimeMaker::container(YamlOut &job)
{
    for (YamlOut &container : job.at("template.spec.template.spec.containers").children) {
        if (const auto *name = container.find("name"); name && name->text == "node")
            return &container;
    }
    return nullptr;
}

void RuntimeMaker::finish()
{
    m_runtime.set("spec", std::move(m_spec));
    m_converting.add(std::move(m_runtime));
}

} // namespace models
