// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/formbuilder.h"

#include "k8s/core/plaintext.h"
#include "k8s/spec/frameworks.h"
#include "k8s/spec/podspecs.h"
#include "k8s/spec/schema.h"
#include "models/spec/formfields.h"

#include <algorithm>
#include <array>

namespace models {

using namespace Qt::StringLiterals;
using Kind = FormField::Kind;
using Write = FormField::Write;

namespace {

constexpr int longestGenericForm = 40;
constexpr int deepestGenericField = 6;

constexpr std::array identity {
    KnownField {"metadata.name", QT_TRANSLATE_NOOP("SpecForm", "Name")},
    KnownField {"metadata.namespace", QT_TRANSLATE_NOOP("SpecForm", "Namespace"), Kind::Text, Write::String, "",
                QT_TRANSLATE_NOOP("SpecForm", "the one chosen above")},
};
constexpr std::array perKind {
    KnownField {"nprocPerNode", QT_TRANSLATE_NOOP("SpecForm", "Processes per pod"), Kind::Text, Write::String},
    KnownField {"slotsPerWorker", QT_TRANSLATE_NOOP("SpecForm", "Processes per worker"), Kind::Number, Write::Number},
};
constexpr std::array runPolicy {
    KnownField {"cleanPodPolicy", QT_TRANSLATE_NOOP("SpecForm", "Delete pods at the end"), Kind::Choice, Write::String,
                "None Running All"},
    KnownField {"backoffLimit", QT_TRANSLATE_NOOP("SpecForm", "Restarts allowed"), Kind::Number, Write::Number},
    KnownField {"activeDeadlineSeconds", QT_TRANSLATE_NOOP("SpecForm", "Ends after (s)"), Kind::Number, Write::Number},
    KnownField {"ttlSecondsAfterFinished", QT_TRANSLATE_NOOP("SpecForm", "Deleted after (s)"), Kind::Number,
                Write::Number},
    KnownField {"suspend", QT_TRANSLATE_NOOP("SpecForm", "Suspended"), Kind::Flag, Write::Boolean},
};
constexpr std::array elasticPolicy {
    KnownField {"minReplicas", QT_TRANSLATE_NOOP("SpecForm", "Workers at least"), Kind::Number, Write::Number},
    KnownField {"maxReplicas", QT_TRANSLATE_NOOP("SpecForm", "Workers at most"), Kind::Number, Write::Number},
    KnownField {
        "maxRestarts", QT_TRANSLATE_NOOP("SpecForm", "Restarts allowed"), Kind::Number, Write::Number, "", "",
        QT_TRANSLATE_NOOP("SpecForm", "How often torchrun starts all workers of a pod again after one failed.")},
    KnownField {
        "rdzvBackend", QT_TRANSLATE_NOOP("SpecForm", "Rendezvous"), Kind::Choice, Write::String, "c10d etcd etcd-v2",
        "", QT_TRANSLATE_NOOP("SpecForm", "Where the workers find each other; c10d needs nothing besides the job.")},
};
constexpr std::array replica {
    KnownField {"replicas", QT_TRANSLATE_NOOP("SpecForm", "Replicas"), Kind::Number, Write::Number},
    KnownField {"restartPolicy", QT_TRANSLATE_NOOP("SpecForm", "Restart"), Kind::Choice, Write::String,
                "OnFailure Never Always ExitCode"},
};
constexpr std::array container {
    KnownField {"image", QT_TRANSLATE_NOOP("SpecForm", "Image")},
    KnownField {"command", QT_TRANSLATE_NOOP("SpecForm", "Command"), Kind::Text, Write::Words, "",
                QT_TRANSLATE_NOOP("SpecForm", "the image's own")},
    KnownField {"args", QT_TRANSLATE_NOOP("SpecForm", "Arguments"), Kind::Text, Write::Words},
};
constexpr std::array trainJob {
    KnownField {"runtimeRef.name", QT_TRANSLATE_NOOP("SpecForm", "Runtime")},
    KnownField {"suspend", QT_TRANSLATE_NOOP("SpecForm", "Suspended"), Kind::Flag, Write::Boolean},
};
constexpr std::array trainer {
    KnownField {"numNodes", QT_TRANSLATE_NOOP("SpecForm", "Nodes"), Kind::Number, Write::Number},
    KnownField {"numProcPerNode", QT_TRANSLATE_NOOP("SpecForm", "Processes per node"), Kind::Text, Write::Any},
};
constexpr std::array batchJob {
    KnownField {"parallelism", QT_TRANSLATE_NOOP("SpecForm", "Pods at a time"), Kind::Number, Write::Number},
    KnownField {"completions", QT_TRANSLATE_NOOP("SpecForm", "Pods in all"), Kind::Number, Write::Number},
    KnownField {"backoffLimit", QT_TRANSLATE_NOOP("SpecForm", "Restarts allowed"), Kind::Number, Write::Number},
    KnownField {"activeDeadlineSeconds", QT_TRANSLATE_NOOP("SpecForm", "Ends after (s)"), Kind::Number, Write::Number},
    KnownField {"ttlSecondsAfterFinished", QT_TRANSLATE_NOOP("SpecForm", "Deleted after (s)"), Kind::Number,
                Write::Number},
    KnownField {"suspend", QT_TRANSLATE_NOOP("SpecForm", "Suspended"), Kind::Flag, Write::Boolean},
};
constexpr std::array podRestart {
    KnownField {"restartPolicy", QT_TRANSLATE_NOOP("SpecForm", "Restart"), Kind::Choice, Write::String,
                "Never OnFailure"},
};

class Builder
{
public:
    Builder(const k8s::SpecText &text, int document, k8s::SchemaPtr schema)
        : m_fields(text, document, std::move(schema))
        , m_root(m_fields.root())
    {
        m_form.document = document;
        const QString name = m_root["metadata"]["name"].string();
        m_form.title = k8s::plainText(u"%1 %2"_s.arg(m_root["kind"].string(), name), 120).trimmed();
        m_form.firstLine = m_fields.lineOf(m_root.firstChild());
    }

