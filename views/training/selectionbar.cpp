// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/selectionbar.h"

#include "models/core/format.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace views {

SelectionBar::SelectionBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new Label({}, TextRole::Body, this))
    , m_age(new Label({}, TextRole::Caption, this))
    , m_suspend(new QPushButton(icon(u"pause"_s), tr("Suspend"), this))
    , m_resume(new QPushButton(icon(u"play"_s), tr("Resume"), this))
    , m_delete(new QPushButton(icon(u"trash"_s), tr("Delete"), this))
    , m_compare(new QPushButton(icon(u"compare"_s), tr("Compare"), this))
    , m_clock(new QTimer(this))
{
    m_text->setMuted(true);
    m_age->setMuted(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::xs, space::m, space::xs);
    row->setSpacing(space::xs);
    row->addWidget(m_text);
    row->addSpacing(space::s);
    for (auto *button : {m_suspend, m_resume, m_delete}) {
        setButtonRole(button, ButtonRole::Flat);
        row->addWidget(button);
    }
    setButtonRole(m_compare, ButtonRole::Flat);
    row->addWidget(m_compare);
    row->addStretch();
    row->addWidget(m_age);
    m_delete->setShortcut(QKeySequence::Delete);
    m_delete->setToolTip(
        tr("Delete the selected jobs (%1)").arg(QKeySequence(QKeySequence::Delete).toString(QKeySequence::NativeText)));
    connect(m_suspend, &QPushButton::clicked, this, &SelectionBar::suspendRequested);
    connect(m_resume, &QPushButton::clicked, this, &SelectionBar::resumeRequested);
    connect(m_delete, &QPushButton::clicked, this, &SelectionBar::deleteRequested);
    connect(m_compare, &QPushButton::clicked, this, &SelectionBar::compareRequested);
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, &SelectionBar::tellAge);
    m_clock->start();
    refresh();
}

void SelectionBar::setCounts(int selected, int shown)
{
    m_selected = selected;
    m_shown = shown;
    refresh();
}

void SelectionBar::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void SelectionBar::refresh()
{
    m_text->setText(m_selected > 0 ? tr("%1 of %2 selected").arg(m_selected).arg(m_shown)
                                   : tr("%n job(s)", nullptr, m_shown));
    for (auto *button : {m_suspend, m_resume, m_delete}) {
        button->setVisible(m_selected > 0);
        button->setEnabled(!m_readOnly);
        if (m_readOnly)
            button->setToolTip(tr("This context is read-only."));
    }
    refreshCompare();
}

/// Comparing changes nothing, so it is offered in read-only contexts, too.
void SelectionBar::refreshCompare()
{
    constexpr int most = 8;
    m_compare->setVisible(m_selected > 1);
    m_compare->setEnabled(m_selected <= most);
    m_compare->setToolTip(m_selected <= most ? tr("Curves over each other, final values, parameters that differ")
                                             : tr("Choose two to eight jobs."));
}

void SelectionBar::setLastChange(const QDateTime &at)
{
    m_lastChange = at;
    tellAge();
}

void SelectionBar::tellAge()
{
    const auto seconds = m_lastChange.secsTo(QDateTime::currentDateTime());
    m_age->setText(m_lastChange.isValid() ? tr("last change %1 ago").arg(models::durationText(seconds)) : QString());
}

} // namespace views
