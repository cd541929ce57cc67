// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specdiagnostic.h"
#include "models/spec/specform.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace views {

class FormRow;
class Label;

/// The form beside the editor: fields of the document that the text cursor is in. It edits nothing itself: what a user
/// does goes out as edits, and what the text says comes back. Fields that stay keep their widgets.
class FormPane : public QWidget
{
    Q_OBJECT
public:
    explicit FormPane(QWidget *parent = nullptr);

    void setForms(const QList<models::SpecForm> &forms);
    /// A sentence that says why the form waits; the fields stay as they were. Empty: it goes on.
    void setPaused(const QString &sentence);
    void setDiagnostics(const QList<models::SpecDiagnostic> &diagnostics);
    void setFreeGpus(int free);
    /// The line that the text cursor is in: its document is shown, its field marked.
    void showLine(int line);
    /// Why an edit was not made.
    void setRefusal(const QString &path, const QString &sentence);
    int document() const { return m_form.document; }
    bool hasForm() const { return !m_form.sections.isEmpty(); }

signals:
    void edited(int document, const models::FormEdit &edit);
    /// A field got the keyboard: where it stands in the text.
    void fieldEntered(qsizetype position);
    void undoRequested();
    void redoRequested();
    void pausePlaceRequested(); ///< the way to what is wrong was asked for

private:
    struct Section
    {
        QWidget *widget = nullptr;
        QPushButton *head = nullptr;
        QPushButton *remove = nullptr;
        QString partOf {};
        QWidget *body = nullptr;
        QVBoxLayout *rows = nullptr;
    };

    QWidget *makeHead();
    void showForm(const models::SpecForm &form);
    void showDocuments();
    Section makeSection(const models::FormSection &section);
    Section &sectionOf(const models::FormSection &section, int place);
    FormRow *rowOf(const models::FormField &field);
    void dropOthers(const models::SpecForm &form);
    void showProblems();
    void mark(int line);
    const models::SpecForm *formAt(int line) const;

    QList<models::SpecForm> m_forms;
    models::SpecForm m_form;
    QList<models::SpecDiagnostic> m_diagnostics;
    QHash<QString, Section> m_sections;
    QHash<QString, FormRow *> m_rows;
    QComboBox *m_documents;
    QWidget *m_pause;
    Label *m_pauseText;
    QScrollArea *m_scroll;
    QWidget *m_fields;
    QVBoxLayout *m_layout;
    Label *m_others;
    Label *m_empty;
    int m_free = -1, m_line = 1;
};

} // namespace views
