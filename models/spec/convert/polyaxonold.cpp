// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/polyaxon.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace {

struct OldPolyaxonText
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

class OldPolyaxonfile
{
public:
    OldPolyaxonfile(Converting &converting, std::string_view kind)
        : m_converting(converting)
        , m_root(converting.root())
        , m_environment(m_root["environment"])
        , m_kind(kind)
        , m_maker(converting, kind)
    {
        // The counts stood below the framework's name until 0.3 and below replicas from then on.
        m_cluster = m_environment["replicas"];
        for (const char *framework : {"tensorflow", "pytorch", "mpi", "horovod"}) {
            if (!m_cluster.exists())
                m_cluster = m_environment[framework];
        }
    }

    void convert()
    {
        const SpecValue image = m_root["build"]["image"].exists() ? m_root["build"]["image"] : m_root["run"]["image"];
        if (!image.exists() || !m_root["run"]["cmd"].exists()) {
            m_converting.refuse(m_root["run"], OldPolyaxonText::tr("The file names no image or no run.cmd."),
                                OldPolyaxonText::tr("Complete build.image and run.cmd."));
            return;
        }
        takeName();
        takeParameters();
        m_converting.noteKept(image, OldPolyaxonText::tr("Is the image of all containers now."));
        m_image = image.string();
        takeCommand();
        const SpecValue workers = m_cluster["n_workers"];
        const SpecValue servers = m_cluster["n_ps"];
        if (m_kind == "MPIJob") {
            addReplica("Launcher", 1, {});
            addReplica("Worker", std::max<std::int64_t>(1, workers.integer(1)),
                       m_cluster["default_worker"]["resources"]);
        } else {
            addReplica("Master", 1, m_environment["resources"]);
            if (workers.integer() > 0)
                addReplica("Worker", workers.integer(), workerResources("default_worker"));
            if (servers.integer() > 0 && m_kind == "TFJob")
                addReplica("PS", servers.integer(), workerResources("default_ps"));
        }
        takeCounts();
        takeRest();
        m_maker.finish();
    }

private:
    void takeName()
    {
        for (const char *own : {"version", "kind", "framework"})
            m_converting.use(m_root[own]);
        const SpecValue project = m_root["project"].isMap() ? m_root["project"]["name"] : m_root["project"];
        const SpecValue name = m_root["name"].exists() ? m_root["name"] : project;
        const QString text = name.string().section(u'/', -1);
        m_maker.setName(name, text.isEmpty() ? u"polyaxon"_s : text);
    }

    void takeParameters()
    {
        for (const char *section : {"declarations", "params"}) {
            for (SpecValue parameter : m_root[section]) {
                if (!parameter.isScalar())
                    continue;
                m_parameters.set(parameter.keyString(), parameter.string());
                m_converting.noteChanged(
                    parameter,
                    OldPolyaxonText::tr("Its value stands where {{ %1 }} stood.").arg(parameter.keyString()));
            }
        }
    }

    void takeCommand()
    {
        const SpecValue command = m_root["run"]["cmd"];
        QStringList lines;
        if (command.isList()) {
            for (SpecValue line : command)
                lines.append(line.string());
        } else {
            lines.append(command.string());
        }
        QStringList missing;
        m_command = m_parameters.fill(lines.join(" && "_L1), missing);
        m_converting.noteKept(command, OldPolyaxonText::tr("Runs in a shell in each container."));
        for (const QString &name : std::as_const(missing))
            m_converting.noteLost(command, OldPolyaxonText::tr("Nothing says what {{ %1 }} is.").arg(name),
                                  OldPolyaxonText::tr("Write the value in its place."));
    }

    SpecValue workerResources(const char *which)
    {
        const SpecValue own = m_cluster[which]["resources"];
        return own.exists() ? own : SpecValue();
    }

    void addReplica(const char *type, std::int64_t count, SpecValue resources)
    {
        YamlOut &replica = m_maker.addReplica(type, count);
        replica.set("restartPolicy", yamlText("Never")); // as Polyaxon started its experiments
        YamlOut &container = m_maker.addContainer(replica);
        container.set("image", yamlText(m_image.toStdString()));
        if (m_kind != "MPIJob" || type == std::string_view("Launcher"))
            container.set("command", wordList({u"sh"_s, u"-c"_s, m_command}));
        if (resources.exists())
            takeResources(container, resources);
        takePod(replica.at("template.spec"));
    }

