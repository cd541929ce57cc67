// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/v1job.h"

#include "k8s/core/plaintext.h"
#include "k8s/spec/names.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace {

struct V1JobText
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

constexpr auto mpiContainer = "mpi"; // any name will do; our templates use this one

bool knownRestartPolicy(std::string_view policy)
{
    return policy == "Never" || policy == "OnFailure" || policy == "Always" || policy == "ExitCode";
}

} // namespace

V1JobMaker::V1JobMaker(Converting &converting, std::string_view kind)
    : m_converting(converting)
    , m_framework(*k8s::frameworkOf("kubeflow.org/v1", kind))
    , m_job(converting.document("kubeflow.org/v1", std::string(kind).c_str()))
{
}

std::string_view V1JobMaker::containerName() const
{
    return m_framework.mpi ? std::string_view(mpiContainer) : m_framework.container;
}

void V1JobMaker::setName(SpecValue source, const QString &name)
{
    const std::string label = k8s::toDnsLabel(name.toStdString());
    const QString fine = label.empty() ? QString::fromUtf8(m_framework.kind).toLower() : QString::fromStdString(label);
    m_job.member("metadata").set("name", yamlText(fine.toStdString()));
    if (!source.exists())
        return;
    if (fine == name)
        m_converting.noteKept(source, V1JobText::tr("Is %1 now.").arg(u"metadata.name"_s));
    else
        m_converting.noteChanged(source,
                                 V1JobText::tr("Is %1 now: names hold small letters, digits and dashes.").arg(fine));
}

YamlOut &V1JobMaker::addReplica(std::string_view type, std::int64_t count)
{
    YamlOut &replica = m_replicas.member(type);
    replica.set("replicas", yamlNumber(count));
    return replica;
}

void V1JobMaker::takeRestartPolicy(YamlOut &replica, SpecValue policy)
{
    if (!policy.exists())
        return;
    if (knownRestartPolicy(policy.text()))
        m_converting.keep(policy, replica, "restartPolicy", V1JobText::tr("restartPolicy of the replica"));
    else
        m_converting.noteLost(policy,
                              V1JobText::tr("There is no restart policy %1.").arg(k8s::plainText(policy.string(), 60)));
}

void V1JobMaker::takeTemplate(YamlOut &replica, SpecValue podTemplate)
{
    const SpecValue spec = podTemplate["spec"];
    takeRestartPolicy(replica, spec["restartPolicy"]);
    YamlOut copied = m_converting.copy(podTemplate);
    auto *pod = copied.find("spec");
    if (!pod)
        return;
    std::erase_if(pod->children, [](const YamlOut &field) { return field.key == "restartPolicy"; });
    auto *containers = pod->find("containers");
    const auto isNamed = [this](const YamlOut &container) {
        const auto *name = container.find("name");
        return name && name->text == QByteArrayView(containerName());
    };
    if (containers && !containers->children.empty() && std::ranges::none_of(containers->children, isNamed)) {
        YamlOut &first = containers->children.front();
        first.set("name", yamlText(containerName()));
        m_converting.noteChanged(spec["containers"].at(0)["name"].exists() ? spec["containers"].at(0)["name"]
                                                                           : spec["containers"].at(0),
                                 V1JobText::tr("The container is called %1 now: the operator looks for it.")
                                     .arg(QString::fromUtf8(containerName())));
    }
    m_converting.noteKept(podTemplate, V1JobText::tr("Stands in the template of the replica."));
    replica.set("template", std::move(copied));
}

YamlOut &V1JobMaker::addContainer(YamlOut &replica)
{
    YamlOut container;
    container.set("name", yamlText(containerName()));
    return replica.at("template.spec.containers").append(std::move(container));
}

void V1JobMaker::finish()
{
    if (!m_runPolicy.isEmpty())
        m_spec.set("runPolicy", std::move(m_runPolicy));
    m_spec.set(m_framework.replicaSpecs, std::move(m_replicas));
    m_job.set("spec", std::move(m_spec));
    m_converting.add(std::move(m_job));
}

YamlOut wordList(const QStringList &words)
{
    YamlOut list = yamlList();
    list.flow = true;
    for (const QString &word : words) {
        const std::string utf8 = word.toStdString();
        list.append(yamlText(utf8, !word.contains(u'\n')));
    }
    return list;
}

// {{ name }}

QString Parameters::fill(QString text, QStringList &missing) const
{
    static const QRegularExpression place(u"\\{\\{\\s*(?:params\\.|globals\\.)?([A-Za-z_][\\w.-]*)\\s*\\}\\}"_s);
    qsizetype from = 0;
    for (auto match = place.match(text); match.hasMatch(); match = place.match(text, from)) {
        const QString name = match.captured(1);
        const auto known = std::ranges::find(m_values, name, &std::pair<QString, QString>::first);
        from = match.capturedStart();
        if (known == m_values.end()) {
            if (!missing.contains(name))
                missing.append(name);
            from = match.capturedEnd();
            continue;
        }
        text.replace(match.capturedStart(), match.capturedLength(), known->second);
        from += known->second.size();
    }
    return text;
}

// NOLINTNEXTLINE(misc-no-recursion): a tree is as deep as its source, which the parser limits
void Parameters::fill(YamlOut &value, QStringList &missing) const
{
    for (YamlOut &child : value.children)
        fill(child, missing);
    if (value.text.contains("{{"))
        value.text = fill(QString::fromUtf8(value.text), missing).toUtf8();
}

} // namespace models
