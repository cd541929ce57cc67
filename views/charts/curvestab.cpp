// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/curvestab.h"

#include "models/metrics/eventfolder.h"
#include "models/metrics/metricpins.h"
#include "views/charts/chartcard.h"
#include "views/charts/chartgrid.h"
#include "views/charts/curvestoolbar.h"
#include "views/charts/podeventsbar.h"
#include "views/theme/faces.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QElapsedTimer>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QSet>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <map>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCharts = 60; // beyond that a log counts its keys, not its progress
constexpr int stageMilliseconds = 8;
constexpr qsizetype manyMetrics = 6; // from here on a filter is worth its room

/// Names come out of a log: keep letters and digits only, and keep them apart.
QString fileNameFor(const QString &metric, QSet<QString> &taken)
{
    QString file = metric.left(100);
    for (QChar &c : file) {
        if (!c.isLetterOrNumber() && c != u'-')
            c = u'_';
    }
    QString name = file;
    for (int i = 2; taken.contains(name.toLower()); ++i)
        name = file + u'-' + QString::number(i);
    taken.insert(name.toLower());
    return name;
}

} // namespace

class CurvesTab::Private
{
public:
    Private(CurvesTab *tab, models::JobMetrics &jobMetrics)
        : q(tab)
        , metrics(jobMetrics)
    {
    }

    QWidget *makePages();
    void connectBar();
    void makeExportMenu();
    void makeAddMenu();
    void tellOfEvents();
    void updateCharts() { makeCharts(false); }
    void makeCharts(bool inStages);
    ChartCard *chart(const QString &name);
    void connectCard(ChartCard *card, const QString &name);
    void shareView(ChartCard *card);
    QList<models::MetricInfo> chosenMetrics() const;
    template <class Apply>
    void forEachCard(Apply apply)
    {
        for (const auto &[name, card] : charts)
            apply(card);
    }

    CurvesTab *q;
    models::JobMetrics &metrics;
    models::MetricPins pins;
    std::vector<std::unique_ptr<models::EventFolder>> events;
    models::PodEvents *podEvents = nullptr;
    PodEventsBar *podBar = nullptr;
    std::map<QString, ChartCard *> charts;
    QList<ChartCard *> shown;
    QTimer nextStage; // more charts are to be made
    CurvesToolBar *bar = nullptr;
    Label *notice = nullptr;
    ChartGrid *grid = nullptr;
    QScrollArea *area = nullptr;
    QStackedLayout *faces = nullptr;
    EmptyState *empty = nullptr;
    EmptyState *nothingFound = nullptr;
    models::Axis axis = models::Axis::Step;
    bool paper = true;
};

QWidget *CurvesTab::Private::makePages()
{
    area = new QScrollArea(q);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    grid = new ChartGrid;
    area->setWidget(grid);
    grid->setAutoFillBackground(false);
    empty = new EmptyState(u"chart"_s, CurvesTab::tr("No figures in the log yet"), {}, q);
    empty->setHint(
        CurvesTab::tr("Curves draw themselves as soon as a line names a number, such as step=10 loss=0.31."));
    nothingFound = new EmptyState(u"search"_s, CurvesTab::tr("No metric has this in its name"), {}, q);
    auto *stack = new QWidget(q);
    faces = new QStackedLayout(stack);
    faces->addWidget(area);
    faces->addWidget(empty);
    faces->addWidget(nothingFound);
    return stack;
}

void CurvesTab::Private::connectBar()
{
    QObject::connect(bar, &CurvesToolBar::axisChosen, q, &CurvesTab::setAxis);
    QObject::connect(bar, &CurvesToolBar::smoothingChosen, q, &CurvesTab::setSmoothing);
    QObject::connect(bar, &CurvesToolBar::logarithmicToggled, q,
                     [this](bool on) { forEachCard([on](ChartCard *card) { card->setLogarithmic(on); }); });
    QObject::connect(bar, &CurvesToolBar::outliersToggled, q, [this](bool ignored) {
        forEachCard([ignored](ChartCard *card) { card->setOutliersIgnored(ignored); });
    });
    QObject::connect(bar, &CurvesToolBar::rankViewChosen, q,
                     [this](RankView view) { forEachCard([view](ChartCard *card) { card->setRankView(view); }); });
    QObject::connect(bar, &CurvesToolBar::filterEdited, q, [this] { updateCharts(); });
}

