// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/schemacompiler.h"

#include <algorithm>

namespace k8s {

using nlohmann::json;

namespace {

constexpr int maxDepth = 64;
constexpr size_t maxNodes = 100000;

const json *member(const json &object, const char *key)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

bool isTrue(const json &object, const char *key)
{
    const json *value = member(object, key);
    return value && value->is_boolean() && value->get<bool>();
}

std::string text(const json &object, const char *key)
{
    const json *value = member(object, key);
    return value && value->is_string() ? value->get<std::string>() : std::string();
}

std::optional<double> number(const json &object, const char *key)
{
    const json *value = member(object, key);
    return value && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
}

std::int32_t count(const json &object, const char *key)
{
    const std::optional<double> value = number(object, key);
    return value && *value >= 0 && *value < 1e9 ? std::int32_t(*value) : -1;
}

std::uint8_t typeBit(const std::string &name)
{
    if (name == "boolean")
        return SchemaNode::Boolean;
    if (name == "integer")
        return SchemaNode::Integer;
    if (name == "number")
        return SchemaNode::Number | SchemaNode::Integer;
    if (name == "string")
        return SchemaNode::String;
    if (name == "object")
        return SchemaNode::Object;
    return name == "array" ? SchemaNode::Array : 0;
}

std::string plainJson(const json &value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

} // namespace

SchemaPtr SchemaCompiler::compile(const json &root, const QString &source, bool builtIn)
{
    m_schema->m_nodes.reserve(2048);
    m_schema->m_source = source;
    m_schema->m_builtIn = builtIn;
    add(root, 0);
    // A definition does not describe metadata: the API server does.
    for (const SchemaNode::Property &property : m_schema->root().properties) {
        SchemaNode &node = m_schema->m_nodes[size_t(property.node)];
        if (property.name == "metadata" && node.properties.empty())
            node.openMap = true;
    }
    return m_schema;
}

const json *SchemaCompiler::resolve(std::string_view reference) const
{
    if (!reference.starts_with("#/"))
        return nullptr;
    const json *place = &m_document;
    reference.remove_prefix(2);
    while (place && !reference.empty()) {
        const size_t slash = reference.find('/');
        place = member(*place, std::string(reference.substr(0, slash)).c_str());
        reference = slash == std::string_view::npos ? std::string_view() : reference.substr(slash + 1);
    }
    return place;
}

SchemaNode SchemaCompiler::quantityNode()
{
    SchemaNode node;
    node.types = SchemaNode::String | SchemaNode::Number | SchemaNode::Integer;
    node.quantity = true;
    return node;
}

std::int32_t SchemaCompiler::addReference(const std::string &reference, int depth)
{
    if (const auto known = m_references.find(reference); known != m_references.end())
        return known->second;
    const json *target = resolve(reference);
    if (reference.ends_with("resource.Quantity")) {
        const auto index = std::int32_t(m_schema->m_nodes.size());
        m_schema->m_nodes.push_back(quantityNode());
        return m_references[reference] = index;
    }
    static const json anything = json::object();
    // add() gives its node the next index: known before the children are made, so that a schema may contain itself.
    m_references[reference] = std::int32_t(m_schema->m_nodes.size());
    return add(target ? *target : anything, depth);
}

std::int32_t SchemaCompiler::add(const json &schema, int depth)
{
    const std::string reference = text(schema, "$ref");
    if (!reference.empty() && depth < maxDepth)
        return addReference(reference, depth + 1);
    const json *parts = member(schema, "allOf");
    if (parts && parts->is_array() && parts->size() == 1 && !text(parts->front(), "$ref").empty() && depth < maxDepth)
        return addReference(text(parts->front(), "$ref"), depth + 1);

    const auto index = std::int32_t(m_schema->m_nodes.size());
    m_schema->m_nodes.emplace_back();
    SchemaNode node;
    if (depth < maxDepth && m_schema->m_nodes.size() < maxNodes && schema.is_object()) {
        fillTypes(schema, node);
        fillLimits(schema, node);
        fillWords(schema, node);
        fillChildren(schema, node, depth);
    }
    m_schema->m_nodes[size_t(index)] = std::move(node);
    return index;
}

void SchemaCompiler::fillTypes(const json &schema, SchemaNode &node)
{
    node.types = typeBit(text(schema, "type"));
    node.nullable = isTrue(schema, "nullable");
    node.format = text(schema, "format");
    if (isTrue(schema, "x-kubernetes-int-or-string") || node.format == "int-or-string")
        node.types = SchemaNode::Integer | SchemaNode::String;
    const std::string list = text(schema, "x-kubernetes-list-type");
    if (list == "set")
        node.listType = SchemaNode::ListType::Set;
    else if (list == "map")
        node.listType = SchemaNode::ListType::Map;
    if (const json *keys = member(schema, "x-kubernetes-list-map-keys"); keys && keys->is_array()) {
        for (const json &key : *keys)
            node.listKeys.push_back(plainJson(key));
    }
}

void SchemaCompiler::fillLimits(const json &schema, SchemaNode &node)
{
    node.minimum = number(schema, "minimum");
    node.maximum = number(schema, "maximum");
    node.aboveMinimum = isTrue(schema, "exclusiveMinimum");
    node.belowMaximum = isTrue(schema, "exclusiveMaximum");
    node.minLength = count(schema, "minLength");
    node.maxLength = count(schema, "maxLength");
    const bool list = node.types & SchemaNode::Array;
    node.minSize = count(schema, list ? "minItems" : "minProperties");
    node.maxSize = count(schema, list ? "maxItems" : "maxProperties");
    if (const std::string expression = text(schema, "pattern"); !expression.empty()) {
        node.quantity = (node.types & SchemaNode::Integer) && expression.find("KMGTPE") != std::string::npos;
        node.pattern = node.quantity ? -1 : pattern(expression);
    }
}

std::int32_t SchemaCompiler::pattern(const std::string &text)
{
    if (const auto known = m_patterns.find(text); known != m_patterns.end())
        return known->second;
    QRegularExpression expression(QString::fromStdString(text));
    const std::int32_t index = expression.isValid() ? std::int32_t(m_schema->m_patterns.size()) : -1;
    if (index >= 0)
        m_schema->m_patterns.push_back(std::move(expression));
    return m_patterns[text] = index;
}

void SchemaCompiler::fillWords(const json &schema, SchemaNode &node)
{
    node.description = text(schema, "description");
    if (const json *value = member(schema, "default"))
        node.defaultValue = value->dump();
    if (const json *choices = member(schema, "enum"); choices && choices->is_array()) {
        for (const json &choice : *choices)
            node.choices.push_back(plainJson(choice));
    }
    if (const json *required = member(schema, "required"); required && required->is_array()) {
        for (const json &name : *required)
            node.required.push_back(plainJson(name));
    }
}

void SchemaCompiler::fillChildren(const json &schema, SchemaNode &node, int depth)
{
    fillProperties(schema, node, depth);
    if (const json *items = member(schema, "items"))
        node.items = add(*items, depth + 1);
    const json *additional = member(schema, "additionalProperties");
    if (additional && additional->is_object())
        node.additional = add(*additional, depth + 1);
    const bool free = additional && additional->is_boolean() && additional->get<bool>();
    const bool keeps = isTrue(schema, "x-kubernetes-preserve-unknown-fields");
    const bool saysNothing = node.types == 0 && node.properties.empty();
    const bool bareObject = node.types == SchemaNode::Object && node.properties.empty() && m_schema->m_builtIn;
    node.openMap = keeps || free || saysNothing || bareObject || node.additional >= 0;
}

void SchemaCompiler::fillProperties(const json &schema, SchemaNode &node, int depth)
{
    const json *properties = member(schema, "properties");
    if (!properties || !properties->is_object())
        return;
    node.properties.reserve(properties->size());
    for (const auto &[name, value] : properties->items())
        node.properties.push_back({.name = name, .node = add(value, depth + 1)});
    std::ranges::sort(node.properties, {}, &SchemaNode::Property::name);
    for (size_t i = 0; i < node.required.size(); ++i) {
        const auto found = std::ranges::lower_bound(node.properties, node.required[i], {}, &SchemaNode::Property::name);
        if (found != node.properties.end() && found->name == node.required[i])
            found->required = std::int16_t(i);
    }
}

} // namespace k8s
