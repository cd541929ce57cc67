// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/textcommands.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>

namespace views::textcommands {

using namespace Qt::StringLiterals;

namespace {

int leadingSpaces(const QString &text)
{
    const auto end = std::ranges::find_if(text, [](QChar c) { return c != u' '; });
    return int(end - text.begin());
}

/// The blocks that the selection touches.
struct Lines
{
    QTextBlock first, last;

    explicit Lines(const QPlainTextEdit &editor)
    {
        const QTextCursor cursor = editor.textCursor();
        first = editor.document()->findBlock(cursor.selectionStart());
        last = editor.document()->findBlock(cursor.selectionEnd());
        if (last != first && cursor.selectionEnd() == last.position())
            last = last.previous(); // a selection that ends before a line does not mean it
    }
    QString text() const
    {
        QStringList lines;
        for (QTextBlock block = first; block.isValid(); block = block.next()) {
            lines.append(block.text());
            if (block == last)
                break;
        }
        return lines.join(u'\n');
    }
};

} // namespace

void newLine(QPlainTextEdit &editor)
{
    QTextCursor cursor = editor.textCursor();
    const QString before = cursor.block().text().first(cursor.positionInBlock());
    const QString trimmed = before.trimmed();
    int indent = leadingSpaces(before);
    if (trimmed.endsWith(u':') || trimmed.endsWith(u'|') || trimmed.endsWith(u'>'))
        indent += trimmed.startsWith("- "_L1) ? 4 : 2;
    else if (trimmed.startsWith("- "_L1) && trimmed.contains(": "_L1))
        indent += 2;
    cursor.insertText(u"\n"_s + QString(indent, u' '));
    editor.setTextCursor(cursor);
}

void indentSelection(QPlainTextEdit &editor, bool deeper)
{
    const Lines lines(editor);
    QTextCursor cursor = editor.textCursor();
    cursor.beginEditBlock();
    for (QTextBlock block = lines.first; block.isValid(); block = block.next()) {
        QTextCursor edit(block);
        const int spaces = leadingSpaces(block.text());
        if (deeper && !block.text().trimmed().isEmpty()) {
            edit.insertText(u"  "_s);
        } else if (!deeper && spaces > 0) {
            edit.setPosition(block.position() + std::min(2, spaces), QTextCursor::KeepAnchor);
            edit.removeSelectedText();
        }
        if (block == lines.last)
            break;
    }
    cursor.endEditBlock();
}

void toggleComment(QPlainTextEdit &editor)
{
    const Lines lines(editor);
    QList<QTextBlock> blocks;
    for (QTextBlock block = lines.first; block.isValid(); block = block.next()) {
        if (!block.text().trimmed().isEmpty())
            blocks.append(block);
        if (block == lines.last)
            break;
    }
    const bool commented
        = std::ranges::all_of(blocks, [](const QTextBlock &block) { return block.text().trimmed().startsWith(u'#'); });
    int column = std::numeric_limits<int>::max();
    for (const QTextBlock &block : std::as_const(blocks))
        column = std::min(column, leadingSpaces(block.text()));
    QTextCursor cursor = editor.textCursor();
    cursor.beginEditBlock();
    for (const QTextBlock &block : std::as_const(blocks)) {
        QTextCursor edit(block);
        if (!commented) {
            edit.setPosition(block.position() + column); // one column, so that the lines keep their shape
            edit.insertText(u"# "_s);
            continue;
        }
        edit.setPosition(block.position() + leadingSpaces(block.text()));
        const bool spaced = block.text().trimmed().startsWith("# "_L1);
        edit.setPosition(edit.position() + (spaced ? 2 : 1), QTextCursor::KeepAnchor);
        edit.removeSelectedText();
    }
    cursor.endEditBlock();
}

void duplicateLines(QPlainTextEdit &editor)
{
    const Lines lines(editor);
    QTextCursor edit(lines.last);
    edit.movePosition(QTextCursor::EndOfBlock);
    const int column = editor.textCursor().positionInBlock();
    edit.insertText(u"\n"_s + lines.text());
    edit.setPosition(edit.block().position() + std::min<int>(column, edit.block().length() - 1));
    editor.setTextCursor(edit);
}

void moveLines(QPlainTextEdit &editor, bool up)
{
    const Lines lines(editor);
    const QTextBlock other = up ? lines.first.previous() : lines.last.next();
    if (!other.isValid())
        return;
    const QTextBlock top = up ? other : lines.first;
    const QTextBlock bottom = up ? lines.last : other;
    const QString moved = lines.text(), passed = other.text();
    const qsizetype start = top.position();
    QTextCursor edit(editor.document());
    edit.beginEditBlock();
    edit.setPosition(int(start));
    edit.setPosition(bottom.position() + bottom.length() - 1, QTextCursor::KeepAnchor);
    edit.insertText(up ? moved + u'\n' + passed : passed + u'\n' + moved);
    edit.endEditBlock();
    const qsizetype first = up ? start : start + passed.size() + 1;
    edit.setPosition(int(first));
    edit.setPosition(int(first + moved.size()), QTextCursor::KeepAnchor);
    editor.setTextCursor(edit);
}

void goToDocument(QPlainTextEdit &editor, bool forward)
{
    QTextBlock block = editor.textCursor().block();
    do
        block = forward ? block.next() : block.previous();
    while (block.isValid() && !block.text().startsWith("---"_L1));
    if (!block.isValid() && forward)
        return;
    editor.setTextCursor(QTextCursor(block.isValid() ? block : editor.document()->firstBlock()));
    editor.centerCursor();
}

} // namespace views::textcommands