    SpecForm build()
    {
        FormSection &head = section(u"identity"_s, {});
        head.fields = m_fields.known({}, identity);
        const k8s::Framework *framework = k8s::frameworkOf(m_root["apiVersion"].text(), m_root["kind"].text());
        if (framework)
            buildFramework(*framework);
        else if (m_root["kind"].text() == "TrainJob")
            buildTrainJob();
        else if (m_root["kind"].text() == "Job" && m_root["apiVersion"].text().starts_with("batch/"))
            buildJob();
        else
            buildGeneric();
        countOthers(m_root);
        return std::move(m_form);
    }

private:
    FormSection &section(const QString &id, const QString &title, bool opened = true)
    {
        m_form.sections.append({.id = id, .title = title, .opened = opened});
        return m_form.sections.last();
    }

    void buildFramework(const k8s::Framework &framework)
    {
        for (const KnownField &field : perKind) {
            if (m_fields.schema() && m_fields.schema()->child(m_fields.schema()->child(0, "spec"), field.path) >= 0)
                m_form.sections.first().fields.append(m_fields.known(u"spec"_s, field));
        }
        const FormField types = m_fields.replicaTypes(framework);
        const k8s::SpecValue replicas = m_root["spec"][framework.replicaSpecs];
        for (k8s::SpecValue one : replicas) {
            FormSection &part = section(one.keyString(), one.keyString());
            part.partOf = replicas.size() > 1 ? types.path : QString();
            part.fields = m_fields.known(one.path(), replica);
            addPod(part, below(one.path(), u"template"_s) + u".spec"_s, framework.container);
        }
        if (replicas.size() > 1 || !types.choices.isEmpty())
            section(u"replicaTypes"_s, {}).fields.append(types);
        FormSection &policy = section(u"runPolicy"_s, FormText::tr("Run policy"), false);
        policy.fields = m_fields.known(u"spec.runPolicy"_s, runPolicy);
        const bool elastic = framework.kind == "PyTorchJob" || framework.kind == "PaddleJob";
        if (!elastic)
            return;
        const bool used = m_root["spec"]["elasticPolicy"].exists();
        FormSection &part = section(u"elasticPolicy"_s, FormText::tr("Elastic training"), used);
        const auto known = std::span(elasticPolicy).first(framework.kind == "PyTorchJob" ? 4 : 3);
        part.fields = m_fields.known(u"spec.elasticPolicy"_s, known);
    }

