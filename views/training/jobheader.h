// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/jobdetail.h"

#include <QWidget>

class QPushButton;
class QTimer;
class QToolButton;

namespace views {

class ElidedLabel;
class Label;
class StatePill;

/// The head of a job's page: way back, name, state, kind · namespace · age, verbs.
class JobHeader : public QWidget
{
    Q_OBJECT
public:
    explicit JobHeader(models::JobDetail &detail, QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);

signals:
    void backRequested();
    void suspendRequested(bool suspend);
    void cloneRequested();
    void deleteRequested();
    void reportRequested();
    void compareRequested();

private:
    void refresh();
    void tellAge();
    void addVerbs(class QHBoxLayout *row);
    void addMore(QHBoxLayout *row);

    models::JobDetail &m_detail;
    ElidedLabel *m_name;
    StatePill *m_pill;
    Label *m_facts;
    QPushButton *m_suspend;
    QPushButton *m_clone;
    QPushButton *m_delete;
    QToolButton *m_more;
    QTimer *m_clock;
    bool m_readOnly = false;
};

} // namespace views
