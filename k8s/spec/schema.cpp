// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/schema.h"

#include "k8s/spec/schemacompiler.h"

#include <algorithm>

#include <simdjson.h>

namespace k8s {

using nlohmann::json;

namespace {

json treeOf(const simdjson::dom::element &element)
{
    using simdjson::dom::element_type;
    switch (element.type()) {
    case element_type::OBJECT: {
        json tree = json::object();
        for (const auto &[key, value] : simdjson::dom::object(element))
            tree.emplace(key, treeOf(value));
        return tree;
    }
    case element_type::ARRAY: {
        json tree = json::array();
        for (const simdjson::dom::element value : simdjson::dom::array(element))
            tree.push_back(treeOf(value));
        return tree;
    }
    case element_type::STRING:
        return std::string(std::string_view(element));
    case element_type::INT64:
        return std::int64_t(element);
    case element_type::UINT64:
        return std::uint64_t(element);
    case element_type::DOUBLE:
        return double(element);
    case element_type::BOOL:
        return bool(element);
    default:
        return nullptr;
    }
}

/// Read with simdjson, kept as a tree: a start of `pilothouse validate` is mostly this.
json parseJson(const QByteArray &text)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (parser.parse(text.constData(), size_t(text.size())).get(root) != simdjson::SUCCESS)
        return json(json::value_t::discarded);
    return treeOf(root);
}

std::unexpected<Error> wrong(const QString &what)
{
    return std::unexpected(Error {.kind = Error::Kind::Parse, .message = what, .context = QStringLiteral("schema")});
}

const json *at(const json &object, std::initializer_list<const char *> keys)
{
    const json *place = &object;
    for (const char *key : keys) {
        if (!place->is_object())
            return nullptr;
        const auto found = place->find(key);
        if (found == place->end())
            return nullptr;
        place = &*found;
    }
    return place;
}

std::string word(const json &object, std::initializer_list<const char *> keys)
{
    const json *value = at(object, keys);
    return value && value->is_string() ? value->get<std::string>() : std::string();
}

bool isOfKind(const json &schema, const std::string &group, const std::string &version, const std::string &kind)
{
    const json *kinds = at(schema, {"x-kubernetes-group-version-kind"});
    return kinds && kinds->is_array() && std::ranges::any_of(*kinds, [&](const json &entry) {
               return word(entry, {"group"}) == group && word(entry, {"version"}) == version
                   && word(entry, {"kind"}) == kind;
           });
}

bool isBuiltInGroup(std::string_view group)
{
    return group.find('.') == std::string_view::npos || group.ends_with(".k8s.io");
}

std::pair<std::string, std::string> groupAndVersion(const QString &apiVersion)
{
    const qsizetype slash = apiVersion.indexOf(u'/');
    return {slash < 0 ? std::string() : apiVersion.first(slash).toStdString(),
            apiVersion.sliced(slash + 1).toStdString()};
}

} // namespace

const SchemaNode::Property *SchemaNode::property(std::string_view name) const
{
    const auto found = std::ranges::lower_bound(
        properties, name, {}, [](const Property &property) { return std::string_view(property.name); });
    return found != properties.end() && found->name == name ? &*found : nullptr;
}

std::int32_t Schema::child(std::int32_t index, std::string_view key) const
{
    if (index < 0)
        return -1;
    const SchemaNode &here = node(index);
    if (key.empty())
        return here.items;
    const SchemaNode::Property *property = here.property(key);
    return property ? property->node : here.additional;
}

Result<SchemaPtr> schemaOfOpenApi(const QByteArray &text, const QString &apiVersion, const QString &kind)
{
    const json document = parseJson(text);
    const json *schemas = at(document, {"components", "schemas"});
    if (!schemas || !schemas->is_object())
        return wrong(QStringLiteral("not an OpenAPI v3 document"));
    const auto [group, version] = groupAndVersion(apiVersion);
    for (const auto &[name, schema] : schemas->items()) {
        if (isOfKind(schema, group, version, kind.toStdString()))
            return SchemaCompiler(document).compile(schema, QString::fromStdString(name), isBuiltInGroup(group));
    }
    return wrong(QStringLiteral("%1 has no kind %2").arg(apiVersion, kind));
}

class SchemaBundle::Private
{
public:
    json document;
};

SchemaBundle::~SchemaBundle() = default;

Result<std::shared_ptr<const SchemaBundle>> SchemaBundle::parse(const QByteArray &text)
{
    json document = parseJson(text);
    if (!at(document, {"kinds"}))
        return wrong(QStringLiteral("not a bundle of schemas"));
    std::shared_ptr<SchemaBundle> bundle(new SchemaBundle);
    bundle->d = std::make_unique<Private>(std::move(document));
    return bundle;
}

QStringList SchemaBundle::kinds() const
{
    QStringList kinds;
    for (const auto &[name, schema] : at(d->document, {"kinds"})->items())
        kinds.append(QString::fromStdString(name));
    return kinds;
}

QString SchemaBundle::source() const
{
    return QString::fromStdString(word(d->document, {"source", "name"}) + ' '
                                  + word(d->document, {"source", "version"}));
}

SchemaPtr SchemaBundle::compile(const QString &apiVersion, const QString &kind) const
{
    const json *schema = at(d->document, {"kinds", (apiVersion + u'/' + kind).toUtf8().constData()});
    if (!schema)
        return {};
    const bool builtIn
        = isBuiltInGroup(groupAndVersion(apiVersion).first) && word(d->document, {"source", "name"}) == "Kubernetes";
    return SchemaCompiler(d->document).compile(*schema, source(), builtIn);
}

} // namespace k8s
