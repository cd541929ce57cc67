// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QPushButton;

namespace views {

class Label;

/// Asks before something is destroyed, in the page instead of above it: "Delete digits-ddp and its 3 pods?  Delete
/// Keep". Hidden until ask(); Escape keeps.
class ConfirmBar : public QFrame
{
    Q_OBJECT
public:
    explicit ConfirmBar(QWidget *parent = nullptr);

    /// `confirmed` runs once if the user says yes; asking again replaces the question.
    void ask(const QString &question, const QString &verb, std::function<void()> confirmed);
    void dismiss();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Label *m_question;
    QPushButton *m_yes;
    QPushButton *m_no;
    std::function<void()> m_confirmed;
};

} // namespace views
