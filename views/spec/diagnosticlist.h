// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specdiagnostic.h"

#include <QAbstractListModel>
#include <QListView>

namespace views {

/// The problems of a spec as rows.
class DiagnosticModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setDiagnostics(const QList<models::SpecDiagnostic> &diagnostics);
    const models::SpecDiagnostic &at(int row) const { return m_diagnostics[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<models::SpecDiagnostic> m_diagnostics;
};

/// The list of problems under the editor: a click goes to the place, a click on the fix mends it.
class DiagnosticList : public QListView
{
    Q_OBJECT
public:
    explicit DiagnosticList(QWidget *parent = nullptr);

    void setDiagnostics(const QList<models::SpecDiagnostic> &diagnostics);
    DiagnosticModel &rows() { return *m_model; }

    QSize sizeHint() const override;

signals:
    void placeRequested(const models::SpecDiagnostic &diagnostic);
    void fixRequested(const models::SpecFix &fix);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    DiagnosticModel *m_model;
};

} // namespace views
