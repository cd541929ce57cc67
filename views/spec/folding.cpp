// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/folding.h"

#include <QPlainTextDocumentLayout>
#include <QPlainTextEdit>

#include <algorithm>

namespace views {

using namespace Qt::StringLiterals;

namespace {

/// Columns of spaces, -1: a blank line.
int indentOf(const QTextBlock &block)
{
    const QString text = block.text();
    const auto end = std::ranges::find_if(text, [](QChar c) { return c != u' '; });
    return end == text.end() ? -1 : int(end - text.begin());
}

bool isEntry(const QTextBlock &block) { return block.text().trimmed().startsWith("- "_L1); }

bool isSeparator(const QTextBlock &block) { return block.text().startsWith("---"_L1); }

} // namespace

QTextBlock Folding::last(const QTextBlock &block) const
{
    const int indent = indentOf(block);
    QTextBlock end = block;
    if (indent < 0 || isSeparator(block) || block.text().trimmed().startsWith(u'#'))
        return end;
    const bool key = block.text().trimmed().endsWith(u':') && !isEntry(block);
    for (QTextBlock next = block.next(); next.isValid(); next = next.next()) {
        const int inner = indentOf(next);
        if (inner < 0)
            continue; // blank lines belong to what is around them
        const bool entryOfKey = key && inner == indent && isEntry(next);
        if (isSeparator(next) || (inner <= indent && !entryOfKey))
            break;
        end = next;
    }
    return end;
}

bool Folding::canFold(const QTextBlock &block) const
{
    const int indent = indentOf(block);
    QTextBlock next = block.next();
    while (next.isValid() && indentOf(next) < 0)
        next = next.next();
    if (indent < 0 || !next.isValid() || isSeparator(block) || block.text().trimmed().startsWith(u'#'))
        return false;
    const bool key = block.text().trimmed().endsWith(u':') && !isEntry(block);
    return !isSeparator(next) && (indentOf(next) > indent || (key && indentOf(next) == indent && isEntry(next)));
}

bool Folding::isFolded(const QTextBlock &block) const
{
    return block.isVisible() && block.next().isValid() && !block.next().isVisible();
}

int Folding::hiddenLines(const QTextBlock &block) const
{
    int count = 0;
    for (QTextBlock next = block.next(); next.isValid() && !next.isVisible(); next = next.next())
        ++count;
    return count;
}

void Folding::setFolded(const QTextBlock &block, bool folded)
{
    const QTextBlock end = last(block);
    if (end == block)
        return;
    for (QTextBlock inner = block.next(); inner.isValid(); inner = inner.next()) {
        inner.setVisible(!folded);
        inner.setLineCount(folded ? 0 : std::max(1, inner.layout()->lineCount()));
        if (inner == end)
            break;
    }
    if (folded) {
        QTextCursor cursor = m_editor.textCursor();
        if (!cursor.block().isVisible()) {
            cursor.setPosition(block.position() + block.length() - 1);
            m_editor.setTextCursor(cursor);
        }
    }
    refresh(block, end);
}

void Folding::refresh(const QTextBlock &first, const QTextBlock &end)
{
    m_editor.document()->markContentsDirty(first.position(), end.position() + end.length() - first.position());
    auto *layout = qobject_cast<QPlainTextDocumentLayout *>(m_editor.document()->documentLayout());
    emit layout->documentSizeChanged(layout->documentSize());
    m_editor.viewport()->update();
}

void Folding::toggle(const QTextBlock &block)
{
    if (canFold(block))
        setFolded(block, !isFolded(block));
}

QTextBlock Folding::around(QTextBlock block) const
{
    const int line = block.blockNumber();
    for (; block.isValid(); block = block.previous()) {
        if (canFold(block) && last(block).blockNumber() >= line)
            return block;
    }
    return {};
}

void Folding::foldAll(int deeperThan)
{
    for (QTextBlock block = m_editor.document()->firstBlock(); block.isValid();) {
        if (block.isVisible() && indentOf(block) >= deeperThan && canFold(block)) {
            const QTextBlock end = last(block);
            setFolded(block, true);
            block = end.next();
        } else {
            block = block.next();
        }
    }
}

void Folding::unfoldAll()
{
    for (QTextBlock block = m_editor.document()->firstBlock(); block.isValid(); block = block.next()) {
        block.setVisible(true);
        block.setLineCount(std::max(1, block.layout()->lineCount()));
    }
    refresh(m_editor.document()->firstBlock(), m_editor.document()->lastBlock());
}

void Folding::reveal(const QTextBlock &block)
{
    if (block.isVisible())
        return;
    QTextBlock head = block;
    while (head.isValid() && !head.isVisible())
        head = head.previous();
    if (!head.isValid()) {
        unfoldAll();
        return;
    }
    setFolded(head, false);
    if (block.isVisible())
        return;
    // The head's indentation has changed meanwhile: what is hidden is shown whatever it belongs to.
    QTextBlock end = head.next();
    for (; end.isValid() && !end.isVisible(); end = end.next()) {
        end.setVisible(true);
        end.setLineCount(std::max(1, end.layout()->lineCount()));
    }
    refresh(head, end.isValid() ? end : m_editor.document()->lastBlock());
}

} // namespace views
