// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/spec/formrow.h"

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace views {

class Label;

/// A field that holds entries: environment, volumes, labels. Entries keep their editors while others come and go.
class FormTable : public FormRow
{
    Q_OBJECT
public:
    explicit FormTable(const models::FormField &field, QWidget *parent = nullptr);

protected:
    void show(bool whole) override;

private:
    struct Entry
    {
        QWidget *widget = nullptr;
        QList<QLineEdit *> cells;
        QStringList sent;
        Label *note = nullptr;
        QPushButton *remove = nullptr;
    };

    static QString kindName(const QString &kind);
    void addButton();
    Entry makeEntry(int row);
    QLineEdit *makeCell(int row, int column);
    void showEntry(Entry &entry, const models::FormEntry &row, bool whole);
    void sendCell(int row, int column, const QString &text);

    QList<Entry> m_entries;
    QWidget *m_body;
    QVBoxLayout *m_rows;
    Label *m_more;
};

} // namespace views
