// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/jobpage.h"

#include "models/gpu/jobresources.h"
#include "models/jobs/jobdetail.h"
#include "models/logs/joblogs.h"
#include "models/metrics/jobmetrics.h"
#include "views/charts/curvestab.h"
#include "views/cluster/resourcestab.h"
#include "views/logs/logstab.h"
#include "views/tables/confirmbar.h"
#include "views/tables/fivefaces.h"
#include "views/tables/tableview.h"
#include "views/theme/card.h"
#include "views/theme/laterpage.h"
#include "views/theme/messagebar.h"
#include "views/theme/theme.h"
#include "views/training/figurecards.h"
#include "views/training/jobheader.h"
#include "views/training/savereport.h"
#include "views/training/summarytab.h"
#include "views/training/yamltab.h"

#include <QDateTime>
#include <QFileDialog>
#include <QMenu>
#include <QShortcut>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

class JobPage::Private
{
public:
    Private(JobPage *page, models::JobDetail &job, models::JobLogs &jobLogs, models::JobMetrics &jobMetrics)
        : q(page)
        , detail(job)
        , logs(jobLogs)
        , metrics(jobMetrics)
    {
    }

    void makeTabs();
    SummaryTab *makeSummary();
    LogsTab *makeLogs();
    CurvesTab *makeCurves();
    void offerPodEvents();
    void tellPods() const;
    void addShortcut(int index);
    void addResources(models::JobResources &resources);
    QWidget *makeEvents();
    void connectHeader();
    void chooseFace();
    void askDelete();
    void askForReport();
    void showLog(const QString &pod);
    void showLine(int source, qint64 line);

    JobPage *q;
    models::JobDetail &detail;
    models::JobLogs &logs;
    models::JobMetrics &metrics;
    models::PodEvents *podEvents = nullptr;
    JobHeader *header = nullptr;
    FigureCards *figures = nullptr;
    QTabWidget *tabs = nullptr;
    QList<Tab> order {Tab::Summary, Tab::Logs, Tab::Curves, Tab::Events, Tab::Yaml};
    LaterPage *logsPage = nullptr;
    LaterPage *curvesPage = nullptr;
    LogsTab *logsTab = nullptr; // once it was seen
    CurvesTab *curves = nullptr; // once they were seen
    FiveFaces *faces = nullptr;
    ConfirmBar *confirm = nullptr;
    MessageBar *message = nullptr;
    QDateTime staleSince;
    bool readOnly = false;
};

void JobPage::Private::makeTabs()
{
    tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    logsPage = new LaterPage([this] { return makeLogs(); });
    curvesPage = new LaterPage([this] { return makeCurves(); });
    tabs->addTab(makeSummary(), tr("Summary"));
    tabs->addTab(logsPage, tr("Logs"));
    tabs->addTab(curvesPage, tr("Curves"));
    tabs->addTab(new LaterPage([this] { return makeEvents(); }), tr("Events"));
    tabs->addTab(new LaterPage([this] { return new YamlTab(detail); }), u"YAML"_s);
    for (int i = 0; i < tabs->count(); ++i)
        addShortcut(i);
}

SummaryTab *JobPage::Private::makeSummary()
{
    auto *summary = new SummaryTab(detail, logs, metrics);
    connect(summary, &SummaryTab::logRequested, q, [this](const QString &pod) { showLog(pod); });
    connect(summary, &SummaryTab::lineRequested, q, [this](int source, qint64 line) { showLine(source, line); });
    return summary;
}

LogsTab *JobPage::Private::makeLogs()
{
    logsTab = new LogsTab(logs);
    connect(logsTab, &LogsTab::pointRequested, q, [this](int source, qint64 line) {
        q->showTab(Tab::Curves);
        curvesPage->content(); // not shown yet while the window is not
        curves->showPoint(source, line);
    });
    return logsTab;
}

CurvesTab *JobPage::Private::makeCurves()
{
    curves = new CurvesTab(metrics);
    curves->offerRules();
    connect(curves, &CurvesTab::rulesRequested, q, &JobPage::rulesRequested);
    curves->exportMenu()->addSeparator();
    curves->exportMenu()->addAction(tr("Report of the job (HTML)…"), q, [this] { askForReport(); });
    connect(curves, &CurvesTab::lineActivated, q, [this](int source, qint64 line) { showLine(source, line); });
    offerPodEvents();
    return curves;
}

void JobPage::Private::offerPodEvents()
{
    if (!podEvents || !curves)
        return;
    curves->setPodEvents(*podEvents);
    connect(&detail, &models::JobDetail::ranksChanged, curves, [this] { tellPods(); });
    tellPods();
}

void JobPage::Private::tellPods() const
{
    QList<std::pair<QString, models::PodFolder>> pods;
    for (const models::Rank &rank : detail.ranks())
        pods.append({rank.label, {rank.ns, rank.pod, rank.mainContainer, {}}});
    curves->setPods(pods);
}

void JobPage::Private::addShortcut(int index)
{
    auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + index)), q);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, q, [this, index] { tabs->setCurrentIndex(index); });
    tabs->setTabToolTip(index, shortcut->key().toString(QKeySequence::NativeText));
}

