// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QPushButton;
class QTimer;

namespace views {

class Label;

/// The foot of the training table: how many are selected, what can be done with them, when the table last changed.
class SelectionBar : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionBar(QWidget *parent = nullptr);

    void setCounts(int selected, int shown);
    void setReadOnly(bool readOnly);
    void setLastChange(const QDateTime &at);

signals:
    void suspendRequested();
    void resumeRequested();
    void deleteRequested();
    void compareRequested();

private:
    void refresh();
    void refreshCompare();
    void tellAge();

    Label *m_text;
    Label *m_age;
    QPushButton *m_suspend;
    QPushButton *m_resume;
    QPushButton *m_delete;
    QPushButton *m_compare;
    QTimer *m_clock;
    QDateTime m_lastChange;
    int m_selected = 0;
    int m_shown = 0;
    bool m_readOnly = false;
};

} // namespace views
