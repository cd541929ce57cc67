// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/summarytab.h"

#include "models/jobs/jobdetail.h"
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "views/charts/chartcard.h"
#include "views/logs/logview.h"
#include "views/theme/card.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/training/diagnosiscard.h"
#include "views/training/rankmap.h"
#include "views/training/timeline.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

SummaryTab::SummaryTab(models::JobDetail &detail, models::JobLogs &logs, models::JobMetrics &metrics, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::m);
    auto *story = new DiagnosisCard(detail, this);
    connect(story, &DiagnosisCard::logRequested, this, &SummaryTab::logRequested);
    column->addWidget(story);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(space::m);
    auto *chart = new ChartCard(metrics, {}, this);
    chart->setMinimumHeight(200);
    connect(chart, &ChartCard::lineActivated, this, &SummaryTab::lineRequested);
    middle->addWidget(chart, 3);
    middle->addWidget(makeRanks(detail, metrics), 1);
    column->addLayout(middle, 3);
    auto *life = new Card(this);
    life->body()->setContentsMargins(space::m, space::s, space::m, space::s);
    life->body()->addWidget(new Timeline(detail, life));
    column->addWidget(life);
    column->addWidget(makeTail(logs), 2);
}

QWidget *SummaryTab::makeRanks(models::JobDetail &detail, models::JobMetrics &metrics)
{
    auto *card = new Card(tr("Ranks"), this);
    card->setMinimumWidth(260);
    card->setMaximumWidth(380);
    auto *ranks = new RankMap(detail, metrics, card);
    auto *scroll = new QScrollArea(card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(ranks);
    ranks->setBackgroundRole(QPalette::Base);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    card->body()->addWidget(scroll, 1);
    connect(ranks, &RankMap::rankActivated, this, &SummaryTab::logRequested);
    return card;
}

QWidget *SummaryTab::makeTail(models::JobLogs &logs)
{
    auto *card = new Card(this);
    card->body()->setContentsMargins(space::m, space::s, space::m, space::m);
    auto *row = new QHBoxLayout;
    row->addWidget(new SectionLabel(tr("Newest lines"), card));
    row->addStretch();
    auto *all = new QPushButton(icon(u"log"_s), tr("All logs"), card);
    setButtonRole(all, ButtonRole::Flat);
    connect(all, &QPushButton::clicked, this, [this] { emit logRequested({}); });
    row->addWidget(all);
    card->body()->addLayout(row);
    auto *tail = new LogView(logs, card);
    tail->setFollowing(true);
    tail->setFrameShape(QFrame::NoFrame);
    tail->setMinimumHeight(72);
    tail->setAccessibleName(tr("Newest lines"));
    connect(tail, &LogView::lineActivated, this, &SummaryTab::lineRequested);
    card->body()->addWidget(tail, 1);
    return card;
}

} // namespace views
