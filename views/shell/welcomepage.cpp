// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/welcomepage.h"

#include "views/shell/contextrow.h"
#include "views/shell/sandboxcard.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace views {

WelcomePage::WelcomePage(models::SandboxSupervisor &sandbox, QWidget *parent)
    : QWidget(parent)
    , m_sandbox(new SandboxCard(sandbox, this))
{
    auto *center = new QWidget(this);
    center->setMaximumWidth(1120);
    auto *grid = new QGridLayout(center);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::l);
    grid->addWidget(head(), 0, 0, 1, 2);
    grid->addWidget(m_sandbox, 1, 0, 2, 1);
    grid->addWidget(clusterCard(), 1, 1);
    grid->addWidget(logCard(), 2, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setRowStretch(1, 1);
    center->setMaximumHeight(600);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(center, 1000);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xxl, space::xxl, space::xxl, space::xxl);
    column->addStretch(1);
    column->addLayout(row, 6);
    column->addStretch(2);
    connect(m_sandbox, &SandboxCard::openRequested, this, &WelcomePage::sandboxOpened);
}

QWidget *WelcomePage::head()
{
    auto *head = new QWidget(this);
    auto *words = new QVBoxLayout(head);
    words->setContentsMargins(0, 0, 0, space::s);
    words->setSpacing(space::xs);
    auto *title = new Label(tr("Where does the training run?"), TextRole::Title, head);
    auto *sentence = new Label(tr("Launch a distributed job, read all its ranks in one log and watch its loss fall."),
                               TextRole::Body, head);
    sentence->setMuted(true);
    words->addWidget(title);
    words->addWidget(sentence);
    return head;
}

Card *WelcomePage::clusterCard()
{
    auto *card = new Card(tr("Use a cluster"), this);
    card->setObjectName(u"door-cluster"_s);
    m_note = new Label({}, TextRole::Body, card);
    m_note->setWordWrap(true);
    m_note->setMuted(true);
    m_note->hide();
    auto *rows = new QWidget(card);
    m_contexts = new QVBoxLayout(rows);
    m_contexts->setContentsMargins(0, 0, 0, 0);
    m_contexts->setSpacing(2);
    m_contexts->addStretch(1);
    auto *area = new QScrollArea(card);
    area->setWidget(rows);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    area->setMinimumHeight(180);
    rows->setAutoFillBackground(false);
    auto *open = new QPushButton(icon(u"open"_s), tr("Open a kubeconfig…"), card);
    card->body()->addWidget(m_note);
    card->body()->addWidget(area, 1);
    card->body()->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &WelcomePage::kubeconfigRequested);
    return card;
}

Card *WelcomePage::logCard()
{
    auto *card = new Card(tr("Open a log"), this);
    card->setObjectName(u"door-log"_s);
    auto *words = new Label(tr("Any training log, also compressed: read it here and see the curves that are in it."),
                            TextRole::Body, card);
    words->setWordWrap(true);
    auto *open = new QPushButton(icon(u"log"_s), tr("Open a log…"), card);
    card->body()->addWidget(words);
    card->body()->addSpacing(space::xs);
    card->body()->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &WelcomePage::logRequested);
    return card;
}

void WelcomePage::setContexts(const QList<ContextEntry> &contexts)
{
    if (contexts == m_shown)
        return;
    m_shown = contexts;
    // Rows are kept where they are: a health dot that changes must not move what the pointer is over.
    while (m_contexts->count() - 1 > contexts.size()) {
        QLayoutItem *last = m_contexts->takeAt(m_contexts->count() - 2);
        delete last->widget();
        delete last;
    }
    for (qsizetype i = 0; i < contexts.size(); ++i) {
        if (i >= m_contexts->count() - 1) {
            auto *row = new ContextRow(this);
            connect(row, &ContextRow::clicked, this, [this, row] { emit contextChosen(row->entry().name); });
            m_contexts->insertWidget(int(i), row);
        }
        static_cast<ContextRow *>(m_contexts->itemAt(int(i))->widget())->setEntry(contexts.at(i));
    }
}

void WelcomePage::setKubeconfigNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace views
