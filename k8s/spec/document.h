// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/diagnostic.h"
#include "k8s/spec/textindex.h"
#include "k8s/spec/value.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <vector>

namespace k8s {

/// What a text may cost before it is refused (hostile input is cut off early, see docs of the limits' reasons in
/// reliability.md 4.6).
struct SpecLimits
{
    qsizetype bytes = qsizetype(4) * 1024 * 1024;
    int documents = 100;
    int nodes = 200000; ///< after aliases and merge keys are expanded, all documents together
    int depth = 128;
};

/// One document of a YAML text as a tree of values with marks, read as Kubernetes reads YAML: plain yes, no, on and off
/// stay strings, 0o17 and 017 are octal. Immutable once parsed.
class SpecPart
{
public:
    SpecValue root() const { return m_nodes.empty() ? SpecValue() : SpecValue(&m_nodes, 0); }
    bool isEmpty() const { return root().isNull(); } ///< only comments, or nothing
    bool isBroken() const { return m_broken; } ///< the tree ends where the parser gave up
    qsizetype offset() const { return m_offset; } ///< bytes; where the document starts in the text
    qsizetype length() const { return m_length; }

    std::string_view apiVersion() const { return root()["apiVersion"].text(); }
    std::string_view kind() const { return root()["kind"].text(); }

private:
    friend class SpecParser;
    SpecNodes m_nodes;
    qsizetype m_offset = 0, m_length = 0;
    bool m_broken = false;
};

/// A whole YAML text: its documents and what is wrong with it as YAML. Holds the text. Immutable; share it by pointer
/// (values point into it).
class SpecText
{
public:
    SpecText(const SpecText &) = delete;
    SpecText &operator=(const SpecText &) = delete;

    const QByteArray &utf8() const { return m_utf8; }
    const TextIndex &index() const { return m_index; }
    const std::vector<SpecPart> &parts() const { return m_parts; } ///< also the empty ones
    const Diagnostics &diagnostics() const { return m_diagnostics; }
    bool hasErrors() const; ///< nothing should be made of the documents then

private:
    friend class SpecParser;
    friend std::shared_ptr<const SpecText> parseSpec(const QByteArray &, const SpecLimits &,
                                                     const std::function<bool()> &);
    SpecText() = default;

    QByteArray m_utf8;
    TextIndex m_index;
    std::vector<SpecPart> m_parts;
    Diagnostics m_diagnostics;
};

/// Never null, never throws, bounded in time and memory by the limits. `cancelled` is asked now and then; once it says
/// true the result is of no use. Pure; any thread.
std::shared_ptr<const SpecText> parseSpec(const QByteArray &utf8, const SpecLimits &limits = {},
                                          const std::function<bool()> &cancelled = {});

} // namespace k8s
