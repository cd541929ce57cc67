// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/yamleditor.h"

#include "views/spec/editorgutter.h"
#include "views/spec/yamlcolors.h"
#include "views/theme/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>

#include <QAbstractItemView>
#include <QCompleter>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
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

constexpr int markSize = 8;

enum CompletionRole
{
    InsertionRole = Qt::UserRole + 1,
    PositionRole,
    LengthRole
};

QColor severityColor(const Tokens &tokens, DiagnosticSeverity severity)
{
    switch (severity) {
    case DiagnosticSeverity::Error:
        return tokens.bad;
    case DiagnosticSeverity::Warning:
        return tokens.warn;
    case DiagnosticSeverity::Hint:
        break;
    }
    return tokens.accent;
}

QString toolTipText(const QString &plain)
{
    return u"<p style='white-space:pre-wrap'>"_s + plain.toHtmlEscaped() + u"</p>"_s;
}

int leadingSpaces(const QString &text)
{
    const auto end = std::ranges::find_if(text, [](QChar c) { return c != u' '; });
    return int(end - text.begin());
}

} // namespace

YamlEditor::YamlEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_repository(std::make_unique<KSyntaxHighlighting::Repository>())
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
    m_highlighter = new YamlColors(document());
    m_highlighter->setDefinition(m_repository->definitionForName(u"YAML"_s));
    createCompleter();
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlEditor::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &rect, int dy) {
        if (dy)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &YamlEditor::refreshSelections);
    applyTheme();
    placeGutter();
}

YamlEditor::~YamlEditor()
{
    delete m_highlighter; // before the repository that it reads
}

void YamlEditor::applyTheme()
{
    const Tokens &colors = tokens(palette());
    m_highlighter->setTokens(colors);
    refreshSelections();
}

void YamlEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
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
    selections.append(line);
    for (const SpecDiagnostic &diagnostic : std::as_const(m_diagnostics))
        selections.append(selectionOf(diagnostic));
    setExtraSelections(selections);
    m_gutter->update();
}

void YamlEditor::goTo(const SpecDiagnostic &diagnostic)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(std::clamp<qsizetype>(diagnostic.position, 0, document()->characterCount() - 1)));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

bool YamlEditor::applyFixAtCursor()
{
    const int line = textCursor().blockNumber() + 1;
    const auto found = std::ranges::find_if(m_diagnostics, [&](const SpecDiagnostic &diagnostic) {
        return diagnostic.line == line && !diagnostic.fixes.isEmpty();
    });
    if (found == m_diagnostics.end())
        return false;
    const models::SpecFix fix = found->fixes.first();
    replaceRange(fix.position, fix.length, fix.replacement);
    return true;
}

// Gutter

