// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/formlink.h"

#include "models/spec/specdocument.h"
#include "views/spec/formpane.h"
#include "views/spec/yamleditor.h"

#include <QTextBlock>

#include <algorithm>

namespace views {

using models::FormEdit;
using models::SpecDiagnostic;

namespace {

bool isBrokenYaml(const SpecDiagnostic &diagnostic)
{
    return diagnostic.source == models::DiagnosticSource::Yaml
        && diagnostic.severity == models::DiagnosticSeverity::Error;
}

/// Keys typed one after the other into the same field.
bool goesOn(const FormEdit &last, const FormEdit &edit)
{
    return (edit.kind == FormEdit::Kind::Set || edit.kind == FormEdit::Kind::SetCell) && edit.kind == last.kind
        && edit.path == last.path && edit.row == last.row && edit.column == last.column;
}

} // namespace

FormLink::FormLink(FormPane &pane, YamlEditor &editor, models::SpecDocument &document, QObject *parent)
    : QObject(parent)
    , m_pane(pane)
    , m_editor(editor)
    , m_document(document)
{
    connect(&pane, &FormPane::edited, this, &FormLink::apply);
    connect(&pane, &FormPane::fieldEntered, &editor, &YamlEditor::showPosition);
    connect(&pane, &FormPane::undoRequested, this, [this] {
        m_editor.undo();
        showUnchecked();
    });
    connect(&pane, &FormPane::redoRequested, this, [this] {
        m_editor.redo();
        showUnchecked();
    });
    connect(&pane, &FormPane::pausePlaceRequested, this, [this] {
        const auto &all = m_document.diagnostics();
        if (const auto found = std::ranges::find_if(all, isBrokenYaml); found != all.end())
            m_editor.goTo(*found);
    });
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this,
            [this] { m_pane.showLine(m_editor.textCursor().blockNumber() + 1); });
}

void FormLink::apply(int document, const FormEdit &edit)
{
    const auto fix = m_document.formEdit(m_editor.toPlainText(), document, edit);
    if (!fix) {
        m_pane.setRefusal(edit.path, fix.error());
        return;
    }
    if (fix->length == 0 && fix->replacement.isEmpty())
        return; // the text says so already
    const bool join = m_editor.document()->revision() == m_lastRevision && goesOn(m_last, edit);
    m_editor.replaceRange(fix->position, fix->length, fix->replacement,
                          join ? YamlEditor::UndoStep::Joined : YamlEditor::UndoStep::Own);
    m_last = edit;
    m_lastRevision = m_editor.document()->revision();
}

/// What was typed and undone before a check of it ended is back at the text that was checked last: nothing will be
/// checked, so nothing else would tell the fields.
void FormLink::showUnchecked()
{
    if (!m_document.isChecking() && m_document.text() == m_editor.toPlainText())
        m_pane.setForms(m_document.forms());
}

QString FormLink::pauseSentence() const
{
    const auto &all = m_document.diagnostics();
    const auto broken = std::ranges::find_if(all, isBrokenYaml);
    if (broken != all.end())
        return tr("The form waits: line %1. %2").arg(broken->line).arg(broken->text);
    if (m_document.forms().isEmpty() && !m_document.objects().isEmpty())
        return tr("The text is too long for the form.");
    return {};
}

void FormLink::refresh()
{
    const QString pause = pauseSentence();
    m_pane.setPaused(pause);
    if (pause.isEmpty() || !m_pane.hasForm())
        m_pane.setForms(m_document.forms());
    m_pane.setDiagnostics(m_document.diagnostics());
}

} // namespace views