void CurvesTab::Private::makeExportMenu()
{
    QMenu *menu = bar->exportMenu();
    const auto add = [this, menu](const QString &text, const QString &suffix) {
        menu->addAction(text, q, [this, suffix] {
            const QString folder = QFileDialog::getExistingDirectory(q, CurvesTab::tr("Export all charts to a folder"));
            if (folder.isEmpty())
                return;
            const int failed = q->saveAll(folder, suffix);
            q->setNotice(
                failed > 0 ? CurvesTab::tr("%1 of %2 charts could not be written to %3: is there room, may you "
                                           "write there?")
                                 .arg(failed)
                                 .arg(shown.size())
                                 .arg(folder)
                           : CurvesTab::tr("%n chart(s) were written to %1.", nullptr, int(shown.size())).arg(folder));
        });
    };
    add(CurvesTab::tr("Pictures (PNG)…"), u".png"_s);
    add(CurvesTab::tr("Drawings (SVG)…"), u".svg"_s);
    add(CurvesTab::tr("Numbers (CSV)…"), u".csv"_s);
    menu->addSeparator();
    auto *white = menu->addAction(CurvesTab::tr("White ground, for paper"));
    white->setCheckable(true);
    white->setChecked(paper);
    white->setToolTip(CurvesTab::tr("Off: pictures have the colours of the window."));
    QObject::connect(white, &QAction::toggled, q, [this](bool on) {
        paper = on;
        forEachCard([on](ChartCard *card) { card->setPaper(on); });
    });
}

void CurvesTab::Private::makeAddMenu()
{
    bar->addMenu()->addAction(CurvesTab::tr("TensorBoard folder…"), q, [this] {
        const QString folder
            = QFileDialog::getExistingDirectory(q, CurvesTab::tr("Open a folder of TensorBoard event files"));
        if (!folder.isEmpty())
            q->addEvents(folder);
    });
    bar->addMenu()->addAction(CurvesTab::tr("TensorBoard event file…"), q, [this] {
        const QString file = QFileDialog::getOpenFileName(q, CurvesTab::tr("Open a TensorBoard event file"), {},
                                                          CurvesTab::tr("Event files (*tfevents*);;All files (*)"));
        if (!file.isEmpty())
            q->addEvents(file);
    });
}

void CurvesTab::Private::tellOfEvents()
{
    QStringList sentences = podEvents ? podEvents->remarks() : QStringList();
    for (const auto &folder : events) {
        const models::Problem problem = folder->problem();
        if (!problem.isEmpty())
            sentences.append(problem.sentence + u' ' + problem.remedy);
        else if (folder->isRead())
            sentences.append(CurvesTab::tr("%1: %n point(s) of %2 event file(s), followed while they grow.", nullptr,
                                           int(folder->pointCount()))
                                 .arg(folder->path())
                                 .arg(folder->fileCount()));
        else
            sentences.append(CurvesTab::tr("Reading %1…").arg(folder->path()));
    }
    q->setNotice(sentences.join(u'\n'));
}

ChartCard *CurvesTab::Private::chart(const QString &name)
{
    ChartCard *&card = charts[name];
    if (card)
        return card;
    card = new ChartCard(metrics, name, grid);
    card->setOneOfMany(true);
    card->setAxis(axis);
    card->setSmoothing(bar->smoothing());
    card->setLogarithmic(bar->isLogarithmic());
    card->setOutliersIgnored(bar->areOutliersIgnored());
    card->setRankView(bar->rankView());
    card->setPaper(paper);
    card->setPinned(pins.contains(name));
    connectCard(card, name);
    shareView(card);
    return card;
}