int YamlEditor::gutterWidth() const
{
    const int digits = std::max(2, int(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + markSize + 3 * space::s;
}

void YamlEditor::placeGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void YamlEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

DiagnosticSeverity YamlEditor::worstOf(int line, bool &found) const
{
    auto worst = DiagnosticSeverity::Hint;
    found = false;
    for (const SpecDiagnostic &diagnostic : m_diagnostics) {
        if (diagnostic.line == line) {
            found = true;
            worst = std::min(worst, diagnostic.severity);
        }
    }
    return worst;
}

void YamlEditor::paintGutter(QPaintEvent *event)
{
    const Tokens &colors = tokens(palette());
    QPainter painter(m_gutter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    painter.fillRect(event->rect(), colors.surface);
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            break;
        const QRectF line(0, area.top(), m_gutter->width() - space::s, fontMetrics().height());
        painter.setPen(block.blockNumber() == current ? colors.text : colors.faint);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        bool found = false;
        const DiagnosticSeverity worst = worstOf(block.blockNumber() + 1, found);
        if (!found)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(severityColor(colors, worst));
        const QRectF mark(space::s / 2.0, line.center().y() - markSize / 2.0, markSize, markSize);
        if (worst == DiagnosticSeverity::Error)
            painter.drawEllipse(mark);
        else
            painter.drawPolygon(QPolygonF({{mark.center().x(), mark.top()}, mark.bottomRight(), mark.bottomLeft()}));
    }
}

QString YamlEditor::marksAt(int y) const
{
    QStringList lines;
    const int line = cursorForPosition(QPoint(0, y)).blockNumber() + 1;
    for (const SpecDiagnostic &diagnostic : m_diagnostics) {
        if (diagnostic.line == line)
            lines.append(diagnostic.remedy.isEmpty() ? diagnostic.text : diagnostic.text + u'\n' + diagnostic.remedy);
    }
    return lines.join(u'\n');
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

void YamlEditor::replaceRange(qsizetype position, qsizetype length, const QString &replacement)
{
    const qsizetype end = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(int(std::clamp<qsizetype>(position, 0, end)));
    cursor.setPosition(int(std::clamp<qsizetype>(position + length, 0, end)), QTextCursor::KeepAnchor);
    cursor.insertText(replacement);
    setTextCursor(cursor);
}

// Keys

void YamlEditor::newLine()
{
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().first(cursor.positionInBlock());
    const QString trimmed = before.trimmed();
    int indent = leadingSpaces(before);
    if (trimmed.endsWith(u':') || trimmed.endsWith(u'|') || trimmed.endsWith(u'>'))
        indent += trimmed.startsWith("- "_L1) ? 4 : 2;
    else if (trimmed.startsWith("- "_L1) && trimmed.contains(": "_L1))
        indent += 2;
    cursor.insertText(u"\n"_s + QString(indent, u' '));
    setTextCursor(cursor);
}

void YamlEditor::indentSelection(bool deeper)
{
    QTextCursor cursor = textCursor();
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid(); block = block.next()) {
        QTextCursor edit(block);
        const int spaces = leadingSpaces(block.text());
        if (deeper) {
            edit.insertText(u"  "_s);
        } else if (spaces > 0) {
            edit.setPosition(block.position() + std::min(2, spaces), QTextCursor::KeepAnchor);
            edit.removeSelectedText();
        }
        if (block == last)
            break;
    }
    cursor.endEditBlock();
}

void YamlEditor::toggleComment()
{
    QTextCursor cursor = textCursor();
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    QList<QTextBlock> blocks;
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid(); block = block.next()) {
        if (!block.text().trimmed().isEmpty())
            blocks.append(block);
        if (block == last)
            break;
    }
    const bool commented
        = std::ranges::all_of(blocks, [](const QTextBlock &block) { return block.text().trimmed().startsWith(u'#'); });
    cursor.beginEditBlock();
    for (const QTextBlock &block : std::as_const(blocks)) {
        QTextCursor edit(block);
        edit.setPosition(block.position() + leadingSpaces(block.text()));
        if (!commented) {
            edit.insertText(u"# "_s);
            continue;
        }
        const bool spaced = block.text().trimmed().startsWith("# "_L1);
        edit.setPosition(edit.position() + (spaced ? 2 : 1), QTextCursor::KeepAnchor);
        edit.removeSelectedText();
    }
    cursor.endEditBlock();
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
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier && key == Qt::Key_Space)
        return complete();
    if (modifiers == Qt::ControlModifier && key == Qt::Key_Slash)
        return toggleComment();
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        applyFixAtCursor();
        return;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && modifiers == Qt::NoModifier)
        return newLine();
    if (key == Qt::Key_Tab && modifiers == Qt::NoModifier) {
        if (textCursor().hasSelection())
            indentSelection(true);
        else
            insertPlainText(textCursor().positionInBlock() % 2 == 0 ? u"  "_s : u" "_s);
        return;
    }
    if (key == Qt::Key_Backtab)
        return indentSelection(false);
    QPlainTextEdit::keyPressEvent(event);
    if (popup)
        complete();
}

} // namespace views
