// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/document.h"

namespace k8s {

/// Where values begin and end in the text, and what stands around them: what the marks of the parser leave open. The
/// text must outlive it. Any thread.
class TextLayout
{
public:
    explicit TextLayout(const SpecText &text)
        : m_text(text)
        , m_utf8(text.utf8())
    {
    }

    /// Byte behind a value; -1 where it cannot be told (aliases).
    qsizetype end(SpecValue value) const;
    /// Byte behind the colon of a key, -1 if the value has no key.
    qsizetype colonEnd(SpecValue value) const;
    /// Where the entry of a map or list begins: its key or the value.
    qsizetype entryStart(SpecValue value) const;
    /// The dash of an entry of a block list, -1 if there is none.
    qsizetype dash(SpecValue item) const;

    int column(qsizetype offset) const; ///< bytes from the start of the line
    qsizetype lineStart(qsizetype offset) const;
    qsizetype lineEnd(qsizetype offset) const; ///< of the line's text, before \r and \n
    qsizetype nextLine(qsizetype offset) const; ///< start of the next line, or the end of the text
    /// Nothing but spaces and a comment follows in the line.
    bool isLineTail(qsizetype offset) const;
    /// Only spaces stand before it in its line.
    bool isLineHead(qsizetype offset) const;
    /// The start of the comment lines directly above a line that stand in the same column or further right.
    qsizetype commentsAbove(qsizetype offset, int column) const;
    /// The start of the first line, from the one at the offset on, that is no comment further right than the column.
    qsizetype behindComments(qsizetype lineStart, int column) const;
    bool isInFlow(SpecValue value) const; ///< a collection around it is in braces or brackets
    /// The value has an anchor, a tag, or is an alias.
    bool isMarked(SpecValue value) const;
    QByteArray lineBreak() const; ///< of the text: "\n" or "\r\n"
    int indentStep() const; ///< columns that one level is indented
    bool listsAreIndented() const; ///< dashes stand further right than the key above

private:
    qsizetype scalarEnd(const SpecValue &value) const;
    qsizetype blockScalarEnd(const SpecValue &value, qsizetype header) const;
    qsizetype foldedEnd(qsizetype offset, std::string_view text) const;
    qsizetype flowEnd(const SpecValue &value) const;
    qsizetype skipMarks(qsizetype offset) const;
    int indentOf(qsizetype lineStart) const; ///< -1: blank

    const SpecText &m_text;
    QByteArrayView m_utf8;
};

} // namespace k8s
