// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/document.h"
#include "models/spec/convert/yamlout.h"

namespace models {

/// Copies values of a parsed text together with the comments that stand above them and behind them. The text must
/// outlive it. Pure.
class SourceCopier
{
public:
    explicit SourceCopier(const k8s::SpecText &text)
        : m_text(text)
    {
    }

    /// The value as it is written: order, quotes and lists in one line are kept, aliases are written out.
    YamlOut copy(k8s::SpecValue value) const;
    /// The comments only, for a value that is written anew.
    void copyComments(k8s::SpecValue value, YamlOut &into) const;
    /// Comment lines at the head of a document that belong to none of its fields.
    QByteArrayList head(const k8s::SpecPart &part) const;

private:
    YamlOut scalar(k8s::SpecValue value) const;
    QByteArrayList above(k8s::SpecValue value) const;
    QByteArray trailing(k8s::SpecValue value) const;
    QByteArray comment(int line) const; ///< of a line that holds nothing else; empty otherwise

    const k8s::SpecText &m_text;
};

} // namespace models
