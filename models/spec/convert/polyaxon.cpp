// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/polyaxon.h"

#include <QCoreApplication>

#include <algorithm>

#include <array>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace polyaxon_file {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

/// Polyaxon 1.x: fields of V1KFReplica.environment that are fields of a pod.
constexpr std::array<std::string_view, 14> podFields {
    "nodeSelector",     "affinity",          "tolerations", "nodeName",     "serviceAccountName",
    "hostAliases",      "hostNetwork",       "dnsPolicy",   "dnsConfig",    "hostPID",
    "imagePullSecrets", "priorityClassName", "priority",    "schedulerName"};

SpecValue runOf(SpecValue root) { return root["run"].exists() ? root["run"] : root["component"]["run"]; }

struct Type
{
    const char *key, *replica;
};
constexpr std::array types {Type {"chief", "Chief"}, Type {"master", "Master"}, Type {"launcher", "Launcher"},
                            Type {"ps", "PS"},       Type {"worker", "Worker"}, Type {"evaluator", "Evaluator"}};

/// A component or an operation with its run of kind tfjob, pytorchjob or mpijob.
class Component
{
public:
    Component(Converting &converting, std::string_view kind)
        : m_converting(converting)
        , m_root(converting.root())
        , m_run(runOf(m_root))
        , m_maker(converting, kind)
    {
    }

    void convert()
    {
        takeName();
        takeParameters();
        m_converting.use(m_run["kind"]);
        if (m_run["cleanPodPolicy"].exists())
            m_converting.keep(m_run["cleanPodPolicy"], m_maker.runPolicy(), "cleanPodPolicy",
                              u"spec.runPolicy.cleanPodPolicy"_s);
        if (m_run["slotsPerWorker"].exists())
            m_converting.keep(m_run["slotsPerWorker"], m_maker.spec(), "slotsPerWorker", u"spec.slotsPerWorker"_s);
        if (m_run["schedulingPolicy"].exists())
            m_converting.keep(m_run["schedulingPolicy"], m_maker.runPolicy(), "schedulingPolicy",
                              u"spec.runPolicy.schedulingPolicy"_s);
        takeTermination();
        for (const Type &type : types) {
            if (m_run[type.key].exists())
                takeReplica(m_run[type.key], type.replica);
        }
        for (const QString &name : std::as_const(m_missing))
            m_converting.remarkLost(m_run, Text::tr("Nothing says what {{ %1 }} is.").arg(name),
                                    Text::tr("Write the value in its place."));
        m_maker.finish();
    }

private:
    void takeName()
    {
        for (const char *own : {"version", "kind"})
            m_converting.use(m_root[own]);
        m_converting.use(m_root["component"]["version"]);
        m_converting.use(m_root["component"]["kind"]);
        const SpecValue name = m_root["name"].exists() ? m_root["name"] : m_root["component"]["name"];
        m_maker.setName(name, name.exists() ? name.string() : u"polyaxon"_s);
    }

    void takeParameters()
    {
        for (SpecValue component : {m_root, m_root["component"]}) {
            for (SpecValue input : component["inputs"]) {
                if (!input["value"].exists())
                    continue;
                m_parameters.set(input["name"].string(), input["value"].string());
                m_converting.noteChanged(
                    input, Text::tr("Its value stands where {{ %1 }} stood.").arg(input["name"].string()));
            }
        }
        Parameters given;
        for (SpecValue parameter : m_root["params"]) {
            const SpecValue value = parameter.isMap() ? parameter["value"] : parameter;
            if (!value.isScalar())
                continue;
            given.set(parameter.keyString(), value.string());
            m_converting.noteChanged(parameter,
                                     Text::tr("Its value stands where {{ %1 }} stood.").arg(parameter.keyString()));
        }
        given.append(m_parameters); // what the operation says comes before the component's defaults
        m_parameters = given;
    }

    void takeTermination()
    {
        constexpr std::array names {std::pair {"maxRetries", "backoffLimit"},
                                    std::pair {"timeout", "activeDeadlineSeconds"},
                                    std::pair {"ttl", "ttlSecondsAfterFinished"}};
        for (SpecValue termination : {m_root["termination"], m_root["component"]["termination"]}) {
            for (const auto &[old, now] : names)
                m_converting.keep(termination[old], m_maker.runPolicy(), now,
                                  u"spec.runPolicy."_s + QLatin1StringView(now));
        }
    }