    void takeResources(YamlOut &container, SpecValue resources)
    {
        struct Resource
        {
            const char *old, *now, *unit;
        };
        constexpr std::array known {Resource {"cpu", "cpu", ""}, Resource {"memory", "memory", "Mi"},
                                    Resource {"gpu", "nvidia.com/gpu", ""}};
        for (const char *part : {"requests", "limits"}) {
            for (const Resource &one : known) {
                const SpecValue amount = resources[one.old][part];
                if (!amount.exists() || amount.text() == "0")
                    continue;
                const std::string text = std::string(amount.text()) + (amount.isString() ? "" : one.unit);
                container.at("resources").member(part).set(one.now, yamlText(text, true));
            }
        }
        m_converting.noteKept(
            resources, OldPolyaxonText::tr("Stands in the resources of the container; memory was meant in MiB."));
    }

    void takePod(YamlOut &pod)
    {
        struct Field
        {
            const char *old, *now;
        };
        constexpr std::array fields {Field {"node_selector", "nodeSelector"}, Field {"affinity", "affinity"},
                                     Field {"tolerations", "tolerations"},
                                     Field {"service_account", "serviceAccountName"}};
        for (const Field &field : fields) {
            if (const SpecValue value = m_environment[field.old]; value.isMap() ? value.size() > 0 : value.exists()) {
                pod.set(field.now, m_converting.copier().copy(value));
                m_used.append(value);
            }
        }
    }

    void takeCounts()
    {
        for (const char *count : {"n_workers", "n_ps"}) {
            if (m_cluster[count].exists())
                m_converting.noteKept(m_cluster[count], OldPolyaxonText::tr("Is a number of replicas now."));
        }
        if (m_kind != "MPIJob")
            m_converting.noteChanged(
                m_root["framework"],
                OldPolyaxonText::tr("Polyaxon added a master to the workers: it is written down now."));
        for (qsizetype i = 0; i < m_used.size(); ++i) {
            if (m_used.indexOf(m_used[i]) == i)
                m_converting.noteKept(m_used[i], OldPolyaxonText::tr("a field of all pods now"));
        }
    }

    void takeRest()
    {
        const SpecValue build = m_root["build"];
        for (const char *steps : {"build_steps", "env_vars"}) {
            if (build[steps].exists())
                m_converting.noteLost(
                    build[steps], OldPolyaxonText::tr("Polyaxon built an image with these steps and your code in it."),
                    OldPolyaxonText::tr("Build that image and name it in the containers."));
        }
        for (const char *search : {"matrix", "hptuning", "settings"}) {
            if (m_root[search].exists())
                m_converting.noteLost(m_root[search], OldPolyaxonText::tr("A job is one run and searches nothing."),
                                      OldPolyaxonText::tr("Write a Katib Experiment whose trial is this job."));
        }
        const std::int64_t retries
            = m_environment["max_restarts"].integer(m_root["termination"]["max_retries"].integer(-1));
        if (retries >= 0)
            m_maker.runPolicy().set("backoffLimit", yamlNumber(retries));
        for (SpecValue source : {m_environment["max_restarts"], m_root["termination"]["max_retries"]}) {
            if (source.exists())
                m_converting.noteKept(source, OldPolyaxonText::tr("Is %1 now.").arg(u"spec.runPolicy.backoffLimit"_s));
        }
    }

    Converting &m_converting;
    SpecValue m_root, m_environment, m_cluster;
    std::string_view m_kind;
    V1JobMaker m_maker;
    Parameters m_parameters;
    QString m_image, m_command;
    QList<SpecValue> m_used;
};

} // namespace

bool isOldPolyaxonfile(SpecValue root)
{
    const std::string_view kind = root["kind"].text();
    return root["version"].exists() && root["framework"].exists() && root["run"].isMap()
        && (kind.empty() || kind == "experiment" || kind == "job" || kind == "group");
}

void convertOldPolyaxonfile(Converting &converting, std::string_view kind)
{
    OldPolyaxonfile(converting, kind).convert();
}

} // namespace models
