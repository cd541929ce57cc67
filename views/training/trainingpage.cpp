// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/trainingpage.h"

#include "models/jobs/jobtable.h"
#include "models/kinds/kinddescriptor.h"
#include "views/tables/chip.h"
#include "views/tables/confirmbar.h"
#include "views/tables/fivefaces.h"
#include "views/tables/tableview.h"
#include "views/theme/card.h"
#include "views/theme/labels.h"
#include "views/theme/messagebar.h"
#include "views/theme/style.h"
#include "views/training/selectionbar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {
namespace {

/// One chip stands for one or several state words.
struct ChipWords
{
    const char *title; ///< an API word: not translated
    models::Tone tone;
    models::StateShape shape;
    QStringList words;
};

QList<ChipWords> chipWords()
{
    using models::StateShape;
    using models::Tone;
    return {{"Running", Tone::Good, StateShape::Running, {u"Running"_s, u"Restarting"_s}},
            {"Pending", Tone::Waiting, StateShape::Pending, {u"Pending"_s, u"Created"_s}},
            {"Failed", Tone::Bad, StateShape::Failed, {u"Failed"_s}},
            {"Suspended", Tone::Waiting, StateShape::Suspended, {u"Suspended"_s}},
            {"Succeeded", Tone::Good, StateShape::Succeeded, {u"Succeeded"_s}}};
}

} // namespace

class TrainingPage::Private
{
public:
    Private(TrainingPage *page, models::JobTable &table)
        : q(page)
        , jobs(table)
    {
    }

    QLayout *makeTitle();
    QLayout *makeFilter();
    void makeTable();
    void connectVerbs();
    void applyChips();
    void refresh();
    void updateEmpty();
    void clearFilter();
    void askDelete();

    TrainingPage *q;
    models::JobTable &jobs;
    QLineEdit *filter = nullptr;
    QList<std::pair<Chip *, QStringList>> chips;
    TableView *view = nullptr;
    FiveFaces *faces = nullptr;
    SelectionBar *bar = nullptr;
    ConfirmBar *confirm = nullptr;
    MessageBar *message = nullptr;
    QPushButton *newJob = nullptr;
    bool readOnly = false;
    bool sampleOffered = false;
};

QLayout *TrainingPage::Private::makeTitle()
{
    auto *row = new QHBoxLayout;
    row->addWidget(new Label(tr("Training"), TextRole::Title, q));
    row->addStretch();
    newJob = new QPushButton(icon(u"plus"_s), tr("New job"), q);
    newJob->setShortcut(QKeySequence::New);
    newJob->setToolTip(tr("Write a new job (%1)").arg(newJob->shortcut().toString(QKeySequence::NativeText)));
    setButtonRole(newJob, ButtonRole::Primary);
    connect(newJob, &QPushButton::clicked, q, &TrainingPage::newJobRequested);
    row->addWidget(newJob);
    return row;
}

QLayout *TrainingPage::Private::makeFilter()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    filter = new QLineEdit(q);
    filter->setPlaceholderText(tr("Filter by name, kind, state, reason"));
    filter->setAccessibleName(tr("Filter"));
    filter->setClearButtonEnabled(true);
    filter->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    filter->setMinimumWidth(240);
    filter->setMaximumWidth(360);
    connect(filter, &QLineEdit::textChanged, q, [this](const QString &text) { jobs.setFilterText(text); });
    row->addWidget(filter, 1);
    row->addSpacing(space::s);
    for (const auto &words : chipWords()) {
        auto *chip = new Chip(QString::fromLatin1(words.title), words.tone, words.shape, q);
        chip->setToolTip(tr("Show only jobs in this state"));
        connect(chip, &Chip::toggled, q, [this] { applyChips(); });
        chips.append({chip, words.words});
        row->addWidget(chip);
    }
    row->addStretch(1);
    return row;
}

