// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/speccompletion.h"

#include "k8s/spec/frameworks.h"
#include "k8s/spec/schema.h"
#include "models/spec/snippets.h"
#include "models/spec/yamlcontext.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

struct CompletionText
{
    Q_DECLARE_TR_FUNCTIONS(SpecCompletion)
};

QString typeName(const k8s::SchemaNode &node)
{
    using Node = k8s::SchemaNode;
    if (node.quantity)
        return CompletionText::tr("quantity");
    switch (node.types) {
    case Node::Boolean:
        return CompletionText::tr("true or false");
    case Node::Integer:
        return CompletionText::tr("whole number");
    case Node::Number | Node::Integer:
        return CompletionText::tr("number");
    case Node::String:
        return CompletionText::tr("string");
    case Node::Object:
        return CompletionText::tr("map");
    case Node::Array:
        return CompletionText::tr("list");
    case 0:
        return CompletionText::tr("anything");
    default:
        return CompletionText::tr("whole number or string");
    }
}

std::int32_t placeOf(const k8s::Schema &schema, const QStringList &path)
{
    std::int32_t place = 0;
    for (const QString &step : path)
        place = schema.child(place, step.toStdString());
    return place;
}

/// Words that the schema does not list but the operators do.
QStringList knownChoices(const YamlContext &context)
{
    const bool inReplica = context.path.size() == 3 && context.path[1].endsWith("ReplicaSpecs"_L1);
    if (context.key == "restartPolicy"_L1)
        return inReplica ? QStringList {u"Always"_s, u"OnFailure"_s, u"Never"_s, u"ExitCode"_s}
                         : QStringList {u"Always"_s, u"OnFailure"_s, u"Never"_s};
    if (context.key == "cleanPodPolicy"_L1)
        return {u"None"_s, u"Running"_s, u"All"_s};
    if (context.key == "imagePullPolicy"_L1)
        return {u"IfNotPresent"_s, u"Always"_s, u"Never"_s};
    if (context.key == "nprocPerNode"_L1)
        return {u"\"auto\""_s, u"\"cpu\""_s, u"\"gpu\""_s, u"\"1\""_s};
    if (context.key == "kind"_L1 && context.path.isEmpty())
        return {u"PyTorchJob"_s, u"TrainJob"_s, u"TFJob"_s, u"MPIJob"_s,   u"XGBoostJob"_s,
                u"PaddleJob"_s,  u"JAXJob"_s,   u"Job"_s,   u"ConfigMap"_s};
    if (context.key == "apiVersion"_L1 && context.path.isEmpty())
        return {u"kubeflow.org/v1"_s, u"trainer.kubeflow.org/v1alpha1"_s, u"batch/v1"_s, u"v1"_s};
    return {};
}

QString insertionFor(const QString &name, const k8s::SchemaNode &node, int indent)
{
    const QString spaces(indent + 2, u' ');
    if (node.types == k8s::SchemaNode::Object)
        return name + u":\n"_s + spaces;
    if (node.types == k8s::SchemaNode::Array)
        return name + u":\n"_s + spaces + u"- "_s;
    return name + u": "_s;
}

class Completer
{
public:
    Completer(const YamlContext &context, k8s::SchemaPtr schema)
        : m_context(context)
        , m_schema(std::move(schema))
    {
    }

    QList<SpecCompletion> complete()
    {
        if (m_context.inValue)
            completeValue();
        else
            completeKey();
        return m_found;
    }

private:
    void offer(const QString &text, const QString &insertion, const QString &detail, const QString &description)
    {
        if (!text.startsWith(m_context.word, Qt::CaseInsensitive))
            return;
        m_found.append({.text = text,
                        .insertion = insertion,
                        .position = m_context.wordStart,
                        .length = m_context.wordLength,
                        .detail = detail,
                        .description = description});
    }