void CurvesTab::Private::connectCard(ChartCard *card, const QString &name)
{
    QObject::connect(card, &ChartCard::lineActivated, q, &CurvesTab::lineActivated);
    QObject::connect(card, &ChartCard::pinToggled, q, [this, card, name](bool pinned) {
        pins.set(name, pinned);
        card->setPinned(pinned);
        updateCharts();
    });
    QObject::connect(card, &ChartCard::maximizeToggled, q, [this, card](bool maximized) {
        grid->setPageHeight(area->viewport()->height());
        grid->setMaximized(maximized ? card : nullptr);
        if (!maximized)
            QTimer::singleShot(0, q, [this, card] { area->ensureWidgetVisible(card); });
    });
}

/// One crosshair and one range of x for all charts.
void CurvesTab::Private::shareView(ChartCard *card)
{
    QObject::connect(card, &ChartCard::crosshairMoved, q, [this, card](double x) {
        forEachCard([card, x](ChartCard *other) {
            if (other != card)
                other->setSharedCrosshair(x);
        });
    });
    const auto share = [this, card](const std::function<void(ChartCard *)> &apply) {
        forEachCard([card, &apply](ChartCard *other) {
            if (other == card)
                return;
            const QSignalBlocker quiet(other);
            apply(other);
        });
    };
    QObject::connect(card, &ChartCard::rangeChanged, q, [share](double from, double to) {
        share([from, to](ChartCard *other) { other->setRange(from, to); });
    });
    QObject::connect(card, &ChartCard::rangeReset, q, [share] { share([](ChartCard *other) { other->resetZoom(); }); });
}

/// What the filter lets through, pinned ones first.
QList<models::MetricInfo> CurvesTab::Private::chosenMetrics() const
{
    QList<models::MetricInfo> chosen;
    const QStringList words = bar->filter().split(u' ', Qt::SkipEmptyParts);
    for (const models::MetricInfo &metric : metrics.metrics()) {
        const bool passes = std::ranges::all_of(
            words, [&](const QString &word) { return metric.name.contains(word, Qt::CaseInsensitive); });
        if (passes)
            chosen.append(metric);
    }
    std::ranges::stable_partition(chosen,
                                  [this](const models::MetricInfo &metric) { return pins.contains(metric.name); });
    return chosen.first(std::min(chosen.size(), mostCharts));
}

/// A chart takes several milliseconds to make. `inStages`: no more at once than a frame has time for, the rest soon.
void CurvesTab::Private::makeCharts(bool inStages)
{
    nextStage.stop();
    shown.clear();
    qsizetype ranks = 0;
    QElapsedTimer making; // from the first one on that is new
    for (const models::MetricInfo &metric : chosenMetrics()) {
        const bool isNew = !charts.contains(metric.name);
        if (isNew && inStages && making.isValid() && making.elapsed() >= stageMilliseconds) {
            nextStage.start(0);
            continue; // those that are there stay
        }
        if (isNew && !making.isValid())
            making.start();
        shown.append(chart(metric.name));
        ranks = std::max(ranks, metrics.series(metric.name).size());
    }
    bar->setEpochsEnabled(metrics.hasEpochs());
    bar->setMany(metrics.metrics().size() >= manyMetrics, ranks > 1 || bar->rankView() != RankView::Auto);
    grid->setCharts(shown);
    faces->setCurrentIndex(!shown.isEmpty() ? 0 : bar->filter().isEmpty() ? 1 : 2);
}

CurvesTab::CurvesTab(models::JobMetrics &metrics, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, metrics))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::m, 0, 0);
    layout->setSpacing(space::s);
    d->bar = new CurvesToolBar(this);
    layout->addWidget(d->bar);
    d->podBar = new PodEventsBar(this);
    layout->addWidget(d->podBar);
    d->notice = new Label({}, TextRole::Caption, this);
    d->notice->setMuted(true);
    d->notice->setWordWrap(true);
    d->notice->hide();
    layout->addWidget(d->notice);
    layout->addWidget(d->makePages(), 1);
    d->makeExportMenu();
    d->makeAddMenu();
    d->connectBar();
    d->nextStage.setSingleShot(true);
    connect(&d->nextStage, &QTimer::timeout, this, [this] { d->makeCharts(true); });
    connect(&metrics, &models::JobMetrics::metricsDiscovered, this, [this] { d->makeCharts(true); });
    d->makeCharts(true);
}

