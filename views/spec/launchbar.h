// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace views {

class Label;
class StatePill;

/// The head of the Launch page: title, templates, problems, dry run, launch.
class LaunchBar : public QWidget
{
    Q_OBJECT
public:
    explicit LaunchBar(QWidget *parent = nullptr);

    void setTarget(const QString &context, const QString &ns);
    void setReadOnly(bool readOnly);
    void setBusy(bool busy);
    void setProblems(int errors, int warnings);
    void setEmpty(bool empty); ///< there is nothing to launch
    void clickLaunch();
    void clickDryRun();

signals:
    void templatesRequested();
    void openRequested();
    void problemsRequested();
    void dryRunRequested();
    void launchRequested();
    void cancelRequested();

private:
    void refresh();
    QString problemText() const;

    QPushButton *m_templates;
    QPushButton *m_open;
    QPushButton *m_problems;
    QPushButton *m_dryRun;
    QPushButton *m_launch;
    QPushButton *m_cancel;
    QString m_context, m_namespace;
    int m_errors = 0, m_warnings = 0;
    bool m_readOnly = false, m_busy = false, m_empty = true;
};

} // namespace views
