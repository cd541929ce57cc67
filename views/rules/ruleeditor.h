// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/rulepreview.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace views {

class Label;

/// One rule as a form. Knows nothing of where rules are kept: the page asks and tells.
class RuleEditor : public QWidget
{
    Q_OBJECT
public:
    explicit RuleEditor(QWidget *parent = nullptr);

    void setRule(const models::OwnRule &rule, bool isNew);
    models::OwnRule rule() const;
    void setExample(const QString &line);
    /// What the present rule reads, from the log and from its example: hints stand beside their fields.
    void showPreview(const models::RulePreview &preview, const models::RulePreview &ofExample);

signals:
    void edited();
    void saveRequested();
    void deleteRequested();

private:
    void addKind(QFormLayout *form);
    void addPattern(QFormLayout *form);
    void addGroups(QFormLayout *form);
    void addExample(QFormLayout *form);
    void addButtons(QBoxLayout *column);
    void chooseKind();
    void fillGroups(const QStringList &groups, const std::array<QString, 3> &choices);
    std::array<QString, 3> chosenGroups() const; ///< for value, step, epoch; empty: by the group's name
    QLineEdit *makeEdit(const QString &name, const QString &placeholder);

    QLineEdit *m_name;
    QToolButton *m_text;
    QToolButton *m_expression;
    QLineEdit *m_pattern;
    Label *m_help;
    Label *m_hint;
    QWidget *m_groupBox = nullptr;
    std::array<QComboBox *, 3> m_groups {}; // value, step, epoch
    QStringList m_known; // groups that can be chosen
    QLineEdit *m_example;
    Label *m_exampleReads;
    QCheckBox *m_on;
    QPushButton *m_save = nullptr;
    QPushButton *m_delete = nullptr;
    bool m_filling = false;
};

} // namespace views
