// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/v1job.h"

#include <QCoreApplication>

#include <algorithm>

#include <array>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace ksonnet_file {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

/// kubeflow/kubeflow v0.1.2 kubeflow/tf-job/prototypes/tf-job.jsonnet: the parameters and how it makes a job of them.
struct Role
{
    const char *parameter;
    const char *replica;
};
constexpr std::array roles {Role {"num_masters", "Master"}, Role {"num_ps", "PS"}, Role {"num_workers", "Worker"}};

std::int64_t numberOf(SpecValue value, std::int64_t otherwise)
{
    bool fine = false;
    const qint64 number = value.string().toLongLong(&fine); // ks writes numbers as text as well
    return fine ? number : otherwise;
}

bool isGiven(SpecValue value)
{
    return value.exists() && !value.isNull() && value.text() != "null" && !value.text().empty();
}

bool isTfJob(SpecValue component)
{
    return component.isMap()
        && std::ranges::any_of(roles, [&](const Role &role) { return component[role.parameter].exists(); });
}

/// The parameters themselves: a whole file of ks, its components, or one component.
QList<SpecValue> componentsOf(SpecValue root)
{
    if (isTfJob(root))
        return {root};
    QList<SpecValue> found;
    for (SpecValue component : root["components"]) {
        if (isTfJob(component))
            found.append(component);
    }
    return found;
}

class Component
{
public:
    Component(Converting &converting, SpecValue parameters)
        : m_converting(converting)
        , m_parameters(parameters)
    {
    }

    void convert()
    {
        V1JobMaker maker(m_converting, "TFJob");
        const SpecValue name = m_parameters["name"];
        maker.setName(name, isGiven(name) ? name.string() : m_parameters.keyString());
        if (const SpecValue space = m_parameters["namespace"]; isGiven(space))
            m_converting.keep(space, maker.job().member("metadata"), "namespace", u"metadata.namespace"_s);
        for (const Role &role : roles)
            takeRole(maker, role);
        takeRest();
        maker.finish();
    }

private:
    SpecValue image() const
    {
        const SpecValue gpuImage = m_parameters["image_gpu"];
        return gpus() > 0 && isGiven(gpuImage) ? gpuImage : m_parameters["image"];
    }

    std::int64_t gpus() const { return numberOf(m_parameters["num_gpus"], 0); }

    void takeRole(V1JobMaker &maker, const Role &role)
    {
        const SpecValue count = m_parameters[role.parameter];
        const std::int64_t replicas = numberOf(count, role.parameter == std::string_view("num_masters") ? 1 : 0);
        if (count.exists())
            m_converting.noteKept(
                count, Text::tr("Is the number of replicas of %1 now.").arg(QLatin1StringView(role.replica)));
        if (replicas <= 0)
            return;
        YamlOut &replica = maker.addReplica(role.replica, replicas);
        replica.set("restartPolicy", yamlText("OnFailure")); // as the prototype has it
        YamlOut &container = maker.addContainer(replica);
        container.set("image", yamlText(image().text()));
        if (const QStringList words = args(); !words.isEmpty())
            container.set("args", wordList(words));
        const bool trains = role.replica != std::string_view("PS");
        if (gpus() > 0 && trains)
            container.at("resources.limits").set("nvidia.com/gpu", yamlNumber(gpus()));
    }

    QStringList args() const
    {
        const SpecValue given = m_parameters["args"];
        return isGiven(given) ? given.string().split(u',') : QStringList();
    }

    void takeRest()
    {
        m_converting.noteKept(image(), Text::tr("Is the image of all containers now."));
        const SpecValue other = image() == m_parameters["image"] ? m_parameters["image_gpu"] : m_parameters["image"];
        if (isGiven(other))
            m_converting.noteLost(other,
                                  Text::tr("One image is left: the other one was for jobs %1 GPUs.")
                                      .arg(gpus() > 0 ? Text::tr("without") : Text::tr("with")));
        else
            m_converting.use(other);
        if (m_parameters["num_gpus"].exists())
            m_converting.noteKept(m_parameters["num_gpus"],
                                  Text::tr("Is the limit nvidia.com/gpu of the containers that train."));
        if (isGiven(m_parameters["args"]))
            m_converting.noteKept(m_parameters["args"], Text::tr("Is cut at its commas, as ksonnet did."));
        else
            m_converting.use(m_parameters["args"]);
        m_converting.use(m_parameters["name"]);
        m_converting.use(m_parameters["namespace"]);
    }

    Converting &m_converting;
    SpecValue m_parameters;
};

bool reads(SpecValue root)
{
    return !root["kind"].exists() && !root["apiVersion"].exists() && !componentsOf(root).isEmpty();
}

void convert(Converting &converting)
{
    for (SpecValue parameters : componentsOf(converting.root())) {
        const SpecValue image = isGiven(parameters["image"]) ? parameters["image"] : parameters["image_gpu"];
        if (!isGiven(image)) {
            converting.refuse(parameters, Text::tr("The parameters name no image."), Text::tr("Set image."));
            return;
        }
        Component(converting, parameters).convert();
    }
}

} // namespace
} // namespace ksonnet_file

extern const Converter ksonnetToTfJob {"ksonnet tf-job", "TFJob", ksonnet_file::reads, ksonnet_file::convert};

} // namespace models
