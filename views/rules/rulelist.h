// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/rulebook.h"

#include <QWidget>

class QListWidget;
class QListWidgetItem;

namespace views {

/// The user's own rules above those that come with the program.
class RuleList : public QWidget
{
    Q_OBJECT
public:
    explicit RuleList(models::RuleBook &book, QWidget *parent = nullptr);

    /// Chooses an own rule without telling; empty: none.
    void choose(const QString &name);

signals:
    void ownChosen(const QString &name);
    void builtInChosen(const models::BuiltInRule &rule);
    void newRequested();
    void importRequested();
    void exportRequested();

private:
    void fill();
    void addHeading(const QString &text);
    void tell(const QListWidgetItem *item);

    models::RuleBook &m_book;
    const QList<models::BuiltInRule> m_builtIn = models::builtInRules();
    QListWidget *m_list;
    QWidget *m_export = nullptr;
    QString m_chosen;
};

} // namespace views
