// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/jobheader.h"

#include "models/core/format.h"
#include "views/theme/labels.h"
#include "views/theme/statepill.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

JobHeader::JobHeader(models::JobDetail &detail, QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_name(new ElidedLabel({}, TextRole::Title, this))
    , m_pill(new StatePill(this))
    , m_facts(new Label({}, TextRole::Body, this))
    , m_suspend(new QPushButton(this))
    , m_clone(new QPushButton(icon(u"copy"_s), tr("Clone"), this))
    , m_delete(new QPushButton(icon(u"trash"_s), tr("Delete"), this))
    , m_more(new QToolButton(this))
    , m_clock(new QTimer(this))
{
    m_facts->setMuted(true);
    auto *back = new QPushButton(icon(u"back"_s), tr("Training"), this);
    setButtonRole(back, ButtonRole::Flat);
    back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    back->setToolTip(tr("Back to all jobs (%1)").arg(back->shortcut().toString(QKeySequence::NativeText)));
    connect(back, &QPushButton::clicked, this, &JobHeader::backRequested);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(back);
    row->addWidget(m_name);
    row->addWidget(m_pill);
    row->addWidget(m_facts);
    row->addStretch(1);
    addVerbs(row);
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, &JobHeader::tellAge);
    m_clock->start();
    connect(&detail, &models::JobDetail::summaryChanged, this, &JobHeader::refresh);
    connect(&detail, &models::JobDetail::gone, this, &JobHeader::refresh);
    refresh();
}

void JobHeader::addVerbs(QHBoxLayout *row)
{
    for (auto *button : {m_suspend, m_clone, m_delete}) {
        setButtonRole(button, ButtonRole::Normal); // the question that follows is the place for red
        row->addWidget(button);
    }
    connect(m_suspend, &QPushButton::clicked, this, [this] { emit suspendRequested(!m_detail.summary().suspended); });
    connect(m_clone, &QPushButton::clicked, this, &JobHeader::cloneRequested);
    connect(m_delete, &QPushButton::clicked, this, &JobHeader::deleteRequested);
    addMore(row);
}

/// What is not about the job's life.
void JobHeader::addMore(QHBoxLayout *row)
{
    auto *menu = new QMenu(m_more);
    menu->addAction(icon(u"compare"_s), tr("Compare with other jobs…"), this, &JobHeader::compareRequested);
    menu->addAction(icon(u"save"_s), tr("Save a report (HTML)…"), this, &JobHeader::reportRequested);
    m_more->setMenu(menu);
    m_more->setIcon(icon(u"more"_s));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAutoRaise(true);
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
    row->addWidget(m_more);
}

void JobHeader::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void JobHeader::refresh()
{
    const auto &job = m_detail.summary();
    const bool known = !job.uid.isEmpty(), gone = m_detail.isGone();
    const bool over = job.state.shape == models::StateShape::Succeeded || job.state.shape == models::StateShape::Failed;
    m_name->setText(known ? job.name : m_detail.ref().name);
    m_pill->setVisible(known);
    if (gone)
        m_pill->setState(tr("deleted"), models::Tone::Neutral, models::StateShape::None);
    else
        m_pill->setState(job.state.word, job.state.tone, job.state.shape);
    m_suspend->setVisible(known && job.canSuspend && !over && !gone);
    m_suspend->setText(job.suspended ? tr("Resume") : tr("Suspend"));
    m_suspend->setIcon(icon(job.suspended ? u"play"_s : u"pause"_s));
    m_suspend->setEnabled(!m_readOnly);
    m_clone->setVisible(known);
    m_more->setVisible(known);
    m_delete->setVisible(known && !gone);
    m_delete->setEnabled(!m_readOnly);
    const QString why = m_readOnly ? tr("This context is read-only.") : QString();
    m_suspend->setToolTip(why);
    m_delete->setToolTip(why);
    tellAge();
}

void JobHeader::tellAge()
{
    const auto &job = m_detail.summary();
    if (job.uid.isEmpty())
        return;
    const QString ran = job.finishedAt.isValid() && job.createdAt.isValid()
        ? tr("took %1").arg(models::durationText(job.createdAt.secsTo(job.finishedAt)))
        : models::ageText(job.createdAt);
    m_facts->setText(u"%1 · %2 · %3"_s.arg(job.kind, job.ns, ran));
}

} // namespace views