    void buildTrainJob()
    {
        m_form.sections.first().fields += m_fields.known(u"spec"_s, trainJob);
        FormSection &part = section(u"trainer"_s, FormText::tr("Trainer"));
        const QString base = u"spec.trainer"_s;
        part.fields = m_fields.known(base, trainer) + m_fields.known(base, container)
            + m_fields.resources(base + u".resourcesPerNode"_s);
        part.fields.append(m_fields.environment(base + u".env"_s));
    }

    void buildJob()
    {
        FormSection &pod = section(u"pod"_s, FormText::tr("Pods"));
        pod.fields = m_fields.known(u"spec.template.spec"_s, podRestart);
        addPod(pod, u"spec.template.spec"_s, {});
        section(u"job"_s, FormText::tr("Run policy"), false).fields = m_fields.known(u"spec"_s, batchJob);
    }

    /// The container that trains, and what of its pod matters to it.
    void addPod(FormSection &part, const QString &pod, std::string_view trains)
    {
        const k8s::SpecValue containers = k8s::valueAt(m_root, stepsOf(pod + u".containers"_s));
        int index = 0, place = 0;
        for (k8s::SpecValue one : containers) {
            if (!trains.empty() && one["name"].text() == trains)
                index = place;
            ++place;
        }
        if (containers.size() == 0)
            return; // the YAML says what is missing
        const QString base = u"%1.containers[%2]"_s.arg(pod).arg(index);
        part.fields += m_fields.known(base, container) + m_fields.resources(base + u".resources"_s);
        part.fields.append(m_fields.environment(base + u".env"_s));
        part.fields.append(m_fields.volumes(base + u".volumeMounts"_s));
        part.fields.append(m_fields.labels(pod + u".nodeSelector"_s, FormText::tr("Node selector")));
        part.fields.append(m_fields.tolerations(pod + u".tolerations"_s));
    }

    /// Kinds without a form of their own: what stands there, and what the schema asks for.
    void buildGeneric()
    {
        const auto templates = podSpecs();
        FormSection &part = section(u"spec"_s, FormText::tr("Fields"));
        const qsizetype place = m_form.sections.size() - 1;
        for (k8s::SpecValue member : m_root) {
            const std::string_view key = member.key();
            if (key != "apiVersion" && key != "kind" && key != "metadata" && key != "status")
                addGeneric(part, member, 0, templates);
        }
        for (const QString &pod : templates) {
            FormSection &one = section(pod, templates.size() == 1 ? FormText::tr("Pods") : pod.section(u'.', -3, -3));
            addPod(one, pod, {});
        }
        if (m_form.sections[place].fields.isEmpty())
            m_form.sections.removeAt(place);
    }

    QStringList podSpecs() const
    {
        QStringList paths;
        const k8s::SpecValue usual = m_root["spec"]["template"]["spec"];
        for (const k8s::PodTemplate &one : k8s::podTemplates(m_root)) {
            if (one.spec["containers"].isList())
                paths.append(one.spec.path());
        }
        if (paths.isEmpty() && usual["containers"].isList())
            paths.append(usual.path());
        return paths;
    }

    void addGeneric(FormSection &part, k8s::SpecValue value, int depth, const QStringList &pods)
    {
        if (part.fields.size() >= longestGenericForm || depth > deepestGenericField)
            return;
        const QString path = value.path();
        if (pods.contains(path))
            return;
        if (value.isScalar()) {
            part.fields.append(m_fields.plain(path));
        } else if (value.isMap() && (value.key() == "labels" || value.key() == "matchLabels")) {
            part.fields.append(m_fields.labels(path, value.keyString()));
        } else if (value.isMap() && value.key() == "resources" && !value["requests"]["storage"].exists() && depth > 0) {
            part.fields += m_fields.resources(path);
        } else {
            for (k8s::SpecValue child : value)
                addGeneric(part, child, depth + 1, pods);
            addMissing(part, value, path);
        }
    }

