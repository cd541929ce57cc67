// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <vector>

namespace k8s {

/// A place in a text as people and editors count it.
struct TextPlace
{
    int line = 1, column = 1; ///< from 1; columns are UTF-16 units
    qsizetype position = 0; ///< UTF-16 units from the start

    bool operator==(const TextPlace &) const = default;
};

/// Translates byte offsets of a UTF-8 text into lines and columns. Keeps a view of the text: the text must outlive it.
/// Bytes that are not UTF-8 count as one unit each. Immutable after construction; any thread.
class TextIndex
{
public:
    TextIndex() = default;
    explicit TextIndex(QByteArrayView utf8);

    TextPlace place(qsizetype offset) const; ///< clamped to the text
    qsizetype offset(qsizetype position) const; ///< the byte of a UTF-16 position, clamped
    int lineOf(qsizetype offset) const; ///< from 1
    int lineCount() const { return int(m_lines.size()); }
    qsizetype lineStart(int line) const; ///< byte offset; line from 1
    QByteArrayView line(int line) const; ///< without its end

private:
    struct Line
    {
        qsizetype offset = 0, position = 0;
    };
    QByteArrayView m_text;
    std::vector<Line> m_lines {Line {}};
};

} // namespace k8s
