// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/formtable.h"

#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace views {

using namespace Qt::StringLiterals;
using models::FormEdit;

FormTable::FormTable(const models::FormField &field, QWidget *parent)
    : FormRow(field, parent)
    , m_body(new QWidget)
    , m_rows(new QVBoxLayout(m_body))
    , m_more(new Label({}, TextRole::Caption))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::xs);
    m_rows->addWidget(m_more);
    m_more->setMuted(true);
    setEditor(m_body, true);
    addButton();
    show(true);
}

QString FormTable::kindName(const QString &kind)
{
    return kind == "memory"_L1 ? tr("Shared memory") : tr("PersistentVolumeClaim");
}

/// One button for all: two would be wider than the column.
void FormTable::addButton()
{
    auto *button = new QPushButton(icon(u"plus"_s), tr("Add"));
    setButtonRole(button, ButtonRole::Flat);
    button->setObjectName(u"add"_s);
    button->setAccessibleName(tr("Add to %1").arg(shown().label));
    watch(button);
    addBesideLabel(button);
    connect(button, &QPushButton::clicked, this, [this, button] {
        if (shown().rowKinds.isEmpty())
            return send(FormEdit::Kind::AddRow);
        auto *menu = new QMenu(this);
        menu->setObjectName(u"kinds"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const QString &kind : shown().rowKinds)
            connect(menu->addAction(kindName(kind)), &QAction::triggered, this,
                    [this, kind] { send(FormEdit::Kind::AddRow, kind); });
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    });
}

void FormTable::sendCell(int row, int column, const QString &text)
{
    const QString before = std::exchange(m_entries[row].sent[column], text);
    setRefusal({});
    emit edited({.kind = FormEdit::Kind::SetCell, .path = field().path, .value = text, .row = row, .column = column});
    if (wasRefused() && row < m_entries.size())
        m_entries[row].sent[column] = before;
}

QLineEdit *FormTable::makeCell(int row, int column)
{
    auto *edit = new QLineEdit;
    edit->setAccessibleName(u"%1, %2"_s.arg(shown().label, shown().columns.value(column)));
    edit->setPlaceholderText(shown().columns.value(column));
    edit->setMinimumWidth(40);
    connect(edit, &QLineEdit::textEdited, this, [this, row, column](const QString &text) {
        if (!text.isEmpty() || column > 0)
            sendCell(row, column, text);
    });
    return edit;
}

FormTable::Entry FormTable::makeEntry(int row)
{
    Entry entry;
    entry.widget = new QWidget;
    auto *layout = new QGridLayout(entry.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    const bool wide = shown().columns.size() > 2; // the middle one says what the entry is
    entry.cells = {makeCell(row, 0), makeCell(row, wide ? 2 : 1)};
    entry.sent = QStringList(shown().columns.size());
    entry.note = new Label({}, TextRole::Caption);
    entry.note->setMuted(true);
    entry.note->setWordWrap(true);
    entry.remove = new QPushButton(icon(u"cross"_s), {});
    entry.remove->setAccessibleName(tr("Remove from %1").arg(shown().label));
    entry.remove->setToolTip(tr("Remove"));
    entry.remove->setObjectName(u"remove"_s);
    setButtonRole(entry.remove, ButtonRole::Flat);
    layout->addWidget(entry.cells[0], 0, 0);
    layout->addWidget(entry.cells[1], 0, 1);
    layout->addWidget(entry.remove, 0, 2);
    layout->addWidget(entry.note, 1, 0, 1, 3);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    watch(entry.widget);
    connect(entry.remove, &QPushButton::clicked, this, [this, row] {
        setRefusal({});
        emit edited({.kind = FormEdit::Kind::RemoveRow, .path = field().path, .row = row});
    });
    return entry;
}

void FormTable::showEntry(Entry &entry, const models::FormEntry &row, bool whole)
{
    const bool wide = shown().columns.size() > 2;
    for (int i = 0; i < 2; ++i) {
        const int column = i == 0 ? 0 : wide ? 2 : 1;
        QLineEdit *edit = entry.cells[i];
        const QString value = row.cells.value(column);
        const bool typing = edit->hasFocus() && !whole && entry.sent[column] == value;
        if (!typing && edit->text() != value)
            edit->setText(value);
        if (!edit->hasFocus())
            edit->setCursorPosition(0); // a long word is read from its beginning
        entry.sent[column] = value;
        edit->setReadOnly(i > 0 && !row.note.isEmpty());
        edit->setVisible(i == 0 || row.note.isEmpty());
    }
    const QString note = wide ? row.cells.value(1) : row.note;
    entry.note->setText(note);
    entry.note->setVisible(!note.isEmpty());
}

void FormTable::show(bool whole)
{
    const QList<models::FormEntry> &rows = shown().rows;
    while (m_entries.size() > rows.size())
        delete m_entries.takeLast().widget;
    while (m_entries.size() < rows.size()) {
        m_entries.append(makeEntry(int(m_entries.size())));
        m_rows->insertWidget(int(m_entries.size()) - 1, m_entries.last().widget);
    }
    for (qsizetype i = 0; i < rows.size(); ++i)
        showEntry(m_entries[i], rows[i], whole);
    m_more->setText(tr("%n more in the YAML", nullptr, shown().moreRows));
    m_more->setVisible(shown().moreRows > 0);
    m_body->setVisible(!rows.isEmpty());
    setEnabled(shown().lockedBecause.isEmpty());
}

} // namespace views
