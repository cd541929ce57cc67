// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/sandboxcard.h"

#include "models/core/format.h"
#include "models/sandbox/sandboxsupervisor.h"
#include "views/shell/steplist.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using State = models::SandboxSupervisor::State;

SandboxCard::SandboxCard(models::SandboxSupervisor &sandbox, QWidget *parent)
    : Card(parent)
    , m_sandbox(sandbox)
    , m_words(new Label({}, TextRole::Body, this))
    , m_remedy(new Label({}, TextRole::Body, this))
    , m_steps(new StepList(models::SandboxSupervisor::stepTitles(), this))
    , m_progress(new QWidget(this))
    , m_step(new Label({}, TextRole::Strong, m_progress))
    , m_doing(new ElidedLabel({}, TextRole::Body, m_progress))
    , m_time(new Label({}, TextRole::Body, m_progress))
    , m_bar(new QProgressBar(m_progress))
    , m_action(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_logToggle(new QPushButton(tr("Show log"), this))
    , m_log(new QPlainTextEdit(this))
{
    build();
    connect(m_action, &QPushButton::clicked, this, &SandboxCard::press);
    connect(m_cancel, &QPushButton::clicked, &m_sandbox, &models::SandboxSupervisor::cancel);
    connect(m_logToggle, &QPushButton::clicked, this, [this] {
        m_log->setVisible(m_log->isHidden());
        m_logToggle->setText(m_log->isHidden() ? tr("Show log") : tr("Hide log"));
        refreshProgress();
    });
    connect(&m_sandbox, &models::SandboxSupervisor::stateChanged, this, &SandboxCard::refresh);
    connect(&m_sandbox, &models::SandboxSupervisor::progressed, this, &SandboxCard::refreshProgress);
    connect(&m_sandbox, &models::SandboxSupervisor::logAppended, m_log, &QPlainTextEdit::appendPlainText);
    refresh();
}

void SandboxCard::build()
{
    setTitle(tr("Start the sandbox"));
    setObjectName(u"door-sandbox"_s);
    m_words->setWordWrap(true);
    m_remedy->setWordWrap(true);
    m_remedy->setMuted(true);
    m_doing->setMuted(true);
    m_time->setMuted(true);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(10);
    m_log->setReadOnly(true);
    m_log->setFont(views::font(TextRole::Mono));
    m_log->setMaximumBlockCount(2000);
    m_log->setMinimumHeight(140);
    m_log->setAccessibleName(tr("Log of the preparation"));
    m_log->hide();
    setButtonRole(m_action, ButtonRole::Primary);
    setButtonRole(m_logToggle, ButtonRole::Flat);
    auto *stepRow = new QHBoxLayout;
    stepRow->addWidget(m_step, 1);
    stepRow->addWidget(m_time);
    auto *progress = new QVBoxLayout(m_progress);
    progress->setContentsMargins(0, space::s, 0, space::s);
    progress->setSpacing(space::s);
    progress->addLayout(stepRow);
    progress->addWidget(m_bar);
    progress->addWidget(m_doing);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_action);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_logToggle);
    buttons->addStretch(1);
    body()->addWidget(m_words);
    body()->addWidget(m_remedy);
    body()->addSpacing(space::xs);
    body()->addWidget(m_steps);
    body()->addWidget(m_progress);
    body()->addSpacing(space::xs);
    body()->addLayout(buttons);
    body()->addWidget(m_log, 1);
    body()->addStretch(1);
}

void SandboxCard::press()
{
    if (m_sandbox.state() == State::Ready)
        emit openRequested();
    else
        m_sandbox.start();
}

void SandboxCard::refresh()
{
    const State state = m_sandbox.state();
    const bool failed = state == State::Failed;
    const QString pitch
        = tr("A real one-node Kubernetes with the Kubeflow operators, on this machine. Nothing is needed but "
             "this program; the first start builds it and takes a quarter of an hour, the next ones seconds.");
    m_words->setTone(failed ? models::Tone::Bad : models::Tone::Neutral);
    m_words->setRole(failed ? TextRole::Strong : TextRole::Body);
    m_words->setText(failed ? m_sandbox.problem().sentence
                         : state == State::Ready
                         ? tr("The sandbox is up: a Kubernetes of your own with the Kubeflow operators.")
                         : pitch);
    m_remedy->setText(failed ? m_sandbox.problem().remedy : QString());
    m_remedy->setVisible(!m_remedy->text().isEmpty());
    m_progress->setVisible(state == State::Preparing);
    m_cancel->setVisible(state == State::Preparing);
    m_action->setVisible(state != State::Preparing);
    m_action->setEnabled(state != State::Stopping);
    m_action->setText(failed                      ? tr("Try again")
                          : state == State::Ready ? tr("Open the sandbox")
                                                  : tr("Start the sandbox"));
    m_logToggle->setVisible(state == State::Preparing || !m_sandbox.log().isEmpty());
    if (state == State::Preparing && m_sandbox.log().isEmpty())
        m_log->clear();
    refreshProgress();
}

void SandboxCard::refreshProgress()
{
    const State state = m_sandbox.state();
    m_steps->setVisible(m_log->isHidden() || state != State::Preparing);
    m_steps->setCurrent(state == State::Ready ? models::SandboxSupervisor::stepCount() + 1
                            : state == State::Preparing || state == State::Failed ? m_sandbox.stepNumber()
                                                                                  : 0,
                        state == State::Failed);
    const auto &step = m_sandbox.step();
    const int number = qMax(1, m_sandbox.stepNumber());
    const QString title = step.title.isEmpty() ? tr("Looking at what is there") : step.title;
    m_step->setText(tr("Step %1 of %2: %3").arg(number).arg(models::SandboxSupervisor::stepCount()).arg(title));
    m_doing->setText(step.text.isEmpty() ? u" "_s : step.text);
    m_bar->setValue(qRound(1000 * m_sandbox.stepFraction()));
    m_bar->setAccessibleName(m_step->text());
    const QString elapsed = models::durationText(m_sandbox.stepElapsedSeconds());
    m_time->setText(step.expectedSeconds > 0
                        ? tr("%1 of about %2").arg(elapsed, models::durationText(step.expectedSeconds))
                        : elapsed);
}

} // namespace views
