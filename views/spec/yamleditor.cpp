// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/yamleditor.h"

#include "views/spec/editorgutter.h"
#include "views/spec/editorparts.h"
#include "views/spec/specfile.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"
#include "views/theme/yamlcolors.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHelpEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace views {

using namespace Qt::StringLiterals;
using models::DiagnosticSeverity;
using models::SpecCompletion;
using models::SpecDiagnostic;

namespace {

/// Where the cursor is in a longer line is not marked: to place the mark the whole line would be shaped, at each move.
constexpr int longestMarkedLine = 5000;

enum CompletionRole
{
    InsertionRole = Qt::UserRole + 1,
    PositionRole,
    LengthRole
};

} // namespace

YamlEditor::YamlEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_colors(new YamlColors(document()))
    , m_gutter(new EditorGutter(*this))
{
    setObjectName(u"yamlEditor"_s);
    setAccessibleName(tr("YAML"));
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    QFont mono = views::font(TextRole::Mono);
    mono.setFeature("calt", 0); // ligatures hide what was typed
    setFont(mono);
    setTabChangesFocus(false);
    setCursorWidth(2);
    createCompleter();
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlEditor::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &rect, int dy) {
        if (dy && !m_search.isEmpty())
            showMatches();
        if (dy)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &YamlEditor::cursorMoved);
    applyTheme();
    placeGutter();
}

void YamlEditor::showEvent(QShowEvent *event)
{
    m_colors->begin();
    QPlainTextEdit::showEvent(event);
}

void YamlEditor::applyTheme()
{
    const Tokens &colors = tokens(palette());
    m_colors->setTokens(colors);
    refreshSelections();
}

void YamlEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    else if (event->type() == QEvent::FontChange && m_gutter)
        placeGutter();
}

// Diagnostics

void YamlEditor::setDiagnostics(const QList<SpecDiagnostic> &diagnostics)
{
    m_diagnostics = diagnostics;
    refreshSelections();
    m_gutter->update();
}

QTextEdit::ExtraSelection YamlEditor::selectionOf(const SpecDiagnostic &diagnostic) const
{
    QTextEdit::ExtraSelection selection;
    const qsizetype end = document()->characterCount() - 1;
    QTextCursor cursor(document());
    const qsizetype start = std::clamp<qsizetype>(diagnostic.position, 0, end);
    cursor.setPosition(int(start));
    cursor.setPosition(int(std::clamp<qsizetype>(start + std::max<qsizetype>(1, diagnostic.length), 0, end)),
                       QTextCursor::KeepAnchor);
    selection.cursor = cursor;
    selection.format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    selection.format.setUnderlineColor(severityColor(tokens(palette()), diagnostic.severity));
    return selection;
}

void YamlEditor::refreshSelections()
{
    QList<QTextEdit::ExtraSelection> selections;
    QTextEdit::ExtraSelection line;
    line.format.setBackground(tokens(palette()).grid);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    if (textCursor().block().length() <= longestMarkedLine)
        selections.append(line);
    for (const SpecDiagnostic &diagnostic : std::as_const(m_diagnostics))
        selections.append(selectionOf(diagnostic));
    setExtraSelections(selections + matchSelections());
    m_gutter->update();
}

void YamlEditor::cursorMoved()
{
    m_folding.reveal(textCursor().block());
    refreshSelections();
}

/// Of the lines that are visible only: the others are drawn when they come into view.
QList<QTextEdit::ExtraSelection> YamlEditor::matchSelections() const
{
    QList<QTextEdit::ExtraSelection> selections;
    if (m_search.isEmpty())
        return selections;
    const Tokens &colors = tokens(palette());
    const qreal bottom = viewport()->height();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (blockBoundingGeometry(block).translated(contentOffset()).top() > bottom)
            break;
        for (const auto &[start, length] : m_search.matchesIn(block.text())) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            selection.cursor.setPosition(block.position() + start);
            selection.cursor.setPosition(block.position() + start + length, QTextCursor::KeepAnchor);
            selection.format.setBackground(toneBackground(colors, models::Tone::Warning));
            selections.append(selection);
        }
    }
    return selections;
}

void YamlEditor::showMatches() { refreshSelections(); }

void YamlEditor::select(const QTextCursor &cursor)
{
    m_folding.reveal(document()->findBlock(cursor.selectionStart()));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void YamlEditor::goTo(const SpecDiagnostic &diagnostic)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(std::clamp<qsizetype>(diagnostic.position, 0, document()->characterCount() - 1)));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

bool YamlEditor::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_explanation)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPoint inText = viewport()->mapFrom(this, help->pos());
    const QString text = m_explanation(cursorForPosition(inText).position());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), toolTipText(text), this);
    return true;
}

void YamlEditor::insertFromMimeData(const QMimeData *source)
{
    if (const models::Problem problem = refusalOf(source->text()); !problem.isEmpty())
        return emit refused(problem.sentence + u' ' + problem.remedy);
    QPlainTextEdit::insertFromMimeData(source);
}

bool YamlEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

// Completion

void YamlEditor::createCompleter()
{
    m_completionModel = new QStandardItemModel(this);
    m_completer = new QCompleter(m_completionModel, this);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setObjectName(u"completions"_s);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &YamlEditor::insertCompletion);
}

void YamlEditor::complete()
{
    const QList<SpecCompletion> found
        = m_completions ? m_completions(textCursor().position()) : QList<SpecCompletion>();
    m_completionModel->clear();
    for (const SpecCompletion &completion : found) {
        auto *item = new QStandardItem(completion.detail.isEmpty() ? completion.text
                                                                   : completion.text + u"  —  "_s + completion.detail);
        item->setData(completion.insertion, InsertionRole);
        item->setData(completion.position, PositionRole);
        item->setData(completion.length, LengthRole);
        if (!completion.description.isEmpty())
            item->setToolTip(toolTipText(completion.description));
        m_completionModel->appendRow(item);
    }
    if (found.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.translate(gutterWidth(), 0);
    place.setWidth(m_completer->popup()->sizeHintForColumn(0)
                   + m_completer->popup()->verticalScrollBar()->sizeHint().width() + space::l);
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void YamlEditor::insertCompletion(const QModelIndex &index)
{
    const QString insertion = index.data(InsertionRole).toString();
    replaceRange(index.data(PositionRole).toLongLong(), index.data(LengthRole).toLongLong(), insertion);
}

void YamlEditor::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.setPosition(0);
    setTextCursor(cursor);
}

void YamlEditor::showPosition(qsizetype position)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(std::clamp<qsizetype>(position, 0, document()->characterCount() - 1)));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void YamlEditor::replaceRange(qsizetype position, qsizetype length, const QString &replacement, UndoStep step)
{
    const qsizetype end = document()->characterCount() - 1;
    QTextCursor cursor(document());
    if (step == UndoStep::Joined)
        cursor.joinPreviousEditBlock();
    else
        cursor.beginEditBlock();
    cursor.setPosition(int(std::clamp<qsizetype>(position, 0, end)));
    cursor.setPosition(int(std::clamp<qsizetype>(position + length, 0, end)), QTextCursor::KeepAnchor);
    cursor.insertText(replacement);
    cursor.endEditBlock();
    setTextCursor(cursor);
}

} // namespace views
