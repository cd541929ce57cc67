// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/schema.h"

#include <nlohmann/json.hpp>

#include <unordered_map>

namespace k8s {

/// Compiles OpenAPI v3 as JSON into a Schema. Text that is no schema compiles to "anything": nothing throws.
class SchemaCompiler
{
public:
    /// `document` is what "#/..." references are looked up in.
    explicit SchemaCompiler(const nlohmann::json &document)
        : m_document(document)
        , m_schema(std::make_shared<Schema>())
    {
    }

    SchemaPtr compile(const nlohmann::json &root, const QString &source, bool builtIn);

private:
    std::int32_t add(const nlohmann::json &schema, int depth);
    std::int32_t addReference(const std::string &reference, int depth);
    void fillTypes(const nlohmann::json &schema, SchemaNode &node);
    void fillLimits(const nlohmann::json &schema, SchemaNode &node);
    void fillWords(const nlohmann::json &schema, SchemaNode &node);
    void fillChildren(const nlohmann::json &schema, SchemaNode &node, int depth);
    void fillProperties(const nlohmann::json &schema, SchemaNode &node, int depth);
    std::int32_t pattern(const std::string &text);
    const nlohmann::json *resolve(std::string_view reference) const;
    SchemaNode quantityNode();

    const nlohmann::json &m_document;
    std::shared_ptr<Schema> m_schema;
    std::unordered_map<std::string, std::int32_t> m_references;
    std::unordered_map<std::string, std::int32_t> m_patterns;
};

} // namespace k8s
