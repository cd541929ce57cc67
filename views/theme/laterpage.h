// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

namespace views {

/// The page of a tab, made when it is first shown, or earlier when somebody asks for it: a page of five tabs need not
/// make four that nobody may look at before its first picture.
class LaterPage : public QWidget
{
    Q_OBJECT
public:
    using Make = std::function<QWidget *()>;
    explicit LaterPage(Make make, QWidget *parent = nullptr);

    /// Made by now.
    QWidget *content();

protected:
    void showEvent(QShowEvent *event) override;

private:
    Make m_make;
    QWidget *m_content = nullptr;
};

} // namespace views
