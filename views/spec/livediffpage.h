// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/livedifference.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace views {

class DiffView;
class EmptyState;
class Label;

/// What applying a text would change on the cluster, object by object.
class LiveDiffPage : public QWidget
{
    Q_OBJECT
public:
    explicit LiveDiffPage(QWidget *parent = nullptr);

    void setDifferences(const QList<models::LiveDifference> &differences);
    /// Applying is not offered (read-only shield, busy).
    void setApplyEnabled(bool enabled);

signals:
    void backRequested();
    void applyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void show(int index);

    QList<models::LiveDifference> m_differences;
    bool m_mayApply = true;
    Label *m_sentence;
    QComboBox *m_objects;
    QPushButton *m_apply;
    QStackedWidget *m_stack;
    DiffView *m_view;
    EmptyState *m_same;
};

} // namespace views
