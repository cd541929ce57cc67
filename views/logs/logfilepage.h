// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace views {

/// A log file from disk (plain, .gz, .zst) as a page of its own: reader and, once metrics are found, curves.
class LogFilePage : public QWidget
{
    Q_OBJECT
public:
    explicit LogFilePage(QWidget *parent = nullptr);
    ~LogFilePage() override;

    /// Opens at once, reads in the background; what cannot be read is said on the page.
    void open(const QString &fileName);
    QString fileName() const;

signals:
    void backRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