    void completeKey()
    {
        if (!m_schema || !m_context.key.isEmpty()) {
            if (m_context.path.isEmpty() && m_context.key.isEmpty()) {
                for (const char *name : {"apiVersion", "kind", "metadata", "spec"})
                    offer(QString::fromUtf8(name), QString::fromUtf8(name) + u": "_s, {}, {});
            }
            return;
        }
        const std::int32_t place = placeOf(*m_schema, m_context.path);
        if (place < 0)
            return;
        const k8s::SchemaNode &node = m_schema->node(place);
        std::vector<const k8s::SchemaNode::Property *> properties;
        properties.reserve(node.properties.size());
        for (const k8s::SchemaNode::Property &property : node.properties)
            properties.push_back(&property);
        std::ranges::stable_partition(properties, [](const auto *property) { return property->required >= 0; });
        for (const auto *property : properties)
            offerProperty(*property);
        offerReplicaTypes();
    }

    void offerProperty(const k8s::SchemaNode::Property &property)
    {
        const QString name = QString::fromStdString(property.name);
        if (m_context.siblings.contains(name) || (m_context.path.isEmpty() && name == "status"_L1))
            return;
        const k8s::SchemaNode &node = m_schema->node(property.node);
        const QString detail
            = property.required >= 0 ? CompletionText::tr("%1, required").arg(typeName(node)) : typeName(node);
        offer(name, insertionFor(name, node, m_context.indent), detail, QString::fromStdString(node.description));
    }

    void offerReplicaTypes()
    {
        const k8s::Framework *framework
            = k8s::frameworkOf(m_context.apiVersion.toStdString(), m_context.kind.toStdString());
        if (!framework || m_context.path.size() != 2 || m_context.path[1].toStdString() != framework->replicaSpecs)
            return;
        for (const std::string_view type : framework->replicaTypes) {
            const QString name = QString::fromUtf8(type.data(), qsizetype(type.size()));
            if (!m_context.siblings.contains(name))
                offer(name, name + u":\n"_s + QString(m_context.indent + 2, u' '), CompletionText::tr("replica type"),
                      {});
        }
    }

    void completeValue()
    {
        QStringList choices = knownChoices(m_context);
        if (choices.isEmpty() && m_schema) {
            const std::int32_t place = m_schema->child(placeOf(*m_schema, m_context.path), m_context.key.toStdString());
            if (place < 0)
                return;
            const k8s::SchemaNode &node = m_schema->node(place);
            for (const std::string &choice : node.choices)
                choices.append(QString::fromStdString(choice));
            if (node.types == k8s::SchemaNode::Boolean)
                choices = {u"true"_s, u"false"_s};
        }
        for (const QString &choice : std::as_const(choices))
            offer(choice, choice, {}, {});
    }

    const YamlContext &m_context;
    k8s::SchemaPtr m_schema;
    QList<SpecCompletion> m_found;
};

} // namespace

QList<SpecCompletion> completionsIn(const QString &text, qsizetype position, const SchemaStore::Lookup &schemas)
{
    const YamlContext context = yamlContextAt(text, position);
    return Completer(context, schemas(context.apiVersion, context.kind)).complete() + snippetsFor(context);
}

QString explanationIn(const QString &text, qsizetype position, const SchemaStore::Lookup &schemas)
{
    const YamlContext context = yamlContextAt(text, position);
    const k8s::SchemaPtr schema = schemas(context.apiVersion, context.kind);
    if (!schema || context.key.isEmpty())
        return {};
    const std::int32_t around = placeOf(*schema, context.path);
    const std::int32_t place = schema->child(around, context.key.toStdString());
    if (place < 0)
        return {};
    const k8s::SchemaNode &node = schema->node(place);
    const k8s::SchemaNode::Property *property = schema->node(around).property(context.key.toStdString());
    QString head = u"%1: %2"_s.arg(context.key, typeName(node));
    if (property && property->required >= 0)
        head = CompletionText::tr("%1, required").arg(head);
    if (!node.defaultValue.empty())
        head = CompletionText::tr("%1, default %2").arg(head, QString::fromStdString(node.defaultValue));
    QStringList lines {head};
    if (!node.choices.empty()) {
        QStringList choices;
        for (const std::string &choice : node.choices)
            choices.append(QString::fromStdString(choice));
        lines.append(CompletionText::tr("One of %1").arg(choices.join(u", "_s)));
    }
    if (!node.description.empty())
        lines.append(QString::fromStdString(node.description));
    return lines.join(u'\n');
}

} // namespace models
