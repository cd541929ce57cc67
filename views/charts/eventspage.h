// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace views {

/// TensorBoard's event files of a local folder (or one file) as a page of its own: their curves.
class EventsPage : public QWidget
{
    Q_OBJECT
public:
    explicit EventsPage(const QString &path, QWidget *parent = nullptr);
    ~EventsPage() override;

signals:
    void backRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
