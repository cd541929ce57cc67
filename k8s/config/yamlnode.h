// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"

#include <QString>

#include <yaml-cpp/yaml.h>

namespace k8s {

/// Reads a YAML file of the user's as one document: at most `largest` bytes, a regular file, UTF-8 without NUL; a byte
/// order mark and CRLF are taken. No exception leaves it; the context of an error is "FILE:LINE". Any thread.
Result<YAML::Node> loadYamlFile(const QString &fileName, qint64 largest);

/// A look into a node that never throws: what is missing or of another type reads as empty.
class YamlView
{
public:
    YamlView() = default;
    explicit YamlView(const YAML::Node &node);

    bool exists() const { return m_exists; }
    bool isMap() const { return m_exists && m_node.IsMap(); }
    bool isSequence() const { return m_exists && m_node.IsSequence(); }
    YamlView operator[](const char *key) const;
    QList<YamlView> elements() const; ///< of a sequence, at most 10,000
    QList<std::pair<QString, YamlView>> members() const; ///< of a map, at most 10,000
    QString string() const; ///< a scalar as it is written; null is empty
    QStringList strings() const;
    bool boolean() const; ///< true, yes, on in any case, as YAML 1.1 has it
    int line() const; ///< from 1; 0 if unknown
    /// JSON text of a tree of at most 10,000 nodes, 64 deep; empty if it is larger. Plain scalars that look like
    /// numbers or booleans become such.
    QByteArray toJson() const;

private:
    YAML::Node m_node;
    bool m_exists = false;
};

} // namespace k8s
