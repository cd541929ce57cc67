// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/textpatch.h"

namespace k8s {

/// Writes new values in the manner of the text around them. Pure.
class PatchWriter
{
public:
    PatchWriter(QByteArray lineBreak, int step, bool indentLists)
        : m_lineBreak(std::move(lineBreak))
        , m_step(step)
        , m_indentLists(indentLists)
    {
    }

    /// A scalar without quotes where it reads back as what it is, else in double quotes.
    static QByteArray scalar(const PatchValue &value, bool inFlow);
    static QByteArray doubleQuoted(std::string_view text);
    static QByteArray singleQuoted(std::string_view text);
    static QByteArray flow(const PatchValue &value); ///< {a: b}
    /// Lines of a member or a list entry at a column, each with its end.
    QByteArray member(const std::string &key, const PatchValue &value, int column) const;
    QByteArray item(const PatchValue &value, int column) const;

private:
    QByteArray rest(const PatchValue &value, int column) const;
    QByteArray literal(const std::string &text, int column) const; ///< " |" and the lines of the block

    QByteArray m_lineBreak;
    int m_step;
    bool m_indentLists;
};

} // namespace k8s
