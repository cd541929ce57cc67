// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/fivefaces.h"

#include "models/core/format.h"
#include "models/tables/resourcetable.h"
#include "views/tables/tableview.h"
#include "views/theme/faces.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

FiveFaces::FiveFaces(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_stack(new QStackedLayout)
    , m_banner(makeBanner())
    , m_skeleton(new Skeleton(8, this))
    , m_empty(new EmptyState(this))
    , m_failed(new EmptyState(this))
    , m_hidden(new EmptyState(u"filter"_s, tr("Nothing matches the filter."), tr("Clear filter"), this))
    , m_clock(new QTimer(this))
{
    auto *loading = new QWidget(this);
    auto *loadingColumn = new QVBoxLayout(loading);
    loadingColumn->setContentsMargins(space::m, space::xl, space::m, 0);
    loadingColumn->addWidget(m_skeleton);
    loadingColumn->addStretch();
    loading->setAccessibleName(tr("Loading"));
    for (auto *page : std::initializer_list<QWidget *> {m_content, loading, m_empty, m_failed, m_hidden})
        m_stack->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addLayout(m_stack, 1);
    m_banner->hide();
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, &FiveFaces::tellAge);
    connect(m_empty, &EmptyState::actionTriggered, this, &FiveFaces::emptyActionTriggered);
    connect(m_failed, &EmptyState::actionTriggered, this, &FiveFaces::retryRequested);
    connect(m_hidden, &EmptyState::actionTriggered, this, &FiveFaces::clearFilterRequested);
}

void FiveFaces::setGap(int gap) { layout()->setSpacing(gap); }

QWidget *FiveFaces::makeBanner()
{
    auto *banner = new QFrame(this);
    banner->setAutoFillBackground(true);
    banner->setBackgroundRole(QPalette::AlternateBase);
    m_bannerText = new Label({}, TextRole::Body, banner);
    m_bannerText->setTone(models::Tone::Warning);
    m_bannerText->setWordWrap(true);
    auto *retry = new QPushButton(tr("Retry now"), banner);
    setButtonRole(retry, ButtonRole::Flat);
    connect(retry, &QPushButton::clicked, this, &FiveFaces::retryRequested);
    auto *row = new QHBoxLayout(banner);
    row->setContentsMargins(space::m, space::xs, space::s, space::xs);
    row->addWidget(m_bannerText, 1);
    row->addWidget(retry);
    return banner;
}

void FiveFaces::setEmpty(const QString &icon, const QString &sentence, const QString &hint, const QString &action)
{
    m_empty->setIcon(icon);
    m_empty->setSentence(sentence);
    m_empty->setHint(hint);
    m_empty->setAction(action);
}

void FiveFaces::setFace(Face face)
{
    m_face = face;
    const bool hasContent = face == Face::Full || face == Face::Stale;
    m_stack->setCurrentIndex(hasContent ? 0 : face == Face::Loading ? 1 : face == Face::Empty ? 2 : 3);
    m_banner->setVisible(face == Face::Stale);
    if (face == Face::Stale)
        m_clock->start();
    else
        m_clock->stop();
    if (m_view)
        m_view->setStale(face == Face::Stale);
}

void FiveFaces::showLoading() { setFace(Face::Loading); }
void FiveFaces::showFull() { setFace(Face::Full); }
void FiveFaces::showEmpty() { setFace(Face::Empty); }

void FiveFaces::showStale(const models::Problem &problem, const QDateTime &since)
{
    m_problem = problem;
    m_staleSince = since;
    tellAge();
    setFace(Face::Stale);
}

void FiveFaces::showFailed(const models::Problem &problem)
{
    m_failed->setProblem(problem, tr("Retry"));
    setFace(Face::Failed);
}

void FiveFaces::tellAge()
{
    const QString age = models::durationText(m_staleSince.secsTo(QDateTime::currentDateTime()));
    m_bannerText->setText(tr("Last seen %1 ago, reconnecting. %2").arg(age, m_problem.sentence));
    m_bannerText->setToolTip(m_problem.remedy.toHtmlEscaped());
}

void FiveFaces::follow(models::ResourceTable &table, TableView *view)
{
    m_table = &table;
    m_view = view;
    connect(&table, &models::ResourceTable::freshnessChanged, this, &FiveFaces::followNow);
    connect(&table, &models::ResourceTable::changed, this, &FiveFaces::followNow);
    connect(this, &FiveFaces::retryRequested, &table, &models::ResourceTable::retry);
    followNow();
}

void FiveFaces::followNow()
{
    switch (m_table->freshness()) {
    case models::Freshness::Idle:
    case models::Freshness::Loading:
        showLoading();
        break;
    case models::Freshness::Failed:
        showFailed(models::describe(m_table->error()));
        break;
    case models::Freshness::Stale:
        showStale(models::describe(m_table->error()), m_table->staleSince());
        break;
    case models::Freshness::Live:
        if (m_table->rowCount() > 0)
            showFull();
        else if (m_table->totalCount() == 0)
            showEmpty();
        else
            setFace(Face::Full), m_stack->setCurrentWidget(m_hidden);
        break;
    }
}

} // namespace views