    /// Scalars that the schema requires and the text lacks.
    void addMissing(FormSection &part, k8s::SpecValue map, const QString &path)
    {
        if (!m_fields.schema() || !map.isMap())
            return;
        std::int32_t place = 0;
        for (const k8s::SpecStep &step : stepsOf(path))
            place = m_fields.schema()->child(place, step.isIndex() ? std::string_view() : std::string_view(step.key));
        if (place < 0)
            return;
        for (const std::string &name : m_fields.schema()->node(place).required) {
            const std::int32_t child = m_fields.schema()->child(place, name);
            const auto types = child < 0 ? 0 : m_fields.schema()->node(child).types;
            const bool scalar = types != 0 && !(types & (k8s::SchemaNode::Object | k8s::SchemaNode::Array));
            if (scalar && !map[name].exists())
                part.fields.append(m_fields.plain(below(path, QString::fromStdString(name))));
        }
    }

    bool isCovered(const QString &path) const
    {
        if (path == "apiVersion"_L1 || path == "kind"_L1)
            return true;
        const auto within = [&path](const QString &place) {
            return path.startsWith(place)
                && (path.size() == place.size() || path[place.size()] == u'.' || path[place.size()] == u'[');
        };
        return std::ranges::any_of(m_form.sections, [&](const FormSection &part) {
            return std::ranges::any_of(part.fields, [&](const FormField &field) {
                return within(field.path) || std::ranges::any_of(field.covers, within);
            });
        });
    }

    void countOthers(k8s::SpecValue value)
    {
        for (k8s::SpecValue child : value) {
            if (m_counted++ > 2000)
                return; // a count that nobody reads
            if (isCovered(child.path()))
                continue;
            if (child.size() > 0)
                countOthers(child);
            else if (!child.key().empty() || child.isScalar())
                ++m_form.otherFields;
        }
    }

    FormFields m_fields;
    k8s::SpecValue m_root;
    SpecForm m_form;
    int m_counted = 0;
};

} // namespace

k8s::SpecPath stepsOf(const QString &path)
{
    k8s::SpecPath steps;
    qsizetype i = 0;
    while (i < path.size()) {
        if (path[i] == u'[') {
            const qsizetype end = path.indexOf(u']', i);
            const QString step = path.sliced(i + 1, (end < 0 ? path.size() : end) - i - 1);
            bool isNumber = false;
            const int number = step.toInt(&isNumber);
            steps.push_back(isNumber ? k8s::SpecStep {.index = number} : k8s::SpecStep {.key = step.toStdString()});
            i = end < 0 ? path.size() : end + 1;
        } else if (path[i] == u'.') {
            ++i;
        } else {
            qsizetype end = i;
            while (end < path.size() && path[end] != u'.' && path[end] != u'[')
                ++end;
            steps.push_back({.key = path.sliced(i, end - i).toStdString()});
            i = end;
        }
    }
    return steps;
}

int volumeOf(k8s::SpecValue volumes, k8s::SpecValue mount)
{
    int place = 0;
    for (k8s::SpecValue volume : volumes) {
        if (volume["name"].text() == mount["name"].text())
            return place;
        ++place;
    }
    return -1;
}

k8s::SpecPath volumesBeside(const k8s::SpecPath &mounts)
{
    if (mounts.size() < 3)
        return {};
    k8s::SpecPath path(mounts.begin(), mounts.end() - 3); // containers, index, volumeMounts
    path.push_back({.key = "volumes"});
    return path;
}

std::optional<SpecForm> formOf(const k8s::SpecText &text, int document, const SchemaStore::Lookup &schemas)
{
    if (document < 0 || size_t(document) >= text.parts().size() || text.utf8().size() > longestFormText)
        return {};
    const k8s::SpecPart &part = text.parts()[size_t(document)];
    if (part.isBroken() || !part.root().isMap() || part.root().size() == 0)
        return {};
    return Builder(text, document, schemas(part.root()["apiVersion"].string(), part.root()["kind"].string())).build();
}

} // namespace models
