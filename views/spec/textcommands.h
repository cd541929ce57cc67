// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPlainTextEdit;

/// What keys do to the lines of a YAML text. Each is one step that can be undone.
namespace views::textcommands {

void newLine(QPlainTextEdit &editor); ///< indented as what is above asks for
void indentSelection(QPlainTextEdit &editor, bool deeper);
void toggleComment(QPlainTextEdit &editor);
void duplicateLines(QPlainTextEdit &editor);
void moveLines(QPlainTextEdit &editor, bool up);
/// To the next or previous line that begins a document.
void goToDocument(QPlainTextEdit &editor, bool forward);

} // namespace views::textcommands