CurvesTab::~CurvesTab() = default;

void CurvesTab::setAxis(models::Axis axis)
{
    d->axis = axis;
    d->bar->setAxis(axis);
    d->forEachCard([axis](ChartCard *card) { card->setAxis(axis); });
}

void CurvesTab::setSmoothing(double weight)
{
    d->bar->setSmoothing(weight);
    d->forEachCard([weight](ChartCard *card) { card->setSmoothing(weight); });
}

void CurvesTab::showPoint(int source, qint64 line)
{
    const QList<models::FoundPoint> points = d->metrics.pointsAt(source, line);
    const bool exact = std::ranges::any_of(points, &models::FoundPoint::exact);
    setNotice(points.isEmpty() ? tr("No figure was read from this line, nor from one before it.")
                  : exact      ? QString()
                               : tr("No figure was read from this line: the newest points before it are marked."));
    if (d->nextStage.isActive())
        d->updateCharts();
    ChartCard *first = nullptr;
    d->forEachCard([](ChartCard *card) { card->showPoint(nullptr, -1); });
    for (const models::FoundPoint &point : points) {
        const auto card = d->charts.find(point.metric);
        if (card == d->charts.end() || (exact && !point.exact))
            continue;
        card->second->showPoint(point.rank, point.index);
        if (!first && d->shown.contains(card->second))
            first = card->second;
    }
    if (d->grid->maximized() && first)
        d->grid->setMaximized(first);
    if (first)
        QTimer::singleShot(0, this, [this, first] { d->area->ensureWidgetVisible(first); });
}

int CurvesTab::saveAll(const QString &folder, const QString &suffix)
{
    d->updateCharts();
    QSet<QString> taken;
    int failed = 0;
    for (const ChartCard *card : std::as_const(d->shown)) {
        const QString path = folder + u'/' + fileNameFor(card->metric(), taken) + suffix;
        if (!(suffix == ".csv"_L1 ? card->saveCsv(path) : card->saveImage(path)))
            ++failed;
    }
    return failed;
}

void CurvesTab::addEvents(const QString &path)
{
    auto &folder = d->events.emplace_back(std::make_unique<models::EventFolder>(d->metrics));
    connect(folder.get(), &models::EventFolder::changed, this, [this] { d->tellOfEvents(); });
    folder->open(path);
    d->tellOfEvents();
}

void CurvesTab::setPodEvents(models::PodEvents &events)
{
    if (!events.isAvailable())
        return;
    d->podEvents = &events;
    d->bar->addMenu()->addAction(tr("TensorBoard folder in a pod…"), d->podBar, &PodEventsBar::open);
    connect(d->podBar, &PodEventsBar::followRequested, &events, &models::PodEvents::follow);
    connect(&events, &models::PodEvents::changed, this, [this] { d->tellOfEvents(); });
    if (!events.remarks().isEmpty()) // the job's page was closed and is open again
        d->tellOfEvents();
}

void CurvesTab::setPods(const QList<std::pair<QString, models::PodFolder>> &pods) { d->podBar->setPods(pods); }

void CurvesTab::offerRules()
{
    d->bar->addMenu()->addAction(tr("By a rule of your own…"), this, &CurvesTab::rulesRequested);
    d->empty->setAction(tr("Write a rule"));
    connect(d->empty, &EmptyState::actionTriggered, this, &CurvesTab::rulesRequested);
}

QMenu *CurvesTab::exportMenu() const { return d->bar->exportMenu(); }

void CurvesTab::setNotice(const QString &sentence)
{
    d->notice->setText(sentence);
    d->notice->setVisible(!sentence.isEmpty());
}

void CurvesTab::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && d->grid->maximized())
        d->grid->setMaximized(nullptr);
    else
        QWidget::keyPressEvent(event);
}

void CurvesTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->grid->setPageHeight(d->area->viewport()->height());
}

void CurvesTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->pins.reload(); // another job's page may have pinned something
    for (const auto &[name, card] : d->charts)
        card->setPinned(d->pins.contains(name));
    d->makeCharts(true);
}

} // namespace views
