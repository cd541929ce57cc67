// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/logfilepage.h"

#include "models/logs/logfile.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/owncurves.h"
#include "views/charts/curvestab.h"
#include "views/logs/logstab.h"
#include "views/logs/logview.h"
#include "views/theme/faces.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

class LogFilePage::Private
{
public:
    LogFilePage *q = nullptr;
    // In this order: the file's thread ends before the metrics that it feeds.
    std::unique_ptr<models::JobMetrics> metrics;
    std::unique_ptr<models::LogFile> file;
    std::unique_ptr<models::OwnCurves> ownCurves;
    const models::RuleBook *rules = nullptr;
    ElidedLabel *title = nullptr;
    QToolButton *rulesButton = nullptr;
    QProgressBar *progress = nullptr;
    QTabWidget *tabs = nullptr;
    LogsTab *logs = nullptr;
    CurvesTab *curves = nullptr;
    EmptyState *failure = nullptr;

    void makeTabs();
    void updateProgress();
};

void LogFilePage::Private::makeTabs()
{
    logs = new LogsTab(*file, tabs);
    logs->view().setFollowing(false);
    tabs->addTab(logs, LogFilePage::tr("Lines"));
    // Curves come when there is something to draw.
    QObject::connect(metrics.get(), &models::JobMetrics::metricsDiscovered, q, [this] {
        if (curves)
            return;
        curves = new CurvesTab(*metrics, tabs);
        if (rules)
            curves->offerRules();
        QObject::connect(curves, &CurvesTab::rulesRequested, q, &LogFilePage::rulesRequested);
        tabs->addTab(curves, LogFilePage::tr("Curves"));
        QObject::connect(curves, &CurvesTab::lineActivated, q, [this](int source, qint64 line) {
            tabs->setCurrentWidget(logs);
            logs->showLine(source, line);
        });
        QObject::connect(logs, &LogsTab::pointRequested, curves, [this](int source, qint64 line) {
            tabs->setCurrentWidget(curves);
            curves->showPoint(source, line);
        });
    });
}

void LogFilePage::Private::updateProgress()
{
    progress->setVisible(!file->isIndexed() && !file->sources().isEmpty());
    progress->setValue(int(file->progress() * 1000));
}

LogFilePage::LogFilePage(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::l, space::xl, space::l);
    layout->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    auto *back = new QToolButton(this);
    back->setIcon(icon(u"back"_s));
    back->setToolTip(tr("Back"));
    back->setAutoRaise(true);
    d->title = new ElidedLabel({}, TextRole::Title, this);
    d->progress = new QProgressBar(this);
    d->progress->setRange(0, 1000);
    d->progress->setTextVisible(false);
    d->progress->setMaximumWidth(160);
    d->progress->hide();
    head->addWidget(back);
    head->addWidget(d->title, 1);
    head->addWidget(d->progress);
    d->rulesButton = new QToolButton(this);
    d->rulesButton->setIcon(icon(u"chart"_s));
    d->rulesButton->setText(tr("Rules for metrics"));
    d->rulesButton->setToolTip(tr("Read curves that the program does not find by itself"));
    d->rulesButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    d->rulesButton->setAutoRaise(true);
    d->rulesButton->hide();
    connect(d->rulesButton, &QToolButton::clicked, this, &LogFilePage::rulesRequested);
    head->addWidget(d->rulesButton);
    layout->addLayout(head);
    d->failure = new EmptyState(u"warning"_s, {}, {}, this);
    d->failure->hide();
    d->tabs = new QTabWidget(this);
    d->tabs->setDocumentMode(true);
    layout->addWidget(d->tabs, 1);
    layout->addWidget(d->failure, 1);
    connect(back, &QToolButton::clicked, this, &LogFilePage::backRequested);
}

LogFilePage::~LogFilePage()
{
    delete d->tabs; // the views go before what they show
    d->ownCurves.reset();
    d->file.reset();
}

void LogFilePage::open(const QString &fileName)
{
    d->tabs->clear();
    delete std::exchange(d->logs, nullptr);
    delete std::exchange(d->curves, nullptr);
    d->ownCurves.reset();
    d->file.reset();
    d->metrics = std::make_unique<models::JobMetrics>();
    d->file = std::make_unique<models::LogFile>();
    d->file->setTap(d->metrics->tap());
    d->title->setText(QFileInfo(fileName).fileName());
    d->title->setToolTip(fileName);
    d->makeTabs();
    if (d->rules)
        d->ownCurves = std::make_unique<models::OwnCurves>(*d->rules, *d->file, *d->metrics);
    connect(d->file.get(), &models::LogFile::progressChanged, this, [this] { d->updateProgress(); });
    d->file->open(fileName);
    const bool unreadable = d->file->sources().isEmpty();
    d->failure->setVisible(unreadable);
    d->tabs->setVisible(!unreadable);
    if (unreadable)
        d->failure->setProblem(d->file->problem(), {});
    d->updateProgress();
}

void LogFilePage::setRuleBook(const models::RuleBook &book)
{
    d->rules = &book;
    d->rulesButton->show();
}

models::LogDocument *LogFilePage::document() const { return d->file.get(); }

QString LogFilePage::fileName() const { return d->file ? d->file->fileName() : QString(); }

} // namespace views
