// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specform.h"

#include <QWidget>

namespace views {

class Label;

/// One field of a form: label, editor, and what is wrong with it. Made by makeFormRow(); keeps its editor for as long
/// as the field exists, so that nothing is taken from under the cursor.
class FormRow : public QWidget
{
    Q_OBJECT
public:
    explicit FormRow(const models::FormField &field, QWidget *parent = nullptr);

    const models::FormField &field() const { return m_field; }
    /// What the text says now. An editor that shows something else than it said before keeps what is being typed.
    void setField(const models::FormField &field);
    /// A sentence below the editor; empty: none.
    void setProblem(const QString &sentence, bool warning);
    /// Why the last edit was not made; stays until the next one.
    void setRefusal(const QString &sentence);
    void setCurrent(bool current); ///< the text cursor is in its lines
    virtual void setFreeGpus(int free);
    QString problem() const;

signals:
    void edited(const models::FormEdit &edit);
    void entered(); ///< the keyboard focus came in
    void undoRequested();
    void redoRequested();

protected:
    /// Puts the field's value into the editor. `whole`: also where the editor holds something that is not in the text.
    virtual void show(bool whole) = 0;
    void setEditor(QWidget *editor, bool below = false);
    void send(models::FormEdit::Kind kind, const QString &value = {});
    /// Focus and undo keys of an editor's parts are watched.
    void watch(QWidget *part);
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    const models::FormField &shown() const { return m_field; }
    bool wasRefused() const { return !m_refusal.isEmpty(); }
    void addBesideLabel(QWidget *widget);
    virtual void showProblem();

private:
    void showLabel();

    models::FormField m_field;
    Label *m_label;
    Label *m_problemLabel;
    QString m_problem, m_refusal;
    bool m_warning = false, m_current = false;
};

FormRow *makeFormRow(const models::FormField &field, QWidget *parent = nullptr);

} // namespace views
