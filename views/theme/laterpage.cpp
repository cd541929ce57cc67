// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/laterpage.h"

#include <QVBoxLayout>

namespace views {

LaterPage::LaterPage(Make make, QWidget *parent)
    : QWidget(parent)
    , m_make(std::move(make))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

QWidget *LaterPage::content()
{
    if (auto make = std::exchange(m_make, {})) {
        m_content = make();
        layout()->addWidget(m_content);
        layout()->activate(); // so that it has its size before it is shown
        m_content->show(); // a layout that is visible shows it only when the event loop runs
    }
    return m_content;
}

void LaterPage::showEvent(QShowEvent *event)
{
    content();
    QWidget::showEvent(event);
}

} // namespace views
