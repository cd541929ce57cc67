// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/nodespage.h"

#include "models/core/format.h"
#include "models/gpu/holdertable.h"
#include "models/gpu/localdevices.h"
#include "models/gpu/nodeboard.h"
#include "models/kinds/nodecolumns.h"
#include "views/cluster/gapstrip.h"
#include "views/cluster/gpumap.h"
#include "views/tables/fivefaces.h"
#include "views/tables/tableview.h"
#include "views/theme/card.h"
#include "views/theme/labels.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int mostTableRows = 16;

void fitHeight(TableView *view, int rows)
{
    const int count = qBound(1, rows, mostTableRows);
    view->setFixedHeight(view->header()->sizeHint().height() + count * rowHeight + space::s);
}

} // namespace

class NodesPage::Private
{
public:
    Private(NodesPage *page, models::ResourceTable &nodeTable, models::NodeBoard &nodeBoard)
        : q(page)
        , nodes(nodeTable)
        , board(nodeBoard)
        , holders(nodeBoard)
    {
    }

    QWidget *makeHead();
    QWidget *makeContent();
    QWidget *makeMap();
    QWidget *makeAddress();
    void chooseAddress();
    QWidget *makeHolders();
    void refresh();
    QString sentence() const;

    NodesPage *q;
    models::ResourceTable &nodes;
    models::NodeBoard &board;
    models::HolderTable holders;
    Label *summary = nullptr;
    Label *simulated = nullptr;
    Label *noGpus = nullptr;
    Label *tooMany = nullptr;
    Label *local = nullptr;
    models::LocalDevices *localDevices = nullptr;
    GapStrip *podGap = nullptr;
    GapStrip *deviceGap = nullptr;
    QToolButton *addressButton = nullptr;
    QWidget *addressRow = nullptr;
    QLineEdit *address = nullptr;
    Label *addressHint = nullptr;
    GpuMap *map = nullptr;
    GpuLegend *legend = nullptr;
    TableView *nodeView = nullptr;
    Card *holderCard = nullptr;
    TableView *holderView = nullptr;
};

QWidget *NodesPage::Private::makeHead()
{
    auto *head = new QWidget(q);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    summary = new Label({}, TextRole::Body, head);
    summary->setMuted(true);
    row->addWidget(new Label(tr("Nodes"), TextRole::Title, head));
    row->addWidget(summary, 1);
    return head;
}

QWidget *NodesPage::Private::makeMap()
{
    auto *card = new Card(q);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    simulated = new Label(tr("Simulated GPUs"), TextRole::Caption, card);
    simulated->setTone(models::Tone::Warning);
    legend = new GpuLegend(card);
    head->addWidget(new SectionLabel(tr("GPUs"), card));
    head->addWidget(simulated);
    head->addStretch();
    head->addWidget(legend);
    addressButton = new QToolButton(card);
    addressButton->setText(u"Prometheus"_s);
    addressButton->setToolTip(tr("Where figures of GPUs come from, if not from the exporters of this cluster"));
    addressButton->setCheckable(true);
    addressButton->setAutoRaise(true);
    head->addWidget(addressButton);
    map = new GpuMap(board, card);
    noGpus = new Label(tr("No node of this cluster offers a GPU. A vendor's device plugin announces them."),
                       TextRole::Body, card);
    noGpus->setMuted(true);
    tooMany = new Label({}, TextRole::Caption, card);
    tooMany->setMuted(true);
    card->body()->addLayout(head);
    card->body()->addWidget(makeAddress());
    card->body()->addWidget(noGpus);
    card->body()->addWidget(map);
    card->body()->addWidget(tooMany);
    local = new Label({}, TextRole::Caption, card);
    local->setObjectName("local"_L1);
    local->setMuted(true);
    local->setWordWrap(true);
    local->hide();
    card->body()->addWidget(local);
    connect(map, &GpuMap::jobActivated, q, &NodesPage::jobActivated);
    return card;
}

QWidget *NodesPage::Private::makeAddress()
{
    addressRow = new QWidget(q);
    auto *row = new QHBoxLayout(addressRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    address = new QLineEdit(addressRow);
    address->setPlaceholderText(tr("https://prometheus.example.com; empty: what is found in the cluster"));
    address->setAccessibleName(tr("Address of a Prometheus"));
    address->setClearButtonEnabled(true);
    auto *apply = new QPushButton(tr("Use"), addressRow);
    addressHint = new Label(tr("Not an http or https address."), TextRole::Body, addressRow);
    addressHint->setTone(models::Tone::Bad);
    addressHint->hide();
    row->addWidget(address, 1);
    row->addWidget(addressHint);
    row->addWidget(apply);
    addressRow->hide();
    connect(addressButton, &QToolButton::toggled, addressRow, &QWidget::setVisible);
    connect(address, &QLineEdit::returnPressed, q, [this] { chooseAddress(); });
    connect(apply, &QPushButton::clicked, q, [this] { chooseAddress(); });
    return addressRow;
}

void NodesPage::Private::chooseAddress()
{
    const QString text = address->text().trimmed();
    const QUrl url(text, QUrl::StrictMode);
    const bool good = text.isEmpty()
        || (url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1));
    addressHint->setVisible(!good);
    if (good)
        emit q->prometheusChosen(text);
}

