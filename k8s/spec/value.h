// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace k8s {

/// One node of a parsed YAML document: all nodes lie in one vector, children are linked by index.
struct SpecNode
{
    enum class Kind : std::uint8_t
    {
        Null,
        Bool,
        Integer,
        Float,
        String,
        Map,
        List
    };

    Kind kind = Kind::Null;
    bool plain = true; ///< a scalar without quotes and not a block
    bool flow = false; ///< a collection in braces or brackets
    bool alias = false; ///< stands elsewhere in the text: written once, used again
    std::int32_t parent = -1, firstChild = -1, lastChild = -1, next = -1, children = 0;
    std::int64_t offset = 0; ///< byte of the whole text where the value starts
    std::int64_t length = 0; ///< bytes of a scalar on its first line
    std::int64_t keyOffset = -1, keyLength = 0; ///< of its key, -1 if it has none
    std::string key; ///< decoded
    std::string text; ///< decoded scalar
    std::int64_t integer = 0;
    double number = 0;
};

using SpecNodes = std::vector<SpecNode>;

/// A look at one value of a document. What does not exist reads as empty, so that code can ask for deep places without
/// checking each step. Valid while the document lives; any thread.
class SpecValue
{
public:
    using Kind = SpecNode::Kind;

    SpecValue() = default;
    SpecValue(const SpecNodes *nodes, std::int32_t index)
        : m_nodes(nodes)
        , m_index(index)
    {
    }

    bool exists() const { return m_nodes && m_index >= 0; }
    explicit operator bool() const { return exists(); }
    Kind kind() const { return exists() ? node().kind : Kind::Null; }
    bool isNull() const { return kind() == Kind::Null; } ///< also what does not exist
    bool isMap() const { return kind() == Kind::Map; }
    bool isList() const { return kind() == Kind::List; }
    bool isString() const { return kind() == Kind::String; }
    bool isScalar() const { return exists() && !isMap() && !isList(); }

    SpecValue operator[](std::string_view key) const; ///< member of a map
    SpecValue at(std::int32_t index) const; ///< element of a list, or member by place
    SpecValue find(std::string_view dottedPath) const; ///< find("spec.template.spec")
    SpecValue firstChild() const { return exists() ? SpecValue(m_nodes, node().firstChild) : SpecValue(); }
    SpecValue next() const { return exists() ? SpecValue(m_nodes, node().next) : SpecValue(); }
    SpecValue parent() const { return exists() ? SpecValue(m_nodes, node().parent) : SpecValue(); }
    int size() const { return exists() ? node().children : 0; }

    std::string_view key() const { return exists() ? std::string_view(node().key) : std::string_view(); }
    std::string_view text() const { return exists() ? std::string_view(node().text) : std::string_view(); }
    QString string() const { return QString::fromUtf8(text().data(), qsizetype(text().size())); }
    QString keyString() const { return QString::fromUtf8(key().data(), qsizetype(key().size())); }
    std::int64_t integer(std::int64_t otherwise = 0) const
    {
        return kind() == Kind::Integer ? node().integer : otherwise;
    }
    double number(double otherwise = 0) const;
    bool boolean(bool otherwise = false) const { return kind() == Kind::Bool ? node().integer != 0 : otherwise; }

    /// As people write it: spec.containers[0].name; keys with a dot in brackets.
    QString path() const;
    int indexInParent() const;

    const SpecNode &node() const { return (*m_nodes)[size_t(m_index)]; }
    std::int32_t index() const { return m_index; }
    bool operator==(const SpecValue &) const = default;

    /// for (SpecValue child : value): members of a map or elements of a list.
    class Iterator
    {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = SpecValue;
        using difference_type = std::ptrdiff_t;
        using pointer = const SpecValue *;
        using reference = SpecValue;

        explicit Iterator(SpecValue value)
            : m_nodes(value.m_nodes)
            , m_index(value.m_index)
        {
        }
        SpecValue operator*() const { return {m_nodes, m_index}; }
        Iterator &operator++()
        {
            m_index = (*m_nodes)[size_t(m_index)].next;
            return *this;
        }
        bool operator==(const Iterator &other) const { return m_index == other.m_index; }

    private:
        const SpecNodes *m_nodes;
        std::int32_t m_index;
    };
    Iterator begin() const { return Iterator(firstChild()); }
    Iterator end() const { return Iterator(SpecValue()); }

private:
    const SpecNodes *m_nodes = nullptr;
    std::int32_t m_index = -1;
};

} // namespace k8s