    void takeReplica(SpecValue source, const char *type)
    {
        YamlOut &replica = m_maker.addReplica(type, source["replicas"].integer(1));
        m_converting.copier().copyComments(source, replica);
        if (source["replicas"].exists())
            m_converting.noteKept(source["replicas"], Text::tr("Stays the number of replicas."));
        const SpecValue environment = source["environment"];
        m_maker.takeRestartPolicy(replica, environment["restartPolicy"]);
        YamlOut &podTemplate = replica.member("template");
        for (const char *field : {"labels", "annotations"}) {
            if (environment[field].exists())
                m_converting.keep(environment[field], podTemplate.member("metadata"), field,
                                  Text::tr("metadata of the replica's template"));
        }
        YamlOut &container = m_maker.addContainer(replica);
        m_converting.use(source["container"]["name"]);
        for (SpecValue field : source["container"]) {
            if (field.key() != "name")
                m_converting.keep(field, container, field.key(), Text::tr("a field of the replica's container"));
        }
        m_parameters.fill(container, m_missing);
        YamlOut &pod = podTemplate.member("spec");
        for (SpecValue sidecar : source["sidecars"])
            pod.member("containers").append(m_converting.copy(sidecar));
        for (std::string_view field : podFields)
            m_converting.keep(environment[field], pod, field, Text::tr("a field of the replica's pod"));
        m_converting.keep(environment["securityContext"], pod, "securityContext",
                          Text::tr("a field of the replica's pod"));
        m_converting.keep(source["volumes"], pod, "volumes", Text::tr("a field of the replica's pod"));
        takePlatform(source);
    }

    void takePlatform(SpecValue source)
    {
        if (source["connections"].exists())
            m_converting.noteLost(source["connections"], Text::tr("Connections are Polyaxon's own."),
                                  Text::tr("Mount the volume or name the Secret in the template."));
        if (source["init"].exists())
            m_converting.noteLost(source["init"], Text::tr("Polyaxon's init steps (git, artifacts) are its own."),
                                  Text::tr("Put the code into the image, or write an init container."));
    }

    Converting &m_converting;
    SpecValue m_root, m_run;
    V1JobMaker m_maker;
    Parameters m_parameters;
    QStringList m_missing;
};

bool isRun(SpecValue root, std::string_view kind)
{
    const std::string_view rootKind = root["kind"].text();
    return (rootKind == "component" || rootKind == "operation") && runOf(root)["kind"].text() == kind;
}

bool isOld(SpecValue root, std::initializer_list<std::string_view> frameworks)
{
    return isOldPolyaxonfile(root) && std::ranges::find(frameworks, root["framework"].text()) != frameworks.end();
}

bool readsTf(SpecValue root) { return isRun(root, "tfjob") || isOld(root, {"tensorflow", "keras"}); }
bool readsPyTorch(SpecValue root) { return isRun(root, "pytorchjob") || isOld(root, {"pytorch"}); }
bool readsMpi(SpecValue root) { return isRun(root, "mpijob") || isOld(root, {"mpi", "horovod"}); }

void convertTo(Converting &converting, std::string_view kind)
{
    if (!isOldPolyaxonfile(converting.root()))
        return Component(converting, kind).convert();
    convertOldPolyaxonfile(converting, kind);
}

void convertTf(Converting &converting) { convertTo(converting, "TFJob"); }
void convertPyTorch(Converting &converting) { convertTo(converting, "PyTorchJob"); }
void convertMpi(Converting &converting) { convertTo(converting, "MPIJob"); }

} // namespace
} // namespace polyaxon_file

extern const Converter polyaxonToTfJob {"Polyaxonfile", "TFJob", polyaxon_file::readsTf, polyaxon_file::convertTf};
extern const Converter polyaxonToPyTorchJob {"Polyaxonfile", "PyTorchJob", polyaxon_file::readsPyTorch,
                                             polyaxon_file::convertPyTorch};
extern const Converter polyaxonToMpiJob {"Polyaxonfile", "MPIJob", polyaxon_file::readsMpi, polyaxon_file::convertMpi};

} // namespace models