QWidget *NodesPage::Private::makeHolders()
{
    holderCard = new Card(tr("Who holds GPUs"), q);
    holderView = new TableView(holders, holderCard);
    holderView->setFrameShape(QFrame::NoFrame);
    holderView->setAccessibleName(tr("Who holds GPUs"));
    holderCard->body()->addWidget(holderView);
    connect(holderView, &TableView::rowActivated, q, [this](const k8s::ObjectRef &pod) {
        const auto *row = holders.rowOfUid(pod.uid);
        if (row && !row->cells.value(models::HolderTable::Job).text.isEmpty())
            emit q->jobActivated(row->ns, row->cells.value(models::HolderTable::Job).text);
    });
    return holderCard;
}

QWidget *NodesPage::Private::makeContent()
{
    auto *page = new QWidget;
    page->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, space::xl);
    column->setSpacing(space::m);
    podGap = new GapStrip(page);
    deviceGap = new GapStrip(page);
    for (GapStrip *strip : {podGap, deviceGap}) {
        connect(strip, &GapStrip::retryRequested, q, [this] { board.retry(); });
        column->addWidget(strip);
    }
    column->addWidget(makeMap());
    column->addWidget(makeHolders());
    auto *card = new Card(tr("Capacity"), q);
    nodeView = new TableView(nodes, card);
    nodeView->setFrameShape(QFrame::NoFrame);
    nodeView->setAccessibleName(tr("Nodes"));
    nodeView->setColumnShown(models::NodeColumn::Roles, false); // room for what is held
    card->body()->addWidget(nodeView);
    column->addWidget(card);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return area;
}

QString NodesPage::Private::sentence() const
{
    const auto &totals = board.totals();
    QStringList parts {totals.readyNodes == totals.nodes
                           ? tr("%n node(s)", nullptr, totals.nodes)
                           : tr("%1 of %n node(s) ready", nullptr, totals.nodes).arg(totals.readyNodes)};
    if (totals.all > 0 && board.knowsPods())
        parts += tr("%1 GPUs: %2 held, %3 free")
                     .arg(models::figureText(totals.all), models::figureText(totals.held),
                          models::figureText(totals.free()));
    if (totals.idleHolders > 0)
        parts += tr("held but idle: %n pod(s)", nullptr, totals.idleHolders);
    return parts.join(u" · "_s);
}

void NodesPage::Private::refresh()
{
    qsizetype withGpus = 0;
    for (const auto &node : board.nodes())
        withGpus += node.devices.isEmpty() ? 0 : 1;
    summary->setText(sentence());
    simulated->setVisible(board.totals().simulated);
    noGpus->setVisible(withGpus == 0);
    map->setVisible(withGpus > 0);
    legend->setVisible(withGpus > 0);
    tooMany->setVisible(withGpus > GpuMap::mostNodes);
    tooMany->setText(tr("%1 of %2 nodes are drawn; all are in the table.").arg(GpuMap::mostNodes).arg(withGpus));
    podGap->setGap(board.podGap());
    deviceGap->setGap(board.deviceGap());
    holderCard->setVisible(holders.totalCount() > 0);
    fitHeight(holderView, holders.totalCount());
    fitHeight(nodeView, nodes.totalCount());
}

NodesPage::NodesPage(models::ResourceTable &nodes, models::NodeBoard &board, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, nodes, board))
{
    auto *faces = new FiveFaces(d->makeContent(), this);
    faces->setGap(space::m);
    faces->setEmpty(u"nodes"_s, tr("This cluster has no nodes."), tr("Jobs stay Pending until one joins."));
    faces->follow(nodes, d->nodeView);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, 0);
    column->setSpacing(space::m);
    column->addWidget(d->makeHead());
    column->addWidget(faces, 1);
    connect(&board, &models::NodeBoard::changed, this, [this] { d->refresh(); });
    d->refresh();
}

NodesPage::~NodesPage() { delete d->holderView; } // before the table that it shows

void NodesPage::setLocalDevices(models::LocalDevices &devices)
{
    d->localDevices = &devices;
    connect(&devices, &models::LocalDevices::changed, this, [this] {
        const QStringList lines = d->localDevices->sentences();
        d->local->setText(tr("GPUs of this machine itself, not of the cluster:") + u'\n' + lines.join(u'\n'));
        d->local->setVisible(!lines.isEmpty());
    });
    devices.setWatched(isVisible());
}

void NodesPage::setPrometheus(const QString &address)
{
    d->address->setText(address);
    d->addressButton->setChecked(!address.isEmpty());
}

void NodesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->board.setWatched(true);
    if (d->localDevices)
        d->localDevices->setWatched(true);
}

void NodesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->board.setWatched(false);
    if (d->localDevices)
        d->localDevices->setWatched(false);
}

} // namespace views
