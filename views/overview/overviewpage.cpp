// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/overview/overviewpage.h"

#include "models/core/format.h"
#include "models/jobs/jobtable.h"
#include "models/kinds/nodecolumns.h"
#include "views/overview/stripcard.h"
#include "views/tables/fivefaces.h"
#include "views/tables/tableview.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int settleMilliseconds = 100;

struct Buckets
{
    QList<JobGlance> running, failed, waiting, finished;
};

JobGlance glanceOf(const models::Row &row, const models::JobTable &table)
{
    using Table = models::JobTable;
    const auto figures = table.figures(row.uid);
    const auto &state = row.cells.value(Table::State);
    const qint64 created = qint64(row.cells.value(Table::Age).sortKey);
    JobGlance glance {.job = {row.type, row.ns, row.name, row.uid},
                      .kind = row.cells.value(Table::Kind).text,
                      .age = models::ageText(QDateTime::fromSecsSinceEpoch(created)),
                      .reason = {},
                      .progress = figures.progress,
                      .loss = figures.hasLoss ? models::figureText(figures.loss) : QString(),
                      .curve = figures.curve,
                      .tone = state.tone,
                      .shape = state.shape};
    if (state.text != "Running"_L1 && state.text != "Succeeded"_L1) {
        const QString reason = row.cells.value(Table::Reason).text;
        glance.reason = reason.isEmpty() ? state.text : reason;
        glance.loss.clear();
        glance.curve.clear();
    }
    return glance;
}

Buckets bucketsOf(const models::JobTable &table)
{
    QList<const models::Row *> rows;
    table.forEachRow([&rows](const models::Row &row) { rows.append(&row); });
    // The youngest first; the uid keeps jobs of the same second in their places.
    std::ranges::sort(rows, [](const models::Row *a, const models::Row *b) {
        const double left = a->cells.value(models::JobTable::Age).sortKey;
        const double right = b->cells.value(models::JobTable::Age).sortKey;
        return left != right ? left > right : a->uid < b->uid;
    });
    Buckets buckets;
    for (const auto *row : std::as_const(rows)) {
        const auto &state = row->cells.value(models::JobTable::State);
        auto &bucket = state.text == "Running"_L1 ? buckets.running
            : state.tone == models::Tone::Bad     ? buckets.failed
            : state.text == "Succeeded"_L1        ? buckets.finished
                                                  : buckets.waiting;
        bucket.append(glanceOf(*row, table));
    }
    return buckets;
}

} // namespace

OverviewPage::OverviewPage(models::JobTable &jobs, models::ResourceTable &nodes, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_nodes(nodes)
    , m_soon(new QTimer(this))
    , m_sentence(new Label({}, TextRole::Body, this))
    , m_running(new StripCard(tr("Running"), tr("Nothing runs now."), this))
    , m_failed(new StripCard(tr("Failed"), tr("Nothing failed."), this))
    , m_waiting(new StripCard(tr("Waiting"), tr("Nothing waits."), this))
    , m_finished(new StripCard(tr("Succeeded"), tr("Nothing has finished yet."), this))
{
    m_faces = new FiveFaces(content(), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, 0);
    column->setSpacing(space::m);
    column->addWidget(head());
    column->addWidget(m_faces, 1);
    m_soon->setSingleShot(true);
    m_soon->setInterval(settleMilliseconds);
    setSampleOffered(false);
    m_faces->follow(jobs);
    for (auto *card : {m_running, m_failed, m_waiting, m_finished})
        connect(card, &StripCard::jobActivated, this, &OverviewPage::jobActivated);
    connect(m_faces, &FiveFaces::emptyActionTriggered, this, [this] {
        if (m_sampleOffered)
            emit launchSampleRequested();
        else
            emit newJobRequested();
    });
    connect(m_soon, &QTimer::timeout, this, &OverviewPage::refresh);
    const auto wake = [this] {
        if (!m_soon->isActive())
            m_soon->start();
    };
    connect(&jobs, &models::ResourceTable::changed, this, wake);
    connect(&nodes, &models::ResourceTable::changed, this, &OverviewPage::fitNodes);
    connect(&jobs, &QAbstractItemModel::dataChanged, this, wake);
    refresh();
    fitNodes();
}

QWidget *OverviewPage::head()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    m_sentence->setMuted(true);
    auto *create = new QPushButton(tr("New job"), head);
    setButtonRole(create, ButtonRole::Primary);
    row->addWidget(new Label(tr("Overview"), TextRole::Title, head));
    row->addWidget(m_sentence, 1);
    row->addWidget(create);
    connect(create, &QPushButton::clicked, this, &OverviewPage::newJobRequested);
    return head;
}

QWidget *OverviewPage::content()
{
    auto *page = new QWidget;
    // Two columns whose cards are as high as what they hold: an empty one must not take the room of a full one.
    const auto column = [](std::initializer_list<QWidget *> cards) {
        auto *cells = new QVBoxLayout;
        cells->setSpacing(space::l);
        for (QWidget *card : cards)
            cells->addWidget(card);
        cells->addStretch(1);
        return cells;
    };
    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::l);
    columns->addLayout(column({m_running, m_finished}), 1);
    columns->addLayout(column({m_failed, m_waiting}), 1);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, space::xl);
    rows->setSpacing(space::l);
    rows->addLayout(columns);
    rows->addWidget(nodeCard());
    rows->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return area;
}

QWidget *OverviewPage::nodeCard()
{
    auto *card = new Card(tr("Nodes"), this);
    m_nodeView = new TableView(m_nodes, card);
    m_nodeView->setFrameShape(QFrame::NoFrame);
    m_nodeView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const int column :
         {models::NodeColumn::CpuRequested, models::NodeColumn::MemoryRequested, models::NodeColumn::GpusHeld})
        m_nodeView->setColumnShown(column, false); // the page Nodes tells these
    card->body()->addWidget(m_nodeView);
    return card;
}

void OverviewPage::fitNodes()
{
    constexpr int maximumRows = 8;
    const int rows = qBound(1, m_nodes.rowCount(), maximumRows);
    m_nodeView->setFixedHeight(m_nodeView->header()->sizeHint().height() + rows * rowHeight + space::s);
}

void OverviewPage::setSampleOffered(bool offered)
{
    m_sampleOffered = offered;
    m_faces->setEmpty(u"training"_s, tr("No job is on this cluster."),
                      offered ? tr("The sample trains a small network on handwritten digits with three ranks.")
                              : QString(),
                      offered ? tr("Launch the sample") : tr("New job"));
}

void OverviewPage::refresh()
{
    const Buckets buckets = bucketsOf(m_jobs);
    m_running->setJobs(buckets.running);
    m_failed->setJobs(buckets.failed);
    m_waiting->setJobs(buckets.waiting);
    m_finished->setJobs(buckets.finished);
    m_sentence->setText(tr("%n jobs", nullptr, m_jobs.totalCount()));
}

} // namespace views
