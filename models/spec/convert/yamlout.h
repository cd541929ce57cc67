// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <string_view>
#include <vector>

namespace models {

/// A YAML value that is going to be written, with its comments. A plain value.
struct YamlOut
{
    enum class Kind
    {
        Map,
        List,
        Scalar, ///< text is written as it is
        Block, ///< text of several lines, written after a bar
    };

    Kind kind = Kind::Map;
    bool flow = false; ///< a list or map in one line, where it fits
    QByteArray key {}, text {};
    QByteArrayList above {}; ///< comment lines before it, with their number sign
    QByteArray trailing {}; ///< a comment behind it, with its number sign
    std::vector<YamlOut> children {};

    YamlOut *find(std::string_view member);
    const YamlOut *find(std::string_view member) const;
    /// The member of a map, made at the end if it is not there.
    YamlOut &member(std::string_view member);
    /// member() for a path of keys: "template.spec".
    YamlOut &at(std::string_view dottedPath);
    /// Sets a member, in its place if it is there.
    YamlOut &set(std::string_view member, YamlOut value);
    /// Appends to a list; a map without members becomes one.
    YamlOut &append(YamlOut value);
    bool isEmpty() const { return (kind == Kind::Map || kind == Kind::List) && children.empty(); }
    bool operator==(const YamlOut &) const = default;
};

/// Text as a scalar or block, in double quotes where YAML would take it for something else.
YamlOut yamlText(std::string_view utf8, bool quoted = false);
YamlOut yamlNumber(qint64 number);
YamlOut yamlBoolean(bool value);
YamlOut yamlList();

/// One document in the style of our templates: two spaces, lists one step deeper than their key, no document start.
QByteArray writeYaml(const YamlOut &root);

} // namespace models
