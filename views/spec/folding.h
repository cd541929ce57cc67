// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBlock>

class QPlainTextEdit;

namespace views {

/// Folds blocks of YAML by their indentation: the lines below a key go out of sight until it is opened again, or until
/// the cursor gets in there. The text itself is never touched.
class Folding
{
public:
    explicit Folding(QPlainTextEdit &editor)
        : m_editor(editor)
    {
    }

    bool canFold(const QTextBlock &block) const;
    bool isFolded(const QTextBlock &block) const;
    int hiddenLines(const QTextBlock &block) const; ///< below a folded line
    void toggle(const QTextBlock &block);
    void setFolded(const QTextBlock &block, bool folded);
    /// The innermost block that can fold and holds the line.
    QTextBlock around(QTextBlock block) const;
    void foldAll(int deeperThan); ///< every key from that column on
    void unfoldAll();
    void reveal(const QTextBlock &block); ///< opens what hides it

private:
    QTextBlock last(const QTextBlock &block) const; ///< of what folds below it; the block itself if nothing does
    void refresh(const QTextBlock &first, const QTextBlock &last);

    QPlainTextEdit &m_editor;
};

} // namespace views
