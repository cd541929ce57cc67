// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/gapstrip.h"

#include "views/theme/card.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace views {

GapStrip::GapStrip(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label({}, TextRole::Body, this))
    , m_remedy(new Label({}, TextRole::Body, this))
    , m_retry(new QPushButton(icon(QStringLiteral("refresh")), tr("Retry"), this))
{
    auto *card = new Card(this);
    card->body()->setContentsMargins(space::l, space::s, space::m, space::s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    for (auto *label : {m_sentence, m_remedy}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    m_remedy->setMuted(true);
    setButtonRole(m_retry, ButtonRole::Flat);
    auto *row = new QHBoxLayout;
    row->addLayout(words, 1);
    row->addWidget(m_retry, 0, Qt::AlignVCenter);
    card->body()->addLayout(row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_retry, &QPushButton::clicked, this, &GapStrip::retryRequested);
    hide();
}

void GapStrip::setGap(const models::DataGap &gap)
{
    using Kind = models::DataGap::Kind;
    m_gap = gap;
    m_sentence->setText(gap.problem.sentence);
    m_remedy->setText(gap.problem.remedy);
    m_remedy->setVisible(!gap.problem.remedy.isEmpty());
    m_retry->setVisible(gap.kind == Kind::NoRight || gap.kind == Kind::Unreachable || gap.kind == Kind::NothingExports);
    setVisible(!gap.problem.isEmpty());
}

} // namespace views
