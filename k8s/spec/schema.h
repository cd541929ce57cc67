// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QStringList>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace k8s {

/// One place of a schema: what may stand there.
struct SchemaNode
{
    enum Type : std::uint8_t
    {
        Boolean = 1,
        Integer = 2,
        Number = 4,
        String = 8,
        Object = 16,
        Array = 32
    };
    enum class ListType : std::uint8_t
    {
        Atomic,
        Set,
        Map
    };

    struct Property
    {
        std::string name;
        std::int32_t node = -1;
        std::int16_t required = -1; ///< place among the required ones, -1: optional
    };

    std::uint8_t types = 0; ///< any of them; 0: everything
    bool nullable = false;
    bool openMap = true; ///< unknown keys may stand here
    bool quantity = false; ///< a string or number with a unit: 500m, 2Gi
    ListType listType = ListType::Atomic;
    std::vector<Property> properties; ///< sorted by name
    std::vector<std::string> required; ///< may name what is no property
    std::int32_t additional = -1; ///< of keys that are no property; -1: none or anything
    std::int32_t items = -1;
    std::vector<std::string> listKeys; ///< of ListType::Map
    std::vector<std::string> choices; ///< enum, as JSON without the quotes of strings
    std::optional<double> minimum, maximum;
    bool aboveMinimum = false, belowMaximum = false; ///< the limit itself is not allowed
    std::int32_t minLength = -1, maxLength = -1; ///< of strings
    std::int32_t minSize = -1, maxSize = -1; ///< of lists and maps
    std::int32_t pattern = -1; ///< Schema::pattern()
    std::string format, description, defaultValue; ///< defaultValue as JSON

    const Property *property(std::string_view name) const;
};

/// The schema of one kind, compiled for walking. Node 0 is the object itself. Immutable; any thread.
class Schema
{
public:
    const SchemaNode &node(std::int32_t index) const { return m_nodes[size_t(index)]; }
    const SchemaNode &root() const { return m_nodes.front(); }
    size_t size() const { return m_nodes.size(); }
    const QRegularExpression &pattern(std::int32_t index) const { return m_patterns[size_t(index)]; }
    /// The place of a member or (with an empty key) of list entries; -1 if the schema says nothing of it.
    std::int32_t child(std::int32_t node, std::string_view key) const;

    /// "Training Operator 1.9.3", or the name of the cluster's resource.
    QString source() const { return m_source; }
    /// A kind of Kubernetes itself: a null there is the same as nothing.
    bool isBuiltIn() const { return m_builtIn; }

private:
    friend class SchemaCompiler;
    std::vector<SchemaNode> m_nodes;
    std::vector<QRegularExpression> m_patterns;
    QString m_source;
    bool m_builtIn = false;
};

using SchemaPtr = std::shared_ptr<const Schema>;

/// The schema of a kind in the server's OpenAPI v3 document of a group and version (JSON): custom resources are in it
/// too, and unlike their definitions every user may read it. Any thread.
Result<SchemaPtr> schemaOfOpenApi(const QByteArray &json, const QString &apiVersion, const QString &kind);

/// A file of resources/schemas: many kinds that share their parts.
class SchemaBundle
{
public:
    static Result<std::shared_ptr<const SchemaBundle>> parse(const QByteArray &json);
    ~SchemaBundle();

    QStringList kinds() const; ///< "kubeflow.org/v1/PyTorchJob"
    QString source() const;
    SchemaPtr compile(const QString &apiVersion, const QString &kind) const; ///< null if not in the bundle; not cached

private:
    SchemaBundle() = default;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace k8s
