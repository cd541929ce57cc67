// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/gotobar.h"

#include "views/theme/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace views {

using namespace Qt::StringLiterals;

GoToBar::GoToBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_hint(new Label({}, TextRole::Caption, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    auto *title = new Label(tr("Go to"), TextRole::Body, this);
    title->setBuddy(m_field);
    m_field->setPlaceholderText(tr("14:02:11, +90s, line 1200, end"));
    m_field->setAccessibleName(tr("Go to a line or a time"));
    m_field->setMinimumWidth(160);
    m_field->setMaximumWidth(260);
    auto *leave = new QToolButton(this);
    leave->setIcon(icon(u"cross"_s));
    leave->setAutoRaise(true);
    leave->setToolTip(tr("Close (Esc)"));
    layout->addWidget(title);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_hint, 1);
    layout->addStretch();
    layout->addWidget(leave);
    setHint({});
    connect(leave, &QToolButton::clicked, this, &GoToBar::close);
    connect(m_field, &QLineEdit::textEdited, this, [this] { setHint({}); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { emit chosen(m_field->text()); });
    hide();
}

void GoToBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void GoToBar::close()
{
    hide();
    emit closed();
}

void GoToBar::setHint(const QString &hint)
{
    m_hint->setTone(hint.isEmpty() ? models::Tone::Neutral : models::Tone::Bad);
    m_hint->setMuted(hint.isEmpty());
    m_hint->setText(hint.isEmpty() ? tr("Enter goes there") : hint);
}

void GoToBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QWidget::keyPressEvent(event);
}

} // namespace views
