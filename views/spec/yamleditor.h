// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specdiagnostic.h"
#include "models/spec/specdocument.h"
#include "views/spec/folding.h"
#include "views/spec/textsearch.h"

#include <QPlainTextEdit>

#include <functional>

class QCompleter;
class QStandardItemModel;

namespace views {

class EditorGutter;
class YamlColors;

/// A text editor for YAML: colours, line numbers with marks of diagnostics, squiggles, completion, quick fixes. Knows
/// nothing of Kubernetes: what is wrong and what fits comes from its owner.
class YamlEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    using Completions = std::function<QList<models::SpecCompletion>(qsizetype position)>;
    using Explanation = std::function<QString(qsizetype position)>;

    explicit YamlEditor(QWidget *parent = nullptr);

    void setDiagnostics(const QList<models::SpecDiagnostic> &diagnostics);
    void setCompletions(Completions completions) { m_completions = std::move(completions); }
    void setExplanation(Explanation explanation) { m_explanation = std::move(explanation); }

    /// Replaces the whole text as one step that can be undone.
    void replaceText(const QString &text);
    enum class UndoStep
    {
        Own,
        Joined ///< undone together with the step before
    };
    void replaceRange(qsizetype position, qsizetype length, const QString &replacement, UndoStep step = UndoStep::Own);
    /// Puts the cursor there and the line into view; the focus stays where it is.
    void showPosition(qsizetype position);
    void select(const QTextCursor &cursor); ///< and brings it into view
    TextSearch &search() { return m_search; }
    void showMatches(); ///< of the search, in the lines that are visible
    Folding &folding() { return m_folding; }
    void goTo(const models::SpecDiagnostic &diagnostic);
    /// The first fix of a diagnostic on the cursor's line; false if there is none.
    bool applyFixAtCursor();

    int gutterWidth() const;
    void paintGutter(QPaintEvent *event);
    /// Diagnostics of the line at a height of the gutter, as plain text.
    QString marksAt(int y) const;
    void clickGutter(const QPoint &place);

public slots:
    void complete();
    /// Two columns a level, comments kept; says so where that cannot be done.
    void reindent();

signals:
    void searchRequested(bool replacing);
    void searchNextRequested(bool forward);
    void lineRequested();
    /// A sentence about what could not be done.
    void refused(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override; ///< files are the page's business
    void insertFromMimeData(const QMimeData *source) override;

private:
    void createCompleter();
    void insertCompletion(const QModelIndex &index);
    bool runCommand(QKeyEvent &event);
    void offerFixes(int line, const QPoint &place);
    void applyFix(const models::SpecFix &fix);
    void cursorMoved();
    void placeGutter();
    void paintMark(QPainter &painter, const QTextBlock &block, const QRectF &line) const;
    void paintFold(QPainter &painter, const QTextBlock &block, const QRectF &line) const;
    QList<QTextEdit::ExtraSelection> matchSelections() const;
    void applyTheme();
    void refreshSelections();
    QTextEdit::ExtraSelection selectionOf(const models::SpecDiagnostic &diagnostic) const;
    models::DiagnosticSeverity worstOf(int line, bool &found) const;

    YamlColors *m_colors;
    EditorGutter *m_gutter = nullptr;
    QCompleter *m_completer = nullptr;
    QStandardItemModel *m_completionModel = nullptr;
    QList<models::SpecDiagnostic> m_diagnostics;
    TextSearch m_search {*this};
    Folding m_folding {*this};
    Completions m_completions;
    Explanation m_explanation;
};

} // namespace views
