// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/convert/conversion.h"

#include <QAbstractListModel>
#include <QListView>

namespace views {

/// What became of the fields of a converted text, what is lost first.
class NoteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setNotes(const QList<models::ConversionNote> &notes);
    const models::ConversionNote &at(int row) const { return m_notes[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<models::ConversionNote> m_notes;
};

class NoteList : public QListView
{
    Q_OBJECT
public:
    explicit NoteList(QWidget *parent = nullptr);

    void setNotes(const QList<models::ConversionNote> &notes) { m_model->setNotes(notes); }
    NoteModel &rows() { return *m_model; }

signals:
    void noteChosen(const models::ConversionNote &note);

private:
    NoteModel *m_model;
};

} // namespace views
