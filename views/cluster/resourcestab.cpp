// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/resourcestab.h"

#include "models/gpu/jobresources.h"
#include "models/gpu/ranktable.h"
#include "models/metrics/jobmetrics.h"
#include "views/charts/chartcard.h"
#include "views/cluster/gapstrip.h"
#include "views/tables/tableview.h"
#include "views/theme/card.h"
#include "views/theme/faces.h"
#include "views/theme/labels.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <map>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int chartHeight = 220;
constexpr int mostTableRows = 12;

} // namespace

class ResourcesTab::Private
{
public:
    using Figure = models::JobResources::Figure;

    Private(ResourcesTab *tab, models::JobResources &jobResources)
        : q(tab)
        , resources(jobResources)
        , table(jobResources)
    {
    }

    QWidget *makeBar();
    QWidget *makeTable();
    QWidget *makePage();
    ChartCard *makeChart(Figure figure);
    void share(ChartCard *card);
    void refresh();
    void arrange();
    void fitTable();

    ResourcesTab *q;
    models::JobResources &resources;
    models::RankTable table;
    GapStrip *gap = nullptr;
    GapStrip *usageGap = nullptr;
    Label *simulated = nullptr;
    Label *past = nullptr; // where the older part of the curves comes from
    QButtonGroup *views = nullptr;
    QGridLayout *grid = nullptr;
    Skeleton *skeleton = nullptr;
    TableView *rows = nullptr;
    std::map<Figure, ChartCard *> charts;
    QList<Figure> shown;
    bool wholeJob = false;
};

QWidget *ResourcesTab::Private::makeBar()
{
    auto *bar = new QWidget(q);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    views = new QButtonGroup(q);
    for (const auto &[id, text] :
         {std::pair(0, ResourcesTab::tr("By rank")), std::pair(1, ResourcesTab::tr("Whole job"))}) {
        auto *button = new QToolButton(bar);
        button->setText(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        views->addButton(button, id);
        row->addWidget(button);
    }
    views->button(0)->setChecked(true);
    QObject::connect(views, &QButtonGroup::idClicked, q, [this](int id) { q->setWholeJob(id == 1); });
    row->addStretch();
    past = new Label({}, TextRole::Caption, bar);
    past->setObjectName("past"_L1);
    past->setMuted(true);
    row->addWidget(past);
    row->addSpacing(space::s);
    simulated
        = new Label(ResourcesTab::tr("Simulated GPUs: their use follows the CPU of each pod."), TextRole::Caption, bar);
    simulated->setTone(models::Tone::Warning);
    row->addWidget(simulated);
    return bar;
}

QWidget *ResourcesTab::Private::makeTable()
{
    auto *card = new Card(q);
    card->body()->setContentsMargins(1, space::xs, 1, space::xs);
    rows = new TableView(table, card);
    rows->setAccessibleName(ResourcesTab::tr("Resources by rank"));
    rows->setFrameShape(QFrame::NoFrame);
    card->body()->addWidget(rows);
    QObject::connect(&table, &models::ResourceTable::changed, q, [this] { fitTable(); });
    return card;
}

QWidget *ResourcesTab::Private::makePage()
{
    auto *page = new QWidget;
    page->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    gap = new GapStrip(page);
    usageGap = new GapStrip(page);
    skeleton = new Skeleton(5, page);
    grid = new QGridLayout;
    grid->setSpacing(space::m);
    for (const int half : {0, 1})
        grid->setColumnStretch(half, 1);
    for (GapStrip *strip : {gap, usageGap}) {
        column->addWidget(strip);
        QObject::connect(strip, &GapStrip::retryRequested, &resources, &models::JobResources::retry);
    }
    column->addWidget(skeleton);
    column->addLayout(grid);
    column->addWidget(makeTable());
    column->addStretch(1);
    return page;
}

ChartCard *ResourcesTab::Private::makeChart(Figure figure)
{
    auto *card = new ChartCard(resources.curves(), models::JobResources::curveName(figure, wholeJob), q);
    card->setAxis(models::Axis::Time);
    card->setFixedHeight(chartHeight);
    if (figure == Figure::Use)
        card->setLeastHeights(0, 100);
    else
        card->setLeastHeights(0, 0);
    share(card);
    return card;
}

/// One crosshair and one range for all charts.
void ResourcesTab::Private::share(ChartCard *card)
{
    const auto others = [this, card](const std::function<void(ChartCard *)> &apply) {
        for (const auto &[figure, sibling] : charts) {
            if (sibling != card) {
                const QSignalBlocker quiet(sibling);
                apply(sibling);
            }
        }
    };
    QObject::connect(card, &ChartCard::crosshairMoved, q,
                     [others](double x) { others([x](ChartCard *other) { other->setSharedCrosshair(x); }); });
    QObject::connect(card, &ChartCard::rangeChanged, q, [others](double from, double to) {
        others([from, to](ChartCard *other) { other->setRange(from, to); });
    });
    QObject::connect(card, &ChartCard::rangeReset, q,
                     [others] { others([](ChartCard *other) { other->resetZoom(); }); });
}

void ResourcesTab::Private::arrange()
{
    QList<Figure> wanted;
    for (const Figure figure : models::JobResources::allFigures) {
        if (resources.hasCurve(figure))
            wanted.append(figure);
    }
    if (wanted == shown)
        return;
    shown = wanted;
    for (const auto &[figure, card] : charts)
        grid->removeWidget(card);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        ChartCard *&card = charts[wanted[i]];
        if (!card)
            card = makeChart(wanted[i]);
        grid->addWidget(card, int(i / 2), int(i % 2));
        card->show();
    }
}