/// Between Curves and Events, named after what there is to see.
void JobPage::Private::addResources(models::JobResources &resources)
{
    const int index = int(order.indexOf(Tab::Curves)) + 1;
    tabs->insertTab(index, new LaterPage([&resources] { return new ResourcesTab(resources); }), {});
    order.insert(index, Tab::Resources);
    addShortcut(tabs->count() - 1);
    for (int i = index; i < tabs->count(); ++i)
        tabs->setTabToolTip(i, QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)).toString(QKeySequence::NativeText));
    const auto rename = [this, index, &resources] {
        const bool hasDevices = resources.figures().asked > 0 || resources.figures().devices > 0;
        tabs->setTabText(index, hasDevices ? tr("GPUs") : tr("Resources"));
    };
    connect(&resources, &models::JobResources::changed, q, rename);
    rename();
    figures->setResources(resources);
    connect(figures, &FigureCards::resourcesRequested, q, [this] { q->showTab(Tab::Resources); });
}

QWidget *JobPage::Private::makeEvents()
{
    auto *view = new TableView(detail.events());
    view->setAccessibleName(tr("Events"));
    auto *eventFaces = new FiveFaces(view);
    eventFaces->setEmpty(u"info"_s, tr("No events."), tr("Kubernetes forgets events after an hour."));
    eventFaces->follow(detail.events(), view);
    auto *card = new Card;
    card->body()->setContentsMargins(1, space::xs, 1, space::xs);
    card->body()->addWidget(eventFaces);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::m, 0, 0);
    column->addWidget(card);
    return page;
}

void JobPage::Private::connectHeader()
{
    connect(header, &JobHeader::backRequested, q, &JobPage::backRequested);
    connect(header, &JobHeader::suspendRequested, q,
            [this](bool suspend) { emit q->suspendRequested(detail.ref(), suspend); });
    connect(header, &JobHeader::cloneRequested, q, [this] { emit q->cloneRequested(detail.manifest()); });
    connect(header, &JobHeader::deleteRequested, q, [this] { askDelete(); });
    connect(header, &JobHeader::compareRequested, q, [this] { emit q->compareRequested(detail.ref()); });
    connect(header, &JobHeader::reportRequested, q, [this] { askForReport(); });
    connect(figures, &FigureCards::curvesRequested, q, [this] { q->showTab(Tab::Curves); });
}

void JobPage::Private::chooseFace()
{
    switch (detail.freshness()) {
    case models::Freshness::Idle:
    case models::Freshness::Loading:
        faces->showLoading();
        break;
    case models::Freshness::Live:
        faces->showFull();
        break;
    case models::Freshness::Stale:
        if (faces->face() != FiveFaces::Face::Stale)
            staleSince = QDateTime::currentDateTime();
        faces->showStale(models::describe(detail.error()), staleSince);
        break;
    case models::Freshness::Failed:
        faces->showFailed(models::describe(detail.error()));
        break;
    }
}

void JobPage::Private::askDelete()
{
    if (readOnly)
        return;
    const int pods = int(detail.ranks().size());
    const QString question = pods > 0
        ? tr("Delete %1 with its %n pod(s) and their logs?", nullptr, pods).arg(detail.ref().name)
        : tr("Delete %1?").arg(detail.ref().name);
    confirm->ask(question, tr("Delete"), [this] { emit q->deleteRequested(detail.ref()); });
}

void JobPage::Private::askForReport()
{
    const QString name
        = QFileDialog::getSaveFileName(q, tr("Save a report"), detail.ref().name + u".html"_s, tr("HTML (*.html)"));
    if (name.isEmpty())
        return;
    if (const auto saved = saveReport(name, detail, metrics); saved.isEmpty())
        message->inform(tr("The report is in %1.").arg(name));
    else
        message->warn(saved);
}

void JobPage::Private::showLog(const QString &pod)
{
    logsPage->content();
    logsTab->showPod(pod);
    q->showTab(Tab::Logs);
}

void JobPage::Private::showLine(int source, qint64 line)
{
    q->showTab(Tab::Logs);
    logsPage->content();
    logsTab->showLine(source, line);
}

JobPage::JobPage(models::JobDetail &detail, models::JobLogs &logs, models::JobMetrics &metrics, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, detail, logs, metrics))
{
    d->header = new JobHeader(detail, this);
    d->figures = new FigureCards(detail, metrics);
    d->makeTabs();
    d->confirm = new ConfirmBar(this);
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(space::m);
    inside->addWidget(d->figures);
    inside->addWidget(d->tabs, 1);
    d->faces = new FiveFaces(content, this);
    d->faces->setGap(space::m);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(d->header);
    column->addWidget(d->confirm);
    column->addWidget(d->faces, 1);
    d->message = new MessageBar(this);
    d->connectHeader();
    connect(d->faces, &FiveFaces::retryRequested, &detail, &models::JobDetail::retry);
    connect(&detail, &models::JobDetail::freshnessChanged, this, [this] { d->chooseFace(); });
    d->chooseFace();
}

JobPage::~JobPage() = default;

void JobPage::setPodEvents(models::PodEvents &events)
{
    d->podEvents = &events;
    d->offerPodEvents();
}

void JobPage::setResources(models::JobResources &resources) { d->addResources(resources); }

void JobPage::setReadOnly(bool readOnly)
{
    d->readOnly = readOnly;
    d->header->setReadOnly(readOnly);
}

void JobPage::showProblem(const models::Problem &problem) { d->message->warn(problem); }
void JobPage::showTab(Tab tab) { d->tabs->setCurrentIndex(int(d->order.indexOf(tab))); }
JobPage::Tab JobPage::tab() const { return d->order.value(d->tabs->currentIndex()); }

} // namespace views
