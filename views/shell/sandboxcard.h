// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/card.h"

class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace models {
class SandboxSupervisor;
}

namespace views {

class ElidedLabel;
class Label;
class StepList;

/// The first door: starts the sandbox and says honestly how far it is. The supervisor must outlive it.
class SandboxCard : public Card
{
    Q_OBJECT
public:
    explicit SandboxCard(models::SandboxSupervisor &sandbox, QWidget *parent = nullptr);

signals:
    void openRequested(); ///< it is up: go in

private:
    void build();
    void refresh();
    void refreshProgress();
    void press();

    models::SandboxSupervisor &m_sandbox;
    Label *m_words;
    Label *m_remedy;
    StepList *m_steps;
    QWidget *m_progress;
    Label *m_step;
    ElidedLabel *m_doing;
    Label *m_time;
    QProgressBar *m_bar;
    QPushButton *m_action;
    QPushButton *m_cancel;
    QPushButton *m_logToggle;
    QPlainTextEdit *m_log;
};

} // namespace views