void ResourcesTab::Private::fitTable()
{
    const int count = std::clamp(table.rowCount(), 1, mostTableRows);
    rows->setFixedHeight(rows->header()->sizeHint().height() + count * rowHeight + space::xs);
}

void ResourcesTab::Private::refresh()
{
    using Kind = models::DataGap::Kind;
    arrange();
    const auto devices = resources.deviceGap(), usage = resources.usageGap();
    const bool sameReason = devices.kind == usage.kind && devices.problem == usage.problem;
    // That no pod runs any more needs no words beside the curves of when they did.
    const bool over = devices.kind == Kind::NotRunning && !shown.isEmpty();
    gap->setGap(over ? models::DataGap {.kind = Kind::None} : devices);
    usageGap->setGap(sameReason || (usage.kind == Kind::NotRunning && !shown.isEmpty())
                         ? models::DataGap {.kind = Kind::None}
                         : usage);
    skeleton->setVisible(shown.isEmpty() && usage.kind == Kind::Loading);
    for (auto *button : views->buttons())
        button->setEnabled(!shown.isEmpty());
    past->setText(resources.pastRemark());
    simulated->setVisible(resources.figures().simulated);
    const bool hasDevices = resources.figures().asked > 0 || resources.figures().devices > 0;
    using Column = models::RankTable;
    for (const int column : {Column::Devices, Column::Use, Column::DeviceMemory, Column::Power, Column::Temperature})
        rows->setColumnShown(column, hasDevices);
}

ResourcesTab::ResourcesTab(models::JobResources &resources, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, resources))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(d->makeBar());
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(d->makePage());
    area->widget()->setAutoFillBackground(false);
    column->addWidget(area, 1);
    connect(&resources, &models::JobResources::changed, this, [this] { d->refresh(); });
    connect(&resources.curves(), &models::JobMetrics::metricsDiscovered, this, [this] { d->refresh(); });
    d->fitTable();
    d->refresh();
}

ResourcesTab::~ResourcesTab() { delete d->rows; } // before the table that it shows

void ResourcesTab::setWholeJob(bool wholeJob)
{
    d->wholeJob = wholeJob;
    d->views->button(wholeJob ? 1 : 0)->setChecked(true);
    for (const auto &[figure, card] : d->charts)
        card->setMetric(models::JobResources::curveName(figure, wholeJob));
}

} // namespace views
