// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace models {
class LogDocument;
class RuleBook;
}

namespace views {

/// The rules by which metrics are read from log lines: those of the program to be read, the user's own to be written,
/// with what they would read from the end of a log beside them while they are typed.
class RulesPage : public QWidget
{
    Q_OBJECT
public:
    /// The book must outlive the page.
    explicit RulesPage(models::RuleBook &book, QWidget *parent = nullptr);
    ~RulesPage() override;

    /// Whose lines the rules are tried on; may die before the page. Null: only examples.
    void setDocument(models::LogDocument *document, const QString &title);
    /// Begin a rule.
    void startNew();

signals:
    void backRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
