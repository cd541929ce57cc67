// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specdiagnostic.h"
#include "models/spec/specdocument.h"

#include <QPlainTextEdit>

#include <functional>
#include <memory>

namespace KSyntaxHighlighting {
class Repository;
}

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
    ~YamlEditor() override;

    void setDiagnostics(const QList<models::SpecDiagnostic> &diagnostics);
    void setCompletions(Completions completions) { m_completions = std::move(completions); }
    void setExplanation(Explanation explanation) { m_explanation = std::move(explanation); }

    /// Replaces the whole text as one step that can be undone.
    void replaceText(const QString &text);
    void replaceRange(qsizetype position, qsizetype length, const QString &replacement);
    void goTo(const models::SpecDiagnostic &diagnostic);
    /// The first fix of a diagnostic on the cursor's line; false if there is none.
    bool applyFixAtCursor();

    int gutterWidth() const;
    void paintGutter(QPaintEvent *event);
    /// Diagnostics of the line at a height of the gutter, as plain text.
    QString marksAt(int y) const;

public slots:
    void complete();
    void toggleComment();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override; ///< files are the page's business

private:
    void createCompleter();
    void insertCompletion(const QModelIndex &index);
    void newLine();
    void indentSelection(bool deeper);
    void placeGutter();
    void applyTheme();
    void refreshSelections();
    QTextEdit::ExtraSelection selectionOf(const models::SpecDiagnostic &diagnostic) const;
    models::DiagnosticSeverity worstOf(int line, bool &found) const;

    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    YamlColors *m_highlighter = nullptr;
    EditorGutter *m_gutter = nullptr;
    QCompleter *m_completer = nullptr;
    QStandardItemModel *m_completionModel = nullptr;
    QList<models::SpecDiagnostic> m_diagnostics;
    Completions m_completions;
    Explanation m_explanation;
};

} // namespace views
