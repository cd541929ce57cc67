// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace models {

/// Where a position is in a YAML text that may be unfinished: found by indentation alone.
struct YamlContext
{
    QString apiVersion, kind; ///< of the document around it
    QStringList path; ///< keys from the root to the map that the position is in; an empty step is a list entry
    QString key; ///< the key of the line; empty while it is being typed
    bool inValue = false; ///< behind the colon
    QString word; ///< what of the key or value stands before the position
    qsizetype wordStart = 0, wordLength = 0; ///< the whole word, also behind the position
    QStringList siblings; ///< other keys of the map
    int indent = 0; ///< column of the key
};

/// Pure.
YamlContext yamlContextAt(const QString &text, qsizetype position);

} // namespace models
