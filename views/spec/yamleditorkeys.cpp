// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/reformat.h"
#include "views/spec/textcommands.h"
#include "views/spec/yamleditor.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTextBlock>

#include <algorithm>
#include <array>
#include <memory>

namespace views {

using namespace Qt::StringLiterals;
using models::SpecDiagnostic;

namespace {

/// What the keyboard and the context menu offer beyond QPlainTextEdit.
struct EditorCommand
{
    const char *text; ///< QT_TRANSLATE_NOOP("views::YamlEditor", ...); empty: not in the menu
    QKeyCombination key;
    void (*run)(YamlEditor &);
    bool group = false; ///< begins one in the menu
};

// clang-format off
constexpr std::array commands {
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Complete"), Qt::CTRL | Qt::Key_Space, [](YamlEditor &e) { e.complete(); }, true},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Apply the fix of this line"), Qt::ALT | Qt::Key_Return, [](YamlEditor &e) { e.applyFixAtCursor(); }},
    EditorCommand {"", Qt::ALT | Qt::Key_Enter, [](YamlEditor &e) { e.applyFixAtCursor(); }},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Comment or uncomment"), Qt::CTRL | Qt::Key_Slash, [](YamlEditor &e) { textcommands::toggleComment(e); }, true},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Duplicate lines"), Qt::CTRL | Qt::Key_D, [](YamlEditor &e) { textcommands::duplicateLines(e); }},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Move lines up"), Qt::ALT | Qt::Key_Up, [](YamlEditor &e) { textcommands::moveLines(e, true); }},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Move lines down"), Qt::ALT | Qt::Key_Down, [](YamlEditor &e) { textcommands::moveLines(e, false); }},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Indent anew"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, [](YamlEditor &e) { e.reindent(); }},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Find…"), Qt::CTRL | Qt::Key_F, [](YamlEditor &e) { emit e.searchRequested(false); }, true},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Replace…"), Qt::CTRL | Qt::Key_R, [](YamlEditor &e) { emit e.searchRequested(true); }},
    EditorCommand {"", QKeyCombination(Qt::Key_F3), [](YamlEditor &e) { emit e.searchNextRequested(true); }},
    EditorCommand {"", Qt::SHIFT | Qt::Key_F3, [](YamlEditor &e) { emit e.searchNextRequested(false); }},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Go to line…"), Qt::CTRL | Qt::Key_G, [](YamlEditor &e) { emit e.lineRequested(); }},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Next document"), Qt::ALT | Qt::Key_PageDown, [](YamlEditor &e) { textcommands::goToDocument(e, true); }},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Previous document"), Qt::ALT | Qt::Key_PageUp, [](YamlEditor &e) { textcommands::goToDocument(e, false); }},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Fold or unfold"), Qt::ALT | Qt::Key_Minus, [](YamlEditor &e) { e.folding().toggle(e.folding().around(e.textCursor().block())); }, true},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Fold all"), Qt::ALT | Qt::SHIFT | Qt::Key_Minus, [](YamlEditor &e) { e.folding().foldAll(1); }},
    EditorCommand {QT_TRANSLATE_NOOP("views::YamlEditor", "Unfold all"), Qt::ALT | Qt::Key_Plus, [](YamlEditor &e) { e.folding().unfoldAll(); }},
};
// clang-format on

} // namespace

void YamlEditor::applyFix(const models::SpecFix &fix)
{
    replaceRange(fix.position, fix.length, fix.replacement);
    setFocus();
}

bool YamlEditor::applyFixAtCursor()
{
    const int line = textCursor().blockNumber() + 1;
    QList<models::SpecFix> fixes;
    for (const SpecDiagnostic &diagnostic : std::as_const(m_diagnostics)) {
        if (diagnostic.line == line)
            fixes += diagnostic.fixes;
    }
    if (fixes.size() == 1)
        applyFix(fixes.first());
    else if (!fixes.isEmpty())
        offerFixes(line, viewport()->mapToGlobal(cursorRect().bottomLeft()));
    return !fixes.isEmpty();
}

void YamlEditor::offerFixes(int line, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"fixes"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const SpecDiagnostic &diagnostic : std::as_const(m_diagnostics)) {
        if (diagnostic.line != line)
            continue;
        for (const models::SpecFix &fix : diagnostic.fixes) {
            QString title = fix.title;
            connect(menu->addAction(title.replace(u'&', u"&&"_s)), &QAction::triggered, this,
                    [this, fix] { applyFix(fix); });
        }
    }
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(place);
}

void YamlEditor::reindent()
{
    const QString before = toPlainText();
    const auto after = models::reindented(before);
    if (!after) {
        emit refused(after.error());
        return;
    }
    if (*after == before)
        return;
    const int line = textCursor().blockNumber();
    replaceText(*after);
    setTextCursor(QTextCursor(document()->findBlockByNumber(std::min(line, blockCount() - 1))));
}

void YamlEditor::contextMenuEvent(QContextMenuEvent *event)
{
    std::unique_ptr<QMenu> menu(createStandardContextMenu());
    for (const EditorCommand &command : commands) {
        if (!*command.text)
            continue;
        if (command.group)
            menu->addSeparator();
        QAction *action = menu->addAction(QCoreApplication::translate("views::YamlEditor", command.text));
        action->setShortcut(command.key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, run = command.run] { run(*this); });
    }
    menu->exec(event->globalPos());
}

bool YamlEditor::runCommand(QKeyEvent &event)
{
    const QKeyCombination pressed(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key()));
    const auto command = std::ranges::find(commands, pressed, &EditorCommand::key);
    if (command == commands.end())
        return false;
    command->run(*this);
    return true;
}

void YamlEditor::keyPressEvent(QKeyEvent *event)
{
    const bool popup = m_completer->popup()->isVisible();
    const int key = event->key();
    if (popup && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab)) {
        const QModelIndex index = m_completer->popup()->currentIndex();
        m_completer->popup()->hide();
        insertCompletion(index);
        return;
    }
    if (popup && (key == Qt::Key_Escape || key == Qt::Key_Up || key == Qt::Key_Down)) {
        event->ignore(); // the popup's own filter handles these
        return;
    }
    if (runCommand(*event))
        return;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && modifiers == Qt::NoModifier)
        return textcommands::newLine(*this);
    if (key == Qt::Key_Tab && modifiers == Qt::NoModifier) {
        if (textCursor().hasSelection())
            textcommands::indentSelection(*this, true);
        else
            insertPlainText(textCursor().positionInBlock() % 2 == 0 ? u"  "_s : u" "_s);
        return;
    }
    if (key == Qt::Key_Backtab)
        return textcommands::indentSelection(*this, false);
    QPlainTextEdit::keyPressEvent(event);
    if (popup)
        complete();
}

} // namespace views
