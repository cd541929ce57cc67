// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace models {
class LogDocument;
class RuleBook;
}

namespace views {

/// A log file from disk (plain, .gz, .zst) as a page of its own: reader and, once metrics are found, curves.
class LogFilePage : public QWidget
{
    Q_OBJECT
public:
    explicit LogFilePage(QWidget *parent = nullptr);
    ~LogFilePage() override;

    /// The user's own rules; call before open(). The book must outlive the page.
    void setRuleBook(const models::RuleBook &book);
    /// Opens at once, reads in the background; what cannot be read is said on the page.
    void open(const QString &fileName);
    QString fileName() const;
    models::LogDocument *document() const;

signals:
    void backRequested();
    void rulesRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
