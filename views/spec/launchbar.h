// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace views {

class Label;

/// The head of the Launch page: title, templates, problems, dry run, launch.
class LaunchBar : public QWidget
{
    Q_OBJECT
public:
    explicit LaunchBar(QWidget *parent = nullptr);

    void setTarget(const QString &context, const QString &ns);
    void setReadOnly(bool readOnly);
    /// The sandbox can be tried from here: the target is another cluster, or none.
    void setSandboxOffered(bool offered);
    void setBusy(bool busy);
    bool mayApply() const { return !m_busy && !m_readOnly; }
    void setProblems(int errors, int warnings);
    void setEmpty(bool empty); ///< there is nothing to launch
    bool isFormShown() const;
    void setFormOffered(bool offered); ///< there is an editor that a form can stand beside
    void clickForm();
    void clickLaunch();
    void clickDryRun();
    void clickCompare();

signals:
    void templatesRequested();
    void formToggled(bool shown);
    void openRequested();
    void problemsRequested();
    void compareRequested();
    void sandboxRequested();
    void dryRunRequested();
    void launchRequested();
    void cancelRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *make(QPushButton *button, const QString &name, void (LaunchBar::*signal)());
    void refresh();
    void fitTexts();
    QString problemText() const;

    Label *m_title;
    QPushButton *m_templates;
    QPushButton *m_open;
    QPushButton *m_form;
    QPushButton *m_problems;
    QPushButton *m_compare;
    QPushButton *m_sandbox;
    QPushButton *m_dryRun;
    QPushButton *m_launch;
    QPushButton *m_cancel;
    QString m_context, m_namespace;
    int m_errors = 0, m_warnings = 0;
    bool m_readOnly = false, m_busy = false, m_empty = true, m_sandboxOffered = false;
};

} // namespace views