void TrainingPage::Private::makeTable()
{
    view = new TableView(jobs, q);
    view->setAccessibleName(tr("Jobs"));
    faces = new FiveFaces(view, q);
    faces->follow(jobs, view);
    bar = new SelectionBar(q);
    confirm = new ConfirmBar(q);
    message = new MessageBar(q);
    connect(view, &TableView::rowActivated, q, &TrainingPage::jobActivated);
    connect(view, &TableView::selectedRefsChanged, q, [this] { refresh(); });
    connect(&jobs, &models::ResourceTable::changed, q, [this] { refresh(); });
    connect(faces, &FiveFaces::clearFilterRequested, q, [this] { clearFilter(); });
    connect(faces, &FiveFaces::emptyActionTriggered, q,
            [this] { sampleOffered ? emit q->launchSampleRequested() : emit q->newJobRequested(); });
}

void TrainingPage::Private::connectVerbs()
{
    connect(bar, &SelectionBar::suspendRequested, q, [this] { emit q->suspendRequested(view->selectedRefs(), true); });
    connect(bar, &SelectionBar::resumeRequested, q, [this] { emit q->suspendRequested(view->selectedRefs(), false); });
    connect(bar, &SelectionBar::deleteRequested, q, [this] { askDelete(); });
    connect(bar, &SelectionBar::compareRequested, q, [this] { emit q->compareRequested(view->selectedRefs()); });
    auto *find = new QShortcut(QKeySequence::Find, q);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, q, [this] { filter->setFocus(); });
}

void TrainingPage::Private::applyChips()
{
    QStringList words;
    for (const auto &[chip, chipsWords] : std::as_const(chips)) {
        if (chip->isChecked())
            words += chipsWords;
    }
    jobs.setStateFilter(words);
}

void TrainingPage::Private::clearFilter()
{
    filter->clear();
    for (const auto &[chip, words] : std::as_const(chips))
        chip->setChecked(false);
}

void TrainingPage::Private::refresh()
{
    const auto counts = jobs.stateCounts();
    for (const auto &[chip, words] : std::as_const(chips)) {
        int count = 0;
        for (const auto &word : words)
            count += counts.value(word);
        chip->setCount(count);
    }
    view->setColumnShown(models::JobTable::Namespace, jobs.followedNamespace().isEmpty());
    bar->setCounts(int(view->selectionModel()->selectedRows().size()), jobs.rowCount());
    bar->setLastChange(jobs.lastChange());
    bar->setVisible(jobs.totalCount() > 0);
}

void TrainingPage::Private::updateEmpty()
{
    if (sampleOffered)
        faces->setEmpty(u"training"_s, tr("No jobs here yet."),
                        tr("The sample trains a small network on handwritten digits: one master, two workers."),
                        tr("Launch the sample"));
    else
        faces->setEmpty(u"training"_s, tr("No jobs in this namespace."),
                        tr("Jobs of every framework appear here as soon as somebody launches one."), tr("New job"));
}

void TrainingPage::Private::askDelete()
{
    const auto refs = view->selectedRefs();
    if (refs.isEmpty() || readOnly)
        return;
    const QString question = refs.size() == 1
        ? tr("Delete %1 with its pods and their logs?").arg(refs.first().name)
        : tr("Delete %n job(s) with their pods and their logs?", nullptr, int(refs.size()));
    confirm->ask(question, tr("Delete"), [this, refs] { emit q->deleteRequested(refs); });
}

TrainingPage::TrainingPage(models::JobTable &jobs, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, jobs))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::s);
    column->setSpacing(space::m);
    column->addLayout(d->makeTitle());
    column->addLayout(d->makeFilter());
    d->makeTable();
    auto *frame = new Card(this);
    frame->body()->setContentsMargins(1, space::xs, 1, space::xs); // rows reach the border, but not its round corners
    frame->body()->setSpacing(0);
    frame->body()->addWidget(d->faces, 1);
    frame->body()->addWidget(d->confirm);
    column->addWidget(frame, 1);
    column->addWidget(d->bar);
    d->connectVerbs();
    d->updateEmpty();
    d->refresh();
}

TrainingPage::~TrainingPage() = default;

void TrainingPage::setReadOnly(bool readOnly)
{
    d->readOnly = readOnly;
    d->bar->setReadOnly(readOnly);
}

void TrainingPage::setSampleOffered(bool offered)
{
    d->sampleOffered = offered;
    d->updateEmpty();
}

void TrainingPage::showProblem(const models::Problem &problem) { d->message->warn(problem); }

} // namespace views
