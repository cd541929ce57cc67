// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/confirmbar.h"

#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace views {

ConfirmBar::ConfirmBar(QWidget *parent)
    : QFrame(parent)
    , m_question(new Label({}, TextRole::Strong, this))
    , m_yes(new QPushButton(this))
    , m_no(new QPushButton(tr("Keep"), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_question->setWordWrap(true);
    setButtonRole(m_yes, ButtonRole::Danger);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    row->addWidget(m_question, 1);
    row->addWidget(m_no);
    row->addWidget(m_yes);
    hide();
    connect(m_no, &QPushButton::clicked, this, &ConfirmBar::dismiss);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const auto confirmed = std::exchange(m_confirmed, nullptr);
        dismiss();
        if (confirmed)
            confirmed();
    });
}

void ConfirmBar::ask(const QString &question, const QString &verb, std::function<void()> confirmed)
{
    m_question->setText(question);
    m_yes->setText(verb);
    m_confirmed = std::move(confirmed);
    show();
    m_no->setFocus(); // Return must not destroy by habit
}

void ConfirmBar::dismiss()
{
    m_confirmed = nullptr;
    hide();
}

void ConfirmBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace views
